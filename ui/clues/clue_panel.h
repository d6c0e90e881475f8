// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/report/headline.h"

#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace ui::clues {

class ClueDelegate;
class ClueListModel;
class ClueView;
class VerdictCard;

/// The answer and, below it, the clues behind it; both scroll together.
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
    void nextStepRequested(core::report::NextStep step);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* makeContent();
    void connectList();
    QWidget* makeCheckBar();
    void updateCheckBar();

    QScrollArea* m_scroll = nullptr;
    VerdictCard* m_card = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_none = nullptr; ///< in the place of an empty list
    ClueListModel* m_model = nullptr;
    ClueDelegate* m_delegate = nullptr;
    ClueView* m_list = nullptr;
    QWidget* m_checkBar = nullptr;
    QPushButton* m_checkOne = nullptr;
    QPushButton* m_checkAll = nullptr;
    QPushButton* m_checkCancel = nullptr;
    QProgressBar* m_checkProgress = nullptr;
    QLabel* m_checkProblem = nullptr;
    bool m_isChecking = false;
};

} // namespace ui::clues
