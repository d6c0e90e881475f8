// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clue_check.h"

#include "core/inference/examine_file.h"

namespace app::cli {

void addCheckOption(CLI::App& command, bool& isWanted) {
    command.add_flag("--check-clues", isWanted,
                     "Remove the region of each sentence of a language model and score the answer "
                     "again, beside other places of its size; takes many times as long");
}

core::Result<core::examination::Examination>
examineAndCheck(const std::filesystem::path& path, core::inference::Engine& engine,
                bool checksClues, const std::stop_token& stop,
                const core::inference::IntakeRules& rules) {
    auto examined = core::inference::examineFile(path, engine, rules, {}, stop);
    // Measured clues need no check: an answer is what a language model gives.
    if (!examined || !checksClues || !examined->answer)
        return examined;
    return core::inference::checkFile(path, *examined, {}, engine, rules.limits, {}, stop);
}

} // namespace app::cli
