// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/findings.h"

#include <algorithm>
#include <vector>

namespace core::provenance::c2pa {

namespace {

using examination::C2paStatus;

void append(std::vector<C2paStatus>& list, C2paStatus status) {
    constexpr std::size_t kMost = 500;
    if (list.size() + 1 < kMost)
        list.push_back(std::move(status));
    else if (list.size() + 1 == kMost)
        list.push_back({"general.error", {}, "There are more results than are kept."});
}

void append(std::vector<C2paStatus>& list, std::string_view code, std::string_view uri,
            std::string_view detail) {
    append(list, {std::string(code), clipped(uri), clipped(detail)});
}

} // namespace

std::string clipped(std::string_view text) {
    constexpr std::size_t kMost = 1'000;
    if (text.size() <= kMost)
        return std::string(text);
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

void Findings::succeed(std::string_view code, std::string_view uri, std::string_view detail) {
    append(m_lists.success, code, uri, detail);
}

void Findings::inform(std::string_view code, std::string_view uri, std::string_view detail) {
    append(m_lists.informational, code, uri, detail);
}

void Findings::fail(std::string_view code, std::string_view uri, std::string_view detail) {
    append(m_lists.failure, code, uri, detail);
}

void Findings::add(const examination::C2paStatusLists& lists) {
    for (const C2paStatus& status : lists.success)
        append(m_lists.success, status);
    for (const C2paStatus& status : lists.informational)
        append(m_lists.informational, status);
    for (const C2paStatus& status : lists.failure)
        append(m_lists.failure, status);
}

bool Findings::hasFailure(std::string_view code) const {
    return std::ranges::any_of(m_lists.failure,
                               [code](const C2paStatus& status) { return status.code == code; });
}

} // namespace core::provenance::c2pa
