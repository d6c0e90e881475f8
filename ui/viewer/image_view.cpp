// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/image_view.h"

#include "core/report/overlay_painter.h"
#include "core/report/translated_words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ui::viewer {

namespace {

constexpr double kDimmed = 0.25;
constexpr double kSmoothUpTo = 2; ///< above 200 % pixels are shown as they are
constexpr double kPanStep = 60;
constexpr double kOpacityStep = 0.05;
constexpr int kHeatSide = 1024;   ///< longer side of the prepared heat map
const QColor kGround(96, 96, 96); // neutral, so that it does not tint the judgement of colors

QRectF rectOf(const core::Rect& box) {
    return {static_cast<double>(box.x), static_cast<double>(box.y), static_cast<double>(box.width),
            static_cast<double>(box.height)};
}

QImage halved(const QImage& picture) {
    return picture.scaled(std::max(1, picture.width() / 2), std::max(1, picture.height() / 2),
                          Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

ImageView::ImageView(QWidget* parent) : QWidget(parent) {
    setObjectName("imageView");
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 150);
    setAccessibleName(tr("Picture"));
}

void ImageView::setPicture(const QImage& picture) {
    const bool sameSize = picture.size() == m_picture.size();
    m_picture = picture;
    m_half = picture.width() > 2000 || picture.height() > 2000 ? halved(picture) : QImage();
    m_quarter = m_half.isNull() ? QImage() : halved(m_half);
    m_transform.setPictureSize(picture.isNull() ? QSizeF(1, 1) : QSizeF(picture.size()));
    if (!sameSize)
        m_isFitted = true;
    updateTransform();
}

void ImageView::setExamination(std::shared_ptr<const core::examination::Examination> examination) {
    m_examination = std::move(examination);
    m_map.reset();
    m_heat = {};
    m_highlighted = -1;
    m_selected = -1;
    updateAccessibleText();
    update();
}

void ImageView::setMap(std::shared_ptr<const core::HeatMap> map) {
    m_map = std::move(map);
    m_heat = {};
    update();
}

void ImageView::clear() {
    m_picture = {};
    m_half = {};
    m_quarter = {};
    setExamination(nullptr);
}

void ImageView::setHighlightedClue(int clue) {
    if (std::exchange(m_highlighted, clue) != clue)
        update();
}

void ImageView::setSelectedClue(int clue) {
    if (std::exchange(m_selected, clue) != clue)
        update();
}

void ImageView::setHeatVisible(bool visible) {
    m_heatVisible = visible;
    update();
}

void ImageView::setRegionsVisible(bool visible) {
    m_regionsVisible = visible;
    update();
}

void ImageView::setHeatOpacity(double opacity) {
    m_heatOpacity = std::clamp(opacity, 0.0, 1.0);
    Q_EMIT heatOpacityChanged(m_heatOpacity);
    update();
}

void ImageView::setPeeking(bool peeking) {
    m_isPeeking = peeking;
    update();
}

void ImageView::zoomIn() {
    setMagnification(m_transform.magnification() * ViewTransform::kStep);
}
void ImageView::zoomOut() {
    setMagnification(m_transform.magnification() / ViewTransform::kStep);
}

void ImageView::fit() {
    m_isFitted = true;
    updateTransform();
}

void ImageView::fill() {
    m_isFitted = false;
    m_transform.fill();
    changed();
}

void ImageView::setMagnification(double magnification) {
    m_isFitted = false;
    m_transform.setMagnification(magnification, rect().toRectF().center());
    changed();
}

void ImageView::toggleFit() {
    if (!m_isFitted) {
        fit();
        return;
    }
    m_isFitted = false;
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    m_transform.setMagnification(1, rect().contains(pointer) ? QPointF(pointer)
                                                             : rect().toRectF().center());
    changed();
}

void ImageView::changed() {
    Q_EMIT magnificationChanged(m_transform.magnification());
    update();
}

void ImageView::updateTransform() {
    m_transform.setViewSize(size());
    m_transform.setDevicePixelRatio(devicePixelRatioF());
    if (m_isFitted)
        m_transform.fit();
    else
        m_transform.pan({});
    changed();
}

const core::HeatMap* ImageView::shownMap() const {
    if (m_map)
        return m_map.get();
    return m_examination ? m_examination->map.get() : nullptr;
}

// ---- painting --------------------------------------------------------------------------------

void ImageView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), kGround);
    if (m_picture.isNull())
        return;
    paintPicture(painter);
    if (m_isPeeking || !m_examination)
        return;
    if (m_heatVisible)
        paintHeat(painter);
    for (const core::Rect& box : m_examination->notExamined) {
        const QRectF area = m_transform.toView(rectOf(box));
        painter.fillRect(area, QColor(0, 0, 0, 110));
        painter.fillRect(area, QBrush(QColor(255, 255, 255, 140), Qt::BDiagPattern));
    }
    if (m_regionsVisible)
        paintRegions(painter);
}

