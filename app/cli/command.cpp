// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/exit_codes.h"

namespace app::cli {

int tellBrokenOutput(CommandContext& context) {
    const std::string failure = context.output.failure();
    if (failure.empty())
        return kInterrupted;
    context.status.say(failure);
    return kSomeFailed;
}

} // namespace app::cli
