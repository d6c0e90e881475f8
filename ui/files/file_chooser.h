// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace ui::files {

/// What is asked for. The filter is Qt's, e.g. "PNG picture (*.png)".
struct FileWish {
    QString title;
    QString place; ///< a folder, or a proposed file; where the asking begins
    QString filter;
    QString suffix; ///< added to a name without one when a file is written; without the dot
};

/// Ask for a file without waiting. The answer comes when there is one; a file that is to be written
/// may exist: the dialog has asked.
void chooseFileToOpen(QWidget* parent, const FileWish& wish,
                      const std::function<void(const QString&)>& chosen);
void chooseFileToWrite(QWidget* parent, const FileWish& wish,
                       const std::function<void(const QString&)>& chosen);

} // namespace ui::files