void ImageView::paintPicture(QPainter& painter) const {
    const double magnification = m_transform.magnification();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, magnification < kSmoothUpTo);
    const QImage* source = &m_picture;
    if (magnification < 0.3 && !m_quarter.isNull())
        source = &m_quarter;
    else if (magnification < 0.6 && !m_half.isNull())
        source = &m_half;
    // Only the visible part is scaled: at 32x the whole picture would be enormous.
    const QRectF visible = QRectF(m_transform.toPicture({0, 0}),
                                  m_transform.toPicture({width() + 1.0, height() + 1.0}))
                               .intersected(QRectF(QPointF(), m_picture.size()));
    const double sx = static_cast<double>(source->width()) / m_picture.width();
    const double sy = static_cast<double>(source->height()) / m_picture.height();
    painter.drawImage(
        m_transform.toView(visible), *source,
        QRectF(visible.x() * sx, visible.y() * sy, visible.width() * sx, visible.height() * sy));
}

void ImageView::paintHeat(QPainter& painter) {
    const core::HeatMap* map = shownMap();
    if (map == nullptr)
        return;
    if (m_heat.isNull())
        m_heat = core::report::heatImage(
            *map, m_picture.size().scaled(kHeatSide, kHeatSide, Qt::KeepAspectRatio));
    painter.setOpacity(m_heatOpacity);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter.drawImage(m_transform.toView(QRectF(QPointF(), m_picture.size())), m_heat);
    painter.setOpacity(1);
}

void ImageView::paintRegions(QPainter& painter) const {
    const int lit = m_highlighted >= 0 ? m_highlighted : m_selected;
    for (std::size_t i = 0; i < m_examination->clues.size(); ++i) {
        const int clue = static_cast<int>(i);
        painter.setOpacity(lit < 0 || lit == clue ? 1 : kDimmed);
        for (const core::Region& region : m_examination->clues[i].regions) {
            const QRectF box = m_transform.toView(rectOf(region.box));
            if (lit == clue)
                painter.fillRect(box, QColor(255, 255, 255, 40));
            core::report::strokeRegion(painter, box, clue + 1, lit == clue ? 1.6 : 1);
        }
    }
    painter.setOpacity(1);
}

// ---- pointer and keys ------------------------------------------------------------------------

void ImageView::resizeEvent(QResizeEvent*) {
    updateTransform();
}

void ImageView::wheelEvent(QWheelEvent* event) {
    const QPoint angle = event->angleDelta();
    if (event->modifiers().testFlag(Qt::AltModifier)) {
        // Qt turns the wheel sideways while Alt is held.
        setHeatOpacity(m_heatOpacity + (angle.x() + angle.y() > 0 ? kOpacityStep : -kOpacityStep));
    } else if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_transform.pan({static_cast<double>(angle.x() + angle.y()) / 2, 0});
        changed();
    } else {
        m_isFitted = false;
        m_transform.setMagnification(m_transform.magnification() *
                                         std::pow(ViewTransform::kStep, angle.y() / 120.0),
                                     event->position());
        changed();
    }
    event->accept();
}

void ImageView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        m_dragFrom = event->position();
        m_hasDragged = false;
    }
}

