// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <utility>

namespace core::cases {

/// Where things lie in a case folder.
struct CaseFolder {
    std::filesystem::path root;
    /// Where the case was made, as its log says; empty: it does not. A case that was moved with its
    /// evidence finds it by this.
    std::filesystem::path madeAt = {};

    [[nodiscard]] std::filesystem::path database() const { return root / "case.sqlite"; }
    [[nodiscard]] std::filesystem::path originals() const { return root / "originals"; }
    [[nodiscard]] std::filesystem::path index() const { return root / "derived" / "index.sqlite"; }
    [[nodiscard]] std::filesystem::path lockFile() const { return root / "case.lock"; }
};

/// Makes the folder, its parts and the texts that explain it.
/// @errors InvalidArgument (something is there already), WriteFailed
[[nodiscard]] Result<void> makeCaseFolder(const CaseFolder& folder);

/// Writes FORMAT.md and verify_case.py, over older ones of an earlier layout.
/// @errors WriteFailed
[[nodiscard]] Result<void> writeCaseTexts(const CaseFolder& folder);

/// The right to write to a case, held by one process at a time; a killed process loses it.
class CaseLock {
  public:
    CaseLock() = default;
    CaseLock(CaseLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    CaseLock& operator=(CaseLock&& other) noexcept;
    CaseLock(const CaseLock&) = delete;
    CaseLock& operator=(const CaseLock&) = delete;
    ~CaseLock();

    [[nodiscard]] bool isHeld() const { return m_file >= 0; }

  private:
    friend std::pair<CaseLock, std::string> lockCase(const CaseFolder& folder);
    int m_file = -1;
};

/// Tries to get the lock. @return the lock, and why it is not held when it is not
[[nodiscard]] std::pair<CaseLock, std::string> lockCase(const CaseFolder& folder);

} // namespace core::cases
