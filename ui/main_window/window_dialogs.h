// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QAction;
class QWidget;

namespace ui::main_window {

// The window's plain dialogs. They open and return at once: none runs an event loop of its own.

/// @param chosen  called when the user has chosen; never with an empty list
void choosePictures(QWidget* window, const QString& folder,
                    const std::function<void(const QStringList&)>& chosen);
void chooseFolder(QWidget* window, const QString& folder,
                  const std::function<void(const QStringList&)>& chosen);
/// Asks for a place in the gallery, from 1 to the last one; nothing to ask when it is empty.
void askForPlace(QWidget* window, int present, int last, const std::function<void(int)>& chosen);
void showAbout(QWidget* window);

/// Where a report goes unless the user says otherwise: not beside the pictures, since nothing is
/// written into a folder of evidence unasked.
[[nodiscard]] QString suggestedReport();

} // namespace ui::main_window
