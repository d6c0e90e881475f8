// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/stream_colors.h"

#include "core/image/media_items.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace core::image {

namespace {

/// Reads bits one after the other, most significant first; after the end all are 0.
class Bits {
  public:
    explicit Bits(Bytes bytes) : m_bytes(bytes) {}

    std::uint32_t number(int width) {
        std::uint32_t value = 0;
        for (int i = 0; i < width; ++i) {
            const std::size_t byte = m_at / 8;
            m_isSound = m_isSound && byte < m_bytes.size();
            const std::uint32_t bit = m_isSound ? m_bytes[byte] >> (7 - m_at % 8) & 1U : 0;
            value = value << 1 | bit;
            ++m_at;
        }
        return value;
    }
    bool flag() { return number(1) != 0; }
    void skip(int width) {
        for (; width > 0; width -= 32)
            number(std::min(width, 32));
    }
    /// Exp-Golomb code, as both standards have it.
    std::uint32_t counted() {
        int zeros = 0;
        while (m_isSound && zeros < 32 && !flag())
            ++zeros;
        if (zeros == 32)
            m_isSound = false;
        return m_isSound && zeros > 0 ? (1U << zeros) - 1 + number(zeros) : 0;
    }
    [[nodiscard]] bool isSound() const { return m_isSound; }

  private:
    Bytes m_bytes;
    std::size_t m_at = 0;
    bool m_isSound = true;
};

/// H.265 puts a 3 behind two zero bytes, so that no start code arises.
ByteBuffer withoutEscapes(Bytes unit) {
    ByteBuffer bytes;
    int zeros = 0;
    for (const std::uint8_t byte : unit) {
        if (zeros >= 2 && byte == 3) {
            zeros = 0;
            continue;
        }
        zeros = byte == 0 ? zeros + 1 : 0;
        bytes.push_back(byte);
    }
    return bytes;
}

void skipProfileAndLevels(Bits& bits, int subLayers) {
    bits.skip(88 + 8);
    if (subLayers == 0)
        return;
    std::array<bool, 8> hasProfile{};
    std::array<bool, 8> hasLevel{};
    for (int i = 0; i < 8; ++i) {
        const auto at = static_cast<std::size_t>(i);
        hasProfile[at] = bits.flag(); // beyond the sub-layers both bits are zero
        hasLevel[at] = bits.flag();
    }
    for (int i = 0; i < subLayers; ++i) {
        bits.skip(hasProfile[static_cast<std::size_t>(i)] ? 88 : 0);
        bits.skip(hasLevel[static_cast<std::size_t>(i)] ? 8 : 0);
    }
}

void skipScalingLists(Bits& bits) {
    for (int size = 0; size < 4; ++size) {
        for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
            if (!bits.flag()) {
                bits.counted();
                continue;
            }
            const int coefficients = std::min(64, 1 << (4 + 2 * size));
            for (int i = size > 1 ? -1 : 0; i < coefficients; ++i)
                bits.counted();
        }
    }
}

/// @return whether the sets make sense
bool skipReferenceSets(Bits& bits) {
    constexpr std::uint32_t kMostSets = 64;
    constexpr std::uint32_t kMostPictures = 16;
    const std::uint32_t sets = bits.counted();
    std::uint32_t pictures = 0;
    for (std::uint32_t set = 0; set < std::min(sets, kMostSets); ++set) {
        if (set > 0 && bits.flag()) { // by way of the one before
            bits.skip(1);
            bits.counted();
            std::uint32_t kept = 0;
            for (std::uint32_t i = 0; i <= pictures; ++i)
                kept += bits.flag() || bits.flag() ? 1 : 0;
            pictures = kept;
        } else {
            const std::uint32_t before = bits.counted();
            const std::uint32_t after = bits.counted();
            if (before > kMostPictures || after > kMostPictures)
                return false;
            pictures = before + after;
            for (std::uint32_t i = 0; i < pictures; ++i) {
                bits.counted();
                bits.skip(1);
            }
        }
        if (pictures > kMostPictures || !bits.isSound())
            return false;
    }
    return sets <= kMostSets;
}

