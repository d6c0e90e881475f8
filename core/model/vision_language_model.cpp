// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vision_language_model.h"

#include "core/model/grounding/attention_collector.h"
#include "core/model/grounding/other_methods.h"
#include "core/model/grounding/teacher_forced_scorer.h"
#include "core/model/llava/generation.h"
#include "core/model/llava/guarded.h"
#include "core/model/llava/loaded_checkpoint.h"
#include "core/model/llava/tensor_trace.h"
#include "core/model/llava/verdict_wording.h"
#include "core/model/text/prompt_template.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <utility>

namespace core::model {

namespace {

/// Milliseconds since the last lap.
class Laps {
  public:
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const double elapsed = std::chrono::duration<double, std::milli>(now - m_last).count();
        m_last = now;
        return elapsed;
    }

  private:
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

void report(const AnswerCallbacks& callbacks, std::string_view stage, double fraction) {
    if (callbacks.progress)
        callbacks.progress(stage, fraction);
}

} // namespace

class VisionLanguageModel::Implementation {
  public:
    /// One question: what is asked and who listens.
    struct Request {
        const GenerationOptions& options;
        const AnswerCallbacks& callbacks;
        std::stop_token stop;
        TensorTrace* trace = nullptr;

        [[nodiscard]] bool isGrounded() const { return options.grounding != GroundingMethod::None; }
        [[nodiscard]] bool watchesAttention() const { return trace != nullptr || isGrounded(); }
    };

    explicit Implementation(LoadedCheckpoint checkpoint)
        : m_checkpoint(std::move(checkpoint)), m_session(*m_checkpoint.model),
          m_sinks(m_checkpoint.model->config()) {}

    [[nodiscard]] const ModelDescription& description() const { return m_checkpoint.description; }

    Result<Answer> ask(const PixelView& picture, std::string_view question, const Request& request);
    Result<Answer> askFurther(std::string_view question, const Request& request);
    Result<std::unique_ptr<AnswerScorer>> scorerFor(const PixelView& picture,
                                                    std::string_view question,
                                                    std::string_view answer, std::stop_token stop);

  private:
    [[nodiscard]] const ModelConfig& config() const { return m_checkpoint.model->config(); }
    Result<void> look(const PixelView& picture, const Request& request, Answer& answer);
    Result<at::Tensor> readPrompt(const std::vector<std::int64_t>& ids, const Request& request,
                                  Answer& answer);
    Result<void> writeAnswer(const at::Tensor& logits, const Request& request, Answer& answer);
    void watchAttention(std::int64_t layer, const at::Tensor& lastRow, const Request& request);
    [[nodiscard]] std::int64_t firstImageToken() const;
    Result<void> finishGrounding(const Request& request, Answer& answer);

