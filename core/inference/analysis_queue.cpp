// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/analysis_queue.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

namespace core::inference {

AnalysisQueue::AnalysisQueue(const image::DecodeLimits& limits, QObject* parent)
    : QObject(parent), m_limits(limits) {}

AnalysisQueue::~AnalysisQueue() {
    for (auto& [id, job] : m_jobs)
        job.stop.request_stop();
}

void AnalysisQueue::setTrust(std::shared_ptr<const examination::TrustLists> lists) {
    m_trust = std::move(lists);
}

void AnalysisQueue::setLimits(const image::DecodeLimits& limits) {
    m_limits = limits;
}

void AnalysisQueue::add(const std::vector<JobId>& ids, const QStringList& paths) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        m_jobs.emplace(ids[i], Job{paths[static_cast<qsizetype>(i)], JobState::Waiting, {}});
        ++m_counts[static_cast<int>(JobState::Waiting)];
        m_waiting.push_back(ids[i]);
    }
    Q_EMIT changed();
    startNext();
}

void AnalysisQueue::setSlotCount(int pictures) {
    m_slotCount = std::max(1, pictures);
    startNext();
}

void AnalysisQueue::clear() {
    for (const auto& [id, run] : m_running)
        m_jobs.at(id).stop.request_stop();
    m_running.clear();
    m_busySince.invalidate();
    m_waiting.clear();
    m_jobs.clear();
    m_counts.clear();
    m_busyMilliseconds = 0;
    m_timedJobs = 0;
    Q_EMIT changed();
}

void AnalysisQueue::retry(JobId id) {
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end() || found->second.state == JobState::Waiting ||
        found->second.state == JobState::Running)
        return;
    found->second.stop = {};
    m_waiting.push_back(id);
    setState(id, JobState::Waiting);
    startNext();
}

void AnalysisQueue::amend(JobId id, std::shared_ptr<const examination::Examination> examination) {
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end() || job->second.state != JobState::Done)
        return;
    AnalysisOutcome outcome;
    outcome.id = id;
    outcome.path = job->second.path;
    outcome.examination = std::move(examination);
    Q_EMIT finished(outcome);
}

void AnalysisQueue::moveToFront(JobId id) {
    const auto found = std::find(m_waiting.begin(), m_waiting.end(), id);
    if (found == m_waiting.end())
        return;
    m_waiting.erase(found);
    m_waiting.push_front(id);
}

void AnalysisQueue::cancel(JobId id) {
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return;
    if (found->second.state == JobState::Running) {
        // The worker answers with a Cancelled outcome; complete() then ends the job.
        found->second.stop.request_stop();
    } else if (found->second.state == JobState::Waiting) {
        std::erase(m_waiting, id);
        finishWithoutWorker(id);
    }
}

void AnalysisQueue::cancelAll() {
    const std::deque<JobId> waiting = std::exchange(m_waiting, {});
    for (const JobId id : waiting)
        finishWithoutWorker(id);
    for (const auto& [id, run] : m_running)
        m_jobs.at(id).stop.request_stop();
    // Nothing is left that a pause could hold up, and what comes next shall not wait for ever.
    resume();
}

void AnalysisQueue::pause() {
    if (std::exchange(m_isPaused, true))
        return;
    Q_EMIT changed();
}

void AnalysisQueue::resume() {
    if (!std::exchange(m_isPaused, false))
        return;
    Q_EMIT changed();
    startNext();
}

std::optional<JobState> AnalysisQueue::state(JobId id) const {
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() ? std::nullopt : std::optional(found->second.state);
}

QString AnalysisQueue::path(JobId id) const {
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() ? QString() : found->second.path;
}

int AnalysisQueue::count(JobState state) const {
    const auto found = m_counts.find(static_cast<int>(state));
    return found == m_counts.end() ? 0 : found->second;
}

