// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace core::cases {

/// Picture files that appear below a folder, each told once, when nobody writes to it any more.
class NewFiles {
  public:
    /// @param known  paths that are not new
    NewFiles(std::filesystem::path folder, std::set<std::string> known)
        : m_folder(std::move(folder)), m_known(std::move(known)) {}

    /// To be called every few seconds: a file counts when its size and time are those of the look
    /// before. Hidden files and half downloaded ones (.part, .crdownload, .tmp) never count.
    /// @errors FileNotFound (the folder is gone; it may come back), Cancelled
    [[nodiscard]] Result<std::vector<std::filesystem::path>> look(std::stop_token stop);

  private:
    struct State {
        std::uintmax_t bytes = 0;
        std::filesystem::file_time_type time;

        bool operator==(const State&) const = default;
    };

    std::filesystem::path m_folder;
    std::set<std::string> m_known;
    std::map<std::string, State> m_arriving;
};

} // namespace core::cases
