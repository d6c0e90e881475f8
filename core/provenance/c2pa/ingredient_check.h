// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/hashing.h"
#include "core/provenance/c2pa/manifest_check.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace core::provenance::c2pa {

/// Checks the active manifest and everything it was made of, each manifest once, and decides which
/// failures of ingredients count: those that the signer of the whole did not record.
/// @source C2PA 2.2, 15.11
class IngredientCheck {
  public:
    IngredientCheck(const Store& store, const SignatureRules& rules);

    /// Checks from there down. Results of each manifest stay available by `resultOf`.
    void run(const Manifest& active);

    /// Null for a manifest that nothing led to.
    [[nodiscard]] const CheckedManifest* resultOf(const Manifest& manifest) const;
    /// What ingredients add to the results of the whole.
    [[nodiscard]] const Findings& deltas() const { return m_deltas; }
    /// The standard manifest whose hash binds the asset: the active one, or what an update manifest
    /// updates; null when there is none.
    [[nodiscard]] const Manifest* bound(const Manifest& active) const;

  private:
    using Recorded = std::set<std::pair<std::string, std::string>>; ///< code, URI

    void visit(const Manifest& manifest, const Recorded& recorded);
    const Manifest* checkLink(const Manifest& parent, const Ingredient& ingredient,
                              Findings& findings);
    void compareHashes(const Manifest& parent, const Ingredient& ingredient, const Manifest& target,
                       Findings& findings);
    void addDeltas(const CheckedManifest& checked, const Recorded& recorded);

    const Store& m_store;
    SignatureRules m_rules;
    Redactions m_redactions;
    std::map<const Manifest*, CheckedManifest> m_results;
    std::vector<const Manifest*> m_way; ///< from the active manifest to the one being visited
    Findings m_deltas;
    DigestCache m_digests;
};

} // namespace core::provenance::c2pa
