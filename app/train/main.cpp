// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blas_info.h"
#include "core/training/detector_fit.h"
#include "core/training/feature_table.h"
#include "core/training/manipulation_set.h"
#include "core/training/source_folds.h"
#include "core/training/tile_fit.h"
#include "core/training/tile_pool.h"
#include "core/training/tile_scores.h"
#include "core/training/training_list.h"
#include "core/training/twins.h"

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

void showEveryFiftieth(int done, int total) {
    if (done % 50 == 0)
        std::cerr << done << " / " << total << '\n';
}

struct ExtractArguments {
    std::string list;
    std::string pictures;
    std::string table;
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
    const auto skipped = core::training::extendFeatureTable(*items, arguments.table,
                                                            arguments.threads, showEveryFiftieth);
    if (!skipped)
        return reportFailure(skipped.error());
    std::cerr << *skipped << " skipped\n";
    return 0;
}

struct TileArguments {
    std::string pool;
    std::string twins;
    std::string scratch;
    int leftOut = core::training::kNoFold;
    core::training::TileFitSettings settings;
};

void addTileOptions(CLI::App& command, TileArguments& arguments) {
    command.add_option("--pool", arguments.pool, "Pool of tiles")->required();
    command.add_option("--twins", arguments.twins, "Twins of the pool's photographs")->required();
    command.add_option("--scratch", arguments.scratch, "Folder for the classifiers")->required();
    command.add_option("--steps", arguments.settings.steps,
                       "Training steps of a classifier, after --steps-before");
    command.add_option("--steps-before", arguments.settings.stepsBefore,
                       "Steps of the classifier to begin with; 0: begin with random weights");
    command.add_option("--device", arguments.settings.device, "\"cpu\" or \"cuda:0\"");
    command.add_option("--seed", arguments.settings.seed, "Seed");
}

void logToErrors(const std::string& line) {
    std::cerr << line << '\n';
}

int fitTiles(TileArguments arguments) {
    const auto data = core::training::TileData::read(arguments.pool, arguments.twins);
    if (!data)
        return reportFailure(data.error());
    arguments.settings.log = logToErrors;
    const auto fitted =
        core::training::fitTiles(*data, arguments.leftOut, arguments.settings, arguments.scratch);
    return fitted ? 0 : reportFailure(fitted.error());
}

void addTilesCommand(CLI::App& app, TileArguments& arguments, std::optional<int>& exitCode) {
    CLI::App* command = app.add_subcommand("tiles", "Fit one tile classifier");
    addTileOptions(*command, arguments);
    command->add_option("--without-fold", arguments.leftOut, "Fold of sources it must not see");
    command->callback([&] { exitCode = fitTiles(arguments); });
}

int testForLeaks(const TileArguments& arguments) {
    const auto data = core::training::TileData::read(arguments.pool, arguments.twins);
    if (!data)
        return reportFailure(data.error());
    const auto report = core::training::leaksOf(*data, arguments.leftOut, arguments.settings);
    if (!report)
        return reportFailure(report.error());
    std::cout << "all: " << report->auc << " on " << report->tiles << " tiles\n";
    for (const auto& [name, auc] : report->each)
        std::cout << name << ": " << auc << '\n';
    return report->isFree() ? 0 : 1;
}

void addLeaksCommand(CLI::App& app, TileArguments& arguments, std::optional<int>& exitCode) {
    CLI::App* command = app.add_subcommand(
        "leaks", "Can the classes be told apart by what has nothing to do with generation?");
    addTileOptions(*command, arguments);
    command->add_option("--without-fold", arguments.leftOut, "Fold of sources to leave out");
    command->callback([&] { exitCode = testForLeaks(arguments); });
}

struct ScoreArguments {
    std::string table;
    TileArguments tiles;
};

int scoreFold(const ScoreArguments& arguments) {
    auto rows = core::training::readFeatureTable(arguments.table);
    if (!rows)
        return reportFailure(rows.error());
    const auto data = core::training::TileData::read(arguments.tiles.pool, arguments.tiles.twins);
    if (!data)
        return reportFailure(data.error());
    const auto classifier = core::training::classifierFile(
        *data, arguments.tiles.leftOut, arguments.tiles.settings, arguments.tiles.scratch);
    const auto scored = core::training::addTileScores(*rows, arguments.tiles.leftOut, classifier);
    return scored ? 0 : reportFailure(scored.error());
}

void addScoreCommand(CLI::App& app, ScoreArguments& arguments, std::optional<int>& exitCode) {
    CLI::App* command = app.add_subcommand(
        "score", "Score a fold's pictures with the classifier that never saw them, ahead of fit");
    addTileOptions(*command, arguments.tiles);
    command->add_option("--table", arguments.table, "Feature table")->required();
    command->add_option("--without-fold", arguments.tiles.leftOut, "The fold")->required();
    command->callback([&] { exitCode = scoreFold(arguments); });
}

