// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/decode_limits.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace core::cases {

/// A picture that nobody writes to any more.
struct NewFile {
    std::filesystem::path path;
    bool hasChanged = false; ///< it was told before, or known, and has other content since
    bool isWhole = true;     ///< false: nothing was added for long, but its end is missing
};

/// Picture files that appear or change below a folder, each told when it stands still and is whole.
class NewFiles {
  public:
    /// A file without its end is waited for so long: a slow or interrupted copy may go on.
    static constexpr std::chrono::seconds kPatience{60};
    using Clock = std::chrono::steady_clock;

    /// @param known   paths that are not new, with their size as far as it is known, else 0
    /// @param limits  a file that may cost more is not looked into
    NewFiles(std::filesystem::path folder, std::map<std::string, std::uintmax_t> known,
             const image::DecodeLimits& limits = {});

    /// To be called every few seconds: a file counts when its size and time are those of the look
    /// before and it reaches the end that it announces. Hidden files and half downloaded ones
    /// (.part, .crdownload, .tmp) never count.
    /// @param now  for the patience
    /// @errors FileNotFound (the folder is gone; it may come back), Cancelled
    [[nodiscard]] Result<std::vector<NewFile>> look(std::stop_token stop,
                                                    Clock::time_point now = Clock::now());

    /// Folders and entries that the latest look could not see into, each with a sentence.
    [[nodiscard]] const std::vector<Error>& problems() const { return m_problems; }

  private:
    struct State {
        std::uintmax_t bytes = 0;
        std::filesystem::file_time_type time;

        bool operator==(const State&) const = default;
    };
    struct Arriving {
        State state;
        Clock::time_point since; ///< the first look that saw it so
        bool isCut = false;      ///< it was found to lack its end
    };

    [[nodiscard]] bool isKnown(const std::string& name, const State& now);

    std::filesystem::path m_folder;
    image::DecodeLimits m_limits;
    std::map<std::string, State> m_known;               ///< as it was when it was told
    std::map<std::string, std::uintmax_t> m_knownSizes; ///< of those not looked at yet
    std::map<std::string, Arriving> m_arriving;
    std::vector<Error> m_problems;
};

} // namespace core::cases
