// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/quantization/streamed_safetensors.h"

#include <nlohmann/json.hpp>

#include <array>

namespace core::model {

std::uint64_t PlannedTensor::bytes() const {
    std::uint64_t count = sizeOf(type);
    for (const std::int64_t extent : shape)
        count *= static_cast<std::uint64_t>(extent);
    return count;
}

Result<StreamedSafetensors>
StreamedSafetensors::create(const std::filesystem::path& path,
                            const std::vector<PlannedTensor>& tensors,
                            const std::map<std::string, std::string>& metadata) {
    constexpr std::size_t kAlignment = 64;
    auto file = OutputFile::create(path, output_kind::kNew);
    if (!file)
        return tl::unexpected(file.error());
    StreamedSafetensors result(std::move(*file));
    nlohmann::ordered_json header = {{"__metadata__", metadata}};
    std::uint64_t position = 0;
    for (const PlannedTensor& tensor : tensors) {
        const std::uint64_t end = position + tensor.bytes();
        header[tensor.name] = {{"dtype", nameOf(tensor.type)},
                               {"shape", tensor.shape},
                               {"data_offsets", std::array{position, end}}};
        result.m_begins[tensor.name] = position;
        position = end;
    }
    std::string json = header.dump();
    const std::uint64_t start =
        (sizeof(std::uint64_t) + json.size() + kAlignment - 1) / kAlignment * kAlignment;
    const std::uint64_t length = start - sizeof(std::uint64_t);
    json.resize(length, ' ');
    for (auto& [name, begin] : result.m_begins)
        begin += start;

    auto written =
        result.m_file.writeAt(0, {reinterpret_cast<const char*>(&length), sizeof length});
    if (written)
        written = result.m_file.writeAt(sizeof length, json);
    if (!written)
        return tl::unexpected(written.error());
    return result;
}

Result<void> StreamedSafetensors::write(const std::string& name, std::uint64_t offset,
                                        std::span<const std::uint8_t> piece) {
    return m_file.writeAt(m_begins.at(name) + offset,
                          {reinterpret_cast<const char*>(piece.data()), piece.size()});
}

Result<void> StreamedSafetensors::close() {
    return m_file.commit();
}

} // namespace core::model
