// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/redactions.h"

namespace core::provenance::c2pa {

Redactions::Redactions(const Store& store) {
    for (const Manifest& manifest : store.manifests) {
        if (!manifest.claim)
            continue;
        for (const std::string& uri : manifest.claim->redacted) {
            const auto target = resolve(uri, manifest.label);
            if (target && target->manifest != manifest.label)
                m_paths[target->manifest].insert(target->path);
        }
    }
}

bool Redactions::has(const std::string& manifest, const std::string& path) const {
    const auto found = m_paths.find(manifest);
    return found != m_paths.end() && found->second.contains(path);
}

bool Redactions::touch(const std::string& manifest) const {
    return m_paths.contains(manifest);
}

} // namespace core::provenance::c2pa
