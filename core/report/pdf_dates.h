// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace core::report {

/// What a PDF says about itself in its XMP packet (PDF/A-1b), agreeing with the Info dictionary of
/// withFixedDates. Qt would put the clock's time and zone into a packet of its own.
/// @param producer  as QPdfWriter writes it: "Qt " and its version
[[nodiscard]] QByteArray xmpPacket(const QString& title, const QString& creator,
                                   const QString& producer, std::int64_t unixSeconds);

/// Replaces what QPdfWriter takes from the clock and from chance, so that the same report gives the
/// same bytes in any time zone: the creation date in the Info dictionary by the given time, the
/// two identifiers in the trailer by a digest of everything else. Objects are numbered anew; what
/// their streams hold is not touched.
/// @param pdf  as QPdfWriter wrote it; what is no PDF with an Info dictionary comes back as it was
[[nodiscard]] QByteArray withFixedDates(QByteArray pdf, std::int64_t unixSeconds);

} // namespace core::report
