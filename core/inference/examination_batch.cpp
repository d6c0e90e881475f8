// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/examination_batch.h"

#include <exception>
#include <string_view>
#include <utility>

namespace core::inference {

namespace {

/// Shares of the whole job that intake takes, for one steadily growing progress bar.
constexpr double kReadShare = 0.02;
constexpr double kIntakeShare = 0.1;

EngineCallbacks afterIntake(const EngineCallbacks& callbacks) {
    EngineCallbacks inner = callbacks;
    if (callbacks.progress)
        inner.progress = [progress = callbacks.progress](std::string_view stage, double fraction) {
            progress(stage, kIntakeShare + (1 - kIntakeShare) * fraction);
        };
    return inner;
}

} // namespace

void ExaminationBatch::begin(std::uint64_t id, const std::filesystem::path& path,
                             const IntakeRules& rules, const EngineCallbacks& callbacks,
                             std::stop_token stop) {
    try {
        if (callbacks.progress)
            callbacks.progress("read", kReadShare);
        auto takenIn = takeInFile(path, rules, stop, m_documents);
        if (!takenIn) {
            m_finished.push_back({id, tl::unexpected(takenIn.error())});
            return;
        }
        const auto ticket = m_engine.begin(takenIn->input, afterIntake(callbacks), std::move(stop));
        if (!ticket)
            m_finished.push_back({id, tl::unexpected(ticket.error())});
        else
            m_running.emplace(*ticket, Running{id, std::move(*takenIn)});
    } catch (const std::exception& error) {
        m_finished.push_back({id, failureOf(error)});
    }
}

std::vector<ExaminationBatch::Finished> ExaminationBatch::advance() {
    std::vector<Finished> finished = std::exchange(m_finished, {});
    if (!finished.empty()) // said before the others go on
        return finished;
    for (EngineResult& result : m_engine.advance()) {
        auto running = m_running.extract(result.ticket);
        if (running.empty())
            continue;
        Finished ended{running.mapped().id, std::move(result.examination)};
        if (ended.examination)
            ended.examination =
                completed(std::move(*ended.examination), std::move(running.mapped().takenIn));
        finished.push_back(std::move(ended));
    }
    return finished;
}

} // namespace core::inference
