// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/folder_chooser.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>

namespace ui::files {

void chooseFolder(QWidget* parent, const QString& title, const QString& place,
                  const std::function<void(const QString&)>& chosen) {
    auto* dialog = new QFileDialog(parent, title, place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    const auto* typed = dialog->findChild<QLineEdit*>("fileNameEdit"); // in Qt's own dialog alone
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, [=](const QStringList& selected) {
        // While one types, Qt selects folders on the way to it as well, and answers with them.
        const QString wanted = typed != nullptr && !typed->text().isEmpty()
                                   ? dialog->directory().absoluteFilePath(typed->text())
                                   : QString();
        chosen(QFileInfo(wanted).isDir() ? QDir::cleanPath(wanted) : selected.value(0));
    });
    dialog->open();
}

} // namespace ui::files
