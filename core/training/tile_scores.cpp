// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/tile_scores.h"

#include "core/image/jpeg_structure.h"
#include "core/image/safe_decoder.h"
#include "core/inference/embedded/evidence_set.h"
#include "core/model/detector/evidence_fusion.h"
#include "core/model/detector/tile_classifier.h"
#include "core/training/source_folds.h"
#include "core/training/tile_store.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <string>
#include <utility>

namespace core::training {

namespace {

using Json = nlohmann::json;
using Inputs = std::map<std::string, double>;

constexpr std::size_t kFewestTiles = 3;

Result<Inputs> inputsOf(const FeatureRow& row, const model::TileClassifier& classifier) {
    const auto file = image::readEvidence(row.processed, {});
    if (!file)
        return tl::unexpected(file.error());
    const auto picture = image::decode(*file, {});
    if (!picture)
        return tl::unexpected(picture.error());
    const auto scores = classifier.score(picture->image.view(), model::TileLimits{});
    if (!scores)
        return tl::unexpected(scores.error());
    Inputs inputs;
    if (const auto structure = image::readJpegStructure(*file->bytes))
        inputs[model::kFileQuality] = structure->lumaQuality;
    if (scores->tiles.size() >= kFewestTiles)
        inference::addTileInputs(*scores, inputs);
    return inputs;
}

} // namespace

Result<void> addTileScores(std::vector<FeatureRow>& rows, int fold,
                           const std::filesystem::path& classifierFile) {
    const auto classifier = model::TileClassifier::load(classifierFile);
    if (!classifier)
        return tl::unexpected(classifier.error());
    const std::filesystem::path keptFile = classifierFile.string() + ".scores";
    std::map<std::string, Inputs> kept;
    for (const Json& json : rowsIn(keptFile))
        kept[json.at("picture")] = json.at("inputs").get<Inputs>();
    std::ofstream keep(keptFile, std::ios::app);
    for (FeatureRow& row : rows) {
        if (foldOf(row.source) != fold)
            continue;
        const std::string picture = row.processed.string();
        auto found = kept.find(picture);
        if (found == kept.end()) {
            auto inputs = inputsOf(row, *classifier);
            if (!inputs)
                return tl::unexpected(inputs.error());
            keep << Json{{"picture", picture}, {"inputs", *inputs}}.dump() << std::endl;
            found = kept.emplace(picture, std::move(*inputs)).first;
        }
        row.evidence.insert(found->second.begin(), found->second.end());
    }
    return {};
}

} // namespace core::training
