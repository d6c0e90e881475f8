// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/llava/conversation.h"

#include "core/model/grounding/other_methods.h"
#include "core/model/llava/verdict_wording.h"
#include "core/model/text/prompt_template.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace core::model {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void report(const AnswerCallbacks& callbacks, std::string_view stage, double fraction) {
    if (callbacks.progress)
        callbacks.progress(stage, fraction);
}

} // namespace

Conversation::Conversation(const LoadedCheckpoint& checkpoint, PreparedPicture prepared,
                           EncodedPicture picture, const PromptBeginning& beginning)
    : m_checkpoint(&checkpoint), m_session(*checkpoint.model), m_pixels(std::move(prepared.values)),
      m_picture(std::move(picture)), m_geometry(prepared.geometry), m_sinks(config()) {
    m_session.show(m_picture.projected);
    m_session.startWith(beginning.cache, beginning.ids);
    m_sinks.show(m_picture.features);
    const std::int64_t firstPatch = std::ssize(beginning.ids) + (config().keepsClassToken ? 1 : 0);
    for (std::size_t layer = 0; layer < beginning.states.size(); ++layer)
        m_sinks.addStates(static_cast<std::int64_t>(layer), 0, beginning.states[layer], firstPatch);
}

std::int64_t Conversation::firstImageToken() const {
    return std::ranges::find(m_ids, config().imageTokenId) - m_ids.begin();
}

void Conversation::watchAttention(std::int64_t layer, const at::Tensor& lastRow) {
    const std::int64_t tokens = m_picture.projected.size(0);
    if (m_question.trace != nullptr)
        m_question.trace->addAttention(layer, lastRow, firstImageToken(), tokens);
    if (m_attention) // a class token in front is no part of the grid
        record(*m_attention, layer, lastRow,
               firstImageToken() + (config().keepsClassToken ? 1 : 0));
}

Result<void> Conversation::readPrompt(const std::vector<std::int64_t>& ids) {
    if (std::ssize(ids) >= config().text.maxPositions)
        return fail(ErrorCode::InvalidArgument,
                    "The question and the conversation before it are too long for the model.");
    const auto start = Clock::now();
    report(m_question.callbacks, "prefill", 0);
    if (m_question.stop.stop_requested())
        return cancelled();
    PictureSession::ReadOptions reading;
    reading.rowsPerPass = std::max(1, m_question.options.rowsPerPass);
    reading.progress = [&](double share) {
        report(m_question.callbacks, "prefill", share);
        if (m_question.betweenPasses && share < 1)
            m_question.betweenPasses();
    };
    const bool isWatched = m_attention && m_question.trace == nullptr && m_watchedPrompt == ids;
    if (isWatched)
        *m_attention = *m_promptAttention;
    else if (m_question.watchesAttention())
        reading.observer = [&](std::int64_t layer, const at::Tensor& lastRow) {
            watchAttention(layer, lastRow);
        };
    m_ids = ids;
    if (m_question.isGrounded())
        reading.states = [&](std::int64_t layer, std::int64_t first, const at::Tensor& rows) {
            m_sinks.addStates(layer, first, rows,
                              firstImageToken() + (config().keepsClassToken ? 1 : 0));
        };
    auto logits = m_session.read(ids, reading, m_question.stop);
    if (!logits)
        return tl::unexpected(logits.error());
    if (m_attention) {
        m_watchedPrompt = ids;
        m_promptAttention = *m_attention;
    }
    m_logits = std::move(*logits);
    m_answer.promptTokens = static_cast<int>(ids.size());
    m_answer.reusedTokens = static_cast<int>(m_session.reusedByLastRead());
    m_answer.timingMs["prefill"] = millisecondsSince(start);
    return {};
}

Result<void> Conversation::readFirst(std::string_view prompt, QuestionInProgress question,
                                     Answer answer) {
    m_question = std::move(question);
    m_answer = std::move(answer);
    m_answer.prompt = m_firstPrompt = prompt;
    m_answer.seen = m_geometry.seen;
    m_answer.geometry = m_geometry;
    m_attention = m_question.options.grounding == GroundingMethod::Attention ||
                          m_question.options.grounding == GroundingMethod::MeanAttention
                      ? std::make_shared<AttentionRecord>(shapeFor(config()))
                      : nullptr;
    const Tokenizer& tokenizer = m_checkpoint->tokenizer;
    const auto ids = withImageTokens(tokenizer.encode(prompt, Tokenizer::Start::WholeText),
                                     config().imageTokenId, config().imageTokens());
    if (!ids)
        return tl::unexpected(ids.error());
    if (auto read = readPrompt(*ids); !read)
        return read;
    const auto likelihood = scoreWordings(tokenizer, prompt, m_session, m_logits, m_question.stop);
    if (!likelihood)
        return tl::unexpected(likelihood.error());
    m_answer.likelihood = m_likelihood = *likelihood;
    if (m_question.callbacks.likelihood)
        m_question.callbacks.likelihood(m_likelihood);
    if (m_question.trace != nullptr)
        keepTrace(*ids);
    startWriting();
    return {};
}

