// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/watermark/pixel_watermark.h"

#include "core/image/container_parts.h"
#include "core/image/jpeg_structure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
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
    bool isByMajority = false;
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
        {"Stable Diffusion 2", bitsOfBytes("SDV2"), 0.24, true}, // 32 bits need all of it
    };
    return kAll;
}

/// What a picture's blocks tell, row by row: one bit each.
using BlockBits = std::vector<std::uint8_t>;

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

/// Blocks of 4 x 4 coefficients.
/// @param value  of the coefficient in that row and column, twice
template <typename Value> BlockBits readBlocks(int width, int height, Value value) {
    // The transform sees sides cut to multiples of four pixels; blocks are eight pixels large.
    const int columns = width / 4 * 2 / kBlock;
    const int rows = height / 4 * 2 / kBlock;
    BlockBits bits;
    bits.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            float largest = 0; // U is never negative: the largest magnitude is the largest value
            for (int i = 1; i < kBlock * kBlock; ++i)
                largest = std::max<float>(
                    largest, value(row * kBlock + i / kBlock, column * kBlock + i % kBlock));
            bits.push_back(std::fmod(largest, 2.0F * kStep) > kStep ? 1 : 0);
        }
    }
    return bits;
}

BlockBits readBlocks(const std::uint8_t* bgr, int width, int height) {
    const std::ptrdiff_t stride = static_cast<std::ptrdiff_t>(width) * 3;
    return readBlocks(width, height, [=](int row, int column) {
        const std::uint8_t* upper = bgr + row * 2 * stride + column * 6;
        return static_cast<float>(lowBand(upper, upper + stride));
    });
}

/// The low band before a decoder smoothed it by (1, 6, 1) / 8 both ways.
class SharpenedBand {
  public:
    SharpenedBand(const std::uint8_t* bgr, int width, int height)
        : m_columns(width / 2), m_rows(height / 2),
          m_values(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows)) {
        const std::ptrdiff_t stride = static_cast<std::ptrdiff_t>(width) * 3;
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column) {
                const std::uint8_t* upper = bgr + row * 2 * stride + column * 6;
                at(row, column) = static_cast<float>(lowBand(upper, upper + stride));
            }
        for (int row = 0; row < m_rows; ++row)
            sharpen(&at(row, 0), m_columns, 1);
        for (int column = 0; column < m_columns; ++column)
            sharpen(&at(0, column), m_rows, m_columns);
    }

    [[nodiscard]] float at(int row, int column) const {
        return m_values[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                        static_cast<std::size_t>(column)];
    }

  private:
    float& at(int row, int column) {
        return m_values[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                        static_cast<std::size_t>(column)];
    }

    /// The inverse of the smoothing falls off by the factor -0.1716; four neighbors are enough.
    void sharpen(float* line, int count, std::ptrdiff_t step) {
        constexpr std::array<float, 5> kWeights = {1.41421F, -0.24264F, 0.04163F, -0.00714F,
                                                   0.00123F};
        m_line.resize(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            m_line[static_cast<std::size_t>(i)] = line[i * step];
        const auto value = [&](int i) {
            return m_line[static_cast<std::size_t>(std::clamp(i, 0, count - 1))];
        };
        for (int i = 0; i < count; ++i) {
            float sum = kWeights[0] * value(i);
            for (int distance = 1; distance < static_cast<int>(kWeights.size()); ++distance)
                sum += kWeights[static_cast<std::size_t>(distance)] *
                       (value(i - distance) + value(i + distance));
            line[i * step] = sum;
        }
    }

    int m_columns;
    int m_rows;
    std::vector<float> m_values;
    std::vector<float> m_line;
};

/// For each bit of a message, the share of its blocks that say one.
std::vector<double> sharesOf(const BlockBits& blocks, std::size_t bits) {
    std::vector<double> ones(bits);
    std::vector<double> votes(bits);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        ones[i % bits] += blocks[i];
        ++votes[i % bits];
    }
    for (std::size_t bit = 0; bit < bits; ++bit)
        ones[bit] /= std::max(votes[bit], 1.0);
    return ones;
}

/// How many bits agree, and the decimal logarithm of the chance of so many or more.
struct Agreement {
    int bits = 0;
    double logChance = 0;
};

double logChoose(int of, int some) {
    return std::lgamma(of + 1.0) - std::lgamma(some + 1.0) - std::lgamma(of - some + 1.0);
}

/// Each bit by the majority of its blocks: fair coins.
Agreement byMajority(const std::vector<double>& shares, const std::string& message) {
    const auto bits = static_cast<int>(message.size());
    Agreement agreement;
    for (std::size_t bit = 0; bit < message.size(); ++bit)
        agreement.bits += (shares[bit] > 0.5) == (message[bit] == '1') ? 1 : 0;
    double sum = 0;
    for (int k = agreement.bits; k <= bits; ++k)
        sum += std::exp(logChoose(bits, k) - bits * std::log(2.0));
    agreement.logChance = std::log10(std::max(sum, 1e-300));
    return agreement;
}

