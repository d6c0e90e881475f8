// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/peak_loops.h"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#define CLUEGLASS_AVX2 __attribute__((target("avx2,fma")))
#define CLUEGLASS_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))
// Tells the compiler that a register may have changed, so that no turn of a loop can be left out.
#define CLUEGLASS_KEEP(registers) asm volatile("" : "+v"(registers))
#endif

namespace core::model {

namespace {

constexpr int kChains = 12; ///< more than latency times pipes, so that no instruction waits

std::uint64_t readPortable(const std::uint8_t* bytes, std::int64_t count) {
    std::uint64_t sums[8] = {};
    for (std::int64_t i = 0; i + 64 <= count; i += 64)
        for (int j = 0; j < 8; ++j) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes + i + j * 8, sizeof word);
            sums[j] += word;
        }
    std::uint64_t sum = 0;
    for (const std::uint64_t part : sums)
        sum += part;
    return sum;
}

double floatsPortable(std::int64_t turns) {
    float sums[64] = {};
    volatile float factor = 0.999F;
    const float x = factor;
    for (std::int64_t turn = 0; turn < turns / 4; ++turn)
        for (float& sum : sums)
            sum = sum * x + x;
    volatile float kept = sums[0] + sums[63];
    (void)kept;
    return static_cast<double>(turns / 4) * 64 * 2;
}

double bytesPortable(std::int64_t turns) {
    std::int32_t sums[64] = {};
    volatile std::int8_t factor = 3;
    for (std::int64_t turn = 0; turn < turns / 4; ++turn) {
        const std::int8_t x = factor;
        for (std::int32_t& sum : sums)
            sum += std::int32_t{x} * x;
    }
    volatile std::int32_t kept = sums[0] + sums[63];
    (void)kept;
    return static_cast<double>(turns / 4) * 64 * 2;
}

#if defined(__x86_64__)

/// Far enough ahead that memory has answered when the bytes are needed.
constexpr std::int64_t kPrefetchBytes = 4096;

CLUEGLASS_AVX2 std::uint64_t readAvx2(const std::uint8_t* bytes, std::int64_t count) {
    __m256i sums[4] = {};
    for (std::int64_t i = 0; i + 128 <= count; i += 128) {
        _mm_prefetch(reinterpret_cast<const char*>(bytes + i + kPrefetchBytes), _MM_HINT_T0);
        _mm_prefetch(reinterpret_cast<const char*>(bytes + i + kPrefetchBytes + 64), _MM_HINT_T0);
        for (int j = 0; j < 4; ++j)
            sums[j] = _mm256_add_epi64(
                sums[j], _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + i + j * 32)));
    }
    const __m256i sum =
        _mm256_add_epi64(_mm256_add_epi64(sums[0], sums[1]), _mm256_add_epi64(sums[2], sums[3]));
    return static_cast<std::uint64_t>(_mm256_extract_epi64(sum, 0) + _mm256_extract_epi64(sum, 1) +
                                      _mm256_extract_epi64(sum, 2) + _mm256_extract_epi64(sum, 3));
}

CLUEGLASS_AVX2 double floatsAvx2(std::int64_t turns) {
    __m256 sums[kChains] = {};
    const __m256 x = _mm256_set1_ps(0.999F);
    for (std::int64_t turn = 0; turn < turns; ++turn)
        for (__m256& sum : sums) {
            sum = _mm256_fmadd_ps(sum, x, x);
            CLUEGLASS_KEEP(sum);
        }
    return static_cast<double>(turns) * kChains * 8 * 2;
}

CLUEGLASS_AVX2 double bytesAvx2(std::int64_t turns) {
    __m256i sums[kChains] = {};
    __m256i x = _mm256_set1_epi8(3);
    const __m256i ones = _mm256_set1_epi16(1);
    for (std::int64_t turn = 0; turn < turns; ++turn) {
        for (__m256i& sum : sums) {
            CLUEGLASS_KEEP(x); // or the product would be computed once for all sums
            const __m256i pairs = _mm256_maddubs_epi16(x, x);
            sum = _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, ones));
            CLUEGLASS_KEEP(sum);
        }
    }
    return static_cast<double>(turns) * kChains * 32 * 2;
}

CLUEGLASS_AVX512 double floatsAvx512(std::int64_t turns) {
    __m512 sums[kChains] = {};
    const __m512 x = _mm512_set1_ps(0.999F);
    for (std::int64_t turn = 0; turn < turns; ++turn)
        for (__m512& sum : sums) {
            sum = _mm512_fmadd_ps(sum, x, x);
            CLUEGLASS_KEEP(sum);
        }
    return static_cast<double>(turns) * kChains * 16 * 2;
}

CLUEGLASS_AVX512 double bytesAvx512(std::int64_t turns) {
    __m512i sums[kChains] = {};
    const __m512i x = _mm512_set1_epi8(3);
    for (std::int64_t turn = 0; turn < turns; ++turn)
        for (__m512i& sum : sums) {
            sum = _mm512_dpbusd_epi32(sum, x, x);
            CLUEGLASS_KEEP(sum);
        }
    return static_cast<double>(turns) * kChains * 64 * 2;
}

#endif

} // namespace

#if defined(__x86_64__)

std::uint64_t readAll(InstructionSet instructions, const std::uint8_t* bytes, std::int64_t count) {
    return instructions == InstructionSet::Portable ? readPortable(bytes, count)
                                                    : readAvx2(bytes, count);
}

double multiplyAddFloats(InstructionSet instructions, std::int64_t turns) {
    return instructions == InstructionSet::Avx512 ? floatsAvx512(turns)
           : instructions == InstructionSet::Avx2 ? floatsAvx2(turns)
                                                  : floatsPortable(turns);
}

double multiplyAddBytes(InstructionSet instructions, std::int64_t turns) {
    return instructions == InstructionSet::Avx512 ? bytesAvx512(turns)
           : instructions == InstructionSet::Avx2 ? bytesAvx2(turns)
                                                  : bytesPortable(turns);
}

#else

std::uint64_t readAll(InstructionSet, const std::uint8_t* bytes, std::int64_t count) {
    return readPortable(bytes, count);
}

double multiplyAddFloats(InstructionSet, std::int64_t turns) {
    return floatsPortable(turns);
}

double multiplyAddBytes(InstructionSet, std::int64_t turns) {
    return bytesPortable(turns);
}

#endif

} // namespace core::model
