// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/model_folder.h"

#include "core/model/checkpoint/model_parts.h"
#include "core/model/checkpoint_check.h"

#include <utility>

namespace core::inference {

namespace {

ModelFile::State stateOf(model::CheckpointFile::State state) {
    switch (state) {
    case model::CheckpointFile::State::Present:
        return ModelFile::State::Present;
    case model::CheckpointFile::State::Missing:
        return ModelFile::State::Missing;
    case model::CheckpointFile::State::Damaged:
        break;
    }
    return ModelFile::State::Damaged;
}

} // namespace

ModelFolderReport inspectModelFolder(const std::filesystem::path& folder,
                                     const std::filesystem::path& base) {
    ModelFolderReport report;
    report.isAdapter = model::isAdapterFolder(folder);
    const bool hasOwnBase = report.isAdapter && !base.empty();
    model::CheckpointReport checked =
        hasOwnBase ? model::checkCheckpoint(base, folder) : model::checkCheckpoint(folder);
    report.isReady = checked.isReady;
    report.code = checked.code;
    report.kind = std::move(checked.kind);
    report.storedPrecision = std::move(checked.storedPrecision);
    report.parameters = checked.parameters;
    report.weightBytes = checked.weightBytes;
    report.problems = std::move(checked.problems);
    report.notes = std::move(checked.notes);
    for (model::CheckpointFile& file : checked.files)
        report.files.push_back(
            {std::move(file.name), file.bytes, stateOf(file.state), std::move(file.problem)});
    for (const model::MemoryNeed& need : checked.memory)
        report.memory.push_back({need.precision, need.bytes});
    return report;
}

} // namespace core::inference
