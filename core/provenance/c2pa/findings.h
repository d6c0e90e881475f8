// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"

#include <string>
#include <string_view>

namespace core::provenance::c2pa {

/// Text of the file as it may stand in a record: valid length, cut at 1,000 bytes with "…".
[[nodiscard]] std::string clipped(std::string_view text);

/// Collects status codes. Each list stops at 500 entries, the last of which says so.
class Findings {
  public:
    void succeed(std::string_view code, std::string_view uri, std::string_view detail = {});
    void inform(std::string_view code, std::string_view uri, std::string_view detail = {});
    void fail(std::string_view code, std::string_view uri, std::string_view detail = {});
    void add(const examination::C2paStatusLists& lists);

    [[nodiscard]] const examination::C2paStatusLists& lists() const { return m_lists; }
    [[nodiscard]] bool hasFailure(std::string_view code) const;

  private:
    examination::C2paStatusLists m_lists;
};

} // namespace core::provenance::c2pa
