// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace ui::cases {

/// How a case looked when it was left: kept in the case, put back when it is opened again.
struct DeskState {
    std::int64_t exhibit = 0; ///< on screen; 0: none
    bool isFitted = true;
    double magnification = 1; ///< device pixels per picture pixel, unless fitted
    QPointF center;           ///< place of the picture in the middle of the view
    QString search;
    QStringList filters; ///< chosen values; see ui/gallery/gallery_facets.h
    int order = 0;       ///< entry of the order's list
    int grouping = 0;    ///< entry of the stacks' list
    int tab = 0;         ///< of the review page
    QByteArray splitter;
    bool isGalleryShown = true;
    bool copies = false;   ///< new pictures are copied in
    QString watched;       ///< folder whose new pictures are taken in; empty: none
    bool isPaused = false; ///< no other picture is examined until the examiner says so

    bool operator==(const DeskState&) const = default;
};

[[nodiscard]] QByteArray toJson(const DeskState& state);
/// What is missing or senseless becomes the default.
[[nodiscard]] DeskState deskStateFrom(const QByteArray& json);

} // namespace ui::cases
