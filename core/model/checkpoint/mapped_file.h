// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace core::model {

/// A file mapped read-only into memory for as long as the object lives.
class MappedFile {
  public:
    /// @errors FileNotFound, FileUnreadable, FileEmpty
    [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path);

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::span<const std::uint8_t> bytes() const { return {m_data, m_size}; }

    /// Gives the memory of a part back to the system; reading it again loads it from the file.
    /// Keeps the peak low while a large checkpoint is converted.
    void dropPages(std::size_t offset, std::size_t length) const;

  private:
    MappedFile(const std::uint8_t* data, std::size_t size) : m_data(data), m_size(size) {}

    const std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace core::model
