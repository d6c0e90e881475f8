// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/safe_decoder.h"

#include "core/base/digest.h"
#include "core/image/alpha_plane.h"
#include "core/image/codec.h"
#include "core/image/container_parts.h"
#include "core/image/content_guess.h"
#include "core/image/evidence_reader.h"
#include "core/image/media_items.h"
#include "core/image/orientation.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <optional>

namespace core::image {

namespace {

/// The format's name as people write it.
std::string spokenName(Format format) {
    switch (format) {
    case Format::Webp:
        return "WebP";
    case Format::JpegXl:
        return "JPEG XL";
    case Format::Jpeg2000:
        return "JPEG 2000";
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

/// Files for AVIF pictures do not always name the format among their brands.
Format formatByItems(Bytes file) {
    Format format = Format::Heic;
    for (const MediaItem& item : mediaItems(file)) {
        if (item.type == "hvc1")
            return Format::Heic;
        if (item.type == "av01")
            format = Format::Avif;
    }
    return format;
}

/// Where a JPEG or PNG begins behind stray bytes; nothing when there is none, or when the file is
/// of a known kind that may hold pictures.
std::optional<std::size_t> pictureBehindStrayBytes(Bytes file) {
    const std::string kind = describeContent(file);
    if (kind != "nothing known" && kind != "plain text")
        return std::nullopt;
    constexpr std::size_t kFarthest = 1u << 20;
    const std::string_view start = asText(file.first(std::min(file.size(), kFarthest)));
    for (auto at = start.find('\xFF'); at != std::string_view::npos;
         at = start.find('\xFF', at + 1))
        if (start.substr(at).starts_with("\xFF\xD8\xFF") &&
            jpegSegments(file.subspan(at)).size() >= 3)
            return at;
    const auto png = start.find("\x89PNG\r\n\x1A\n");
    return png == std::string_view::npos ? std::nullopt : std::optional(png);
}

/// A copy in which what nobody sees is gray: it is not evidence of what the picture shows. Nothing
/// for pictures without fully transparent pixels.
std::optional<Raster> withoutTransparent(Raster& raster, const EvidenceFile& file,
                                         DecodedPicture& picture) {
    const auto plane = raster.hasAlpha ? alphaPlane(file.format, *file.bytes) : std::nullopt;
    if (!plane || plane->width != raster.width || plane->height != raster.height)
        return std::nullopt;
    const auto hidden = static_cast<std::size_t>(std::ranges::count(plane->values, 0));
    picture.transparentShare =
        static_cast<double>(hidden) / static_cast<double>(plane->values.size());
    if (hidden == 0)
        return std::nullopt;
    if (hidden == plane->values.size()) {
        addWarning(raster.warnings, "The whole picture is transparent: other programs show nothing "
                                    "of it. The colors stored behind that are examined.");
        return std::nullopt;
    }
    const auto percent = std::max(1L, std::lround(100 * picture.transparentShare));
    addWarning(raster.warnings, std::to_string(percent) +
                                    " % of the picture is fully transparent: other programs "
                                    "do not show what is stored there, and it is not "
                                    "measured.");
    constexpr std::uint8_t kGray = 128;
    Raster visible = raster;
    for (std::size_t i = 0; i < plane->values.size(); ++i)
        if (plane->values[i] == 0)
            std::fill_n(visible.bgr.begin() + static_cast<std::ptrdiff_t>(i) * 3, 3, kGray);
    return visible;
}

Result<Image> uprightImage(Raster raster, int orientation, const std::stop_token& stop) {
    auto upright = turnedUpright(std::move(raster), orientation, stop);
    if (!upright)
        return tl::unexpected(upright.error());
    return Image(upright->width, upright->height,
                 std::make_shared<const ByteBuffer>(std::move(upright->bgr)));
}

/// Undoes the orientation and closes the pixels against change.
Result<DecodedPicture> finished(Raster raster, const EvidenceFile& file, int orientation,
                                const std::stop_token& stop) {
    DecodedPicture picture;
    auto visible = withoutTransparent(raster, file, picture);
    picture.orientation = orientation;
    picture.bitsPerSample = raster.bitsPerSample;
    picture.hasAlpha = raster.hasAlpha;
    picture.missingShare = std::clamp(raster.missingShare, 0.0, 1.0);
    picture.lacksDetail = raster.lacksDetail;
    picture.encoding = std::move(raster.encoding);
    picture.isCalibrated = raster.isCalibrated;
    picture.warnings = std::move(raster.warnings);
    if (!raster.stored.empty()) {
        Raster stored;
        stored.width = raster.width;
        stored.height = raster.height;
        stored.bgr = std::move(raster.stored);
        auto turned = uprightImage(std::move(stored), orientation, stop);
        if (!turned)
            return tl::unexpected(turned.error());
        picture.stored = std::move(*turned);
    }
    auto image = uprightImage(std::move(raster), orientation, stop);
    if (!image)
        return tl::unexpected(image.error());
    picture.image = std::move(*image);
    if (!visible)
        return picture;
    image = uprightImage(std::move(*visible), orientation, stop);
    if (!image)
        return tl::unexpected(image.error());
    picture.visible = std::move(*image);
    return picture;
}

/// What a file is taken in as.
enum class Wanted { Picture, Anything };

Result<EvidenceFile> readAs(Wanted wanted, const std::filesystem::path& path,
                            const DecodeLimits& limits, const std::stop_token& stop) {
    auto bytes = readWholeFile(path, limits, stop);
    if (!bytes)
        return tl::unexpected(bytes.error());
    EvidenceFile file;
    file.path = path.string();
    file.format = sniffFormat(*bytes);
    if (file.format == Format::Heic)
        file.format = formatByItems(*bytes);
    const auto start =
        file.format == Format::Unknown ? pictureBehindStrayBytes(*bytes) : std::nullopt;
    if (file.format == Format::Unknown && !start) {
        const std::string looks =
            " is no picture that can be read here; it looks like " + describeContent(*bytes) + ".";
        if (wanted == Wanted::Picture)
            return fail(ErrorCode::UnknownFormat, "The content of " + path.string() + looks);
        file.warnings.push_back("The content of the file" + looks);
    }
    auto digest = sha256(*bytes, stop);
    if (!digest)
        return tl::unexpected(digest.error());
    file.sha256 = std::move(*digest);
    if (const std::size_t stray = start.value_or(0); stray > 0) {
        bytes->erase(bytes->begin(), bytes->begin() + static_cast<std::ptrdiff_t>(stray));
        file.leadingBytes = stray;
        file.format = sniffFormat(*bytes);
        file.warnings.push_back("The picture begins behind " + std::to_string(stray) +
                                (stray == 1 ? " stray byte" : " stray bytes") +
                                "; other programs may not open it.");
    }
    file.bytes = std::make_shared<const ByteBuffer>(std::move(*bytes));
    if (file.format != Format::Unknown)
        noteWrongExtension(file, path);
    return file;
}

} // namespace

Result<EvidenceFile> readEvidence(const std::filesystem::path& path, const DecodeLimits& limits,
                                  std::stop_token stop) {
    return readAs(Wanted::Picture, path, limits, stop);
}

Result<EvidenceFile> readAnyFile(const std::filesystem::path& path, const DecodeLimits& limits,
                                 std::stop_token stop) {
    return readAs(Wanted::Anything, path, limits, stop);
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
        return finished(std::move(*raster), file, orientation, stop);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory to turn this picture upright.");
    }
}

} // namespace core::image
