// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tuning/tuning_output.h"

#include "core/base/output_file.h"
#include "core/model/checkpoint/checkpoint_copy.h"
#include "core/model/checkpoint/json_file.h"
#include "core/model/checkpoint/lora_config.h"
#include "core/model/checkpoint/stored_tensor.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace core::model {

namespace {

namespace fs = std::filesystem;

constexpr const char* kState = "tuning_state";

/// Tensors that are written together.
class TensorList {
  public:
    void add(const std::string& name, const at::Tensor& tensor) {
        m_bytes.push_back(storedBytes(tensor, DataType::F32));
        m_entries.push_back({name, tensor.sizes().vec()});
    }
    [[nodiscard]] Result<void> write(const fs::path& path) const {
        std::vector<TensorToWrite> tensors;
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            tensors.push_back({m_entries[i].first, DataType::F32, m_entries[i].second, m_bytes[i]});
        return writeSafetensors(path, tensors, {{"format", "pt"}});
    }

  private:
    std::vector<std::vector<std::uint8_t>> m_bytes;
    std::vector<std::pair<std::string, std::vector<std::int64_t>>> m_entries;
};

std::string withoutWeight(std::string name) {
    constexpr std::string_view kWeight = ".weight";
    if (name.ends_with(kWeight))
        name.resize(name.size() - kWeight.size());
    return name;
}

bool isHalf(const std::string& name) {
    return name.ends_with(".lora_A") || name.ends_with(".lora_B");
}

Result<void> fill(const at::Tensor& tensor, const SafetensorsFile& file, const std::string& name) {
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end() || found->second.shape != tensor.sizes().vec())
        return fail(ErrorCode::ModelInvalid,
                    "What was kept of this tuning does not fit it (" + name.substr(0, 160) + ").");
    const at::NoGradGuard withoutGradients;
    tensor.detach().copy_(wideTensor(file, found->second));
    return {};
}

} // namespace

Result<void> TuningOutput::make() const {
    std::error_code error;
    if (fs::exists(fs::symlink_status(m_order.target, error)))
        return fail(ErrorCode::InvalidArgument,
                    m_order.target.string() + " exists already. Choose another folder, or go on "
                                              "with what is in it (--resume).");
    return OutputFile::makeFolder(m_order.target);
}

std::string TuningOutput::storedName(const std::string& canonical) const {
    const auto* place = m_base.find(canonical);
    if (place != nullptr)
        for (const auto& [name, entry] : place->file->tensors())
            if (&entry == place->entry)
                return name;
    return canonical;
}

Result<void> TuningOutput::saveAdapter(const TrainableWeights& weights) const {
    LoraConfig config;
    std::error_code error;
    config.baseModel = fs::absolute(m_source, error).lexically_normal().string();
    // Those of the adapter that it started from, if it did.
    if (!weights.halves().empty()) {
        const auto& first = weights.halves().begin()->second;
        config.rank = first.a.size(0);
        config.alpha = first.scale * static_cast<double>(config.rank);
    }
    TensorList tensors;
    for (const auto& [layer, halves] : weights.halves()) {
        const std::string stored = withoutWeight(storedName(layer + ".weight"));
        const std::int64_t rank = halves.a.size(0);
        config.targets.push_back(stored);
        // An adapter that was gone on with may differ from layer to layer.
        if (rank != config.rank)
            config.rankPattern[stored] = rank;
        if (halves.scale != config.alpha / static_cast<double>(config.rank) || rank != config.rank)
            config.alphaPattern[stored] = halves.scale * static_cast<double>(rank);
        tensors.add("base_model.model." + stored + ".lora_A.weight", halves.a);
        tensors.add("base_model.model." + stored + ".lora_B.weight", halves.b);
    }
    for (const char* part : {"vision_tower", "multi_modal_projector"})
        if (weights.trains(std::string(part) + "."))
            config.modulesToSave.emplace_back(part);
    for (const auto& [name, tensor] : weights.trained())
        if (!isHalf(name))
            tensors.add("base_model.model." + storedName(name), tensor);
    if (auto written = tensors.write(m_order.target / "adapter_model.safetensors"); !written)
        return written;
    return writeLoraConfig(config, m_order.target);
}

