// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/weight_map.h"

#include "core/model/checkpoint/json_file.h"

#include <set>
#include <utility>

namespace core::model {

namespace {

constexpr std::uint64_t kLargestIndex = 64U << 20U;

bool isPlainFileName(const std::string& name) {
    return !name.empty() && name != "." && name != ".." &&
           name.find_first_of(std::string_view("/\\\0", 3)) == std::string::npos;
}

bool isThere(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::exists(path, error);
}

std::string sentenceForNoWeights(const std::filesystem::path& directory) {
    if (isThere(directory / "adapter_model.safetensors") ||
        isThere(directory / "adapter_config.json"))
        return "This folder holds only an adapter (LoRA), not the model. Merge it into its base "
               "model "
               "first and save the result as safetensors.";
    if (isThere(directory / "pytorch_model.bin") ||
        isThere(directory / "pytorch_model.bin.index.json"))
        return "The weights are in PyTorch's pickle format (pytorch_model.bin), which can run code "
               "when opened. Save the model as safetensors first.";
    return "There are no weights: neither model.safetensors nor model.safetensors.index.json is in "
           "this folder. Download the model-*.safetensors files too.";
}

} // namespace

std::string canonicalName(std::string_view stored) {
    if (stored.ends_with("position_ids") || stored.ends_with("rotary_emb.inv_freq"))
        return {};
    const auto replaced = [&](std::string_view from, std::string_view to) {
        return std::string(to).append(stored.substr(from.size()));
    };
    if (stored.starts_with("model.language_model."))
        return replaced("model.language_model.", "language_model.model.");
    if (stored.starts_with("model.vision_tower.") ||
        stored.starts_with("model.multi_modal_projector."))
        return replaced("model.", "");
    if (stored.starts_with("lm_head."))
        return replaced("", "language_model.");
    return std::string(stored);
}

Result<ShardList> listShards(const std::filesystem::path& directory) {
    ShardList shards;
    // The reference, too, prefers the single file when both exist.
    if (isThere(directory / "model.safetensors")) {
        shards.files.emplace_back("model.safetensors");
        return shards;
    }
    const auto indexPath = directory / "model.safetensors.index.json";
    if (!isThere(indexPath))
        return fail(ErrorCode::ModelMissing, sentenceForNoWeights(directory));
    const auto index = readJsonFile(indexPath, kLargestIndex);
    if (!index)
        return tl::unexpected(index.error());
    const auto map = index->find("weight_map");
    if (map == index->end() || !map->is_object() || map->empty())
        return fail(ErrorCode::ModelInvalid,
                    "model.safetensors.index.json has no weight_map. Download it again.");
    std::set<std::string> files;
    for (const auto& [tensor, file] : map->items()) {
        if (!file.is_string() || !isPlainFileName(file.get<std::string>()))
            return fail(ErrorCode::ModelInvalid, "model.safetensors.index.json points outside its "
                                                 "folder or at no file; it is not trusted.");
        files.insert(file.get<std::string>());
        shards.places[tensor] = file.get<std::string>();
    }
    shards.files.assign(files.begin(), files.end());
    return shards;
}

Result<void> WeightMap::add(const std::string& fileName, const SafetensorsFile& file) {
    for (const auto& [stored, entry] : file.tensors()) {
        const std::string name = canonicalName(stored);
        if (name.empty())
            continue;
        if (!m_places.emplace(name, Place{&file, &entry, fileName}).second)
            return fail(ErrorCode::ModelInvalid,
                        "The weight " + name.substr(0, 120) + " occurs twice (again in " +
                            fileName + "). The folder mixes two checkpoints; download it again.");
    }
    return {};
}

Result<WeightMap> WeightMap::open(const std::filesystem::path& directory, const ShardList& shards) {
    WeightMap map;
    for (const std::string& name : shards.files) {
        auto file = SafetensorsFile::open(directory / name);
        if (!file && file.error().code == ErrorCode::FileNotFound)
            return fail(ErrorCode::ModelMissing,
                        name + " is missing. Download this file into the folder.");
        if (!file)
            return tl::unexpected(file.error());
        map.m_files.push_back(std::make_unique<SafetensorsFile>(std::move(*file)));
        if (auto added = map.add(name, *map.m_files.back()); !added)
            return tl::unexpected(added.error());
    }
    for (const auto& [tensor, fileName] : shards.places) {
        const std::string name = canonicalName(tensor);
        const Place* place = name.empty() ? nullptr : map.find(name);
        if (!name.empty() && (place == nullptr || place->fileName != fileName))
            return fail(ErrorCode::ModelInvalid,
                        "The index says that " + tensor.substr(0, 120) + " is in " + fileName +
                            ", but it is not. The files belong to different versions; download all "
                            "of them again.");
    }
    return map;
}

const WeightMap::Place* WeightMap::find(const std::string& name) const {
    const auto found = m_places.find(name);
    return found == m_places.end() ? nullptr : &found->second;
}

const std::map<std::string, std::string>& WeightMap::metadata() const {
    static const std::map<std::string, std::string> kNone;
    return m_files.empty() ? kNone : m_files.front()->metadata();
}

} // namespace core::model
