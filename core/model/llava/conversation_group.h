// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/llava/conversation.h"
#include "core/model/llava/llava.h"

#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace core::model {

struct NumberedConversation {
    ConversationId id = 0;
    std::unique_ptr<Conversation> talk;
};

/// The conversations of one model: those whose answers are being written, together, and those that
/// are remembered for further questions.
class ConversationGroup {
  public:
    /// @param model  outlives this
    explicit ConversationGroup(const Llava& model) : m_model(&model) {}

    [[nodiscard]] NumberedConversation numbered(std::unique_ptr<Conversation> talk) {
        return {++m_lastId, std::move(talk)};
    }

    // Remembered ones.
    void setKept(int most);
    void keep(NumberedConversation conversation);
    /// Forgets the oldest one, if need be, before another is made.
    void makeRoom();
    [[nodiscard]] std::optional<NumberedConversation> take(ConversationId id);
    [[nodiscard]] std::optional<NumberedConversation> takeAbout(const PreparedPicture& picture);
    [[nodiscard]] bool has(ConversationId id) const;
    [[nodiscard]] ConversationId latest() const { return m_kept.empty() ? 0 : m_kept.back().id; }

    // Writing; each conversation has read its question.
    [[nodiscard]] Result<Answer> writeAlone(NumberedConversation conversation);
    void join(NumberedConversation conversation) { m_writing.push_back(std::move(conversation)); }
    [[nodiscard]] int writing() const { return static_cast<int>(m_writing.size()); }
    /// One token of each. @errors none of its own; libtorch's exceptions pass
    Result<void> write();
    void setWritingShare(double share);
    /// At least one token of each, and as many as fit beside `seconds` of other work.
    void writeFor(double seconds);
    void failAll(const Error& error);
    /// Finished, failed and cancelled ones.
    [[nodiscard]] std::vector<WrittenAnswer> takeDone() { return std::exchange(m_done, {}); }

  private:
    /// Reads the last token of each in one pass. @errors Cancelled when all were asked to stop
    Result<void> readTokens(std::span<Conversation* const> writers) const;

    const Llava* m_model;
    std::deque<NumberedConversation> m_kept; ///< the latest last
    std::size_t m_mostKept = 1;
    std::vector<NumberedConversation> m_writing;
    std::vector<WrittenAnswer> m_done;
    double m_writingShare = 0;
    ConversationId m_lastId = 0;
};

} // namespace core::model
