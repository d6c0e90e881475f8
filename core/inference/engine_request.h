// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/examination/examination.h"
#include "core/inference/engine_choice.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <stop_token>

namespace core::inference {

/// Travels to the worker by value: load this engine in place of the present one.
struct EngineRequest {
    std::uint64_t id = 0; ///< tells the answers to a later request from those to an earlier one
    EngineChoice choice;
    std::stop_token stop;
};

/// At most 20 a second.
struct EngineProgress {
    std::uint64_t id = 0;
    QString stage;
    double fraction = 0; ///< 0 to 1
};

/// The engine works from now on.
struct EngineInUse {
    std::uint64_t id = 0; ///< 0: loaded for a picture before any request
    EngineChoice choice;
    examination::EngineRecord record;
    int slotCount = 1; ///< pictures that it judges at the same time
};

/// The engine before stays in use.
struct EngineFailure {
    std::uint64_t id = 0;
    EngineChoice choice;
    Error error;
};

} // namespace core::inference

Q_DECLARE_METATYPE(core::inference::EngineChoice)
Q_DECLARE_METATYPE(core::inference::EngineRequest)
Q_DECLARE_METATYPE(core::inference::EngineProgress)
Q_DECLARE_METATYPE(core::inference::EngineInUse)
Q_DECLARE_METATYPE(core::inference::EngineFailure)
