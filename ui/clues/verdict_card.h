// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/report/headline.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui::clues {

class OriginBanner;
class VerdictGauge;

/// The answer: what is stated about the origin, one big word in its color, what it rests on, one
/// sentence why, one number with its step of the verbal scale, and what would decide it.
class VerdictCard : public QWidget {
    Q_OBJECT

  public:
    explicit VerdictCard(QWidget* parent = nullptr);

    void setExamination(const core::examination::Examination* examination); ///< null: nothing

  Q_SIGNALS:
    void nextStepRequested(core::report::NextStep step);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    QWidget* makeSteps();
    void showWords(const core::examination::Examination& examination);
    void showNotes(const core::examination::Examination& examination);
    void showSteps(const core::examination::Examination& examination);
    void color();

    OriginBanner* m_banner = nullptr;
    QLabel* m_word = nullptr;
    QLabel* m_basis = nullptr;
    QLabel* m_reason = nullptr;
    QLabel* m_support = nullptr;
    QLabel* m_manner = nullptr;
    VerdictGauge* m_gauge = nullptr;
    QWidget* m_steps = nullptr;
    QLabel* m_notes = nullptr;
    core::report::Tone m_tone = core::report::Tone::Neutral;
};

} // namespace ui::clues
