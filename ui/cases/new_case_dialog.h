// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case_record.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace ui::cases {

/// What a person wants of a new case.
struct NewCase {
    QString folder; ///< absolute, with its ending
    core::cases::Keeping keeping = core::cases::Keeping::Referenced;
    bool takesOpenPictures = false;
};

/// Asks for a new case's name and place, and how its evidence is kept.
class NewCaseDialog : public QDialog {
    Q_OBJECT

  public:
    /// @param place         folder that is suggested
    /// @param openPictures  how many pictures are open without a case
    NewCaseDialog(const QString& place, int openPictures, QWidget* parent = nullptr);

    [[nodiscard]] NewCase newCase() const;

  private:
    void choosePlace();
    void check();

    QLineEdit* m_name = nullptr;
    QLineEdit* m_place = nullptr;
    QRadioButton* m_copies = nullptr;
    QCheckBox* m_takes = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_make = nullptr;
};

} // namespace ui::cases
