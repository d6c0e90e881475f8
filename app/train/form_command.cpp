// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/form_command.h"

#include "core/training/form_rows.h"
#include "core/training/training_list.h"

#include <iostream>

namespace app {

namespace {

int reportFailure(const core::Error& error) {
    std::cerr << core::errorName(error.code) << ": " << error.message << '\n';
    return 1;
}

int fitForm(const FormArguments& arguments) {
    const auto items = core::training::readPictureIndex(arguments.pictures);
    if (!items)
        return reportFailure(items.error());
    const auto cutOut = core::training::cutOutPictures(arguments.pictures);
    if (!cutOut)
        return reportFailure(cutOut.error());
    const auto read =
        core::training::readFormRows(*items, *cutOut, arguments.threads, [](int done, int total) {
            if (done % 500 == 0)
                std::cerr << done << " / " << total << '\n';
        });
    std::cerr << read.rows.size() << " files, " << read.skipped << " skipped, " << cutOut->size()
              << " cut out of larger pictures and left out\n";
    auto json = core::training::fitForm(read.rows, arguments.options, arguments.output);
    if (!json)
        return reportFailure(json.error());
    for (const char* part :
         {"fitted_on", "cross_validated", "held_out", "graphics_judged_without_their_sources"})
        std::cout << part << ": " << json->at(part).dump(1) << '\n';
    return 0;
}

} // namespace

void addFormCommand(CLI::App& app, FormArguments& arguments, std::optional<int>& exitCode) {
    CLI::App* command =
        app.add_subcommand("form", "Measure what size, tables, sampling and container say");
    command->add_option("--pictures", arguments.pictures, "Folder of pictures with their index.tsv")
        ->required();
    command->add_option("--output", arguments.output, "Table to write, file_form.json")->required();
    command->add_option("--threads", arguments.threads, "Files at once");
    command->add_option("--ridge", arguments.options.ridge, "Penalty on each trait's weight");
    command->add_option("--draws", arguments.options.draws, "Draws of sources for intervals");
    command->callback([&] { exitCode = fitForm(arguments); });
}

} // namespace app
