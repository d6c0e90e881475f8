// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resume_file.h"

#include "core/base/digest.h"
#include "core/base/output_file.h"
#include "core/base/readable_bytes.h"
#include "core/examination/examination_json.h"

#include <nlohmann/json.hpp>

#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

namespace app::cli {

namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

const std::string kHead = "{\"clueglass_resume\":1}\n";
/// Cannot occur within a JSON string, where quotes are escaped.
const std::string kResultMark = ",\"result\":";

std::string keyOf(const fs::path& picture) {
    std::error_code error;
    return core::readableBytes(fs::absolute(picture, error).lexically_normal().string());
}

bool writeAll(int file, const std::string& text) {
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t written = ::write(file, text.data() + done, text.size() - done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += static_cast<std::size_t>(written);
    }
    return true;
}

/// Reads at a place without moving the file's own position, which belongs to add().
bool readAt(int file, std::int64_t offset, std::string& buffer) {
    std::size_t done = 0;
    while (done < buffer.size()) {
        const ssize_t count = ::pread(file, buffer.data() + done, buffer.size() - done,
                                      offset + static_cast<std::int64_t>(done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += static_cast<std::size_t>(count);
    }
    return true;
}

} // namespace

std::optional<FileStamp> stampOf(const fs::path& file) {
    struct stat state {};
    if (::stat(file.c_str(), &state) != 0)
        return std::nullopt;
    constexpr std::int64_t kNsPerSecond = 1'000'000'000;
    return FileStamp{static_cast<std::uint64_t>(state.st_size),
                     std::int64_t{state.st_mtim.tv_sec} * kNsPerSecond + state.st_mtim.tv_nsec};
}

ResumeFile::~ResumeFile() {
    if (m_file >= 0)
        ::close(m_file);
}

core::Result<void> ResumeFile::open(const fs::path& file, std::string engineIdentity) {
    m_engineIdentity = std::move(engineIdentity);
    auto opened = core::OutputFile::openGrowing(file, core::output_kind::kResume);
    if (!opened)
        return tl::unexpected(opened.error());
    m_file = *opened;
    struct stat state {};
    if (::fstat(m_file, &state) != 0)
        return core::fail(ErrorCode::FileUnreadable,
                          "The resume file " + file.string() + " cannot be read.");
    if (::flock(m_file, LOCK_EX | LOCK_NB) != 0)
        return core::fail(ErrorCode::InvalidArgument, "Another run uses the resume file " +
                                                          file.string() +
                                                          "; wait for it or name another file.");
    if (auto checked = checkHead(file, static_cast<std::size_t>(state.st_size)); !checked)
        return checked;
    return readIndex();
}

core::Result<void> ResumeFile::checkHead(const fs::path& file, std::size_t size) const {
    // Never append to somebody's picture: only an empty file or one of ours will do. The head
    // itself may have been torn.
    std::string start(std::min(size, kHead.size()), '\0');
    if (!readAt(m_file, 0, start))
        return core::fail(ErrorCode::FileUnreadable,
                          "The resume file " + file.string() + " cannot be read.");
    if (!kHead.starts_with(start))
        return core::fail(ErrorCode::InvalidArgument,
                          file.string() + " is not a resume file of this program; name another "
                                          "file, which will be made.");
    if (start.size() < kHead.size() && !writeAll(m_file, kHead.substr(start.size())))
        return core::fail(ErrorCode::WriteFailed,
                          "The resume file " + file.string() +
                              " cannot be written: " + std::strerror(errno) + ".");
    return {};
}

core::Result<void> ResumeFile::readIndex() {
    constexpr std::size_t kPiece = 1 << 20;
    std::string pending; // the start of a line whose end was not read yet
    std::vector<char> piece(kPiece);
    std::int64_t position = 0;
    while (true) {
        const ssize_t count = ::pread(m_file, piece.data(), piece.size(), position);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return core::fail(ErrorCode::FileUnreadable, std::string("The resume file cannot be "
                                                                     "read: ") +
                                                             std::strerror(errno) + ".");
        if (count == 0)
            break;
        std::int64_t lineStart = position - static_cast<std::int64_t>(pending.size());
        pending.append(piece.data(), static_cast<std::size_t>(count));
        std::size_t from = 0;
        for (std::size_t end = pending.find('\n'); end != std::string::npos;
             end = pending.find('\n', from)) {
            index(pending.substr(from, end - from), lineStart + static_cast<std::int64_t>(from));
            from = end + 1;
        }
        pending.erase(0, from);
        position += count;
    }
    // A kill tore the last line: what follows must start on a line of its own.
    if (!pending.empty() && !writeAll(m_file, "\n"))
        return core::fail(ErrorCode::WriteFailed, "The resume file cannot be written.");
    return {};
}

void ResumeFile::index(const std::string& line, std::int64_t offset) {
    if (offset == 0)
        return;
    const std::size_t mark = line.find(kResultMark);
    if (mark == std::string::npos || line.back() != '}') {
        ++m_damagedLines;
        return;
    }
    try {
        const auto head = nlohmann::json::parse(line.substr(0, mark) + "}");
        if (head.at("engine").get<std::string>() != m_engineIdentity)
            return;
        m_places[head.at("file").get<std::string>()] = {
            offset,
            line.size(),
            {head.at("bytes").get<std::uint64_t>(), head.at("modified_ns").get<std::int64_t>()},
            head.at("sha256").get<std::string>()};
    } catch (const nlohmann::json::exception&) {
        ++m_damagedLines;
    }
}

std::optional<core::examination::Examination> ResumeFile::find(const fs::path& picture) const {
    const auto found = m_places.find(keyOf(picture));
    const auto stamp = stampOf(picture);
    if (found == m_places.end() || !stamp || stamp->bytes != found->second.stamp.bytes)
        return std::nullopt;
    const Place& place = found->second;
    // A copy or a restored backup has another time; its bytes decide.
    if (*stamp != place.stamp) {
        const auto hash = core::sha256OfFile(picture);
        if (!hash || *hash != place.sha256)
            return std::nullopt;
    }
    std::string line(place.length, '\0');
    if (!readAt(m_file, place.offset, line))
        return std::nullopt;
    const std::size_t from = line.find(kResultMark) + kResultMark.size();
    auto examination =
        core::examination::examinationFromJson(line.substr(from, line.size() - from - 1));
    if (!examination || examination->source.sha256 != place.sha256)
        return std::nullopt;
    examination->source.path = picture.string();
    return std::move(*examination);
}

core::Result<void> ResumeFile::add(const fs::path& picture, const FileStamp& stamp,
                                   const core::examination::Examination& examination) {
    nlohmann::ordered_json head = {{"file", keyOf(picture)},
                                   {"bytes", stamp.bytes},
                                   {"modified_ns", stamp.modifiedNs},
                                   {"sha256", examination.source.sha256},
                                   {"engine", m_engineIdentity}};
    std::string line = head.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    line.pop_back();
    line += kResultMark + core::examination::toJson(examination) + "}\n";
    const std::lock_guard lock(m_writing);
    if (m_isTorn)
        line.insert(0, "\n");
    m_isTorn = !writeAll(m_file, line);
    if (m_isTorn)
        return core::fail(ErrorCode::WriteFailed,
                          std::string("The resume file cannot be written: ") +
                              std::strerror(errno) + ". This result is not kept.");
    return {};
}

} // namespace app::cli
