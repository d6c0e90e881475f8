// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_bench_command.h"

#include "core/base/error.h"
#include "core/model/bench/model_bench.h"
#include "core/model/blas_info.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace app {

namespace {

using core::model::ModelBenchResult;
using core::model::RandomShape;
using nlohmann::ordered_json;

const std::map<std::string, RandomShape> kShapes = {{"7b", RandomShape::SevenBillion},
                                                    {"tiny", RandomShape::Tiny}};

struct BenchArguments {
    core::model::ModelBenchOptions options;
    std::string directory;
    std::string randomWeights;
    int bits = 0;
    bool asJson = false;
};

std::string printed(const ordered_json& json) {
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

ordered_json asJson(const ModelBenchResult& result) {
    return {{"model", result.model},
            {"bits", result.bits},
            {"threads", result.threads},
            {"prompt_tokens", result.promptTokens},
            {"new_tokens", result.newTokens},
            {"prefill_tokens_per_s", result.prefillTokensPerS},
            {"decode_tokens_per_s", result.decodeTokensPerS},
            {"batch", result.batch},
            {"batch_decode_tokens_per_s", result.batchDecodeTokensPerS},
            {"image_encode_ms", result.imageEncodeMs},
            {"load_ms", result.loadMs},
            {"peak_memory_mib", result.peakMemoryMib},
            {"weight_bytes_per_token", result.bytesPerToken},
            {"limits",
             {{"read_gb_per_s", result.limits.readGbPerS},
              {"read_beside_decode_gb_per_s", result.limits.besideDecodeGbPerS},
              {"fp32_gflops", result.limits.fp32Gflops},
              {"int8_gops", result.limits.int8Gops}}},
            {"share_of_limit",
             {{"prefill", result.prefillShare},
              {"decode", result.decodeShare},
              {"decode_beside_reading", result.besideReadingShare},
              {"batch_decode", result.batchDecodeShare},
              {"image_encode", result.imageEncodeShare}}}};
}

void printLine(const std::string& name, double value, const std::string& unit,
               const std::string& note = {}) {
    std::cout << "  " << std::left << std::setw(16) << name << std::right << std::setw(10)
              << std::fixed << std::setprecision(value < 100 ? 2 : 0) << value << ' ' << unit;
    if (!note.empty())
        std::cout << "  (" << note << ')';
    std::cout << '\n';
}

std::string percent(double share, const std::string& limit) {
    return std::to_string(static_cast<int>(share * 100 + 0.5)) + " % of " + limit;
}

void printText(const ModelBenchResult& result) {
    const std::string peak = result.bits <= 8 ? "the int8 peak" : "the fp32 peak";
    std::cout << result.model << ", " << result.bits << " bits, " << result.threads
              << (result.threads == 1 ? " thread, " : " threads, ") << result.promptTokens
              << " prompt tokens, " << result.newTokens << " new tokens\n";
    printLine("load", result.loadMs, "ms");
    printLine("image encode", result.imageEncodeMs, "ms",
              percent(result.imageEncodeShare, "the fp32 peak"));
    printLine("prefill", result.prefillTokensPerS, "tokens/s", percent(result.prefillShare, peak));
    printLine("decode", result.decodeTokensPerS, "tokens/s",
              percent(result.decodeShare, "reading the weights once a token"));
    printLine("", result.besideReadingShare * 100, "%",
              "of the readings that took turns with tokens");
    if (result.batch > 1)
        printLine("decode, batch " + std::to_string(result.batch), result.batchDecodeTokensPerS,
                  "tokens/s", percent(result.batchDecodeShare, "the nearer limit"));
    printLine("peak memory", result.peakMemoryMib, "MiB");
    std::cout << "limits measured in this run\n";
    printLine("memory read", result.limits.readGbPerS, "GB/s");
    printLine("beside decode", result.limits.besideDecodeGbPerS, "GB/s");
    printLine("fp32 peak", result.limits.fp32Gflops, "GFLOPS");
    printLine("int8 peak", result.limits.int8Gops, "GOPS");
}

int exitCodeFor(core::ErrorCode code) {
    switch (code) {
    case core::ErrorCode::Cancelled:
        return 130;
    case core::ErrorCode::InvalidArgument:
        return 2;
    default:
        return 3;
    }
}

int bench(BenchArguments& arguments, std::stop_token stop) {
    core::model::useThreads(core::model::physicalCores());
    arguments.options.directory = arguments.directory;
    if (!arguments.randomWeights.empty())
        arguments.options.randomWeights = kShapes.at(arguments.randomWeights);
    if (arguments.bits != 0)
        arguments.options.bits = arguments.bits;
    const auto progress = [last = std::string()](std::string_view stage, double fraction) mutable {
        const std::string line =
            std::string(stage) + ' ' + std::to_string(static_cast<int>(fraction * 10) * 10) + " %";
        if (line != last)
            std::cerr << line << '\n';
        last = line;
    };
    const auto result = core::model::benchModel(arguments.options, progress, std::move(stop));
    if (!result) {
        const core::Error& error = result.error();
        if (arguments.asJson)
            std::cout << printed({{"error",
                                   {{"code", core::errorName(error.code)},
                                    {"message", error.message}}}})
                      << '\n';
        std::cerr << core::errorName(error.code) << ": " << error.message << '\n';
        return exitCodeFor(error.code);
    }
    if (arguments.asJson)
        std::cout << printed(asJson(*result)) << '\n';
    else
        printText(*result);
    return 0;
}

} // namespace

void addModelBenchCommand(CLI::App& model, std::stop_token stop, int& exitCode) {
    constexpr int kMostTokens = 4096;
    constexpr int kMostTexts = 64;
    auto arguments = std::make_shared<BenchArguments>();
    CLI::App* command = model.add_subcommand(
        "bench", "Measure a model's speed and memory beside what the machine allows");
    auto* source = command->add_option_group("source", "What is measured");
    source->add_option("--model", arguments->directory, "Checkpoint folder");
    source
        ->add_option("--random-weights", arguments->randomWeights,
                     "Weights made up in memory: 7b (the shape of FakeVLM) or tiny")
        ->check(CLI::IsMember(kShapes));
    source->require_option(1);
    command
        ->add_option("--bits", arguments->bits,
                     "Bits of a weight: made up, 4 when not said; of a folder, what it has")
        ->check(CLI::IsMember({16, 8, 4}));
    command->add_option("--prompt-tokens", arguments->options.promptTokens, "Tokens of the prompt")
        ->check(CLI::Range(1, kMostTokens))
        ->capture_default_str();
    command->add_option("--new-tokens", arguments->options.newTokens, "Tokens of the answer")
        ->check(CLI::Range(1, kMostTokens))
        ->capture_default_str();
    command->add_option("--batch", arguments->options.batch, "Answers written at the same time")
        ->check(CLI::Range(1, kMostTexts))
        ->capture_default_str();
    command->add_flag("--json", arguments->asJson, "One JSON object on standard output");
    command->callback([arguments, stop, &exitCode] { exitCode = bench(*arguments, stop); });
}

} // namespace app
