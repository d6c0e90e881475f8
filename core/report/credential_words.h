// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"
#include "core/report/page_flow.h"
#include "core/report/pdf_report.h"

#include <QString>

#include <utility>
#include <vector>

namespace core::report {

// Content Credentials in the language of the installed translators. Plain text; what the file says
// is made visible (see visible()).

/// "valid, signer not on a list", ...
[[nodiscard]] QString credentialStateWord(const examination::C2paRecord& record);

/// What became of the credentials as a whole.
[[nodiscard]] QString credentialSummaryText(const examination::C2paRecord& record);

/// Four questions with their answers; empty when there is nothing to ask about.
[[nodiscard]] std::vector<std::pair<QString, QString>>
credentialAnswerTexts(const examination::C2paRecord& record);

/// When it was signed and who says so; empty without a time stamp.
[[nodiscard]] QString credentialTimeText(const examination::C2paRecord& record);

/// One action with its source type, program and time.
[[nodiscard]] QString credentialActionText(const examination::C2paAction& action);

/// A manifest in one line: title, program, signer.
[[nodiscard]] QString credentialManifestText(const examination::C2paManifest& manifest);

/// An ingredient in one line: title and relationship.
[[nodiscard]] QString credentialIngredientText(const examination::C2paIngredient& ingredient);

/// The part of a report about credentials.
[[nodiscard]] Pieces credentialPieces(const examination::C2paRecord& record);

/// Gives the flow of those pieces a thumbnail.
void addCredentialImage(PageFlow& flow, const examination::C2paRecord& record,
                        const CredentialThumbnail& thumbnail);

} // namespace core::report
