// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/tile_classifier.h"

#include "core/model/checkpoint/safetensors.h"
#include "core/model/detector/residual_features.h"
#include "core/model/detector/tile_network.h"

#include <ATen/ATen.h>

#include <cstring>
#include <exception>
#include <string_view>
#include <utility>

namespace core::model {

struct TileClassifier::Weights {
    TileNetwork network;
    double referenceLow = 0;
    double referenceHigh = 0;
};

namespace {

Error damaged(const std::filesystem::path& file, std::string_view why) {
    return {ErrorCode::ModelInvalid, "The embedded engine's file " + file.string() +
                                         " cannot be used: " + std::string(why) +
                                         ". Reinstall Clueglass."};
}

Result<at::Tensor> tensorOf(const SafetensorsFile& file, const std::string& name,
                            const std::vector<std::int64_t>& shape) {
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end() || found->second.type != DataType::F32 ||
        found->second.shape != shape)
        return fail(ErrorCode::ModelInvalid, "tensor " + name + " is missing or has another shape");
    at::Tensor tensor = at::empty(shape, at::kFloat);
    const auto bytes = file.bytes(found->second);
    std::memcpy(tensor.data_ptr<float>(), bytes.data(), bytes.size());
    return tensor;
}

Result<TileNetwork> networkFrom(const SafetensorsFile& file) {
    const auto features = static_cast<std::int64_t>(residualFeatureNames().size());
    TileNetwork network;
    const std::vector<std::pair<at::Tensor*, std::pair<std::string, std::vector<std::int64_t>>>>
        parts = {
            {&network.mean, {"mean", {features}}},
            {&network.scale, {"scale", {features}}},
            {&network.hiddenWeight, {"hidden.weight", {kTileHidden, features}}},
            {&network.hiddenBias, {"hidden.bias", {kTileHidden}}},
            {&network.outputWeight, {"output.weight", {1, kTileHidden}}},
            {&network.outputBias, {"output.bias", {1}}},
        };
    for (const auto& [target, part] : parts) {
        auto tensor = tensorOf(file, part.first, part.second);
        if (!tensor)
            return tl::unexpected(tensor.error());
        *target = std::move(*tensor);
    }
    return network;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

} // namespace

TileClassifier::TileClassifier(std::unique_ptr<Weights> weights) : m_weights(std::move(weights)) {}
TileClassifier::TileClassifier(TileClassifier&&) noexcept = default;
TileClassifier& TileClassifier::operator=(TileClassifier&&) noexcept = default;
TileClassifier::~TileClassifier() = default;

Result<TileClassifier> TileClassifier::load(const std::filesystem::path& path) {
    auto file = SafetensorsFile::open(path);
    if (!file) {
        if (file.error().code == ErrorCode::FileNotFound)
            return fail(ErrorCode::ModelMissing, "The embedded engine's file " + path.string() +
                                                     " is missing; reinstall Clueglass.");
        return tl::unexpected(damaged(path, file.error().message));
    }
    const auto& metadata = file->metadata();
    const auto features = metadata.find("features");
    if (features == metadata.end() || features->second != joined(residualFeatureNames()))
        return tl::unexpected(damaged(path, "it was made for another version of the features"));
    auto network = networkFrom(*file);
    if (!network)
        return tl::unexpected(damaged(path, network.error().message));
    auto weights = std::make_unique<Weights>();
    weights->network = std::move(*network);
    try {
        weights->referenceLow = std::stod(metadata.at("reference_low"));
        weights->referenceHigh = std::stod(metadata.at("reference_high"));
    } catch (const std::exception&) {
        return tl::unexpected(damaged(path, "its reference range is missing"));
    }
    return TileClassifier(std::move(weights));
}

Result<std::vector<float>>
TileClassifier::logOdds(const std::vector<std::vector<float>>& rows) const {
    if (rows.empty())
        return std::vector<float>();
    try {
        const at::NoGradGuard inferenceOnly;
        const at::Tensor values =
            m_weights->network.logOdds(tableFrom(rows)).contiguous(); // [tiles]
        const float* begin = values.data_ptr<float>();
        return std::vector<float>(begin, begin + values.numel());
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal,
                    std::string("The learned detector failed: ") + error.what());
    }
}

double TileClassifier::referenceLow() const {
    return m_weights->referenceLow;
}
double TileClassifier::referenceHigh() const {
    return m_weights->referenceHigh;
}

} // namespace core::model
