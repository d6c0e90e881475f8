// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/analysis_outcome.h"
#include "core/inference/engine_task.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>

#include <deque>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace core::inference {

enum class JobState { Waiting, Running, Done, Failed, Cancelled };

/// Which picture is examined next. Lives in the window's thread; hands as many requests to the
/// worker as its engine judges at the same time. Every job ends in exactly one finished(); amend()
/// may send another.
class AnalysisQueue : public QObject {
    Q_OBJECT

  public:
    explicit AnalysisQueue(const image::DecodeLimits& limits, QObject* parent = nullptr);
    ~AnalysisQueue() override;

    /// For the requests from now on.
    void setLimits(const image::DecodeLimits& limits);
    /// The lists that credentials are compared with, for the requests from now on.
    void setTrust(std::shared_ptr<const examination::TrustLists> lists);
    /// Appends one job per path, under the ids of the pictures; none of them may be known here.
    void add(const std::vector<JobId>& ids, const QStringList& paths);
    /// How many pictures the engine judges at the same time, at least 1. Those that run go on.
    void setSlotCount(int pictures);
    /// Forgets all jobs without a word: another case is opened. The running ones are cancelled and
    /// their answers dropped.
    void clear();
    /// Examines a finished, failed or cancelled job again.
    void retry(JobId id);
    /// The picture on screen: it goes first among the waiting ones.
    void moveToFront(JobId id);
    /// Puts a better result into a finished job's place: another finished() for it.
    void amend(JobId id, std::shared_ptr<const examination::Examination> examination);
    void cancel(JobId id);
    void cancelAll();
    /// The running jobs go on; no other starts until resume().
    void pause();
    void resume();

    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] std::optional<JobState> state(JobId id) const;
    [[nodiscard]] QString path(JobId id) const;
    /// What a language model has said so far about a picture that is being examined; empty for
    /// every other.
    [[nodiscard]] QString answerSoFar(JobId id) const;
    /// What a language model holds of a picture that it has not written about yet: the probability
    /// that it is fake.
    [[nodiscard]] std::optional<double> likelihood(JobId id) const;
    [[nodiscard]] const image::DecodeLimits& limits() const { return m_limits; }
    [[nodiscard]] int count(JobState state) const;
    [[nodiscard]] int total() const { return static_cast<int>(m_jobs.size()); }
    /// From the mean time of the jobs done so far, which includes how many ran together; nothing
    /// before the first.
    [[nodiscard]] std::optional<qint64> remainingMilliseconds() const;

  public Q_SLOTS:
    // From the worker; what is about other tasks is ignored.
    void complete(const core::inference::TaskResult& result);
    void report(const core::inference::TaskProgress& progress);
    void receivePiece(const core::inference::TaskId& task, const QString& piece);
    void receiveLikelihood(const core::inference::TaskId& task, double pFake);

  Q_SIGNALS:
    void requested(const core::inference::EngineTask& task); ///< to the worker
    void stateChanged(core::inference::JobId id, core::inference::JobState state);
    void progressed(const core::inference::AnalysisProgress& progress);
    void answerGrew(core::inference::JobId id, const QString& piece);
    void likelihoodKnown(core::inference::JobId id, double pFake);
    void finished(const core::inference::AnalysisOutcome& outcome);
    void changed(); ///< counts, pause or remaining time

  private:
    struct Job {
        QString path;
        JobState state = JobState::Waiting;
        std::stop_source stop;
    };

    /// What came of a running job so far.
    struct Run {
        QString answer;
        std::optional<double> likelihood;
    };

    void startNext();
    [[nodiscard]] Run* runOf(const TaskId& task);
    void countBusyTime();
    void setState(JobId id, JobState state);
    void finishWithoutWorker(JobId id);

    image::DecodeLimits m_limits;
    std::shared_ptr<const examination::TrustLists> m_trust;
    std::unordered_map<JobId, Job> m_jobs;
    std::unordered_map<int, int> m_counts; ///< by JobState
    std::deque<JobId> m_waiting;
    std::unordered_map<JobId, Run> m_running;
    int m_slotCount = 1;
    bool m_isPaused = false;
    QElapsedTimer m_busySince; ///< the time before it is counted; valid while any job runs
    qint64 m_busyMilliseconds = 0;
    int m_timedJobs = 0;
};

} // namespace core::inference
