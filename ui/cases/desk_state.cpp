// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/desk_state.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace ui::cases {

namespace {

double finite(double value, double fallback) {
    return std::isfinite(value) ? value : fallback;
}

} // namespace

QByteArray toJson(const DeskState& state) {
    const QJsonObject object = {{"exhibit", qint64{state.exhibit}},
                                {"fitted", state.isFitted},
                                {"magnification", state.magnification},
                                {"center_x", state.center.x()},
                                {"center_y", state.center.y()},
                                {"search", state.search},
                                {"filters", QJsonArray::fromStringList(state.filters)},
                                {"order", state.order},
                                {"grouping", state.grouping},
                                {"tab", state.tab},
                                {"splitter", QString::fromLatin1(state.splitter.toBase64())},
                                {"gallery_shown", state.isGalleryShown},
                                {"copies", state.copies},
                                {"watched", state.watched},
                                {"paused", state.isPaused}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

DeskState deskStateFrom(const QByteArray& json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto at = [&](const char* name) { return object.value(QLatin1String(name)); };
    DeskState state;
    state.exhibit = std::max<qint64>(0, at("exhibit").toInteger());
    state.isFitted = at("fitted").toBool(true);
    state.magnification = std::clamp(finite(at("magnification").toDouble(1), 1), 0.001, 64.0);
    state.center = {finite(at("center_x").toDouble(), 0), finite(at("center_y").toDouble(), 0)};
    state.search = at("search").toString();
    for (const QJsonValue filter : at("filters").toArray())
        state.filters << filter.toString();
    state.grouping = std::max(0, at("grouping").toInt());
    state.order = std::max(0, at("order").toInt());
    state.tab = std::max(0, at("tab").toInt());
    state.splitter = QByteArray::fromBase64(at("splitter").toString().toLatin1());
    state.isGalleryShown = at("gallery_shown").toBool(true);
    state.copies = at("copies").toBool();
    state.watched = at("watched").toString();
    state.isPaused = at("paused").toBool();
    return state;
}

} // namespace ui::cases
