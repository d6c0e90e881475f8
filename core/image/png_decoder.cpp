// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"
#include "core/image/container_parts.h"

#include <png.h>

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
    /// rounded. Returns the number of passes, 0 on failure.
    [[nodiscard]] int chooseOutput() {
        if (setjmp(m_jump) != 0)
            return 0;
        png_set_scale_16(m_png);
        png_set_expand(m_png);
        png_set_strip_alpha(m_png);
        png_set_gray_to_rgb(m_png);
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

    static void onWarning(png_structp, png_const_charp) {}

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
    const std::size_t rowBytes = static_cast<std::size_t>(raster.width) * 3;
    for (int pass = 0; pass < passes; ++pass) {
        for (int y = 0; y < raster.height; ++y) {
            if (y % 16 == 0 && stop.stop_requested())
                return {pass, y, true};
            if (!session.readRow(raster.bgr.data() + rowBytes * static_cast<std::size_t>(y)))
                return {pass, y, false};
        }
    }
    return {passes, 0, false};
}

void noteMissing(const PngSession& session, const Reach& reach, int passes, Raster& raster) {
    if (passes == 1)
        paintMissing(raster, reach.rows, raster.height);
    if (!session.endReached())
        addWarning(raster.warnings, std::string("The PNG data is damaged (") + session.text() +
                                        "); the part after the damage is shown gray.");
    else if (passes == 1)
        addWarning(raster.warnings, missingRowsWarning(reach.rows, raster.height));
    else
        addWarning(raster.warnings,
                   "The file ends early, in pass " + std::to_string(reach.passes + 1) + " of " +
                       std::to_string(passes) + " of an interlaced PNG: the picture lacks detail.");
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
    const int passes = session.chooseOutput();
    if (passes == 0)
        return tl::unexpected(failureOf(session));
    raster.bgr.resize(static_cast<std::size_t>(width) * height * 3);
    // An interlaced picture that breaks off in its first pass is gray where nothing was read.
    if (passes > 1)
        paintMissing(raster, 0, raster.height);
    const Reach reach = readPasses(session, passes, raster, input.stop);
    if (reach.wasCancelled)
        return cancelled();
    if (reach.passes < passes) {
        if (reach.passes == 0 && reach.rows == 0)
            return tl::unexpected(failureOf(session));
        noteMissing(session, reach, passes, raster);
    }
    noteAnimation(input.bytes, raster);
    return raster;
}

} // namespace core::image
