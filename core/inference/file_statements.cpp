// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/file_statements.h"

#include "core/image/safe_decoder.h"
#include "core/provenance/provenance_reader.h"

#include <utility>

namespace core::inference {

Result<examination::ProvenanceRecord> readStatements(const std::filesystem::path& path,
                                                     const IntakeRules& rules,
                                                     image::Documents& documents,
                                                     std::stop_token stop) {
    const examination::TrustLists lists = rules.trust ? *rules.trust : examination::TrustLists();
    const auto document = documents.open(path, rules.limits, stop);
    if (document)
        return provenance::readProvenance((*document)->file(), lists);
    if (document.error().code != ErrorCode::UnknownFormat)
        return tl::unexpected(document.error());
    // No picture, so no document; it may carry credentials all the same.
    const auto file = image::readAnyFile(path, rules.limits, std::move(stop));
    if (!file)
        return tl::unexpected(file.error());
    return provenance::readProvenance(*file, lists);
}

} // namespace core::inference
