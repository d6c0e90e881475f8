// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/case_watch.h"

#include "app/cli/exit_codes.h"
#include "core/cases/new_files.h"

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <thread>

namespace app::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto kBetweenLooks = 2s;
constexpr auto kListen = 100ms; ///< for an interruption

void rest(const CommandContext& context) {
    const auto end = std::chrono::steady_clock::now() + kBetweenLooks;
    while (!context.interruption.isRequested() && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(kListen);
}

std::string noteOn(const core::cases::NewFile& file) {
    std::string note;
    if (file.hasChanged)
        note = file.path.string() + " changed after it was taken in; it was taken in again.";
    if (!file.isWhole)
        note += (note.empty() ? "" : " ") + file.path.string() +
                " lacks its end, and nothing was added to it for a minute; it was taken in as it "
                "is.";
    return note;
}

InputList inputsFrom(const std::vector<core::cases::NewFile>& files) {
    InputList inputs;
    for (const auto& file : files)
        inputs.files.push_back({file.path, std::nullopt, noteOn(file)});
    return inputs;
}

} // namespace

int watchFolder(core::cases::CaseStore& store, const std::filesystem::path& folder,
                core::cases::Keeping keeping, const CaseWork& work, CommandContext& context) {
    const auto exhibits = store.exhibits();
    if (!exhibits) {
        context.status.say(exhibits.error().message);
        return kSomeFailed;
    }
    std::map<std::string, std::uintmax_t> known;
    for (const auto& exhibit : *exhibits)
        known[exhibit.receivedPath] = exhibit.bytes; // the latest, when it changed before
    std::error_code error;
    const auto place = std::filesystem::absolute(folder, error).lexically_normal();
    core::cases::NewFiles files(place, std::move(known), context.limits);
    if (auto logged = store.recordAction("watch", {{"folder", place.string()}, {"state", "begun"}});
        !logged) {
        context.status.say(logged.error().message);
        return kSomeFailed;
    }
    bool hasFailed = false;
    std::string lastProblem;
    std::set<std::string> told; ///< what was left out, said once each
    for (bool isFirst = true; !context.interruption.isRequested(); isFirst = false) {
        const auto found = files.look(context.interruption.token());
        const std::string problem = found ? std::string() : found.error().message;
        if (!problem.empty() && problem != lastProblem && !context.interruption.isRequested())
            context.status.say(problem); // the folder may come back
        lastProblem = problem;
        for (const core::Error& leftOut : files.problems()) {
            if (!told.insert(leftOut.message).second)
                continue;
            context.status.say(leftOut.message);
            hasFailed = true;
        }
        // What was left over from before is examined first.
        if (isFirst || (found && !found->empty())) {
            CaseExamination examination(store, work, context);
            const int code = examination.run(found ? inputsFrom(*found) : InputList(), keeping);
            if (code == kWrongUsage || code == kEngineFailed)
                return code;
            hasFailed = hasFailed || code == kSomeFailed;
        }
        context.status.show("Watching " + place.string() + "; Ctrl+C ends");
        rest(context);
    }
    context.status.clear();
    // Being interrupted is how watching ends.
    const auto logged =
        store.recordAction("watch", {{"folder", place.string()}, {"state", "ended"}});
    return hasFailed || !logged ? kSomeFailed : kAllDone;
}

} // namespace app::cli
