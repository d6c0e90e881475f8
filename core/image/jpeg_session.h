// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/image/byte_reader.h"

// jpeglib.h needs FILE and size_t before it.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <csetjmp>
#include <stop_token>
#include <string>

namespace core::image {

/// One libjpeg decompression over bytes in memory: errors become values, damage is noted instead of
/// printed, scan bombs and cancelled work end early.
/// No call may be made after one that failed.
class JpegSession {
  public:
    JpegSession(Bytes file, std::stop_token stop);
    ~JpegSession();
    JpegSession(const JpegSession&) = delete;
    JpegSession& operator=(const JpegSession&) = delete;

    [[nodiscard]] bool readHeader();
    [[nodiscard]] bool start();
    [[nodiscard]] bool readRow(JSAMPLE* row);
    /// Reads what is left behind the picture, for the decoder's remarks about it.
    void finish();
    /// The coefficient arrays of all components; null on failure.
    [[nodiscard]] jvirt_barray_ptr* readCoefficients();
    /// One row of blocks of a component's coefficients; null on failure.
    [[nodiscard]] JBLOCKROW blockRow(jvirt_barray_ptr component, JDIMENSION row);

    /// libjpeg's own state: header fields, and switches to set before start().
    [[nodiscard]] jpeg_decompress_struct& info() { return m_info; }
    /// Why the last call failed.
    [[nodiscard]] Error error() const;

    [[nodiscard]] bool endReached() const { return m_endReached; }
    /// The decoder had to invent data, beginning in this row of MCUs of this scan; -1: never.
    [[nodiscard]] long firstDamagedMcuRow() const { return m_damagedRow; }
    [[nodiscard]] int damagedScan() const { return m_damagedScan; }
    /// Bytes that stood before a marker and belong to nothing, by the decoder's count; the most of
    /// them at one place.
    [[nodiscard]] long extraneousBytes() const { return m_extraneous; }
    /// The last other complaint of the decoder that was not an error; empty for none.
    [[nodiscard]] const std::string& complaint() const { return m_complaint; }

  private:
    friend struct JpegCallbacks;

    jpeg_decompress_struct m_info{};
    jpeg_error_mgr m_errors{};
    jpeg_source_mgr m_source{};
    jpeg_progress_mgr m_progress{};
    std::jmp_buf m_jump{};
    std::stop_token m_stop;
    ErrorCode m_code = ErrorCode::Corrupt;
    char m_text[JMSG_LENGTH_MAX] = {};
    std::string m_complaint;
    bool m_endReached = false;
    long m_damagedRow = -1;
    int m_damagedScan = 0;
    long m_extraneous = 0;
};

} // namespace core::image
