// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/hashing.h"

#include <openssl/evp.h>

#include <algorithm>

namespace core::provenance::c2pa {

struct Hasher::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

bool isHashAlgorithm(std::string_view name) {
    return name == "sha256" || name == "sha384" || name == "sha512";
}

Hasher::Hasher(std::string_view algorithm) : m_state(std::make_unique<State>()) {
    const EVP_MD* kind = algorithm == "sha384"   ? EVP_sha384()
                         : algorithm == "sha512" ? EVP_sha512()
                                                 : EVP_sha256();
    EVP_DigestInit_ex(m_state->context, kind, nullptr);
}

Hasher::~Hasher() = default;

void Hasher::add(Bytes bytes) {
    EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size());
}

Digest Hasher::finish() {
    Digest digest(EVP_MAX_MD_SIZE);
    unsigned int length = 0;
    EVP_DigestFinal_ex(m_state->context, digest.data(), &length);
    digest.resize(length);
    return digest;
}

Digest digestOf(std::string_view algorithm, Bytes bytes) {
    Hasher hasher(algorithm);
    hasher.add(bytes);
    return hasher.finish();
}

Digest digestOutside(std::string_view algorithm, Bytes file, const std::vector<Range>& excluded) {
    Hasher hasher(algorithm);
    std::uint64_t at = 0;
    for (const Range& range : excluded) {
        if (range.start > at)
            hasher.add(file.subspan(at, range.start - at));
        at = std::max(at, range.end());
    }
    if (at < file.size())
        hasher.add(file.subspan(at));
    return hasher.finish();
}

const Digest& DigestCache::of(std::string_view algorithm, Bytes bytes) {
    const auto [entry, isNew] =
        m_digests.try_emplace({bytes.data(), bytes.size(), std::string(algorithm)});
    if (isNew)
        entry->second = digestOf(algorithm, bytes);
    return entry->second;
}

bool isSame(const Digest& digest, Bytes expected) {
    return std::ranges::equal(digest, expected);
}

} // namespace core::provenance::c2pa
