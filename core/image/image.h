// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/image/format_sniffer.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace core::image {

using ByteBuffer = std::vector<std::uint8_t>;

/// The bytes of an evidence file as they were read, once, read-only.
struct EvidenceFile {
    std::string path;
    std::shared_ptr<const ByteBuffer> bytes;
    std::string sha256; ///< of the whole file
    Format format = Format::Unknown;
    std::vector<std::string> warnings; ///< e.g. the extension says another format
    /// Before the picture in the file, and not in `bytes`: a picture behind stray bytes was found.
    std::uint64_t leadingBytes = 0;
};

/// A decoded picture: rows x cols x 3, uint8, BGR, upright (EXIF orientation undone), tightly
/// packed. Copies share the pixels, which never change.
class Image {
  public:
    Image() = default;
    /// @param bgr  height x width x 3 bytes
    Image(int width, int height, std::shared_ptr<const ByteBuffer> bgr)
        : m_width(width), m_height(height), m_bgr(std::move(bgr)) {}

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] bool isNull() const { return !m_bgr; }
    [[nodiscard]] PixelView view() const {
        if (!m_bgr)
            return {};
        return {m_bgr->data(), m_width, m_height, static_cast<std::ptrdiff_t>(m_width) * 3};
    }
    [[nodiscard]] const std::shared_ptr<const ByteBuffer>& bytes() const { return m_bgr; }

  private:
    int m_width = 0;
    int m_height = 0;
    std::shared_ptr<const ByteBuffer> m_bgr;
};

/// What decoding found out besides the pixels.
struct DecodedPicture {
    Image image;
    int orientation = 1;     ///< EXIF orientation that was undone, 1 to 8
    int bitsPerSample = 8;   ///< as stored
    bool hasAlpha = false;   ///< alpha was dropped (not blended), as the reference model does
    double missingShare = 0; ///< of the pixels, 0 to 1: not in the file any more, shown gray
    /// Of the pixels, 0 to 1: fully transparent, so that nobody sees what is stored there.
    double transparentShare = 0;
    /// The picture with gray in place of those pixels, to be measured; null when there are none.
    Image visible;
    /// The finest detail is not in the file, or not everywhere (a progressive JPEG or interlaced
    /// PNG that breaks off): what is shown is coarser than what was saved.
    bool lacksDetail = false;
    /// How the file's numbers stand for colors, e.g. "Display P3"; empty for sRGB and where nothing
    /// is said. The pixels of `image` were brought to sRGB.
    std::string encoding;
    /// Whether measurements were calibrated on pictures of such an encoding.
    bool isCalibrated = true;
    Image stored; ///< before that conversion, upright; null when there was none
    std::vector<std::string> warnings; ///< English sentences, e.g. "The file ends early: ..."
};

} // namespace core::image
