// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/analysis_queue.h"

#include <QStringList>

#include <variant>
#include <vector>

namespace tests {

/// Gives jobs to pictures that no list knows, numbered behind those that the queue has.
inline std::vector<core::inference::JobId> addJobs(core::inference::AnalysisQueue& queue,
                                                   const QStringList& paths) {
    std::vector<core::inference::JobId> ids;
    for (qsizetype i = 0; i < paths.size(); ++i)
        ids.push_back(static_cast<core::inference::JobId>(queue.total() + 1 + i));
    queue.add(ids, paths);
    return ids;
}

inline core::inference::TaskId examining(core::inference::JobId id) {
    return {core::inference::TaskKind::Examine, id};
}

/// What the worker says when a picture is done.
inline void complete(core::inference::AnalysisQueue& queue,
                     const core::inference::AnalysisOutcome& outcome) {
    core::inference::TaskResult result{examining(outcome.id)};
    if (outcome.examination)
        result.value = core::inference::TaskValue(*outcome.examination);
    else
        result.value = tl::unexpected(outcome.examination.error());
    queue.complete(result);
}

inline QString pathOf(const core::inference::EngineTask& task) {
    return std::get<core::inference::ExaminePicture>(task.work).path;
}

} // namespace tests
