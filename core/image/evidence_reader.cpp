// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/evidence_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>

namespace core::image {

namespace {

/// An open file that is closed with its scope.
class Descriptor {
  public:
    explicit Descriptor(const std::filesystem::path& path) {
        // Not waiting (O_NONBLOCK) keeps a pipe without a writer from blocking us for ever. Leaving
        // the access time alone is only allowed to the file's owner.
        constexpr int kFlags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
        m_number = ::open(path.c_str(), kFlags | O_NOATIME);
        if (m_number < 0 && errno == EPERM)
            m_number = ::open(path.c_str(), kFlags);
    }
    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return m_number; }

  private:
    int m_number = -1;
};

tl::unexpected<Error> openFailure(const std::filesystem::path& path, int reason) {
    if (reason == ENOENT || reason == ENOTDIR)
        return fail(ErrorCode::FileNotFound, "There is no file at " + path.string() + ".");
    if (reason == EACCES)
        return fail(ErrorCode::FileUnreadable,
                    "The file " + path.string() + " may not be read; check its permissions.");
    return fail(ErrorCode::FileUnreadable,
                "The file " + path.string() + " cannot be opened: " + std::strerror(reason) + ".");
}

Result<std::int64_t> regularFileSize(int file, const std::filesystem::path& path,
                                     const DecodeLimits& limits) {
    struct stat state {};
    if (::fstat(file, &state) != 0)
        return openFailure(path, errno);
    if (S_ISDIR(state.st_mode))
        return fail(ErrorCode::FileUnreadable, path.string() + " is a folder, not a picture.");
    if (!S_ISREG(state.st_mode))
        return fail(ErrorCode::FileUnreadable,
                    path.string() + " is a pipe or a device, not a file.");
    if (state.st_size == 0)
        return fail(ErrorCode::FileEmpty,
                    "The file " + path.string() + " is empty; get a complete copy.");
    if (state.st_size > limits.maxFileBytes)
        return fail(ErrorCode::LimitExceeded,
                    "The file has " + std::to_string(state.st_size >> 20) + " MiB; at most " +
                        std::to_string(limits.maxFileBytes >> 20) + " MiB are accepted.");
    return state.st_size;
}

Result<void> readAll(int file, ByteBuffer& bytes, const std::filesystem::path& path,
                     const std::stop_token& stop) {
    constexpr std::size_t kPiece = 1 << 20;
    std::size_t done = 0;
    while (done < bytes.size()) {
        if (stop.stop_requested())
            return cancelled();
        const auto count = ::read(file, bytes.data() + done, std::min(kPiece, bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(ErrorCode::FileUnreadable,
                        "Reading " + path.string() + " failed: " + std::strerror(errno) + ".");
        if (count == 0)
            return fail(ErrorCode::FileUnreadable,
                        "The file " + path.string() + " became shorter while it was read.");
        done += static_cast<std::size_t>(count);
    }
    return {};
}

} // namespace

Result<ByteBuffer> readWholeFile(const std::filesystem::path& path, const DecodeLimits& limits,
                                 std::stop_token stop) {
    const Descriptor file(path);
    if (file.number() < 0)
        return openFailure(path, errno);
    const auto size = regularFileSize(file.number(), path, limits);
    if (!size)
        return tl::unexpected(size.error());
    try {
        ByteBuffer bytes(static_cast<std::size_t>(*size));
        if (const auto read = readAll(file.number(), bytes, path, stop); !read)
            return tl::unexpected(read.error());
        return bytes;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory to read " + path.string() + ".");
    }
}

} // namespace core::image
