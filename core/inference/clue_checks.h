// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/inference/analysis_queue.h"
#include "core/inference/engine_task.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace core::inference {

/// Checks of clues by occlusion, asked for by the user. Lives in the window's thread. One check per
/// picture at a time; its result goes to the queue, which gives it to everybody as the picture's
/// new result.
class ClueChecks : public QObject {
    Q_OBJECT

  public:
    /// What became of the latest check of a picture.
    struct State {
        bool isRunning = false;
        double fraction = 0;        ///< while it runs
        std::optional<Error> error; ///< why it gave nothing; none when it was cancelled
    };

    /// @param queue  knows the pictures; outlives this
    explicit ClueChecks(AnalysisQueue* queue, QObject* parent = nullptr);
    ~ClueChecks() override;

    /// @param clues  indices; empty for all that have regions
    void check(JobId picture, std::shared_ptr<const examination::Examination> examination,
               std::vector<std::size_t> clues);
    void cancel(JobId picture);
    void cancelAll();
    [[nodiscard]] State state(JobId picture) const;

  public Q_SLOTS:
    // From the worker; what is about other tasks is ignored.
    void report(const core::inference::TaskProgress& progress);
    void complete(const core::inference::TaskResult& result);

  Q_SIGNALS:
    void requested(const core::inference::EngineTask& task); ///< to the worker
    void changed(core::inference::JobId picture);

  private:
    struct Entry {
        std::uint64_t check = 0; ///< 0: none is running
        std::stop_source stop;
        double fraction = 0;
        std::optional<Error> error;
    };
    [[nodiscard]] std::optional<JobId> pictureOf(const TaskId& task) const;

    AnalysisQueue* m_queue;
    std::unordered_map<JobId, Entry> m_entries;
    std::uint64_t m_lastId = 0;
};

} // namespace core::inference
