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

/// The pieces of a text in order, as links in one block of memory.
class Chain {
  public:
    explicit Chain(const std::vector<std::int32_t>& ids) {
        m_links.reserve(ids.size());
        for (const std::int32_t id : ids)
            m_links.push_back({id, size() - 1, size() + 1});
        if (!m_links.empty())
            m_links.back().next = -1;
    }

    [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(m_links.size()); }
    [[nodiscard]] const Link& at(std::int32_t index) const {
        return m_links[static_cast<std::size_t>(index)];
    }

    /// Nothing happens when either piece has been joined with another one since.
    bool join(const Candidate& pair) {
        Link& left = m_links[static_cast<std::size_t>(pair.position)];
        if (left.id != pair.left || left.next < 0 || at(left.next).id != pair.right)
            return false;
        Link& right = m_links[static_cast<std::size_t>(left.next)];
        left.id = pair.result;
        left.next = right.next;
        right.id = -1;
        if (left.next >= 0)
            m_links[static_cast<std::size_t>(left.next)].previous = pair.position;
        return true;
    }

    [[nodiscard]] std::vector<std::int64_t> ids() const {
        std::vector<std::int64_t> result;
        for (std::int32_t i = m_links.empty() ? -1 : 0; i >= 0; i = at(i).next)
            result.push_back(at(i).id);
        return result;
    }

  private:
    std::vector<Link> m_links;
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
    Chain chain(characters(text));
    std::priority_queue<Candidate> queue;
    const auto consider = [&](std::int32_t left) {
        const std::int32_t right = left < 0 ? -1 : chain.at(left).next;
        if (right < 0)
            return;
        const auto found = m_merges.find(pairKey(chain.at(left).id, chain.at(right).id));
        if (found != m_merges.end())
            queue.push({found->second.rank, left, chain.at(left).id, chain.at(right).id,
                        found->second.result});
    };
    for (std::int32_t i = 0; i < chain.size(); ++i)
        consider(i);
    while (!queue.empty()) {
        const Candidate best = queue.top();
        queue.pop();
        if (!chain.join(best))
            continue;
        consider(chain.at(best.position).previous);
        consider(best.position);
    }
    return chain.ids();
}

} // namespace core::model
