// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case_record.h"
#include "core/examination/examination.h"

#include <string>

namespace app::cli {

// A case's records for programs (one line of JSON) and for people; each ends its last line.

/// @param examination  the exhibit's latest, null when there is none: its headline is said in the
///                     window's words
[[nodiscard]] std::string exhibitJson(const core::cases::Exhibit& exhibit,
                                      const core::examination::Examination* examination);
[[nodiscard]] std::string exhibitText(const core::cases::Exhibit& exhibit,
                                      const core::examination::Examination* examination);
[[nodiscard]] std::string verificationJson(const core::cases::Verification& verification);
[[nodiscard]] std::string verificationText(const core::cases::Verification& verification);

} // namespace app::cli
