// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/evidence_intake.h"

#include "core/base/digest.h"
#include "core/base/running_digest.h"

#include <QDateTime>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace core::cases {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 1 << 20;

class Descriptor {
  public:
    explicit Descriptor(int file) : m_file(file) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_file >= 0)
            ::close(m_file);
    }
    [[nodiscard]] int get() const { return m_file; }

  private:
    int m_file;
};

std::string isoTime(const timespec& time) {
    const qint64 milliseconds = qint64{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toStdString();
}

tl::unexpected<Error> unreadable(const fs::path& file, int reason) {
    if (reason == ENOENT || reason == ENOTDIR)
        return fail(ErrorCode::FileNotFound, "There is no file at " + file.string() + ".");
    return fail(ErrorCode::FileUnreadable,
                "The file " + file.string() + " cannot be read: " + std::strerror(reason) + ".");
}

tl::unexpected<Error> unwritable(const fs::path& folder, int reason) {
    return fail(ErrorCode::WriteFailed, "A copy could not be written to " + folder.string() + ": " +
                                            std::strerror(reason) + ".");
}

bool writeAll(int file, const char* bytes, std::size_t count) {
    while (count > 0) {
        const ssize_t written = ::write(file, bytes, count);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        count -= static_cast<std::size_t>(written);
    }
    return true;
}

/// An open file that gets the bytes that are read, and where it lies; -1: none.
struct CopyTarget {
    int file = -1;
    fs::path folder;
};

Result<FileFacts> read(const fs::path& file, const CopyTarget& copy, const std::stop_token& stop) {
    // O_NONBLOCK: opening a pipe must not wait for somebody to write to it.
    const Descriptor source(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat state {};
    if (source.get() < 0 || ::fstat(source.get(), &state) != 0)
        return unreadable(file, errno);
    if (!S_ISREG(state.st_mode))
        return fail(ErrorCode::FileUnreadable, file.string() + " is not a regular file.");
    RunningDigest sha;
    RunningDigest md5(DigestKind::Md5);
    FileFacts facts;
    std::vector<char> piece(kPiece);
    while (true) {
        if (stop.stop_requested())
            return cancelled();
        const ssize_t count = ::read(source.get(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return unreadable(file, errno);
        if (count == 0)
            break;
        const std::span<const char> read(piece.data(), static_cast<std::size_t>(count));
        sha.add(read);
        md5.add(read);
        facts.bytes += static_cast<std::uint64_t>(count);
        if (copy.file >= 0 && !writeAll(copy.file, piece.data(), static_cast<std::size_t>(count)))
            return unwritable(copy.folder, errno);
    }
    if (facts.bytes == 0)
        return fail(ErrorCode::FileEmpty, "The file " + file.string() + " is empty.");
    facts.sha256 = sha.hex();
    facts.md5 = md5.hex();
    facts.modifiedAt = isoTime(state.st_mtim);
    return facts;
}

/// ".jpg", or nothing when the received name ends in something unusual.
std::string plainExtension(const fs::path& file) {
    std::string extension = file.extension().string();
    constexpr std::size_t kLongest = 6;
    if (extension.size() < 2 || extension.size() > kLongest)
        return {};
    for (char& letter : extension)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    const bool isPlain = std::all_of(extension.begin() + 1, extension.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    });
    return isPlain ? extension : std::string();
}

void flushFolder(const fs::path& folder) {
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() >= 0)
        ::fsync(directory.get());
}

/// Gives a complete copy its final name, unless that very file is there already.
Result<void> settle(const fs::path& copy, const fs::path& final, const std::string& sha256) {
    if (::access(final.c_str(), F_OK) == 0) {
        const auto present = sha256OfFile(final);
        if (present && *present == sha256)
            return {};
        return fail(ErrorCode::WriteFailed, "The copy " + final.string() +
                                                " is damaged: it has other bytes than its name "
                                                "says. Verify the case.");
    }
    if (::rename(copy.c_str(), final.c_str()) != 0)
        return unwritable(final.parent_path(), errno);
    flushFolder(final.parent_path());
    return {};
}

} // namespace

Result<FileFacts> readFacts(const fs::path& file, const std::stop_token& stop) {
    return read(file, {}, stop);
}

Result<StoredCopy> copyIn(const fs::path& file, const fs::path& folder,
                          const std::stop_token& stop) {
    std::string pattern = (folder / (std::string(kIncomingCopy) + "XXXXXX")).string();
    const Descriptor copy(::mkstemp(pattern.data()));
    if (copy.get() < 0)
        return unwritable(folder, errno);
    auto stored = [&]() -> Result<StoredCopy> {
        auto facts = read(file, {copy.get(), folder}, stop);
        if (!facts)
            return tl::unexpected(facts.error());
        if (::fchmod(copy.get(), 0444) != 0 || ::fsync(copy.get()) != 0)
            return unwritable(folder, errno);
        StoredCopy result{*facts, facts->sha256 + plainExtension(file)};
        if (auto settled = settle(pattern, folder / result.name, facts->sha256); !settled)
            return tl::unexpected(settled.error());
        return result;
    }();
    ::unlink(pattern.c_str()); // gone already when it got its final name
    return stored;
}

void removeUnfinishedCopies(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
        std::error_code ignored;
        if (at->path().filename().string().starts_with(kIncomingCopy))
            fs::remove(at->path(), ignored);
    }
}

} // namespace core::cases
