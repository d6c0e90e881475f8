// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/clue_checks.h"

#include <utility>
#include <variant>

namespace core::inference {

ClueChecks::ClueChecks(AnalysisQueue* queue, QObject* parent) : QObject(parent), m_queue(queue) {
    connect(m_queue, &AnalysisQueue::stateChanged, this, [this](JobId id, JobState state) {
        // A picture that is examined anew gets new clues.
        if ((state == JobState::Waiting || state == JobState::Running) && m_entries.contains(id)) {
            cancel(id);
            m_entries.erase(id);
            Q_EMIT changed(id);
        }
    });
}

ClueChecks::~ClueChecks() {
    cancelAll();
}

void ClueChecks::check(JobId picture, std::shared_ptr<const examination::Examination> examination,
                       std::vector<std::size_t> clues) {
    Entry& entry = m_entries[picture];
    if (!examination || entry.check != 0)
        return;
    entry = Entry{};
    entry.check = ++m_lastId;
    const EngineTask task{
        entry.check, CheckClues{m_queue->path(picture), std::move(examination), std::move(clues)},
        entry.stop.get_token(), m_queue->limits()};
    Q_EMIT changed(picture);
    Q_EMIT requested(task);
}

void ClueChecks::cancel(JobId picture) {
    if (const auto found = m_entries.find(picture); found != m_entries.end())
        found->second.stop.request_stop();
}

void ClueChecks::cancelAll() {
    for (auto& [picture, entry] : m_entries)
        entry.stop.request_stop();
}

ClueChecks::State ClueChecks::state(JobId picture) const {
    const auto found = m_entries.find(picture);
    if (found == m_entries.end())
        return {};
    return {found->second.check != 0, found->second.fraction, found->second.error};
}

std::optional<JobId> ClueChecks::pictureOf(const TaskId& task) const {
    for (const auto& [picture, entry] : m_entries)
        if (task == TaskId{TaskKind::Check, entry.check})
            return picture;
    return std::nullopt;
}

void ClueChecks::report(const TaskProgress& progress) {
    if (const auto picture = pictureOf(progress.id)) {
        m_entries.at(*picture).fraction = progress.fraction;
        Q_EMIT changed(*picture);
    }
}

void ClueChecks::complete(const TaskResult& result) {
    const auto picture = pictureOf(result.id);
    if (!picture)
        return; // the picture was examined anew meanwhile
    Entry& entry = m_entries.at(*picture);
    entry.check = 0;
    if (!result.value && result.value.error().code != ErrorCode::Cancelled)
        entry.error = result.value.error();
    Q_EMIT changed(*picture);
    if (result.value)
        m_queue->amend(*picture,
                       std::get<std::shared_ptr<const examination::Examination>>(*result.value));
}

} // namespace core::inference
