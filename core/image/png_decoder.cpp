// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"
#include "core/image/container_parts.h"

#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <string_view>

namespace core::image {

namespace {

constexpr png_alloc_size_t kMaxChunkBytes = 16u << 20;
constexpr png_uint_32 kMaxCachedChunks = 128;

/// One libpng read over bytes in memory. Errors end the current step with a false result.
class PngSession {
  public:
    explicit PngSession(Bytes file) : m_rest(file) {
        m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, &onError, &onWarning);
        m_info = m_png != nullptr ? png_create_info_struct(m_png) : nullptr;
    }
    ~PngSession() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngSession(const PngSession&) = delete;
    PngSession& operator=(const PngSession&) = delete;

    [[nodiscard]] bool readHeader(const DecodeLimits& limits) {
        if (m_info == nullptr || setjmp(m_jump) != 0)
            return false;
        png_set_read_fn(m_png, this, &onRead);
        const auto side = static_cast<png_uint_32>(limits.maxSide);
        // checkSize gives the reader of a too large header numbers; this is the second fence.
        png_set_user_limits(m_png, std::max(side, kLibrarySide), std::max(side, kLibrarySide));
        png_set_chunk_malloc_max(m_png, kMaxChunkBytes);
        png_set_chunk_cache_max(m_png, kMaxCachedChunks);
        skipMetadata();
        png_read_info(m_png, m_info);
        return true;
    }

    /// Every kind of PNG to 8-bit B, G, R: palettes looked up, gray repeated, alpha dropped, 16 bit
    /// rounded, or kept as R, G, B of the machine's byte order. Returns the number of passes, 0 on
    /// failure.
    [[nodiscard]] int chooseOutput(bool isWide) {
        if (setjmp(m_jump) != 0)
            return 0;
        if (isWide)
            png_set_swap(m_png);
        else
            png_set_scale_16(m_png);
        png_set_expand(m_png);
        png_set_strip_alpha(m_png);
        png_set_gray_to_rgb(m_png);
        if (!isWide)
            png_set_bgr(m_png);
        const int passes = png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
        return passes;
    }

    [[nodiscard]] bool readRow(std::uint8_t* row) {
        if (setjmp(m_jump) != 0)
            return false;
        png_read_row(m_png, row, nullptr);
        return true;
    }

    /// Reads what is left behind the pixels, for the library's remarks about it.
    void readEnd() {
        if (setjmp(m_jump) != 0)
            return;
        png_read_end(m_png, nullptr);
    }

    /// The library's last remark that was not an error; empty for none.
    [[nodiscard]] const char* remark() const { return m_remark; }
    [[nodiscard]] png_structp png() const { return m_png; }
    [[nodiscard]] png_infop info() const { return m_info; }
    [[nodiscard]] bool endReached() const { return m_endReached; }
    [[nodiscard]] const char* text() const { return m_text; }

  private:
    static constexpr png_uint_32 kLibrarySide = 1'000'000;

    /// Color profiles and texts are compressed data that the pixels do not need.
    void skipMetadata() {
        static constexpr std::array kSkipped = {"iCCP", "tEXt", "zTXt", "iTXt", "eXIf", "sPLT",
                                                "hIST", "pCAL", "sCAL", "tIME", "pHYs", "oFFs",
                                                "bKGD", "gAMA", "cHRM", "sRGB", "sBIT"};
        std::array<png_byte, kSkipped.size() * 5> names{};
        for (std::size_t i = 0; i < kSkipped.size(); ++i)
            std::memcpy(names.data() + i * 5, kSkipped[i], 5);
        png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_NEVER, names.data(),
                                    static_cast<int>(kSkipped.size()));
    }

    [[noreturn]] static void onError(png_structp png, png_const_charp text) {
        auto* self = static_cast<PngSession*>(png_get_error_ptr(png));
        std::snprintf(self->m_text, sizeof self->m_text, "%s", text);
        std::longjmp(self->m_jump, 1);
    }

    static void onWarning(png_structp png, png_const_charp text) {
        auto* self = static_cast<PngSession*>(png_get_error_ptr(png));
        std::snprintf(self->m_remark, sizeof self->m_remark, "%s", text);
    }

