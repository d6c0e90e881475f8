// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/headline.h"

#include <functional>

class QString;
class QWidget;

namespace ui::main_window {

/// How to come by a better copy of a picture, with a request that can be sent to whoever has it.
/// @param name  of the picture's file
/// @param open  called when such a copy is here already and shall be examined
void showNextStep(QWidget* window, core::report::NextStep step, const QString& name,
                  std::function<void()> open);

} // namespace ui::main_window
