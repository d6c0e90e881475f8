// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation_record.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace app::cli {

/// Results of an evaluation, kept line by line so that a stopped one can go on.
class EvalResults {
  public:
    EvalResults() = default;
    EvalResults(const EvalResults&) = delete;
    EvalResults& operator=(const EvalResults&) = delete;
    ~EvalResults();

    /// Reads what an earlier run left and goes on behind it. A torn last line is ignored.
    /// @param engineIdentity  results of another engine are refused
    /// @errors WriteFailed, InvalidArgument (no file of this program, or another engine's)
    [[nodiscard]] core::Result<void> open(const std::filesystem::path& file,
                                          const std::string& engineIdentity);

    /// What an earlier run found on the same bytes; failed measurements are made again. Nothing
    /// before open(). Safe from several threads.
    [[nodiscard]] std::optional<core::evaluation::EvaluationRecord>
    find(const core::evaluation::EvaluationItem& item, core::evaluation::Condition condition) const;

    /// Does nothing before open(). Safe from several threads. @return false when it cannot be kept
    bool add(const core::evaluation::EvaluationRecord& record);

  private:
    [[nodiscard]] bool append(std::string_view text) const;

    std::map<std::string, core::evaluation::EvaluationRecord> m_known;
    std::mutex m_writing; ///< guards the end of the file
    int m_file = -1;
};

} // namespace app::cli
