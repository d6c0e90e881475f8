// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/form_command.h"
#include "core/model/blas_info.h"
#include "core/training/detector_fit.h"
#include "core/training/form_fit.h"
#include "core/training/manipulation_set.h"
#include "core/training/picture_network_import.h"
#include "core/training/source_folds.h"
#include "core/training/statistics_table.h"
#include "core/training/tile_fit.h"
#include "core/training/tile_pool.h"
#include "core/training/training_list.h"
#include "core/training/twins.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <tuple>
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

struct StatisticsArguments {
    std::string pictures;
    std::string table;
    std::string network;
    std::string look;
    int threads = 2;
};

int takeStatistics(const StatisticsArguments& arguments) {
    auto items = core::training::readPictureIndex(arguments.pictures);
    if (!items)
        return reportFailure(items.error());
    if (!arguments.look.empty())
        std::erase_if(*items, [&](const auto& item) { return item.look != arguments.look; });
    std::optional<core::model::PictureNetwork> network;
    if (!arguments.network.empty()) {
        auto loaded = core::model::PictureNetwork::load(arguments.network,
                                                        core::model::NetworkPrecision::Half);
        if (!loaded)
            return reportFailure(loaded.error());
        network = std::move(*loaded);
    }
    core::training::Measured measured = core::training::residualValues();
    if (network)
        measured = core::training::networkValues(*network);
    const auto skipped = core::training::extendStatisticsTable(
        *items, measured, arguments.table, arguments.threads, showEveryFiftieth);
    if (!skipped)
        return reportFailure(skipped.error());
    std::cerr << *skipped << " skipped\n";
    return 0;
}

void addStatisticsCommand(CLI::App& app, StatisticsArguments& arguments,
                          std::optional<int>& exitCode) {
    CLI::App* command =
        app.add_subcommand("statistics", "Take the residual statistics of pictures");
    command->add_option("--pictures", arguments.pictures, "Folder of pictures with their index.tsv")
        ->required();
    command->add_option("--table", arguments.table, "Table to extend")->required();
    command->add_option("--network", arguments.network,
                        "picture_network.safetensors: take its features instead");
    command->add_option("--look", arguments.look, "Only pictures of this look");
    command->add_option("--threads", arguments.threads, "Pictures at once");
    command->callback([&] { exitCode = takeStatistics(arguments); });
}

struct ImportArguments {
    std::string package;
    std::string output;
};