/// Behind the sizes and the structure of the coded blocks.
bool skipTools(Bits& bits, int bitsOfOrder) {
    for (int i = 0; i < 6; ++i)
        bits.counted();
    if (bits.flag() && bits.flag())
        skipScalingLists(bits);
    bits.skip(2);
    if (bits.flag()) { // samples as they are
        bits.skip(8);
        bits.counted();
        bits.counted();
        bits.skip(1);
    }
    if (!skipReferenceSets(bits))
        return false;
    constexpr std::uint32_t kMostLongTerm = 32;
    if (bits.flag()) {
        const std::uint32_t longTerm = bits.counted();
        if (longTerm > kMostLongTerm)
            return false;
        for (std::uint32_t i = 0; i < longTerm; ++i)
            bits.skip(bitsOfOrder + 1);
    }
    bits.skip(2);
    return bits.isSound();
}

std::optional<ColorCodes> codesFrom(Bits& bits) {
    const auto primaries = static_cast<int>(bits.number(8));
    const auto transfer = static_cast<int>(bits.number(8));
    if (!bits.isSound() || (primaries == 2 && transfer == 2))
        return std::nullopt; // 2: not said
    return ColorCodes{primaries, transfer};
}

std::optional<ColorCodes> usabilityColors(Bits& bits) {
    constexpr std::uint32_t kOwnAspect = 255;
    if (!bits.flag())
        return std::nullopt;
    if (bits.flag() && bits.number(8) == kOwnAspect)
        bits.skip(32);
    if (bits.flag())
        bits.skip(1);
    if (!bits.flag())
        return std::nullopt;
    bits.skip(4);
    return bits.flag() ? codesFrom(bits) : std::nullopt;
}

/// @param unit  a sequence parameter set with its two bytes of header
std::optional<ColorCodes> parameterSetColors(Bytes unit) {
    const ByteBuffer plain = withoutEscapes(unit);
    Bits bits(plain);
    bits.skip(16 + 4);
    const auto subLayers = static_cast<int>(bits.number(3));
    bits.skip(1);
    skipProfileAndLevels(bits, subLayers);
    bits.counted();
    if (bits.counted() == 3) // chroma at full scale
        bits.skip(1);
    bits.counted();
    bits.counted();
    if (bits.flag()) {
        for (int i = 0; i < 4; ++i)
            bits.counted();
    }
    bits.counted();
    bits.counted();
    const auto bitsOfOrder = static_cast<int>(std::min(bits.counted(), 12U)) + 4;
    const int first = bits.flag() ? 0 : subLayers;
    for (int i = first; i <= subLayers; ++i) {
        for (int k = 0; k < 3; ++k)
            bits.counted();
    }
    return skipTools(bits, bitsOfOrder) ? usabilityColors(bits) : std::nullopt;
}

/// @param box  "hvcC"
/// @source ISO 14496-15, 8.3.3.1
std::optional<ColorCodes> hevcColors(Bytes box) {
    constexpr std::uint64_t kParameterSet = 33;
    const auto arrays = readNumber(box, 22, 1, ByteOrder::Big);
    std::uint64_t at = 23;
    for (std::uint64_t i = 0; i < arrays.value_or(0); ++i) {
        const auto type = readNumber(box, at, 1, ByteOrder::Big);
        const auto units = readNumber(box, at + 1, 2, ByteOrder::Big);
        if (!units)
            break;
        at += 3;
        for (std::uint64_t k = 0; k < *units; ++k) {
            const auto length = readNumber(box, at, 2, ByteOrder::Big);
            const auto unit = slice(box, at + 2, length.value_or(0));
            if (!length || !unit)
                return std::nullopt;
            at += 2 + *length;
            if ((*type & 63U) == kParameterSet)
                return parameterSetColors(*unit);
        }
    }
    return std::nullopt;
}

