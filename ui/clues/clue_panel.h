// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;

namespace ui::clues {

class ClueDelegate;
class ClueListModel;
class VerdictGauge;

/// The verdict with its probability and the numbered clues behind it.
class CluePanel : public QWidget {
    Q_OBJECT

  public:
    explicit CluePanel(QWidget* parent = nullptr);

    void setExamination(std::shared_ptr<const core::examination::Examination> examination);
    void selectClue(int clue); ///< -1: none
    [[nodiscard]] int selectedClue() const;
    /// Lights the row of the region under the pointer; -1: none.
    void setHoveredClue(int clue);
    /// How a check of this picture's clues goes. @param problem  why the last one gave nothing
    void setCheck(bool isRunning, double fraction, const QString& problem);
    /// Moves the selection by one, around the ends.
    void selectNext(int step);

  Q_SIGNALS:
    void clueHovered(int clue); ///< -1: none
    void clueSelected(int clue);
    void checkRequested(int clue); ///< -1: all clues with regions
    void checkCancelled();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void showVerdict(const core::examination::Examination& examination);
    QWidget* makeCheckBar();
    void updateCheckBar();

    QLabel* m_verdict = nullptr;
    QLabel* m_badge = nullptr;
    QLabel* m_manner = nullptr;
    QLabel* m_notes = nullptr;
    VerdictGauge* m_gauge = nullptr;
    ClueListModel* m_model = nullptr;
    ClueDelegate* m_delegate = nullptr;
    QListView* m_list = nullptr;
    QWidget* m_checkBar = nullptr;
    QPushButton* m_checkOne = nullptr;
    QPushButton* m_checkAll = nullptr;
    QPushButton* m_checkCancel = nullptr;
    QProgressBar* m_checkProgress = nullptr;
    QLabel* m_checkProblem = nullptr;
    bool m_isChecking = false;
};

} // namespace ui::clues
