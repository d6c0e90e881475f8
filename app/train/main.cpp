// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/detector_fit.h"
#include "core/training/feature_table.h"
#include "core/training/manipulation_set.h"
#include "core/training/training_list.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

int reportFailure(const core::Error& error) {
    std::cerr << core::errorName(error.code) << ": " << error.message << '\n';
    return 1;
}

struct ExtractArguments {
    std::string list;
    std::string pictures;
    std::string table;
    std::string tileTable;
    int threads = 2;
    int most = 0;
    std::vector<std::pair<std::string, int>> mostOf;
};

int extract(const ExtractArguments& arguments) {
    const auto items = core::training::readTrainingList(
        arguments.list, arguments.pictures, {arguments.mostOf.begin(), arguments.mostOf.end()},
        arguments.most);
    if (!items)
        return reportFailure(items.error());
    std::cerr << items->size() << " pictures\n";
    const auto skipped = core::training::extendFeatureTable(
        *items, arguments.table, arguments.threads, [](int done, int total) {
            if (done % 50 == 0)
                std::cerr << done << " / " << total << '\n';
        });
    if (!skipped)
        return reportFailure(skipped.error());
    std::cerr << *skipped << " skipped\n";
    return 0;
}

int fit(const std::string& file, const std::string& tileFile, const std::string& folder,
        const std::string& scratch, core::training::DetectorFitOptions options) {
    auto table = core::training::FeatureTable::read(file);
    if (!table)
        return reportFailure(table.error());
    auto tiles = core::training::FeatureTable::read(tileFile.empty() ? file : tileFile);
    if (!tiles)
        return reportFailure(tiles.error());
    options.progress = [](int step, double loss) { std::cerr << step << ": " << loss << '\n'; };
    const auto fitted =
        core::training::fitDetector(std::move(*table), std::move(*tiles), options, folder, scratch);
    return fitted ? 0 : reportFailure(fitted.error());
}

struct ManipulationArguments {
    std::string list;
    std::string pictures;
    std::string folder;
    int count = 300;
    std::uint64_t seed = 1;
};

int manipulate(const ManipulationArguments& arguments) {
    const auto items = core::training::readTrainingList(arguments.list, arguments.pictures, {}, 0);
    if (!items)
        return reportFailure(items.error());
    const auto written = core::training::writeManipulationSet(*items, arguments.count,
                                                              arguments.seed, arguments.folder);
    if (!written)
        return reportFailure(written.error());
    std::cerr << *written << " pictures\n";
    return 0;
}

void addManipulateCommand(CLI::App& app, ManipulationArguments& arguments,
                          std::optional<int>& exitCode) {
    CLI::App* command =
        app.add_subcommand("manipulate", "Write manipulated pictures with exact masks");
    command->add_option("--list", arguments.list, "Tab-separated list of pictures")->required();
    command->add_option("--pictures", arguments.pictures, "Folder of extracted pictures")
        ->required();
    command->add_option("--output", arguments.folder, "Folder to write to")->required();
    command->add_option("--count", arguments.count, "Pictures to write");
    command->add_option("--seed", arguments.seed, "Seed");
    command->callback([&] { exitCode = manipulate(arguments); });
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Fits the embedded engine's models.");
    app.require_subcommand(1);
    ExtractArguments extraction;
    CLI::App* extractCommand = app.add_subcommand("extract", "Process and measure pictures");
    extractCommand->add_option("--list", extraction.list, "Tab-separated list of pictures")
        ->required();
    extractCommand->add_option("--pictures", extraction.pictures, "Folder of extracted pictures")
        ->required();
    extractCommand->add_option("--table", extraction.table, "Feature table to extend")->required();
    extractCommand->add_option("--threads", extraction.threads, "Pictures at once");
    extractCommand->add_option("--most", extraction.most, "Most pictures per source, 0 for all");
    extractCommand->add_option("--most-of", extraction.mostOf, "SOURCE COUNT pairs");
    std::string table;
    std::string tileTable;
    std::string folder;
    std::string scratch;
    core::training::DetectorFitOptions options;
    CLI::App* fitCommand = app.add_subcommand("fit", "Cross-validate, fit and write the models");
    fitCommand->add_option("--table", table, "Feature table")->required();
    fitCommand->add_option("--tile-table", tileTable,
                           "Larger table for the tile classifier; the same table when left out");
    fitCommand->add_option("--output", folder, "Folder for models and record")->required();
    fitCommand->add_option("--inputs", options.fusionInputs, "Names of the fusion's inputs")
        ->required();
    fitCommand->add_option("--scratch", scratch, "Folder for the folds' classifiers")->required();
    fitCommand->add_option("--steps", options.steps, "Training steps of a classifier");
    fitCommand->add_option("--seed", options.seed, "Seed");
    ManipulationArguments manipulation;
    std::optional<int> exitCode;
    addManipulateCommand(app, manipulation, exitCode);
    CLI11_PARSE(app, argc, argv);
    if (exitCode)
        return *exitCode;
    return extractCommand->parsed() ? extract(extraction)
                                    : fit(table, tileTable, folder, scratch, options);
}
