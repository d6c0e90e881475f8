// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/gif_blocks.h"

#include <algorithm>

namespace core::image {

namespace {

constexpr int kMaxBlocks = 100'000;
constexpr std::size_t kMaxCommentBytes = 1u << 20;
constexpr std::size_t kMaxXmpBytes = 16u << 20;

/// Bytes of a color table by the packed field that announces it.
std::uint64_t tableBytes(std::uint64_t packed) {
    return (packed & 0x80) != 0 ? 3u << ((packed & 7) + 1) : 0;
}

class Walk {
  public:
    explicit Walk(Bytes file) : m_file(file) {}

    GifBlocks run() {
        m_at = 13 + tableBytes(byte(10));
        for (int i = 0; i < kMaxBlocks && m_at < m_file.size(); ++i) {
            const std::uint64_t kind = byte(m_at);
            if (kind == 0x3B) {
                m_blocks.end = m_at + 1;
                break;
            }
            if (kind == 0x21)
                extension();
            else if (kind == 0x2C)
                frame();
            else
                break;
        }
        return std::move(m_blocks);
    }

  private:
    [[nodiscard]] std::uint64_t byte(std::uint64_t at) const {
        return readNumber(m_file, at, 1, ByteOrder::Little).value_or(0);
    }

    /// Goes behind the sub-blocks; their contents are joined when wanted.
    void subBlocks(std::string* joined, std::size_t most) {
        while (m_at < m_file.size()) {
            const std::uint64_t length = byte(m_at);
            const auto piece = slice(m_file, m_at + 1, length);
            m_at += 1 + length;
            if (length == 0 || !piece)
                return;
            if (joined != nullptr && joined->size() + piece->size() <= most)
                *joined += asText(*piece);
        }
    }

    void extension() {
        const std::uint64_t label = byte(m_at + 1);
        m_at += 2;
        if (label == 0xFE) {
            std::string comment;
            subBlocks(&comment, kMaxCommentBytes);
            m_blocks.comments.push_back(std::move(comment));
            return;
        }
        const auto name = slice(m_file, m_at, 12);
        if (label == 0xFF && name && asText(*name).substr(1) == "XMP DataXMP") {
            // The packet stands there as it is; a "magic trailer" lets readers of sub-blocks pass.
            m_at += 12;
            const std::uint64_t start = m_at;
            subBlocks(nullptr, 0);
            const std::uint64_t end = std::min<std::uint64_t>(m_at, m_file.size());
            std::string_view packet = asText(m_file.subspan(start, end - start));
            packet = packet.substr(0, packet.find("\x01\xFF\xFE\xFD"));
            m_blocks.xmp = packet.substr(0, kMaxXmpBytes);
            return;
        }
        subBlocks(nullptr, 0);
    }

    void frame() {
        ++m_blocks.frames;
        m_at += 10 + tableBytes(byte(m_at + 9)) + 1; // and the code size of the pixels
        subBlocks(nullptr, 0);
    }

    Bytes m_file;
    std::uint64_t m_at = 0;
    GifBlocks m_blocks;
};

} // namespace

GifBlocks gifBlocks(Bytes file) {
    return Walk(file).run();
}

} // namespace core::image
