// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/folder_scanner.h"

#include "core/image/format_sniffer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace core::image {

namespace {

namespace fs = std::filesystem;

/// Whether the first bytes are a picture's. The caller knows that it is a regular file.
bool hasPictureContent(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return false;
    std::array<std::uint8_t, 64> start{};
    const auto count = ::read(file, start.data(), start.size());
    ::close(file);
    return count > 0 &&
           sniffFormat(std::span(start).first(static_cast<std::size_t>(count))) != Format::Unknown;
}

class Scan {
  public:
    Scan(Descend descend, const std::function<void(const std::vector<fs::path>&)>& found,
         std::stop_token stop)
        : m_descend(descend), m_found(found), m_stop(std::move(stop)) {}

    /// @return false when the scan was cancelled
    [[nodiscard]] bool folder(const fs::path& path, int depth) {
        if (!enters(path, depth))
            return true;
        std::vector<fs::path> entries;
        if (!list(path, entries))
            return false;
        for (const fs::path& entry : entries) {
            if (m_stop.stop_requested())
                return false;
            std::error_code error;
            const fs::file_status status = fs::status(entry, error); // follows links
            if (fs::is_directory(status)) {
                if (m_descend == Descend::Yes && !folder(entry, depth + 1))
                    return false;
            } else if (fs::is_regular_file(status) &&
                       (formatOfExtension(entry.filename().string()) != Format::Unknown ||
                        hasPictureContent(entry))) {
                add(entry);
            }
        }
        return true;
    }

    void add(const fs::path& path) {
        m_result.files.push_back(path);
        m_batch.push_back(path);
        if (m_batch.size() == kBatch)
            hand();
    }

    [[nodiscard]] FolderScan finish() {
        hand();
        return std::move(m_result);
    }

  private:
    static constexpr std::size_t kBatch = 2'000;
    static constexpr int kMaxDepth = 100;

    void hand() {
        if (m_found && !m_batch.empty())
            m_found(m_batch);
        m_batch.clear();
    }

    /// A folder is entered once, by identity, so that links cannot lead round in circles.
    bool enters(const fs::path& path, int depth) {
        struct stat state {};
        if (depth > kMaxDepth || ::stat(path.c_str(), &state) != 0)
            return false;
        return m_visited.emplace(state.st_dev, state.st_ino).second;
    }

    /// The visible entries, sorted. @return false when the scan was cancelled
    bool list(const fs::path& path, std::vector<fs::path>& entries) {
        std::error_code error;
        fs::directory_iterator at(path, error);
        for (; !error && at != fs::directory_iterator(); at.increment(error)) {
            if (m_stop.stop_requested())
                return false;
            if (!at->path().filename().string().starts_with('.'))
                entries.push_back(at->path());
        }
        if (error)
            m_result.problems.push_back(
                {ErrorCode::FileUnreadable,
                 "The folder " + path.string() + " could not be read: " + error.message() + "."});
        std::ranges::sort(entries);
        return true;
    }

    Descend m_descend;
    const std::function<void(const std::vector<fs::path>&)>& m_found;
    std::stop_token m_stop;
    FolderScan m_result;
    std::vector<fs::path> m_batch;
    std::set<std::pair<dev_t, ino_t>> m_visited;
};

} // namespace

Result<FolderScan> scanFolder(const std::filesystem::path& path, Descend descend,
                              const std::function<void(const std::vector<fs::path>&)>& found,
                              std::stop_token stop) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return fail(ErrorCode::FileNotFound,
                    "There is no file or folder at " + path.string() + ".");
    Scan scan(descend, found, stop);
    if (!fs::is_directory(status))
        scan.add(path);
    else if (!scan.folder(path, 0))
        return cancelled();
    return scan.finish();
}

} // namespace core::image
