// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/weight_map.h"

#include "core/model/checkpoint/json_file.h"

#include <algorithm>
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

/// Names of the folder's files that end so, sorted.
std::vector<std::string> filesEnding(const std::filesystem::path& directory,
                                     std::string_view ending) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
        std::string name = entry.path().filename().string();
        if (name.ends_with(ending))
            names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    return names;
}

std::string sentenceForNoWeights(const std::filesystem::path& directory) {
    if (const auto gguf = filesEnding(directory, ".gguf"); !gguf.empty())
        return "The weights are in GGUF (" + gguf.front().substr(0, 120) +
               "), the format of llama.cpp, which is not read. Download the safetensors version.";
    if (isThere(directory / "adapter_model.safetensors") ||
        isThere(directory / "adapter_config.json"))
        return "This folder holds only an adapter (LoRA), not the model.";
    if (isThere(directory / "pytorch_model.bin") ||
        isThere(directory / "pytorch_model.bin.index.json"))
        return "The weights are in PyTorch's pickle format (pytorch_model.bin), which can run code "
               "when opened. Save the model as safetensors first.";
    if (const auto others = filesEnding(directory, ".safetensors"); !others.empty())
        return "The weights are under another name (" + others.front().substr(0, 120) +
               "): a variant or another layout. If it is the whole model, rename it to "
               "model.safetensors; else download the files that the usual names have.";
    return "There are no weights: neither model.safetensors nor model.safetensors.index.json is in "
           "this folder. Download the model-*.safetensors files too.";
}

/// model-00001-of-00003.safetensors and its like without an index.
/// @errors ModelMissing when there is none, or not all of them
Result<ShardList> numberedShards(const std::filesystem::path& directory) {
    constexpr std::string_view kOf = "-of-00000.safetensors";
    ShardList shards;
    for (const std::string& name : filesEnding(directory, ".safetensors")) {
        const std::size_t digits = std::string_view("model-00000").size();
        if (name.size() == digits + kOf.size() && name.starts_with("model-") &&
            name.substr(digits, 4) == "-of-")
            shards.files.push_back(name);
    }
    if (shards.files.empty())
        return fail(ErrorCode::ModelMissing, sentenceForNoWeights(directory));
    const std::string count =
        shards.files.front().substr(std::string_view("model-00000-of-").size(), 5);
    if (std::to_string(shards.files.size()) !=
        count.substr(std::min(count.find_first_not_of('0'), count.size())))
        return fail(ErrorCode::ModelMissing, "There is no model.safetensors.index.json, and only " +
                                                 std::to_string(shards.files.size()) +
                                                 " of the shards \"model-...-of-" + count +
                                                 "\" are here. Download the missing files.");
    return shards;
}

} // namespace

std::string canonicalName(std::string_view stored) {
    // PEFT puts this in front of the names of a model that it wraps.
    constexpr std::string_view kWrapped = "base_model.model.";
    if (stored.starts_with(kWrapped))
        stored.remove_prefix(kWrapped.size());
    if (stored.ends_with("position_ids") || stored.ends_with("rotary_emb.inv_freq"))
        return {};
    const auto replaced = [&](std::string_view from, std::string_view to) {
        return std::string(to).append(stored.substr(from.size()));
    };
    if (stored.starts_with("model.language_model."))
        return replaced("model.language_model.", "language_model.model.");
    if (stored.starts_with("model.vision_tower.") ||
        stored.starts_with("model.multi_modal_projector."))
        return canonicalName(stored.substr(std::string_view("model.").size()));
    // A tower without its inner level, as some converters write it.
    constexpr std::string_view kTower = "vision_tower.";
    for (const std::string_view part :
         {"embeddings.", "encoder.", "pre_layrnorm.", "post_layernorm."})
        if (stored.starts_with(kTower) && stored.substr(kTower.size()).starts_with(part))
            return replaced(kTower, "vision_tower.vision_model.");
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
        return numberedShards(directory);
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
