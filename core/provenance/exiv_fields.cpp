// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/exiv_fields.h"

#include <exiv2/exiv2.hpp>

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

std::string exifText(const Exiv2::Exifdatum& entry, const Exiv2::ExifData& all) {
    if (const auto* comment = dynamic_cast<const Exiv2::CommentValue*>(&entry.value()))
        return comment->comment();
    // Texts as they are; numbers as Exiv2 says them ("1/60 s", "Canon").
    return entry.typeId() == Exiv2::asciiString ? entry.toString() : entry.print(&all);
}

/// One entry's text, empty when that entry is damaged: the others are still worth having.
template <typename Text> std::string guarded(const Text& text) {
    try {
        return text();
    } catch (const std::exception&) {
        return {};
    }
}

class Collector {
  public:
    void add(const char* group, const std::string& name, std::string value) {
        while (!value.empty() && (value.back() == '\0' || value.back() == ' '))
            value.pop_back();
        if (!value.empty() && m_fields.size() < kMaxFields)
            m_fields.push_back({group, name, std::move(value)});
    }

    void addAll(Exiv2::Image& file) {
        const Exiv2::ExifData& exif = file.exifData();
        for (const Exiv2::Exifdatum& entry : exif) {
            const bool isComment = entry.key() == "Exif.Photo.UserComment";
            if (isComment || !isBlob(entry))
                add("EXIF", entry.key(), guarded([&] { return exifText(entry, exif); }));
        }
        for (const Exiv2::Xmpdatum& entry : file.xmpData())
            add("XMP", entry.key(), guarded([&] { return entry.toString(); }));
        for (const Exiv2::Iptcdatum& entry : file.iptcData()) {
            if (!isBlob(entry))
                add("IPTC", entry.key(), guarded([&] { return entry.toString(); }));
        }
        add("Comment", "Comment", file.comment());
    }

    [[nodiscard]] std::vector<MetadataField> take() { return std::move(m_fields); }

  private:
    std::vector<MetadataField> m_fields;
};

} // namespace

std::vector<MetadataField> exivFields(std::span<const std::uint8_t> file) {
    prepareExiv2();
    Collector collector;
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

} // namespace core::provenance
