// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/case_examination.h"

#include "app/cli/case_text.h"
#include "app/cli/exit_codes.h"
#include "app/cli/ordered_work.h"
#include "core/inference/examine_file.h"

namespace app::cli {

using core::ErrorCode;
using core::cases::Exhibit;
using core::cases::ExhibitState;
using core::examination::Examination;

int CaseExamination::run(const InputList& inputs, core::cases::Keeping keeping) {
    m_hasFailed = inputs.hasProblem;
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
        m_context.status.show("Taking in " + std::to_string(i + 1) + " of " +
                              std::to_string(inputs.files.size()));
        if (m_context.interruption.isRequested())
            break;
        if (takeIn(inputs.files[i], keeping) == Step::Stop) {
            tellWhatIsIn(inputs, i);
            break;
        }
    }
    m_context.status.clear();
    if (m_context.interruption.isRequested())
        return kInterrupted;
    return examinePending();
}

CaseExamination::Step CaseExamination::takeIn(const InputFile& input,
                                              core::cases::Keeping keeping) {
    if (input.error) {
        tell(input.error->message);
        return Step::GoOn;
    }
    const auto intake = m_store.takeIn(input.path, keeping, m_context.interruption.token());
    if (intake && intake->result != core::cases::IntakeResult::KnownAlready && !input.note.empty())
        m_context.status.say("Exhibit " + std::to_string(intake->exhibit.number) + ": " +
                             input.note);
    if (intake)
        m_takenIn.push_back("exhibit " + std::to_string(intake->exhibit.number) + ", " +
                            input.path.string());
    if (intake || intake.error().code == ErrorCode::Cancelled)
        return Step::GoOn;
    tell(intake.error().message);
    // A full disk will not take in the next file either.
    return intake.error().code == ErrorCode::WriteFailed ? Step::Stop : Step::GoOn;
}

void CaseExamination::tellWhatIsIn(const InputList& inputs, std::size_t tried) {
    for (const std::string& line : m_takenIn)
        m_context.status.say("In the case: " + line);
    for (std::size_t i = tried; i < inputs.files.size(); ++i)
        m_context.status.say("Not in the case: " + inputs.files[i].path.string());
    m_context.status.say(std::to_string(m_takenIn.size()) + " of " +
                         std::to_string(inputs.files.size()) + " files are in the case, " +
                         std::to_string(inputs.files.size() - tried) +
                         " are not. Make room and give the same command again.");
}

int CaseExamination::examinePending() {
    const auto exhibits = m_store.exhibits();
    if (!exhibits) {
        tell(exhibits.error().message);
        return kSomeFailed;
    }
    std::vector<Exhibit> pending;
    for (const Exhibit& exhibit : *exhibits) {
        if (exhibit.state != ExhibitState::Examined && exhibit.duplicateOf == 0)
            pending.push_back(exhibit);
    }
    if (pending.empty())
        return m_hasFailed ? kSomeFailed : kAllDone;
    auto engines = EnginePool::start(m_work.engine, pending.size(), m_context);
    if (!engines)
        return tellEngineFailure(engines.error(), m_context);
    using Outcome = core::Result<Examination>;
    OrderedWork<Outcome> work(
        [&](std::size_t index, std::size_t worker,
            const std::stop_token& stop) -> std::optional<Outcome> {
            engines->shareCores();
            return core::inference::examineFile(m_store.evidencePath(pending[index]),
                                                engines->engine(worker), m_work.rules, {}, stop);
        },
        [&](std::size_t index, Outcome outcome) {
            m_context.status.show(std::to_string(index + 1) + " of " +
                                  std::to_string(pending.size()) + " pictures");
            if (record(pending[index], std::move(outcome)) == Step::GoOn)
                return true;
            for (std::size_t i = index; i < pending.size() && !m_context.output.isBroken(); ++i)
                m_context.status.say("In the case without a result: exhibit " +
                                     std::to_string(pending[i].number) + ", " +
                                     pending[i].receivedPath);
            return false;
        });
    work.run(pending.size(), engines->size(), m_context.interruption.token());
    m_context.status.clear();
    if (m_context.interruption.isRequested())
        return kInterrupted;
    if (m_context.output.isBroken())
        return tellBrokenOutput(m_context);
    return m_hasFailed ? kSomeFailed : kAllDone;
}

CaseExamination::Step CaseExamination::record(const Exhibit& exhibit,
                                              core::Result<Examination> outcome) {
    if (!outcome && outcome.error().code == ErrorCode::Cancelled)
        return Step::GoOn;
    Exhibit shown = exhibit;
    core::Result<void> recorded;
    if (outcome) {
        outcome->source.path = exhibit.receivedPath;
        recorded = m_store.recordExamination(exhibit.number, *outcome);
        shown.state = ExhibitState::Examined;
        shown.verdict = outcome->verdict;
        shown.pFake = outcome->pFake;
        shown.error.reset();
    } else {
        recorded = m_store.recordFailure(exhibit.number, outcome.error());
        m_hasFailed = true;
        shown.state = ExhibitState::Failed;
        shown.error = outcome.error();
    }
    m_context.status.clear();
    if (!recorded) {
        tell(recorded.error().message);
        return recorded.error().code == ErrorCode::WriteFailed ? Step::Stop : Step::GoOn;
    }
    return m_context.output.write(exhibitText(shown, outcome ? &*outcome : nullptr)) ? Step::GoOn
                                                                                     : Step::Stop;
}

} // namespace app::cli
