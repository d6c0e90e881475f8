// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/head_kernels.h"

#include <immintrin.h>

#include <array>
#include <cmath>
#include <cstddef>

// Only these functions use the instructions, so that the program still runs where they are missing.
#define CLUEGLASS_AVX2 __attribute__((target("avx2,fma,f16c")))

namespace core::model {

namespace {

struct Half {
    static constexpr std::ptrdiff_t kBytes = 2;
    CLUEGLASS_AVX2 static __m256 load(const std::byte* bytes) {
        return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)));
    }
};

struct Single {
    static constexpr std::ptrdiff_t kBytes = 4;
    CLUEGLASS_AVX2 static __m256 load(const std::byte* bytes) {
        return _mm256_loadu_ps(reinterpret_cast<const float*>(bytes));
    }
};

CLUEGLASS_AVX2 float sumOf(__m256 x) {
    const __m128 four = _mm_add_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
    const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}

CLUEGLASS_AVX2 float largestOf(__m256 x) {
    const __m128 four = _mm_max_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
    const __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(two, _mm_movehdup_ps(two)));
}

/// Two sums, so that no addition waits for the one before.
template <typename Number>
CLUEGLASS_AVX2 void score(const float* query, const void* keys, std::int64_t size,
                          std::int64_t positions, float* weights) {
    const auto* key = static_cast<const std::byte*>(keys);
    const std::ptrdiff_t step = size * Number::kBytes;
    for (std::int64_t position = 0; position < positions; ++position, key += step) {
        _mm_prefetch(reinterpret_cast<const char*>(key + 2048), _MM_HINT_T0);
        __m256 even = _mm256_setzero_ps();
        __m256 odd = _mm256_setzero_ps();
        const auto add = [&](std::int64_t i, __m256 sum) CLUEGLASS_AVX2 {
            return _mm256_fmadd_ps(_mm256_loadu_ps(query + i),
                                   Number::load(key + i * Number::kBytes), sum);
        };
        std::int64_t i = 0;
        for (; i + 16 <= size; i += 16) {
            even = add(i, even);
            odd = add(i + 8, odd);
        }
        if (i < size)
            even = add(i, even);
        weights[position] = sumOf(_mm256_add_ps(even, odd));
    }
}

/// e^x for x <= 0; relative error below 2e-7. 2^n times a polynomial on [-ln 2 / 2, ln 2 / 2]:
/// Taylor's, which is exact enough there.
CLUEGLASS_AVX2 __m256 exponential(__m256 x) {
    x = _mm256_max_ps(x, _mm256_set1_ps(-87.0F)); // e^-87 is the smallest normal number, nearly
    const __m256 n = _mm256_round_ps(_mm256_mul_ps(x, _mm256_set1_ps(1.44269504F)),
                                     _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    // ln 2 in two parts, of which the first has few digits: n times it is exact.
    __m256 rest = _mm256_fnmadd_ps(n, _mm256_set1_ps(0.693359375F), x);
    rest = _mm256_fnmadd_ps(n, _mm256_set1_ps(-2.12194440e-4F), rest);
    constexpr std::array kFactors{1.0F / 720, 1.0F / 120, 1.0F / 24, 1.0F / 6,
                                  1.0F / 2,   1.0F,       1.0F};
    __m256 sum = _mm256_set1_ps(1.0F / 5040);
    for (const float factor : kFactors)
        sum = _mm256_fmadd_ps(sum, rest, _mm256_set1_ps(factor));
    const __m256i power = _mm256_slli_epi32(_mm256_cvtps_epi32(n), 23);
    return _mm256_castsi256_ps(_mm256_add_epi32(_mm256_castps_si256(sum), power));
}

CLUEGLASS_AVX2 void normalize(float* weights, std::int64_t positions) {
    const std::int64_t whole = positions / 8 * 8;
    __m256 most = _mm256_set1_ps(weights[0]);
    for (std::int64_t i = 0; i < whole; i += 8)
        most = _mm256_max_ps(most, _mm256_loadu_ps(weights + i));
    float largest = largestOf(most);
    for (std::int64_t i = whole; i < positions; ++i)
        largest = std::fmax(largest, weights[i]);
    const __m256 shift = _mm256_set1_ps(largest);
    __m256 sums = _mm256_setzero_ps();
    for (std::int64_t i = 0; i < whole; i += 8) {
        const __m256 e = exponential(_mm256_sub_ps(_mm256_loadu_ps(weights + i), shift));
        _mm256_storeu_ps(weights + i, e);
        sums = _mm256_add_ps(sums, e);
    }
    float sum = sumOf(sums);
    for (std::int64_t i = whole; i < positions; ++i) {
        const __m256 e = exponential(_mm256_set1_ps(weights[i] - largest));
        weights[i] = _mm256_cvtss_f32(e);
        sum += weights[i];
    }
    const float inverse = 1 / sum;
    for (std::int64_t i = 0; i < positions; ++i)
        weights[i] *= inverse;
}

/// Adds the weighted values of all positions for `Registers` x 8 neighboring numbers.
template <typename Number, int Registers>
CLUEGLASS_AVX2 void mixPart(const float* weights, const std::byte* value, std::ptrdiff_t step,
                            std::int64_t positions, float* mixed) {
    __m256 sums[Registers];
    for (int i = 0; i < Registers; ++i)
        sums[i] = _mm256_setzero_ps();
    for (std::int64_t position = 0; position < positions; ++position, value += step) {
        _mm_prefetch(reinterpret_cast<const char*>(value + 8 * step), _MM_HINT_T0);
        const __m256 weight = _mm256_set1_ps(weights[position]);
        for (int i = 0; i < Registers; ++i)
            sums[i] =
                _mm256_fmadd_ps(weight, Number::load(value + i * 8 * Number::kBytes), sums[i]);
    }
    for (int i = 0; i < Registers; ++i)
        _mm256_storeu_ps(mixed + i * 8, sums[i]);
}

template <typename Number>
CLUEGLASS_AVX2 void mix(const float* weights, const void* values, std::int64_t size,
                        std::int64_t positions, float* mixed) {
    const auto* value = static_cast<const std::byte*>(values);
    const std::ptrdiff_t step = size * Number::kBytes;
    std::int64_t i = 0;
    for (; i + 64 <= size; i += 64)
        mixPart<Number, 8>(weights, value + i * Number::kBytes, step, positions, mixed + i);
    for (; i < size; i += 8)
        mixPart<Number, 1>(weights, value + i * Number::kBytes, step, positions, mixed + i);
}

} // namespace

HeadKernels avx2HeadKernels(bool isHalf) {
    return isHalf ? HeadKernels{score<Half>, normalize, mix<Half>}
                  : HeadKernels{score<Single>, normalize, mix<Single>};
}

} // namespace core::model
