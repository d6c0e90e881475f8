// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vision_language_model.h"

#include "core/model/checkpoint/memory_need.h"
#include "core/model/grounding/teacher_forced_scorer.h"
#include "core/model/llava/conversation.h"
#include "core/model/llava/conversation_group.h"
#include "core/model/llava/guarded.h"
#include "core/model/llava/loaded_checkpoint.h"
#include "core/model/llava/tensor_trace.h"
#include "core/model/text/prompt_template.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

namespace core::model {

using Question = QuestionInProgress;

class VisionLanguageModel::Implementation {
  public:
    explicit Implementation(LoadedCheckpoint checkpoint)
        : m_checkpoint(std::move(checkpoint)), m_group(*m_checkpoint.model) {}

    [[nodiscard]] const ModelDescription& description() const { return m_checkpoint.description; }
    [[nodiscard]] ConversationGroup& group() { return m_group; }
    [[nodiscard]] std::uint64_t bytesPerConversation() const {
        return cacheBytes(config().text, std::min(kUsualPositions, config().text.maxPositions));
    }

    Result<ConversationId> begin(const PixelView& picture, std::string_view question,
                                 Question request);
    Result<Answer> ask(const PixelView& picture, std::string_view question, Question request);
    Result<Answer> askFurther(ConversationId id, std::string_view question, Question request);
    Result<std::unique_ptr<AnswerScorer>> scorerFor(const PixelView& picture,
                                                    const std::string& prompt,
                                                    std::string_view answer, std::stop_token stop);

  private:
    [[nodiscard]] const ModelConfig& config() const { return m_checkpoint.model->config(); }
    /// A conversation about the picture that has read the question.
    Result<NumberedConversation> started(const PixelView& picture, std::string_view question,
                                         Question request);
    Result<NumberedConversation> conversationAbout(const PixelView& picture,
                                                   const Question& request, Answer& answer);
    Result<void> readBeginning(const std::vector<std::int64_t>& promptIds, std::stop_token stop);
    /// To be called between the passes over a prompt: the answers begun before go on.
    [[nodiscard]] std::function<void()> lettingOthersWrite();

