// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/viewer_bar.h"

#include "ui/review/heat_legend.h"
#include "ui/viewer/image_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>

#include <cmath>

namespace ui::review {

namespace {

constexpr int kBetweenLabels = 8;

int percentOf(double share) {
    return static_cast<int>(std::lround(100 * share));
}

/// "33,3 %" or "33.3" -> 33.3; 0 for anything else.
double percentIn(QString text) {
    return text.remove('%').replace(',', '.').trimmed().toDouble();
}

QString zoomText(const viewer::ImageView* view, double magnification) {
    return view->hasPicture() ? ViewerBar::tr("%1 %").arg(100 * magnification, 0, 'f', 1)
                              : QString();
}

} // namespace

ViewerBar::ViewerBar(viewer::ImageView* view, QWidget* parent)
    : QWidget(parent), m_info(new QLabel), m_profile(new QLabel),
      m_layer(new QLabel(tr("Overall map"))), m_zoom(new QLineEdit) {
    m_info->setObjectName("cursorInfo");
    // A long text gives way; the slider beside it does not.
    m_info->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_profile->setObjectName("profileText");
    m_profile->hide();
    m_layer->setObjectName("layerName");
    makeOpacity(view);
    makeZoom(view);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->addWidget(m_info, 1);
    layout->addSpacing(kBetweenLabels);
    layout->addWidget(m_profile);
    layout->addSpacing(kBetweenLabels);
    layout->addWidget(m_layer);
    layout->addWidget(new HeatLegend);
    layout->addWidget(m_opacity);
    layout->addWidget(m_zoom);
    follow(view);
}

void ViewerBar::makeOpacity(viewer::ImageView* view) {
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName("heatOpacity");
    slider->setAccessibleName(tr("Opacity of the heat map"));
    slider->setToolTip(slider->accessibleName());
    slider->setRange(0, 100);
    slider->setMinimumWidth(60);
    slider->setMaximumWidth(110);
    slider->setValue(percentOf(view->heatOpacity()));
    connect(slider, &QSlider::valueChanged, view,
            [view](int percent) { view->setHeatOpacity(percent / 100.0); });
    connect(view, &viewer::ImageView::heatOpacityChanged, slider,
            [slider](double opacity) { slider->setValue(percentOf(opacity)); });
    m_opacity = slider;
}

void ViewerBar::makeZoom(viewer::ImageView* view) {
    m_zoom->setObjectName("zoomText");
    m_zoom->setAccessibleName(tr("Zoom in percent"));
    m_zoom->setToolTip(tr("Zoom in percent; type another one and press Return"));
    m_zoom->setFrame(false);
    m_zoom->setAlignment(Qt::AlignRight);
    m_zoom->setFixedWidth(m_zoom->fontMetrics().horizontalAdvance("00000.0 %") + kBetweenLabels);
    connect(m_zoom, &QLineEdit::returnPressed, view, [this, view] {
        const double percent = percentIn(m_zoom->text());
        if (percent > 0 && view->hasPicture())
            view->setMagnification(percent / 100);
        view->setFocus();
    });
    connect(m_zoom, &QLineEdit::editingFinished, view,
            [this, view] { m_zoom->setText(zoomText(view, view->transform().magnification())); });
}

void ViewerBar::follow(viewer::ImageView* view) {
    connect(view, &viewer::ImageView::cursorMoved, m_info, &QLabel::setText);
    connect(view, &viewer::ImageView::magnificationChanged, this,
            [this, view](double value) { m_zoom->setText(zoomText(view, value)); });
}

void ViewerBar::setInfo(const QString& text) {
    m_info->setText(text);
}

void ViewerBar::showProfile(const viewer::PictureLevels& picture) {
    m_profile->setVisible(!picture.profile.isEmpty());
    m_profile->setText(picture.isManaged ? picture.profile
                                         : tr("not applied: %1").arg(picture.profile));
    m_profile->setToolTip(
        picture.isManaged
            ? tr("The picture is shown with its color profile %1. Measurements and the values "
                 "under the pointer are those of the file.")
                  .arg(picture.profile)
            : tr("The picture has the color profile %1, which is not applied.")
                  .arg(picture.profile));
}

void ViewerBar::showLayer(const QString& name, bool hasMap) {
    m_layer->setText(name.isEmpty() ? tr("Overall map") : name);
    m_layer->setEnabled(hasMap);
}

} // namespace ui::review
