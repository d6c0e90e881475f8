// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>

#include <stop_token>

namespace app {

/// Adds "bench" to the words of "model". It runs while the command line is parsed.
/// @param exitCode  set when the command ran
void addModelBenchCommand(CLI::App& model, std::stop_token stop, int& exitCode);

} // namespace app
