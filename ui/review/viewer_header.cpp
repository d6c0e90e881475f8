// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/viewer_header.h"

#include "ui/theme/elided_label.h"
#include "ui/theme/scale.h"
#include "ui/viewer/image_view.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace ui::review {

namespace {

// Letters of width from which on there is room.
constexpr int kFactsFrom = 50;
constexpr int kProfileFrom = 70;

/// "33,3 %" or "33.3" -> 33.3; 0 for anything else.
double percentIn(QString text) {
    return text.remove('%').replace(',', '.').trimmed().toDouble();
}

/// The language of the interface decides how numbers look, not the system's.
QString zoomText(const viewer::ImageView* view, double magnification) {
    return view->hasPicture()
               ? ViewerHeader::tr("%1 %").arg(view->locale().toString(100 * magnification, 'f', 1))
               : QString();
}

} // namespace

ViewerHeader::ViewerHeader(viewer::ImageView* view, QWidget* parent)
    : QWidget(parent), m_name(new theme::ElidedLabel(Qt::ElideMiddle)),
      m_facts(new theme::ElidedLabel(Qt::ElideRight)),
      m_profile(new theme::ElidedLabel(Qt::ElideRight)), m_zoom(new QLineEdit) {
    setObjectName("viewerHeader");
    m_name->setObjectName("pictureName");
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_facts->setObjectName("pictureFacts");
    m_profile->setObjectName("profileText");
    m_profile->hide();
    makeZoom(view);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kNear, theme::kTight, theme::kNear, theme::kTight);
    layout->setSpacing(theme::kNear);
    // The name keeps what it needs; the facts get the rest.
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_facts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_name);
    layout->addWidget(m_facts, 1);
    layout->addWidget(m_profile);
    layout->addWidget(m_zoom);
}

void ViewerHeader::makeZoom(viewer::ImageView* view) {
    m_zoom->setObjectName("zoomText");
    m_zoom->setAccessibleName(tr("Zoom in percent"));
    m_zoom->setToolTip(tr("Zoom in percent; type another one and press Return"));
    m_zoom->setAlignment(Qt::AlignRight);
    m_zoom->setFixedWidth(m_zoom->fontMetrics().horizontalAdvance("00000.0 %") + theme::kFar);
    connect(m_zoom, &QLineEdit::returnPressed, view, [this, view] {
        const double percent = percentIn(m_zoom->text());
        if (percent > 0 && view->hasPicture())
            view->setMagnification(percent / 100);
        view->setFocus();
    });
    connect(m_zoom, &QLineEdit::editingFinished, view,
            [this, view] { m_zoom->setText(zoomText(view, view->transform().magnification())); });
    connect(view, &viewer::ImageView::magnificationChanged, this,
            [this, view](double value) { m_zoom->setText(zoomText(view, value)); });
}

void ViewerHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int letters = width() / std::max(1, fontMetrics().averageCharWidth());
    m_facts->setVisible(letters >= kFactsFrom);
    m_profile->setVisible(m_hasProfile && letters >= kProfileFrom);
}

void ViewerHeader::setPath(const QString& path) {
    m_name->setText(QFileInfo(path).fileName());
    m_name->setToolTip(QDir::toNativeSeparators(path));
    m_facts->clear();
}

void ViewerHeader::showFacts(const core::examination::Examination* examination) {
    if (examination == nullptr) {
        m_facts->clear();
        return;
    }
    const auto& source = examination->source;
    //: size of a picture in pixels, its format, size of its file
    m_facts->setText(tr("%1 × %2 · %3 · %4")
                         .arg(source.width)
                         .arg(source.height)
                         .arg(QString::fromStdString(source.format).toUpper(),
                              locale().formattedDataSize(static_cast<qint64>(source.bytes))));
}

void ViewerHeader::showProfile(const viewer::PictureLevels& picture) {
    m_hasProfile = !picture.profile.isEmpty();
    m_profile->setVisible(m_hasProfile &&
                          width() >= kProfileFrom * fontMetrics().averageCharWidth());
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

} // namespace ui::review
