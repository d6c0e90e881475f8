// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <vector>

namespace core {

namespace {

class Sha256 {
  public:
    Sha256() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
        EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    }
    void add(const void* bytes, std::size_t count) {
        EVP_DigestUpdate(m_context.get(), bytes, count);
    }
    std::string hex() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned int size = 0;
        EVP_DigestFinal_ex(m_context.get(), digest.data(), &size);
        constexpr std::string_view kDigits = "0123456789abcdef";
        std::string text;
        for (unsigned int i = 0; i < size; ++i) {
            text += kDigits[digest[i] >> 4];
            text += kDigits[digest[i] & 15];
        }
        return text;
    }

  private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

} // namespace

std::string sha256(std::span<const std::uint8_t> bytes) {
    Sha256 digest;
    digest.add(bytes.data(), bytes.size());
    return digest.hex();
}

Result<std::string> sha256(std::span<const std::uint8_t> bytes, std::stop_token stop) {
    constexpr std::size_t kPiece = 1 << 20;
    Sha256 digest;
    for (std::size_t done = 0; done < bytes.size(); done += kPiece) {
        if (stop.stop_requested())
            return cancelled();
        const auto piece = bytes.subspan(done, std::min(kPiece, bytes.size() - done));
        digest.add(piece.data(), piece.size());
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
    Sha256 digest;
    std::vector<char> piece(1 << 20);
    while (file) {
        if (stop.stop_requested())
            return cancelled();
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        digest.add(piece.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (!file.eof())
        return fail(ErrorCode::FileUnreadable,
                    "Reading " + path.string() + " failed before its end.");
    return digest.hex();
}

} // namespace core
