// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace ui::files {

/// Asks for a folder without waiting. The answer comes when there is one.
/// @param place  where the asking begins
void chooseFolder(QWidget* parent, const QString& title, const QString& place,
                  const std::function<void(const QString&)>& chosen);

} // namespace ui::files