/// The base's files once more, what was trained in float32.
Result<void> TuningOutput::saveModel(const TrainableWeights& weights) const {
    TensorList trained;
    std::map<std::string, std::string> places;
    std::uint64_t bytes = 0;
    for (const auto& [name, tensor] : weights.trained()) {
        const std::string stored = storedName(name);
        trained.add(stored, tensor);
        places[stored] = "model-00001-of-00002.safetensors";
        bytes += tensor.nbytes();
    }
    std::vector<TensorToWrite> others;
    for (const auto& [name, place] : m_base.places()) {
        const bool isTrained = std::ranges::any_of(
            weights.trained(), [&](const auto& one) { return one.name == name; });
        if (isTrained)
            continue;
        const std::string stored = storedName(name);
        others.push_back(
            {stored, place.entry->type, place.entry->shape, place.file->bytes(*place.entry)});
        places[stored] = "model-00002-of-00002.safetensors";
        bytes += place.entry->end - place.entry->begin;
    }
    if (auto written = trained.write(m_order.target / "model-00001-of-00002.safetensors"); !written)
        return written;
    std::error_code error;
    const auto second = m_order.target / "model-00002-of-00002.safetensors";
    if (!fs::exists(second, error))
        if (auto written = writeSafetensors(second, others, {{"format", "pt"}}); !written)
            return written;
    return writeShardIndex(m_order.target, places, bytes);
}

Result<void> TuningOutput::saveState(const TrainableWeights& weights, AdamW& optimizer,
                                     const std::string& mark) const {
    const fs::path folder = m_order.target / kState;
    if (auto made = OutputFile::makeFolder(folder); !made)
        return made;
    TensorList tensors;
    for (std::size_t i = 0; i < weights.trained().size(); ++i) {
        const auto& [name, tensor] = weights.trained()[i];
        tensors.add(name + ".value", tensor);
        tensors.add(name + ".first", optimizer.moments()[i].first);
        tensors.add(name + ".second", optimizer.moments()[i].second);
    }
    if (auto written = tensors.write(folder / "optimizer.safetensors"); !written)
        return written;
    const nlohmann::json state = {{"steps", optimizer.steps()}, {"order", mark}};
    return writeOutput(folder / "state.json", output_kind::kOwnJson, state.dump(1) + "\n");
}

Result<void> TuningOutput::save(const TrainableWeights& weights, AdamW& optimizer,
                                const std::string& mark) const {
    auto saved = m_order.trainsAll ? saveModel(weights) : saveAdapter(weights);
    std::error_code error;
    if (saved && m_order.trainsAll && !fs::exists(m_order.target / "config.json", error))
        saved = copyOtherFiles(m_source, m_order.target);
    return saved ? saveState(weights, optimizer, mark) : saved;
}

Result<void> TuningOutput::restore(const TrainableWeights& weights, AdamW& optimizer,
                                   const std::string& mark) const {
    const fs::path folder = m_order.target / kState;
    const auto state = readJsonFile(folder / "state.json");
    if (!state)
        return fail(ErrorCode::InvalidArgument,
                    m_order.target.string() + " holds no tuning that could be gone on with.");
    if (state->value("order", "") != mark)
        return fail(ErrorCode::InvalidArgument,
                    m_order.target.string() + " holds another tuning: model, list or settings "
                                              "differ from this one's.");
    const auto file = SafetensorsFile::open(folder / "optimizer.safetensors");
    if (!file)
        return tl::unexpected(file.error());
    for (std::size_t i = 0; i < weights.trained().size(); ++i) {
        const auto& [name, tensor] = weights.trained()[i];
        auto filled = fill(tensor, *file, name + ".value");
        if (filled)
            filled = fill(optimizer.moments()[i].first, *file, name + ".first");
        if (filled)
            filled = fill(optimizer.moments()[i].second, *file, name + ".second");
        if (!filled)
            return filled;
    }
    const auto steps = state->find("steps");
    optimizer.setSteps(
        steps != state->end() && steps->is_number_unsigned() ? steps->get<std::int64_t>() : 0);
    return {};
}

} // namespace core::model
