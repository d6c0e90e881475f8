// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/inference/engine.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace app::cli {

/// --engine, --model, --jobs, --batch, --question, --prompt-form and --both-forms.
struct EngineOptions {
    std::string name = "embedded";
    std::string modelDirectory;
    int jobs = 1;
    int batch = 0;          ///< 0: as the free memory allows
    std::string question;   ///< empty: the published one
    std::string promptForm; ///< empty: as usual for the question
    bool asksBothForms = false;
    std::string adapterDirectory;
};

void addEngineOptions(CLI::App& command, EngineOptions& options);

/// One loaded engine for each thread.
class EnginePool {
  public:
    /// Loads engines: as many as there are jobs, but no more than pictures. Tells on standard error
    /// when the machine's BLAS is the slow one.
    /// @errors those of makeEngine and Engine::prepare
    [[nodiscard]] static core::Result<EnginePool>
    start(const EngineOptions& options, std::size_t pictures, CommandContext& context);

    [[nodiscard]] std::size_t size() const { return m_engines.size(); }
    [[nodiscard]] core::inference::Engine& engine(std::size_t worker) { return *m_engines[worker]; }

    /// Shares the processor's cores among the engines. To be called by each thread that uses one.
    void shareCores() const;

    /// One SHA-256 for everything that an answer depends on besides the picture: program, engine,
    /// weights, device, precision, prompt.
    [[nodiscard]] std::string identity() const;

  private:
    std::vector<std::unique_ptr<core::inference::Engine>> m_engines;
    bool m_asksBothForms = false;
};

/// Says why the engine did not start. @return the program's exit code
[[nodiscard]] int tellEngineFailure(const core::Error& error, CommandContext& context);

/// A warning when matrix products go through the slow reference BLAS; empty when they do not.
[[nodiscard]] std::string slowBlasWarning();

} // namespace app::cli
