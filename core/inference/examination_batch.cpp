// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/examination_batch.h"

#include <utility>

namespace core::inference {

void ExaminationBatch::begin(std::uint64_t id, const std::filesystem::path& path,
                             const IntakeRules& rules, const EngineCallbacks& callbacks,
                             std::stop_token stop) {
    if (m_engine.capacity() == 1) {
        m_finished.push_back(
            {id, examineFile(path, m_engine, rules, callbacks, std::move(stop), m_documents)});
        return;
    }
    auto takenIn = takeInFile(path, rules, stop, m_documents);
    if (!takenIn) {
        m_finished.push_back({id, tl::unexpected(takenIn.error())});
        return;
    }
    const auto ticket = m_engine.begin(takenIn->input, callbacks, std::move(stop));
    if (!ticket) {
        m_finished.push_back({id, tl::unexpected(ticket.error())});
        return;
    }
    m_running.emplace(*ticket, Running{id, std::move(*takenIn)});
}

std::vector<ExaminationBatch::Finished> ExaminationBatch::advance() {
    std::vector<Finished> finished = std::exchange(m_finished, {});
    for (Judged& judged : m_engine.advance()) {
        auto running = m_running.extract(judged.ticket);
        if (running.empty())
            continue;
        Finished ended{running.mapped().id, std::move(judged.examination)};
        if (ended.examination)
            ended.examination =
                completed(std::move(*ended.examination), std::move(running.mapped().takenIn));
        finished.push_back(std::move(ended));
    }
    return finished;
}

} // namespace core::inference
