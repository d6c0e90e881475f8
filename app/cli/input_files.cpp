// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input_files.h"

namespace app::cli {

InputList listInputs(const std::vector<std::string>& paths, core::image::Descend descend,
                     CommandContext& context) {
    InputList list;
    std::size_t leftOut = 0;
    for (const std::string& path : paths) {
        context.status.show("Looking through " + printable(path));
        auto scan = core::image::scanFolder(path, descend, {}, context.interruption.token());
        if (!scan) {
            if (scan.error().code != core::ErrorCode::Cancelled)
                list.files.push_back({path, scan.error()});
            continue;
        }
        for (const core::Error& problem : scan->problems)
            context.status.say(problem.message);
        leftOut += scan->problems.size();
        if (scan->files.empty())
            context.status.say("There is no picture in " + path +
                               (descend == core::image::Descend::No
                                    ? "; --recursive looks into the folders below it too."
                                    : "."));
        for (auto& file : scan->files)
            list.files.push_back({std::move(file), std::nullopt});
    }
    context.status.clear();
    if (leftOut > 0)
        context.status.say("Left out: " + std::to_string(leftOut) +
                           (leftOut == 1 ? " entry." : " entries."));
    list.hasProblem = leftOut > 0 || list.files.empty();
    return list;
}

core::KeptFiles keptFiles(const std::vector<InputFile>& inputs) {
    core::KeptFiles kept;
    for (const InputFile& input : inputs)
        kept.add(input.path);
    return kept;
}

} // namespace app::cli