struct FitArguments {
    std::string table;
    std::string folder;
    TileArguments tiles;
    core::training::DetectorFitOptions options;
};

int fit(FitArguments arguments) {
    auto rows = core::training::readFeatureTable(arguments.table);
    if (!rows)
        return reportFailure(rows.error());
    const auto data = core::training::TileData::read(arguments.tiles.pool, arguments.tiles.twins);
    if (!data)
        return reportFailure(data.error());
    arguments.options.tiles = arguments.tiles.settings;
    arguments.options.tiles.log = logToErrors;
    const auto fitted = core::training::fitDetector(std::move(*rows), *data, arguments.options,
                                                    arguments.folder, arguments.tiles.scratch);
    return fitted ? 0 : reportFailure(fitted.error());
}

void addFitCommand(CLI::App& app, FitArguments& arguments, std::optional<int>& exitCode) {
    CLI::App* command = app.add_subcommand("fit", "Cross-validate, fit and write the models");
    addTileOptions(*command, arguments.tiles);
    command->add_option("--table", arguments.table, "Feature table")->required();
    command->add_option("--output", arguments.folder, "Folder for models and record")->required();
    command->add_option("--inputs", arguments.options.fusionInputs, "Names of the fusion's inputs")
        ->required();
    command->add_option("--watched", arguments.options.watched,
                        "Inputs without weight; far from all others, there is no verdict");
    command->callback([&] { exitCode = fit(arguments); });
}

struct PoolArguments {
    std::string list;
    std::string pictures;
    std::string pool;
    int threads = 2;
    int most = 0;
};

int cutPool(const PoolArguments& arguments) {
    const auto items =
        core::training::readTrainingList(arguments.list, arguments.pictures, {}, arguments.most);
    if (!items)
        return reportFailure(items.error());
    const auto skipped = core::training::extendTilePool(*items, arguments.pool, arguments.threads,
                                                        showEveryFiftieth);
    if (!skipped)
        return reportFailure(skipped.error());
    std::cerr << *skipped << " skipped\n";
    return 0;
}

void addPoolCommand(CLI::App& app, PoolArguments& arguments, std::optional<int>& exitCode) {
    CLI::App* command =
        app.add_subcommand("pool", "Cut clean tiles for the tile classifier's training");
    command->add_option("--list", arguments.list, "Tab-separated list of pictures")->required();
    command->add_option("--pictures", arguments.pictures, "Folder of extracted pictures")
        ->required();
    command->add_option("--pool", arguments.pool, "Pool to extend")->required();
    command->add_option("--threads", arguments.threads, "Pictures at once");
    command->add_option("--most", arguments.most, "Most pictures per source, 0 for all");
    command->callback([&] { exitCode = cutPool(arguments); });
}

int drawTwins(const std::string& poolFile, const std::string& file,
              core::training::TwinOptions options) {
    const auto pool = core::training::TilePool::read(poolFile);
    if (!pool)
        return reportFailure(pool.error());
    options.log = logToErrors;
    const auto drawn = core::training::extendTwins(*pool, file, options);
    return drawn ? 0 : reportFailure(drawn.error());
}

struct TwinArguments {
    std::string pool;
    std::string file;
    core::training::TwinOptions options;
};

void addTwinsCommand(CLI::App& app, TwinArguments& arguments, std::optional<int>& exitCode) {
    CLI::App* command = app.add_subcommand(
        "twins", "Fit small decoders and draw photographs' tiles again with them");
    command->add_option("--pool", arguments.pool, "Pool of tiles")->required();
    command->add_option("--twins", arguments.file, "Twins to extend")->required();
    command->add_option("--most", arguments.options.mostTiles, "Most tiles to draw again");
    command->add_option("--steps", arguments.options.stepsPerDecoder,
                        "Training steps of a decoder");
    command->callback(
        [&] { exitCode = drawTwins(arguments.pool, arguments.file, arguments.options); });
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
    core::model::useThreads(core::model::physicalCores());
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
    ManipulationArguments manipulation;
    std::optional<int> exitCode;
    addManipulateCommand(app, manipulation, exitCode);
    PoolArguments pool;
    addPoolCommand(app, pool, exitCode);
    TwinArguments twins;
    addTwinsCommand(app, twins, exitCode);
    TileArguments tiles;
    addTilesCommand(app, tiles, exitCode);
    TileArguments leaks;
    addLeaksCommand(app, leaks, exitCode);
    ScoreArguments scoring;
    addScoreCommand(app, scoring, exitCode);
    FitArguments fitting;
    addFitCommand(app, fitting, exitCode);
    CLI11_PARSE(app, argc, argv);
    return exitCode ? *exitCode : extract(extraction);
}