std::optional<qint64> AnalysisQueue::remainingMilliseconds() const {
    if (m_timedJobs == 0)
        return std::nullopt;
    const qint64 perJob = m_busyMilliseconds / m_timedJobs;
    const auto open = static_cast<qint64>(m_waiting.size() + m_running.size());
    const qint64 sinceLast = m_busySince.isValid() ? m_busySince.elapsed() : 0;
    return std::max<qint64>(0, perJob * open - sinceLast);
}

/// Adds the time since the last job ended, or since one runs at all.
void AnalysisQueue::countBusyTime() {
    m_busyMilliseconds += m_busySince.restart();
    if (m_running.empty())
        m_busySince.invalidate();
}

void AnalysisQueue::complete(const TaskResult& result) {
    // A late answer for a job that is no longer running is dropped.
    if (runOf(result.id) == nullptr)
        return;
    const JobId id = result.id.number;
    m_running.erase(id);
    AnalysisOutcome outcome{id, path(id), cancelled()};
    JobState state = JobState::Done;
    if (result.value) {
        outcome.examination =
            std::get<std::shared_ptr<const examination::Examination>>(*result.value);
        countBusyTime();
        ++m_timedJobs;
    } else {
        outcome.examination = tl::unexpected(result.value.error());
        state = result.value.error().code == ErrorCode::Cancelled ? JobState::Cancelled
                                                                  : JobState::Failed;
        if (m_running.empty())
            m_busySince.invalidate();
    }
    setState(id, state);
    Q_EMIT finished(outcome);
    startNext();
}

/// Null: another kind of task, or a job that is not running any more.
AnalysisQueue::Run* AnalysisQueue::runOf(const TaskId& task) {
    const auto run = m_running.find(task.number);
    return task.kind == TaskKind::Examine && run != m_running.end() ? &run->second : nullptr;
}

void AnalysisQueue::report(const TaskProgress& progress) {
    if (runOf(progress.id) != nullptr)
        Q_EMIT progressed({progress.id.number, progress.stage, progress.fraction});
}

void AnalysisQueue::receivePiece(const TaskId& task, const QString& piece) {
    Run* run = runOf(task);
    if (run == nullptr)
        return;
    run->answer += piece;
    Q_EMIT answerGrew(task.number, piece);
}

void AnalysisQueue::receiveLikelihood(const TaskId& task, double pFake) {
    Run* run = runOf(task);
    if (run == nullptr)
        return;
    run->likelihood = pFake;
    Q_EMIT likelihoodKnown(task.number, pFake);
}

QString AnalysisQueue::answerSoFar(JobId id) const {
    const auto run = m_running.find(id);
    return run == m_running.end() ? QString() : run->second.answer;
}

std::optional<double> AnalysisQueue::likelihood(JobId id) const {
    const auto run = m_running.find(id);
    return run == m_running.end() ? std::nullopt : run->second.likelihood;
}

void AnalysisQueue::startNext() {
    while (!m_isPaused && !m_waiting.empty() &&
           m_running.size() < static_cast<std::size_t>(m_slotCount)) {
        const JobId id = m_waiting.front();
        m_waiting.pop_front();
        m_running.emplace(id, Run{});
        if (!m_busySince.isValid())
            m_busySince.start();
        setState(id, JobState::Running);
        // Whoever heard of it may have cleared the queue.
        const auto job = m_jobs.find(id);
        if (job == m_jobs.end())
            continue;
        EngineTask task{id, ExaminePicture{job->second.path}, job->second.stop.get_token(),
                        m_limits};
        task.rules.trust = m_trust;
        Q_EMIT requested(task);
    }
}

void AnalysisQueue::setState(JobId id, JobState state) {
    Job& job = m_jobs.at(id);
    --m_counts[static_cast<int>(job.state)];
    job.state = state;
    ++m_counts[static_cast<int>(state)];
    Q_EMIT stateChanged(id, state);
    Q_EMIT changed();
}

void AnalysisQueue::finishWithoutWorker(JobId id) {
    setState(id, JobState::Cancelled);
    Q_EMIT finished({id, m_jobs.at(id).path, cancelled()});
}

} // namespace core::inference
