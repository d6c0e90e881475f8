// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/carrier.h"

#include "core/provenance/c2pa/carrier_search.h"
#include "core/provenance/c2pa/jumbf.h"

#include <algorithm>

namespace core::provenance::c2pa {

namespace {

using image::asText;

bool looksLikeSvg(Bytes file) {
    const std::string_view start = asText(file).substr(0, 4096);
    return start.find("<svg") != std::string_view::npos;
}

} // namespace

Container containerOf(Bytes file) {
    const std::string_view start = asText(file).substr(0, 16);
    const std::string_view second = start.substr(std::min<std::size_t>(4, start.size()));
    if (start.starts_with("\xFF\xD8"))
        return Container::Jpeg;
    if (start.starts_with("\x89PNG\r\n\x1A\n"))
        return Container::Png;
    if (start.starts_with("RIFF"))
        return Container::Riff;
    if (start.starts_with(std::string_view("II*\0", 4)) ||
        start.starts_with(std::string_view("MM\0*", 4)) ||
        start.starts_with(std::string_view("II+\0", 4)) ||
        start.starts_with(std::string_view("MM\0+", 4)))
        return Container::Tiff;
    if (start.starts_with("GIF8"))
        return Container::Gif;
    if (second.starts_with("JXL "))
        return Container::JpegXl;
    if (second.starts_with("ftyp") || second.starts_with("styp"))
        return Container::Media;
    if (start.starts_with("%PDF"))
        return Container::Pdf;
    if (beginsStore(file))
        return Container::Sidecar;
    if (start.starts_with("ID3"))
        return Container::Tagged;
    if (start.starts_with(std::string_view("\0\1\0\0", 4)) || start.starts_with("OTTO"))
        return Container::Font;
    return looksLikeSvg(file) ? Container::Svg : Container::Unknown;
}

void addStore(Bytes store, Range place, Carriers& found) {
    if (store.size() > kMaxStoreBytes) {
        found.damage = "The credentials are larger than 64 MiB.";
        return;
    }
    if (!beginsStore(store)) {
        found.damage = "What the file marks as its credentials is no manifest store.";
        return;
    }
    Carrier carrier;
    carrier.store.assign(store.begin(), store.end());
    carrier.place = place;
    found.stores.push_back(std::move(carrier));
}

Carriers findCarriers(Bytes file) {
    Carriers found;
    found.container = containerOf(file);
    switch (found.container) {
    case Container::Jpeg:
        searchJpeg(file, found);
        break;
    case Container::Png:
        searchPng(file, found);
        break;
    case Container::Riff:
        searchRiff(file, found);
        break;
    case Container::Tiff:
        searchTiff(file, found);
        break;
    case Container::Gif:
        searchGif(file, found);
        break;
    case Container::Media:
    case Container::JpegXl:
        searchMedia(file, found);
        break;
    case Container::Pdf:
        searchPdf(file, found);
        break;
    case Container::Svg:
        searchSvg(file, found);
        break;
    case Container::Tagged:
        searchTagged(file, found);
        break;
    case Container::Font:
        searchFont(file, found);
        break;
    case Container::Sidecar:
        addStore(file, {0, 0}, found);
        break;
    case Container::Unknown:
        break;
    }
    return found;
}

} // namespace core::provenance::c2pa
