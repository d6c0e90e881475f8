// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/jpeg_session.h"

#include "core/image/jpeg_scans.h"

#include <jerror.h>

#include <algorithm>
#include <cstring>

namespace core::image {

namespace {

/// A progressive picture needs about ten scans; thousands of tiny ones are an attack on our time.
constexpr int kMaxScans = 500;
constexpr int kJpegLsFrame = 0xF7; // ITU T.87

} // namespace

/// What libjpeg calls back. Nothing here may own memory when it jumps.
struct JpegCallbacks {
    static JpegSession& session(j_common_ptr info) {
        return *static_cast<JpegSession*>(info->client_data);
    }

    [[noreturn]] static void stopWith(JpegSession& session, ErrorCode code, const char* text) {
        session.m_code = code;
        std::snprintf(session.m_text, sizeof session.m_text, "%s", text);
        std::longjmp(session.m_jump, 1);
    }

    [[noreturn]] static void onError(j_common_ptr info) {
        JpegSession& self = session(info);
        char text[JMSG_LENGTH_MAX];
        info->err->format_message(info, text);
        switch (info->err->msg_code) {
        case JERR_OUT_OF_MEMORY:
        case JERR_NO_BACKING_STORE:
            stopWith(self, ErrorCode::LimitExceeded, text);
        case JERR_BAD_PRECISION:
        case JERR_SOF_UNSUPPORTED:
        case JERR_CONVERSION_NOTIMPL:
        case JERR_NOTIMPL:
        case JERR_NOT_COMPILED:
        case JERR_ARITH_NOTIMPL:
            stopWith(self, ErrorCode::UnsupportedFormat, text);
        case JERR_UNKNOWN_MARKER:
            if (info->err->msg_parm.i[0] == kJpegLsFrame)
                stopWith(self, ErrorCode::UnsupportedFormat,
                         "it is a JPEG-LS picture (convert it to PNG)");
            stopWith(self, ErrorCode::Corrupt, text);
        case JERR_EMPTY_IMAGE:
            if (self.m_info.image_height == 0 && self.m_info.image_width > 0)
                stopWith(self, ErrorCode::UnsupportedFormat,
                         "its header leaves the height to a mark behind the picture (DNL)");
            stopWith(self, ErrorCode::Corrupt, text);
        default:
            stopWith(self, self.m_endReached ? ErrorCode::Truncated : ErrorCode::Corrupt, text);
        }
    }

    static void onMessage(j_common_ptr info, int level) {
        if (level >= 0)
            return; // trace output
        JpegSession& self = session(info);
        ++info->err->num_warnings;
        if (info->err->msg_code == JWRN_EXTRANEOUS_DATA) {
            self.m_extraneous = std::max<long>(self.m_extraneous, info->err->msg_parm.i[0]);
            return;
        }
        const bool inventsData = info->err->msg_code == JWRN_HIT_MARKER;
        if (inventsData && self.m_damagedRow < 0) {
            self.m_damagedRow = static_cast<long>(self.m_info.input_iMCU_row);
            self.m_damagedScan = self.m_info.input_scan_number;
        }
        char text[JMSG_LENGTH_MAX];
        info->err->format_message(info, text);
        self.m_complaint = text;
    }

    static void onOutput(j_common_ptr) {}

    static void onProgress(j_common_ptr info) {
        JpegSession& self = session(info);
        if (self.m_stop.stop_requested())
            stopWith(self, ErrorCode::Cancelled, "Cancelled before it was finished.");
        if (self.m_info.input_scan_number > kMaxScans)
            stopWith(self, ErrorCode::LimitExceeded,
                     "the picture is split into more than 500 scans, which no camera or program "
                     "needs");
    }

    static void initSource(j_decompress_ptr) {}

    static boolean fillBuffer(j_decompress_ptr info) {
        static const JOCTET kEnd[2] = {0xFF, JPEG_EOI};
        session(reinterpret_cast<j_common_ptr>(info)).m_endReached = true;
        info->src->next_input_byte = kEnd;
        info->src->bytes_in_buffer = sizeof kEnd;
        return TRUE;
    }

    static void skipBytes(j_decompress_ptr info, long count) {
        if (count <= 0)
            return;
        auto& source = *info->src;
        const auto step =
            std::min<std::size_t>(static_cast<std::size_t>(count), source.bytes_in_buffer);
        source.next_input_byte += step;
        source.bytes_in_buffer -= step;
        if (step < static_cast<std::size_t>(count))
            fillBuffer(info);
    }
};

JpegSession::JpegSession(Bytes file, std::stop_token stop) : m_stop(std::move(stop)) {
    m_info.err = jpeg_std_error(&m_errors);
    m_errors.error_exit = &JpegCallbacks::onError;
    m_errors.emit_message = &JpegCallbacks::onMessage;
    m_errors.output_message = &JpegCallbacks::onOutput;
    m_info.client_data = this;
    if (setjmp(m_jump) != 0)
        return; // readHeader fails at once, for there is no source
    jpeg_create_decompress(&m_info);
    m_info.client_data = this;
    m_source.init_source = &JpegCallbacks::initSource;
    m_source.fill_input_buffer = &JpegCallbacks::fillBuffer;
    m_source.skip_input_data = &JpegCallbacks::skipBytes;
    m_source.resync_to_restart = &jpeg_resync_to_restart;
    m_source.term_source = &JpegCallbacks::initSource;
    m_source.next_input_byte = file.data();
    // A table that breaks off would end everything, although whole scans may lie before it.
    m_source.bytes_in_buffer = jpegScans(file).soundBytes;
    m_info.src = &m_source;
    m_progress.progress_monitor = &JpegCallbacks::onProgress;
    m_info.progress = &m_progress;
}

JpegSession::~JpegSession() {
    jpeg_destroy_decompress(&m_info);
}

bool JpegSession::readHeader() {
    if (m_info.src == nullptr || setjmp(m_jump) != 0)
        return false;
    return jpeg_read_header(&m_info, TRUE) == JPEG_HEADER_OK;
}

bool JpegSession::start() {
    if (setjmp(m_jump) != 0)
        return false;
    return jpeg_start_decompress(&m_info) == TRUE;
}

bool JpegSession::readRow(JSAMPLE* row) {
    if (setjmp(m_jump) != 0)
        return false;
    return jpeg_read_scanlines(&m_info, &row, 1) == 1;
}

void JpegSession::finish() {
    if (setjmp(m_jump) != 0)
        return;
    jpeg_finish_decompress(&m_info);
}

jvirt_barray_ptr* JpegSession::readCoefficients() {
    if (setjmp(m_jump) != 0)
        return nullptr;
    return jpeg_read_coefficients(&m_info);
}

JBLOCKROW JpegSession::blockRow(jvirt_barray_ptr component, JDIMENSION row) {
    if (setjmp(m_jump) != 0)
        return nullptr;
    return m_info.mem->access_virt_barray(reinterpret_cast<j_common_ptr>(&m_info), component, row,
                                          1, FALSE)[0];
}

Error JpegSession::error() const {
    if (m_code == ErrorCode::Cancelled)
        return {m_code, m_text};
    if (m_code == ErrorCode::Truncated)
        return {m_code, "The JPEG file ends before its picture begins; get a complete copy."};
    const char* what = m_code == ErrorCode::UnsupportedFormat
                           ? "This kind of JPEG is not supported: "
                           : "The JPEG file cannot be decoded: ";
    return {m_code, std::string(what) + (m_text[0] != 0 ? m_text : "no reason given") + "."};
}

} // namespace core::image
