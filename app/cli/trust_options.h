// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// Reads the lists. A list has its file's name and the file's date.
/// @errors FileNotFound, FileUnreadable; InvalidArgument for a file without a certificate
[[nodiscard]] core::Result<std::shared_ptr<const core::examination::TrustLists>>
readTrust(const TrustOptions& options);

} // namespace app::cli
