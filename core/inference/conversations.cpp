// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/conversations.h"

#include <utility>

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
    QuestionRequest request;
    request.id = ++m_lastId;
    request.path = m_queue->path(picture);
    request.sha256 = examination.source.sha256;
    request.modelSha256 = examination.engine.modelSha256;
    request.inquiry.question = trimmed.toStdString();
    std::vector<Turn>& turns = m_turns[picture];
    // A question that was cancelled or failed left nothing with the model.
    for (const Turn& turn : turns) {
        if (turn.state == Turn::State::Answered)
            request.inquiry.earlier.push_back(turn.question.toStdString());
    }
    request.limits = m_queue->limits();
    Pending& pending = m_pending[request.id];
    pending.picture = picture;
    request.stop = pending.stop.get_token();
    turns.push_back({trimmed, {}, Turn::State::Asking, {}});
    Q_EMIT changed(picture);
    Q_EMIT requested(request);
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

void Conversations::receivePiece(std::uint64_t question, const QString& piece) {
    const auto found = m_pending.find(question);
    if (found == m_pending.end())
        return;
    m_turns.at(found->second.picture).back().answer += piece;
    Q_EMIT changed(found->second.picture);
}

void Conversations::complete(const QuestionOutcome& outcome) {
    const auto found = m_pending.find(outcome.id);
    if (found == m_pending.end())
        return; // the picture was examined anew meanwhile
    const JobId picture = found->second.picture;
    m_pending.erase(found);
    Turn& turn = m_turns.at(picture).back();
    if (outcome.answer) {
        turn.answer = *outcome.answer;
        turn.state = Turn::State::Answered;
    } else if (outcome.answer.error().code == ErrorCode::Cancelled) {
        turn.state = Turn::State::Cancelled;
    } else {
        turn.state = Turn::State::Failed;
        turn.error = outcome.answer.error();
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
