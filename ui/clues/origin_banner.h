// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui::clues {

/// What the file, a watermark or signed credentials say about the picture's origin: who made it,
/// with which model, from which prompt. Hidden when nothing is stated.
class OriginBanner : public QFrame {
    Q_OBJECT

  public:
    explicit OriginBanner(QWidget* parent = nullptr);

    void setExamination(const core::examination::Examination* examination); ///< null: nothing

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void color();
    void showPrompt();

    QLabel* m_title = nullptr;
    QLabel* m_facts = nullptr;
    QLabel* m_prompt = nullptr;
    QLabel* m_worth = nullptr;
    QPushButton* m_whole = nullptr;
    QString m_wholePrompt;
    core::examination::Direction m_direction = core::examination::Direction::Neutral;
};

} // namespace ui::clues
