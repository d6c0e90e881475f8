// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/mapped_file.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// How numbers are stored in a safetensors file.
enum class DataType {
    F64,
    F32,
    F16,
    BF16,
    F8E5M2,
    F8E4M3,
    I64,
    I32,
    I16,
    I8,
    U64,
    U32,
    U16,
    U8,
    Bool
};

/// Bytes of one number.
[[nodiscard]] std::size_t sizeOf(DataType type);

/// "F16", "BF16", ... as written in the file.
[[nodiscard]] std::string_view nameOf(DataType type);

/// One tensor of a file. The place has been checked against the file size and the shape.
struct TensorEntry {
    DataType type = DataType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0; ///< of its first byte, counted from the start of the data
    std::uint64_t end = 0;

    [[nodiscard]] std::int64_t elements() const;
};

/// A memory-mapped safetensors file whose header was read and checked completely.
/// @source https://github.com/huggingface/safetensors#format
class SafetensorsFile {
  public:
    /// Files are hostile: nothing is allocated from a length that was not compared with the file.
    /// @errors FileNotFound, FileUnreadable; ModelInvalid with a sentence for an empty file, a
    /// Git-LFS
    ///         pointer, a file that is cut off, and a header that contradicts itself or the file
    [[nodiscard]] static Result<SafetensorsFile> open(const std::filesystem::path& path);

    [[nodiscard]] const std::map<std::string, TensorEntry>& tensors() const { return m_tensors; }
    [[nodiscard]] const std::map<std::string, std::string>& metadata() const { return m_metadata; }

    /// The tensor's numbers, little-endian, row by row; not necessarily aligned.
    [[nodiscard]] std::span<const std::uint8_t> bytes(const TensorEntry& entry) const;

    /// See MappedFile::dropPages.
    void dropPages(const TensorEntry& entry) const;

  private:
    SafetensorsFile(MappedFile file, std::size_t dataStart)
        : m_file(std::move(file)), m_dataStart(dataStart) {}

    MappedFile m_file;
    std::size_t m_dataStart = 0;
    std::map<std::string, TensorEntry> m_tensors;
    std::map<std::string, std::string> m_metadata;
};

/// A tensor to be written.
struct TensorToWrite {
    std::string name;
    DataType type = DataType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::uint8_t> bytes;
};

/// Writes tensors in the given order, data aligned to 8 bytes.
/// @errors WriteFailed
[[nodiscard]] Result<void>
writeSafetensors(const std::filesystem::path& path, std::span<const TensorToWrite> tensors,
                 const std::map<std::string, std::string>& metadata = {});

} // namespace core::model
