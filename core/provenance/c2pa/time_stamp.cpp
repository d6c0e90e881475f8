// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/time_stamp.h"

#include <openssl/cms.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace core::provenance::c2pa {

namespace {

using Cms = std::unique_ptr<CMS_ContentInfo, Released<CMS_ContentInfo_free>>;
using Info = std::unique_ptr<TS_TST_INFO, Released<TS_TST_INFO_free>>;
using Response = std::unique_ptr<TS_RESP, Released<TS_RESP_free>>;
using Source = std::unique_ptr<BIO, Released<BIO_free_all>>;

constexpr std::size_t kMaxToken = 1u << 20;

struct Token {
    Bytes der;
    bool isOverSignature = false; ///< sigTst2
};

std::vector<Token> tokensOf(const Signature& signature) {
    constexpr std::size_t kMost = 10;
    std::vector<Token> tokens;
    for (const Cbor* header : {&signature.unprotectedHeader, &signature.protectedHeader}) {
        for (const std::string_view name : {"sigTst2", "sigTst"}) {
            const Cbor* holder = header->find(name);
            const Cbor* list = holder == nullptr ? nullptr : holder->find("tstTokens");
            for (const Cbor& entry : list == nullptr ? std::vector<Cbor>() : list->items) {
                const Cbor* value = entry.find("val", Cbor::Kind::Bytes);
                if (value != nullptr && tokens.size() < kMost)
                    tokens.push_back({value->bytes, name == "sigTst2"});
            }
        }
    }
    return tokens;
}

/// A token stands alone or in a whole response.
Cms readToken(Bytes der) {
    const unsigned char* at = der.data();
    const Source bare(BIO_new_mem_buf(der.data(), static_cast<int>(der.size())));
    if (Cms cms(d2i_CMS_bio(bare.get(), nullptr)); cms)
        return cms;
    const Response response(d2i_TS_RESP(nullptr, &at, static_cast<long>(der.size())));
    PKCS7* inner = response ? TS_RESP_get_token(response.get()) : nullptr;
    unsigned char* encoded = nullptr;
    const int length = inner == nullptr ? -1 : i2d_PKCS7(inner, &encoded);
    if (length <= 0)
        return {};
    const Source source(BIO_new_mem_buf(encoded, length));
    Cms cms(d2i_CMS_bio(source.get(), nullptr));
    OPENSSL_free(encoded);
    return cms;
}

/// The stamped information, when the authority's signature over it holds.
Info verifiedInfo(CMS_ContentInfo* cms) {
    const Source content(BIO_new(BIO_s_mem()));
    if (CMS_verify(cms, nullptr, nullptr, nullptr, content.get(),
                   CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY) != 1)
        return {};
    return Info(d2i_TS_TST_INFO_bio(content.get(), nullptr));
}

bool hasImprint(TS_TST_INFO* info, Bytes message) {
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info);
    const ASN1_OBJECT* name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    const EVP_MD* kind = EVP_get_digestbyobj(name);
    const int id = kind == nullptr ? NID_undef : EVP_MD_get_type(kind);
    if (id != NID_sha256 && id != NID_sha384 && id != NID_sha512)
        return false;
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    EVP_Digest(message.data(), message.size(), digest, &length, kind, nullptr);
    const ASN1_OCTET_STRING* stored = TS_MSG_IMPRINT_get_msg(imprint);
    return ASN1_STRING_length(stored) == static_cast<int>(length) &&
           std::equal(digest, digest + length, ASN1_STRING_get0_data(stored));
}

/// The signer's certificate first, then the others of the token, which live as long as it does.
std::vector<X509*> chainOf(CMS_ContentInfo* cms, STACK_OF(X509) * &owned) {
    std::vector<X509*> chain;
    STACK_OF(X509)* signers = CMS_get0_signers(cms);
    if (sk_X509_num(signers) > 0)
        chain.push_back(sk_X509_value(signers, 0));
    sk_X509_free(signers);
    owned = CMS_get1_certs(cms);
    for (int i = 0; i < sk_X509_num(owned); ++i)
        chain.push_back(sk_X509_value(owned, i));
    return chain;
}

