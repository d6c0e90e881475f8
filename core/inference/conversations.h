// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/inference/analysis_queue.h"
#include "core/inference/engine_task.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace core::inference {

/// One question and what became of it.
struct Turn {
    enum class State { Asking, Answered, Cancelled, Failed };
    QString question;
    QString answer; ///< grows while it is Asking
    State state = State::Asking;
    std::optional<Error> error; ///< when Failed
};

/// The questions asked about each picture, as long as the program runs. Lives in the window's
/// thread. One question per picture at a time.
class Conversations : public QObject {
    Q_OBJECT

  public:
    /// @param queue  knows the pictures; outlives this. Examining a picture anew ends its
    ///               conversation.
    explicit Conversations(AnalysisQueue* queue, QObject* parent = nullptr);
    ~Conversations() override;

    /// Does nothing while the picture's last question is unanswered, or for an empty question.
    void ask(JobId picture, const examination::Examination& examination, const QString& question);
    /// Stops the picture's question in progress.
    void cancel(JobId picture);
    void cancelAll();
    [[nodiscard]] const std::vector<Turn>& turns(JobId picture) const;
    [[nodiscard]] bool isAsking(JobId picture) const;

  public Q_SLOTS:
    // From the worker; what is about other tasks is ignored.
    void receivePiece(const core::inference::TaskId& task, const QString& piece);
    void complete(const core::inference::TaskResult& result);

  Q_SIGNALS:
    void requested(const core::inference::EngineTask& task); ///< to the worker
    void changed(core::inference::JobId picture);

  private:
    struct Pending {
        JobId picture = 0;
        std::stop_source stop;
    };
    void forget(JobId picture);

    AnalysisQueue* m_queue;
    std::unordered_map<JobId, std::vector<Turn>> m_turns;
    std::unordered_map<std::uint64_t, Pending> m_pending; ///< by the question's id
    std::uint64_t m_lastId = 0;
};

} // namespace core::inference
