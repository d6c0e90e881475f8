// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/crjson.h"

#include "core/provenance/c2pa/carrier.h"
#include "core/provenance/c2pa/cose.h"
#include "core/provenance/c2pa/findings.h"
#include "core/provenance/c2pa/manifest.h"
#include "core/provenance/c2pa/time_stamp.h"

#include <nlohmann/json.hpp>

#include <openssl/bn.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace core::provenance::c2pa {

namespace {

using Json = nlohmann::ordered_json;
using examination::C2paStatus;

std::string base64(Bytes bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                                       static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return "b64'" + text + "'";
}

std::string keyText(const Cbor& key) {
    if (key.is(Cbor::Kind::Text))
        return std::string(key.text());
    if (const auto number = key.integer())
        return std::to_string(*number);
    return "?";
}

Json jsonOf(const Cbor& value) {
    switch (value.kind) {
    case Cbor::Kind::Unsigned:
        return value.number;
    case Cbor::Kind::Negative:
        return value.integer() ? Json(*value.integer()) : Json(nullptr);
    case Cbor::Kind::Bytes:
        return base64(value.bytes);
    case Cbor::Kind::Text:
        return std::string(value.text());
    case Cbor::Kind::Bool:
        return value.isTrue;
    case Cbor::Kind::Float:
        return value.real;
    case Cbor::Kind::Tag:
        return value.items.empty() ? Json(nullptr) : jsonOf(value.items.front());
    case Cbor::Kind::Array: {
        Json array = Json::array();
        for (const Cbor& item : value.items)
            array.push_back(jsonOf(item));
        return array;
    }
    case Cbor::Kind::Map: {
        Json object = Json::object();
        for (std::size_t i = 0; i + 1 < value.items.size(); i += 2)
            object[keyText(value.items[i])] = jsonOf(value.items[i + 1]);
        return object;
    }
    case Cbor::Kind::Null:
        break;
    }
    return nullptr;
}

/// How deep arrays and objects are nested; nlohmann's writer recurses.
int depthOf(std::string_view text) {
    int depth = 0;
    int deepest = 0;
    for (const char c : text) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        deepest = std::max(deepest, depth);
    }
    return deepest;
}

Json jsonOf(const Assertion& assertion) {
    if (assertion.content)
        return jsonOf(*assertion.content);
    const std::string_view text = image::asText(assertion.box->payload("json"));
    if (!text.empty() && !assertion.isBroken && depthOf(text) < 100)
        return Json::parse(text);
    const std::string_view head = image::asText(assertion.box->payload("bfdb"));
    if (!head.empty())
        return {{"mimeType", std::string(head.substr(1, head.find('\0', 1) - 1))}};
    return Json::object();
}

Json nameOf(const X509_NAME* name) {
    Json object = Json::object();
    if (const std::string organization = organizationName(name); !organization.empty())
        object["O"] = organization;
    if (const std::string common = commonName(name); !common.empty())
        object["CN"] = common;
    return object;
}

Json certificateOf(X509* certificate) {
    BIGNUM* serial = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr);
    char* digits = serial == nullptr ? nullptr : BN_bn2dec(serial);
    Json object = {{"serialNumber", digits == nullptr ? "" : digits},
                   {"issuer", nameOf(X509_get_issuer_name(certificate))},
                   {"subject", nameOf(X509_get_subject_name(certificate))}};
    OPENSSL_free(digits);
    BN_free(serial);
    const auto from = secondsOf(X509_get0_notBefore(certificate));
    const auto until = secondsOf(X509_get0_notAfter(certificate));
    object["validity"] = {{"notBefore", from ? isoTime(*from) : ""},
                          {"notAfter", until ? isoTime(*until) : ""}};
    return object;
}

Json signatureOf(const Manifest& manifest, const CredentialRules& rules) {
    Json object = {{"algorithm", ""}, {"certificateInfo", Json::object()}};
    const Superbox* box = manifest.at("c2pa.signature");
    const auto signature = box == nullptr ? std::nullopt : readSignature(box->payload("cbor"));
    if (!signature)
        return object;
    object["algorithm"] = signature->algorithm;
    if (!signature->chain.empty())
        object["certificateInfo"] = certificateOf(signature->chain.front().get());
    Findings unused;
    if (!manifest.claim)
        return object;
    if (const auto stamp =
            stampedTime(*signature, manifest.claim->bytes, rules.lists.timeStamps, {}, unused))
        object["timeStampInfo"] = {{"timestamp", isoTime(stamp->at)},
                                   {"certificateInfo", certificateOf(stamp->certificate.get())}};
    return object;
}

Json statusOf(const std::vector<C2paStatus>& list) {
    Json array = Json::array();
    for (const C2paStatus& status : list) {
        Json entry = {{"code", status.code}};
        if (!status.uri.empty())
            entry["url"] = status.uri;
        if (!status.detail.empty())
            entry["explanation"] = status.detail;
        array.push_back(std::move(entry));
    }
    return array;
}

Json manifestOf(const Manifest& manifest, const CredentialRules& rules,
                const examination::C2paStatusLists& status, Seconds now) {
    Json assertions = Json::object();
    for (const Assertion& assertion : manifest.assertions)
        assertions[assertion.label] = jsonOf(assertion);
    Json object = {{"label", manifest.label}, {"assertions", std::move(assertions)}};
    if (manifest.claim)
        object[manifest.claim->version == 1 ? "claim" : "claim.v2"] =
            jsonOf(manifest.claim->content);
    object["signature"] = signatureOf(manifest, rules);
    object["validationResults"] = {{"success", statusOf(status.success)},
                                   {"informational", statusOf(status.informational)},
                                   {"failure", statusOf(status.failure)},
                                   {"specVersion", "2.2.0"},
                                   {"validationTime", isoTime(now)}};
    return object;
}

std::vector<std::uint8_t> storeOf(image::Bytes file, const CredentialRules& rules) {
    Carriers carriers = findCarriers(file);
    if (!carriers.stores.empty())
        return std::move(carriers.stores.front().store);
    return rules.sidecar.value_or(std::vector<std::uint8_t>());
}

} // namespace

std::string crJson(image::Bytes file, const CredentialRules& rules, const std::string& version) {
    Json json = {{"@context", {{"@vocab", "https://c2pa.org/crjson"}}},
                 {"manifests", Json::array()},
                 {"jsonGenerator", {{"name", "Clueglass"}, {"version", version}}}};
    const auto record = readCredentials(file, rules);
    const Seconds now = rules.now != 0 ? rules.now : static_cast<Seconds>(std::time(nullptr));
    try {
        const auto store = openStore(storeOf(file, rules));
        // The record lists the manifests in the store's order; readers want the active one first.
        for (std::size_t i = std::min(store->manifests.size(), record.manifests.size()); i-- > 0;) {
            const bool isActive = i + 1 == store->manifests.size();
            json["manifests"].push_back(
                manifestOf(store->manifests[i], rules,
                           isActive ? record.status : record.manifests[i].status, now));
        }
    } catch (const std::exception&) {
        json["manifests"] = Json::array();
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace core::provenance::c2pa
