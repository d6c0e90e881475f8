// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case_record.h"

#include <string>

namespace app::cli {

// A case's records for programs (one line of JSON) and for people; each ends its last line.
[[nodiscard]] std::string exhibitJson(const core::cases::Exhibit& exhibit);
[[nodiscard]] std::string exhibitText(const core::cases::Exhibit& exhibit);
[[nodiscard]] std::string verificationJson(const core::cases::Verification& verification);
[[nodiscard]] std::string verificationText(const core::cases::Verification& verification);

} // namespace app::cli
