// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/file_chooser.h"

#include <QFileDialog>
#include <QFileInfo>

namespace ui::files {

namespace {

QFileDialog* dialogFor(QWidget* parent, const FileWish& wish,
                       const std::function<void(const QString&)>& chosen) {
    const QFileInfo place(wish.place);
    auto* dialog = new QFileDialog(parent, wish.title,
                                   place.isDir() ? wish.place : place.absolutePath(), wish.filter);
    if (!wish.place.isEmpty() && !place.isDir())
        dialog->selectFile(place.fileName());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    return dialog;
}

} // namespace

void chooseFileToOpen(QWidget* parent, const FileWish& wish,
                      const std::function<void(const QString&)>& chosen) {
    QFileDialog* dialog = dialogFor(parent, wish, chosen);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->open();
}

void chooseFileToWrite(QWidget* parent, const FileWish& wish,
                       const std::function<void(const QString&)>& chosen) {
    QFileDialog* dialog = dialogFor(parent, wish, chosen);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(wish.suffix);
    dialog->open();
}

} // namespace ui::files
