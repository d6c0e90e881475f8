// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/progress.h"
#include "core/base/region.h"
#include "core/base/result.h"
#include "core/model/grounding/answer_scorer.h"
#include "core/model/grounding/attention_record.h"
#include "core/model/text/prompt_form.h"
#include "core/model/vision/input_geometry.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// The question that FakeVLM was trained with, so spelled.
inline constexpr std::string_view kPublishedQuestion = "Does the image looks real/fake?";

/// How weights are kept. Automatic: Float32 when it fits into the free memory, else AsStored.
enum class WeightPrecision { Automatic, Float32, AsStored };

struct LoadOptions {
    std::string device = "cpu"; ///< or "cuda:0" when libtorch has it
    WeightPrecision precision = WeightPrecision::Automatic;
    std::filesystem::path adapter = {}; ///< a LoRA adapter that is merged; empty: none
};

struct ModelDescription {
    std::string name; ///< of the folder
    std::uint64_t parameters = 0;
    std::string device;
    std::string precision; ///< "fp32"; "fp16"/"bf16" for weights kept so and computed in fp32;
                           ///< "int8"/"int4" for quantized ones
    std::string tokenizerFile;
    int imageSize = 0; ///< edge of the model's input in pixels
    int patchSize = 0;
    int imageTokens = 0;
    int layers = 0; ///< of the language model
    int maxPositions = 0;
};

/// How sentences are tied to places; see docs/grounding.md. MeanAttention is Attention without the
/// choice of heads. Rollout reads the whole text again row by row.
enum class GroundingMethod { None, Attention, MeanAttention, Rollout, LogitLens };

struct GenerationOptions {
    std::optional<PromptForm> form; ///< of a first question; nothing: usualForm
    int maxNewTokens = 256;
    double temperature = 0; ///< 0: greedy
    double topP = 1;
    std::uint64_t seed = 0;
    int rowsPerPass = 128; ///< of the prompt; the stop token is asked once per layer of each pass
    GroundingMethod grounding = GroundingMethod::None; ///< of a first question
};

/// Natural logarithms of the probabilities of the two published wordings.
struct WordingScores {
    double logFake = 0; ///< of "This is a fake image."
    double logReal = 0; ///< of "This is a real image."
};

/// How likely the model itself finds each of the two published wordings after the prompt, with the
/// separator with which the model finds the two together likelier.
struct VerdictLikelihood {
    double logFake = 0;
    double logReal = 0;
    double pFake = 0.5; ///< the two normalized to 1
    Separator separator = Separator::Space;
    std::array<WordingScores, 2> bySeparator = {}; ///< by Separator

    /// With one separator, whichever is likelier.
    [[nodiscard]] VerdictLikelihood with(Separator chosen) const;
};

/// Called from the thread that asks; each may be empty.
struct AnswerCallbacks {
    ProgressCallback progress; ///< stages "preprocess", "vision", "prefill", "answer"
    std::function<void(const VerdictLikelihood&)> likelihood; ///< right after the prompt was read
    std::function<void(std::string_view piece)> piece; ///< valid UTF-8; together the answer's text
};

/// A picture and what was said about it, for further questions.
using ConversationId = std::uint64_t;

struct Answer {
    ConversationId conversation = 0;
    std::string prompt;
    PromptForm form = PromptForm::Own; ///< of a first question
    std::string text;                  ///< verbatim
    std::vector<std::int64_t> tokenIds;
    bool isComplete = false;      ///< ended by the model, not by maxNewTokens
    VerdictLikelihood likelihood; ///< of a first question; unchanged by further ones
    Rect seen; ///< what the model saw of the upright picture; the rest was cropped away
    InputGeometry geometry; ///< how the picture became the model's input
    /// Where the model looked; null unless grounding was asked for.
    std::shared_ptr<const AttentionRecord> attention;
    int promptTokens = 0;
    int reusedTokens = 0;                   ///< of the prompt, known from earlier questions
    std::map<std::string, double> timingMs; ///< by stage
};

/// What became of a question that was begun.
struct WrittenAnswer {
    ConversationId conversation = 0;
    Result<Answer> answer = fail(ErrorCode::Internal, "Not answered.");
};

