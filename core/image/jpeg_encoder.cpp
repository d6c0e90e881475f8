// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/jpeg_encoder.h"

// jpeglib.h needs FILE and size_t before it.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <csetjmp>
#include <cstdlib>
#include <new>
#include <string>

namespace core::image {

namespace {

/// One libjpeg compression to memory; libjpeg's errors end the call with a false result.
class Compression {
  public:
    Compression() {
        m_info.err = jpeg_std_error(&m_errors);
        m_errors.error_exit = &onError;
        m_errors.output_message = [](j_common_ptr) {};
        m_info.client_data = this;
    }
    ~Compression() {
        jpeg_destroy_compress(&m_info);
        std::free(m_bytes); // allocated by jpeg_mem_dest with malloc
    }
    Compression(const Compression&) = delete;
    Compression& operator=(const Compression&) = delete;

    [[nodiscard]] bool run(const PixelView& view, const JpegEncoding& encoding) {
        if (setjmp(m_jump) != 0)
            return false;
        jpeg_create_compress(&m_info);
        jpeg_mem_dest(&m_info, &m_bytes, &m_size);
        m_info.image_width = static_cast<JDIMENSION>(view.width);
        m_info.image_height = static_cast<JDIMENSION>(view.height);
        m_info.input_components = 3;
        m_info.in_color_space = JCS_EXT_BGR;
        jpeg_set_defaults(&m_info);
        jpeg_set_quality(&m_info, encoding.quality, TRUE);
        m_info.dct_method = JDCT_ISLOW;
        m_info.comp_info[0].h_samp_factor = encoding.horizontalSampling;
        m_info.comp_info[0].v_samp_factor = encoding.verticalSampling;
        jpeg_start_compress(&m_info, TRUE);
        while (m_info.next_scanline < m_info.image_height) {
            auto* row = const_cast<JSAMPLE*>(view.data + view.bytesPerRow * m_info.next_scanline);
            jpeg_write_scanlines(&m_info, &row, 1);
        }
        jpeg_finish_compress(&m_info);
        return true;
    }

    [[nodiscard]] ByteBuffer bytes() const { return {m_bytes, m_bytes + m_size}; }
    [[nodiscard]] const char* text() const { return m_text; }

  private:
    [[noreturn]] static void onError(j_common_ptr info) {
        auto* self = static_cast<Compression*>(info->client_data);
        info->err->format_message(info, self->m_text);
        std::longjmp(self->m_jump, 1);
    }

    jpeg_compress_struct m_info{};
    jpeg_error_mgr m_errors{};
    std::jmp_buf m_jump{};
    unsigned char* m_bytes = nullptr;
    unsigned long m_size = 0;
    char m_text[JMSG_LENGTH_MAX] = {};
};

bool isSampling(int factor) {
    return factor == 1 || factor == 2 || factor == 4;
}

} // namespace

Result<ByteBuffer> encodeJpeg(const Image& image, const JpegEncoding& encoding) {
    if (image.view().isEmpty())
        return fail(ErrorCode::InvalidArgument, "An empty picture cannot be written as JPEG.");
    if (encoding.quality < 1 || encoding.quality > 100 ||
        !isSampling(encoding.horizontalSampling) || !isSampling(encoding.verticalSampling) ||
        encoding.horizontalSampling * encoding.verticalSampling > 8)
        return fail(ErrorCode::InvalidArgument,
                    "A JPEG needs a quality of 1 to 100 and chroma sampling factors of 1, 2 or 4 "
                    "whose product is at most 8.");
    try {
        Compression compression;
        if (!compression.run(image.view(), encoding))
            return fail(ErrorCode::LimitExceeded,
                        std::string("Writing the JPEG failed: ") + compression.text() + ".");
        return compression.bytes();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded, "There is not enough memory to write the JPEG.");
    }
}

} // namespace core::image
