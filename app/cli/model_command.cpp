// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_command.h"

#include "app/cli/grounding_trace.h"
#include "app/cli/merge_command.h"
#include "app/cli/model_bench_command.h"
#include "app/cli/quantize_command.h"
#include "app/cli/tune_command.h"

#include "app/cli/user_limits.h"
#include "core/base/error.h"
#include "core/base/output_file.h"
#include "core/image/safe_decoder.h"
#include "core/model/blas_info.h"
#include "core/model/checkpoint_check.h"
#include "core/model/vision_language_model.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace app {

namespace {

using core::model::CheckpointFile;
using nlohmann::ordered_json;

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;
constexpr int kNoModel = 3;
constexpr int kInterrupted = 130;

struct CheckArguments {
    std::string directory;
    std::string adapter;
    bool asJson = false;
};

struct TraceArguments {
    std::string model;
    std::string adapter;
    std::string image;
    std::string out;
    std::string question;
    std::string promptForm;
    std::string precision = "fp32";
    std::string device = "cpu";
    int maxNewTokens = 256;
    bool asJson = false;
    std::vector<std::string> grounding;
    bool hasCurves = false;
};

std::string printed(const ordered_json& json) {
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

const char* wordFor(CheckpointFile::State state) {
    switch (state) {
    case CheckpointFile::State::Present:
        return "present";
    case CheckpointFile::State::Missing:
        return "missing";
    case CheckpointFile::State::Damaged:
        break;
    }
    return "damaged";
}

ordered_json asJson(const std::string& directory, const core::model::CheckpointReport& report) {
    auto files = ordered_json::array();
    for (const CheckpointFile& file : report.files)
        files.push_back({{"name", file.name},
                         {"bytes", file.bytes},
                         {"state", wordFor(file.state)},
                         {"problem", file.problem}});
    auto memory = ordered_json::object();
    for (const auto& need : report.memory)
        memory[need.precision] = need.bytes;
    ordered_json json = {{"path", directory},
                         {"ready", report.isReady},
                         {"sentence", report.sentence},
                         {"kind", report.kind},
                         {"stored_precision", report.storedPrecision},
                         {"parameters", report.parameters},
                         {"weight_bytes", report.weightBytes},
                         {"files", files},
                         {"problems", report.problems},
                         {"notes", report.notes},
                         {"memory_bytes", memory}};
    if (!report.isReady)
        json["error"] = {{"code", core::errorName(report.code)}, {"message", report.sentence}};
    return json;
}

void printText(const core::model::CheckpointReport& report) {
    std::cout << report.sentence << '\n';
    for (std::size_t i = 1; i < report.problems.size(); ++i)
        std::cout << "Also: " << report.problems[i] << '\n';
    for (const std::string& note : report.notes)
        std::cout << "Note: " << note << '\n';
    for (const CheckpointFile& file : report.files)
        std::cout << "  " << std::left << std::setw(9) << wordFor(file.state) << std::right
                  << std::setw(14) << file.bytes << "  " << file.name << '\n';
    for (const auto& need : report.memory)
        std::cout << "  memory at " << need.precision << ": " << (need.bytes >> 20U) << " MiB\n";
}

int check(const CheckArguments& arguments) {
    const auto report = core::model::checkCheckpoint(arguments.directory, arguments.adapter);
    if (arguments.asJson)
        std::cout << printed(asJson(arguments.directory, report)) << '\n';
    else
        printText(report);
    return report.isReady ? 0 : kNoModel;
}

int reportFailure(const core::Error& error, const TraceArguments& arguments, int code) {
    if (error.code == core::ErrorCode::Cancelled)
        code = kInterrupted;
    if (arguments.asJson)
        std::cout << printed(
                         {{"path", arguments.image},
                          {"error",
                           {{"code", core::errorName(error.code)}, {"message", error.message}}}})
                  << '\n';
    std::cerr << core::errorName(error.code) << ": " << error.message << '\n';
    return code;
}

ordered_json wordings(const core::model::VerdictLikelihood& likelihood,
                      core::model::Separator separator) {
    const auto scores = likelihood.with(separator);
    return {{"fake", scores.logFake}, {"real", scores.logReal}};
}

void printAnswer(const core::model::Answer& answer, const TraceArguments& arguments) {
    if (!arguments.asJson) {
        std::cout << "p_fake " << answer.likelihood.pFake << " (" << nameOf(answer.form)
                  << " form, separator " << nameOf(answer.likelihood.separator) << ")\n"
                  << answer.text << '\n';
        return;
    }
    const ordered_json json = {
        {"path", arguments.image},
        {"out", arguments.out},
        {"prompt", answer.prompt},
        {"prompt_form", nameOf(answer.form)},
        {"answer", answer.text},
        {"complete", answer.isComplete},
        {"p_fake", answer.likelihood.pFake},
        {"log_likelihood",
         {{"fake", answer.likelihood.logFake},
          {"real", answer.likelihood.logReal},
          {"separator", nameOf(answer.likelihood.separator)},
          {"newline", wordings(answer.likelihood, core::model::Separator::Newline)},
          {"space", wordings(answer.likelihood, core::model::Separator::Space)}}},
        {"prompt_tokens", answer.promptTokens},
        {"generated_tokens", answer.tokenIds.size()},
        {"seen",
         {{"x", answer.seen.x},
          {"y", answer.seen.y},
          {"w", answer.seen.width},
          {"h", answer.seen.height}}},
        {"timing_ms", answer.timingMs}};
    std::cout << printed(json) << '\n';
}

int trace(const TraceArguments& arguments, std::stop_token stop) {
    core::model::useThreads(core::model::physicalCores());
    core::KeptFiles kept;
    kept.add(arguments.image);
    const auto folder = std::filesystem::path(arguments.out);
    for (const auto& [name, kind] :
         {std::pair("trace.safetensors", core::output_kind::kSafetensors),
          {"answer.txt", core::output_kind::kText},
          {"grounding.json", core::output_kind::kGrounding}})
        if (auto allowed = core::OutputFile::check(folder / name, kind, kept); !allowed)
            return reportFailure(allowed.error(), arguments, kWrongUsage);
    const core::image::DecodeLimits limits = cli::userLimits();
    const auto file = core::image::readEvidence(arguments.image, limits, stop);
    if (!file)
        return reportFailure(file.error(), arguments, kFailed);
    const auto picture = core::image::decode(*file, limits, stop);
    if (!picture)
        return reportFailure(picture.error(), arguments, kFailed);
    core::model::LoadOptions loading;
    loading.device = arguments.device;
    loading.adapter = arguments.adapter;
    loading.precision = arguments.precision == "fp32" ? core::model::WeightPrecision::Float32
                                                      : core::model::WeightPrecision::AsStored;
    const auto model = core::model::VisionLanguageModel::load(arguments.model, loading, {}, stop);
    if (!model)
        return reportFailure(model.error(), arguments, kNoModel);
    core::model::GenerationOptions generation;
    generation.maxNewTokens = arguments.maxNewTokens;
    if (!arguments.promptForm.empty())
        generation.form = core::model::promptFormNamed(arguments.promptForm);
    core::model::AnswerCallbacks callbacks;
    callbacks.progress = [last = -1](std::string_view stage, double fraction) mutable {
        const int tenths = static_cast<int>(fraction * 10);
        if (tenths != last)
            std::cerr << stage << ' ' << tenths * 10 << " %\n";
        last = tenths;
    };
    const auto answer = (*model)->trace(picture->image.view(), arguments.question, generation,
                                        arguments.out, callbacks, stop);
    if (!answer)
        return reportFailure(answer.error(), arguments, kFailed);
    if (!arguments.grounding.empty()) {
        const GroundingTrace wanted{arguments.grounding, arguments.hasCurves, arguments.question,
                                    arguments.maxNewTokens, generation.form};
        const auto written =
            writeGroundingTrace(**model, picture->image.view(), wanted, arguments.out, stop);
        if (!written)
            return reportFailure(written.error(), arguments, kFailed);
    }
    printAnswer(*answer, arguments);
    return 0;
}

void addTrace(CLI::App& model, std::stop_token stop, int& exitCode) {
    constexpr int kMostTokens = 4096;
    auto arguments = std::make_shared<TraceArguments>();
    CLI::App* command = model.add_subcommand(
        "trace", "Write what the model computes as safetensors, for comparison");
    command->add_option("--model", arguments->model, "Checkpoint folder")->required();
    command->add_option("--adapter", arguments->adapter, "LoRA adapter that is merged");
    command->add_option("--image", arguments->image, "Picture")->required();
    command->add_option("--out", arguments->out, "Folder that is made for the results")->required();
    command->add_option("--question", arguments->question, "Instead of the published question");
    command
        ->add_option("--prompt-form", arguments->promptForm,
                     "published (the default for the published question), chat or own")
        ->check(CLI::IsMember({"published", "chat", "own"}));
    command->add_option("--max-new-tokens", arguments->maxNewTokens, "Longest answer")
        ->check(CLI::Range(1, kMostTokens))
        ->capture_default_str();
    command->add_option("--precision", arguments->precision, "How weights are kept in memory")
        ->check(CLI::IsMember({"fp32", "stored"}))
        ->capture_default_str();
    command->add_option("--device", arguments->device, "\"cpu\" or \"cuda:0\"")
        ->capture_default_str();
    command
        ->add_option("--grounding", arguments->grounding,
                     "Also write grounding.json: where the model looked, by these methods")
        ->check(CLI::IsMember(groundingMethodNames()))
        ->delimiter(',');
    command->add_flag("--curves", arguments->hasCurves,
                      "With --grounding: deletion and insertion curves of each sentence");
    command->add_flag("--json", arguments->asJson, "One JSON object on standard output");
    command->callback([arguments, stop, &exitCode] { exitCode = trace(*arguments, stop); });
}

} // namespace

void addModelCommand(CLI::App& program, std::stop_token stop, int& exitCode) {
    CLI::App* model = program.add_subcommand(
        "model", "Check, quantize, tune, measure and compare FakeVLM checkpoints");
    model->require_subcommand(1);
    auto arguments = std::make_shared<CheckArguments>();
    CLI::App* command = model->add_subcommand("check", "Say what a checkpoint folder is");
    command->add_option("directory", arguments->directory, "Checkpoint folder")->required();
    command->add_option("--adapter", arguments->adapter, "LoRA adapter that is to be merged");
    command->add_flag("--json", arguments->asJson, "One JSON object on standard output");
    command->callback([arguments, &exitCode] { exitCode = check(*arguments); });
    addTrace(*model, stop, exitCode);
    addQuantizeCommand(*model, stop, exitCode);
    addMergeCommand(*model, stop, exitCode);
    addTuneCommand(*model, stop, exitCode);
    addModelBenchCommand(*model, std::move(stop), exitCode);
}

} // namespace app