/// A FakeVLM-type checkpoint (Hugging Face LlavaForConditionalGeneration) ready to answer. For one
/// thread at a time. No exception leaves it.
class VisionLanguageModel {
  public:
    /// @param directory  checkpoint folder, or the folder of a LoRA adapter whose base is found
    ///                   (see partsOf); its files stay open
    /// @errors those of checkCheckpoint; LimitExceeded when the memory does not suffice,
    /// InvalidArgument or
    ///         EngineUnavailable for the device, Cancelled
    [[nodiscard]] static Result<std::unique_ptr<VisionLanguageModel>>
    load(const std::filesystem::path& directory, const LoadOptions& options,
         const ProgressCallback& progress, std::stop_token stop);

    ~VisionLanguageModel();
    VisionLanguageModel(const VisionLanguageModel&) = delete;
    VisionLanguageModel& operator=(const VisionLanguageModel&) = delete;

    [[nodiscard]] const ModelDescription& describe() const;

    /// The prompt that a question becomes, with "<image>" for the picture.
    /// @param question  empty for the published one
    /// @errors InvalidArgument
    [[nodiscard]] static Result<std::string> fullPrompt(std::string_view question,
                                                        std::optional<PromptForm> form = {});

    /// Asks about a picture. Asking again about the same pixels reuses what was read. While it
    /// reads, the answers begun before go on, by their own callbacks; they wait while it writes.
    /// @param picture   upright
    /// @param question  empty for the published one; put in the form that the options say
    /// @errors InvalidArgument (empty picture, question too long), LimitExceeded, Cancelled
    [[nodiscard]] Result<Answer> ask(const PixelView& picture, std::string_view question,
                                     const GenerationOptions& options,
                                     const AnswerCallbacks& callbacks, std::stop_token stop);

    /// Asks on behind the last answer of a conversation, or of the latest one. A conversation costs
    /// what is new in it as long as it is remembered.
    /// @errors those of ask(); InvalidArgument when it is not remembered
    [[nodiscard]] Result<Answer> askFurther(ConversationId conversation, std::string_view question,
                                            const GenerationOptions& options,
                                            const AnswerCallbacks& callbacks, std::stop_token stop);
    [[nodiscard]] Result<Answer> askFurther(std::string_view question,
                                            const GenerationOptions& options,
                                            const AnswerCallbacks& callbacks, std::stop_token stop);
    [[nodiscard]] bool remembers(ConversationId conversation) const;
    /// How many finished conversations are remembered, at least and at first 1; the latest ones.
    void setKeptConversations(int most);
    /// Memory of one that has a usual length.
    [[nodiscard]] std::uint64_t bytesPerConversation() const;

    /// ask() for several pictures at the same time: reads picture and question, writes nothing.
    /// While it reads, the answers begun before go on, by their own callbacks. Each answer is the
    /// same to the last bit as ask() gives.
    /// @return which answer of advance() belongs to it
    /// @errors those of ask()
    [[nodiscard]] Result<ConversationId> begin(const PixelView& picture, std::string_view question,
                                               const GenerationOptions& options,
                                               const AnswerCallbacks& callbacks,
                                               std::stop_token stop);
    /// Writes one more token of each answer that was begun, in one pass over the weights.
    /// @return those that are finished, failed or cancelled since the last call
    [[nodiscard]] std::vector<WrittenAnswer> advance();
    /// Answers that advance() would go on with.
    [[nodiscard]] int writing() const;
    /// Share of the time that writing gets while begin() reads, 0 to 0.9. At first 0: one token for
    /// each piece of the prompt, so that the batch fills soonest.
    void setWritingShare(double share);

    /// Prepares to score an answer again with parts of the picture removed. May forget a
    /// conversation; this object must outlive the scorer and not be asked meanwhile.
    /// @param answer  verbatim, as ask() gave it
    /// @errors those of ask(); InvalidArgument when the answer is empty or is no text that the
    ///         model can say
    [[nodiscard]] Result<std::unique_ptr<AnswerScorer>>
    scorerFor(const PixelView& picture, std::string_view question, std::string_view answer,
              std::stop_token stop, std::optional<PromptForm> form = {});

    /// Like ask(), and writes trace.safetensors and answer.txt into a folder that it makes:
    /// pixel_values [1,3,R,R], vision_features [1,N,Dv], projected [1,N,Dt], input_ids [1,T],
    /// prefill_logits [1,V], generated_ids [1,K], attention_to_image [layers,K,N] (mean over
    /// heads).
    /// @errors those of ask(); WriteFailed
    [[nodiscard]] Result<Answer> trace(const PixelView& picture, std::string_view question,
                                       const GenerationOptions& options,
                                       const std::filesystem::path& outDirectory,
                                       const AnswerCallbacks& callbacks, std::stop_token stop);

  private:
    class Implementation;
    explicit VisionLanguageModel(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace core::model
