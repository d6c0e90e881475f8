// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/engine_catalog.h"

#include "core/base/data_directory.h"
#include "core/inference/embedded/embedded_engine.h"

namespace core::inference {

std::vector<EngineDescription> engineCatalog() {
    return {
        {EngineKind::Embedded, "embedded", false},
    };
}

Result<std::unique_ptr<Engine>> makeEngine(const EngineChoice& choice) {
    switch (choice.kind) {
    case EngineKind::Embedded: {
        auto data = dataDirectory();
        if (!data)
            return tl::unexpected(data.error());
        return std::make_unique<EmbeddedEngine>(*data / "models" / "embedded");
    }
    case EngineKind::FakeVlm:
    case EngineKind::Remote:
        break;
    }
    return fail(ErrorCode::EngineUnavailable,
                "This engine is not part of this version of Clueglass; "
                "choose the embedded engine.");
}

} // namespace core::inference
