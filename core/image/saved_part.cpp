// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/saved_part.h"

#include "core/base/digest.h"
#include "core/base/output_file.h"
#include "core/image/byte_reader.h"
#include "core/image/evidence_reader.h"

#include <array>
#include <utility>

namespace core::image {

Result<void> savePart(const FilePart& part, const std::filesystem::path& target,
                      const DecodeLimits& limits, std::stop_token stop) {
    const auto bytes = readWholeFile(part.file, limits, stop);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto digest = sha256(*bytes, stop);
    if (!digest)
        return tl::unexpected(digest.error());
    const auto wanted = slice(*bytes, part.offset, part.bytes);
    if (*digest != part.sha256 || !wanted)
        return fail(ErrorCode::InvalidArgument,
                    "The file " + part.file.string() +
                        " has changed since it was examined; examine it again to save its parts.");
    KeptFiles kept;
    kept.add(part.file);
    return writeOutput(target, output_kind::kNew, asText(*wanted), kept);
}

std::string_view endingFor(std::string_view what) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kEndings = {
        {{"ZIP", ".zip"},
         {"MP4", ".mp4"},
         {"JPEG", ".jpg"},
         {"(png)", ".png"},
         {"earlier PNG", ".bin"},
         {"PDF", ".pdf"},
         {"RAR", ".rar"}}};
    for (const auto& [mark, ending] : kEndings)
        if (what.find(mark) != std::string_view::npos)
            return ending;
    return ".bin";
}

} // namespace core::image
