// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/viewer_bar.h"

#include "core/report/shown_map.h"
#include "ui/review/heat_legend.h"
#include "ui/review/layer_button.h"
#include "ui/theme/scale.h"
#include "ui/viewer/image_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>

#include <cmath>
#include <utility>

namespace ui::review {

namespace {

constexpr double kWeakest = 0.25;
constexpr int kLegendFrom = 70; ///< letters of width

int percentOf(double share) {
    return static_cast<int>(std::lround(100 * share));
}

} // namespace

ViewerBar::ViewerBar(viewer::ImageView* view, QWidget* parent)
    : QWidget(parent), m_view(view), m_info(new QLabel), m_layer(new LayerButton(view)),
      m_legend(new HeatLegend) {
    m_info->setObjectName("cursorInfo");
    // A long text gives way; what is beside it does not.
    m_info->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kNear, 2, theme::kNear, 2);
    layout->setSpacing(theme::kTight);
    layout->addWidget(m_info, 1);
    layout->addWidget(m_layer);
    layout->addWidget(m_legend);
    layout->addWidget(makeOpacity());
    connect(view, &viewer::ImageView::cursorMoved, m_info, &QLabel::setText);
    connect(view, &viewer::ImageView::overlayChanged, this, &ViewerBar::update);
    connect(m_layer, &LayerButton::layerChosen, this, &ViewerBar::layerChosen);
    update();
}

QWidget* ViewerBar::makeOpacity() {
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName("heatOpacity");
    slider->setAccessibleName(tr("Opacity of the heat map"));
    slider->setToolTip(slider->accessibleName());
    slider->setRange(0, 100);
    slider->setMinimumWidth(44);
    slider->setMaximumWidth(90);
    slider->setValue(percentOf(m_view->heatOpacity()));
    connect(slider, &QSlider::valueChanged, m_view,
            [view = m_view](int percent) { view->setHeatOpacity(percent / 100.0); });
    connect(m_view, &viewer::ImageView::heatOpacityChanged, slider,
            [slider](double opacity) { slider->setValue(percentOf(opacity)); });
    return slider;
}

void ViewerBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // The values under the pointer come first.
    m_legend->setVisible(width() >= kLegendFrom * fontMetrics().averageCharWidth());
}

QSize ViewerBar::minimumSizeHint() const {
    return {180, QWidget::minimumSizeHint().height()};
}

void ViewerBar::setInfo(const QString& text) {
    m_info->setText(text);
}

void ViewerBar::setLayers(std::function<std::vector<MapLayer>()> layers) {
    m_layer->setLayers(std::move(layers));
}

void ViewerBar::showLayer(const QString& name, int layer, bool hasMap) {
    m_name = name;
    m_chosen = layer;
    m_hasMap = hasMap;
    update();
}

void ViewerBar::update() {
    const viewer::OverlayLayer& overlay = m_view->overlay();
    const bool isOverall = m_name.isEmpty();
    const bool isEmpty = isOverall && !overlay.isWeakVisible() && !overlay.hasStatedPart();
    if (!overlay.isHeatVisible())
        m_layer->setText(tr("Map hidden"));
    else if (m_hasMap && isEmpty)
        m_layer->setText(tr("Nothing stands out"));
    else
        m_layer->setText(isOverall ? tr("Overall map") : m_name);
    m_layer->setChosen(m_chosen);
    m_layer->setEnabled(m_hasMap);
    m_legend->setEnabled(m_hasMap);
    m_legend->setStyle(overlay.scale(), overlay.isWeakVisible() || !isOverall
                                            ? kWeakest
                                            : core::report::kMapThreshold);
}

} // namespace ui::review
