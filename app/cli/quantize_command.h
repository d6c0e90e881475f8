// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <stop_token>

namespace app {

/// Adds `quantize DIR --bits 8|4 -o OUT` to the `model` command.
void addQuantizeCommand(CLI::App& model, std::stop_token stop, int& exitCode);

} // namespace app
