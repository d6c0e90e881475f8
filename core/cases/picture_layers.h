// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QByteArray>

namespace core::cases {

/// What an examination shows beyond its JSON: heat maps (of the engine, the clues, the
/// measurements; to 1/255) and curves, compressed. Empty when there are none.
[[nodiscard]] QByteArray packLayers(const examination::Examination& examination);

/// Puts them back. @return false, and nothing was changed, when they are not of this examination
///                         or damaged
[[nodiscard]] bool unpackLayers(const QByteArray& packed, examination::Examination& examination);

} // namespace core::cases
