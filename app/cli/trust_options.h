// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "core/base/result.h"
#include "core/examination/trust_lists.h"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace app::cli {

/// --trust and --timestamp-trust.
struct TrustOptions {
    std::vector<std::string> signers;
    std::vector<std::string> timeStamps;
};

void addTrustOptions(CLI::App& command, TrustOptions& options);

/// Reads the lists that were given, or those of the settings when none was: then the window says
/// the same. A list that was given has its file's name and the file's date. One of the settings
/// that cannot be read is named on standard error and left out.
/// @errors FileNotFound, FileUnreadable; InvalidArgument for a file without a certificate
[[nodiscard]] core::Result<std::shared_ptr<const core::examination::TrustLists>>
readTrust(const TrustOptions& options, StatusLine& status);

} // namespace app::cli
