// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/analysis_outcome.h"

#include <QElapsedTimer>
#include <QWidget>

#include <deque>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace core::inference {
class AnalysisQueue;
}

namespace ui::queue {

/// A strip with the queue's progress, rate and time left, its buttons, and the failures collected.
class QueuePanel : public QWidget {
    Q_OBJECT

  public:
    /// @param queue  outlives the panel
    explicit QueuePanel(core::inference::AnalysisQueue* queue, QWidget* parent = nullptr);

    /// What failed in an earlier session; jobs that the queue does not know.
    void addProblem(core::inference::JobId id, const QString& path, const core::Error& error);
    void forgetProblems(); ///< their pictures are gone
    void retryFailed();
    void togglePause();

  Q_SIGNALS:
    void problemChosen(core::inference::JobId id);
    void examineRequested(core::inference::JobId id); ///< a job that the queue does not know

  private:
    void refresh();
    void refreshSoon();
    void showProgress(const core::inference::AnalysisProgress& progress);
    void collect(const core::inference::AnalysisOutcome& outcome);
    void forgetProblem(core::inference::JobId id);
    [[nodiscard]] QString rateText() const;
    [[nodiscard]] QString summary() const;

    core::inference::AnalysisQueue* m_queue;
    QWidget* m_line = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_current = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_retry = nullptr;
    QToolButton* m_showProblems = nullptr;
    QListWidget* m_problems = nullptr;
    bool m_isRefreshPending = false;
    QElapsedTimer m_clock;
    std::deque<qint64> m_finishedAt; ///< by m_clock, the last few
};

} // namespace ui::queue
