// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/grounding/attention_collector.h"
#include "core/model/language/sampler.h"
#include "core/model/llava/loaded_checkpoint.h"
#include "core/model/llava/picture_session.h"
#include "core/model/llava/tensor_trace.h"
#include "core/model/text/tokenizer.h"
#include "core/model/vision_language_model.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// One question: what is asked and who listens.
struct QuestionInProgress {
    GenerationOptions options;
    AnswerCallbacks callbacks;
    std::stop_token stop;
    TensorTrace* trace = nullptr;
    std::function<void()> betweenPasses = {}; ///< while the prompt is read

    [[nodiscard]] bool isGrounded() const { return options.grounding != GroundingMethod::None; }
    [[nodiscard]] bool watchesAttention() const { return trace != nullptr || isGrounded(); }
};

/// The text before the picture, read once for all pictures.
struct PromptBeginning {
    std::vector<std::int64_t> ids;
    KvCache cache;
    std::vector<at::Tensor> states; ///< what each layer made of it: [ids, hiddenSize]
};

/// One picture, what was asked and answered about it, and the cache of all that. A question is
/// read first, then the answer is written token by token, by this class alone or together with
/// other conversations.
class Conversation {
  public:
    /// @param checkpoint  outlives this
    Conversation(const LoadedCheckpoint& checkpoint, PreparedPicture prepared,
                 EncodedPicture picture, const PromptBeginning& beginning);

    [[nodiscard]] bool shows(const PreparedPicture& prepared) const {
        return prepared.values == m_pixels;
    }

    /// Reads a first question about the picture and scores the two wordings.
    /// @param prompt  as text
    /// @param answer  filled as far as it is known; isWriting() afterwards
    /// @errors InvalidArgument, Cancelled
    [[nodiscard]] Result<void> readFirst(std::string_view prompt, QuestionInProgress question,
                                         Answer answer);
    /// Reads a question behind the last answer. @errors those of readFirst
    [[nodiscard]] Result<void> readFurther(std::string_view question, QuestionInProgress asked);

    /// Chooses the next token and gives out its text. @return whether the model must read it, by a
    /// pass with step(), for the token after it; if not, the answer is at its end
    [[nodiscard]] bool writeToken();
    [[nodiscard]] std::int64_t lastToken() const { return m_answer.tokenIds.back(); }
    /// Of the pass that reads lastToken().
    [[nodiscard]] SequenceStep step();
    /// @param logits  behind lastToken(): [vocabulary]
    void take(at::Tensor logits);

    /// Ends the answer. @errors Cancelled, and those of the grounding
    [[nodiscard]] Result<Answer> finish();
    [[nodiscard]] const std::stop_token& stop() const { return m_question.stop; }

  private:
    [[nodiscard]] const ModelConfig& config() const { return m_checkpoint->model->config(); }
    Result<void> readPrompt(const std::vector<std::int64_t>& ids);
    void startWriting();
    void keepTrace(const std::vector<std::int64_t>& ids) const;
    void watchAttention(std::int64_t layer, const at::Tensor& lastRow);
    [[nodiscard]] std::int64_t firstImageToken() const;
    void give(const std::string& piece);
    Result<void> finishGrounding();

    const LoadedCheckpoint* m_checkpoint;
    PictureSession m_session;
    std::vector<float> m_pixels;
    EncodedPicture m_picture;
    std::string m_firstPrompt; ///< as text
    VerdictLikelihood m_likelihood;
    InputGeometry m_geometry;
    SinkFinder m_sinks;
    std::shared_ptr<AttentionRecord> m_attention; ///< of the answer in progress
    /// The prompt read last about this picture and the attention of its last row: what the session
    /// remembers is not computed, and so not seen, again.
    std::vector<std::int64_t> m_watchedPrompt;
    std::optional<AttentionRecord> m_promptAttention;
    std::vector<std::int64_t> m_ids; ///< prompt and answer so far, without end tokens

    // Of the question in progress.
    QuestionInProgress m_question;
    Answer m_answer;
    at::Tensor m_logits; ///< behind the last token
    std::optional<StreamingDecoder> m_decoder;
    std::optional<Sampler> m_sampler;
    std::int64_t m_mostTokens = 0;
    std::chrono::steady_clock::time_point m_writingSince;
};

} // namespace core::model
