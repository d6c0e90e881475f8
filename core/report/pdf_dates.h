// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>

namespace core::report {

/// Replaces what QPdfWriter takes from the clock and from chance (dates and identifiers in Info,
/// XMP and trailer) by values of equal length made from the given time, so that the same report
/// gives the same bytes. The lengths stay, hence the cross-reference table too.
[[nodiscard]] QByteArray withFixedDates(QByteArray pdf, std::int64_t unixSeconds);

} // namespace core::report
