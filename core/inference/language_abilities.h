// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/examination/examination.h"
#include "core/inference/engine_input.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

namespace core::inference {

/// What only an engine with a language model can do, see Engine::language(). Called while no
/// picture is in progress.
class LanguageAbilities {
  public:
    LanguageAbilities() = default;
    LanguageAbilities(const LanguageAbilities&) = delete;
    LanguageAbilities& operator=(const LanguageAbilities&) = delete;
    virtual ~LanguageAbilities() = default;

    /// Checks whether the regions of a model's sentences matter to what it says: each is removed
    /// from the picture, and the same answer is scored again. Any picture that this engine has
    /// examined may be checked at any time.
    /// @param examined  by this engine, of this picture
    /// @param clues     indices into its clues; empty for all that have regions
    /// @return the examination with the clues' groundings filled in
    /// @errors those of Engine::begin()
    [[nodiscard]] virtual Result<examination::Examination>
    check(const EngineInput& input, examination::Examination examined,
          const std::vector<std::size_t>& clues, const EngineCallbacks& callbacks,
          std::stop_token stop) = 0;

    /// Answers a question about a picture, behind what the examination said about it and behind the
    /// earlier questions. Any picture may be asked about at any time; the one looked at last costs
    /// least.
    /// @return the answer verbatim, the same as its pieces together
    /// @errors InvalidArgument (empty, or too long for the model), those of Engine::begin()
    [[nodiscard]] virtual Result<std::string> ask(const EngineInput& input, const Inquiry& inquiry,
                                                  const EngineCallbacks& callbacks,
                                                  std::stop_token stop) = 0;
};

} // namespace core::inference
