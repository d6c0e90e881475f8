// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_kernels.h"

#include <immintrin.h>

#include <algorithm>
#include <array>
#include <cstring>

// Only these functions use the instructions, so that the program still runs where they are missing.
#define CLUEGLASS_AVX2 __attribute__((target("avx2,fma,f16c")))

namespace core::model {

namespace {

/// Where one tile meets some consecutive rows of x.
struct Meeting {
    const std::uint8_t* values; ///< of the tile
    const std::uint8_t* scales;
    const QuantizedRows* x;
    std::int64_t row;
};

CLUEGLASS_AVX2 inline __m256i loaded(const std::uint8_t* bytes) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
}

/// The same four numbers for each of the eight rows of a tile.
CLUEGLASS_AVX2 inline __m256i repeatedQuad(const std::int8_t* x) {
    std::int32_t quad = 0;
    std::memcpy(&quad, x, sizeof quad);
    return _mm256_set1_epi32(quad);
}

CLUEGLASS_AVX2 inline __m256 tileScales(const std::uint8_t* halves) {
    return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(halves)));
}

/// Sums of one group for `Rows` rows of x, eight int32 each.
template <int Rows>
CLUEGLASS_AVX2 inline void sumQ8(const std::uint8_t* values, const std::int8_t* x,
                                 std::int64_t stride, __m256i* sums) {
    const __m256i ones = _mm256_set1_epi16(1);
    for (int m = 0; m < Rows; ++m)
        sums[m] = _mm256_setzero_si256();
    for (int quad = 0; quad < 8; ++quad) {
        const __m256i weights = loaded(values + quad * 32);
        // The product wants one side unsigned: |w| times x with the sign of w. 2 x 128 x 127 stays
        // below 2^15, so nothing saturates.
        const __m256i magnitudes = _mm256_abs_epi8(weights);
        for (int m = 0; m < Rows; ++m) {
            const __m256i signedX =
                _mm256_sign_epi8(repeatedQuad(x + m * stride + quad * 4), weights);
            const __m256i pairs = _mm256_maddubs_epi16(magnitudes, signedX);
            sums[m] = _mm256_add_epi32(sums[m], _mm256_madd_epi16(pairs, ones));
        }
    }
}

/// As above, without the offset 8 of each weight. 16 products of at most 15 x 127 fit into 16 bits,
/// so that the pairs are widened once a group.
template <int Rows>
CLUEGLASS_AVX2 inline void sumQ4(const std::uint8_t* values, const std::int8_t* x,
                                 std::int64_t stride, __m256i* sums) {
    const __m256i lowBits = _mm256_set1_epi8(15);
    for (int m = 0; m < Rows; ++m)
        sums[m] = _mm256_setzero_si256();
    for (int quad = 0; quad < 4; ++quad) {
        const __m256i both = loaded(values + quad * 32);
        const __m256i low = _mm256_and_si256(both, lowBits);
        const __m256i high = _mm256_and_si256(_mm256_srli_epi16(both, 4), lowBits);
        for (int m = 0; m < Rows; ++m) {
            const std::int8_t* quads = x + m * stride + quad * 4;
            sums[m] = _mm256_add_epi16(sums[m], _mm256_maddubs_epi16(low, repeatedQuad(quads)));
            sums[m] =
                _mm256_add_epi16(sums[m], _mm256_maddubs_epi16(high, repeatedQuad(quads + 16)));
        }
    }
    const __m256i ones = _mm256_set1_epi16(1);
    for (int m = 0; m < Rows; ++m)
        sums[m] = _mm256_madd_epi16(sums[m], ones);
}

template <WeightFormat Format, int Rows>
CLUEGLASS_AVX2 void multiplyMeeting(const Meeting& at, __m256* results) {
    const std::int64_t groups = at.x->groups;
    const std::int64_t stride = groups * kGroupColumns;
    const std::int8_t* x = at.x->values + at.row * stride;
    for (int m = 0; m < Rows; ++m)
        results[m] = _mm256_setzero_ps();
    for (std::int64_t group = 0; group < groups; ++group) {
        const std::uint8_t* values = at.values + group * groupBytes(Format);
        _mm_prefetch(reinterpret_cast<const char*>(values) + 1024, _MM_HINT_T0);
        _mm_prefetch(reinterpret_cast<const char*>(values) + 1088, _MM_HINT_T0);
        __m256i sums[Rows];
        if constexpr (Format == WeightFormat::Q8)
            sumQ8<Rows>(values, x + group * kGroupColumns, stride, sums);
        else
            sumQ4<Rows>(values, x + group * kGroupColumns, stride, sums);
        const __m256 scales = tileScales(at.scales + group * kTileRows * 2);
        for (int m = 0; m < Rows; ++m) {
            const std::int64_t place = (at.row + m) * groups + group;
            if constexpr (Format == WeightFormat::Q4)
                sums[m] = _mm256_sub_epi32(sums[m], _mm256_set1_epi32(8 * at.x->sums[place]));
            const __m256 scale = _mm256_mul_ps(scales, _mm256_set1_ps(at.x->scales[place]));
            results[m] = _mm256_fmadd_ps(_mm256_cvtepi32_ps(sums[m]), scale, results[m]);
        }
    }
}

template <WeightFormat Format, int Rows>
CLUEGLASS_AVX2 void storeMeeting(const Meeting& at, float* y, std::int64_t outputs,
                                 std::int64_t used) {
    __m256 results[Rows];
    multiplyMeeting<Format, Rows>(at, results);
    for (int m = 0; m < Rows; ++m) {
        std::array<float, kTileRows> row;
        _mm256_storeu_ps(row.data(), results[m]);
        std::copy_n(row.begin(), used, y + (at.row + m) * outputs);
    }
}

template <WeightFormat Format>
void multiplyTiles(const QuantizedMatrix& matrix, const QuantizedRows& x, const TileRange& range) {
    constexpr int kRowsAtOnce = 4;
    for (std::int64_t tile = range.first; tile < range.last; ++tile) {
        const std::int64_t block = tile * x.groups;
        const std::int64_t first = tile * kTileRows;
        const std::int64_t used = std::min(kTileRows, matrix.rows - first);
        Meeting at{matrix.values + block * groupBytes(Format),
                   matrix.scales + block * kTileRows * 2, &x, 0};
        for (; at.row + kRowsAtOnce <= x.rows; at.row += kRowsAtOnce)
            storeMeeting<Format, kRowsAtOnce>(at, range.y + first, matrix.rows, used);
        for (; at.row < x.rows; ++at.row)
            storeMeeting<Format, 1>(at, range.y + first, matrix.rows, used);
    }
}

void multiplyTilesAvx2(const QuantizedMatrix& matrix, const QuantizedRows& x,
                       const TileRange& range) {
    if (matrix.format == WeightFormat::Q8)
        multiplyTiles<WeightFormat::Q8>(matrix, x, range);
    else
        multiplyTiles<WeightFormat::Q4>(matrix, x, range);
}

} // namespace

TileKernel vectorTileKernel() {
    const bool isSupported = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                             __builtin_cpu_supports("f16c");
    return isSupported ? multiplyTilesAvx2 : nullptr;
}

} // namespace core::model
