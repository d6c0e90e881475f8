// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/actions_check.h"

#include <algorithm>
#include <array>

namespace core::provenance::c2pa {

namespace {

bool isActions(const Assertion& assertion) {
    const std::string_view label = baseLabel(assertion.label);
    return label == "c2pa.actions" || label == "c2pa.actions.v2";
}

/// What an update may say it did: nothing that changes the picture.
bool isAllowedInUpdate(std::string_view action) {
    constexpr std::array<std::string_view, 4> kAllowed = {"c2pa.edited.metadata", "c2pa.opened",
                                                          "c2pa.published", "c2pa.redacted"};
    return std::ranges::find(kAllowed, action) != kAllowed.end();
}

} // namespace

void checkActions(const Manifest& manifest, Findings& findings) {
    bool isFirst = true;
    for (const HashedUri& reference : manifest.claim->assertions) {
        const auto target = resolve(reference.url, manifest.label);
        const std::string_view path = target ? std::string_view(target->path) : std::string_view();
        constexpr std::string_view kFolder = "c2pa.assertions/";
        const Assertion* assertion =
            path.starts_with(kFolder) ? manifest.assertion(path.substr(kFolder.size())) : nullptr;
        if (assertion == nullptr || !isActions(*assertion) || !assertion->content)
            continue;
        const Cbor* list = assertion->content->find("actions", Cbor::Kind::Array);
        if (list == nullptr || list->items.empty()) {
            findings.fail("assertion.action.malformed", assertion->uri,
                          "The list of actions is missing or empty.");
            continue;
        }
        const std::string first = list->items.front().textOf("action");
        if (isFirst && manifest.claim->version == 2 && !manifest.isUpdate &&
            first != "c2pa.created" && first != "c2pa.opened")
            findings.fail("assertion.action.malformed", assertion->uri,
                          "The first action does not say how the asset began.");
        isFirst = false;
        for (const Cbor& action : list->items)
            if (manifest.isUpdate && !isAllowedInUpdate(action.textOf("action")))
                findings.fail("manifest.update.invalid", assertion->uri,
                              "An update manifest states an action that changes the asset.");
    }
}

} // namespace core::provenance::c2pa
