// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/file_statements.h"

#include "core/image/safe_decoder.h"
#include "core/provenance/provenance_reader.h"

#include <utility>

namespace core::inference {

Result<examination::ProvenanceRecord> readStatements(const std::filesystem::path& path,
                                                     const IntakeRules& rules,
                                                     std::stop_token stop) {
    const auto file = image::readAnyFile(path, rules.limits, std::move(stop));
    if (!file)
        return tl::unexpected(file.error());
    return provenance::readProvenance(*file,
                                      rules.trust ? *rules.trust : examination::TrustLists());
}

} // namespace core::inference