void addImportCommand(CLI::App& app, ImportArguments& arguments, std::optional<int>& exitCode) {
    CLI::App* command = app.add_subcommand(
        "import-network", "Take the picture network out of the npm package nsfwjs 4.3");
    command->add_option("--package", arguments.package, "Its folder dist/models/inception_v3")
        ->required();
    command->add_option("--output", arguments.output, "picture_network.safetensors to write")
        ->required();
    command->callback([&] {
        const auto done = core::training::importPictureNetwork(arguments.package, arguments.output);
        exitCode = done ? 0 : reportFailure(done.error());
    });
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
    CLI::App* command = app.add_subcommand("tiles", "Fit the tile classifier of the map");
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

struct FitArguments {
    std::string table;
    std::string networkTable;
    std::string folder;
    std::string scratch;
    std::vector<std::tuple<std::string, double, double>> local;
    core::training::DetectorFitOptions options;
};

core::Result<std::map<std::string, double>> formRatiosOf(const std::filesystem::path& pictures) {
    const auto items = core::training::readPictureIndex(pictures);
    if (!items)
        return tl::unexpected(items.error());
    const auto cutOut = core::training::cutOutPictures(pictures);
    if (!cutOut)
        return tl::unexpected(cutOut.error());
    constexpr int kThreads = 2;
    const auto read = core::training::readFormRows(*items, *cutOut, kThreads, showEveryFiftieth);
    return core::training::outOfFoldFormRatios(read.rows, {});
}

int fitDetector(FitArguments arguments) {
    const auto table =
        core::training::readStatisticsTable(arguments.table, core::training::kResidualValues);
    if (!table)
        return reportFailure(table.error());
    const auto network =
        core::training::readStatisticsTable(arguments.networkTable, core::model::kNetworkFeatures);
    if (!network)
        return reportFailure(network.error());
    arguments.options.log = logToErrors;
    auto formRatios = formRatiosOf(arguments.options.pictures);
    if (!formRatios)
        return reportFailure(formRatios.error());
    arguments.options.formRatios = std::move(*formRatios);
    for (const auto& [name, scale, weight] : arguments.local)
        arguments.options.local.push_back({name, scale, weight});
    const auto fitted =
        core::training::fitDetector(core::training::joined(*table, *network), arguments.options,
                                    arguments.folder, arguments.scratch);
    return fitted ? 0 : reportFailure(fitted.error());
}

void addDetectorCommand(CLI::App& app, FitArguments& arguments, std::optional<int>& exitCode) {
    CLI::App* command =
        app.add_subcommand("detector", "Cross-validate, fit and write the residual machines");
    core::training::DetectorFitOptions& options = arguments.options;
    command->add_option("--table", arguments.table, "Table of residual statistics")->required();
    command->add_option("--network-table", arguments.networkTable, "Table of network features")
        ->required();
    command->add_option("--pictures", options.pictures, "Folder of the table's pictures")
        ->required();
    command->add_option("--network", options.network, "picture_network.safetensors")->required();
    command->add_option("--output", arguments.folder, "Folder for models and record")->required();
    command->add_option("--scratch", arguments.scratch, "Folder for out-of-fold scores")
        ->required();
    command->add_option("--components", options.kernel.components, "Principal components");
    command->add_option("--centers", options.kernel.centers, "Centers of the kernel");
    command->add_option("--ridge", options.kernel.ridge, "Penalty");
    command->add_option("--most", options.mostPerSource,
                        "Most pictures of a source and class in the calibration");
    command->add_option("--local", arguments.local,
                        "NAME SCALE WEIGHT: a local finding that raises the probability");
    command->callback([&] { exitCode = fitDetector(arguments); });
}

struct PoolArguments {
    std::string pictures;
    std::string pool;
    int threads = 2;
    int most = 0;
};

int cutPool(const PoolArguments& arguments) {
    const auto items = core::training::readPictureIndex(arguments.pictures);
    if (!items)
        return reportFailure(items.error());
    const auto skipped =
        core::training::extendTilePool(core::training::mostOfEach(*items, arguments.most),
                                       arguments.pool, arguments.threads, showEveryFiftieth);
    if (!skipped)
        return reportFailure(skipped.error());
    std::cerr << *skipped << " skipped\n";
    return 0;
}

void addPoolCommand(CLI::App& app, PoolArguments& arguments, std::optional<int>& exitCode) {
    CLI::App* command =
        app.add_subcommand("pool", "Cut clean tiles for the tile classifier's training");
    command->add_option("--pictures", arguments.pictures, "Folder of pictures with their index.tsv")
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
    std::string pictures;
    std::optional<int> fold;
    std::string folder;
    int count = 300;
    std::uint64_t seed = 1;
};

int manipulate(const ManipulationArguments& arguments) {
    auto items = core::training::readPictureIndex(arguments.pictures);
    if (!items)
        return reportFailure(items.error());
    if (arguments.fold)
        std::erase_if(*items, [&](const auto& item) {
            return core::training::foldOf(item.source) != *arguments.fold;
        });
    const auto written = core::training::writeManipulationSet(
        core::training::mostOfEach(*items, 0), arguments.count, arguments.seed, arguments.folder);
    if (!written)
        return reportFailure(written.error());
    std::cerr << *written << " pictures\n";
    return 0;
}

void addManipulateCommand(CLI::App& app, ManipulationArguments& arguments,
                          std::optional<int>& exitCode) {
    CLI::App* command =
        app.add_subcommand("manipulate", "Write manipulated pictures with exact masks");
    command->add_option("--pictures", arguments.pictures, "Folder of pictures with their index.tsv")
        ->required();
    command->add_option("--output", arguments.folder, "Folder to write to")->required();
    command->add_option("--fold", arguments.fold, "Only pictures of this fold of sources");
    command->add_option("--count", arguments.count, "Pictures to write");
    command->add_option("--seed", arguments.seed, "Seed");
    command->callback([&] { exitCode = manipulate(arguments); });
}

} // namespace

int main(int argc, char** argv) {
    core::model::useThreads(core::model::physicalCores());
    CLI::App app("Fits the embedded engine's models.");
    app.require_subcommand(1);
    ManipulationArguments manipulation;
    std::optional<int> exitCode;
    addManipulateCommand(app, manipulation, exitCode);
    StatisticsArguments statistics;
    addStatisticsCommand(app, statistics, exitCode);
    ImportArguments import;
    addImportCommand(app, import, exitCode);
    app::FormArguments form;
    app::addFormCommand(app, form, exitCode);
    PoolArguments pool;
    addPoolCommand(app, pool, exitCode);
    TwinArguments twins;
    addTwinsCommand(app, twins, exitCode);
    TileArguments tiles;
    addTilesCommand(app, tiles, exitCode);
    TileArguments leaks;
    addLeaksCommand(app, leaks, exitCode);
    FitArguments fitting;
    addDetectorCommand(app, fitting, exitCode);
    CLI11_PARSE(app, argc, argv);
    return exitCode.value_or(0);
}
