// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/engine_pool.h"
#include "app/cli/input_files.h"
#include "core/cases/case_store.h"
#include "core/inference/intake_rules.h"

#include <string>
#include <vector>

namespace app::cli {

/// How exhibits are examined.
struct CaseWork {
    EngineOptions engine;
    core::inference::IntakeRules rules;
};

/// Takes files into a case and examines what the case has not examined yet. Every exhibit and every
/// result is in the case as soon as it is there.
class CaseExamination {
  public:
    CaseExamination(core::cases::CaseStore& store, const CaseWork& work, CommandContext& context)
        : m_store(store), m_work(work), m_context(context) {}

    /// Prints a line for each file. @return the program's exit code
    [[nodiscard]] int run(const InputList& inputs, core::cases::Keeping keeping);

  private:
    enum class Step { GoOn, Stop };

    Step takeIn(const InputFile& input, core::cases::Keeping keeping);
    int examinePending();
    Step record(const core::cases::Exhibit& exhibit,
                core::Result<core::examination::Examination> outcome);
    void tell(const std::string& message) {
        m_hasFailed = true;
        m_context.status.say(message);
    }

    core::cases::CaseStore& m_store;
    const CaseWork& m_work;
    CommandContext& m_context;
    /// After a disk got full: what came in before, and what did not.
    void tellWhatIsIn(const InputList& inputs, std::size_t tried);

    bool m_hasFailed = false;
    std::vector<std::string> m_takenIn; ///< by this run, one line each
};

} // namespace app::cli
