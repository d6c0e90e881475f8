// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <stop_token>

namespace app {

/// Adds "model check" and "model trace" to the program.
/// @param program   outlives the parsing
/// @param stop      ends what runs; the exit code is then 130
/// @param exitCode  set when one of them runs: 0 done, 1 the picture failed, 3 no usable model
void addModelCommand(CLI::App& program, std::stop_token stop, int& exitCode);

} // namespace app
