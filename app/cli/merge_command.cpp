// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/merge_command.h"

#include "app/cli/model_failure.h"
#include "core/model/adapter_merge.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace app {

namespace {

struct MergeArguments {
    std::string base;
    std::string adapter;
    std::string out;
    bool asJson = false;
};

int merge(const MergeArguments& arguments, std::stop_token stop) {
    const auto summary =
        core::model::mergeAdapter({arguments.base, arguments.adapter, arguments.out}, {}, stop);
    if (!summary)
        return reportModelFailure(summary.error(), arguments.base, arguments.asJson);
    if (arguments.asJson)
        std::cout << nlohmann::ordered_json({{"base", arguments.base},
                                             {"adapter", arguments.adapter},
                                             {"out", arguments.out},
                                             {"merged_tensors", summary->mergedTensors},
                                             {"copied_tensors", summary->copiedTensors},
                                             {"weight_bytes", summary->bytes}})
                         .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                  << '\n';
    else
        std::cout << arguments.out << ": the adapter was merged into " << summary->mergedTensors
                  << " weights, " << summary->copiedTensors << " were copied.\n";
    return 0;
}

} // namespace

void addMergeCommand(CLI::App& model, std::stop_token stop, int& exitCode) {
    auto arguments = std::make_shared<MergeArguments>();
    CLI::App* command = model.add_subcommand(
        "merge", "Write a copy of a checkpoint with a LoRA adapter merged into its weights");
    command->add_option("base", arguments->base, "Checkpoint folder")->required();
    command->add_option("adapter", arguments->adapter, "Folder of the adapter")->required();
    command->add_option("-o,--out", arguments->out, "Folder that is made for the copy")->required();
    command->add_flag("--json", arguments->asJson, "One JSON object on standard output");
    command->callback([arguments, stop, &exitCode] { exitCode = merge(*arguments, stop); });
}

} // namespace app
