// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/examination/examination.h"
#include "core/inference/engine_choice.h"
#include "core/inference/engine_input.h"
#include "core/inference/intake_rules.h"

#include <QMetaType>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace core::inference {

/// Load this engine in place of the present one, which stays when this fails or is stopped.
struct LoadEngine {
    EngineChoice choice;
};

struct ExaminePicture {
    QString path;
};

/// Check clues by occlusion, see LanguageAbilities.
struct CheckClues {
    QString path;
    std::shared_ptr<const examination::Examination> examination;
    std::vector<std::size_t> clues = {}; ///< empty: all with regions
};

/// Ask further about a picture that was examined.
struct AskQuestion {
    QString path;
    std::string sha256;      ///< of the file when it was examined
    std::string modelSha256; ///< of the model that examined it
    Inquiry inquiry;
};

/// In the order of EngineWork.
enum class TaskKind { Load, Examine, Check, Ask };
using EngineWork = std::variant<LoadEngine, ExaminePicture, CheckClues, AskQuestion>;

/// Each kind is numbered by whoever asks for it.
struct TaskId {
    TaskKind kind = TaskKind::Examine;
    std::uint64_t number = 0;

    auto operator<=>(const TaskId&) const = default;
};

/// Travels to the worker by value. Whoever asks for it holds the stop source.
struct EngineTask {
    std::uint64_t number = 0;
    EngineWork work;
    std::stop_token stop;
    IntakeRules rules = {};

    [[nodiscard]] TaskId id() const { return {static_cast<TaskKind>(work.index()), number}; }
};

/// At most 20 a second for each task.
struct TaskProgress {
    TaskId id;
    QString stage;       ///< untranslated: "read", "decode", "noise_residual", ...
    double fraction = 0; ///< of the whole task, 0 to 1
};

/// What a loaded engine is: it works from now on.
struct EngineInUse {
    EngineChoice choice;
    examination::EngineRecord record;
    int slotCount = 1; ///< pictures that it judges at the same time
};

/// An engine for LoadEngine, an examination for ExaminePicture and CheckClues, the answer for
/// AskQuestion. Examinations are shared: they are large and go to several views.
using TaskValue =
    std::variant<EngineInUse, std::shared_ptr<const examination::Examination>, QString>;

/// Every task ends in exactly one.
struct TaskResult {
    TaskId id;
    Result<TaskValue> value = fail(ErrorCode::Internal, "The task was not carried out.");
};

} // namespace core::inference

Q_DECLARE_METATYPE(core::inference::EngineChoice)
Q_DECLARE_METATYPE(core::inference::EngineTask)
Q_DECLARE_METATYPE(core::inference::TaskId)
Q_DECLARE_METATYPE(core::inference::TaskProgress)
Q_DECLARE_METATYPE(core::inference::TaskResult)
