// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>

class QMimeData;
class QObject;

namespace ui::main_window {

/// Whether a clipboard or a drop holds a picture itself rather than a file: its pixels, or its
/// bytes in a data URL as browsers give them.
[[nodiscard]] bool holdsPicture(const QMimeData* data);

/// Where pictures without a file are kept, so that a report can still show them later.
[[nodiscard]] QString pastedFolder();

/// Writes such a picture to pastedFolder() in the background: its encoded bytes as they came where
/// there are any, else its pixels as PNG.
/// @param done  called in the window's thread with the file's path or WriteFailed, UnknownFormat;
///              not called when the receiver is gone by then
void keepPicture(const QMimeData& data, QObject* receiver,
                 std::function<void(const core::Result<QString>&)> done);

} // namespace ui::main_window
