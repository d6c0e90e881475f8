// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/output_file.h"
#include "core/base/result.h"
#include "core/model/checkpoint/safetensors.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace core::model {

/// A tensor whose bytes follow later.
struct PlannedTensor {
    std::string name;
    DataType type = DataType::F32;
    std::vector<std::int64_t> shape;

    [[nodiscard]] std::uint64_t bytes() const;
};

/// Writes a safetensors file piece by piece, for tensors that do not fit into memory together.
class StreamedSafetensors {
  public:
    /// Writes the header; the data begins at a multiple of 64 bytes.
    /// @errors WriteFailed
    [[nodiscard]] static Result<StreamedSafetensors>
    create(const std::filesystem::path& path, const std::vector<PlannedTensor>& tensors,
           const std::map<std::string, std::string>& metadata);

    /// @param name    of a planned tensor
    /// @param offset  of the piece in the tensor; the piece must end inside
    /// @errors WriteFailed
    [[nodiscard]] Result<void> write(const std::string& name, std::uint64_t offset,
                                     std::span<const std::uint8_t> piece);

    /// To be called once every byte is written.
    /// @errors WriteFailed
    [[nodiscard]] Result<void> close();

  private:
    explicit StreamedSafetensors(OutputFile file) : m_file(std::move(file)) {}

    OutputFile m_file;
    std::map<std::string, std::uint64_t> m_begins; ///< counted from the start of the file
};

} // namespace core::model
