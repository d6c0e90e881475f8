// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/clue_checks.h"

#include <utility>

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
    CheckRequest request;
    request.id = entry.check;
    request.path = m_queue->path(picture);
    request.examination = std::move(examination);
    request.clues = std::move(clues);
    request.limits = m_queue->limits();
    request.stop = entry.stop.get_token();
    Q_EMIT changed(picture);
    Q_EMIT requested(request);
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

std::optional<JobId> ClueChecks::pictureOf(std::uint64_t check) const {
    for (const auto& [picture, entry] : m_entries)
        if (entry.check == check)
            return picture;
    return std::nullopt;
}

void ClueChecks::report(std::uint64_t check, double fraction) {
    if (const auto picture = pictureOf(check)) {
        m_entries.at(*picture).fraction = fraction;
        Q_EMIT changed(*picture);
    }
}

void ClueChecks::complete(const CheckOutcome& outcome) {
    const auto picture = pictureOf(outcome.id);
    if (!picture)
        return; // the picture was examined anew meanwhile
    Entry& entry = m_entries.at(*picture);
    entry.check = 0;
    if (!outcome.examination && outcome.examination.error().code != ErrorCode::Cancelled)
        entry.error = outcome.examination.error();
    Q_EMIT changed(*picture);
    if (outcome.examination)
        m_queue->amend(*picture, *outcome.examination);
}

} // namespace core::inference
