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

/// Reads a tab-separated list with a header line; the columns class, generator, look, source, path
/// and has_camera_exif are used. Pictures are found through `pictures`/OWNER+NAME/_index.tsv (file,
/// path), as the extraction script of the training data writes it. Pictures that are not there are
/// left out.
/// @param mostPerSource  a fixed, seeded choice when a source has more; 0: all
/// @errors FileNotFound, InvalidArgument (a column is missing)
[[nodiscard]] Result<std::vector<TrainingItem>>
readTrainingList(const std::filesystem::path& list, const std::filesystem::path& pictures,
                 const std::map<std::string, int>& mostPerSource, int mostOtherwise);

/// Reads the index that lies beside extracted pictures: `pictures`/index.tsv without a header, with
/// the columns file, list, class (real or ai), generator, look, source, path, camera.
/// @errors FileNotFound
[[nodiscard]] Result<std::vector<TrainingItem>>
readPictureIndex(const std::filesystem::path& pictures);

} // namespace core::training
