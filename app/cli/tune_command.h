// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <stop_token>

namespace app {

/// `model tune`: trains a checkpoint or an adapter.
void addTuneCommand(CLI::App& model, std::stop_token stop, int& exitCode);

} // namespace app
