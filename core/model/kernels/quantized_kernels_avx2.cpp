// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_kernels.h"

#include <immintrin.h>

#include <cstring>

// Only these functions use the instructions, so that the program still runs where they are missing.
#define CLUEGLASS_AVX2 __attribute__((target("avx2,fma,f16c")))
// Makes the compiler finish this sum here: left alone it computes all products of a group first and
// keeps them in memory, for there are only sixteen registers.
#define CLUEGLASS_FINISH(sum) asm volatile("" : "+x"(sum))

namespace core::model {

namespace {

constexpr std::int64_t kPrefetchBytes = 4096;

CLUEGLASS_AVX2 inline __m256i loaded(const std::uint8_t* bytes) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
}

/// The same four numbers for each of eight rows of a tile.
CLUEGLASS_AVX2 inline __m256i repeatedQuad(const std::int8_t* x) {
    std::int32_t quad = 0;
    std::memcpy(&quad, x, sizeof quad);
    return _mm256_set1_epi32(quad);
}

/// One group's products for `Rows` rows of a panel of `Width`; sums [rows, halves of the tile].
template <int Rows, int Width>
CLUEGLASS_AVX2 inline void multiplyGroupQ8(const std::uint8_t* values, const std::int8_t* x,
                                           __m256i (*sums)[2]) {
    const __m256i ones = _mm256_set1_epi16(1);
    for (int quad = 0; quad < 8; ++quad) {
        for (int half = 0; half < 2; ++half) {
            const __m256i weights = loaded(values + quad * kQuadBytes + half * 32);
            // The product wants one side unsigned: |w| times x with the sign of w. 2 x 128 x 127
            // stays below 2^15, so nothing saturates.
            const __m256i magnitudes = _mm256_abs_epi8(weights);
            for (int row = 0; row < Rows; ++row) {
                const __m256i signedX =
                    _mm256_sign_epi8(repeatedQuad(x + (quad * Width + row) * 4), weights);
                const __m256i pairs = _mm256_maddubs_epi16(magnitudes, signedX);
                sums[row][half] = _mm256_add_epi32(sums[row][half], _mm256_madd_epi16(pairs, ones));
                CLUEGLASS_FINISH(sums[row][half]);
            }
        }
    }
}

/// As above. 16 products of at most 15 x 127 fit into 16 bits, so that the pairs are widened once a
/// group.
template <int Rows, int Width>
CLUEGLASS_AVX2 inline void multiplyGroupQ4(const std::uint8_t* values, const std::int8_t* x,
                                           __m256i (*sums)[2]) {
    const __m256i lowBits = _mm256_set1_epi8(15);
    for (int quad = 0; quad < 4; ++quad) {
        const __m256i both[2] = {loaded(values + quad * kQuadBytes),
                                 loaded(values + quad * kQuadBytes + 32)};
        for (int part = 0; part < 2; ++part) {
            __m256i weights[2];
            for (int half = 0; half < 2; ++half)
                weights[half] = _mm256_and_si256(
                    part == 0 ? both[half] : _mm256_srli_epi16(both[half], 4), lowBits);
            for (int row = 0; row < Rows; ++row) {
                const __m256i numbers = repeatedQuad(x + ((quad + part * 4) * Width + row) * 4);
                for (int half = 0; half < 2; ++half) {
                    sums[row][half] = _mm256_add_epi16(
                        sums[row][half], _mm256_maddubs_epi16(weights[half], numbers));
                    CLUEGLASS_FINISH(sums[row][half]);
                }
            }
        }
    }
    const __m256i ones = _mm256_set1_epi16(1);
    for (int row = 0; row < Rows; ++row)
        for (int half = 0; half < 2; ++half)
            sums[row][half] = _mm256_madd_epi16(sums[row][half], ones);
}

template <std::int64_t Bytes> CLUEGLASS_AVX2 inline void prefetch(const std::uint8_t* bytes) {
    for (std::int64_t i = 0; i < Bytes; i += 64)
        _mm_prefetch(reinterpret_cast<const char*>(bytes + kPrefetchBytes + i), _MM_HINT_T0);
}

/// A tile against `Rows` rows of a panel of `Width`; x and sums already point to them.
template <WeightFormat Format, int Rows, int Width>
CLUEGLASS_AVX2 inline void addRows(const TileGroups& weights, const PanelGroups& x, float* sums) {
    __m256 results[Rows][2];
    for (int row = 0; row < Rows; ++row)
        for (int half = 0; half < 2; ++half)
            results[row][half] = _mm256_loadu_ps(sums + row * kTileRows + half * 8);
    for (std::int64_t group = 0; group < weights.count; ++group) {
        const std::uint8_t* values = weights.values + group * groupBytes(Format);
        const std::uint8_t* halves = weights.scales + group * kTileRows * 2;
        if (weights.isFirstUse) {
            prefetch<groupBytes(Format)>(values);
            prefetch<kTileRows * 2>(halves);
        }
        __m256i products[Rows][2] = {};
        const std::int8_t* numbers = x.values + group * kGroupColumns * Width;
        if constexpr (Format == WeightFormat::Q8)
            multiplyGroupQ8<Rows, Width>(values, numbers, products);
        else
            multiplyGroupQ4<Rows, Width>(values, numbers, products);
        for (int half = 0; half < 2; ++half) {
            const __m256 scales = _mm256_cvtph_ps(
                _mm_loadu_si128(reinterpret_cast<const __m128i*>(halves + half * 16)));
            for (int row = 0; row < Rows; ++row) {
                if constexpr (Format == WeightFormat::Q4) // the offset of Q8 is 0 here
                    products[row][half] = _mm256_add_epi32(
                        products[row][half], _mm256_set1_epi32(x.starts[group * Width + row]));
                const __m256 scale =
                    _mm256_mul_ps(scales, _mm256_set1_ps(x.scales[group * Width + row]));
                results[row][half] = _mm256_fmadd_ps(_mm256_cvtepi32_ps(products[row][half]), scale,
                                                     results[row][half]);
            }
        }
    }
    for (int row = 0; row < Rows; ++row)
        for (int half = 0; half < 2; ++half)
            _mm256_storeu_ps(sums + row * kTileRows + half * 8, results[row][half]);
}

/// Two rows and sixteen outputs at once is what sixteen registers hold.
template <WeightFormat Format, int Width>
CLUEGLASS_AVX2 void addGroups(const TileGroups& weights, const PanelGroups& x, float* sums) {
    constexpr int kRows = Width < 2 ? Width : 2;
    TileGroups tile = weights;
    for (int row = 0; row < Width; row += kRows) {
        addRows<Format, kRows, Width>(tile, {x.values + row * 4, x.scales + row, x.starts + row},
                                      sums + row * kTileRows);
        tile.isFirstUse = false;
    }
}

template <WeightFormat Format> GroupsKernel kernelFor(std::int64_t rows) {
    return rows == 8   ? addGroups<Format, 8>
           : rows == 4 ? addGroups<Format, 4>
           : rows == 2 ? addGroups<Format, 2>
                       : addGroups<Format, 1>;
}

} // namespace

GroupsKernel avx2GroupsKernel(WeightFormat format, std::int64_t rows) {
    return format == WeightFormat::Q8 ? kernelFor<WeightFormat::Q8>(rows)
                                      : kernelFor<WeightFormat::Q4>(rows);
}

} // namespace core::model
