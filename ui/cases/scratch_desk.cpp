// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/scratch_desk.h"

#include "core/base/output_file.h"
#include "ui/cases/case_desk.h"
#include "ui/cases/new_case_dialog.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace ui::cases {

ScratchDesk::ScratchDesk(CaseDesk* cases, QWidget* window)
    : QObject(window), m_cases(cases), m_window(window) {
    connect(m_cases, &CaseDesk::opened, this, [this](const core::cases::OpenedCase& opened) {
        if (!isOpen() || opened.readOnlyReason.isEmpty())
            return;
        // Another window of the program works in it; this one begins its own.
        m_isKeptInUse = true;
        m_isBeginning = false;
        m_cases->close();
        if (!m_waiting.isEmpty())
            begin();
        Q_EMIT inUse();
    });
    connect(m_cases, &CaseDesk::loaded, this, [this] {
        m_isBeginning = false;
        if (!m_waiting.isEmpty() && isOpen())
            m_cases->takeIn(std::exchange(m_waiting, {}));
    });
    connect(m_cases, &CaseDesk::notOpened, this, [this] { m_isBeginning = false; });
}

void ScratchDesk::setRoot(const QString& folder) {
    m_root = QDir(folder).absolutePath();
}

QString ScratchDesk::kept() const {
    if (m_root.isEmpty())
        return {};
    // Names begin with the time, so that the last one is the latest.
    const QStringList all = QDir(m_root).entryList({"*.clueglass"}, QDir::Dirs, QDir::Name);
    return all.isEmpty() ? QString() : QDir(m_root).filePath(all.last());
}

bool ScratchDesk::isOpen() const {
    return !m_root.isEmpty() && m_cases->isOpen() &&
           QFileInfo(m_cases->session()->openedCase().folder).absolutePath() == m_root;
}

bool ScratchDesk::takeIn(const QStringList& files) {
    if (m_root.isEmpty() || !core::OutputFile::makeFolder(m_root.toStdString()))
        return false;
    m_waiting += files;
    if (!m_isBeginning)
        begin();
    return true;
}

void ScratchDesk::begin() {
    m_isBeginning = true;
    if (const QString last = kept(); !last.isEmpty() && !m_isKeptInUse) {
        m_cases->open(last);
        return;
    }
    NewCase wanted;
    wanted.folder = QDir(m_root).filePath(
        tr("%1 unsaved pictures")
            .arg(QDateTime::currentDateTime().toString("yyyy-MM-dd hh-mm-ss")) +
        QStringLiteral(".clueglass"));
    m_cases->make(wanted);
}

void ScratchDesk::askToSave(const QString& place) {
    auto* dialog = new NewCaseDialog(place, 0, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save as case"));
    connect(dialog, &QDialog::accepted, this, [this, dialog] { saveAs(dialog->newCase().folder); });
    dialog->open();
}

void ScratchDesk::saveAs(const QString& folder) {
    if (isOpen())
        m_cases->moveTo(folder);
}

void ScratchDesk::askToDiscard() {
    auto* box = new QMessageBox(
        QMessageBox::Warning, tr("Discard the unsaved pictures?"),
        tr("Their results, ratings, notes and annotations are deleted. The picture files "
           "themselves stay where they are."),
        QMessageBox::Cancel, m_window);
    box->setObjectName("discardBox");
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* discards = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    discards->setObjectName("discardButton");
    connect(discards, &QPushButton::clicked, this, &ScratchDesk::discard);
    box->open();
}

void ScratchDesk::discard() {
    if (isOpen())
        m_cases->discard();
}

void ScratchDesk::askWhatToDo(const QString& place) {
    auto* box =
        new QMessageBox(QMessageBox::Question, tr("Keep these pictures?"),
                        tr("They are not saved as a case yet."), QMessageBox::Cancel, m_window);
    box->setObjectName("keepBox");
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* save = box->addButton(tr("Save as case…"), QMessageBox::AcceptRole);
    QPushButton* discards = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    connect(save, &QPushButton::clicked, this, [this, place] { askToSave(place); });
    connect(discards, &QPushButton::clicked, this, &ScratchDesk::discard);
    box->open();
}

} // namespace ui::cases
