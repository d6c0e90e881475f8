// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

#include <cstdint>
#include <string_view>

namespace core::training {

/// What happens to a picture between camera or generator and us.
enum class Chain {
    AsIs,     ///< the file as found
    Web,      ///< any scale down to 0.35, none to two JPEG saves at quality 60 to 97
    Platform, ///< longer side at most 1,536 px, then one save at quality 85, 4:2:0
    Worn,     ///< made soft, noisy or sharp, then Web
    Spliced,  ///< part of another picture pasted in, then Web
    CopyMoved ///< part of the picture pasted elsewhere, then Web
};

[[nodiscard]] std::string_view chainName(Chain chain);

/// Runs a chain on a picture; the same for both classes, so that nothing but the traces of origin
/// tells them apart. The same seed gives the same bytes.
/// @param donor  for Spliced: what is pasted; not used otherwise
/// @errors InvalidArgument (picture too small), LimitExceeded
[[nodiscard]] Result<image::EvidenceFile> processed(const image::EvidenceFile& original,
                                                    const image::Image& picture,
                                                    const image::Image& donor, Chain chain,
                                                    std::uint64_t seed);

} // namespace core::training
