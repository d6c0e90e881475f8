// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/quantize_command.h"

#include "core/base/error.h"
#include "core/model/blas_info.h"
#include "core/model/quantization/quantize_checkpoint.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <utility>

namespace app {

namespace {

using nlohmann::ordered_json;

struct QuantizeArguments {
    std::string directory;
    std::string out;
    int bits = 8;
    bool asJson = false;
};

std::string printed(const ordered_json& json) {
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

int exitCodeFor(core::ErrorCode code) {
    switch (code) {
    case core::ErrorCode::Cancelled:
        return 130;
    case core::ErrorCode::InvalidArgument:
        return 2;
    case core::ErrorCode::WriteFailed:
        return 1;
    default:
        return 3;
    }
}

int reportFailure(const core::Error& error, const QuantizeArguments& arguments) {
    if (arguments.asJson)
        std::cout << printed(
                         {{"path", arguments.directory},
                          {"error",
                           {{"code", core::errorName(error.code)}, {"message", error.message}}}})
                  << '\n';
    std::cerr << core::errorName(error.code) << ": " << error.message << '\n';
    return exitCodeFor(error.code);
}

int quantize(const QuantizeArguments& arguments, std::stop_token stop) {
    core::model::useThreads(core::model::physicalCores());
    const auto progress = [last = -1](std::string_view stage, double fraction) mutable {
        const int tenths = static_cast<int>(fraction * 10);
        if (tenths != last)
            std::cerr << stage << ' ' << tenths * 10 << " %\n";
        last = tenths;
    };
    const auto summary = core::model::quantizeCheckpoint(
        {arguments.directory, arguments.out, arguments.bits}, progress, std::move(stop));
    if (!summary)
        return reportFailure(summary.error(), arguments);
    if (arguments.asJson)
        std::cout << printed({{"path", arguments.directory},
                              {"out", arguments.out},
                              {"bits", arguments.bits},
                              {"recipe", summary->recipe},
                              {"source_sha256", summary->sourceSha256},
                              {"quantized_tensors", summary->quantizedTensors},
                              {"copied_tensors", summary->copiedTensors},
                              {"source_bytes", summary->sourceBytes},
                              {"weight_bytes", summary->targetBytes}})
                  << '\n';
    else
        std::cout << arguments.out << ": " << summary->quantizedTensors << " layers quantized ("
                  << summary->recipe << "), " << (summary->sourceBytes >> 20U) << " MiB became "
                  << (summary->targetBytes >> 20U) << " MiB.\n";
    return 0;
}

} // namespace

void addQuantizeCommand(CLI::App& model, std::stop_token stop, int& exitCode) {
    auto arguments = std::make_shared<QuantizeArguments>();
    CLI::App* command = model.add_subcommand(
        "quantize", "Write a smaller, faster copy of a checkpoint with 8 or 4 bits a weight");
    command->add_option("directory", arguments->directory, "Checkpoint folder")->required();
    command->add_option("--bits", arguments->bits, "8: nearly exact; 4: smallest")
        ->check(CLI::IsMember({8, 4}))
        ->required();
    command->add_option("-o,--out", arguments->out, "Folder that is made for the copy")->required();
    command->add_flag("--json", arguments->asJson, "One JSON object on standard output");
    command->callback([arguments, stop, &exitCode] { exitCode = quantize(*arguments, stop); });
}

} // namespace app
