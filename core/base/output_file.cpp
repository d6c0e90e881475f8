// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/output_file.h"

#include "core/base/readable_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace core {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLookedAt = 4096; ///< bytes at either end in which a mark is looked for
constexpr mode_t kUsualMode = 0644;

std::string text(const fs::path& file) {
    return file.string();
}

/// What a process was given by name; writing there is writing to what the caller opened.
bool isOpenDescriptor(const fs::path& file) {
    const std::string name = file.lexically_normal().string();
    return name == "/dev/stdout" || name == "/dev/stderr" || name.starts_with("/dev/fd/") ||
           name.starts_with("/proc/self/fd/");
}

/// Bytes of a regular file from an offset on, at most so many.
std::string bytesAt(int file, off_t offset, std::size_t most) {
    std::string bytes(most, '\0');
    std::size_t done = 0;
    while (done < most) {
        const ssize_t count =
            ::pread(file, bytes.data() + done, most - done, offset + static_cast<off_t>(done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return bytes;
}

bool isText(const std::string& bytes) {
    const bool hasControls = std::ranges::any_of(
        bytes, [](unsigned char c) { return c < ' ' && c != '\n' && c != '\t' && c != '\r'; });
    // The last character may have been cut.
    constexpr std::size_t kLongestCut = 3;
    for (std::size_t cut = 0; !hasControls && cut <= std::min(kLongestCut, bytes.size()); ++cut)
        if (isUtf8(std::string_view(bytes).substr(0, bytes.size() - cut)))
            return true;
    return false;
}

bool isOfKind(int file, off_t size, const OutputKind& kind) {
    if (size == 0)
        return true;
    const std::string first = bytesAt(file, 0, kLookedAt);
    if (kind.isAnyText)
        return isText(first);
    if (kind.start.empty() || first.size() < kind.startsAt ||
        !std::string_view(first).substr(kind.startsAt).starts_with(kind.start))
        return false;
    const off_t tail = std::max<off_t>(0, size - static_cast<off_t>(kLookedAt));
    return kind.mark.empty() || first.find(kind.mark) != std::string::npos ||
           bytesAt(file, tail, kLookedAt).find(kind.mark) != std::string::npos;
}

tl::unexpected<Error> refused(const fs::path& file, const std::string& why) {
    return fail(ErrorCode::InvalidArgument, text(file) + " " + why);
}

/// The folder that a file lies in, as it really is. Parts that are not there stay as they are.
fs::path realFolder(const fs::path& file) {
    std::error_code error;
    const fs::path parent = fs::absolute(file, error).parent_path();
    fs::path real = fs::weakly_canonical(parent, error);
    return error ? parent.lexically_normal() : real;
}

/// Nothing may be put into a case from outside but into its folder exports/.
Result<void> checkCases(const fs::path& file, const fs::path& folder) {
    std::error_code error;
    for (fs::path at = folder; at.has_relative_path(); at = at.parent_path()) {
        if (!fs::exists(fs::symlink_status(at / "case.sqlite", error)))
            continue;
        const fs::path within = folder.lexically_relative(at);
        if (within.empty() || *within.begin() != "exports")
            return refused(file, "lies within the case " + text(at) +
                                     ", whose files are not written over; name a file elsewhere, "
                                     "or below its folder exports.");
    }
    return {};
}

/// @param state  of what is there, links not followed
Result<void> checkPresent(const fs::path& file, const struct stat& state, const OutputKind& kind) {
    if (S_ISLNK(state.st_mode)) {
        struct stat target {};
        const bool isStream = ::stat(file.c_str(), &target) == 0 &&
                              (S_ISCHR(target.st_mode) || S_ISFIFO(target.st_mode));
        if (isStream || isOpenDescriptor(file))
            return {};
        return refused(file, "is a link, and nothing is written through a link; name another "
                             "file.");
    }
    if (S_ISCHR(state.st_mode) || S_ISFIFO(state.st_mode))
        return {};
    if (!S_ISREG(state.st_mode))
        return refused(file, "is neither a file nor a pipe; name another one.");
    constexpr mode_t kAnyWrite = S_IWUSR | S_IWGRP | S_IWOTH;
    if ((state.st_mode & kAnyWrite) == 0)
        return refused(file, "is there already and is protected against writing; name another "
                             "file.");
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    const bool mayReplace = descriptor >= 0 && isOfKind(descriptor, state.st_size, kind);
    if (descriptor >= 0)
        ::close(descriptor);
    if (!mayReplace)
        return refused(file, "is there already and is not " + std::string(kind.name) +
                                 "; it is not overwritten. Name another file.");
    return {};
}

bool writeAll(int file, std::string_view bytes, std::optional<off_t> offset) {
    while (!bytes.empty()) {
        const ssize_t count = offset ? ::pwrite(file, bytes.data(), bytes.size(), *offset)
                                     : ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
        if (offset)
            *offset += count;
    }
    return true;
}

void flushFolder(const fs::path& folder) {
    const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return;
    ::fsync(directory);
    ::close(directory);
}

/// A name beside the file that nobody else has, short enough for every file system.
fs::path freshNameBeside(const fs::path& file, int attempt) {
    constexpr std::size_t kMostOfTheName = 100;
    return file.parent_path() /
           ("." + file.filename().string().substr(0, kMostOfTheName) + "." +
            std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".part");
}

} // namespace

void KeptFiles::add(const fs::path& file) {
    struct stat state {};
    if (::stat(file.c_str(), &state) == 0)
        m_files.emplace(state.st_dev, state.st_ino);
}

bool KeptFiles::holds(const fs::path& file) const {
    struct stat state {};
    return ::stat(file.c_str(), &state) == 0 && m_files.contains({state.st_dev, state.st_ino});
}

Result<void> OutputFile::check(const fs::path& file, const OutputKind& kind, const KeptFiles& kept,
                               OutputPlace place) {
    std::error_code error;
    if (fs::is_directory(file, error))
        return fail(ErrorCode::WriteFailed, text(file) + " is a folder; name a file in it.");
    if (file.empty() || !file.has_filename())
        return refused(file, "names no file.");
    if (kept.holds(file))
        return refused(file, "is one of the files that are examined, and writing there would "
                             "overwrite it; name another file.");
    if (place == OutputPlace::Outside && !isOpenDescriptor(file)) {
        if (auto outside = checkCases(file, realFolder(file)); !outside)
            return outside;
    }
    struct stat state {};
    if (::lstat(file.c_str(), &state) != 0)
        return {};
    return checkPresent(file, state, kind);
}

Result<OutputFile> OutputFile::create(const fs::path& file, const OutputKind& kind,
                                      const KeptFiles& kept, OutputPlace place) {
    if (auto allowed = check(file, kind, kept, place); !allowed)
        return tl::unexpected(allowed.error());
    OutputFile output(file, kind, kept, place);
    if (auto opened = output.open(); !opened)
        return tl::unexpected(opened.error());
    return output;
}

Result<void> OutputFile::open() {
    struct stat state {};
    const bool isThere = ::stat(m_file.c_str(), &state) == 0;
    if (isThere && (!S_ISREG(state.st_mode) || isOpenDescriptor(m_file))) {
        // O_NONBLOCK is not wanted: a pipe waits for its reader.
        m_descriptor = ::open(m_file.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
        return m_descriptor < 0 ? Result<void>(failed(errno)) : Result<void>();
    }
    constexpr int kMostAttempts = 1000;
    for (int attempt = 0; attempt < kMostAttempts && m_descriptor < 0; ++attempt) {
        m_partial = freshNameBeside(m_file, attempt);
        m_descriptor = ::open(m_partial.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                              kUsualMode);
        if (m_descriptor < 0 && errno != EEXIST)
            break;
    }
    if (m_descriptor < 0) {
        m_partial.clear();
        return failed(errno);
    }
    if (isThere)
        static_cast<void>(::fchmod(m_descriptor, state.st_mode & 0777U));
    return {};
}

Result<int> OutputFile::openGrowing(const fs::path& file, const OutputKind& kind,
                                    const KeptFiles& kept) {
    if (auto allowed = check(file, kind, kept); !allowed)
        return tl::unexpected(allowed.error());
    const int descriptor =
        ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC,
               kUsualMode);
    struct stat state {};
    if (descriptor < 0 || ::fstat(descriptor, &state) != 0) {
        const int reason = errno;
        if (descriptor >= 0)
            ::close(descriptor);
        return fail(ErrorCode::WriteFailed,
                    text(file) + " cannot be opened for writing: " + std::strerror(reason) + ".");
    }
    if (!S_ISREG(state.st_mode)) {
        ::close(descriptor);
        return refused(file, "is not a regular file; name another one.");
    }
    return descriptor;
}

Result<void> OutputFile::makeFolder(const fs::path& folder) {
    std::error_code error;
    if (auto outside = checkCases(folder, realFolder(folder / "file")); !outside)
        return outside;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::WriteFailed,
                    "The folder " + text(folder) + " cannot be made; choose another place.");
    return {};
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_file(std::move(other.m_file)), m_partial(std::exchange(other.m_partial, {})),
      m_kind(other.m_kind), m_kept(std::move(other.m_kept)), m_place(other.m_place),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

OutputFile::~OutputFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_partial.empty())
        ::unlink(m_partial.c_str());
}

