// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/jpeg_structure.h"

#include "core/image/jpeg_session.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <new>

namespace core::image {

namespace {

// ITU T.81 Annex K, table K.1, row by row.
constexpr std::array<int, 64> kAnnexKLuma = {
    16, 11, 10, 16, 24,  40,  51,  61,  //
    12, 12, 14, 19, 26,  58,  60,  55,  //
    14, 13, 16, 24, 40,  57,  69,  56,  //
    14, 17, 22, 29, 51,  87,  80,  62,  //
    18, 22, 37, 56, 68,  109, 103, 77,  //
    24, 35, 55, 64, 81,  104, 113, 92,  //
    49, 64, 78, 87, 103, 121, 120, 101, //
    72, 92, 95, 98, 112, 100, 103, 99,
};

constexpr std::int64_t kMaxCoefficients = 400'000'000;

QuantizationTable copied(const JQUANT_TBL& table) {
    QuantizationTable copy{};
    std::copy(std::begin(table.quantval), std::end(table.quantval), copy.begin());
    return copy;
}

/// The scaled table without the baseline limit of 255, which some writers leave out.
QuantizationTable scaledTable(int quality, int largest) {
    const int q = std::clamp(quality, 1, 100);
    const int scale = q < 50 ? 5000 / q : 200 - 2 * q;
    QuantizationTable table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] =
            static_cast<std::uint16_t>(std::clamp((kAnnexKLuma[i] * scale + 50) / 100, 1, largest));
    return table;
}

/// Sets lumaQuality and isStandardTable: the exact IJG table when there is one, else the quality
/// whose table has the same mean ratio to Annex K.
void estimateQuality(JpegStructure& structure) {
    for (int quality = 100; quality >= 1; --quality) {
        if (structure.lumaTable == scaledTable(quality, 255) ||
            structure.lumaTable == scaledTable(quality, 32767)) {
            structure.lumaQuality = quality;
            structure.isStandardTable = true;
            return;
        }
    }
    double ratio = 0;
    for (std::size_t i = 0; i < structure.lumaTable.size(); ++i)
        ratio += static_cast<double>(structure.lumaTable[i]) / kAnnexKLuma[i];
    const double scale = 100.0 * ratio / 64;
    const double quality = scale <= 100 ? (200 - scale) / 2 : 5000 / scale;
    structure.lumaQuality = std::clamp(static_cast<int>(std::lround(quality)), 1, 100);
}

Result<JpegStructure> structureOf(JpegSession& session) {
    const jpeg_decompress_struct& info = session.info();
    const jpeg_component_info& luma = info.comp_info[0];
    if (luma.quant_tbl_no < 0 || luma.quant_tbl_no >= NUM_QUANT_TBLS ||
        info.quant_tbl_ptrs[luma.quant_tbl_no] == nullptr)
        return fail(ErrorCode::Corrupt, "The JPEG file lacks the quantization table it names.");
    JpegStructure structure;
    structure.width = static_cast<int>(info.image_width);
    structure.height = static_cast<int>(info.image_height);
    structure.components = info.num_components;
    structure.isProgressive = info.progressive_mode == TRUE;
    structure.lumaTable = copied(*info.quant_tbl_ptrs[luma.quant_tbl_no]);
    if (info.num_components >= 3) {
        const jpeg_component_info& chroma = info.comp_info[1];
        structure.horizontalSampling = std::max(1, luma.h_samp_factor / chroma.h_samp_factor);
        structure.verticalSampling = std::max(1, luma.v_samp_factor / chroma.v_samp_factor);
        if (chroma.quant_tbl_no >= 0 && chroma.quant_tbl_no < NUM_QUANT_TBLS &&
            info.quant_tbl_ptrs[chroma.quant_tbl_no] != nullptr)
            structure.chromaTable = copied(*info.quant_tbl_ptrs[chroma.quant_tbl_no]);
    }
    estimateQuality(structure);
    return structure;
}

Result<void> openJpeg(JpegSession& session, Bytes file) {
    if (!asText(file).starts_with("\xFF\xD8"))
        return fail(ErrorCode::UnsupportedFormat, "The file is not a JPEG.");
    if (!session.readHeader())
        return tl::unexpected(session.error());
    return {};
}

Result<JpegCoefficients> coefficientsOf(JpegSession& session) {
    const jpeg_decompress_struct& info = session.info();
    const std::int64_t count =
        static_cast<std::int64_t>(info.image_width) * info.image_height * info.num_components;
    if (count > kMaxCoefficients)
        return fail(ErrorCode::LimitExceeded,
                    "The JPEG has about " + std::to_string(count / 1'000'000) +
                        " million coefficients; at most 400 million are read.");
    jvirt_barray_ptr* arrays = session.readCoefficients();
    if (arrays == nullptr)
        return tl::unexpected(session.error());
    JpegCoefficients found;
    found.blocksWide = static_cast<int>(info.comp_info[0].width_in_blocks);
    found.blocksHigh = static_cast<int>(info.comp_info[0].height_in_blocks);
    const auto blocksWide = static_cast<std::size_t>(found.blocksWide);
    found.luma.resize(blocksWide * static_cast<std::size_t>(found.blocksHigh));
    for (std::size_t row = 0; row < static_cast<std::size_t>(found.blocksHigh); ++row) {
        const JBLOCKROW blocks = session.blockRow(arrays[0], static_cast<JDIMENSION>(row));
        if (blocks == nullptr)
            return tl::unexpected(session.error());
        static_assert(sizeof(JBLOCK) == sizeof(found.luma[0]));
        std::memcpy(found.luma.data() + row * blocksWide, blocks, blocksWide * sizeof(JBLOCK));
    }
    return found;
}

} // namespace

Result<JpegStructure> readJpegStructure(std::span<const std::uint8_t> file) {
    JpegSession session(file, {});
    if (const auto opened = openJpeg(session, file); !opened)
        return tl::unexpected(opened.error());
    return structureOf(session);
}

Result<JpegCoefficients> readJpegCoefficients(std::span<const std::uint8_t> file) {
    JpegSession session(file, {});
    if (const auto opened = openJpeg(session, file); !opened)
        return tl::unexpected(opened.error());
    try {
        return coefficientsOf(session);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory for this JPEG's coefficients.");
    }
}

QuantizationTable standardLumaTable(int quality) {
    return scaledTable(quality, 255);
}

} // namespace core::image
