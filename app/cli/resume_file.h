// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/examination/examination.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace app::cli {

/// What tells a changed file without reading it.
struct FileStamp {
    std::uint64_t bytes = 0;
    std::int64_t modifiedNs = 0; ///< since the epoch

    bool operator==(const FileStamp&) const = default;
};

/// Nothing when there is no such file.
[[nodiscard]] std::optional<FileStamp> stampOf(const std::filesystem::path& file);

/// What is already examined, kept in a file that only grows: a head line, then one line of JSON for
/// each picture with its path, size, time, the engine's identity and the result. A last line torn
/// by a kill counts for nothing. Failures are not kept, so that they are tried again.
class ResumeFile {
  public:
    ResumeFile() = default;
    ResumeFile(const ResumeFile&) = delete;
    ResumeFile& operator=(const ResumeFile&) = delete;
    ~ResumeFile();

    /// @param engineIdentity  results of another engine are left alone and not used
    /// @errors InvalidArgument (a file of another kind, or in use by another process),
    ///         FileUnreadable, WriteFailed
    [[nodiscard]] core::Result<void> open(const std::filesystem::path& file,
                                          std::string engineIdentity);

    /// The result for a picture whose bytes are still those that were examined: the same size and
    /// time, or else the same hash. Its path is the one given here. Any thread.
    [[nodiscard]] std::optional<core::examination::Examination>
    find(const std::filesystem::path& picture) const;

    /// Keeps a result; it is in the file when this returns. Any thread.
    /// @param stamp  the picture's, taken before it was examined
    /// @errors WriteFailed
    [[nodiscard]] core::Result<void> add(const std::filesystem::path& picture,
                                         const FileStamp& stamp,
                                         const core::examination::Examination& examination);

    /// Lines in the middle that could not be understood.
    [[nodiscard]] int damagedLines() const { return m_damagedLines; }

  private:
    struct Place {
        std::int64_t offset = 0; ///< of the line in the file
        std::size_t length = 0;
        FileStamp stamp;
        std::string sha256;
    };

    core::Result<void> checkHead(const std::filesystem::path& file, std::size_t size) const;
    core::Result<void> readIndex();
    void index(const std::string& line, std::int64_t offset);

    int m_file = -1;
    std::string m_engineIdentity;
    std::map<std::string, Place> m_places; ///< by absolute path; complete after open()
    int m_damagedLines = 0;
    std::mutex m_writing;  ///< guards the end of the file and m_isTorn
    bool m_isTorn = false; ///< the last line was not written to its end
};

} // namespace app::cli
