// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/analysis_queue.h"

#include <QStringList>

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

} // namespace tests
