// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/watermark/pixel_watermark.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

namespace core::provenance {

namespace {

using examination::WatermarkRecord;

constexpr int kBlock = 4;          ///< coefficients a side; 8 pixels
constexpr int kStep = 36;          ///< of the coefficients
constexpr double kMostChance = -9; ///< decimal logarithm
constexpr int kFewestVotes = 4;    ///< blocks for each bit
constexpr std::size_t kMostOtherSizes = 2;

struct Message {
    std::string_view name;
    std::string bits; ///< "0110..."
    double share;     ///< of the accidents that are allowed; all of them together make 1
};

std::string bitsOfBytes(std::string_view bytes) {
    std::string bits;
    for (const char byte : bytes)
        for (int bit = 7; bit >= 0; --bit)
            bits += (static_cast<unsigned char>(byte) >> bit & 1) != 0 ? '1' : '0';
    return bits;
}

const std::vector<Message>& messages() {
    static const std::vector<Message> kAll = {
        {"Stable Diffusion XL", "101100111110110010010000011110111011000110011110", 0.19},
        // Their program drops the leading zeros of the number; others may keep them.
        {"FLUX", "1010101111111010000111100111001111010100101110", 0.19},
        {"FLUX", "001010101111111010000111100111001111010100101110", 0.19},
        {"Stable Diffusion 1", bitsOfBytes("StableDiffusionV1"), 0.19},
        {"Stable Diffusion 2", bitsOfBytes("SDV2"), 0.24}, // 32 bits need all of it
    };
    return kAll;
}

/// A picture's blocks, each telling one bit, row by row.
struct BlockBits {
    std::vector<std::uint8_t> bits;
};

/// U of a pixel as 8 bits, in the whole numbers that the library behind the mark calculates with.
int chromaOf(const std::uint8_t* bgr) {
    constexpr int kHalf = 1 << 13;
    const int luma = (1868 * bgr[0] + 9617 * bgr[1] + 4899 * bgr[2] + kHalf) >> 14;
    return std::clamp(((bgr[0] - luma) * 8061 + (128 << 14) + kHalf) >> 14, 0, 255);
}

/// Twice a coefficient of the Haar transform's low band: the sum of 2 x 2 pixels.
int lowBand(const std::uint8_t* upper, const std::uint8_t* lower) {
    return chromaOf(upper) + chromaOf(upper + 3) + chromaOf(lower) + chromaOf(lower + 3);
}

BlockBits readBlocks(const std::uint8_t* bgr, int width, int height) {
    // The transform sees sides cut to multiples of four pixels; blocks are eight pixels large.
    const int columns = width / 4 * 2 / kBlock;
    const int rows = height / 4 * 2 / kBlock;
    BlockBits blocks;
    blocks.bits.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    const std::ptrdiff_t stride = static_cast<std::ptrdiff_t>(width) * 3;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const std::uint8_t* corner = bgr + row * 8 * stride + column * 24;
            int largest = 0; // U is never negative, so the largest magnitude is the largest value
            for (int i = 1; i < kBlock * kBlock; ++i) {
                const std::uint8_t* upper = corner + (i / kBlock) * 2 * stride + (i % kBlock) * 6;
                largest = std::max(largest, lowBand(upper, upper + stride));
            }
            blocks.bits.push_back(largest % (2 * kStep) > kStep ? 1 : 0);
        }
    }
    return blocks;
}

/// How many of a message's bits the blocks' votes agree with.
int agreeingBits(const BlockBits& blocks, const std::string& message) {
    std::vector<int> ones(message.size());
    std::vector<int> votes(message.size());
    for (std::size_t i = 0; i < blocks.bits.size(); ++i) {
        ones[i % message.size()] += blocks.bits[i];
        ++votes[i % message.size()];
    }
    int agreeing = 0;
    for (std::size_t bit = 0; bit < message.size(); ++bit) {
        const bool isOne = 2 * ones[bit] > votes[bit];
        agreeing += isOne == (message[bit] == '1') ? 1 : 0;
    }
    return agreeing;
}

