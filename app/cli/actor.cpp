// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/actor.h"

#include <pwd.h>
#include <unistd.h>

namespace app::cli {

std::string actorName(const std::string& examiner) {
    std::string person = examiner;
    if (person.empty()) {
        // Only the main thread asks.
        const passwd* account = ::getpwuid(::getuid()); // NOLINT(concurrency-mt-unsafe)
        person = account != nullptr ? account->pw_name : "uid " + std::to_string(::getuid());
    }
    return person + " (clueglass-cli " + CLUEGLASS_VERSION + ")";
}

} // namespace app::cli
