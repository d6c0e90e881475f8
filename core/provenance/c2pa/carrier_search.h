// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/carrier.h"

namespace core::provenance::c2pa {

// One search for each kind of container; `findCarriers` chooses.
void searchJpeg(Bytes file, Carriers& found);
void searchPng(Bytes file, Carriers& found);
void searchRiff(Bytes file, Carriers& found);
void searchTiff(Bytes file, Carriers& found);
void searchGif(Bytes file, Carriers& found);
void searchMedia(Bytes file, Carriers& found);
void searchPdf(Bytes file, Carriers& found);
void searchSvg(Bytes file, Carriers& found);
void searchTagged(Bytes file, Carriers& found);
void searchFont(Bytes file, Carriers& found);

/// No store is larger.
constexpr std::size_t kMaxStoreBytes = std::size_t{64} << 20;

/// Adds a store that lies in the file in one piece, or says why it cannot.
void addStore(Bytes store, Range place, Carriers& found);

} // namespace core::provenance::c2pa