    static void onRead(png_structp png, png_bytep to, std::size_t count) {
        auto* self = static_cast<PngSession*>(png_get_io_ptr(png));
        if (count > self->m_rest.size()) {
            self->m_endReached = true;
            png_error(png, "the file ends early");
        }
        std::memcpy(to, self->m_rest.data(), count);
        self->m_rest = self->m_rest.subspan(count);
    }

    Bytes m_rest;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::jmp_buf m_jump{};
    char m_text[200] = {};
    char m_remark[200] = {};
    bool m_endReached = false;
};

Error failureOf(const PngSession& session) {
    if (session.endReached())
        return {ErrorCode::Truncated, "The PNG file ends before anything of its picture can be "
                                      "shown; get a complete copy."};
    if (std::string_view(session.text()).starts_with("CgBI"))
        return {ErrorCode::UnsupportedFormat,
                "The PNG file is in the variant of Apple's app builder (CgBI), which is not "
                "decoded; it is not damaged. Convert it with Apple's own programs."};
    return {ErrorCode::Corrupt,
            std::string("The PNG file cannot be decoded: ") + session.text() + "."};
}

/// How far reading came: whole passes, and rows of the pass that broke off.
struct Reach {
    int passes = 0;
    int rows = 0;
    bool wasCancelled = false;
};

Reach readPasses(PngSession& session, int passes, Raster& raster, const std::stop_token& stop) {
    const bool isWide = !raster.wide.empty();
    const std::size_t rowBytes = static_cast<std::size_t>(raster.width) * (isWide ? 6 : 3);
    std::uint8_t* rows =
        isWide ? reinterpret_cast<std::uint8_t*>(raster.wide.data()) : raster.bgr.data();
    for (int pass = 0; pass < passes; ++pass) {
        for (int y = 0; y < raster.height; ++y) {
            if (y % 16 == 0 && stop.stop_requested())
                return {pass, y, true};
            if (!session.readRow(rows + rowBytes * static_cast<std::size_t>(y)))
                return {pass, y, false};
        }
    }
    return {passes, 0, false};
}

/// The 8-bit picture of a wide one, rounded.
void narrowRows(Raster& raster) {
    for (std::size_t i = 0; i < raster.wide.size(); ++i) {
        const std::size_t to = i / 3 * 3 + 2 - i % 3; // R G B to B G R
        raster.bgr[to] = static_cast<std::uint8_t>((raster.wide[i] * 255U + 32767U) / 65535U);
    }
}

void noteMissing(const PngSession& session, const Reach& reach, int passes, Raster& raster) {
    if (passes == 1)
        paintMissing(raster, reach.rows, raster.height);
    if (!session.endReached())
        addWarning(raster.warnings, std::string("The PNG data is damaged (") + session.text() +
                                        "); the part after the damage is shown gray.");
    else if (passes == 1)
        addWarning(raster.warnings, missingRowsWarning(reach.rows, raster.height));
    else {
        raster.lacksDetail = true;
        addWarning(raster.warnings,
                   "The file ends early, in pass " + std::to_string(reach.passes + 1) + " of " +
                       std::to_string(passes) + " of an interlaced PNG: the picture lacks detail.");
    }
}

/// Bytes that the pixel data hold when unpacked.
std::uint64_t unpackedBytes(Bytes file) {
    std::vector<std::uint8_t> piece(1 << 16);
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return 0;
    constexpr std::uint64_t kMost = std::uint64_t{1} << 33; // more rows than any limit allows
    int state = Z_OK;
    for (const ContainerPart& part : pngChunks(file)) {
        if (part.name != "IDAT")
            continue;
        stream.next_in = const_cast<Bytef*>(part.payload.data());
        stream.avail_in = static_cast<uInt>(part.payload.size());
        while (state == Z_OK && stream.avail_in > 0 && stream.total_out < kMost) {
            stream.next_out = piece.data();
            stream.avail_out = static_cast<uInt>(piece.size());
            state = inflate(&stream, Z_NO_FLUSH);
        }
    }
    // What one chunk left waiting is still to be counted.
    while (state == Z_OK && stream.total_out < kMost) {
        stream.next_out = piece.data();
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
    }
    const std::uint64_t total = stream.total_out;
    inflateEnd(&stream);
    return total;
}

