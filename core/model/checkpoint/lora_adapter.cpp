// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/lora_adapter.h"

#include "core/model/checkpoint/stored_tensor.h"
#include "core/model/checkpoint/weight_map.h"

#include <array>
#include <string_view>
#include <utility>

namespace core::model {

namespace {

constexpr std::string_view kFile = "adapter_model.safetensors";
constexpr std::string_view kPrefix = "base_model.model.";

enum class Role { Whole, A, B };

struct Named {
    std::string layer; ///< as the adapter names it, without prefix and role
    Role role = Role::Whole;
};

tl::unexpected<Error> refuse(const std::string& why) {
    return fail(ErrorCode::ModelInvalid, "The adapter cannot be used: " + why);
}

/// "...q_proj.lora_A.weight", also with the adapter's name behind "lora_A".
Named named(std::string_view stored) {
    if (stored.starts_with(kPrefix))
        stored.remove_prefix(kPrefix.size());
    constexpr std::array<std::pair<std::string_view, Role>, 2> kMarks = {
        {{".lora_A.", Role::A}, {".lora_B.", Role::B}}};
    for (const auto& [mark, role] : kMarks)
        if (const auto at = stored.find(mark); at != std::string_view::npos)
            return {std::string(stored.substr(0, at)), role};
    constexpr std::string_view kWeight = ".weight";
    if (stored.ends_with(kWeight))
        stored.remove_suffix(kWeight.size());
    return {std::string(stored), Role::Whole};
}

} // namespace

Result<LoraAdapter> LoraAdapter::open(const std::filesystem::path& directory) {
    auto config = readLoraConfig(directory);
    if (!config)
        return config.error().code == ErrorCode::FileNotFound
                   ? fail(ErrorCode::ModelMissing,
                          "There is no adapter_config.json in the adapter's folder.")
                   : tl::unexpected(config.error());
    std::error_code error;
    if (!std::filesystem::exists(directory / kFile, error))
        return fail(ErrorCode::ModelMissing,
                    std::filesystem::exists(directory / "adapter_model.bin", error)
                        ? "The adapter's weights are in PyTorch's pickle format "
                          "(adapter_model.bin), which can run code when opened. Save the adapter "
                          "as safetensors first."
                        : "adapter_model.safetensors is missing from the adapter's folder.");
    auto file = SafetensorsFile::open(directory / kFile);
    if (!file)
        return tl::unexpected(file.error());
    LoraAdapter adapter;
    adapter.m_config = std::move(*config);
    adapter.m_file = std::make_unique<SafetensorsFile>(std::move(*file));
    if (auto sorted = adapter.sort(); !sorted)
        return tl::unexpected(sorted.error());
    return adapter;
}

Result<void> LoraAdapter::sort() {
    for (const auto& [stored, entry] : m_file->tensors()) {
        const std::string shown = stored.substr(0, 160);
        if (stored.find("lora_magnitude_vector") != std::string::npos)
            return refuse(shown + " belongs to DoRA, which is not supported.");
        if (stored.find("lora_embedding_") != std::string::npos)
            return refuse("it adapts an embedding table (" + shown + "), which is not supported.");
        if (!scalarTypeOf(entry.type))
            return refuse(shown + " is stored as " + std::string(nameOf(entry.type)) + ".");
        const auto [layer, role] = named(stored);
        const bool isBias = role == Role::Whole && layer.ends_with(".bias");
        Part& part = m_parts[canonicalName(isBias ? layer : layer + ".weight")];
        const TensorEntry*& place = role == Role::A   ? part.a
                                    : role == Role::B ? part.b
                                                      : part.whole;
        if (std::exchange(place, &entry) != nullptr)
            return refuse(shown + " occurs twice.");
        if (role == Role::Whole)
            continue;
        if (entry.shape.size() != 2)
            return refuse(shown + " is no matrix; only linear layers are supported.");
        if (entry.shape[role == Role::A ? 0 : 1] != m_config.rankOf(layer))
            return refuse(shown + " does not have the rank " +
                          std::to_string(m_config.rankOf(layer)) +
                          " that adapter_config.json says.");
        part.scale = m_config.scaleOf(layer);
    }
    if (m_parts.empty())
        return refuse("adapter_model.safetensors holds no weights.");
    for (const auto& [weight, part] : m_parts)
        if ((part.a == nullptr) != (part.b == nullptr) ||
            (part.a != nullptr && part.whole != nullptr))
            return refuse("of the weight " + weight.substr(0, 160) +
                          " it has one half only, or more than it needs.");
    return {};
}

std::vector<std::string> LoraAdapter::weights() const {
    std::vector<std::string> names;
    names.reserve(m_parts.size());
    for (const auto& [weight, part] : m_parts)
        names.push_back(weight);
    return names;
}

bool LoraAdapter::changes(const std::string& weight) const {
    return m_parts.contains(weight);
}

Result<void> LoraAdapter::fits(const std::string& weight,
                               const std::vector<std::int64_t>& shape) const {
    const Part& part = m_parts.at(weight);
    const bool doesFit =
        part.whole != nullptr
            ? part.whole->shape == shape
            : shape.size() == 2 && part.a->shape[1] == shape[1] && part.b->shape[0] == shape[0];
    if (!doesFit)
        return refuse("its part for " + weight.substr(0, 160) +
                      " has another size than the model's. It was made for another model.");
    return {};
}

at::Tensor LoraAdapter::applied(const std::string& weight, const at::Tensor& base) const {
    const Part& part = m_parts.at(weight);
    if (part.whole != nullptr)
        return wideTensor(*m_file, *part.whole).to(base.device());
    const at::Tensor change =
        at::matmul(wideTensor(*m_file, *part.b), wideTensor(*m_file, *part.a)) * part.scale;
    return base + change.to(base.device());
}

LoraAdapter::Halves LoraAdapter::halvesOf(const std::string& weight) const {
    const Part& part = m_parts.at(weight);
    if (part.a == nullptr)
        return {};
    return {wideTensor(*m_file, *part.a), wideTensor(*m_file, *part.b)};
}

} // namespace core::model
