// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/analysis_outcome.h"
#include "core/inference/analysis_request.h"

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

/// Which picture is examined next. Lives in the window's thread; hands one request at a time to the
/// worker. Every job ends in exactly one finished(); amend() may send another.
class AnalysisQueue : public QObject {
    Q_OBJECT

  public:
    explicit AnalysisQueue(const image::DecodeLimits& limits, QObject* parent = nullptr);
    ~AnalysisQueue() override;

    /// For the requests from now on.
    void setLimits(const image::DecodeLimits& limits);
    /// Appends one job per path and returns their ids, in order.
    std::vector<JobId> add(const QStringList& paths);
    /// The same under ids that the caller chose; none of them may be known here already.
    void addAs(const std::vector<JobId>& ids, const QStringList& paths);
    /// Forgets all jobs without a word: another case is opened. The running one is cancelled and
    /// its answer dropped.
    void clear();
    /// Examines a finished, failed or cancelled job again.
    void retry(JobId id);
    /// The picture on screen: it goes first among the waiting ones.
    void moveToFront(JobId id);
    /// Puts a better result into a finished job's place: another finished() for it.
    void amend(JobId id, std::shared_ptr<const examination::Examination> examination);
    void cancel(JobId id);
    void cancelAll();
    /// The running job goes on; no other starts until resume().
    void pause();
    void resume();

    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] std::optional<JobState> state(JobId id) const;
    [[nodiscard]] QString path(JobId id) const;
    /// What a language model has said so far about the picture that is being examined; empty for
    /// every other.
    [[nodiscard]] QString answerSoFar(JobId id) const;
    [[nodiscard]] const image::DecodeLimits& limits() const { return m_limits; }
    [[nodiscard]] int count(JobState state) const;
    [[nodiscard]] int total() const { return static_cast<int>(m_jobs.size()); }
    /// From the mean time of the jobs done so far; nothing before the first.
    [[nodiscard]] std::optional<qint64> remainingMilliseconds() const;

  public Q_SLOTS:
    void complete(const core::inference::AnalysisOutcome& outcome);
    void report(const core::inference::AnalysisProgress& progress);
    void receivePiece(core::inference::JobId id, const QString& piece);

  Q_SIGNALS:
    void requested(const core::inference::AnalysisRequest& request); ///< to the worker
    void stateChanged(core::inference::JobId id, core::inference::JobState state);
    void progressed(const core::inference::AnalysisProgress& progress);
    void answerGrew(core::inference::JobId id, const QString& piece);
    void finished(const core::inference::AnalysisOutcome& outcome);
    void changed(); ///< counts, pause or remaining time

  private:
    struct Job {
        QString path;
        JobState state = JobState::Waiting;
        std::stop_source stop;
    };

    void startNext();
    void setState(JobId id, JobState state);
    void finishWithoutWorker(JobId id);

    image::DecodeLimits m_limits;
    std::unordered_map<JobId, Job> m_jobs;
    std::unordered_map<int, int> m_counts; ///< by JobState
    std::deque<JobId> m_waiting;
    std::optional<JobId> m_running;
    QString m_answer; ///< of the running job
    JobId m_lastId = 0;
    bool m_isPaused = false;
    QElapsedTimer m_runningSince;
    qint64 m_busyMilliseconds = 0;
    int m_timedJobs = 0;
};

} // namespace core::inference
