// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/file_form/known_sizes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace core::provenance {

namespace {

struct Written {
    int width;
    int height;
    std::string_view writer;
};

constexpr std::string_view kSd = "Stable Diffusion";
constexpr std::string_view kSdxl = "Stable Diffusion XL";
constexpr std::string_view kGpt = "GPT Image";
constexpr std::string_view kDalle = "DALL-E 3";
constexpr std::string_view kGemini = "Gemini";
constexpr std::string_view kImagen = "Imagen";
constexpr std::string_view kMidjourney = "Midjourney";
constexpr std::string_view kQwen = "Qwen-Image";
constexpr std::string_view kSeedream = "Seedream";
constexpr std::string_view kTitan = "Amazon Titan and Nova";
constexpr std::string_view kFirefly = "Adobe Firefly";

/// Longer side first. Left out: sizes that screens and cameras have as well (1024 x 768, 1280 x
/// 720, 2560 x 1440, 2304 x 1728, ...).
constexpr std::array kGeneratorSizes = {
    Written{512, 512, kSd},          Written{768, 768, kSd},
    Written{768, 512, kSd},          Written{1024, 1024, "Stable Diffusion XL and many others"},
    Written{2048, 512, kSdxl},       Written{1984, 512, kSdxl},
    Written{1920, 512, kSdxl},       Written{1856, 512, kSdxl},
    Written{1792, 576, kSdxl},       Written{1728, 576, kSdxl},
    Written{1664, 576, kSdxl},       Written{1600, 640, kSdxl},
    Written{1536, 640, kSdxl},       Written{1472, 704, kSdxl},
    Written{1408, 704, kSdxl},       Written{1344, 704, kSdxl},
    Written{1344, 768, kSdxl},       Written{1280, 768, kSdxl},
    Written{1216, 832, kSdxl},       Written{1152, 832, kSdxl},
    Written{1152, 896, kSdxl},       Written{1088, 896, kSdxl},
    Written{1088, 960, kSdxl},       Written{1024, 960, kSdxl},
    Written{1792, 1024, kDalle},     Written{1536, 1024, kGpt},
    Written{1248, 832, kGemini},     Written{1184, 864, kGemini},
    Written{1536, 672, kGemini},     Written{1264, 848, kGemini},
    Written{1200, 896, kGemini},     Written{1152, 928, kGemini},
    Written{1376, 768, kGemini},     Written{1584, 672, kGemini},
    Written{2528, 1696, kGemini},    Written{2400, 1792, kGemini},
    Written{2304, 1856, kGemini},    Written{2752, 1536, kGemini},
    Written{3168, 1344, kGemini},    Written{1280, 896, kImagen},
    Written{1408, 768, kImagen},     Written{2816, 1536, kImagen},
    Written{2560, 1792, kImagen},    Written{2048, 2048, kImagen},
    Written{1456, 816, kMidjourney}, Written{1344, 896, kMidjourney},
    Written{1232, 928, kMidjourney}, Written{1328, 1328, kQwen},
    Written{1664, 928, kQwen},       Written{1472, 1104, kQwen},
    Written{1472, 1140, kQwen},      Written{1584, 1056, kQwen},
    Written{2496, 1664, kSeedream},  Written{3024, 1296, kSeedream},
    Written{1568, 672, kSeedream},   Written{1312, 736, kSeedream},
    Written{2848, 1600, kSeedream},  Written{1152, 768, kTitan},
    Written{1408, 640, kTitan},      Written{1152, 640, kTitan},
    Written{1173, 640, kTitan},      Written{2304, 1792, kFirefly},
    Written{2688, 1536, kFirefly},
};

/// Longer side first. Left out: sizes that screens have as well (1600 x 1200, 3840 x 2160, ...).
constexpr auto kSensorSizes = std::to_array<std::pair<int, int>>({
    // Telephones
    {4032, 3024},
    {5712, 4284},
    {8064, 6048},
    {3264, 2448},
    {2592, 1936},
    {4032, 2268},
    {4000, 3000},
    {4000, 2250},
    {4000, 2252},
    {4000, 1800},
    {4080, 3060},
    {4080, 3072},
    {4080, 2296},
    {4080, 1836},
    {4128, 3096},
    {4128, 2322},
    {4160, 3120},
    {4160, 2340},
    {4208, 3120},
    {4608, 3456},
    {4608, 2592},
    {4608, 2128},
    {4624, 3468},
    {4640, 3472},
    {4656, 3492},
    {5312, 2988},
    {5344, 3006},
    {9248, 6936},
    {9280, 6944},
    {3264, 1836},
    {3024, 3024},
    {3968, 2976},
    {3648, 2736},
    {4896, 3672},
    {8160, 6120},
    // Compact cameras
    {2048, 1536},
    {2272, 1704},
    {2288, 1712},
    {2560, 1920},
    {2592, 1944},
    {2816, 2112},
    {2848, 2136},
    {3072, 2304},
    {4320, 3240},
    {5152, 3864},
    {5184, 3888},
    // Cameras with interchangeable lenses
    {3008, 2000},
    {3072, 2048},
    {3456, 2304},
    {3504, 2336},
    {3872, 2592},
    {3888, 2592},
    {4240, 2832},
    {4272, 2848},
    {4288, 2848},
    {4368, 2912},
    {4592, 3448},
    {4752, 3168},
    {4896, 3264},
    {4912, 3264},
    {4912, 3280},
    {4928, 3264},
    {5184, 3456},
    {5472, 3648},
    {5568, 3712},
    {5616, 3744},
    {5760, 3840},
    {6000, 4000},
    {6016, 4000},
    {6048, 4024},
    {6240, 4160},
    {6720, 4480},
    {6960, 4640},
    {7008, 4672},
    {7360, 4912},
    {7952, 5304},
    {8192, 5464},
    {8256, 5504},
});

std::optional<GeneratorSize> scaledSize(int width, int height, SizeScale scale) {
    const auto known = std::ranges::find_if(kGeneratorSizes, [&](const Written& each) {
        return each.width == width && each.height == height;
    });
    if (known == kGeneratorSizes.end())
        return std::nullopt;
    return GeneratorSize{width, height, known->writer, scale};
}

} // namespace

std::optional<GeneratorSize> generatorSizeOf(int width, int height) {
    const int longer = std::max(width, height);
    const int shorter = std::min(width, height);
    constexpr int kLargest = 1 << 20; // no doubling overflows below it
    if (shorter < 1 || longer > kLargest)
        return std::nullopt;
    if (auto exact = scaledSize(longer, shorter, SizeScale::Exact))
        return exact;
    if (auto half = scaledSize(longer * 2, shorter * 2, SizeScale::Half))
        return half;
    if (longer % 2 == 0 && shorter % 2 == 0)
        return scaledSize(longer / 2, shorter / 2, SizeScale::Double);
    return std::nullopt;
}

bool isSensorSize(int width, int height) {
    const std::pair<int, int> size{std::max(width, height), std::min(width, height)};
    return std::ranges::find(kSensorSizes, size) != kSensorSizes.end();
}

} // namespace core::provenance
