// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/manifest.h"

#include <map>
#include <set>
#include <string>

namespace core::provenance::c2pa {

/// Which assertions other manifests say they took out of a manifest.
class Redactions {
  public:
    explicit Redactions(const Store& store);

    /// Exactly that box, never one whose name begins alike.
    [[nodiscard]] bool has(const std::string& manifest, const std::string& path) const;
    [[nodiscard]] bool touch(const std::string& manifest) const;

  private:
    std::map<std::string, std::set<std::string>> m_paths; ///< by manifest
};

} // namespace core::provenance::c2pa
