// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine_task.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace ui::engines {

/// Everything that the engine dialog shows.
struct EngineState {
    QStringList folders;          ///< the checkpoint folders that the program remembers
    QMap<QString, QString> bases; ///< the base model's folder that was chosen for an adapter's
    std::optional<core::inference::EngineInUse> inUse;
    std::optional<core::inference::EngineChoice> loading;
    double fraction = 0; ///< of the loading
    QString problem;     ///< why the last choice could not be loaded; empty when it could
};

} // namespace ui::engines
