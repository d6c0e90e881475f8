// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/carrier.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace core::provenance::c2pa {

using Digest = std::vector<std::uint8_t>;

/// Whether `name` is a hash algorithm of the specification: sha256, sha384, sha512.
[[nodiscard]] bool isHashAlgorithm(std::string_view name);

/// A hash that takes its input in pieces. @invariant the algorithm is one of the specification's
class Hasher {
  public:
    explicit Hasher(std::string_view algorithm);
    ~Hasher();
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;

    void add(Bytes bytes);
    [[nodiscard]] Digest finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] Digest digestOf(std::string_view algorithm, Bytes bytes);

/// The hash of `file` without the excluded ranges, which are sorted and do not overlap.
[[nodiscard]] Digest digestOutside(std::string_view algorithm, Bytes file,
                                   const std::vector<Range>& excluded);

/// Hashes each piece of a store once, however often it is referred to.
class DigestCache {
  public:
    [[nodiscard]] const Digest& of(std::string_view algorithm, Bytes bytes);

  private:
    std::map<std::tuple<const std::uint8_t*, std::size_t, std::string>, Digest> m_digests;
};

[[nodiscard]] bool isSame(const Digest& digest, Bytes expected);

} // namespace core::provenance::c2pa
