// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tune_command.h"

#include "app/cli/model_failure.h"
#include "app/cli/user_limits.h"
#include "core/base/output_file.h"
#include "core/image/safe_decoder.h"
#include "core/model/blas_info.h"
#include "core/model/tuning/model_tuning.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

namespace app {

namespace {

using core::model::RateSchedule;
using core::model::TuningOrder;
using nlohmann::ordered_json;

struct TuneArguments {
    TuningOrder order;
    std::string model;
    std::string data;
    std::string images;
    std::string heldOut;
    std::string heldOutImages;
    std::string adapter;
    std::string out;
    std::string ratesFile;
    std::string orderOfList = "shuffled";
    std::string logFile;
    std::string stopFile;
    bool asJson = false;
};

std::string printed(const ordered_json& json) {
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

/// Numbers parted by white space, commas or the signs of a JSON list.
core::Result<std::vector<double>> ratesIn(const std::string& file) {
    std::ifstream stream(file);
    if (!stream)
        return core::fail(core::ErrorCode::FileNotFound, file + " cannot be read.");
    std::string text(std::istreambuf_iterator<char>(stream), {});
    for (char& letter : text)
        if (letter == ',' || letter == '[' || letter == ']')
            letter = ' ';
    std::istringstream words(text);
    std::vector<double> rates;
    for (double rate = 0; words >> rate;)
        rates.push_back(rate);
    if (!words.eof() || rates.empty())
        return core::fail(core::ErrorCode::InvalidArgument,
                          file + " does not hold one number for each step.");
    return rates;
}

core::Result<core::model::ReadPicture> readPicture(const std::filesystem::path& file) {
    const core::image::DecodeLimits limits = cli::userLimits();
    const auto evidence = core::image::readEvidence(file, limits, {});
    if (!evidence)
        return tl::unexpected(evidence.error());
    const auto picture = core::image::decode(*evidence, limits, {});
    if (!picture)
        return tl::unexpected(picture.error());
    auto kept = std::make_shared<const core::image::Image>(picture->image);
    const auto view = kept->view();
    return core::model::ReadPicture{std::move(kept), view};
}

TuningOrder orderFrom(const TuneArguments& arguments) {
    TuningOrder order = arguments.order;
    order.model = arguments.model;
    order.adapter = arguments.adapter;
    order.target = arguments.out;
    order.training = {arguments.data, arguments.images};
    order.heldOut = {arguments.heldOut,
                     arguments.heldOutImages.empty() ? arguments.images : arguments.heldOutImages};
    order.keepsOrder = arguments.orderOfList == "as-listed";
    order.stopFile = arguments.stopFile;
    return order;
}

/// A file that grows by a line of JSON for each step.
class TuningLog {
  public:
    TuningLog() = default;
    TuningLog(const TuningLog&) = delete;
    TuningLog& operator=(const TuningLog&) = delete;
    ~TuningLog() {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    core::Result<void> open(const std::string& file) {
        const auto opened = core::OutputFile::openGrowing(file, core::output_kind::kText);
        if (!opened)
            return tl::unexpected(opened.error());
        m_descriptor = *opened;
        return {};
    }
    void add(const ordered_json& json) const {
        const std::string line = printed(json) + "\n";
        if (m_descriptor >= 0 &&
            write(m_descriptor, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
            std::cerr << "A line of the log could not be written.\n";
    }

  private:
    int m_descriptor = -1;
};

core::model::TuningCallbacks listening(const TuningLog& log) {
    core::model::TuningCallbacks callbacks;
    callbacks.read = readPicture;
    callbacks.step = [&log](const core::model::TuningStep& step) {
        std::cerr << "step " << step.step << " of " << step.steps << ": loss " << step.loss
                  << ", gradient norm " << step.gradientNorm << '\n';
        log.add({{"step", step.step},
                 {"epoch", step.epoch},
                 {"loss", step.loss},
                 {"gradient_norm", step.gradientNorm},
                 {"rate", step.rate},
                 {"tokens_per_s", step.tokensPerSecond}});
    };
    callbacks.measure = [&log](const core::model::TuningMeasure& measure) {
        std::cerr << "held-out loss " << measure.loss << " over " << measure.pictures
                  << " pictures\n";
        log.add({{"step", measure.step},
                 {"epoch", measure.epoch},
                 {"held_out_loss", measure.loss},
                 {"held_out_pictures", measure.pictures}});
    };
    return callbacks;
}

int tune(const TuneArguments& arguments, std::stop_token stop) {
    core::model::useThreads(core::model::physicalCores());
    TuningOrder order = orderFrom(arguments);
    if (!arguments.ratesFile.empty()) {
        auto rates = ratesIn(arguments.ratesFile);
        if (!rates)
            return reportModelFailure(rates.error(), arguments.model, arguments.asJson);
        order.rates = std::move(*rates);
    }
    TuningLog log;
    if (!arguments.logFile.empty())
        if (const auto opened = log.open(arguments.logFile); !opened)
            return reportModelFailure(opened.error(), arguments.model, arguments.asJson);
    const auto summary = core::model::tuneModel(order, listening(log), stop);
    if (!summary)
        return reportModelFailure(summary.error(), arguments.model, arguments.asJson);
    if (arguments.asJson)
        std::cout << printed({{"out", arguments.out},
                              {"steps", summary->steps},
                              {"stopped", summary->isStopped},
                              {"trained_numbers", summary->trainedNumbers},
                              {"shortened_texts", summary->shortened},
                              {"last_loss", summary->lastLoss}})
                  << '\n';
    else
        std::cout << arguments.out << ": " << summary->steps << " steps, "
                  << summary->trainedNumbers << " numbers trained, last loss " << summary->lastLoss
                  << (summary->isStopped ? "; stopped, --resume goes on.\n" : ".\n");
    if (summary->shortened > 0)
        std::cerr << summary->shortened << " texts were cut at " << order.maxTokens << " tokens.\n";
    constexpr int kInterrupted = 130;
    return summary->isStopped && stop.stop_requested() ? kInterrupted : 0;
}

void addWhat(CLI::App& command, TuneArguments& arguments) {
    TuningOrder& order = arguments.order;
    command.add_option("--model", arguments.model, "Checkpoint folder")->required();
    command.add_option("--data", arguments.data, "Answers to learn, as FakeClue's JSON")
        ->required();
    command.add_option("--images", arguments.images, "Folder that the list's names are in")
        ->required();
    command.add_option("-o,--out", arguments.out, "Folder that is made for the result")->required();
    command.add_option("--held-out", arguments.heldOut,
                       "List whose loss is measured behind each epoch");
    command.add_option("--held-out-images", arguments.heldOutImages,
                       "Its folder, when it is not that of --images");
    command.add_option("--adapter", arguments.adapter, "LoRA adapter to start from");
    command.add_option("--lora-rank", order.rank, "Rank of a new adapter")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command.add_option("--lora-alpha", order.alpha, "Its alpha")->capture_default_str();
    command.add_option("--targets", order.targets, "Its layers of the language model")
        ->delimiter(',')
        ->capture_default_str();
    command.add_flag("--full", order.trainsAll, "Train the language model itself, no adapter");
    command.add_flag("--train-vision", order.trainsVision, "Train the vision tower too");
    command.add_flag("--train-projector", order.trainsProjector, "Train the projector too");
}

void addHow(CLI::App& command, TuneArguments& arguments) {
    static const std::map<std::string, RateSchedule> kSchedules = {
        {"cosine", RateSchedule::Cosine},
        {"linear", RateSchedule::Linear},
        {"constant", RateSchedule::Constant}};
    constexpr int kMost = 1 << 20;
    TuningOrder& order = arguments.order;
    command.add_option("--lr", order.rate, "Largest rate")->capture_default_str();
    command.add_option("--schedule", order.schedule, "cosine, linear or constant")
        ->transform(CLI::CheckedTransformer(kSchedules));
    command.add_option("--warmup", order.warmup, "Share of the steps with a growing rate")
        ->capture_default_str();
    command.add_option("--rates", arguments.ratesFile, "File with one rate for each step");
    command.add_option("--epochs", order.epochs)
        ->check(CLI::Range(1, kMost))
        ->capture_default_str();
    command.add_option("--steps", order.steps, "End after so many steps")
        ->check(CLI::Range(1, kMost));
    command.add_option("--batch", order.batch, "Pictures in a batch")
        ->check(CLI::Range(1, kMost))
        ->capture_default_str();
    command.add_option("--accumulate", order.accumulate, "Batches in a step")
        ->check(CLI::Range(1, kMost))
        ->capture_default_str();
    command.add_option("--weight-decay", order.weightDecay)->capture_default_str();
    command.add_option("--clip", order.clip, "Largest norm of the gradients; 0: none")
        ->capture_default_str();
    command.add_option("--order", arguments.orderOfList, "shuffled or as-listed")
        ->check(CLI::IsMember({"shuffled", "as-listed"}));
    command.add_option("--seed", order.seed)->capture_default_str();
    command.add_option("--max-tokens", order.maxTokens, "Longest text, the picture included")
        ->capture_default_str();
    command.add_option("--device", order.device, "\"cpu\" or \"cuda:0\"")->capture_default_str();
    command.add_flag("--resume", order.resumes, "Go on with what is in the target");
    command.add_option("--log", arguments.logFile, "Write a line of JSON for each step");
    command.add_option("--stop-file", arguments.stopFile,
                       "End behind the step in which this file appears");
    command.add_flag("--json", arguments.asJson, "One JSON object on standard output");
}

} // namespace

void addTuneCommand(CLI::App& model, std::stop_token stop, int& exitCode) {
    auto arguments = std::make_shared<TuneArguments>();
    CLI::App* command = model.add_subcommand(
        "tune", "Train a LoRA adapter, or the whole checkpoint, on answers about pictures");
    addWhat(*command, *arguments);
    addHow(*command, *arguments);
    command->callback([arguments, stop, &exitCode] { exitCode = tune(*arguments, stop); });
}

} // namespace app
