// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/cose.h"

#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>

namespace core::provenance::c2pa {

namespace {

struct Algorithm {
    std::int64_t id;
    std::string_view name;
    const EVP_MD* (*digest)();
    int keyKind;
};

constexpr std::array kAlgorithms = {
    Algorithm{-7, "ES256", EVP_sha256, EVP_PKEY_EC},
    Algorithm{-35, "ES384", EVP_sha384, EVP_PKEY_EC},
    Algorithm{-36, "ES512", EVP_sha512, EVP_PKEY_EC},
    Algorithm{-37, "PS256", EVP_sha256, EVP_PKEY_RSA},
    Algorithm{-38, "PS384", EVP_sha384, EVP_PKEY_RSA},
    Algorithm{-39, "PS512", EVP_sha512, EVP_PKEY_RSA},
    Algorithm{-8, "Ed25519", nullptr, EVP_PKEY_ED25519},
};

/// The certificates of a header value: one byte string or an array of them.
std::vector<Bytes> chainIn(const Cbor* value) {
    std::vector<Bytes> chain;
    if (value == nullptr)
        return chain;
    if (value->is(Cbor::Kind::Bytes))
        chain.push_back(value->bytes);
    for (const Cbor& entry : value->items)
        if (value->is(Cbor::Kind::Array) && entry.is(Cbor::Kind::Bytes))
            chain.push_back(entry.bytes);
    return chain;
}

void readChain(Signature& signature) {
    constexpr std::int64_t kChain = 33;
    std::vector<std::vector<Bytes>> found;
    for (const Cbor* header : {&signature.protectedHeader, &signature.unprotectedHeader}) {
        for (const Cbor* value : {header->find(kChain), header->find("x5chain")})
            if (auto chain = chainIn(value); !chain.empty())
                found.push_back(std::move(chain));
    }
    if (found.empty()) {
        signature.problem = "The signature carries no certificate.";
        return;
    }
    if (found.size() > 1) {
        signature.problem = "The signature carries two chains of certificates.";
        return;
    }
    if (auto chain = readCertificates(found.front()))
        signature.chain = std::move(*chain);
    else
        signature.problem = "A certificate of the signature cannot be read.";
}

using Context = std::unique_ptr<EVP_MD_CTX, Released<EVP_MD_CTX_free>>;

/// r and s, each as long as the curve's order, as DER, which OpenSSL wants; empty when the length
/// is wrong.
std::vector<unsigned char> derOf(Bytes value, const EVP_PKEY* key) {
    const auto half = static_cast<std::size_t>((EVP_PKEY_get_bits(key) + 7) / 8);
    if (value.size() != 2 * half)
        return {};
    ECDSA_SIG* pair = ECDSA_SIG_new();
    ECDSA_SIG_set0(pair, BN_bin2bn(value.data(), static_cast<int>(half), nullptr),
                   BN_bin2bn(value.data() + half, static_cast<int>(half), nullptr));
    unsigned char* der = nullptr;
    const int length = i2d_ECDSA_SIG(pair, &der);
    ECDSA_SIG_free(pair);
    std::vector<unsigned char> bytes;
    if (length > 0)
        bytes.assign(der, der + length);
    OPENSSL_free(der);
    return bytes;
}

bool verifyWith(EVP_PKEY* key, const Algorithm& algorithm, Bytes value, Bytes message) {
    const int kind = EVP_PKEY_get_base_id(key);
    if (kind != algorithm.keyKind &&
        !(kind == EVP_PKEY_RSA_PSS && algorithm.keyKind == EVP_PKEY_RSA))
        return false;
    const Context context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* rules = nullptr;
    if (EVP_DigestVerifyInit(context.get(), &rules,
                             algorithm.digest == nullptr ? nullptr : algorithm.digest(), nullptr,
                             key) != 1)
        return false;
    std::vector<unsigned char> signature(value.begin(), value.end());
    if (kind == EVP_PKEY_EC) {
        signature = derOf(value, key);
    } else if (algorithm.keyKind == EVP_PKEY_RSA) {
        EVP_PKEY_CTX_set_rsa_padding(rules, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(rules, RSA_PSS_SALTLEN_DIGEST);
        EVP_PKEY_CTX_set_rsa_mgf1_md(rules, algorithm.digest());
    }
    return !signature.empty() && EVP_DigestVerify(context.get(), signature.data(), signature.size(),
                                                  message.data(), message.size()) == 1;
}

} // namespace

std::optional<Signature> readSignature(Bytes box) {
    auto root = parseCbor(box);
    if (!root)
        return std::nullopt;
    Cbor outer = std::move(*root);
    constexpr std::uint64_t kSign1 = 18;
    if (outer.is(Cbor::Kind::Tag)) {
        if (outer.number != kSign1 || outer.items.size() != 1)
            return std::nullopt;
        Cbor inner = std::move(outer.items.front());
        outer = std::move(inner);
    }
    if (!outer.is(Cbor::Kind::Array) || outer.items.size() != 4 ||
        !outer.items[0].is(Cbor::Kind::Bytes) || !outer.items[1].is(Cbor::Kind::Map) ||
        !outer.items[3].is(Cbor::Kind::Bytes))
        return std::nullopt;
    Signature signature;
    signature.protectedBytes = outer.items[0].bytes;
    auto header = parseCbor(signature.protectedBytes);
    if (!header || !header->is(Cbor::Kind::Map))
        return std::nullopt;
    signature.protectedHeader = std::move(*header);
    signature.unprotectedHeader = std::move(outer.items[1]);
    if (outer.items[2].is(Cbor::Kind::Bytes))
        signature.payload = outer.items[2].bytes;
    else if (!outer.items[2].is(Cbor::Kind::Null))
        return std::nullopt;
    signature.value = outer.items[3].bytes;
    const Cbor* id = signature.protectedHeader.find(std::int64_t{1});
    const auto known = std::ranges::find_if(kAlgorithms, [id](const Algorithm& algorithm) {
        return id != nullptr && id->integer() == algorithm.id;
    });
    if (known != kAlgorithms.end())
        signature.algorithm = known->name;
    readChain(signature);
    return signature;
}

bool verifySignature(const Signature& signature, Bytes claim) {
    const auto algorithm = std::ranges::find(kAlgorithms, signature.algorithm, &Algorithm::name);
    if (algorithm == kAlgorithms.end() || signature.chain.empty())
        return false;
    if (signature.payload && !std::ranges::equal(*signature.payload, claim))
        return false;
    EVP_PKEY* key = X509_get0_pubkey(signature.chain.front().get());
    const auto message = signedStructure("Signature1", signature, claim);
    return key != nullptr && verifyWith(key, *algorithm, signature.value, message);
}

std::vector<std::uint8_t> signedStructure(std::string_view context, const Signature& signature,
                                          Bytes payload) {
    std::vector<std::uint8_t> bytes;
    appendCborHead(bytes, 4, 4);
    appendCborText(bytes, context);
    appendCborBytes(bytes, signature.protectedBytes);
    appendCborBytes(bytes, {});
    appendCborBytes(bytes, payload);
    return bytes;
}

} // namespace core::provenance::c2pa