void ImageView::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragFrom) {
        const QPointF by = event->position() - *m_dragFrom;
        if (m_hasDragged || by.manhattanLength() > 4) {
            m_hasDragged = true;
            m_isFitted = false;
            m_transform.pan(by);
            m_dragFrom = event->position();
            changed();
        }
        return;
    }
    const auto clues = cluesAt(event->position());
    const int hovered = clues.empty() ? -1 : clues.front();
    if (hovered != m_highlighted) {
        setHighlightedClue(hovered);
        Q_EMIT clueHovered(hovered);
    }
    Q_EMIT cursorMoved(describe(event->position()));
}

void ImageView::mouseReleaseEvent(QMouseEvent* event) {
    const bool wasClick = m_dragFrom && !m_hasDragged && event->button() == Qt::LeftButton;
    m_dragFrom.reset();
    if (!wasClick)
        return;
    const auto clues = cluesAt(event->position());
    if (clues.empty())
        return;
    // Repeated clicks at one place go through the regions that overlap there.
    m_clicksHere = event->position().toPoint() == m_lastClick ? m_clicksHere + 1 : 0;
    m_lastClick = event->position().toPoint();
    Q_EMIT clueClicked(clues[m_clicksHere % clues.size()]);
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!cluesAt(event->position()).empty()) {
        mousePressEvent(event); // a quick second click still cycles through overlapping regions
        return;
    }
    if (!m_isFitted) {
        fit();
        return;
    }
    m_isFitted = false;
    m_transform.setMagnification(1, event->position());
    changed();
}

void ImageView::leaveEvent(QEvent*) {
    setHighlightedClue(-1);
    Q_EMIT clueHovered(-1);
    Q_EMIT cursorMoved({});
}

void ImageView::keyPressEvent(QKeyEvent* event) {
    if (!event->modifiers().testFlag(Qt::AltModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        m_transform.pan({kPanStep, 0});
        break;
    case Qt::Key_Right:
        m_transform.pan({-kPanStep, 0});
        break;
    case Qt::Key_Up:
        m_transform.pan({0, kPanStep});
        break;
    case Qt::Key_Down:
        m_transform.pan({0, -kPanStep});
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_isFitted = false;
    changed();
}

std::vector<int> ImageView::cluesAt(QPointF view) const {
    std::vector<std::pair<double, int>> hits;
    if (!m_examination || m_isPeeking || !m_regionsVisible)
        return {};
    const QPointF place = m_transform.toPicture(view);
    for (std::size_t i = 0; i < m_examination->clues.size(); ++i) {
        for (const core::Region& region : m_examination->clues[i].regions) {
            const QRectF box = rectOf(region.box);
            if (box.contains(place)) {
                hits.emplace_back(box.width() * box.height(), static_cast<int>(i));
                break;
            }
        }
    }
    std::ranges::sort(hits);
    std::vector<int> clues;
    for (const auto& [area, clue] : hits)
        clues.push_back(clue);
    return clues;
}

QString ImageView::describe(QPointF view) const {
    const QPointF place = m_transform.toPicture(view);
    const QPoint pixel(static_cast<int>(std::floor(place.x())),
                       static_cast<int>(std::floor(place.y())));
    if (m_picture.isNull() || !m_picture.rect().contains(pixel))
        return {};
    const QColor color = m_picture.pixelColor(pixel);
    //: pixel position and color under the mouse pointer
    QString text = tr("x %1, y %2   R %3 G %4 B %5")
                       .arg(pixel.x())
                       .arg(pixel.y())
                       .arg(color.red())
                       .arg(color.green())
                       .arg(color.blue());
    if (const core::HeatMap* map = shownMap(); map != nullptr && !map->isEmpty()) {
        const int column = std::min(map->columns - 1, pixel.x() * map->columns / m_picture.width());
        const int row = std::min(map->rows - 1, pixel.y() * map->rows / m_picture.height());
        text += "   " + tr("map %1").arg(static_cast<double>(map->at(column, row)), 0, 'f', 2);
    }
    return text;
}

void ImageView::updateAccessibleText() {
    if (!m_examination) {
        setAccessibleDescription({});
        return;
    }
    QString text = core::report::verdictSentence(*m_examination);
    for (const core::examination::Clue& clue : m_examination->clues)
        text += ' ' + core::report::clueText(clue);
    setAccessibleDescription(text);
}

} // namespace ui::viewer
