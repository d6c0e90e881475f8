// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"

#include <map>
#include <string>
#include <vector>

namespace core::clues {

/// An English sentence, marked for translation in the context "ClueCatalog", and what fills its
/// {@gaps}.
struct QuotedSentence {
    const char* sentence = nullptr;
    std::map<std::string, std::string> quotes;
};

/// One of the questions that people ask about credentials.
struct CredentialAnswer {
    const char* question = nullptr; ///< in the context "ClueCatalog" too
    QuotedSentence answer;
};

/// What became of the credentials as a whole: damaged is told apart from changed bytes, and those
/// from an altered credential, an ended certificate and an ingredient's fault.
[[nodiscard]] QuotedSentence credentialSummary(const examination::C2paRecord& record);

/// Are these the bytes that were signed; is the signature good; is the signer on a list; who says
/// so. Empty when there is nothing to ask about: no store, or one that cannot be read.
[[nodiscard]] std::vector<CredentialAnswer>
credentialAnswers(const examination::C2paRecord& record);

} // namespace core::clues
