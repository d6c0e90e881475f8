// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input_files.h"

#include "core/image/content_guess.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>

namespace app::cli {

namespace {

/// Whether a file is a picture of another format, or of an unknown kind.
bool mayBePicture(const std::filesystem::path& file) {
    std::array<char, 4096> start{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    const auto count = static_cast<std::size_t>(stream.gcount());
    return core::image::mayHoldPicture(
        {reinterpret_cast<const std::uint8_t*>(start.data()), count});
}

/// Files that are no pictures by name and content get a place in the output as well, where it says
/// what they are.
void addOthers(std::vector<std::filesystem::path>& others, const std::string& folder,
               InputList& list, CommandContext& context) {
    if (others.empty())
        return;
    context.status.say(std::to_string(others.size()) +
                       (others.size() == 1 ? " file in " : " files in ") + folder +
                       (others.size() == 1 ? " is" : " are") +
                       " hidden or no picture by name and content; the output names each.");
    for (auto& other : others) {
        const bool isNoPicture = !mayBePicture(other);
        InputFile file{std::move(other), std::nullopt};
        file.isNoPicture = isNoPicture;
        list.files.push_back(std::move(file));
    }
}

} // namespace

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
        addOthers(scan->others, path, list, context);
    }
    context.status.clear();
    if (leftOut > 0)
        context.status.say("Left out: " + std::to_string(leftOut) +
                           (leftOut == 1 ? " entry." : " entries."));
    // A run without any picture is none that went well.
    list.hasProblem = leftOut > 0 || std::ranges::all_of(list.files, &InputFile::isNoPicture);
    return list;
}

core::KeptFiles keptFiles(const std::vector<InputFile>& inputs) {
    core::KeptFiles kept;
    for (const InputFile& input : inputs)
        kept.add(input.path);
    return kept;
}

} // namespace app::cli
