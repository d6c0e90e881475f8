// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/exiv_fields.h"

#include "core/image/container_parts.h"
#include "core/image/gif_blocks.h"
#include "core/image/media_items.h"
#include "core/provenance/big_tiff.h"
#include "core/provenance/text_encoding.h"

#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <exception>
#include <mutex>

namespace core::provenance {

namespace {

using examination::MetadataField;

constexpr std::size_t kMaxFields = 2'000;
constexpr long kBlobBytes = 64; ///< longer values of bytes without meaning are blobs

void lockXmp(void* mutex, bool isLocking) {
    auto* xmp = static_cast<std::recursive_mutex*>(mutex);
    if (isLocking)
        xmp->lock();
    else
        xmp->unlock();
}

void prepareExiv2() {
    // Guards the XMP toolkit, which keeps global tables.
    static std::recursive_mutex xmpMutex;
    static std::once_flag once;
    std::call_once(once, [] {
        Exiv2::enableBMFF(true);
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        Exiv2::XmpParser::initialize(&lockXmp, &xmpMutex);
    });
}

bool isBlob(const Exiv2::Metadatum& entry) {
    const auto type = entry.typeId();
    const bool isBytes =
        type == Exiv2::undefined || type == Exiv2::unsignedByte || type == Exiv2::signedByte;
    // Windows keeps titles and comments as bytes (XPTitle, XPComment).
    return isBytes && entry.size() > kBlobBytes && !entry.tagName().starts_with("XP");
}

/// One entry, empty when it is damaged: the others are still worth having.
template <typename Field> MetadataField guarded(const Field& field) {
    try {
        return field();
    } catch (const std::exception&) {
        return {};
    }
}

/// The bytes of a value as the file has them.
std::string rawBytes(const Exiv2::Exifdatum& entry, Exiv2::ByteOrder order) {
    std::string bytes(static_cast<std::size_t>(entry.size()), '\0');
    if (!bytes.empty())
        entry.copy(reinterpret_cast<Exiv2::byte*>(bytes.data()), order);
    return bytes;
}

MetadataField exifField(const Exiv2::Exifdatum& entry, const Exiv2::ExifData& all,
                        Exiv2::ByteOrder order) {
    if (const auto* comment = dynamic_cast<const Exiv2::CommentValue*>(&entry.value())) {
        const ReadText read =
            readUserComment(comment->value_, comment->byteOrder_ == Exiv2::bigEndian);
        return {"EXIF", entry.key(), read.text, read.guess, {}};
    }
    // Texts as they are; numbers as Exiv2 says them ("1/60 s", "Canon").
    if (entry.typeId() == Exiv2::asciiString)
        return fieldOfBytes("EXIF", entry.key(), entry.toString());
    // Windows writes its texts as bytes of UTF-16.
    if (entry.tagName().starts_with("XP"))
        return {"EXIF", entry.key(), readUtf16(rawBytes(entry, order), false)};
    return fieldOfBytes("EXIF", entry.key(), entry.print(&all));
}

class Collector {
  public:
    void add(MetadataField field) {
        std::string& value = field.value;
        while (!value.empty() && (value.back() == '\0' || value.back() == ' '))
            value.pop_back();
        if (!value.empty() && m_fields.size() < kMaxFields)
            m_fields.push_back(std::move(field));
    }

    void addExif(const Exiv2::ExifData& exif, Exiv2::ByteOrder order) {
        for (const Exiv2::Exifdatum& entry : exif) {
            const bool isComment = entry.key() == "Exif.Photo.UserComment";
            if (isComment || !isBlob(entry))
                add(guarded([&] { return exifField(entry, exif, order); }));
        }
    }

    void addXmp(const Exiv2::XmpData& xmp) {
        for (const Exiv2::Xmpdatum& entry : xmp)
            add(guarded([&] { return fieldOfBytes("XMP", entry.key(), entry.toString()); }));
    }

    /// IPTC texts are Latin-1 by custom where record 1:90 does not say UTF-8 and they are none.
    void addIptc(const Exiv2::IptcData& iptc) {
        for (const Exiv2::Iptcdatum& entry : iptc) {
            if (!isBlob(entry))
                add(guarded([&] { return fieldOfBytes("IPTC", entry.key(), entry.toString()); }));
        }
    }

    void addAll(Exiv2::Image& file) {
        addExif(file.exifData(), file.byteOrder());
        addXmp(file.xmpData());
        addIptc(file.iptcData());
        add(fieldOfBytes("Comment", "Comment", file.comment()));
    }

    /// An EXIF block: a TIFF structure.
    void addExifBlock(image::Bytes block) {
        Exiv2::ExifData exif;
        const auto order =
            Exiv2::ExifParser::decode(exif, block.data(), static_cast<std::uint32_t>(block.size()));
        addExif(exif, order);
        // TIFF files keep XMP and IPTC as values of two tags.
        const auto packet = exif.findKey(Exiv2::ExifKey("Exif.Image.XMLPacket"));
        if (packet != exif.end())
            addXmpPacket(rawBytes(*packet, order));
        const auto iptc = exif.findKey(Exiv2::ExifKey("Exif.Image.IPTCNAA"));
        if (iptc != exif.end())
            addIptcBlock(rawBytes(*iptc, order));
    }

