// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"

#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace core::image {

namespace {

/// One giflib read over bytes in memory.
class GifSession {
  public:
    explicit GifSession(Bytes file) : m_rest(file) {
        int error = 0;
        m_gif = DGifOpen(this, &onRead, &error);
    }
    ~GifSession() {
        if (m_gif != nullptr)
            DGifCloseFile(m_gif, nullptr);
    }
    GifSession(const GifSession&) = delete;
    GifSession& operator=(const GifSession&) = delete;

    [[nodiscard]] GifFileType* gif() const { return m_gif; }
    [[nodiscard]] bool endReached() const { return m_endReached; }

  private:
    static int onRead(GifFileType* gif, GifByteType* to, int count) {
        auto* self = static_cast<GifSession*>(gif->UserData);
        const auto step =
            std::min(static_cast<std::size_t>(std::max(count, 0)), self->m_rest.size());
        if (step < static_cast<std::size_t>(count))
            self->m_endReached = true;
        if (step > 0)
            std::memcpy(to, self->m_rest.data(), step);
        self->m_rest = self->m_rest.subspan(step);
        return static_cast<int>(step);
    }

    Bytes m_rest;
    GifFileType* m_gif = nullptr;
    bool m_endReached = false;
};

tl::unexpected<Error> damaged(const GifSession& session) {
    if (session.endReached())
        return fail(ErrorCode::Truncated, "The GIF file ends before anything of its picture can be "
                                          "shown; get a complete copy.");
    return fail(ErrorCode::Corrupt, "The GIF file cannot be decoded: its data is damaged.");
}

/// Reads an extension to its end and notes whether it makes a palette entry transparent.
bool readExtension(GifFileType* gif, bool& hasTransparency) {
    int code = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(gif, &code, &block) != GIF_OK)
        return false;
    while (block != nullptr) {
        if (code == GRAPHICS_EXT_FUNC_CODE && block[0] >= 4 && (block[1] & 1) != 0)
            hasTransparency = true;
        if (DGifGetExtensionNext(gif, &block) != GIF_OK)
            return false;
    }
    return true;
}

/// Stops in front of a frame's pixels. False: there is none or the file is damaged.
bool findFrame(GifFileType* gif, bool& hasTransparency) {
    constexpr int kMaxRecords = 10'000;
    for (int i = 0; i < kMaxRecords; ++i) {
        GifRecordType type = UNDEFINED_RECORD_TYPE;
        if (DGifGetRecordType(gif, &type) != GIF_OK || type == TERMINATE_RECORD_TYPE)
            return false;
        if (type == IMAGE_DESC_RECORD_TYPE)
            return DGifGetImageDesc(gif) == GIF_OK;
        if (type == EXTENSION_RECORD_TYPE && !readExtension(gif, hasTransparency))
            return false;
    }
    return false;
}

