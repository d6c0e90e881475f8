// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_pool.h"

#include "app/cli/exit_codes.h"
#include "core/base/digest.h"
#include "core/inference/engine_catalog.h"
#include "core/model/blas_info.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

namespace app::cli {

namespace {

using core::inference::EngineKind;

const std::map<std::string, EngineKind> kKinds = {{"embedded", EngineKind::Embedded},
                                                  {"fakevlm", EngineKind::FakeVlm},
                                                  {"remote", EngineKind::Remote}};

} // namespace

void addEngineOptions(CLI::App& command, EngineOptions& options) {
    constexpr int kMostJobs = 256;
    command
        .add_option("--engine", options.name,
                    "embedded (ships with the program, the default), fakevlm (a checkpoint folder, "
                    "see --model) or remote (a server)")
        ->type_name("NAME")
        ->check(CLI::IsMember(kKinds));
    command
        .add_option("--model", options.modelDirectory, "Checkpoint folder of the fakevlm engine")
        ->type_name("DIR");
    command
        .add_option("--adapter", options.adapterDirectory,
                    "LoRA adapter that is merged into the checkpoint when it is loaded; --model "
                    "may also be the folder of an adapter that names its base")
        ->type_name("DIR");
    command
        .add_option("--jobs", options.jobs,
                    "Pictures examined at the same time, each by an engine of its own (default 1)")
        ->type_name("N")
        ->check(CLI::Range(1, kMostJobs));
    constexpr int kMostPictures = 64;
    command
        .add_option("--batch", options.batch,
                    "Pictures that the fakevlm engine answers about together, with the same "
                    "results; when not said, as many as the free memory allows, up to 8")
        ->type_name("N")
        ->check(CLI::Range(1, kMostPictures));
    command
        .add_option("--question", options.question,
                    "What the fakevlm engine is asked instead of the published question; a text "
                    "with <image> or USER: is the whole prompt")
        ->type_name("TEXT");
    command
        .add_option("--prompt-form", options.promptForm,
                    "How the fakevlm engine is asked: published (picture and question alone, the "
                    "default for the published question), chat (USER: ... ASSISTANT:) or own (the "
                    "default for --question)")
        ->type_name("FORM")
        ->check(CLI::IsMember({"published", "chat", "own"}));
    command.add_flag("--both-forms", options.asksBothForms,
                     "Also take the probability in the other of the published and the chat form; "
                     "where they disagree, the confidence is halved");
}

core::Result<EnginePool> EnginePool::start(const EngineOptions& options, std::size_t pictures,
                                           CommandContext& context) {
    if (const std::string warning = slowBlasWarning(); !warning.empty())
        context.status.say(warning);
    EnginePool pool;
    pool.m_asksBothForms = options.asksBothForms;
    const auto count = std::clamp(pictures, std::size_t{1}, static_cast<std::size_t>(options.jobs));
    const auto progress = [&](std::string_view stage, double fraction) {
        context.status.show("Starting the engine: " + std::string(stage) + " " +
                            std::to_string(static_cast<int>(fraction * 100)) + " %");
    };
    // Several engines each take their memory for one picture at a time.
    const int batch = count > 1 && options.batch == 0 ? 1 : options.batch;
    while (pool.m_engines.size() < count) {
        auto engine = core::inference::makeEngine(
            {kKinds.at(options.name), options.modelDirectory, options.question, batch,
             options.promptForm, options.asksBothForms, options.adapterDirectory});
        if (!engine)
            return tl::unexpected(engine.error());
        auto prepared = (*engine)->prepare(progress, context.interruption.token());
        if (!prepared)
            return tl::unexpected(prepared.error());
        pool.m_engines.push_back(std::move(*engine));
    }
    context.status.clear();
    pool.shareCores();
    return pool;
}

void EnginePool::shareCores() const {
    core::model::useThreads(core::model::physicalCores() / static_cast<int>(m_engines.size()));
}

std::string EnginePool::identity() const {
    const auto record = m_engines.front()->record();
    std::string text;
    for (const std::string& part :
         {std::string(CLUEGLASS_VERSION), record.name, record.version, record.model,
          record.modelSha256, record.device, record.precision, record.prompt, record.promptForm})
        text += part + '\n';
    if (m_asksBothForms)
        text += "both forms\n";
    return core::sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

int tellEngineFailure(const core::Error& error, CommandContext& context) {
    if (error.code == core::ErrorCode::Cancelled) {
        context.status.clear();
        return kInterrupted;
    }
    context.status.say("The engine could not start. " + error.message);
    return kEngineFailed;
}

std::string slowBlasWarning() {
    const auto blas = core::model::liveBlas();
    if (!blas.isReference)
        return {};
    return "Warning: matrix products go through the reference BLAS (" + blas.library +
           "), which is 30 to 40 times slower than OpenBLAS. Install the package "
           "libopenblas0-openmp.";
}

} // namespace app::cli
