// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace core::training {

/// One training picture.
struct TrainingItem {
    std::filesystem::path file;
    bool isGenerated = false;
    std::string source;    ///< repository it comes from; folds are split by it
    std::string generator; ///< "camera", "gpt-image-2", ...
    std::string look;      ///< "photo", "graphic", "unchecked"
    bool hasCameraExif = false;
    std::string camera; ///< make and model, when the list knows them
};

/// Reads the index that lies beside extracted pictures: `pictures`/index.tsv without a header, with
/// the columns file, list, class (real or ai), generator, look, source, path, camera.
/// @errors FileNotFound
[[nodiscard]] Result<std::vector<TrainingItem>>
readPictureIndex(const std::filesystem::path& pictures);

/// A fixed, seeded choice of at most so many pictures of each source, by source; 0: all.
[[nodiscard]] std::vector<TrainingItem> mostOfEach(const std::vector<TrainingItem>& items,
                                                   int most);

} // namespace core::training
