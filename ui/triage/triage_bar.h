// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/review_marks.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace ui::triage {

class TriageDesk;

/// What the examiner decided about the picture on screen, beside what the machine says, and the
/// controls to change it.
class TriageBar : public QWidget {
    Q_OBJECT

  public:
    /// @param desk  outlives the bar
    explicit TriageBar(TriageDesk* desk, QWidget* parent = nullptr);

    /// @param machine  its verdict; nothing while there is none
    void show(const core::cases::Marks& marks, std::optional<core::examination::Verdict> machine);

  private:
    [[nodiscard]] QWidget* makeDecisions();
    [[nodiscard]] QWidget* makeTexts();
    QLineEdit* makeEdit(const char* name, const QString& label,
                        void (TriageBar::*finish)(QLineEdit*));
    void finishReasons(QLineEdit* edit);
    void finishTags(QLineEdit* edit);
    void finishNote(QLineEdit* edit);

    TriageDesk* m_desk;
    core::cases::Marks m_marks;
    QLabel* m_state = nullptr;
    QComboBox* m_support = nullptr;
    QLineEdit* m_reasons = nullptr;
    QLineEdit* m_tags = nullptr;
    QLineEdit* m_note = nullptr;
};

} // namespace ui::triage
