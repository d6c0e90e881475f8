// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine.h"
#include "core/inference/language_abilities.h"
#include "core/model/text/prompt_form.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::model {
struct Answer;
}

namespace core::inference {

/// FakeVLM, or any model of its kind, from a folder that the user has. Its probability comes from
/// the model itself, its clues are the sentences of its answer.
class FakeVlmEngine : public Engine, public LanguageAbilities {
  public:
    struct Options {
        std::filesystem::path directory;    ///< checkpoint folder
        std::string question;               ///< empty: the published one
        std::filesystem::path knownDigests; ///< file that remembers hashes of weights; may be empty
        int maxNewTokens = 256;
        int batch = 0; ///< pictures at the same time; 0: as the free memory allows, up to 8
        std::optional<model::PromptForm> form = {}; ///< nothing: model::usualForm
        /// Also read in the other of the published and the chat form, which costs another reading
        /// of the picture's part of the prompt.
        bool asksBothForms = false;
        std::filesystem::path adapter = {}; ///< a LoRA adapter that is merged; empty: none
    };

    explicit FakeVlmEngine(Options options);
    ~FakeVlmEngine() override;

    [[nodiscard]] examination::EngineRecord record() const override;
    [[nodiscard]] Result<void> prepare(const ProgressCallback& progress,
                                       std::stop_token stop) override;
    [[nodiscard]] int slotCount() const override { return m_slotCount; }
    [[nodiscard]] Result<std::uint64_t> begin(const EngineInput& input,
                                              const EngineCallbacks& callbacks,
                                              std::stop_token stop) override;
    [[nodiscard]] std::vector<EngineResult> advance() override;
    [[nodiscard]] LanguageAbilities* language() override { return this; }
    [[nodiscard]] Result<examination::Examination> check(const EngineInput& input,
                                                         examination::Examination examined,
                                                         const std::vector<std::size_t>& clues,
                                                         const EngineCallbacks& callbacks,
                                                         std::stop_token stop) override;
    /// Asked about a picture that the model no longer remembers, it first says again what it said
    /// about it: generation is greedy, so that the words are the same.
    [[nodiscard]] Result<std::string> ask(const EngineInput& input, const Inquiry& inquiry,
                                          const EngineCallbacks& callbacks,
                                          std::stop_token stop) override;

  private:
    struct Loaded;
    /// What the model remembers about a picture.
    struct Conversation {
        std::uint64_t id = 0;               ///< the model's
        std::vector<std::string> questions; ///< further ones that were answered
    };
    /// A picture whose answer is being written.
    struct BegunPicture {
        std::string sha256;
        int width = 0;
        int height = 0;
        std::optional<examination::PromptReading> otherForm = {};
    };
    void divideMemory();
    [[nodiscard]] model::PromptForm form() const;
    /// The probability when the question is put in the other form; nothing when nobody asked for
    /// it, or a whole prompt has no other form. Before the answer, because it forgets the picture's
    /// conversation.
    [[nodiscard]] Result<std::optional<examination::PromptReading>>
    readingInOtherForm(const EngineInput& input, std::stop_token stop);
    [[nodiscard]] examination::Examination examinationOfAnswer(model::Answer answer,
                                                               const BegunPicture& picture);
    void remember(const std::string& sha256, Conversation conversation);
    /// @return the conversation in which exactly these questions were asked
    [[nodiscard]] Result<std::uint64_t> recall(const EngineInput& input,
                                               const std::vector<std::string>& questions,
                                               std::stop_token stop);

    Options m_options;
    std::unique_ptr<Loaded> m_loaded;
    int m_slotCount = 1;
    std::map<std::string, Conversation> m_conversations; ///< by the SHA-256 of the picture's file
    std::map<std::uint64_t, BegunPicture> m_begun;       ///< by conversation
};

} // namespace core::inference
