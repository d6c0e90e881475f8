// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/picture_network_import.h"

#include "core/model/checkpoint/safetensors.h"
#include "core/model/detector/picture_network.h"

#include <QByteArray>

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace core::training {

namespace {

constexpr int kShards = 6;

/// A tensor of the package, in the order of its bytes.
struct PackedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    float least = 0;
    float step = 1;
    std::size_t begin = 0;
    std::size_t count = 1;
};

Result<std::string> textOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail(ErrorCode::FileNotFound, "The file " + file.string() + " is missing.");
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

std::vector<std::int64_t> shapeFrom(const std::string& text) {
    std::vector<std::int64_t> shape;
    static const std::regex number("[0-9]+");
    for (std::sregex_iterator it(text.begin(), text.end(), number), end; it != end; ++it)
        shape.push_back(std::stoll(it->str()));
    return shape;
}

/// The list of weights in the script, which is no strict JSON.
std::vector<PackedTensor> tensorsOf(const std::string& script) {
    static const std::regex entry(
        R"re(name:"([^"]+)",shape:\[([0-9,]+)\],dtype:"float32",quantization:\{min:([-+.e0-9]+),scale:([-+.e0-9]+),dtype:"uint8"\})re");
    std::vector<PackedTensor> tensors;
    std::size_t begin = 0;
    for (std::sregex_iterator it(script.begin(), script.end(), entry), end; it != end; ++it) {
        PackedTensor tensor{
            (*it)[1], shapeFrom((*it)[2]), std::stof((*it)[3]), std::stof((*it)[4]), begin, 1};
        for (const std::int64_t side : tensor.shape)
            tensor.count *= static_cast<std::size_t>(side);
        begin += tensor.count;
        tensors.push_back(std::move(tensor));
    }
    return tensors;
}

/// The script's one long text, decoded.
std::string bytesOf(const std::string& script) {
    constexpr std::string_view kBefore = "exports=\"";
    const std::size_t start = script.rfind(kBefore);
    if (start == std::string::npos)
        return {};
    const std::size_t first = start + kBefore.size();
    const std::size_t last = script.find('"', first);
    return QByteArray::fromBase64(QByteArray::fromStdString(script.substr(first, last - first)))
        .toStdString();
}

Result<std::string> allBytes(const std::filesystem::path& package) {
    std::string bytes;
    for (int shard = 1; shard <= kShards; ++shard) {
        const auto text = textOf(package / ("group1-shard" + std::to_string(shard) + "of" +
                                            std::to_string(kShards) + ".min.js"));
        if (!text)
            return text;
        bytes += bytesOf(*text);
    }
    return bytes;
}

/// The number in "conv2d_12/kernel"; 0 for names of other layers.
int layerNumber(const std::string& name) {
    std::smatch found;
    static const std::regex pattern("(?:conv2d|batch_normalization)_([0-9]+)/.+");
    return std::regex_match(name, found, pattern) ? std::stoi(found[1]) : 0;
}

bool isUsed(const PackedTensor& tensor) {
    const int number = layerNumber(tensor.name);
    return number >= 1 && number <= model::kNetworkConvolutions;
}

} // namespace

Result<void> importPictureNetwork(const std::filesystem::path& package,
                                  const std::filesystem::path& output) {
    const auto script = textOf(package / "model.min.js");
    if (!script)
        return tl::unexpected(script.error());
    const auto bytes = allBytes(package);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const std::vector<PackedTensor> tensors = tensorsOf(*script);
    if (tensors.empty() || tensors.back().begin + tensors.back().count != bytes->size())
        return fail(ErrorCode::FileUnreadable, "The folder " + package.string() +
                                                   " has another layout than that of nsfwjs 4.3.");
    std::vector<std::vector<std::uint8_t>> ranges;
    std::vector<model::TensorToWrite> written;
    ranges.reserve(tensors.size());
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes->data());
    for (const PackedTensor& tensor : tensors) {
        if (!isUsed(tensor))
            continue;
        const float range[] = {tensor.least, tensor.step};
        ranges.emplace_back(sizeof range);
        std::memcpy(ranges.back().data(), range, sizeof range);
        written.push_back(
            {tensor.name, model::DataType::U8, tensor.shape, {data + tensor.begin, tensor.count}});
        written.push_back({tensor.name + ".range", model::DataType::F32, {2}, ranges.back()});
    }
    return model::writeSafetensors(
        output, written,
        {{"origin", "Inception v3 of the npm package nsfwjs"}, {"license", "MIT"}});
}

} // namespace core::training
