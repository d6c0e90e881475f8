// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace core::annotations {

/// A picture as other programs name it, with what was drawn on it.
struct AnnotatedPicture {
    std::string file; ///< name or path
    int width = 0;    ///< of the upright picture
    int height = 0;
    std::vector<Annotation> annotations;
};

/// What a file of another program gave.
struct ImportedPictures {
    std::vector<AnnotatedPicture> pictures;
    int leftOut = 0; ///< shapes that have no counterpart here (run-length masks)
};

/// COCO object annotations: closed shapes as polygons (an ellipse in 72 pieces), brush marks as
/// uncompressed run-length masks, open shapes by their box alone. Each carries the exact shape
/// under "clueglass", which fromCoco() prefers.
/// @source https://cocodataset.org/#format-data
[[nodiscard]] std::string toCoco(const std::vector<AnnotatedPicture>& pictures);
/// @errors InvalidJson (no COCO file)
[[nodiscard]] Result<ImportedPictures> fromCoco(const std::string& text);

/// The file that labelme (5) keeps beside a picture. Ellipses become polygons of 72 points, brush
/// marks line strips; each carries the exact shape under "clueglass", which fromLabelme() prefers.
[[nodiscard]] std::string toLabelme(const AnnotatedPicture& picture);
/// @errors InvalidJson (no labelme file)
[[nodiscard]] Result<ImportedPictures> fromLabelme(const std::string& text);

} // namespace core::annotations
