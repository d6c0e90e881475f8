// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <stop_token>

namespace app {

/// `model merge BASE ADAPTER -o OUT`.
void addMergeCommand(CLI::App& model, std::stop_token stop, int& exitCode);

} // namespace app
