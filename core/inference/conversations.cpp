// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/conversations.h"

#include <utility>
#include <variant>

namespace core::inference {

Conversations::Conversations(AnalysisQueue* queue, QObject* parent)
    : QObject(parent), m_queue(queue) {
    connect(m_queue, &AnalysisQueue::stateChanged, this, [this](JobId id, JobState state) {
        if (state == JobState::Waiting || state == JobState::Running)
            forget(id);
    });
}

Conversations::~Conversations() {
    cancelAll();
}

void Conversations::ask(JobId picture, const examination::Examination& examination,
                        const QString& question) {
    const QString trimmed = question.trimmed();
    if (trimmed.isEmpty() || isAsking(picture))
        return;
    AskQuestion asked{m_queue->path(picture),
                      examination.source.sha256,
                      examination.engine.modelSha256,
                      {trimmed.toStdString(), {}}};
    std::vector<Turn>& turns = m_turns[picture];
    // A question that was cancelled or failed left nothing with the model.
    for (const Turn& turn : turns) {
        if (turn.state == Turn::State::Answered)
            asked.inquiry.earlier.push_back(turn.question.toStdString());
    }
    Pending& pending = m_pending[++m_lastId];
    pending.picture = picture;
    const EngineTask task{m_lastId, std::move(asked), pending.stop.get_token(), m_queue->limits()};
    turns.push_back({trimmed, {}, Turn::State::Asking, {}});
    Q_EMIT changed(picture);
    Q_EMIT requested(task);
}

void Conversations::cancel(JobId picture) {
    for (auto& [id, pending] : m_pending) {
        if (pending.picture == picture)
            pending.stop.request_stop();
    }
}

void Conversations::cancelAll() {
    for (auto& [id, pending] : m_pending)
        pending.stop.request_stop();
}

const std::vector<Turn>& Conversations::turns(JobId picture) const {
    static const std::vector<Turn> kNone;
    const auto found = m_turns.find(picture);
    return found == m_turns.end() ? kNone : found->second;
}

bool Conversations::isAsking(JobId picture) const {
    const std::vector<Turn>& all = turns(picture);
    return !all.empty() && all.back().state == Turn::State::Asking;
}

void Conversations::receivePiece(const TaskId& task, const QString& piece) {
    const auto found = m_pending.find(task.number);
    if (task.kind != TaskKind::Ask || found == m_pending.end())
        return;
    m_turns.at(found->second.picture).back().answer += piece;
    Q_EMIT changed(found->second.picture);
}

void Conversations::complete(const TaskResult& result) {
    const auto found = m_pending.find(result.id.number);
    if (result.id.kind != TaskKind::Ask || found == m_pending.end())
        return; // the picture was examined anew meanwhile
    const JobId picture = found->second.picture;
    m_pending.erase(found);
    Turn& turn = m_turns.at(picture).back();
    if (result.value) {
        turn.answer = std::get<QString>(*result.value);
        turn.state = Turn::State::Answered;
    } else if (result.value.error().code == ErrorCode::Cancelled) {
        turn.state = Turn::State::Cancelled;
    } else {
        turn.state = Turn::State::Failed;
        turn.error = result.value.error();
    }
    Q_EMIT changed(picture);
}

void Conversations::forget(JobId picture) {
    cancel(picture);
    std::erase_if(m_pending, [&](const auto& entry) { return entry.second.picture == picture; });
    if (m_turns.erase(picture) > 0)
        Q_EMIT changed(picture);
}

} // namespace core::inference
