// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/case_watch.h"

#include "app/cli/case_examination.h"
#include "app/cli/exit_codes.h"
#include "core/cases/new_files.h"

#include <chrono>
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

InputList inputsFrom(const std::vector<std::filesystem::path>& files) {
    InputList inputs;
    for (const auto& file : files)
        inputs.files.push_back({file, std::nullopt});
    return inputs;
}

} // namespace

int watchFolder(core::cases::CaseStore& store, const std::filesystem::path& folder,
                core::cases::Keeping keeping, const EngineOptions& engine,
                CommandContext& context) {
    const auto exhibits = store.exhibits();
    if (!exhibits) {
        context.status.say(exhibits.error().message);
        return kSomeFailed;
    }
    std::set<std::string> known;
    for (const auto& exhibit : *exhibits)
        known.insert(exhibit.receivedPath);
    std::error_code error;
    const auto place = std::filesystem::absolute(folder, error).lexically_normal();
    core::cases::NewFiles files(place, std::move(known));
    if (auto logged = store.recordAction("watch", {{"folder", place.string()}, {"state", "begun"}});
        !logged) {
        context.status.say(logged.error().message);
        return kSomeFailed;
    }
    bool hasFailed = false;
    std::string lastProblem;
    for (bool isFirst = true; !context.interruption.isRequested(); isFirst = false) {
        const auto found = files.look(context.interruption.token());
        const std::string problem = found ? std::string() : found.error().message;
        if (!problem.empty() && problem != lastProblem && !context.interruption.isRequested())
            context.status.say(problem); // the folder may come back
        lastProblem = problem;
        // What was left over from before is examined first.
        if (isFirst || (found && !found->empty())) {
            CaseExamination examination(store, engine, context);
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
