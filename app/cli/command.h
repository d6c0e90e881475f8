// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/interruption.h"
#include "app/cli/terminal.h"
#include "core/image/decode_limits.h"

#include <CLI/App.hpp>

#include <memory>

namespace app::cli {

/// What a command may use of the world outside.
struct CommandContext {
    Interruption& interruption;
    Output& output;
    StatusLine& status;
    core::image::DecodeLimits limits; ///< the user's
};

/// Says why the results could not be written; nothing for a reader that went away.
/// @return the program's exit code
[[nodiscard]] int tellBrokenOutput(CommandContext& context);

/// One word of the command line with its options. It parses, calls core and prints.
class Command {
  public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    /// Whether the command line asked for it.
    [[nodiscard]] virtual bool isChosen() const = 0;
    /// @return the program's exit code
    [[nodiscard]] virtual int run(CommandContext& context) = 0;
};

// Each adds its words and options to the program.
[[nodiscard]] std::unique_ptr<Command> makeAnalyzeCommand(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> makeInspectCommand(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> makeCaseCommand(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> makeReportCommand(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> makeBenchCommand(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> makeEvalCommand(CLI::App& program);

} // namespace app::cli
