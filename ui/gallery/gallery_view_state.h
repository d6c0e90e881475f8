// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ui::gallery {

/// What the gallery shows in which order.
struct GalleryViewState {
    QString search;
    QStringList filters; ///< see toKeys()
    int order = 0;       ///< entries of the lists
    int grouping = 0;

    bool operator==(const GalleryViewState&) const = default;
};

/// As text, to be kept under a name.
[[nodiscard]] QString toText(const GalleryViewState& state);
/// What the text lacks is as in a new gallery.
[[nodiscard]] GalleryViewState galleryViewStateFrom(const QString& text);

} // namespace ui::gallery
