// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/running_digest.h"

#include <openssl/evp.h>

#include <array>
#include <string_view>

namespace core {

struct RunningDigest::State {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(),
                                                                    &EVP_MD_CTX_free};
};

RunningDigest::RunningDigest(DigestKind kind) : m_state(std::make_unique<State>()) {
    EVP_DigestInit_ex(m_state->context.get(), kind == DigestKind::Md5 ? EVP_md5() : EVP_sha256(),
                      nullptr);
}

RunningDigest::~RunningDigest() = default;

void RunningDigest::add(std::span<const std::uint8_t> bytes) {
    EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size());
}

void RunningDigest::add(std::span<const char> bytes) {
    EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size());
}

std::string RunningDigest::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_state->context.get(), digest.data(), &size);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += kDigits[digest[i] >> 4];
        text += kDigits[digest[i] & 15];
    }
    return text;
}

std::string md5(std::span<const std::uint8_t> bytes) {
    RunningDigest digest(DigestKind::Md5);
    digest.add(bytes);
    return digest.hex();
}

} // namespace core
