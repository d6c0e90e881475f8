// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vision_language_model.h"

#include "core/model/llava/generation.h"
#include "core/model/llava/loaded_checkpoint.h"
#include "core/model/llava/tensor_trace.h"
#include "core/model/llava/verdict_wording.h"
#include "core/model/text/prompt_template.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <new>
#include <utility>

namespace core::model {

namespace {

/// Runs work on tensors without gradients and turns what libtorch throws into an error.
template <typename Work> auto guarded(const Work& work) -> decltype(work()) {
    try {
        const c10::InferenceMode inference;
        return work();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded, "There is not enough memory for the model.");
    } catch (const c10::Error& error) {
        const std::string what = error.what_without_backtrace();
        if (what.find("allocate") != std::string::npos ||
            what.find("out of memory") != std::string::npos)
            return fail(ErrorCode::LimitExceeded, "There is not enough memory for the model.");
        return fail(ErrorCode::Internal, "libtorch failed: " + what);
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal, std::string("The model failed: ") + error.what());
    }
}

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
    };

    explicit Implementation(LoadedCheckpoint checkpoint)
        : m_checkpoint(std::move(checkpoint)), m_session(*m_checkpoint.model) {}

    [[nodiscard]] const ModelDescription& description() const { return m_checkpoint.description; }

    Result<Answer> ask(const PixelView& picture, std::string_view question, const Request& request);
    Result<Answer> askFurther(std::string_view question, const Request& request);

  private:
    [[nodiscard]] const ModelConfig& config() const { return m_checkpoint.model->config(); }
    Result<void> look(const PixelView& picture, const Request& request, Answer& answer);
    Result<at::Tensor> readPrompt(const std::vector<std::int64_t>& ids, const Request& request,
                                  Answer& answer);
    Result<void> writeAnswer(const at::Tensor& logits, const Request& request, Answer& answer);
    void watchAttention(std::int64_t layer, const at::Tensor& lastRow, TensorTrace& trace) const;

    LoadedCheckpoint m_checkpoint;
    PictureSession m_session;
    std::vector<float> m_pixels; ///< of the picture that the session shows
    EncodedPicture m_picture;
    Rect m_seen;
    VerdictLikelihood m_likelihood;
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
        m_pixels = std::move(prepared->values);
    }
    m_seen = prepared->geometry.seen;
    answer.timingMs["vision"] = laps.lap();
    return {};
}

void VisionLanguageModel::Implementation::watchAttention(std::int64_t layer,
                                                         const at::Tensor& lastRow,
                                                         TensorTrace& trace) const {
    const auto& ids = m_conversation;
    const auto first = std::ranges::find(ids, config().imageTokenId) - ids.begin();
    trace.addAttention(layer, lastRow, first, m_picture.projected.size(0));
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
    if (request.trace != nullptr)
        reading.observer = [&](std::int64_t layer, const at::Tensor& lastRow) {
            watchAttention(layer, lastRow, *request.trace);
        };
    m_conversation = ids;
    auto logits = m_session.read(ids, reading, request.stop);
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
        give(decoder.add(id));
        answer.tokenIds.push_back(id);
        report(request.callbacks, "answer",
               static_cast<double>(answer.tokenIds.size()) / static_cast<double>(limits.most));
    };
    if (request.trace != nullptr)
        observer.attention = [&](std::int64_t, std::int64_t layer, const at::Tensor& lastRow) {
            watchAttention(layer, lastRow, *request.trace);
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
    return answer;
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