    LoadedCheckpoint m_checkpoint;
    ConversationGroup m_group;
    std::optional<PromptBeginning> m_beginning;
};

Result<void>
VisionLanguageModel::Implementation::readBeginning(const std::vector<std::int64_t>& promptIds,
                                                   std::stop_token stop) {
    const auto picture = std::ranges::find(promptIds, config().imageTokenId);
    const std::vector<std::int64_t> ids(promptIds.begin(), picture);
    if (m_beginning && ids == m_beginning->ids)
        return {};
    const LlamaDecoder& decoder = m_checkpoint.model->decoder();
    PromptBeginning beginning{ids, decoder.makeCache(), {}};
    // A piece of its own also the first time, so that every picture is computed alike.
    if (!ids.empty()) {
        const auto keep = [&](std::int64_t, const at::Tensor& rows) {
            beginning.states.push_back(rows.clone());
        };
        const std::array steps = {SequenceStep{&beginning.cache, std::ssize(ids), 0, {}, keep}};
        auto read = decoder.forward(decoder.embed(ids), steps, std::move(stop));
        if (!read)
            return tl::unexpected(read.error());
    }
    m_beginning.emplace(std::move(beginning));
    return {};
}

Result<NumberedConversation>
VisionLanguageModel::Implementation::conversationAbout(const PixelView& picture,
                                                       const Question& request, Answer& answer) {
    const auto report = [&](std::string_view stage) {
        if (request.callbacks.progress)
            request.callbacks.progress(stage, 0);
    };
    const auto start = std::chrono::steady_clock::now();
    const auto elapsed = [&] {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
            .count();
    };
    report("preprocess");
    auto prepared = prepare(picture, m_checkpoint.preprocess, request.stop);
    if (!prepared)
        return tl::unexpected(prepared.error());
    answer.timingMs["preprocess"] = elapsed();
    report("vision");
    if (request.stop.stop_requested())
        return cancelled();
    // A trace is of the whole computation, never of a remembered part.
    std::optional<NumberedConversation> known;
    if (request.trace == nullptr)
        known = m_group.takeAbout(*prepared);
    if (!known) {
        auto encoded = m_checkpoint.model->encode(*prepared, request.stop);
        if (!encoded)
            return tl::unexpected(encoded.error());
        m_group.makeRoom();
        known = m_group.numbered(std::make_unique<Conversation>(m_checkpoint, std::move(*prepared),
                                                                std::move(*encoded), *m_beginning));
    }
    answer.timingMs["vision"] = elapsed() - answer.timingMs["preprocess"];
    return std::move(*known);
}

Result<NumberedConversation> VisionLanguageModel::Implementation::started(const PixelView& picture,
                                                                          std::string_view question,
                                                                          Question request) {
    const auto prompt = fullPrompt(question, request.options.form);
    if (!prompt)
        return tl::unexpected(prompt.error());
    const auto ids = m_checkpoint.tokenizer.encode(*prompt, Tokenizer::Start::WholeText);
    if (auto read = readBeginning(ids, request.stop); !read)
        return tl::unexpected(read.error());
    Answer answer;
    auto conversation = conversationAbout(picture, request, answer);
    if (!conversation)
        return conversation;
    answer.conversation = conversation->id;
    answer.form = request.options.form.value_or(usualForm(question));
    if (auto read = conversation->talk->readFirst(*prompt, std::move(request), std::move(answer));
        !read) {
        m_group.keep(std::move(*conversation)); // what was read is not lost
        return tl::unexpected(read.error());
    }
    return conversation;
}

std::function<void()> VisionLanguageModel::Implementation::lettingOthersWrite() {
    return [this, since = std::chrono::steady_clock::now()]() mutable {
        const auto now = std::chrono::steady_clock::now();
        m_group.writeFor(std::chrono::duration<double>(now - since).count());
        since = std::chrono::steady_clock::now();
    };
}

Result<ConversationId> VisionLanguageModel::Implementation::begin(const PixelView& picture,
                                                                  std::string_view question,
                                                                  Question request) {
    request.betweenPasses = lettingOthersWrite();
    auto conversation = started(picture, question, std::move(request));
    if (!conversation)
        return tl::unexpected(conversation.error());
    const ConversationId id = conversation->id;
    m_group.join(std::move(*conversation));
    return id;
}

Result<Answer> VisionLanguageModel::Implementation::ask(const PixelView& picture,
                                                        std::string_view question,
                                                        Question request) {
    request.betweenPasses = lettingOthersWrite();
    auto conversation = started(picture, question, std::move(request));
    if (!conversation)
        return tl::unexpected(conversation.error());
    return m_group.writeAlone(std::move(*conversation));
}

Result<Answer> VisionLanguageModel::Implementation::askFurther(ConversationId id,
                                                               std::string_view question,
                                                               Question request) {
    auto conversation = m_group.take(id);
    if (!conversation)
        return fail(ErrorCode::InvalidArgument, "Ask about a picture first.");
    if (auto read = conversation->talk->readFurther(question, std::move(request)); !read) {
        m_group.keep(std::move(*conversation));
        return tl::unexpected(read.error());
    }
    return m_group.writeAlone(std::move(*conversation));
}

Result<std::unique_ptr<AnswerScorer>>
VisionLanguageModel::Implementation::scorerFor(const PixelView& picture, const std::string& prompt,
                                               std::string_view answer, std::stop_token stop) {
    auto prepared = prepare(picture, m_checkpoint.preprocess, stop);
    if (!prepared)
        return tl::unexpected(prepared.error());
    // The scorer's own session takes as much memory as a conversation does.
    m_group.makeRoom();
    return makeTeacherForcedScorer(m_checkpoint, std::move(*prepared), prompt, answer);
}

VisionLanguageModel::VisionLanguageModel(std::unique_ptr<Implementation> implementation)
    : m_implementation(std::move(implementation)) {}

VisionLanguageModel::~VisionLanguageModel() = default;

Result<std::unique_ptr<VisionLanguageModel>>
VisionLanguageModel::load(const std::filesystem::path& directory, const LoadOptions& options,
                          const ProgressCallback& progress, std::stop_token stop) {
    return guarded([&]() -> Result<std::unique_ptr<VisionLanguageModel>> {
        auto checkpoint = loadCheckpoint(directory, options, progress, stop);
        if (!checkpoint)
            return tl::unexpected(checkpoint.error());
        return std::unique_ptr<VisionLanguageModel>(
            new VisionLanguageModel(std::make_unique<Implementation>(std::move(*checkpoint))));
    });
}

VerdictLikelihood VerdictLikelihood::with(Separator chosen) const {
    VerdictLikelihood likelihood = *this;
    const WordingScores& scores = bySeparator[static_cast<std::size_t>(chosen)];
    likelihood.separator = chosen;
    likelihood.logFake = scores.logFake;
    likelihood.logReal = scores.logReal;
    likelihood.pFake = 1 / (1 + std::exp(scores.logReal - scores.logFake));
    return likelihood;
}

Result<std::string> VisionLanguageModel::fullPrompt(std::string_view question,
                                                    std::optional<PromptForm> form) {
    return promptFor(question.empty() ? kPublishedQuestion : question,
                     form.value_or(usualForm(question)));
}

const ModelDescription& VisionLanguageModel::describe() const {
    return m_implementation->description();
}

Result<Answer> VisionLanguageModel::ask(const PixelView& picture, std::string_view question,
                                        const GenerationOptions& options,
                                        const AnswerCallbacks& callbacks, std::stop_token stop) {
    return guarded([&] {
        return m_implementation->ask(picture, question, {options, callbacks, stop});
    });
}

Result<Answer> VisionLanguageModel::askFurther(ConversationId conversation,
                                               std::string_view question,
                                               const GenerationOptions& options,
                                               const AnswerCallbacks& callbacks,
                                               std::stop_token stop) {
    return guarded([&] {
        return m_implementation->askFurther(conversation, question, {options, callbacks, stop});
    });
}

Result<Answer> VisionLanguageModel::askFurther(std::string_view question,
                                               const GenerationOptions& options,
                                               const AnswerCallbacks& callbacks,
                                               std::stop_token stop) {
    return askFurther(m_implementation->group().latest(), question, options, callbacks,
                      std::move(stop));
}

bool VisionLanguageModel::remembers(ConversationId conversation) const {
    return m_implementation->group().has(conversation);
}

void VisionLanguageModel::setKeptConversations(int most) {
    m_implementation->group().setKept(most);
}

std::uint64_t VisionLanguageModel::bytesPerConversation() const {
    return m_implementation->bytesPerConversation();
}

Result<ConversationId> VisionLanguageModel::begin(const PixelView& picture,
                                                  std::string_view question,
                                                  const GenerationOptions& options,
                                                  const AnswerCallbacks& callbacks,
                                                  std::stop_token stop) {
    return guarded([&] {
        return m_implementation->begin(picture, question, {options, callbacks, stop});
    });
}

std::vector<WrittenAnswer> VisionLanguageModel::advance() {
    ConversationGroup& group = m_implementation->group();
    const auto written = guarded([&] { return group.write(); });
    if (!written)
        group.failAll(written.error());
    return group.takeDone();
}

int VisionLanguageModel::writing() const {
    return m_implementation->group().writing();
}

void VisionLanguageModel::setWritingShare(double share) {
    m_implementation->group().setWritingShare(share);
}

Result<std::unique_ptr<AnswerScorer>>
VisionLanguageModel::scorerFor(const PixelView& picture, std::string_view question,
                               std::string_view answer, std::stop_token stop,
                               std::optional<PromptForm> form) {
    const auto prompt = fullPrompt(question, form);
    if (!prompt)
        return tl::unexpected(prompt.error());
    return guarded([&] { return m_implementation->scorerFor(picture, *prompt, answer, stop); });
}

Result<Answer> VisionLanguageModel::trace(const PixelView& picture, std::string_view question,
                                          const GenerationOptions& options,
                                          const std::filesystem::path& outDirectory,
                                          const AnswerCallbacks& callbacks, std::stop_token stop) {
    return guarded([&]() -> Result<Answer> {
        TensorTrace trace(describe().layers);
        auto answer = m_implementation->ask(picture, question, {options, callbacks, stop, &trace});
        if (!answer)
            return answer;
        trace.keepIds("generated_ids", answer->tokenIds);
        if (auto written = trace.write(outDirectory, answer->text); !written)
            return tl::unexpected(written.error());
        return answer;
    });
}

} // namespace core::model
