// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/tiff_session.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>

namespace core::image {

struct TiffCallbacks {
    static TiffSession& session(thandle_t handle) { return *static_cast<TiffSession*>(handle); }

    static tmsize_t read(thandle_t handle, void* to, tmsize_t count) {
        TiffSession& self = session(handle);
        const std::uint64_t rest =
            self.m_position < self.m_file.size() ? self.m_file.size() - self.m_position : 0;
        const auto wanted = static_cast<std::uint64_t>(std::max<tmsize_t>(count, 0));
        const std::uint64_t step = std::min(rest, wanted);
        if (step < wanted)
            self.m_endReached = true;
        if (step > 0)
            std::memcpy(to, self.m_file.data() + self.m_position, step);
        self.m_position += step;
        return static_cast<tmsize_t>(step);
    }

    static tmsize_t write(thandle_t, void*, tmsize_t) { return -1; }

    static toff_t seek(thandle_t handle, toff_t offset, int from) {
        TiffSession& self = session(handle);
        const std::uint64_t base = from == SEEK_SET   ? 0
                                   : from == SEEK_CUR ? self.m_position
                                                      : self.m_file.size();
        self.m_position = base + offset;
        return self.m_position;
    }

    static int close(thandle_t) { return 0; }
    static toff_t size(thandle_t handle) { return session(handle).m_file.size(); }

    static int onError(TIFF*, void* user, const char*, const char* format, va_list arguments) {
        char text[300];
        std::vsnprintf(text, sizeof text, format, arguments);
        static_cast<TiffSession*>(user)->m_complaint = text;
        return 1; // handled: nothing more is printed
    }

    static int onWarning(TIFF*, void*, const char*, const char*, va_list) { return 1; }
};

TiffSession::TiffSession(Bytes file, const DecodeLimits& limits) : m_file(file) {
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(
        TIFFOpenOptionsAlloc(), &TIFFOpenOptionsFree);
    if (!options)
        return;
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(),
                                        static_cast<tmsize_t>(limits.maxMemoryBytes));
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), &TiffCallbacks::onError, this);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), &TiffCallbacks::onWarning, this);
    // "m": no mapping, so that libtiff never works in place on the evidence.
    m_tiff.reset(TIFFClientOpenExt(
        "evidence", "rm", this, &TiffCallbacks::read, &TiffCallbacks::write, &TiffCallbacks::seek,
        &TiffCallbacks::close, &TiffCallbacks::size, nullptr, nullptr, options.get()));
}

Error TiffSession::error() const {
    const auto order = asText(m_file).starts_with("MM") ? ByteOrder::Big : ByteOrder::Little;
    const auto directory = readNumber(m_file, 4, 4, order);
    if (m_endReached || !directory || *directory >= m_file.size())
        return {ErrorCode::Truncated, "The TIFF file ends early and nothing of its picture can be "
                                      "shown; get a complete copy."};
    return {ErrorCode::Corrupt,
            "The TIFF file cannot be decoded: " +
                (m_complaint.empty() ? "its structure is damaged" : m_complaint) + "."};
}

} // namespace core::image