/// As many ones as the message has, those with the most votes: a draw without putting back.
Agreement byRank(const std::vector<double>& shares, const std::string& message) {
    const auto bits = static_cast<int>(message.size());
    const auto ones = static_cast<int>(std::ranges::count(message, '1'));
    std::vector<double> sorted = shares;
    std::ranges::sort(sorted, std::greater<>{});
    const double least = sorted[static_cast<std::size_t>(ones) - 1];
    int above = 0;     // certainly ones
    int hits = 0;      // of them
    int tiedZeros = 0; // may be ones, and should not
    for (std::size_t bit = 0; bit < message.size(); ++bit) {
        const bool isOne = message[bit] == '1';
        above += shares[bit] > least ? 1 : 0;
        hits += shares[bit] > least && isOne ? 1 : 0;
        tiedZeros += shares[bit] == least && !isOne ? 1 : 0;
    }
    hits += std::max(0, ones - above - tiedZeros); // of those that are even, the worst choice
    double sum = 0;
    for (int k = hits; k <= ones; ++k)
        if (ones - k <= bits - ones)
            sum += std::exp(logChoose(ones, k) + logChoose(bits - ones, ones - k) -
                            logChoose(bits, ones));
    return {bits - 2 * (ones - hits), std::log10(std::max(sum, 1e-300))};
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

    void look(const BlockBits& blocks, int width, int height) {
        for (const Message& message : messages()) {
            if (blocks.size() < message.bits.size() * kFewestVotes)
                continue;
            const auto shares = sharesOf(blocks, message.bits.size());
            const Agreement agreement = message.isByMajority ? byMajority(shares, message.bits)
                                                             : byRank(shares, message.bits);
            const double chance = agreement.logChance + std::log10(m_sizes / message.share);
            if (chance < kMostChance && (!m_best || chance < m_best->log10Chance))
                m_best = WatermarkRecord{std::string(message.name),
                                         static_cast<int>(message.bits.size()),
                                         agreement.bits,
                                         chance,
                                         width,
                                         height};
        }
    }

    [[nodiscard]] const std::optional<WatermarkRecord>& best() const { return m_best; }

  private:
    int m_sizes;
    std::optional<WatermarkRecord> m_best;
};

} // namespace

std::optional<WatermarkRecord> findWatermark(const image::Image& picture,
                                             const std::vector<std::pair<int, int>>& otherSizes,
                                             StoredChroma chroma) {
    constexpr std::int64_t kMostSharpened = 64'000'000; // pixels; larger ones take too much memory
    if (picture.isNull())
        return std::nullopt;
    const std::size_t others = std::min(otherSizes.size(), kMostOtherSizes);
    Search search(1 + static_cast<int>(others));
    const std::uint8_t* bgr = picture.bytes()->data();
    const bool isSharpened = chroma == StoredChroma::Halved && picture.width() >= 8 &&
                             picture.height() >= 8 &&
                             std::int64_t{picture.width()} * picture.height() <= kMostSharpened;
    if (isSharpened) {
        const SharpenedBand band(bgr, picture.width(), picture.height());
        search.look(readBlocks(picture.width(), picture.height(),
                               [&band](int row, int column) { return band.at(row, column); }),
                    picture.width(), picture.height());
    } else {
        search.look(readBlocks(bgr, picture.width(), picture.height()), picture.width(),
                    picture.height());
    }
    for (std::size_t i = 0; i < others && !search.best(); ++i) {
        const auto [width, height] = otherSizes[i];
        constexpr int kLargest = 4'096;
        if (width < 64 || height < 64 || width > kLargest || height > kLargest)
            continue;
        search.look(readBlocks(resized(picture, width, height).data(), width, height), width,
                    height);
    }
    return search.best();
}

StoredChroma storedChromaOf(const image::EvidenceFile& file) {
    if (!file.bytes)
        return StoredChroma::Full;
    if (file.format == image::Format::Jpeg) {
        const auto structure = image::readJpegStructure(*file.bytes);
        return structure && structure->components == 3 && structure->horizontalSampling == 2 &&
                       structure->verticalSampling == 2
                   ? StoredChroma::Halved
                   : StoredChroma::Full;
    }
    const bool isLossyWebp =
        file.format == image::Format::Webp &&
        std::ranges::any_of(image::riffChunks(*file.bytes),
                            [](const image::ContainerPart& part) { return part.name == "VP8 "; });
    return isLossyWebp ? StoredChroma::Halved : StoredChroma::Full;
}

} // namespace core::provenance
