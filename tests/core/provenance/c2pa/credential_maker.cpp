// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/provenance/c2pa/credential_maker.h"

#include <openssl/evp.h>

#include <algorithm>

namespace tests {

using cbor::operator+=;

namespace {

Bytes bigEndian(std::uint64_t value, int width) {
    Bytes to;
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        to.push_back(static_cast<std::uint8_t>(value >> shift));
    return to;
}

Bytes littleEndian(std::uint64_t value, int width) {
    Bytes to = bigEndian(value, width);
    std::ranges::reverse(to);
    return to;
}

Bytes ascii(std::string_view text) {
    return {text.begin(), text.end()};
}

Bytes structure(std::string_view context, const Bytes& header, const Bytes& payload) {
    return cbor::array(
        {cbor::text(context), cbor::bytes(header), cbor::bytes({}), cbor::bytes(payload)});
}

Bytes signatureBox(const MadeManifest& manifest, const TestSigner& signer, const Bytes& claim) {
    std::vector<std::pair<Bytes, Bytes>> entries = {
        {cbor::number(1), cbor::negative(signer.algorithmId())}};
    if (manifest.hasCertificates)
        entries.push_back(
            {cbor::number(33), cbor::array({cbor::bytes(signer.certificate()),
                                            cbor::bytes(signer.issuerCertificate())})});
    const Bytes header = cbor::rawMap(entries);
    Bytes signature =
        signer.sign(structure("Signature1", header, manifest.payload ? *manifest.payload : claim));
    if (manifest.isSignatureBroken)
        signature[5] ^= 1;
    if (manifest.signature != nullptr)
        *manifest.signature = signature;
    std::vector<std::pair<std::string_view, Bytes>> free = {{"pad", cbor::bytes(manifest.padding)}};
    if (manifest.stampedBy != nullptr) {
        Bytes message = structure("CounterSignature", header, cbor::bytes(signature));
        if (manifest.isStampWrong)
            message.push_back(0);
        const Bytes token = manifest.stampedBy->timeStamp(message);
        free.push_back(
            {"sigTst2",
             cbor::map({{"tstTokens", cbor::array({cbor::map({{"val", cbor::bytes(token)}})})}})});
    }
    if (!manifest.revocationAnswers.empty()) {
        std::vector<Bytes> answers;
        for (const Bytes& answer : manifest.revocationAnswers)
            answers.push_back(cbor::bytes(answer));
        free.push_back({"rVals", cbor::map({{"ocspVals", cbor::array(answers)}})});
    }
    const Bytes sign1 = cbor::tagged(
        18, cbor::array({cbor::bytes(header), cbor::map(free),
                         manifest.payload ? cbor::bytes(*manifest.payload) : cbor::null(),
                         cbor::bytes(signature)}));
    return superbox("c2cs", "c2pa.signature", {box("cbor", sign1)});
}

} // namespace

Bytes box(std::string_view type, const Bytes& payload) {
    return cbor::joined({bigEndian(payload.size() + 8, 4), ascii(type), payload});
}

Bytes superbox(std::string_view type, std::string_view label, const std::vector<Bytes>& children) {
    Bytes description = ascii(type);
    description += {0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71, 0x03};
    description += ascii(label);
    description.push_back(0);
    return box("jumb", cbor::joined({box("jumd", description), cbor::joined(children)}));
}

Bytes sha256Of(const Bytes& bytes) {
    Bytes digest(32);
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
    return digest;
}

Bytes reference(const std::string& url, const Bytes& box) {
    return cbor::map({{"url", cbor::text(url)},
                      {"hash", cbor::bytes(sha256Of(Bytes(box.begin() + 8, box.end())))}});
}

MadeAssertion cborAssertion(const std::string& label, const Bytes& content) {
    return {label, superbox("cbor", label, {box("cbor", content)}), true};
}

MadeAssertion createdAction() {
    return cborAssertion(
        "c2pa.actions.v2",
        cbor::map({{"actions", cbor::array({cbor::map(
                                   {{"action", cbor::text("c2pa.created")},
                                    {"digitalSourceType",
                                     cbor::text("http://cv.iptc.org/newscodes/digitalsourcetype/"
                                                "trainedAlgorithmicMedia")}})})}}));
}

MadeAssertion dataHash(const Bytes& hash, const Ranges& exclusions) {
    std::vector<Bytes> ranges;
    for (const auto& [start, length] : exclusions)
        ranges.push_back(
            cbor::map({{"start", cbor::number(start)}, {"length", cbor::number(length)}}));
    return cborAssertion("c2pa.hash.data", cbor::map({{"exclusions", cbor::array(ranges)},
                                                      {"alg", cbor::text("sha256")},
                                                      {"hash", cbor::bytes(hash)},
                                                      {"pad", cbor::bytes({})}}));
}

MadeAssertion ingredient(const std::string& label, const std::string& manifest,
                         const Bytes& manifestBox, const std::string& relationship) {
    return cborAssertion(
        label,
        cbor::map({{"relationship", cbor::text(relationship)},
                   {"dc:title", cbor::text("ingredient")},
                   {"activeManifest", reference("self#jumbf=/c2pa/" + manifest, manifestBox)}}));
}

Bytes made(const MadeManifest& manifest, const TestSigner& signer) {
    std::vector<Bytes> boxes;
    std::vector<Bytes> references = manifest.furtherReferences;
    for (const MadeAssertion& assertion : manifest.assertions) {
        boxes.push_back(assertion.box);
        if (assertion.isDeclared)
            references.push_back(
                reference("self#jumbf=c2pa.assertions/" + assertion.label, assertion.box));
    }
    std::vector<Bytes> redacted;
    for (const std::string& uri : manifest.redacted)
        redacted.push_back(cbor::text(uri));
    std::vector<std::pair<std::string_view, Bytes>> entries = {
        {"instanceID", cbor::text("xmp:iid:1")},
        {"claim_generator_info", cbor::map({{"name", cbor::text(manifest.generator)}})},
        {"dc:title", cbor::text(manifest.title)},
        {"signature", cbor::text("self#jumbf=c2pa.signature")},
        {"created_assertions", cbor::array(references)},
        {"alg", cbor::text("sha256")}};
    if (!redacted.empty())
        entries.push_back({"redacted_assertions", cbor::array(redacted)});
    const Bytes claim = cbor::map(entries);
    std::vector<Bytes> parts = {superbox("c2as", "c2pa.assertions", boxes),
                                superbox("c2cl", "c2pa.claim.v2", {box("cbor", claim)}),
                                signatureBox(manifest, signer, claim)};
    parts.insert(parts.end(), manifest.furtherBoxes.begin(), manifest.furtherBoxes.end());
    return superbox(manifest.type, manifest.label, parts);
}

Bytes store(const std::vector<Bytes>& manifests) {
    return superbox("c2pa", "c2pa", manifests);
}

MadeFile pngWith(const Bytes& store) {
    const auto chunk = [](std::string_view type, const Bytes& data) {
        return cbor::joined({bigEndian(data.size(), 4), ascii(type), data, {0, 0, 0, 0}});
    };
    const Bytes head = cbor::joined({ascii("\x89PNG\r\n\x1A\n"), chunk("IHDR", Bytes(13, 1))});
    const Bytes carrier = store.empty() ? Bytes() : chunk("caBX", store);
    return {cbor::joined({head, carrier, chunk("IDAT", Bytes(64, 7)), chunk("IEND", {})}),
            head.size(), carrier.size()};
}

MadeFile jpegWith(const Bytes& store) {
    constexpr std::size_t kPiece = 60'000;
    Bytes segments;
    for (std::size_t at = 0, number = 1; at < store.size(); ++number) {
        // Every segment but the first repeats the box's header.
        const Bytes repeated = at == 0 ? Bytes() : Bytes(store.begin(), store.begin() + 8);
        const std::size_t length = std::min(kPiece, store.size() - at);
        const Bytes piece(store.begin() + static_cast<long>(at),
                          store.begin() + static_cast<long>(at + length));
        const Bytes payload =
            cbor::joined({ascii("JP"), bigEndian(1, 2), bigEndian(number, 4), repeated, piece});
        segments += cbor::joined({{0xFF, 0xEB}, bigEndian(payload.size() + 2, 2), payload});
        at += length;
    }
    const Bytes rest = {0xFF, 0xDB, 0x00, 0x04, 1, 2, 0xFF, 0xDA,
                        0x00, 0x04, 1,    2,    3, 4, 0xFF, 0xD9};
    return {cbor::joined({{0xFF, 0xD8}, segments, rest}), 2, segments.size()};
}

MadeFile webpWith(const Bytes& store) {
    const auto chunk = [](std::string_view type, const Bytes& data) {
        return cbor::joined(
            {ascii(type), littleEndian(data.size(), 4), data, Bytes(data.size() % 2, 0)});
    };
    const Bytes body = cbor::joined({ascii("WEBP"), chunk("VP8 ", Bytes(20, 3))});
    const Bytes carrier = chunk("C2PA", store);
    const Bytes bytes =
        cbor::joined({ascii("RIFF"), littleEndian(body.size() + carrier.size(), 4), body, carrier});
    return {bytes, 8 + body.size(), 8 + store.size()};
}

MadeFile tiffWith(const Bytes& store) {
    constexpr std::uint64_t kStore = 8 + 2 + 12 + 4;
    const Bytes bytes = cbor::joined({ascii("II*"),
                                      {0},
                                      littleEndian(8, 4),
                                      littleEndian(1, 2),
                                      littleEndian(0xCD41, 2),
                                      littleEndian(7, 2),
                                      littleEndian(store.size(), 4),
                                      littleEndian(kStore, 4),
                                      littleEndian(0, 4),
                                      store,
                                      Bytes(30, 9)});
    return {bytes, kStore, store.size()};
}

MadeFile gifWith(const Bytes& store) {
    Bytes extension = cbor::joined({{0x21, 0xFF, 0x0B}, ascii("C2PA_GIF"), {1, 0, 0}});
    for (std::size_t at = 0; at < store.size(); at += 255) {
        const std::size_t length = std::min<std::size_t>(255, store.size() - at);
        extension.push_back(static_cast<std::uint8_t>(length));
        extension.insert(extension.end(), store.begin() + static_cast<long>(at),
                         store.begin() + static_cast<long>(at + length));
    }
    extension.push_back(0);
    const Bytes head = cbor::joined({ascii("GIF89a"), {1, 0, 1, 0, 0, 0, 0}});
    return {cbor::joined({head, extension, {0x3B}}), head.size(), extension.size()};
}

MadeFile mp3With(const Bytes& store) {
    const Bytes object =
        cbor::joined({{0}, ascii("application/x-c2pa-manifest-store"), {0}, {0}, {0}, store});
    const Bytes frame = cbor::joined({ascii("TIT2"),
                                      bigEndian(2, 4),
                                      {0, 0, 0, 'A'},
                                      ascii("GEOB"),
                                      bigEndian(object.size(), 4),
                                      {0, 0},
                                      object});
    Bytes length;
    for (int shift = 21; shift >= 0; shift -= 7)
        length.push_back(static_cast<std::uint8_t>(frame.size() >> shift & 0x7F));
    const Bytes head = cbor::joined({ascii("ID3"), {3, 0, 0}, length});
    return {cbor::joined({head, frame, Bytes(50, 0xAA)}), head.size() + frame.size() - store.size(),
            store.size()};
}

MadeFile fontWith(const Bytes& store) {
    const Bytes table = cbor::joined(
        {bigEndian(0, 4), bigEndian(0, 8), bigEndian(20, 4), bigEndian(store.size(), 4), store});
    constexpr std::uint64_t kTable = 12 + 2 * 16 + 40;
    const auto record = [](std::string_view name, std::uint64_t start, std::uint64_t length) {
        return cbor::joined(
            {ascii(name), bigEndian(0, 4), bigEndian(start, 4), bigEndian(length, 4)});
    };
    return {cbor::joined({{0, 1, 0, 0},
                          bigEndian(2, 2),
                          bigEndian(0, 6),
                          record("C2PA", kTable, table.size()),
                          record("head", 44, 40),
                          Bytes(40, 6),
                          table}),
            kTable, table.size()};
}

Bytes mediaWith(const Bytes& store, const std::string& purpose, const Bytes& further) {
    const Bytes uuid = {0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C,
                        0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81};
    const Bytes payload =
        cbor::joined({uuid, {0, 0, 0, 0}, ascii(purpose), {0}, Bytes(8, 0), store});
    return cbor::joined({box("ftyp", ascii("heic0000")), box("uuid", payload),
                         box("mdat", Bytes(100, 5)), further});
}

Bytes signedFile(const TestSigner& signer, const SignedWish& wish) {
    // Again until its own length is known: the hash leaves the store out.
    MadeFile file;
    for (int round = 0; round < 3; ++round) {
        const Ranges ranges = wish.ranges ? wish.ranges(file) : Ranges{{file.start, file.length}};
        Bytes hashed;
        for (std::uint64_t at = 0; at < file.bytes.size(); ++at) {
            const bool isLeftOut = std::ranges::any_of(ranges, [at](const auto& range) {
                return at >= range.first && at - range.first < range.second;
            });
            if (!isLeftOut)
                hashed.push_back(file.bytes[at]);
        }
        MadeManifest manifest;
        manifest.assertions = {createdAction(), dataHash(sha256Of(hashed), ranges)};
        if (wish.change)
            wish.change(manifest);
        std::vector<Bytes> manifests = wish.otherManifests;
        manifests.push_back(made(manifest, signer));
        file = wish.placing(store(manifests));
    }
    return file.bytes;
}

} // namespace tests
