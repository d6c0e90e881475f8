// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/jpeg_scans.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <map>

namespace core::image {

namespace {

constexpr int kMaxSegments = 20'000; // a progressive picture needs about forty
constexpr int kNeverSent = -1;

bool isFrame(std::uint8_t marker) {
    return marker == 0xC0 || marker == 0xC1 || marker == 0xC2;
}

bool standsAlone(std::uint8_t marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/// Where the entropy-coded data that begins at `at` ends: at a marker, or at the end of the file.
std::size_t endOfData(Bytes file, std::size_t at) {
    while (at < file.size()) {
        const void* found = std::memchr(file.data() + at, 0xFF, file.size() - at);
        if (found == nullptr)
            return file.size();
        at = static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - file.data());
        if (at + 1 >= file.size())
            return file.size();
        const std::uint8_t next = file[at + 1];
        const bool isData = next == 0x00 || (next >= 0xD0 && next <= 0xD7);
        if (!isData && next != 0xFF)
            return at;
        at += isData ? 2 : 1;
    }
    return file.size();
}

class Walk {
  public:
    explicit Walk(Bytes file) : m_file(file) { m_found.soundBytes = file.size(); }

    JpegScans run() {
        std::size_t at = 2;
        for (int i = 0; i < kMaxSegments && at < m_file.size(); ++i) {
            if (m_file[at] != 0xFF) { // stray bytes before a marker
                at = endOfData(m_file, at);
                continue;
            }
            if (at + 1 >= m_file.size() || m_file[at + 1] == 0xD9)
                break;
            const std::uint8_t marker = m_file[at + 1];
            if (marker == 0xFF || standsAlone(marker)) {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            const auto length = readNumber(m_file, at + 2, 2, ByteOrder::Big);
            const auto payload =
                length && *length >= 2 ? slice(m_file, at + 4, *length - 2) : std::nullopt;
            if (!payload) {
                // Without a whole scan before it there is nothing to save.
                if (m_found.ended > 0)
                    m_found.soundBytes = at;
                break;
            }
            at += 2 + static_cast<std::size_t>(*length);
            if (isFrame(marker))
                readFrame(*payload, marker);
            if (marker == 0xDA)
                at = readScan(*payload, at);
        }
        return std::move(m_found);
    }

  private:
    void readFrame(Bytes header, std::uint8_t marker) {
        if (!m_found.components.empty() || header.size() < 6)
            return;
        m_found.isProgressive = marker == 0xC2;
        for (std::size_t i = 0; i < header[5] && 6 + 3 * i < header.size(); ++i) {
            m_indexes[header[6 + 3 * i]] = m_found.components.size();
            m_found.components.emplace_back().fill(kNeverSent);
        }
    }

    /// @return where its data ends
    std::size_t readScan(Bytes header, std::size_t data) {
        const std::size_t end = endOfData(m_file, data);
        const std::size_t count = header.empty() ? 0 : header[0];
        if (header.size() < 1 + 2 * count + 3)
            return end;
        ++m_found.count;
        m_found.ended += end < m_file.size() ? 1 : 0;
        const std::uint8_t* range = header.data() + 1 + 2 * count;
        const int first = m_found.isProgressive ? range[0] : 0;
        const int last = m_found.isProgressive ? std::min<int>(range[1], 63) : 63;
        const int bits = m_found.isProgressive ? range[2] & 15 : 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto index = m_indexes.find(header[1 + 2 * i]);
            if (index == m_indexes.end())
                continue;
            for (int k = first; k <= last; ++k)
                m_found.components[index->second][static_cast<std::size_t>(k)] = bits;
        }
        return end;
    }

    Bytes m_file;
    JpegScans m_found;
    std::map<std::uint8_t, std::size_t> m_indexes;
};

} // namespace

int JpegScans::lackingCoefficients() const {
    int lacking = 0;
    for (const Lacking& component : components)
        lacking +=
            static_cast<int>(std::ranges::count_if(component, [](int bits) { return bits != 0; }));
    return lacking;
}

int JpegScans::allCoefficients() const {
    return static_cast<int>(components.size() * 64);
}

JpegScans jpegScans(Bytes file) {
    return Walk(file).run();
}

} // namespace core::image