/// Times, operating points and delays of a sequence that is no still picture by its header.
void skipOperatingPoints(Bits& bits) {
    bool hasModel = false;
    int bitsOfDelay = 0;
    if (bits.flag()) {
        bits.skip(64);
        if (bits.flag())
            bits.counted();
        hasModel = bits.flag();
        if (hasModel) {
            bitsOfDelay = static_cast<int>(bits.number(5)) + 1;
            bits.skip(32 + 5 + 5);
        }
    }
    const bool hasDelays = bits.flag();
    const std::uint32_t points = bits.number(5) + 1;
    for (std::uint32_t i = 0; i < points; ++i) {
        bits.skip(12);
        if (bits.number(5) > 7)
            bits.skip(1);
        if (hasModel && bits.flag())
            bits.skip(2 * bitsOfDelay + 1);
        if (hasDelays && bits.flag())
            bits.skip(4);
    }
}

void skipInterTools(Bits& bits) {
    constexpr std::uint32_t kSelected = 2;
    bits.skip(4);
    const bool hasOrder = bits.flag();
    if (hasOrder)
        bits.skip(2);
    const std::uint32_t screen = bits.flag() ? kSelected : bits.number(1);
    if (screen > 0 && !bits.flag())
        bits.skip(1);
    if (hasOrder)
        bits.skip(3);
}

std::optional<ColorCodes> sequenceColors(Bytes header) {
    Bits bits(header);
    const std::uint32_t profile = bits.number(3);
    bits.skip(1);
    const bool isReduced = bits.flag();
    if (isReduced)
        bits.skip(5);
    else
        skipOperatingPoints(bits);
    const auto bitsOfWidth = static_cast<int>(bits.number(4)) + 1;
    const auto bitsOfHeight = static_cast<int>(bits.number(4)) + 1;
    bits.skip(bitsOfWidth + bitsOfHeight);
    if (!isReduced && bits.flag())
        bits.skip(7);
    bits.skip(3);
    if (!isReduced)
        skipInterTools(bits);
    bits.skip(3);
    if (bits.flag() && profile == 2)
        bits.skip(1);
    if (profile != 1)
        bits.skip(1);
    return bits.flag() ? codesFrom(bits) : std::nullopt;
}

/// @param units  the AV1 stream, or what its configuration repeats of it
std::optional<ColorCodes> av1Colors(Bytes units) {
    constexpr std::uint64_t kSequenceHeader = 1;
    std::uint64_t at = 0;
    while (const auto head = readNumber(units, at, 1, ByteOrder::Big)) {
        at += (*head & 4U) != 0 ? 2 : 1;
        std::uint64_t length = units.size() - std::min<std::uint64_t>(at, units.size());
        if ((*head & 2U) != 0) {
            length = 0;
            std::optional<std::uint64_t> byte;
            for (int i = 0; i < 8 && (i == 0 || (byte && (*byte & 128U) != 0)); ++i) {
                byte = readNumber(units, at++, 1, ByteOrder::Big);
                length |= (byte.value_or(0) & 127U) << (7 * i);
            }
        }
        const auto payload = slice(units, at, length);
        if (!payload)
            return std::nullopt;
        if ((*head >> 3 & 15U) == kSequenceHeader)
            return sequenceColors(*payload);
        at += length;
    }
    return std::nullopt;
}

} // namespace

std::optional<ColorCodes> streamColors(Bytes file) {
    const auto primary = primaryItem(file);
    if (!primary)
        return std::nullopt;
    for (const std::uint32_t item : {*primary, firstTile(file, *primary).value_or(*primary)}) {
        if (const auto hevc = itemProperty(file, item, "hvcC"))
            return hevcColors(*hevc);
        const auto av1 = itemProperty(file, item, "av1C");
        if (!av1)
            continue;
        constexpr std::size_t kHead = 4;
        if (const auto codes = av1Colors(av1->subspan(std::min(kHead, av1->size()))))
            return codes;
        // The configuration need not repeat the header that the stream begins with.
        const auto stream = mediaItemBytes(file, item);
        return stream ? av1Colors(*stream) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace core::image