    LoadedCheckpoint m_checkpoint;
    PictureSession m_session;
    std::vector<float> m_pixels; ///< of the picture that the session shows
    EncodedPicture m_picture;
    Rect m_seen;
    InputGeometry m_geometry;
    VerdictLikelihood m_likelihood;
    SinkFinder m_sinks;
    std::shared_ptr<AttentionRecord> m_attention; ///< of the answer in progress
    /// The prompt read last about this picture and the attention of its last row: what the session
    /// remembers is not computed, and so not seen, again.
    std::vector<std::int64_t> m_watchedPrompt;
    std::optional<AttentionRecord> m_promptAttention;
    std::vector<std::int64_t> m_conversation; ///< prompt and answer so far, without end tokens
};

Result<void> VisionLanguageModel::Implementation::look(const PixelView& picture,
                                                       const Request& request, Answer& answer) {
    Laps laps;
    report(request.callbacks, "preprocess", 0);
    auto prepared = prepare(picture, m_checkpoint.preprocess, request.stop);
    if (!prepared)
        return tl::unexpected(prepared.error());
    answer.timingMs["preprocess"] = laps.lap();
    report(request.callbacks, "vision", 0);
    if (request.stop.stop_requested())
        return cancelled();
    // A trace is of the whole computation, never of a remembered part.
    if (request.trace != nullptr || !m_session.hasPicture() || prepared->values != m_pixels) {
        auto encoded = m_checkpoint.model->encode(*prepared, request.stop);
        if (!encoded)
            return tl::unexpected(encoded.error());
        m_picture = std::move(*encoded);
        m_session.show(m_picture.projected);
        m_sinks.show(m_picture.features);
        m_watchedPrompt.clear();
        m_pixels = std::move(prepared->values);
    }
    m_seen = prepared->geometry.seen;
    m_geometry = prepared->geometry;
    answer.timingMs["vision"] = laps.lap();
    return {};
}

std::int64_t VisionLanguageModel::Implementation::firstImageToken() const {
    return std::ranges::find(m_conversation, config().imageTokenId) - m_conversation.begin();
}

void VisionLanguageModel::Implementation::watchAttention(std::int64_t layer,
                                                         const at::Tensor& lastRow,
                                                         const Request& request) {
    const std::int64_t tokens = m_picture.projected.size(0);
    if (request.trace != nullptr)
        request.trace->addAttention(layer, lastRow, firstImageToken(), tokens);
    if (m_attention) // a class token in front is no part of the grid
        record(*m_attention, layer, lastRow,
               firstImageToken() + (config().keepsClassToken ? 1 : 0));
}

Result<at::Tensor>
VisionLanguageModel::Implementation::readPrompt(const std::vector<std::int64_t>& ids,
                                                const Request& request, Answer& answer) {
    if (std::ssize(ids) >= config().text.maxPositions)
        return fail(ErrorCode::InvalidArgument,
                    "The question and the conversation before it are too long for the model.");
    Laps laps;
    report(request.callbacks, "prefill", 0);
    if (request.stop.stop_requested())
        return cancelled();
    PictureSession::ReadOptions reading;
    reading.rowsPerPass = std::max(1, request.options.rowsPerPass);
    reading.progress = [&](double share) { report(request.callbacks, "prefill", share); };
    const bool isWatched = m_attention && request.trace == nullptr && m_watchedPrompt == ids;
    if (isWatched)
        *m_attention = *m_promptAttention;
    else if (request.watchesAttention())
        reading.observer = [&](std::int64_t layer, const at::Tensor& lastRow) {
            watchAttention(layer, lastRow, request);
        };
    m_conversation = ids;
    if (request.isGrounded())
        reading.states = [&](std::int64_t layer, std::int64_t first, const at::Tensor& rows) {
            m_sinks.addStates(layer, first, rows,
                              firstImageToken() + (config().keepsClassToken ? 1 : 0));
        };
    auto logits = m_session.read(ids, reading, request.stop);
    if (logits && m_attention) {
        m_watchedPrompt = ids;
        m_promptAttention = *m_attention;
    }
    answer.promptTokens = static_cast<int>(ids.size());
    answer.reusedTokens = static_cast<int>(m_session.reusedByLastRead());
    answer.timingMs["prefill"] = laps.lap();
    return logits;
}

Result<void> VisionLanguageModel::Implementation::writeAnswer(const at::Tensor& logits,
                                                              const Request& request,
                                                              Answer& answer) {
    Laps laps;
    StreamingDecoder decoder(m_checkpoint.tokenizer);
    const auto give = [&](const std::string& piece) {
        answer.text += piece;
        if (!piece.empty() && request.callbacks.piece)
            request.callbacks.piece(piece);
    };
    GenerationLimits limits{config().endTokenIds, std::max(0, request.options.maxNewTokens)};
    limits.most = std::min(limits.most, config().text.maxPositions - std::ssize(m_conversation));
    GenerationObserver observer;
    observer.token = [&](std::int64_t id) {
        const std::size_t begin = answer.text.size();
        const std::string piece = decoder.add(id);
        give(piece);
        if (m_attention)
            m_attention->addToken(piece, {begin, answer.text.size()});
        answer.tokenIds.push_back(id);
        report(request.callbacks, "answer",
               static_cast<double>(answer.tokenIds.size()) / static_cast<double>(limits.most));
    };
    if (request.watchesAttention())
        observer.attention = [&](std::int64_t, std::int64_t layer, const at::Tensor& lastRow) {
            watchAttention(layer, lastRow, request);
        };
    const Sampler sampler(
        {request.options.temperature, request.options.topP, request.options.seed});
    const auto generated = generate(m_session, logits, limits, sampler, observer, request.stop);
    if (!generated)
        return tl::unexpected(generated.error());
    if (request.stop.stop_requested())
        return cancelled();
    give(decoder.finish());
    answer.isComplete = generated->hasEnd;
    // A model may say the picture's token; read again, it would ask for a second picture.
    std::copy_if(generated->ids.begin(), generated->ids.end() - (generated->hasEnd ? 1 : 0),
                 std::back_inserter(m_conversation),
                 [&](std::int64_t id) { return id != config().imageTokenId; });
    answer.timingMs["answer"] = laps.lap();
    return {};
}

Result<Answer> VisionLanguageModel::Implementation::ask(const PixelView& picture,
                                                        std::string_view question,
                                                        const Request& request) {
    auto prompt = fullPrompt(question);
    if (!prompt)
        return tl::unexpected(prompt.error());
    Answer answer;
    answer.prompt = std::move(*prompt);
    if (auto looked = look(picture, request, answer); !looked)
        return tl::unexpected(looked.error());
    answer.seen = m_seen;
    answer.geometry = m_geometry;
    m_attention = request.options.grounding == GroundingMethod::Attention ||
                          request.options.grounding == GroundingMethod::MeanAttention
                      ? std::make_shared<AttentionRecord>(shapeFor(config()))
                      : nullptr;
    const auto ids = m_checkpoint.tokenizer.encode(answer.prompt, Tokenizer::Start::WholeText);
    const auto expanded = withImageTokens(ids, config().imageTokenId, config().imageTokens());
    if (!expanded)
        return tl::unexpected(expanded.error());
    const auto logits = readPrompt(*expanded, request, answer);
    if (!logits)
        return tl::unexpected(logits.error());
    const auto likelihood =
        scoreWordings(m_checkpoint.tokenizer, answer.prompt, m_session, *logits, request.stop);
    if (!likelihood)
        return tl::unexpected(likelihood.error());
    answer.likelihood = m_likelihood = *likelihood;
    if (request.callbacks.likelihood)
        request.callbacks.likelihood(m_likelihood);
    if (request.trace != nullptr) {
        const std::int64_t side = config().vision.imageSize;
        request.trace->keep("pixel_values", at::tensor(m_pixels).view({1, 3, side, side}));
        request.trace->keep("vision_features", m_picture.features.unsqueeze(0));
        request.trace->keep("projected", m_picture.projected.unsqueeze(0));
        request.trace->keepIds("input_ids", *expanded);
        request.trace->keep("prefill_logits", logits->unsqueeze(0));
    }
    if (auto written = writeAnswer(*logits, request, answer); !written)
        return tl::unexpected(written.error());
    if (auto grounded = finishGrounding(request, answer); !grounded)
        return tl::unexpected(grounded.error());
    return answer;
}

Result<void> VisionLanguageModel::Implementation::finishGrounding(const Request& request,
                                                                  Answer& answer) {
    std::shared_ptr<AttentionRecord> record = std::move(m_attention);
    if (!request.isGrounded())
        return {};
    const GroundedText text{*m_checkpoint.model, m_checkpoint.tokenizer, m_picture.projected,
                            m_conversation,      answer.tokenIds,        answer.promptTokens};
    if (request.options.grounding == GroundingMethod::MeanAttention)
        record = std::make_shared<AttentionRecord>(record->withoutHeads());
    if (request.options.grounding == GroundingMethod::Rollout ||
        request.options.grounding == GroundingMethod::LogitLens) {
        auto made = request.options.grounding == GroundingMethod::Rollout
                        ? rolledOut(text, request.stop)
                        : seenThroughTheHead(text, request.stop);
        if (!made)
            return tl::unexpected(made.error());
        record = std::make_shared<AttentionRecord>(std::move(*made));
    }
    record->setSinks(m_sinks.sinks());
    answer.attention = std::move(record);
    return {};
}

Result<std::unique_ptr<AnswerScorer>>
VisionLanguageModel::Implementation::scorerFor(const PixelView& picture, std::string_view question,
                                               std::string_view answer, std::stop_token stop) {
    const auto prompt = fullPrompt(question);
    if (!prompt)
        return tl::unexpected(prompt.error());
    auto prepared = prepare(picture, m_checkpoint.preprocess, stop);
    if (!prepared)
        return tl::unexpected(prepared.error());
    // The scorer's own session takes as much memory as the conversation did.
    m_session = PictureSession(*m_checkpoint.model);
    m_pixels.clear();
    m_conversation.clear();
    return makeTeacherForcedScorer(m_checkpoint, std::move(*prepared), *prompt, answer);
}

Result<Answer> VisionLanguageModel::Implementation::askFurther(std::string_view question,
                                                               const Request& request) {
    if (m_conversation.empty())
        return fail(ErrorCode::InvalidArgument, "Ask about a picture first.");
    Answer answer;
    answer.prompt = followUpFor(question);
    answer.seen = m_seen;
    answer.likelihood = m_likelihood;
    const auto ids = m_checkpoint.tokenizer.encode(answer.prompt, Tokenizer::Start::Continuation);
    auto whole = m_conversation;
    whole.insert(whole.end(), ids.begin(), ids.end());
    const auto logits = readPrompt(whole, request, answer);
    if (!logits)
        return tl::unexpected(logits.error());
    if (auto written = writeAnswer(*logits, request, answer); !written)
        return tl::unexpected(written.error());
    return answer;
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

Result<std::string> VisionLanguageModel::fullPrompt(std::string_view question) {
    return promptFor(question.empty() ? kPublishedQuestion : question);
}

const ModelDescription& VisionLanguageModel::describe() const {
    return m_implementation->description();
}

Result<Answer> VisionLanguageModel::ask(const PixelView& picture, std::string_view question,
                                        const GenerationOptions& options,
                                        const AnswerCallbacks& callbacks, std::stop_token stop) {
    return guarded([&] {
        return m_implementation->ask(picture, question, {options, callbacks, stop, nullptr});
    });
}

Result<Answer> VisionLanguageModel::askFurther(std::string_view question,
                                               const GenerationOptions& options,
                                               const AnswerCallbacks& callbacks,
                                               std::stop_token stop) {
    return guarded([&] {
        return m_implementation->askFurther(question, {options, callbacks, stop, nullptr});
    });
}

Result<std::unique_ptr<AnswerScorer>> VisionLanguageModel::scorerFor(const PixelView& picture,
                                                                     std::string_view question,
                                                                     std::string_view answer,
                                                                     std::stop_token stop) {
    return guarded([&] { return m_implementation->scorerFor(picture, question, answer, stop); });
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