/// What the file has beyond the picture, or checks wrongly, without harm to the pixels.
void noteRemarks(const PngSession& session, const CodecInput& input, std::uint64_t rowBytes,
                 Raster& raster) {
    const std::string_view remark = session.remark();
    if (remark.find("Extra compressed data") != std::string_view::npos ||
        remark.find("Too much image data") != std::string_view::npos) {
        const std::uint64_t all = unpackedBytes(input.bytes);
        const std::uint64_t shown = rowBytes * static_cast<std::uint64_t>(raster.height);
        const std::uint64_t hidden = all > shown && rowBytes > 0 ? (all - shown) / rowBytes : 0;
        addWarning(raster.warnings,
                   hidden > 0 ? "The pixel data hold " + std::to_string(hidden) +
                                    " more rows than the " + std::to_string(raster.height) +
                                    " that the header says: they are hidden."
                              : "The pixel data hold more than the picture that the header says.");
    } else if (remark.find("incorrect data check") != std::string_view::npos) {
        addWarning(raster.warnings, "The check sum (Adler-32) at the end of the pixel data is "
                                    "wrong: the data were changed after they were packed.");
    } else if (session.endReached()) {
        addWarning(raster.warnings,
                   "The file lacks the chunk that ends a PNG; the picture itself is complete.");
    } else if (!remark.empty()) {
        addWarning(raster.warnings, "The PNG decoder noted: " + std::string(remark) + ".");
    }
}

void noteAnimation(Bytes file, Raster& raster) {
    for (const ContainerPart& chunk : pngChunks(file)) {
        const auto frames = readNumber(chunk.payload, 0, 4, ByteOrder::Big);
        if (chunk.name != "acTL" || frames.value_or(0) < 2)
            continue;
        addWarning(raster.warnings, "The PNG file is an animation of " + std::to_string(*frames) +
                                        " frames; only its first picture is examined.");
        return;
    }
}

} // namespace

Result<Raster> decodePng(const CodecInput& input) {
    PngSession session(input.bytes);
    if (!session.readHeader(input.limits))
        return tl::unexpected(failureOf(session));
    const auto width = png_get_image_width(session.png(), session.info());
    const auto height = png_get_image_height(session.png(), session.info());
    if (const auto cost = checkSize(width, height, 1 << 20, input); !cost)
        return tl::unexpected(cost.error());

    Raster raster;
    raster.width = static_cast<int>(width);
    raster.height = static_cast<int>(height);
    raster.bitsPerSample = png_get_bit_depth(session.png(), session.info());
    raster.hasAlpha =
        (png_get_color_type(session.png(), session.info()) & PNG_COLOR_MASK_ALPHA) != 0 ||
        png_get_valid(session.png(), session.info(), PNG_INFO_tRNS) != 0;
    const int type = png_get_color_type(session.png(), session.info());
    raster.isGray = (type & PNG_COLOR_MASK_COLOR) == 0;
    // Of one pass; each row begins with its filter's number.
    const std::uint64_t rowBytes =
        png_get_interlace_type(session.png(), session.info()) == PNG_INTERLACE_NONE
            ? png_get_rowbytes(session.png(), session.info()) + 1
            : 0;
    const bool isWide = input.keepsWide && raster.bitsPerSample == 16;
    if (isWide) {
        const std::int64_t pixels = static_cast<std::int64_t>(width) * height;
        if (const auto cost = checkSize(width, height, pixels * 6, input); !cost)
            return tl::unexpected(cost.error());
        raster.wide.resize(static_cast<std::size_t>(pixels) * 3);
    }
    const int passes = session.chooseOutput(isWide);
    if (passes == 0)
        return tl::unexpected(failureOf(session));
    raster.bgr.resize(static_cast<std::size_t>(width) * height * 3);
    // An interlaced picture that breaks off in its first pass is gray where nothing was read.
    if (passes > 1)
        paintMissing(raster, 0, raster.height);
    const Reach reach = readPasses(session, passes, raster, input.stop);
    if (reach.wasCancelled)
        return cancelled();
    narrowRows(raster);
    if (reach.passes < passes) {
        if (reach.passes == 0 && reach.rows == 0)
            return tl::unexpected(failureOf(session));
        noteMissing(session, reach, passes, raster);
    } else if (input.enoughSide <= 0) {
        session.readEnd();
        noteRemarks(session, input, rowBytes, raster);
    }
    noteAnimation(input.bytes, raster);
    return raster;
}

} // namespace core::image