/// Decimal logarithm of the chance that so many of `bits` fair coins agree, or more.
double logChance(int bits, int agreeing) {
    double sum = 0;
    for (int k = agreeing; k <= bits; ++k)
        sum += std::exp(std::lgamma(bits + 1.0) - std::lgamma(k + 1.0) -
                        std::lgamma(bits - k + 1.0) - bits * std::log(2.0));
    return std::log10(std::max(sum, 1e-300));
}

/// Bilinear, pixel centers at halves, as common programs change sizes.
image::ByteBuffer resized(const image::Image& picture, int width, int height) {
    image::ByteBuffer bgr(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    const std::uint8_t* from = picture.bytes()->data();
    const std::ptrdiff_t stride = static_cast<std::ptrdiff_t>(picture.width()) * 3;
    const float scaleX = static_cast<float>(picture.width()) / static_cast<float>(width);
    const float scaleY = static_cast<float>(picture.height()) / static_cast<float>(height);
    for (int y = 0; y < height; ++y) {
        const float sourceY = std::clamp((static_cast<float>(y) + 0.5F) * scaleY - 0.5F, 0.0F,
                                         static_cast<float>(picture.height() - 1));
        const int top = std::min(static_cast<int>(sourceY), std::max(picture.height() - 2, 0));
        const float down = sourceY - static_cast<float>(top);
        const std::ptrdiff_t below = top + 1 < picture.height() ? stride : 0;
        for (int x = 0; x < width; ++x) {
            const float sourceX = std::clamp((static_cast<float>(x) + 0.5F) * scaleX - 0.5F, 0.0F,
                                             static_cast<float>(picture.width() - 1));
            const int left = std::min(static_cast<int>(sourceX), std::max(picture.width() - 2, 0));
            const float right = sourceX - static_cast<float>(left);
            const std::ptrdiff_t beside = left + 1 < picture.width() ? 3 : 0;
            const std::uint8_t* at = from + top * stride + left * 3;
            for (int channel = 0; channel < 3; ++channel) {
                const auto value = [&](std::ptrdiff_t offset) {
                    return static_cast<float>(at[offset + channel]);
                };
                const float upper = value(0) * (1 - right) + value(beside) * right;
                const float lower = value(below) * (1 - right) + value(below + beside) * right;
                bgr[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                     static_cast<std::size_t>(x)) *
                        3 +
                    static_cast<std::size_t>(channel)] =
                    static_cast<std::uint8_t>(std::nearbyint(upper * (1 - down) + lower * down));
            }
        }
    }
    return bgr;
}

class Search {
  public:
    explicit Search(int sizes) : m_sizes(sizes) {}

    void look(const std::uint8_t* bgr, int width, int height) {
        const BlockBits blocks = readBlocks(bgr, width, height);
        for (const Message& message : messages()) {
            if (blocks.bits.size() < message.bits.size() * kFewestVotes)
                continue;
            const auto bits = static_cast<int>(message.bits.size());
            const int agreeing = agreeingBits(blocks, message.bits);
            const double chance = logChance(bits, agreeing) + std::log10(m_sizes / message.share);
            if (chance < kMostChance && (!m_best || chance < m_best->log10Chance))
                m_best = WatermarkRecord{
                    std::string(message.name), bits, agreeing, chance, width, height};
        }
    }

    [[nodiscard]] const std::optional<WatermarkRecord>& best() const { return m_best; }

  private:
    int m_sizes;
    std::optional<WatermarkRecord> m_best;
};

} // namespace

std::optional<WatermarkRecord> findWatermark(const image::Image& picture,
                                             const std::vector<std::pair<int, int>>& otherSizes) {
    if (picture.isNull())
        return std::nullopt;
    const std::size_t others = std::min(otherSizes.size(), kMostOtherSizes);
    Search search(1 + static_cast<int>(others));
    search.look(picture.bytes()->data(), picture.width(), picture.height());
    for (std::size_t i = 0; i < others && !search.best(); ++i) {
        const auto [width, height] = otherSizes[i];
        constexpr int kLargest = 4'096;
        if (width < 64 || height < 64 || width > kLargest || height > kLargest)
            continue;
        search.look(resized(picture, width, height).data(), width, height);
    }
    return search.best();
}

} // namespace core::provenance
