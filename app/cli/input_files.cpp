// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input_files.h"

#include <algorithm>

namespace app::cli {

InputList listInputs(const std::vector<std::string>& paths, core::image::Descend descend,
                     CommandContext& context) {
    InputList list;
    for (const std::string& path : paths) {
        context.status.show("Looking through " + printable(path));
        auto scan = core::image::scanFolder(path, descend, {}, context.interruption.token());
        if (!scan) {
            if (scan.error().code != core::ErrorCode::Cancelled)
                list.files.push_back({path, scan.error()});
            continue;
        }
        for (const core::Error& problem : scan->problems) {
            context.status.say(problem.message);
            list.hasProblem = true;
        }
        if (scan->files.empty())
            context.status.say("There is no picture in " + path +
                               (descend == core::image::Descend::No
                                    ? "; --recursive looks into the folders below it too."
                                    : "."));
        for (auto& file : scan->files)
            list.files.push_back({std::move(file), std::nullopt});
    }
    context.status.clear();
    list.hasProblem = list.hasProblem || list.files.empty();
    return list;
}

bool isAmong(const std::filesystem::path& file, const std::vector<InputFile>& inputs) {
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return false;
    return std::ranges::any_of(inputs, [&](const InputFile& input) {
        std::error_code missing;
        return std::filesystem::equivalent(file, input.path, missing);
    });
}

} // namespace app::cli
