// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/new_case_dialog.h"

#include "ui/files/folder_chooser.h"

#include <QCheckBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui::cases {

NewCaseDialog::NewCaseDialog(const QString& place, int openPictures, QWidget* parent)
    : QDialog(parent) {
    setObjectName("newCaseDialog");
    setWindowTitle(tr("New case"));
    m_name = new QLineEdit(tr("Case %1").arg(QDate::currentDate().toString(Qt::ISODate)));
    m_name->setObjectName("caseName");
    m_name->selectAll();
    m_place = new QLineEdit(place);
    m_place->setObjectName("casePlace");
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose the folder for the case"));
    auto* placeRow = new QHBoxLayout;
    placeRow->addWidget(m_place, 1);
    placeRow->addWidget(browse);
    auto* refers = new QRadioButton(tr("Leave them where they are and refer to them"));
    refers->setObjectName("keepReferenced");
    refers->setChecked(true);
    m_copies = new QRadioButton(tr("Keep read-only copies in the case"));
    m_copies->setObjectName("keepCopies");
    auto* keeping = new QVBoxLayout;
    keeping->addWidget(refers);
    keeping->addWidget(m_copies);
    m_takes =
        new QCheckBox(tr("Take in the %n picture(s) that are open now", nullptr, openPictures));
    m_takes->setObjectName("takeOpenPictures");
    m_takes->setChecked(openPictures > 0);
    m_takes->setVisible(openPictures > 0);
    m_problem = new QLabel;
    m_problem->setObjectName("newCaseProblem");
    m_problem->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    auto* placeLabel = new QLabel(tr("In &folder"));
    placeLabel->setBuddy(m_place); // of a row of several parts none is found by itself
    form->addRow(placeLabel, placeRow);
    form->addRow(tr("Picture files"), keeping);
    form->addRow(QString(), m_takes);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_make = buttons->addButton(tr("Make the case"), QDialogButtonBox::AcceptRole);
    m_make->setObjectName("makeCaseButton");
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(560, sizeHint().height());
    connect(browse, &QPushButton::clicked, this, &NewCaseDialog::choosePlace);
    connect(m_name, &QLineEdit::textChanged, this, &NewCaseDialog::check);
    connect(m_place, &QLineEdit::textChanged, this, &NewCaseDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void NewCaseDialog::choosePlace() {
    files::chooseFolder(this, tr("Folder for the case"), m_place->text(),
                        [this](const QString& folder) { m_place->setText(folder); });
}

NewCase NewCaseDialog::newCase() const {
    NewCase wanted;
    QString name = m_name->text().trimmed();
    if (!name.endsWith(QLatin1String(".clueglass")))
        name += QLatin1String(".clueglass");
    wanted.folder = QDir(m_place->text().trimmed()).absoluteFilePath(name);
    wanted.keeping =
        m_copies->isChecked() ? core::cases::Keeping::Copied : core::cases::Keeping::Referenced;
    wanted.takesOpenPictures = m_takes->isChecked();
    return wanted;
}

void NewCaseDialog::check() {
    const QString name = m_name->text().trimmed();
    QString problem;
    if (name.isEmpty() || name.contains('/') || name.startsWith('.'))
        problem = tr("Give the case a name that can be a folder's name.");
    else if (m_place->text().trimmed().isEmpty())
        problem = tr("Choose the folder in which the case is made.");
    else if (QFileInfo::exists(newCase().folder))
        problem = tr("There is something at %1 already.").arg(newCase().folder);
    m_problem->setText(problem);
    m_make->setEnabled(problem.isEmpty());
}

} // namespace ui::cases
