// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/layer_button.h"

#include "core/report/shown_map.h"
#include "ui/viewer/image_view.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace ui::review {

using core::report::ColorScale;

namespace {

constexpr QSize kThumbnail(48, 36);
constexpr int kWidest = 170;

QIcon thumbnailOf(const core::HeatMap* map, ColorScale scale) {
    QPixmap pixmap(kThumbnail);
    pixmap.fill(QColor(96, 96, 96));
    if (map != nullptr && !map->isEmpty()) {
        QPainter painter(&pixmap);
        painter.drawImage(0, 0, core::report::mapImage(*map, kThumbnail, {scale, 0.0}));
    }
    return pixmap;
}

QString scaleWord(ColorScale scale) {
    switch (scale) {
    case ColorScale::Flame:
        return LayerButton::tr("Flame");
    case ColorScale::Gray:
        return LayerButton::tr("Gray");
    case ColorScale::Cividis:
        break;
    }
    return LayerButton::tr("Blue to yellow");
}

} // namespace

LayerButton::LayerButton(viewer::ImageView* view, QWidget* parent)
    : QToolButton(parent), m_view(view), m_menu(new QMenu(this)) {
    setObjectName("layerName");
    setAccessibleName(tr("Map over the picture"));
    setToolTip(tr("Map over the picture: choose another one, weak signals or other colors"));
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    m_menu->setObjectName("layerMenu");
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &LayerButton::fill);
}

QSize LayerButton::sizeHint() const {
    return QToolButton::sizeHint().boundedTo({kWidest, QWIDGETSIZE_MAX});
}

QSize LayerButton::minimumSizeHint() const {
    return QToolButton::sizeHint().boundedTo({60, QWIDGETSIZE_MAX});
}

void LayerButton::fill() {
    m_menu->clear();
    auto* layers = new QActionGroup(m_menu);
    const std::vector<MapLayer> all = m_layers ? m_layers() : std::vector<MapLayer>();
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        const MapLayer& layer = all[static_cast<std::size_t>(i)];
        const core::HeatMap* map = layer.map ? layer.map.get()
                                   : m_view->examination() != nullptr
                                       ? m_view->examination()->map.get()
                                       : nullptr;
        QAction* action =
            m_menu->addAction(thumbnailOf(map, m_view->overlay().scale()), layer.name);
        action->setCheckable(true);
        action->setChecked(i == m_chosen);
        layers->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT layerChosen(i); });
    }
    m_menu->addSeparator();
    QAction* weak = m_menu->addAction(tr("Weak signals, too"));
    weak->setObjectName("menuWeak");
    weak->setToolTip(tr("Also places that are no more unlike the rest than parts of photographs"));
    weak->setCheckable(true);
    weak->setChecked(m_view->overlay().isWeakVisible());
    connect(weak, &QAction::triggered, m_view, &viewer::ImageView::setWeakVisible);
    addScales();
}

void LayerButton::addScales() {
    QMenu* menu = m_menu->addMenu(tr("Colors of the map"));
    auto* group = new QActionGroup(menu);
    for (const ColorScale scale : {ColorScale::Flame, ColorScale::Cividis, ColorScale::Gray}) {
        QAction* action = menu->addAction(scaleWord(scale));
        action->setCheckable(true);
        action->setChecked(m_view->overlay().scale() == scale);
        group->addAction(action);
        connect(action, &QAction::triggered, m_view,
                [view = m_view, scale] { view->setScale(scale); });
    }
}

} // namespace ui::review
