// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_kernels.h"

#include <immintrin.h>

#include <cstring>

// Only these functions use the instructions, so that the program still runs where they are missing.
#define CLUEGLASS_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni,f16c")))

namespace core::model {

namespace {

constexpr std::int64_t kPrefetchBytes = 4096;

CLUEGLASS_AVX512 inline __m512i loaded(const std::uint8_t* bytes) {
    return _mm512_loadu_si512(bytes);
}

/// The same four numbers for each of the sixteen rows of a tile.
CLUEGLASS_AVX512 inline __m512i repeatedQuad(const std::int8_t* x) {
    std::int32_t quad = 0;
    std::memcpy(&quad, x, sizeof quad);
    return _mm512_set1_epi32(quad);
}

/// Adds one quad's products for all rows.
template <int Rows>
CLUEGLASS_AVX512 inline void addQuad(__m512i weights, const std::int8_t* x, __m512i* sums) {
    for (int row = 0; row < Rows; ++row)
        sums[row] = _mm512_dpbusd_epi32(sums[row], weights, repeatedQuad(x + row * 4));
}

template <WeightFormat Format, int Rows>
CLUEGLASS_AVX512 inline void addGroup(const std::uint8_t* values, const std::int8_t* x,
                                      __m512i* sums) {
    if constexpr (Format == WeightFormat::Q8) {
        const __m512i offset = _mm512_set1_epi8(-128); // flips the sign bit: adds 128
        for (int quad = 0; quad < 8; ++quad)
            addQuad<Rows>(_mm512_xor_si512(loaded(values + quad * kQuadBytes), offset),
                          x + quad * Rows * 4, sums);
    } else {
        const __m512i lowBits = _mm512_set1_epi8(15);
        for (int quad = 0; quad < 4; ++quad) {
            const __m512i both = loaded(values + quad * kQuadBytes);
            addQuad<Rows>(_mm512_and_si512(both, lowBits), x + quad * Rows * 4, sums);
            addQuad<Rows>(_mm512_and_si512(_mm512_srli_epi16(both, 4), lowBits),
                          x + (quad + 4) * Rows * 4, sums);
        }
    }
}

template <std::int64_t Bytes> CLUEGLASS_AVX512 inline void prefetch(const std::uint8_t* bytes) {
    for (std::int64_t i = 0; i < Bytes; i += 64)
        _mm_prefetch(reinterpret_cast<const char*>(bytes + kPrefetchBytes + i), _MM_HINT_T0);
}

template <WeightFormat Format, int Rows>
CLUEGLASS_AVX512 void addGroups(const TileGroups& weights, const PanelGroups& x, float* sums) {
    __m512 results[Rows];
    for (int row = 0; row < Rows; ++row)
        results[row] = _mm512_loadu_ps(sums + row * kTileRows);
    for (std::int64_t group = 0; group < weights.count; ++group) {
        const std::uint8_t* values = weights.values + group * groupBytes(Format);
        const std::uint8_t* halves = weights.scales + group * kTileRows * 2;
        if (weights.isFirstUse) {
            prefetch<groupBytes(Format)>(values);
            prefetch<kTileRows * 2>(halves);
        }
        __m512i products[Rows];
        for (int row = 0; row < Rows; ++row)
            products[row] = _mm512_set1_epi32(x.starts[group * Rows + row]);
        addGroup<Format, Rows>(values, x.values + group * kGroupColumns * Rows, products);
        const __m512 scales =
            _mm512_cvtph_ps(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(halves)));
        for (int row = 0; row < Rows; ++row) {
            const __m512 scale =
                _mm512_mul_ps(scales, _mm512_set1_ps(x.scales[group * Rows + row]));
            results[row] = _mm512_fmadd_ps(_mm512_cvtepi32_ps(products[row]), scale, results[row]);
        }
    }
    for (int row = 0; row < Rows; ++row)
        _mm512_storeu_ps(sums + row * kTileRows, results[row]);
}

template <WeightFormat Format> GroupsKernel kernelFor(std::int64_t rows) {
    return rows == 8   ? addGroups<Format, 8>
           : rows == 4 ? addGroups<Format, 4>
           : rows == 2 ? addGroups<Format, 2>
                       : addGroups<Format, 1>;
}

} // namespace

GroupsKernel avx512GroupsKernel(WeightFormat format, std::int64_t rows) {
    return format == WeightFormat::Q8 ? kernelFor<WeightFormat::Q8>(rows)
                                      : kernelFor<WeightFormat::Q4>(rows);
}

} // namespace core::model
