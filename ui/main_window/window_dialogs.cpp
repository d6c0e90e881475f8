// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_dialogs.h"

#include "ui/files/folder_chooser.h"
#include "ui/main_window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace ui::main_window {

namespace {

void openChooser(QFileDialog* dialog, const std::function<void(const QStringList&)>& chosen) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog->parent(), chosen);
    dialog->open();
}

} // namespace

void choosePictures(QWidget* window, const QString& folder,
                    const std::function<void(const QStringList&)>& chosen) {
    auto* dialog = new QFileDialog(
        window, MainWindow::tr("Open pictures"), folder,
        MainWindow::tr("Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.heic *.heif "
                       "*.avif);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    openChooser(dialog, chosen);
}

void chooseFolder(QWidget* window, const QString& folder,
                  const std::function<void(const QStringList&)>& chosen) {
    files::chooseFolder(window, MainWindow::tr("Open folder"), folder,
                        [chosen](const QString& one) { chosen({one}); });
}

void askForPlace(QWidget* window, int present, int last, const std::function<void(int)>& chosen) {
    if (last < 1)
        return;
    auto* dialog = new QInputDialog(window);
    dialog->setObjectName("goToDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(MainWindow::tr("Go to picture"));
    dialog->setLabelText(MainWindow::tr("Number of the picture, 1 to %1:").arg(last));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, last);
    dialog->setIntValue(present);
    dialog->setOkButtonText(MainWindow::tr("Go"));
    // Qt disables it when the field's first value is out of the range that it had before.
    for (auto* button : dialog->findChildren<QPushButton*>())
        button->setEnabled(true);
    QObject::connect(dialog, &QInputDialog::intValueSelected, window, chosen);
    dialog->open();
}

void showAbout(QWidget* window) {
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, MainWindow::tr("About Clueglass"),
        MainWindow::tr("Clueglass %1 tells photographs from generated and manipulated pictures and "
                       "shows why.\n\nFree software under the GNU General Public License, version "
                       "3 or later.")
            .arg(QApplication::applicationVersion()),
        QMessageBox::Close, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(QApplication::windowIcon().pixmap(64));
    box->open();
}

QString suggestedReport() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QDir folder(QFileInfo::exists(documents) ? documents : QDir::homePath());
    return folder.filePath("clueglass-report.pdf");
}

} // namespace ui::main_window