/// The row of the frame that comes `index`-th in the file.
/// @source GIF89a specification, appendix E
int interlacedRow(int index, int height) {
    struct Pass {
        int first, step;
    };
    constexpr std::array<Pass, 4> kPasses = {{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
    for (const auto& [first, step] : kPasses) {
        const int rows = height > first ? (height - first + step - 1) / step : 0;
        if (index < rows)
            return first + index * step;
        index -= rows;
    }
    return height;
}

void paintCanvas(const GifFileType& gif, Raster& raster) {
    GifColorType color{};
    if (gif.SColorMap != nullptr && gif.SBackGroundColor < gif.SColorMap->ColorCount)
        color = gif.SColorMap->Colors[gif.SBackGroundColor];
    for (std::size_t i = 0; i + 2 < raster.bgr.size(); i += 3) {
        raster.bgr[i] = color.Blue;
        raster.bgr[i + 1] = color.Green;
        raster.bgr[i + 2] = color.Red;
    }
}

/// Looks the indices of one row up and writes what lies on the canvas.
void paintRow(const ByteBuffer& indices, const ColorMapObject& colors, int left, int y,
              Raster& raster) {
    if (y >= raster.height)
        return;
    const int width = std::min<int>(static_cast<int>(indices.size()), raster.width - left);
    std::uint8_t* to =
        raster.bgr.data() + (static_cast<std::ptrdiff_t>(y) * raster.width + left) * 3;
    for (int x = 0; x < width; ++x, to += 3) {
        const int index = indices[static_cast<std::size_t>(x)];
        const GifColorType color =
            index < colors.ColorCount ? colors.Colors[index] : GifColorType{};
        to[0] = color.Blue;
        to[1] = color.Green;
        to[2] = color.Red;
    }
}

/// @return rows of the frame that could be read
Result<int> readFrame(GifFileType* gif, const ColorMapObject& colors, Raster& raster,
                      const std::stop_token& stop) {
    const GifImageDesc& frame = gif->Image;
    ByteBuffer indices(static_cast<std::size_t>(frame.Width));
    for (int i = 0; i < frame.Height; ++i) {
        if (i % 16 == 0 && stop.stop_requested())
            return cancelled();
        if (DGifGetLine(gif, indices.data(), frame.Width) != GIF_OK)
            return i;
        const int row = frame.Interlace ? interlacedRow(i, frame.Height) : i;
        paintRow(indices, colors, frame.Left, frame.Top + row, raster);
    }
    return frame.Height;
}

void paintMissingRows(const GifImageDesc& frame, int rows, Raster& raster) {
    for (int i = rows; i < frame.Height; ++i) {
        const int y = frame.Top + (frame.Interlace ? interlacedRow(i, frame.Height) : i);
        paintMissing(raster, y, y + 1);
    }
}

/// The frame's box must be on the canvas and affordable, for giflib believes it.
Result<void> checkFrame(const GifFileType& gif, const CodecInput& input) {
    const GifImageDesc& frame = gif.Image;
    if (const auto cost = checkSize(frame.Width, frame.Height, 1 << 20, input); !cost)
        return cost;
    if (frame.Left < 0 || frame.Top < 0 || frame.Left >= gif.SWidth || frame.Top >= gif.SHeight)
        return fail(ErrorCode::Corrupt, "The GIF's first frame lies outside its canvas.");
    if (frame.ColorMap == nullptr && gif.SColorMap == nullptr)
        return fail(ErrorCode::Corrupt, "The GIF has no palette.");
    return {};
}

} // namespace

Result<Raster> decodeGif(const CodecInput& input) {
    GifSession session(input.bytes);
    GifFileType* gif = session.gif();
    if (gif == nullptr)
        return damaged(session);
    if (const auto cost = checkSize(gif->SWidth, gif->SHeight, 1 << 20, input); !cost)
        return tl::unexpected(cost.error());
    Raster raster;
    if (!findFrame(gif, raster.hasAlpha))
        return damaged(session);
    if (const auto frame = checkFrame(*gif, input); !frame)
        return tl::unexpected(frame.error());

    raster.width = gif->SWidth;
    raster.height = gif->SHeight;
    raster.bgr.resize(static_cast<std::size_t>(raster.width) *
                      static_cast<std::size_t>(raster.height) * 3);
    paintCanvas(*gif, raster);
    const GifImageDesc frame = gif->Image;
    const ColorMapObject& colors = frame.ColorMap != nullptr ? *frame.ColorMap : *gif->SColorMap;
    const auto rows = readFrame(gif, colors, raster, input.stop);
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 0)
        return damaged(session);
    if (*rows < frame.Height) {
        paintMissingRows(frame, *rows, raster);
        addWarning(raster.warnings, missingRowsWarning(*rows, frame.Height));
    } else if (bool ignored = false; findFrame(gif, ignored)) {
        addWarning(raster.warnings,
                   "The GIF file is an animation; only its first frame is examined.");
    }
    return raster;
}

} // namespace core::image
