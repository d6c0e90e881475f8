// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/credential_sentences.h"

#include "core/clues/clue_sentences.h"

#include <algorithm>
#include <string_view>

namespace core::clues {

namespace {

using examination::C2paRecord;
using examination::C2paState;
using examination::C2paStatus;

bool holds(const std::vector<C2paStatus>& list, std::string_view code) {
    return std::ranges::any_of(list,
                               [code](const C2paStatus& status) { return status.code == code; });
}

bool isBytesCode(std::string_view code) {
    return code.starts_with("assertion.dataHash.") || code.starts_with("assertion.bmffHash.") ||
           code.starts_with("assertion.boxesHash.");
}

bool hasBytesMatch(const C2paRecord& record) {
    return std::ranges::any_of(record.status.success, [](const C2paStatus& status) {
        return isBytesCode(status.code) && status.code.ends_with(".match");
    });
}

bool hasBytesFailure(const C2paRecord& record) {
    return std::ranges::any_of(record.status.failure,
                               [](const C2paStatus& status) { return isBytesCode(status.code); });
}

std::string day(const std::string& isoTime) {
    return isoTime.substr(0, isoTime.find('T'));
}

QuotedSentence invalidSummary(const C2paRecord& record) {
    const auto& failures = record.status.failure;
    if (!record.problem.empty() && record.manifests.empty())
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "The Content Credentials are damaged and cannot be read. That "
                                  "alone does not mean that the picture was changed."),
                {}};
    const std::string own = "/c2pa/" + record.activeManifest + "/";
    bool isOwnFault = false;
    bool isOnlyEnded = true;
    for (const C2paStatus& status : failures) {
        if (status.code == "signingCredential.untrusted")
            continue;
        isOwnFault = isOwnFault || status.uri.find(own) != std::string::npos || status.uri.empty();
        isOnlyEnded = isOnlyEnded && status.code == "signingCredential.expired";
    }
    if (holds(failures, "claimSignature.mismatch") ||
        holds(failures, "assertion.hashedURI.mismatch") || holds(failures, "assertion.missing") ||
        holds(failures, "assertion.undeclared"))
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "The Content Credentials themselves were altered after they were "
                                  "signed, or put together from parts of others."),
                {}};
    if (hasBytesFailure(record))
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "The Content Credentials are intact, but they do not fit the "
                                  "bytes of this file: it was edited or saved again after signing, "
                                  "or the credentials were made for another file."),
                {}};
    if (holds(failures, "org.clueglass.assetMissing"))
        return {
            QT_TRANSLATE_NOOP("ClueCatalog",
                              "These are Content Credentials without the file that they speak "
                              "of. Open that file with these beside it, under its name, to have "
                              "its bytes compared."),
            {}};
    if (isOnlyEnded && record.signer)
        return {
            QT_TRANSLATE_NOOP("ClueCatalog",
                              "Bytes and signature fit, but the certificate was not valid: it "
                              "ran from {@from} to {@until}, and no time stamp shows that the "
                              "signature was made in that time."),
            {{"from", day(record.signer->validFrom)}, {"until", day(record.signer->validUntil)}}};
    if (!isOwnFault)
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "Something that went into this picture has Content Credentials "
                                  "that do not hold."),
                {}};
    return {QT_TRANSLATE_NOOP("ClueCatalog",
                              "The Content Credentials do not follow the specification."),
            {}};
}

QuotedSentence bytesAnswer(const C2paRecord& record) {
    if (hasBytesFailure(record))
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "No. Bytes of this file are not the ones that were signed. An "
                                  "edit does that, and so does any program that saves the picture "
                                  "again and keeps the credentials."),
                {}};
    if (!hasBytesMatch(record))
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "Not known: no hash of the file's bytes could be checked."),
                {}};
    if (!record.notCovered.empty())
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "Yes, but parts of the file are not covered by the signature and "
                                  "may have been changed since."),
                {}};
    return {QT_TRANSLATE_NOOP("ClueCatalog",
                              "Yes. Every byte of the file outside the credentials is the one that "
                              "was signed."),
            {}};
}

