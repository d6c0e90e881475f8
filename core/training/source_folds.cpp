// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/source_folds.h"

#include <map>

namespace core::training {

int foldOf(const std::string& source) {
    static const std::map<std::string, int> kFoldOf = {
        {"songguoxs/gpt4o-image-prompts", 0},
        {"EliSchwartz/imagenet-sample-images", 0},
        {"alicevision/dataset_buddha", 0},
        {"freestylefly/awesome-gpt-image-2", 1},
        {"jbhuang0604/SelfExSR", 1},
        {"drewnoakes/metadata-extractor-images", 1},
        {"replicate/cog-sdxl", 1},
    };
    const auto found = kFoldOf.find(source);
    return found == kFoldOf.end() ? 2 : found->second;
}

} // namespace core::training
