// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/safe_decoder.h"

#include "core/base/digest.h"
#include "core/image/codec.h"
#include "core/image/content_guess.h"
#include "core/image/evidence_reader.h"
#include "core/image/orientation.h"

#include <algorithm>
#include <new>

namespace core::image {

namespace {

/// The format's name as people write it.
std::string spokenName(Format format) {
    switch (format) {
    case Format::Webp:
        return "WebP";
    case Format::Jpeg:
    case Format::Png:
    case Format::Tiff:
    case Format::Bmp:
    case Format::Gif:
    case Format::Heic:
    case Format::Avif:
    case Format::Unknown:
        break;
    }
    std::string name(formatName(format));
    for (char& c : name)
        c = static_cast<char>(c - 'a' + 'A');
    return name;
}

std::string article(Format format) {
    return format == Format::Heic || format == Format::Avif
               ? (format == Format::Heic ? "a " : "an ")
               : "a ";
}

void noteWrongExtension(EvidenceFile& file, const std::filesystem::path& path) {
    const Format promised = formatOfExtension(path.filename().string());
    if (promised == Format::Unknown || promised == file.format)
        return;
    file.warnings.push_back("The file is named " + path.extension().string() + " but is " +
                            article(file.format) + spokenName(file.format) + " picture.");
}

/// Undoes the orientation and closes the pixels against change.
Result<DecodedPicture> finished(Raster raster, int orientation, const std::stop_token& stop) {
    DecodedPicture picture;
    picture.orientation = orientation;
    picture.bitsPerSample = raster.bitsPerSample;
    picture.hasAlpha = raster.hasAlpha;
    picture.missingShare = std::clamp(raster.missingShare, 0.0, 1.0);
    picture.warnings = std::move(raster.warnings);
    auto upright = turnedUpright(std::move(raster), orientation, stop);
    if (!upright)
        return tl::unexpected(upright.error());
    picture.image = Image(upright->width, upright->height,
                          std::make_shared<const ByteBuffer>(std::move(upright->bgr)));
    return picture;
}

} // namespace

Result<EvidenceFile> readEvidence(const std::filesystem::path& path, const DecodeLimits& limits,
                                  std::stop_token stop) {
    auto bytes = readWholeFile(path, limits, stop);
    if (!bytes)
        return tl::unexpected(bytes.error());
    EvidenceFile file;
    file.path = path.string();
    file.format = sniffFormat(*bytes);
    if (file.format == Format::Unknown)
        return fail(ErrorCode::UnknownFormat, "The content of " + path.string() +
                                                  " is no picture that can be read here; it looks "
                                                  "like " +
                                                  describeContent(*bytes) + ".");
    auto digest = sha256(*bytes, stop);
    if (!digest)
        return tl::unexpected(digest.error());
    file.sha256 = std::move(*digest);
    file.bytes = std::make_shared<const ByteBuffer>(std::move(*bytes));
    noteWrongExtension(file, path);
    return file;
}

Result<DecodedPicture> decode(const EvidenceFile& file, const DecodeLimits& limits,
                              std::stop_token stop) {
    if (!file.bytes)
        return fail(ErrorCode::FileEmpty, "There are no bytes to decode.");
    CodecInput input{*file.bytes, limits, stop};
    input.orientation = storedOrientation(file.format, *file.bytes);
    auto raster = decodeStored(file.format, input);
    if (!raster)
        return tl::unexpected(raster.error());
    const int orientation = raster->orientation != 1 ? raster->orientation : input.orientation;
    try {
        return finished(std::move(*raster), orientation, stop);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory to turn this picture upright.");
    }
}

} // namespace core::image
