// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/llava/conversation_group.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <utility>

namespace core::model {

namespace {

/// Stops when every one of several tokens was asked to stop.
class AllStopped {
  public:
    explicit AllStopped(std::span<Conversation* const> writers)
        : m_left(static_cast<int>(writers.size())) {
        for (Conversation* writer : writers)
            m_callbacks.emplace_back(writer->stop(), [this] {
                if (--m_left == 0)
                    m_stop.request_stop();
            });
    }
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

  private:
    std::atomic<int> m_left;
    std::stop_source m_stop;
    std::list<std::stop_callback<std::function<void()>>> m_callbacks;
};

} // namespace

void ConversationGroup::setKept(int most) {
    m_mostKept = static_cast<std::size_t>(std::max(1, most));
    while (m_kept.size() > m_mostKept)
        m_kept.pop_front();
}

void ConversationGroup::keep(NumberedConversation conversation) {
    m_kept.push_back(std::move(conversation));
    setKept(static_cast<int>(m_mostKept));
}

void ConversationGroup::makeRoom() {
    if (m_kept.size() >= m_mostKept)
        m_kept.pop_front();
}

std::optional<NumberedConversation> ConversationGroup::take(ConversationId id) {
    const auto found = std::ranges::find(m_kept, id, &NumberedConversation::id);
    if (found == m_kept.end())
        return std::nullopt;
    NumberedConversation taken = std::move(*found);
    m_kept.erase(found);
    return taken;
}

std::optional<NumberedConversation> ConversationGroup::takeAbout(const PreparedPicture& picture) {
    const auto found = std::ranges::find_if(
        m_kept, [&](const NumberedConversation& kept) { return kept.talk->shows(picture); });
    return found == m_kept.end() ? std::nullopt : take(found->id);
}

bool ConversationGroup::has(ConversationId id) const {
    return std::ranges::find(m_kept, id, &NumberedConversation::id) != m_kept.end();
}

Result<void> ConversationGroup::readTokens(std::span<Conversation* const> writers) const {
    std::vector<std::int64_t> ids;
    std::vector<SequenceStep> steps;
    for (Conversation* writer : writers) {
        ids.push_back(writer->lastToken());
        steps.push_back(writer->step());
    }
    const LlamaDecoder& decoder = m_model->decoder();
    const AllStopped stopped(writers);
    const auto hidden = decoder.forward(decoder.embed(ids), steps, stopped.token());
    if (!hidden)
        return tl::unexpected(hidden.error());
    const at::Tensor logits = decoder.logits(*hidden); // [writers, vocabulary]
    for (std::size_t i = 0; i < writers.size(); ++i)
        writers[i]->take(logits[static_cast<std::int64_t>(i)]);
    return {};
}

Result<Answer> ConversationGroup::writeAlone(NumberedConversation conversation) {
    Conversation* const talk = conversation.talk.get();
    const std::span<Conversation* const> alone(&talk, 1);
    while (!talk->stop().stop_requested() && talk->writeToken() && readTokens(alone)) {
    }
    auto answer = talk->finish();
    if (answer)
        answer->conversation = conversation.id;
    keep(std::move(conversation));
    return answer;
}

Result<void> ConversationGroup::write() {
    std::vector<Conversation*> writers;
    for (auto entry = m_writing.begin(); entry != m_writing.end();) {
        if (!entry->talk->stop().stop_requested() && entry->talk->writeToken()) {
            writers.push_back(entry->talk.get());
            ++entry;
            continue;
        }
        m_done.push_back({entry->id, entry->talk->finish()});
        NumberedConversation finished = std::move(*entry);
        entry = m_writing.erase(entry);
        keep(std::move(finished));
    }
    if (!writers.empty())
        (void)readTokens(writers); // cancelled ones are found out above, the next time
    return {};
}

void ConversationGroup::setWritingShare(double share) {
    constexpr double kMost = 0.9;
    m_writingShare = std::clamp(share, 0.0, kMost);
}

void ConversationGroup::writeFor(double seconds) {
    using Clock = std::chrono::steady_clock;
    const auto end =
        Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
                           seconds * m_writingShare / (1 - m_writingShare)));
    do {
        (void)write();
    } while (!m_writing.empty() && Clock::now() < end);
}

void ConversationGroup::failAll(const Error& error) {
    for (NumberedConversation& conversation : m_writing)
        m_done.push_back({conversation.id, tl::unexpected(error)});
    m_writing.clear();
}

} // namespace core::model
