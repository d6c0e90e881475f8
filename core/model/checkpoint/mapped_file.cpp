// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/mapped_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core::model {

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        const auto code = errno == ENOENT || errno == ENOTDIR ? ErrorCode::FileNotFound
                                                              : ErrorCode::FileUnreadable;
        return fail(code, path.string() + " cannot be opened: " + std::strerror(errno) + ".");
    }
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return fail(ErrorCode::FileUnreadable, path.string() + " is not a regular file.");
    }
    if (status.st_size == 0) {
        ::close(descriptor);
        return fail(ErrorCode::FileEmpty, path.string() + " is empty.");
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    const int reason = errno;
    ::close(descriptor);
    if (data == MAP_FAILED)
        return fail(ErrorCode::FileUnreadable,
                    path.string() + " cannot be read: " + std::strerror(reason) + ".");
    return MappedFile(static_cast<const std::uint8_t*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

MappedFile::~MappedFile() {
    if (m_data != nullptr)
        ::munmap(const_cast<std::uint8_t*>(m_data), m_size);
}

void MappedFile::dropPages(std::size_t offset, std::size_t length) const {
    if (offset >= m_size)
        return;
    // Only whole pages inside the part: its neighbors may still be in use.
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t end = offset + std::min(length, m_size - offset);
    const std::size_t first = (offset + page - 1) / page * page;
    const std::size_t last = end / page * page;
    if (first < last)
        ::madvise(const_cast<std::uint8_t*>(m_data) + first, last - first, MADV_DONTNEED);
}

} // namespace core::model
