// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"
#include "core/provenance/c2pa/manifest.h"

#include <map>
#include <memory>

namespace core::provenance::c2pa {

/// The thumbnails' bytes, each once, up to 32 MiB in all.
class PictureShelf {
  public:
    [[nodiscard]] std::shared_ptr<const std::vector<std::uint8_t>> put(Bytes bytes);

  private:
    std::map<const std::uint8_t*, std::shared_ptr<const std::vector<std::uint8_t>>> m_pictures;
    std::size_t m_used = 0;
};

/// What a manifest states, without any judgement: generator, actions, ingredients, assertions,
/// thumbnails, whose bytes go to the shelf when there is one. Up to 500 entries of each kind; a
/// note says when there are more.
[[nodiscard]] examination::C2paManifest describe(const Manifest& manifest, const Store& store,
                                                 PictureShelf* shelf);

} // namespace core::provenance::c2pa
