// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine_choice.h"

#include <QString>

namespace ui::engines {

/// The choice of a checkpoint folder, as Qt names it.
/// @param base  of a folder that holds an adapter alone; empty: as the adapter names it
[[nodiscard]] core::inference::EngineChoice folderChoice(const QString& folder,
                                                         const QString& base = {});

/// Full path of the choice's checkpoint or adapter folder; empty when it needs none.
[[nodiscard]] QString folderOf(const core::inference::EngineChoice& choice);

/// "Embedded engine", "FakeVLM: my-checkpoint".
[[nodiscard]] QString engineTitle(const core::inference::EngineChoice& choice);

/// What the engine is and what it costs, two or three sentences.
[[nodiscard]] QString engineDescription(core::inference::EngineKind kind);

} // namespace ui::engines
