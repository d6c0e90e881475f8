// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <string_view>

namespace core::forensics {

/// Why a method does not apply; the same sentence stands in core::clues' catalog under `id`.
struct Reason {
    std::string_view id;
    std::string_view sentence;
};

inline constexpr Reason kNotJpeg{"reason.not_jpeg", "The file is not a JPEG."};
inline constexpr Reason kTooSmall{"reason.too_small", "The picture is too small for this method."};
inline constexpr Reason kNoCoefficients{
    "reason.no_coefficients",
    "The compressed data of this JPEG could not be read apart from its pixels."};
inline constexpr Reason kOddColors{
    "reason.jpeg_colors", "The method knows gray and usual color JPEGs only, not four-ink ones."};
inline constexpr Reason kLastSaveTooCoarse{
    "reason.last_save_too_coarse",
    "The last save was so coarse that it wiped out what earlier ones left."};
inline constexpr Reason kOnlySharedSave{
    "reason.only_shared_save",
    "The whole picture went through an earlier save at the only qualities that could be told "
    "apart in this file."};
inline constexpr Reason kNoEarlierSave{
    "reason.no_earlier_save",
    "No earlier, coarser JPEG save is measurable in this file, so no place can be found that "
    "lacks it."};
inline constexpr Reason kTooLittleDetail{"reason.too_little_detail",
                                         "The picture has too little detail for this method."};

inline constexpr Reason kLacksDetail{
    "reason.lacks_detail",
    "The file breaks off before its finest detail, so that some places are coarser than others."};

void doesNotApply(Evidence& evidence, const Reason& reason);

/// Whether the picture is as fine as it was saved; says so in `evidence` when it is not.
[[nodiscard]] bool hasAllDetail(const Subject& subject, Evidence& evidence);

/// Whether the stored luma coefficients can be used; says why not in `evidence`.
/// @param smallestSide  in pixels
[[nodiscard]] bool canUseCoefficients(const Subject& subject, int smallestSide, Evidence& evidence);

} // namespace core::forensics