    void addXmpPacket(const std::string& packet) {
        Exiv2::XmpData xmp;
        if (Exiv2::XmpParser::decode(xmp, packet) == 0)
            addXmp(xmp);
    }

    void addIptcBlock(const std::string& block) {
        Exiv2::IptcData iptc;
        if (Exiv2::IptcParser::decode(iptc, reinterpret_cast<const Exiv2::byte*>(block.data()),
                                      static_cast<std::uint32_t>(block.size())) == 0)
            addIptc(iptc);
    }

    [[nodiscard]] bool isEmpty() const { return m_fields.empty(); }
    [[nodiscard]] std::vector<MetadataField> take() { return std::move(m_fields); }

  private:
    std::vector<MetadataField> m_fields;
};

/// EXIF and XMP of HEIF and AVIF are items.
void addMediaItems(image::Bytes file, Collector& collector) {
    for (const image::MediaItem& item : image::mediaItems(file)) {
        const bool isXmp = item.type == "mime" && item.contentType == "application/rdf+xml";
        if (item.type != "Exif" && !isXmp)
            continue;
        const auto bytes = image::mediaItemBytes(file, item.id);
        if (!bytes)
            continue;
        if (isXmp) {
            collector.addXmpPacket(std::string(image::asText(*bytes)));
            continue;
        }
        // The block begins behind a number that says how far away it is.
        const auto skipped = image::readNumber(*bytes, 0, 4, image::ByteOrder::Big);
        if (skipped && *skipped + 4 < bytes->size())
            collector.addExifBlock(image::Bytes(*bytes).subspan(*skipped + 4));
    }
}

void addGif(image::Bytes file, Collector& collector) {
    const image::GifBlocks blocks = image::gifBlocks(file);
    for (const std::string& comment : blocks.comments)
        collector.add(fieldOfBytes("Comment", "GIF comment", comment));
    if (!blocks.xmp.empty())
        collector.addXmpPacket(blocks.xmp);
}

/// What Exiv2 cannot find by itself.
void addOwn(image::Bytes file, Collector& collector) {
    switch (image::sniffFormat(file.first(std::min<std::size_t>(file.size(), 64)))) {
    case image::Format::Heic:
    case image::Format::Avif:
        return addMediaItems(file, collector);
    case image::Format::Gif:
        return addGif(file, collector);
    case image::Format::Tiff:
        if (const auto classic = classicTiffOf(file))
            collector.addExifBlock(
                {reinterpret_cast<const std::uint8_t*>(classic->data()), classic->size()});
        return;
    default:
        return;
    }
}

} // namespace

std::vector<MetadataField> exivFields(std::span<const std::uint8_t> file) {
    prepareExiv2();
    Collector collector;
    try {
        addOwn(file, collector);
        if (!collector.isEmpty())
            return collector.take();
    } catch (const std::exception&) {
        // Damaged: Exiv2 may still find something.
    }
    try {
        const auto opened = Exiv2::ImageFactory::open(file.data(), static_cast<long>(file.size()));
        if (opened.get() == nullptr)
            return {};
        opened->readMetadata();
        collector.addAll(*opened);
    } catch (const std::exception&) {
        // No format of Exiv2's, or damaged: what was collected so far is all there is.
    }
    return collector.take();
}

std::optional<std::vector<std::uint8_t>> exivThumbnail(std::span<const std::uint8_t> file) {
    prepareExiv2();
    try {
        const auto opened = Exiv2::ImageFactory::open(file.data(), static_cast<long>(file.size()));
        if (opened.get() == nullptr)
            return std::nullopt;
        opened->readMetadata();
        const Exiv2::ExifThumbC thumbnail(opened->exifData());
        const Exiv2::DataBuf bytes = thumbnail.copy();
        if (bytes.size_ <= 0)
            return std::nullopt;
        return std::vector<std::uint8_t>(bytes.pData_, bytes.pData_ + bytes.size_);
    } catch (const std::exception&) {
        return std::nullopt; // damaged, or no format of Exiv2's
    }
}

std::vector<std::vector<std::uint8_t>> exivPreviews(std::span<const std::uint8_t> file) {
    constexpr std::size_t kMost = 10;
    constexpr std::size_t kMostBytes = std::size_t{16} << 20;
    prepareExiv2();
    std::vector<std::vector<std::uint8_t>> previews;
    try {
        const auto opened = Exiv2::ImageFactory::open(file.data(), static_cast<long>(file.size()));
        if (opened.get() == nullptr)
            return previews;
        opened->readMetadata();
        const Exiv2::PreviewManager manager(*opened);
        std::size_t used = 0;
        for (const Exiv2::PreviewProperties& one : manager.getPreviewProperties()) {
            if (previews.size() == kMost || one.size_ > kMostBytes - used)
                break;
            const Exiv2::PreviewImage preview = manager.getPreviewImage(one);
            previews.emplace_back(preview.pData(), preview.pData() + preview.size());
            used += preview.size();
        }
    } catch (const std::exception&) {
        // Damaged: what was found so far is all there is.
    }
    return previews;
}

} // namespace core::provenance
