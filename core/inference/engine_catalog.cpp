// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/engine_catalog.h"

#include "core/base/data_directory.h"
#include "core/inference/embedded/embedded_engine.h"
#include "core/inference/fakevlm/fakevlm_engine.h"
#include "core/inference/paired_engine.h"

#include <QStandardPaths>

namespace core::inference {

namespace {

Result<std::unique_ptr<Engine>> makeEmbedded() {
    auto data = dataDirectory();
    if (!data)
        return tl::unexpected(data.error());
    return std::make_unique<EmbeddedEngine>(*data / "models" / "embedded");
}

Result<std::unique_ptr<Engine>> makeFakeVlm(const EngineChoice& choice) {
    if (choice.modelDirectory.empty())
        return fail(ErrorCode::InvalidArgument,
                    "The FakeVLM engine needs the folder of its checkpoint.");
    FakeVlmEngine::Options options;
    options.directory = choice.modelDirectory;
    options.question = choice.prompt;
    options.batch = choice.batch;
    options.asksBothForms = choice.asksBothForms;
    options.adapter = choice.adapterDirectory;
    if (!choice.promptForm.empty()) {
        options.form = model::promptFormNamed(choice.promptForm);
        if (!options.form)
            return fail(ErrorCode::InvalidArgument, "There is no prompt form \"" +
                                                        choice.promptForm +
                                                        "\"; there are published, chat and own.");
        if (options.form == model::PromptForm::Own && choice.prompt.empty())
            return fail(ErrorCode::InvalidArgument,
                        "The prompt form \"own\" needs a question of your own.");
    }
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    if (!cache.isEmpty())
        options.knownDigests =
            std::filesystem::path(cache.toStdString()) / "clueglass" / "weights.json";
    // What the model says is held against what the other engine measures.
    auto measuring = makeEmbedded();
    if (!measuring)
        return measuring;
    return std::make_unique<PairedEngine>(std::make_unique<FakeVlmEngine>(std::move(options)),
                                          std::move(*measuring));
}

} // namespace

std::vector<EngineDescription> engineCatalog() {
    return {
        {EngineKind::Embedded, "embedded", false},
        {EngineKind::FakeVlm, "fakevlm", true},
    };
}

Result<std::unique_ptr<Engine>> makeEngine(const EngineChoice& choice) {
    switch (choice.kind) {
    case EngineKind::Embedded:
        return makeEmbedded();
    case EngineKind::FakeVlm:
        return makeFakeVlm(choice);
    case EngineKind::Remote:
        break;
    }
    return fail(ErrorCode::EngineUnavailable,
                "This engine is not part of this version of Clueglass; "
                "choose the embedded engine.");
}

} // namespace core::inference
