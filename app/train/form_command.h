// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/form_fit.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace app {

struct FormArguments {
    std::string pictures;
    std::string output;
    int threads = 2;
    core::training::FormFitOptions options;
};

/// "form": measures what the form of files says, and writes the table of it.
void addFormCommand(CLI::App& app, FormArguments& arguments, std::optional<int>& exitCode);

} // namespace app
