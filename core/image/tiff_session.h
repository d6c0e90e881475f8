// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/image/byte_reader.h"
#include "core/image/decode_limits.h"

#include <tiffio.h>

#include <cstdint>
#include <memory>
#include <string>

namespace core::image {

/// One libtiff file over bytes in memory: read-only, bounded in memory, complaints kept instead of
/// printed.
class TiffSession {
  public:
    TiffSession(Bytes file, const DecodeLimits& limits);

    /// Null when the file could not be opened.
    [[nodiscard]] TIFF* tiff() const { return m_tiff.get(); }
    /// Why opening or reading failed.
    [[nodiscard]] Error error() const;

  private:
    friend struct TiffCallbacks;

    Bytes m_file;
    std::uint64_t m_position = 0;
    bool m_endReached = false;
    std::string m_complaint;
    std::unique_ptr<TIFF, decltype(&TIFFClose)> m_tiff{nullptr, &TIFFClose};
};

} // namespace core::image