Result<void> Conversation::readFurther(std::string_view question, QuestionInProgress asked) {
    m_question = std::move(asked);
    m_question.options.grounding = GroundingMethod::None; // of first questions only
    m_attention = nullptr;
    m_answer = {};
    m_answer.prompt = followUpFor(question, m_firstPrompt);
    m_answer.seen = m_geometry.seen;
    m_answer.geometry = m_geometry;
    m_answer.likelihood = m_likelihood;
    const auto ids =
        m_checkpoint->tokenizer.encode(m_answer.prompt, Tokenizer::Start::Continuation);
    auto whole = m_ids;
    whole.insert(whole.end(), ids.begin(), ids.end());
    if (auto read = readPrompt(whole); !read)
        return read;
    startWriting();
    return {};
}

void Conversation::keepTrace(const std::vector<std::int64_t>& ids) const {
    TensorTrace& trace = *m_question.trace;
    const std::int64_t side = config().vision.imageSize;
    trace.keep("pixel_values", at::tensor(m_pixels).view({1, 3, side, side}));
    trace.keep("vision_features", m_picture.features.unsqueeze(0));
    trace.keep("projected", m_picture.projected.unsqueeze(0));
    trace.keepIds("input_ids", ids);
    trace.keep("prefill_logits", m_logits.unsqueeze(0));
}

void Conversation::startWriting() {
    const GenerationOptions& options = m_question.options;
    m_mostTokens = std::min<std::int64_t>(std::max(0, options.maxNewTokens),
                                          config().text.maxPositions - std::ssize(m_ids));
    m_decoder.emplace(m_checkpoint->tokenizer);
    m_sampler.emplace(SamplingOptions{options.temperature, options.topP, options.seed});
    m_writingSince = Clock::now();
}

void Conversation::give(const std::string& piece) {
    m_answer.text += piece;
    if (!piece.empty() && m_question.callbacks.piece)
        m_question.callbacks.piece(piece);
}

bool Conversation::writeToken() {
    if (std::ssize(m_answer.tokenIds) >= m_mostTokens)
        return false;
    const std::int64_t id = m_sampler->pick(m_logits);
    const std::size_t begin = m_answer.text.size();
    const std::string piece = m_decoder->add(id);
    give(piece);
    if (m_attention)
        m_attention->addToken(piece, {begin, m_answer.text.size()});
    m_answer.tokenIds.push_back(id);
    const auto count = std::ssize(m_answer.tokenIds);
    report(m_question.callbacks, "answer",
           static_cast<double>(count) / static_cast<double>(m_mostTokens));
    m_answer.isComplete = std::ranges::find(config().endTokenIds, id) != config().endTokenIds.end();
    return !m_answer.isComplete && count < m_mostTokens;
}

SequenceStep Conversation::step() {
    AttentionObserver observer;
    if (m_question.watchesAttention())
        observer = [this](std::int64_t layer, const at::Tensor& lastRow) {
            watchAttention(layer, lastRow);
        };
    return m_session.stepForOne(std::move(observer));
}

void Conversation::take(at::Tensor logits) {
    m_session.tookOne(lastToken());
    m_logits = std::move(logits);
}

Result<Answer> Conversation::finish() {
    if (m_question.stop.stop_requested())
        return cancelled();
    give(m_decoder->finish());
    // A model may say the picture's token; read again, it would ask for a second picture.
    const auto& ids = m_answer.tokenIds;
    std::copy_if(ids.begin(), ids.end() - (m_answer.isComplete ? 1 : 0), std::back_inserter(m_ids),
                 [&](std::int64_t id) { return id != config().imageTokenId; });
    m_answer.timingMs["answer"] = millisecondsSince(m_writingSince);
    if (auto grounded = finishGrounding(); !grounded)
        return tl::unexpected(grounded.error());
    m_question = {};
    return std::move(m_answer);
}

Result<void> Conversation::finishGrounding() {
    std::shared_ptr<AttentionRecord> record = std::move(m_attention);
    const GroundingMethod method = m_question.options.grounding;
    if (method == GroundingMethod::None)
        return {};
    const GroundedText text{*m_checkpoint->model, m_checkpoint->tokenizer,
                            m_picture.projected,  m_ids,
                            m_answer.tokenIds,    m_answer.promptTokens};
    if (method == GroundingMethod::MeanAttention)
        record = std::make_shared<AttentionRecord>(record->withoutHeads());
    if (method == GroundingMethod::Rollout || method == GroundingMethod::LogitLens) {
        auto made = method == GroundingMethod::Rollout ? rolledOut(text, m_question.stop)
                                                       : seenThroughTheHead(text, m_question.stop);
        if (!made)
            return tl::unexpected(made.error());
        record = std::make_shared<AttentionRecord>(std::move(*made));
    }
    record->setSinks(m_sinks.sinks());
    m_answer.attention = std::move(record);
    return {};
}

} // namespace core::model
