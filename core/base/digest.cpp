// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"

#include "core/base/running_digest.h"

#include <algorithm>
#include <fstream>
#include <vector>

namespace core {

std::string sha256(std::span<const std::uint8_t> bytes) {
    RunningDigest digest;
    digest.add(bytes);
    return digest.hex();
}

Result<std::string> sha256(std::span<const std::uint8_t> bytes, std::stop_token stop) {
    constexpr std::size_t kPiece = 1 << 20;
    RunningDigest digest;
    for (std::size_t done = 0; done < bytes.size(); done += kPiece) {
        if (stop.stop_requested())
            return cancelled();
        digest.add(bytes.subspan(done, std::min(kPiece, bytes.size() - done)));
    }
    return digest.hex();
}

Result<std::string> sha256OfFile(const std::filesystem::path& path, std::stop_token stop) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::FileNotFound, "There is no file at " + path.string() + ".");
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::FileUnreadable, "The file " + path.string() + " cannot be opened.");
    RunningDigest digest;
    std::vector<char> piece(1 << 20);
    while (file) {
        if (stop.stop_requested())
            return cancelled();
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        digest.add(std::span<const char>(piece.data(), static_cast<std::size_t>(file.gcount())));
    }
    if (!file.eof())
        return fail(ErrorCode::FileUnreadable,
                    "Reading " + path.string() + " failed before its end.");
    return digest.hex();
}

} // namespace core
