// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/folder_scanner.h"

#include "core/image/format_sniffer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace core::image {

namespace {

namespace fs = std::filesystem;

/// Whether the first bytes are a picture's; the reason when they cannot be read. The caller knows
/// that it is a regular file.
tl::expected<bool, int> hasPictureContent(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return tl::unexpected(errno);
    std::array<std::uint8_t, 64> start{};
    const auto count = ::read(file, start.data(), start.size());
    ::close(file);
    return count > 0 &&
           sniffFormat(std::span(start).first(static_cast<std::size_t>(count))) != Format::Unknown;
}

/// What stands in a folder and is neither a file nor a folder, as a sentence.
Error leftOut(const fs::path& path, fs::file_type type) {
    const std::string left = "Left out: " + path.string() + " is ";
    std::error_code error;
    switch (type) {
    case fs::file_type::not_found:
        return {ErrorCode::FileNotFound, left + "a link to " +
                                             fs::read_symlink(path, error).string() +
                                             ", where nothing is."};
    case fs::file_type::fifo:
        return {ErrorCode::FileUnreadable, left + "a pipe."};
    case fs::file_type::socket:
        return {ErrorCode::FileUnreadable, left + "a socket."};
    case fs::file_type::block:
    case fs::file_type::character:
        return {ErrorCode::FileUnreadable, left + "a device."};
    default:
        return {ErrorCode::FileUnreadable, left + "neither a file nor a folder."};
    }
}

class Scan {
  public:
    Scan(Descend descend, const std::function<void(const std::vector<fs::path>&)>& found,
         std::stop_token stop)
        : m_descend(descend), m_found(found), m_stop(std::move(stop)) {}

    /// @return false when the scan was cancelled
    [[nodiscard]] bool folder(const fs::path& path, int depth, bool isHidden = false) {
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
            const bool isCovert = isHidden || entry.filename().string().starts_with('.');
            if (fs::is_directory(status)) {
                if (m_descend == Descend::Yes && !folder(entry, depth + 1, isCovert))
                    return false;
            } else if (fs::is_regular_file(status)) {
                if (isCovert)
                    m_result.others.push_back(entry);
                else
                    addIfPicture(entry);
            } else if (error && error != std::errc::no_such_file_or_directory) {
                cannotRead("Left out: " + entry.string(), error.value());
            } else if (fs::exists(status) || fs::is_symlink(fs::symlink_status(entry, error))) {
                m_result.problems.push_back(leftOut(entry, status.type()));
            } // else it was removed meanwhile
        }
        return true;
    }

    void addIfPicture(const fs::path& file) {
        if (formatOfExtension(file.filename().string()) != Format::Unknown) {
            add(file);
            return;
        }
        const auto isPicture = hasPictureContent(file);
        if (!isPicture)
            cannotRead("Left out: " + file.string(), isPicture.error());
        else if (*isPicture)
            add(file);
        else
            m_result.others.push_back(file);
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
        if (depth > kMaxDepth) {
            m_result.problems.push_back(
                {ErrorCode::LimitExceeded, "Left out: " + path.string() + " lies more than " +
                                               std::to_string(kMaxDepth) + " folders deep."});
            return false;
        }
        if (::stat(path.c_str(), &state) != 0) {
            cannotRead("The folder " + path.string(), errno);
            return false;
        }
        return m_visited.emplace(state.st_dev, state.st_ino).second;
    }

    /// All entries, sorted. @return false when the scan was cancelled
    bool list(const fs::path& path, std::vector<fs::path>& entries) {
        std::error_code error;
        fs::directory_iterator at(path, error);
        for (; !error && at != fs::directory_iterator(); at.increment(error)) {
            if (m_stop.stop_requested())
                return false;
            entries.push_back(at->path());
        }
        if (error)
            cannotRead("The folder " + path.string(), error.value());
        std::ranges::sort(entries);
        return true;
    }

    void cannotRead(const std::string& what, int reason) {
        m_result.problems.push_back(
            {ErrorCode::FileUnreadable,
             what + " could not be read: " + std::generic_category().message(reason) + "."});
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
    if (!fs::exists(status) && fs::is_symlink(fs::symlink_status(path, error)))
        return fail(ErrorCode::FileNotFound, path.string() + " is a link to " +
                                                 fs::read_symlink(path, error).string() +
                                                 ", where nothing is.");
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