QuotedSentence signatureAnswer(const C2paRecord& record) {
    const auto& failures = record.status.failure;
    if (!record.signer || !holds(record.status.success, "claimSignature.validated"))
        return {
            QT_TRANSLATE_NOOP("ClueCatalog",
                              "No. The signature is missing, cannot be read, or does not belong "
                              "to these credentials."),
            {}};
    if (holds(failures, "signingCredential.ocsp.revoked"))
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "The signature fits, but its certificate had been revoked."),
                {}};
    if (holds(failures, "signingCredential.invalid"))
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "The signature fits, but its certificate is not fit for signing "
                                  "credentials."),
                {}};
    const std::string from = day(record.signer->validFrom);
    const std::string until = day(record.signer->validUntil);
    if (holds(failures, "claimSignature.outsideValidity"))
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "The signature fits, but it was made outside the time of its "
                                  "certificate, {@from} to {@until}."),
                {{"from", from}, {"until", until}}};
    if (holds(failures, "signingCredential.expired"))
        return {
            QT_TRANSLATE_NOOP("ClueCatalog",
                              "The signature fits. Its certificate ran from {@from} to {@until}, "
                              "and no time stamp shows that the signature was made in that "
                              "time."),
            {{"from", from}, {"until", until}}};
    return {QT_TRANSLATE_NOOP("ClueCatalog",
                              "Yes. It belongs to these credentials, and its certificate was valid "
                              "when they were signed."),
            {}};
}

QuotedSentence listAnswer(const C2paRecord& record) {
    if (record.signer && !record.signer->list.empty())
        return {record.signer->listDate.empty()
                    ? QT_TRANSLATE_NOOP("ClueCatalog", "Yes, on the list “{@list}”.")
                    : QT_TRANSLATE_NOOP("ClueCatalog", "Yes, on the list “{@list}” of {@date}."),
                {{"list", record.signer->list}, {"date", record.signer->listDate}}};
    return {QT_TRANSLATE_NOOP("ClueCatalog",
                              "No. The signer is on none of the lists that you gave; the program "
                              "itself brings none."),
            {}};
}

QuotedSentence whoAnswer(const C2paRecord& record) {
    if (!record.signer)
        return {QT_TRANSLATE_NOOP("ClueCatalog", "Nobody: no signer can be read."), {}};
    const std::string& name =
        record.signer->name.empty() ? record.signer->organization : record.signer->name;
    std::map<std::string, std::string> quotes = {{"name", name},
                                                 {"organization", record.signer->organization},
                                                 {"issuer", record.signer->issuer}};
    if (!record.signer->list.empty())
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "{@name} ({@organization}), by a certificate of {@issuer}."),
                std::move(quotes)};
    return {QT_TRANSLATE_NOOP("ClueCatalog",
                              "Whoever holds a certificate that names {@name} ({@organization}), "
                              "issued by {@issuer}. Anybody can make one with such a name: without "
                              "a list it proves nothing."),
            std::move(quotes)};
}

} // namespace

QuotedSentence credentialSummary(const C2paRecord& record) {
    switch (record.state) {
    case C2paState::None:
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "The file carries no Content Credentials. Most pictures have "
                                  "none; that says nothing about them."),
                {}};
    case C2paState::Remote:
        return {
            QT_TRANSLATE_NOOP("ClueCatalog",
                              "The file names Content Credentials that are kept at {@url}. They "
                              "were not fetched: this program never goes online for them."),
            {{"url", record.remoteUrl.value_or("")}}};
    case C2paState::NotValidated:
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "The file carries Content Credentials that were not checked. "
                                  "Examine it again to have them checked."),
                {}};
    case C2paState::Valid:
        return {
            QT_TRANSLATE_NOOP("ClueCatalog",
                              "The Content Credentials are intact: signed, and unchanged since. "
                              "Who signed is not confirmed by a list."),
            {}};
    case C2paState::Trusted:
        return {QT_TRANSLATE_NOOP("ClueCatalog",
                                  "The Content Credentials are intact, and their signer is on a "
                                  "list that you trust. That says who signed, not that what they "
                                  "say is true."),
                {}};
    case C2paState::Invalid:
        break;
    }
    return invalidSummary(record);
}

std::vector<CredentialAnswer> credentialAnswers(const C2paRecord& record) {
    if (!record.present || record.manifests.empty())
        return {};
    return {
        {QT_TRANSLATE_NOOP("ClueCatalog", "Are these the bytes that were signed?"),
         bytesAnswer(record)},
        {QT_TRANSLATE_NOOP("ClueCatalog", "Is the signature good?"), signatureAnswer(record)},
        {QT_TRANSLATE_NOOP("ClueCatalog", "Is the signer on a list?"), listAnswer(record)},
        {QT_TRANSLATE_NOOP("ClueCatalog", "Who says so?"), whoAnswer(record)},
    };
}

} // namespace core::clues
