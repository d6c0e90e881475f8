// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/safetensors.h"

#include "core/base/output_file.h"
#include "core/model/checkpoint/safetensors_header.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace core::model {

static_assert(std::endian::native == std::endian::little, "safetensors data is little-endian");

namespace {

constexpr std::size_t kLengthBytes = 8;
/// A 7B checkpoint has about 100 KiB; anything near this bound is an attack or an accident.
constexpr std::uint64_t kLongestHeader = 16U << 20U;
constexpr std::string_view kLfsStart = "version https://git-lfs";

tl::unexpected<Error> refuse(const std::filesystem::path& path, const std::string& why) {
    return fail(ErrorCode::ModelInvalid, path.filename().string() + " cannot be used: " + why);
}

bool startsWith(std::span<const std::uint8_t> bytes, std::string_view text) {
    return bytes.size() >= text.size() && std::memcmp(bytes.data(), text.data(), text.size()) == 0;
}

} // namespace

Result<SafetensorsFile> SafetensorsFile::open(const std::filesystem::path& path) {
    auto mapped = MappedFile::open(path);
    if (!mapped) {
        if (mapped.error().code == ErrorCode::FileEmpty)
            return refuse(path, "it is empty. Download this file again.");
        return tl::unexpected(mapped.error());
    }
    const auto bytes = mapped->bytes();
    if (startsWith(bytes, kLfsStart))
        return refuse(path, "it is a Git-LFS pointer, not the weights. Run \"git lfs pull\" in the "
                            "folder or download the file itself.");
    if (bytes.size() < kLengthBytes)
        return refuse(path, "it is too short to be a safetensors file. Download this file again.");

    std::uint64_t headerLength = 0;
    std::memcpy(&headerLength, bytes.data(), kLengthBytes);
    if (headerLength > kLongestHeader)
        return refuse(path, "its header claims " + std::to_string(headerLength) +
                                " bytes; it is damaged or not a safetensors file.");
    if (headerLength > bytes.size() - kLengthBytes)
        return refuse(path, "it is cut off inside its header. Download this file again.");

    const std::string_view json(reinterpret_cast<const char*>(bytes.data()) + kLengthBytes,
                                headerLength);
    const std::size_t dataStart = kLengthBytes + headerLength;
    auto header = parseSafetensorsHeader(json, bytes.size() - dataStart);
    if (!header)
        return refuse(path, header.error().message);
    SafetensorsFile file(std::move(*mapped), dataStart);
    file.m_tensors = std::move(header->tensors);
    file.m_metadata = std::move(header->metadata);
    return file;
}

std::span<const std::uint8_t> SafetensorsFile::bytes(const TensorEntry& entry) const {
    return m_file.bytes().subspan(m_dataStart + entry.begin, entry.end - entry.begin);
}

void SafetensorsFile::dropPages(const TensorEntry& entry) const {
    m_file.dropPages(m_dataStart + entry.begin, entry.end - entry.begin);
}

Result<void> writeSafetensors(const std::filesystem::path& path,
                              std::span<const TensorToWrite> tensors,
                              const std::map<std::string, std::string>& metadata) {
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t position = 0;
    for (const TensorToWrite& tensor : tensors) {
        const std::uint64_t end = position + tensor.bytes.size();
        header[tensor.name] = {{"dtype", nameOf(tensor.type)},
                               {"shape", tensor.shape},
                               {"data_offsets", std::array{position, end}}};
        position = end;
    }
    std::string json = header.dump();
    json.resize((json.size() + 7) / 8 * 8, ' ');

    auto out = OutputFile::create(path, output_kind::kSafetensors);
    if (!out)
        return tl::unexpected(out.error());
    const std::uint64_t length = json.size();
    auto written = out->write({reinterpret_cast<const char*>(&length), sizeof length});
    if (written)
        written = out->write(json);
    for (const TensorToWrite& tensor : tensors)
        if (written)
            written = out->write(
                {reinterpret_cast<const char*>(tensor.bytes.data()), tensor.bytes.size()});
    return written ? out->commit() : written;
}

} // namespace core::model
