// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/examination/examination.h"
#include "core/image/image.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace core::inference {

/// What an engine looks at.
struct EngineInput {
    image::EvidenceFile file;
    image::DecodedPicture picture;
    examination::ProvenanceRecord provenance;
};

/// A further question about a picture that the engine has judged.
struct Inquiry {
    std::string question;
    std::vector<std::string> earlier; ///< further questions asked before this one, in their order
};

/// How an engine talks while it works; called on the engine's thread, each may be empty.
struct EngineCallbacks {
    ProgressCallback progress;
    std::function<void(std::string_view piece)>
        answerPiece;                           ///< a language model's words as they come
    std::function<void(double pFake)> leaning; ///< a language model's probability, before its words
};

/// What became of a picture that was taken in.
struct Judged {
    std::uint64_t ticket = 0;
    Result<examination::Examination> examination = fail(ErrorCode::Internal, "Not examined.");
};

/// Something that can judge a picture. Used by one thread at a time; may be created on another.
/// No exception leaves an engine.
class Engine {
  public:
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual ~Engine() = default;

    /// Name, version, model and hash as they go into every result. Complete after prepare().
    [[nodiscard]] virtual examination::EngineRecord record() const = 0;

    /// Loads what is needed; a second call does nothing. Called before the first examine().
    /// @errors ModelMissing, ModelInvalid, EngineUnavailable, LimitExceeded, Cancelled
    [[nodiscard]] virtual Result<void> prepare(const ProgressCallback& progress,
                                               std::stop_token stop) = 0;

    /// Judges one picture. Fills everything but `source`, `provenance` and the timings of intake.
    /// @errors LimitExceeded, NetworkFailed, Internal, Cancelled (within 100 ms of the request
    /// where
    ///         the work is our own)
    [[nodiscard]] virtual Result<examination::Examination>
    examine(const EngineInput& input, const EngineCallbacks& callbacks, std::stop_token stop) = 0;

    /// How many pictures this engine judges at the same time, by begin() and advance(); 1: by
    /// examine() alone. Complete after prepare().
    [[nodiscard]] virtual int capacity() const { return 1; }

    /// examine() in steps: takes a picture in. Those taken in before may go on meanwhile. The
    /// callbacks are called until advance() has given the result.
    /// @return a ticket of its own @errors those of examine()
    [[nodiscard]] virtual Result<std::uint64_t>
    begin(const EngineInput& input, const EngineCallbacks& callbacks, std::stop_token stop);

    /// A short step for each picture taken in. Each result is the same as examine() gives.
    /// @return what is finished, failed or cancelled
    [[nodiscard]] virtual std::vector<Judged> advance() { return {}; }

    /// Checks whether the regions of a model's sentences matter to what it says: each is removed
    /// from the picture, and the same answer is scored again. Any picture that this engine has
    /// examined may be checked at any time.
    /// @param examined  by this engine, of this picture
    /// @param clues     indices into its clues; empty for all that have regions
    /// @return the examination with the clues' groundings filled in
    /// @errors EngineUnavailable (this engine's clues are measured), those of examine()
    [[nodiscard]] virtual Result<examination::Examination>
    check(const EngineInput& input, examination::Examination examined,
          const std::vector<std::size_t>& clues, const EngineCallbacks& callbacks,
          std::stop_token stop);

    /// Answers a question about a picture, behind what examine() said about it and behind the
    /// earlier questions. Any picture may be asked about at any time; the one looked at last costs
    /// least.
    /// @return the answer verbatim, the same as its pieces together
    /// @errors EngineUnavailable (this engine answers no questions), InvalidArgument (empty, or too
    ///         long for the model), those of examine()
    [[nodiscard]] virtual Result<std::string> ask(const EngineInput& input, const Inquiry& inquiry,
                                                  const EngineCallbacks& callbacks,
                                                  std::stop_token stop);
};

} // namespace core::inference
