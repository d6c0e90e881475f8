// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace core {

enum class DigestKind { Sha256, Md5 };

/// A digest of bytes that come in pieces.
class RunningDigest {
  public:
    explicit RunningDigest(DigestKind kind = DigestKind::Sha256);
    ~RunningDigest();
    RunningDigest(const RunningDigest&) = delete;
    RunningDigest& operator=(const RunningDigest&) = delete;

    void add(std::span<const std::uint8_t> bytes);
    void add(std::span<const char> bytes);
    /// As lower-case hexadecimal digits: 64 for SHA-256 (FIPS 180-4), 32 for MD5 (RFC 1321). To be
    /// called once.
    [[nodiscard]] std::string hex();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Of bytes that are all there. Only to recognize files by old lists: MD5 proves nothing.
[[nodiscard]] std::string md5(std::span<const std::uint8_t> bytes);

} // namespace core
