// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_view_state.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ui::gallery {

QString toText(const GalleryViewState& state) {
    const QJsonObject json{{"search", state.search},
                           {"filters", QJsonArray::fromStringList(state.filters)},
                           {"order", state.order},
                           {"grouping", state.grouping}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

GalleryViewState galleryViewStateFrom(const QString& text) {
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    GalleryViewState state;
    state.search = json.value("search").toString();
    for (const QJsonValue filter : json.value("filters").toArray())
        state.filters << filter.toString();
    state.order = json.value("order").toInt();
    state.grouping = json.value("grouping").toInt();
    return state;
}

} // namespace ui::gallery
