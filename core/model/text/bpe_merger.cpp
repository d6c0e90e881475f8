// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text/bpe_merger.h"

#include "core/model/text/utf8.h"

#include <queue>
#include <tuple>
#include <utility>

namespace core::model {

namespace {

/// A piece in a chain of neighbors; taken out of the chain by an id of -1.
struct Link {
    std::int32_t id = 0;
    std::int32_t previous = -1;
    std::int32_t next = -1;
};

struct Candidate {
    std::int32_t rank = 0;
    std::int32_t position = 0; ///< of the left piece
    std::int32_t left = 0;
    std::int32_t right = 0;
    std::int32_t result = 0;

    /// Best rank first, then leftmost; reversed because the queue yields the largest.
    bool operator<(const Candidate& other) const {
        return std::tie(rank, position) > std::tie(other.rank, other.position);
    }
};

} // namespace

std::vector<std::int32_t> BpeMerger::characters(std::string_view text) const {
    std::vector<std::int32_t> ids;
    while (!text.empty()) {
        const std::size_t length = utf8Start(text).bytes;
        const std::string_view character = text.substr(0, length);
        text.remove_prefix(length);
        if (const auto found = m_vocabulary.find(std::string(character));
            found != m_vocabulary.end()) {
            ids.push_back(found->second);
        } else if (!m_bytes.empty()) {
            for (const char byte : character)
                ids.push_back(m_bytes[static_cast<unsigned char>(byte)]);
        } else if (ids.empty() || ids.back() != m_unknown) {
            ids.push_back(m_unknown);
        }
    }
    return ids;
}

std::vector<std::int64_t> BpeMerger::pieces(std::string_view text) const {
    const auto ids = characters(text);
    std::vector<Link> chain;
    for (const std::int32_t id : ids) {
        const auto index = static_cast<std::int32_t>(chain.size());
        chain.push_back({id, index - 1, index + 1});
    }
    if (chain.empty())
        return {};
    chain.back().next = -1;
    const auto link = [&](std::int32_t index) -> Link& {
        return chain[static_cast<std::size_t>(index)];
    };

    std::priority_queue<Candidate> queue;
    const auto consider = [&](std::int32_t left) {
        if (left < 0 || link(left).next < 0)
            return;
        const std::int32_t right = link(left).next;
        if (const auto found = m_merges.find(pairKey(link(left).id, link(right).id));
            found != m_merges.end())
            queue.push(
                {found->second.rank, left, link(left).id, link(right).id, found->second.result});
    };
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(chain.size()); ++i)
        consider(i);
    while (!queue.empty()) {
        const Candidate best = queue.top();
        queue.pop();
        Link& left = link(best.position);
        // Outdated when either piece has been joined with another one since.
        if (left.id != best.left || left.next < 0 || link(left.next).id != best.right)
            continue;
        Link& right = link(left.next);
        left.id = best.result;
        right.id = -1;
        left.next = right.next;
        if (left.next >= 0)
            link(left.next).previous = best.position;
        consider(left.previous);
        consider(best.position);
    }
    std::vector<std::int64_t> result;
    for (std::int32_t i = 0; i >= 0; i = link(i).next)
        result.push_back(link(i).id);
    return result;
}

} // namespace core::model
