// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/fakevlm/fakevlm_engine.h"

#include "core/inference/fakevlm/answer_examination.h"
#include "core/inference/fakevlm/grounded_clues.h"
#include "core/inference/fakevlm/prompt_readings.h"
#include "core/inference/fakevlm/region_checks.h"
#include "core/model/blas_info.h"
#include "core/model/checkpoint/free_memory.h"
#include "core/model/vision_language_model.h"
#include "core/model/weights_digest.h"

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

namespace core::inference {

namespace {

constexpr const char* kVersion = "2";

/// Where each stage's share of one picture's progress begins and ends; rough times of a 7B model.
struct Share {
    std::string_view stage;
    double begin;
    double end;
};
constexpr std::array<Share, 4> kShares = {
    {{"preprocess", 0, 0.02}, {"vision", 0.02, 0.1}, {"prefill", 0.1, 0.6}, {"answer", 0.6, 1}}};

ProgressCallback wholeProgress(const ProgressCallback& progress) {
    if (!progress)
        return {};
    return [progress](std::string_view stage, double fraction) {
        const auto* share = std::ranges::find(kShares, stage, &Share::stage);
        if (share != kShares.end())
            progress(stage, share->begin + (share->end - share->begin) * fraction);
    };
}

model::GenerationOptions examining(const FakeVlmEngine::Options& options) {
    model::GenerationOptions generation;
    generation.maxNewTokens = options.maxNewTokens;
    generation.grounding = model::GroundingMethod::Attention;
    generation.form = options.form;
    return generation;
}

model::AnswerCallbacks answerCallbacks(const EngineCallbacks& callbacks) {
    model::AnswerCallbacks answerCallbacks;
    answerCallbacks.progress = wholeProgress(callbacks.progress);
    answerCallbacks.piece = callbacks.answerPiece;
    if (callbacks.likelihood)
        answerCallbacks.likelihood =
            [likelihood = callbacks.likelihood](const model::VerdictLikelihood& of) {
                likelihood(of.pFake);
            };
    return answerCallbacks;
}

} // namespace

struct FakeVlmEngine::Loaded {
    std::unique_ptr<model::VisionLanguageModel> model;
    std::string sha256;
    std::string prompt;
};

FakeVlmEngine::FakeVlmEngine(Options options) : m_options(std::move(options)) {}
FakeVlmEngine::~FakeVlmEngine() = default;

examination::EngineRecord FakeVlmEngine::record() const {
    examination::EngineRecord record;
    record.name = "fakevlm";
    record.version = kVersion;
    if (m_loaded) {
        const model::ModelDescription& description = m_loaded->model->describe();
        record.model = description.name;
        record.modelSha256 = m_loaded->sha256;
        record.device = description.device;
        record.precision = description.precision;
        record.prompt = m_loaded->prompt;
        record.promptForm = nameOf(form());
    }
    return record;
}

Result<void> FakeVlmEngine::prepare(const ProgressCallback& progress, std::stop_token stop) {
    if (m_loaded)
        return {};
    auto prompt = model::VisionLanguageModel::fullPrompt(m_options.question, m_options.form);
    if (!prompt)
        return tl::unexpected(prompt.error());
    model::useThreads(model::physicalCores());
    // The weights are hashed while they are converted: both read the same pages.
    Result<std::string> digest = cancelled();
    std::stop_source giveUp;
    const std::stop_callback forward(stop, [&] { giveUp.request_stop(); });
    std::thread hashing([&] {
        digest = model::weightsSha256(m_options.directory, m_options.knownDigests, {},
                                      giveUp.get_token(), m_options.adapter);
    });
    model::LoadOptions loading;
    loading.adapter = m_options.adapter;
    auto loaded = model::VisionLanguageModel::load(m_options.directory, loading, progress, stop);
    if (!loaded)
        giveUp.request_stop();
    hashing.join();
    if (!loaded)
        return tl::unexpected(loaded.error());
    if (!digest)
        return tl::unexpected(digest.error());
    m_loaded = std::make_unique<Loaded>(
        Loaded{std::move(*loaded), std::move(*digest), std::move(*prompt)});
    divideMemory();
    return {};
}

/// Half of what is free goes to pictures in progress and to those that may be asked about.
void FakeVlmEngine::divideMemory() {
    constexpr std::uint64_t kMost = 8;
    model::VisionLanguageModel& model = *m_loaded->model;
    const std::uint64_t each = std::max<std::uint64_t>(1, model.bytesPerConversation());
    const std::uint64_t fitting = model::freeMemory().value_or(0) / 2 / each;
    const std::uint64_t remembered = std::clamp<std::uint64_t>(fitting / 3, 1, kMost);
    model.setKeptConversations(static_cast<int>(remembered));
    const std::uint64_t left = fitting > remembered ? fitting - remembered : 1;
    m_slotCount = m_options.batch > 0 ? m_options.batch
                                      : static_cast<int>(std::clamp<std::uint64_t>(left, 1, kMost));
}

model::PromptForm FakeVlmEngine::form() const {
    return m_options.form.value_or(model::usualForm(m_options.question));
}

Result<std::optional<examination::PromptReading>>
FakeVlmEngine::readingInOtherForm(const EngineInput& input, std::stop_token stop) {
    using model::PromptForm;
    if (!m_options.asksBothForms || form() == PromptForm::Own)
        return std::nullopt;
    model::GenerationOptions reading;
    reading.maxNewTokens = 0;
    reading.form = form() == PromptForm::Published ? PromptForm::Chat : PromptForm::Published;
    const auto answer = m_loaded->model->ask(input.picture.image.view(), m_options.question,
                                             reading, {}, std::move(stop));
    if (!answer)
        return tl::unexpected(answer.error());
    return readingOf(*answer);
}

examination::Examination FakeVlmEngine::examinationOfAnswer(model::Answer answer,
                                                            const BegunPicture& picture) {
    const examination::PromptReading reading = readingOf(answer);
    examination::Examination examination =
        examinationOf({std::move(answer.text), answer.likelihood.pFake, answer.isComplete});
    addReadings(examination, reading, picture.otherForm);
    groundClues(examination, *answer.attention,
                modelInputOf(answer.geometry, picture.width, picture.height), "attention");
    examination.notExamined = unseenParts(picture.width, picture.height, answer.seen);
    examination.engine = record();
    examination.timingMs = std::move(answer.timingMs);
    remember(picture.sha256, {answer.conversation, {}});
    return examination;
}

Result<std::uint64_t> FakeVlmEngine::begin(const EngineInput& input,
                                           const EngineCallbacks& callbacks, std::stop_token stop) {
    if (!m_loaded)
        return fail(ErrorCode::EngineUnavailable, "The FakeVLM engine was not loaded.");
    const image::Image& image = input.picture.image;
    m_conversations.erase(input.file.sha256);
    auto other = readingInOtherForm(input, stop);
    if (!other)
        return tl::unexpected(other.error());
    auto begun = m_loaded->model->begin(image.view(), m_options.question, examining(m_options),
                                        answerCallbacks(callbacks), std::move(stop));
    if (!begun)
        return tl::unexpected(begun.error());
    m_begun[*begun] = {input.file.sha256, image.width(), image.height(), std::move(*other)};
    return *begun;
}

std::vector<EngineResult> FakeVlmEngine::advance() {
    std::vector<EngineResult> finished;
    if (!m_loaded)
        return finished;
    for (model::WrittenAnswer& written : m_loaded->model->advance()) {
        const auto picture = m_begun.extract(written.conversation);
        finished.push_back({written.conversation, cancelled()});
        if (picture.empty() || !written.answer)
            finished.back().examination = tl::unexpected(written.answer.error());
        else
            finished.back().examination =
                examinationOfAnswer(std::move(*written.answer), picture.mapped());
    }
    return finished;
}

void FakeVlmEngine::remember(const std::string& sha256, Conversation conversation) {
    std::erase_if(m_conversations,
                  [&](const auto& entry) { return !m_loaded->model->remembers(entry.second.id); });
    m_conversations[sha256] = std::move(conversation);
}

Result<examination::Examination> FakeVlmEngine::check(const EngineInput& input,
                                                      examination::Examination examined,
                                                      const std::vector<std::size_t>& clues,
                                                      const EngineCallbacks& callbacks,
                                                      std::stop_token stop) {
    // With a checkpoint of billions of weights each control takes tens of seconds on a processor.
    constexpr std::uint64_t kLargeModel = 1'000'000'000;
    constexpr int kControlsOfLargeModels = 8;
    if (!m_loaded)
        return fail(ErrorCode::EngineUnavailable, "The FakeVLM engine was not loaded.");
    std::vector<std::size_t> wanted = clues;
    for (std::size_t i = 0; clues.empty() && i < examined.clues.size(); ++i)
        if (examined.clues[i].source == examination::ClueSource::Model &&
            !examined.clues[i].isUnfinished && !examined.clues[i].regions.empty())
            wanted.push_back(i);
    if (wanted.empty())
        return examined;
    const image::Image& image = input.picture.image;
    auto scorer = m_loaded->model->scorerFor(image.view(), m_options.question,
                                             examined.answer.value_or(""), stop, form());
    if (!scorer)
        return tl::unexpected(scorer.error());
    RegionCheckOptions options;
    options.progress = callbacks.progress;
    const model::ModelDescription& description = m_loaded->model->describe();
    if (description.parameters > kLargeModel && description.device == "cpu")
        options.controls = kControlsOfLargeModels;
    const auto checked = checkRegions(
        examined, wanted, **scorer,
        modelInputOf((*scorer)->geometry(), image.width(), image.height()), options, stop);
    if (!checked)
        return tl::unexpected(checked.error());
    return examined;
}

Result<std::uint64_t> FakeVlmEngine::recall(const EngineInput& input,
                                            const std::vector<std::string>& questions,
                                            std::stop_token stop) {
    const auto known = m_conversations.find(input.file.sha256);
    if (known != m_conversations.end() && known->second.questions == questions &&
        m_loaded->model->remembers(known->second.id))
        return known->second.id;
    m_conversations.erase(input.file.sha256);
    model::GenerationOptions generation;
    generation.maxNewTokens = m_options.maxNewTokens;
    generation.form = m_options.form;
    auto answer =
        m_loaded->model->ask(input.picture.image.view(), m_options.question, generation, {}, stop);
    for (const std::string& question : questions) {
        if (!answer)
            break;
        answer = m_loaded->model->askFurther(answer->conversation, question, generation, {}, stop);
    }
    if (!answer)
        return tl::unexpected(answer.error());
    remember(input.file.sha256, {answer->conversation, questions});
    return answer->conversation;
}

Result<std::string> FakeVlmEngine::ask(const EngineInput& input, const Inquiry& inquiry,
                                       const EngineCallbacks& callbacks, std::stop_token stop) {
    if (!m_loaded)
        return fail(ErrorCode::EngineUnavailable, "The FakeVLM engine was not loaded.");
    if (inquiry.question.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(ErrorCode::InvalidArgument, "The question is empty.");
    const auto conversation = recall(input, inquiry.earlier, stop);
    if (!conversation)
        return tl::unexpected(conversation.error());
    // Until the answer is complete, the model's memory holds a question without one.
    m_conversations.erase(input.file.sha256);
    model::GenerationOptions generation;
    generation.maxNewTokens = m_options.maxNewTokens;
    model::AnswerCallbacks heard;
    heard.progress = callbacks.progress;
    heard.piece = callbacks.answerPiece;
    auto answer =
        m_loaded->model->askFurther(*conversation, inquiry.question, generation, heard, stop);
    if (!answer)
        return tl::unexpected(answer.error());
    Conversation longer{answer->conversation, inquiry.earlier};
    longer.questions.push_back(inquiry.question);
    remember(input.file.sha256, std::move(longer));
    return std::move(answer->text);
}

} // namespace core::inference