class TokenCheck {
  public:
    TokenCheck(const std::vector<TrustList>& lists, std::string_view uri, Findings& findings)
        : m_lists(lists), m_uri(uri), m_findings(findings) {}

    /// @param messages  one of these was stamped
    std::optional<StampedTime> check(Bytes token, const std::vector<Bytes>& messages) {
        const Cms cms = token.size() > kMaxToken ? Cms() : readToken(token);
        const Info info = cms ? verifiedInfo(cms.get()) : Info();
        const auto at = info ? secondsOf(TS_TST_INFO_get_time(info.get())) : std::nullopt;
        if (!at) {
            m_findings.inform("timeStamp.malformed", m_uri,
                              "A time stamp cannot be read, or its own signature is wrong.");
            return std::nullopt;
        }
        if (std::ranges::none_of(messages,
                                 [&info](Bytes one) { return hasImprint(info.get(), one); })) {
            m_findings.inform("timeStamp.mismatch", m_uri,
                              "A time stamp was made for something else.");
            return std::nullopt;
        }
        STACK_OF(X509)* owned = nullptr;
        const std::vector<X509*> chain = chainOf(cms.get(), owned);
        const auto result = judge(chain, *at);
        sk_X509_pop_free(owned, X509_free);
        return result;
    }

  private:
    std::optional<StampedTime> judge(const std::vector<X509*>& chain, Seconds at) {
        if (chain.empty())
            return std::nullopt;
        const auto from = secondsOf(X509_get0_notBefore(chain.front()));
        const auto until = secondsOf(X509_get0_notAfter(chain.front()));
        if (!from || !until || at < *from || at > *until) {
            m_findings.inform("timeStamp.outsideValidity", m_uri,
                              "The certificate of the time stamp was not valid at its time.");
            return std::nullopt;
        }
        if ((X509_get_extended_key_usage(chain.front()) & XKU_TIMESTAMP) == 0) {
            m_findings.inform("timeStamp.untrusted", m_uri,
                              "The certificate of the time stamp is not meant for time stamps.");
            return std::nullopt;
        }
        StampedTime time{at, commonName(X509_get_subject_name(chain.front())), false,
                         std::shared_ptr<X509>(X509_dup(chain.front()), X509_free)};
        time.isListed = listHolding(m_lists, chain, at, Purpose::TimeStamps) != nullptr;
        if (time.isListed) {
            m_findings.succeed("timeStamp.trusted", m_uri);
        } else {
            m_findings.inform("timeStamp.untrusted", m_uri,
                              "The authority of the time stamp is on none of the given lists.");
            if (!m_lists.empty())
                return std::nullopt;
        }
        m_findings.succeed("timeStamp.validated", m_uri);
        return time;
    }

    const std::vector<TrustList>& m_lists;
    std::string_view m_uri;
    Findings& m_findings;
};

} // namespace

std::optional<StampedTime> stampedTime(const Signature& signature, Bytes claim,
                                       const std::vector<TrustList>& lists, std::string_view uri,
                                       Findings& findings) {
    TokenCheck check(lists, uri, findings);
    std::vector<std::uint8_t> wrapped;
    appendCborBytes(wrapped, signature.value);
    for (const Token& token : tokensOf(signature)) {
        const auto message = signedStructure("CounterSignature", signature,
                                             token.isOverSignature ? Bytes(wrapped) : claim);
        if (auto time = check.check(token.der, {message}))
            return time;
    }
    return std::nullopt;
}

std::optional<StampedTime> laterStampedTime(const Signature& signature, Bytes token,
                                            const std::vector<TrustList>& lists,
                                            std::string_view uri, Findings& findings) {
    std::vector<std::uint8_t> wrapped;
    appendCborBytes(wrapped, signature.value);
    const auto counter = signedStructure("CounterSignature", signature, wrapped);
    return TokenCheck(lists, uri, findings).check(token, {signature.value, counter});
}

} // namespace core::provenance::c2pa