tl::unexpected<Error> OutputFile::failed(int reason) const {
    return fail(ErrorCode::WriteFailed, text(m_file) +
                                            " could not be written: " + std::strerror(reason) +
                                            ". Is the disk full or the folder read-only?");
}

Result<void> OutputFile::write(std::string_view bytes) {
    return writeAll(m_descriptor, bytes, std::nullopt) ? Result<void>()
                                                       : Result<void>(failed(errno));
}

Result<void> OutputFile::writeAt(std::uint64_t offset, std::string_view bytes) {
    return writeAll(m_descriptor, bytes, static_cast<off_t>(offset)) ? Result<void>()
                                                                     : Result<void>(failed(errno));
}

Result<void> OutputFile::commit() {
    if (m_partial.empty()) {
        const int descriptor = std::exchange(m_descriptor, -1);
        return descriptor < 0 || ::close(descriptor) == 0 ? Result<void>()
                                                          : Result<void>(failed(errno));
    }
    if (::fsync(m_descriptor) != 0)
        return failed(errno);
    // Somebody may have put something there meanwhile.
    if (auto allowed = check(m_file, m_kind, m_kept, m_place); !allowed)
        return allowed;
    if (::rename(m_partial.c_str(), m_file.c_str()) != 0)
        return failed(errno);
    m_partial.clear();
    flushFolder(realFolder(m_file));
    return {};
}

Result<void> writeOutput(const fs::path& file, const OutputKind& kind, std::string_view bytes,
                         const KeptFiles& kept, OutputPlace place) {
    auto output = OutputFile::create(file, kind, kept, place);
    if (!output)
        return tl::unexpected(output.error());
    if (auto written = output->write(bytes); !written)
        return written;
    return output->commit();
}

} // namespace core
