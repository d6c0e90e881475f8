// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/image_view.h"

#include "core/report/translated_words.h"
#include "ui/viewer/navigator.h"
#include "ui/viewer/notice.h"
#include "ui/viewer/picture_accessible.h"
#include "ui/viewer/pixel_grid.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui::viewer {

namespace {

constexpr double kPanStep = 60;
constexpr double kOpacityStep = 0.05;
constexpr double kDragFrom = 4; ///< pixels that a click may tremble

/// The space bar moves the picture while the pointer is a tool's.
bool isHandKey(const QKeyEvent& event, const ViewTool& tool) {
    return event.key() == Qt::Key_Space && event.modifiers() == Qt::NoModifier && tool.isActive();
}

} // namespace

ImageView::ImageView(QWidget* parent) : QWidget(parent), m_navigator(new Navigator(this)) {
    setObjectName("imageView");
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 150);
    setAccessibleName(tr("Picture"));
    installPictureAccessible();
    connect(m_navigator, &Navigator::centerRequested, this, [this](QPointF picture) {
        m_isFitted = false;
        m_transform.centerOn(picture);
        transformed();
    });
}

void ImageView::setLoupeVisible(bool visible) {
    m_loupe.setPlace(mapFromGlobal(QPointF(QCursor::pos())));
    m_loupe.setVisible(visible);
    update();
}

void ImageView::nextLoupeEnhancement() {
    m_loupe.nextEnhancement();
    update();
}

void ImageView::setNavigatorVisible(bool visible) {
    m_navigator->setVisible(visible);
}

void ImageView::setPicture(const PictureLevels& picture) {
    // The whole picture takes its preview's place without a jump.
    const bool isSame = m_picture.isPreview && picture.size == m_picture.size;
    m_picture = picture;
    m_transform.setPictureSize(picture.isNull() ? QSizeF(1, 1) : QSizeF(picture.size));
    if (!isSame)
        m_transform.setOrientation({});
    if (!isSame && m_zoomPolicy == ZoomPolicy::Fit)
        m_isFitted = true;
    updateTransform();
    m_navigator->setPicture(m_picture);
    if (const auto place = picture.isNull() ? std::nullopt : std::exchange(m_nextPlace, {}))
        showPlace(place->first, place->second);
}

void ImageView::showPlace(double magnification, QPointF center) {
    m_isFitted = false;
    m_transform.setMagnification(magnification, rect().toRectF().center());
    m_transform.centerOn(center);
    transformed();
}

void ImageView::replacePicture(const PictureLevels& picture) {
    m_picture = picture;
    repaintAll();
}

QPointF ImageView::center() const {
    return m_transform.toPicture(QRectF(rect()).center());
}

void ImageView::placeNext(double magnification, QPointF center) {
    m_nextPlace = {magnification, center};
}

void ImageView::setExamination(std::shared_ptr<const core::examination::Examination> examination) {
    m_overlay.setExamination(std::move(examination));
    m_highlighted = -1;
    m_selected = -1;
    updateAccessibleText();
    repaintAll();
    Q_EMIT overlayChanged();
}

void ImageView::setMap(std::shared_ptr<const core::HeatMap> map) {
    m_overlay.setMap(std::move(map));
    repaintAll();
    Q_EMIT overlayChanged();
}

void ImageView::setNotice(const QString& text) {
    m_notice = text;
    updateAccessibleText();
    update();
}

void ImageView::clear() {
    setPicture(PictureLevels());
    setNotice({});
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

QRectF ImageView::boundsOf(int clue) const {
    return m_transform.toView(m_overlay.boundsOf(clue)).intersected(rect());
}

void ImageView::showClue(int clue) {
    const QRectF bounds = m_overlay.boundsOf(clue);
    if (bounds.isNull() || rect().toRectF().intersects(m_transform.toView(bounds)))
        return;
    m_transform.centerOn(bounds.center());
    transformed();
}

void ImageView::setHeatVisible(bool visible) {
    m_overlay.setHeatVisible(visible);
    repaintAll();
    Q_EMIT overlayChanged();
}

void ImageView::setWeakVisible(bool visible) {
    m_overlay.setWeakVisible(visible);
    repaintAll();
    Q_EMIT overlayChanged();
}

void ImageView::setScale(core::report::ColorScale scale) {
    m_overlay.setScale(scale);
    repaintAll();
    Q_EMIT overlayChanged();
}

void ImageView::setSplitVisible(bool visible) {
    m_split.setVisible(visible);
    repaintAll();
}

void ImageView::rotate(int quarters) {
    Orientation orientation = m_transform.orientation();
    orientation.turns = (orientation.turns + quarters + 4) % 4;
    turnTo(orientation);
}

void ImageView::mirror() {
    // What is seen is mirrored: before the turns that is the other way round for a lying picture.
    Orientation orientation = m_transform.orientation();
    orientation.isMirrored = !orientation.isMirrored;
    orientation.turns = (4 - orientation.turns) % 4;
    turnTo(orientation);
}

void ImageView::turnTo(Orientation orientation) {
    m_transform.setOrientation(orientation);
    updateTransform();
}

void ImageView::setNotExaminedVisible(bool visible) {
    m_overlay.setNotExaminedVisible(visible);
    repaintAll();
}

void ImageView::setGround(Ground ground) {
    if (std::exchange(m_groundKind, ground) == ground)
        return;
    repaintAll();
    Q_EMIT groundChanged(ground);
}

void ImageView::setRegionsVisible(bool visible) {
    m_overlay.setRegionsVisible(visible);
    update();
}

void ImageView::setHeatOpacity(double opacity) {
    m_overlay.setHeatOpacity(std::clamp(opacity, 0.0, 1.0));
    Q_EMIT heatOpacityChanged(m_overlay.heatOpacity());
    repaintAll();
}

void ImageView::setPeeking(bool peeking) {
    if (std::exchange(m_isPeeking, peeking) != peeking)
        repaintAll();
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
    transformed();
}

void ImageView::setMagnification(double magnification) {
    m_isFitted = false;
    m_transform.setMagnification(magnification, rect().toRectF().center());
    transformed();
}

void ImageView::zoomTo(const QRectF& part) {
    constexpr double kShare = 0.7;
    const double zoom = kShare * std::min(width() / std::max(1.0, part.width()),
                                          height() / std::max(1.0, part.height()));
    showPlace(zoom * m_transform.devicePixelRatio(), part.center());
}

void ImageView::setTool(ViewTool* tool) {
    m_tool = tool;
    update();
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
    transformed();
}

void ImageView::transformed() {
    m_navigator->setTransform(m_transform, size());
    Q_EMIT transformChanged();
    Q_EMIT magnificationChanged(m_transform.magnification());
    repaintAll();
}

void ImageView::repaintAll() {
    m_ground = {};
    update();
}

void ImageView::updateTransform() {
    m_transform.setViewSize(size());
    m_transform.setDevicePixelRatio(devicePixelRatioF());
    if (m_isFitted)
        m_transform.fit();
    else
        m_transform.pan({});
    transformed();
}

void ImageView::paintEvent(QPaintEvent*) {
    if (m_transform.devicePixelRatio() != devicePixelRatioF())
        updateTransform(); // the window came to another screen
    if (m_ground.isNull())
        paintGround();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_ground);
    painter.setClipRect(m_split.covered(rect()));
    if (!m_isPeeking && !m_picture.isNull())
        m_overlay.paintRegions(painter, m_transform,
                               m_highlighted >= 0 ? m_highlighted : m_selected);
    painter.setClipping(false);
    if (!m_isPeeking && !m_picture.isNull() && m_tool != nullptr)
        m_tool->paint(painter, m_transform);
    if (!m_picture.isNull())
        m_split.paint(painter, rect());
    m_loupe.paint(painter, m_picture, m_transform);
    paintNotice(painter, rect(), m_notice,
                m_picture.isNull() ? NoticePlace::Middle : NoticePlace::Top);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void ImageView::paintGround() {
    m_ground = QPixmap((QSizeF(size()) * devicePixelRatioF()).toSize());
    m_ground.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&m_ground);
    viewer::paintGround(painter, rect(), m_groundKind);
    if (m_picture.isNull())
        return;
    paintPicture(painter, m_picture, m_transform, rect());
    paintPixelGrid(painter, m_picture, m_transform, rect());
    painter.setClipRect(m_split.covered(rect()));
    if (!m_isPeeking)
        m_overlay.paintAreas(painter, m_transform, m_picture.size);
}

// ---- pointer and keys ------------------------------------------------------------------------

void ImageView::resizeEvent(QResizeEvent* event) {
    const QSizeF old = event->oldSize();
    const QPointF center = m_transform.toPicture(QPointF(old.width() / 2, old.height() / 2));
    updateTransform();
    m_navigator->settle();
    if (m_isFitted || !event->oldSize().isValid())
        return;
    // A panel that opens beside it must not push aside what is looked at.
    m_transform.centerOn(center);
    transformed();
}

void ImageView::wheelEvent(QWheelEvent* event) {
    const QPoint angle = event->angleDelta();
    if (m_loupe.isVisible()) {
        m_loupe.zoom(angle.y() / 120.0);
        update();
    } else if (event->modifiers().testFlag(Qt::AltModifier)) {
        // Qt turns the wheel sideways while Alt is held.
        setHeatOpacity(heatOpacity() + (angle.x() + angle.y() > 0 ? kOpacityStep : -kOpacityStep));
    } else if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_transform.pan({static_cast<double>(angle.x() + angle.y()) / 2, 0});
        transformed();
    } else {
        m_isFitted = false;
        m_transform.setMagnification(m_transform.magnification() *
                                         std::pow(ViewTransform::kStep, angle.y() / 120.0),
                                     event->position());
        transformed();
    }
    event->accept();
}

bool ImageView::event(QEvent* event) {
    if (event->type() == QEvent::FocusOut)
        setHand(false); // the release goes elsewhere
    // A key that the tool takes must not become another action's.
    if (event->type() == QEvent::ShortcutOverride && m_tool != nullptr &&
        (m_tool->wantsKey(*static_cast<QKeyEvent*>(event)) ||
         isHandKey(*static_cast<QKeyEvent*>(event), *m_tool))) {
        event->accept();
        return true;
    }
    // Shift+Tab and Ctrl+Tab still leave the picture.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab &&
        static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier) {
        Q_EMIT panelsToggleRequested();
        return true;
    }
    return QWidget::event(event);
}

void ImageView::mousePressEvent(QMouseEvent* event) {
    m_split.isDragged =
        event->button() == Qt::LeftButton && m_split.isNear(event->position(), rect());
    if (m_split.isDragged)
        return;
    if (m_tool != nullptr && !m_isHand && hasPicture() && m_tool->press(*event, m_transform))
        return;
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        m_dragFrom = event->position();
        m_offsetBeforeDrag = m_transform.offset();
        m_hasDragged = false;
    }
}

void ImageView::drag(QPointF to) {
    const QPointF by = to - *m_dragFrom;
    if (!m_hasDragged && by.manhattanLength() <= kDragFrom)
        return;
    m_hasDragged = true;
    m_isFitted = false;
    m_transform.moveTo(m_offsetBeforeDrag + by);
    transformed();
}

void ImageView::mouseMoveEvent(QMouseEvent* event) {
    if (m_split.isDragged) {
        m_split.setShare(event->position().x() / std::max(1, width()));
        repaintAll();
        return;
    }
    if (m_loupe.isVisible()) {
        m_loupe.setPlace(event->position());
        update();
    }
    if (m_dragFrom) {
        drag(event->position());
        return;
    }
    if (m_tool != nullptr && m_tool->move(*event, m_transform))
        return;
    const auto clues = cluesAt(event->position());
    const int hovered = clues.empty() ? -1 : clues.front();
    if (hovered != m_highlighted) {
        setHighlightedClue(hovered);
        Q_EMIT clueHovered(hovered);
    }
    Q_EMIT cursorMoved(describe(event->position()));
}

void ImageView::mouseReleaseEvent(QMouseEvent* event) {
    if (std::exchange(m_split.isDragged, false))
        return;
    if (!m_dragFrom && m_tool != nullptr && m_tool->release(*event, m_transform))
        return;
    const bool wasClick =
        m_dragFrom && !m_hasDragged && !m_isHand && event->button() == Qt::LeftButton;
    m_dragFrom.reset();
    if (!wasClick)
        return;
    const auto clues = cluesAt(event->position());
    if (clues.empty()) {
        Q_EMIT clueClicked(-1);
        return;
    }
    // Repeated clicks at one place go through the regions that overlap there.
    m_clicksHere = event->position().toPoint() == m_lastClick ? m_clicksHere + 1 : 0;
    m_lastClick = event->position().toPoint();
    Q_EMIT clueClicked(clues[m_clicksHere % clues.size()]);
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_tool != nullptr && !m_isHand && m_tool->doubleClick(*event, m_transform))
        return;
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
    transformed();
}

void ImageView::leaveEvent(QEvent*) {
    setHighlightedClue(-1);
    Q_EMIT clueHovered(-1);
    Q_EMIT cursorMoved({});
}

void ImageView::keyPressEvent(QKeyEvent* event) {
    if (m_tool != nullptr && m_tool->key(*event))
        return;
    if (m_tool != nullptr && isHandKey(*event, *m_tool)) {
        setHand(true);
        return;
    }
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
    transformed();
}

void ImageView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat() || !m_isHand)
        QWidget::keyReleaseEvent(event);
    else
        setHand(false);
}

void ImageView::setHand(bool isHand) {
    if (std::exchange(m_isHand, isHand) == isHand)
        return;
    if (isHand)
        m_cursorBefore = cursor();
    setCursor(isHand ? QCursor(Qt::OpenHandCursor) : m_cursorBefore);
}

std::vector<int> ImageView::cluesAt(QPointF view) const {
    return m_isPeeking ? std::vector<int>() : m_overlay.cluesAt(m_transform.toPicture(view));
}

QString ImageView::describe(QPointF view) const {
    const QPointF place = m_transform.toPicture(view);
    const QPoint pixel(static_cast<int>(std::floor(place.x())),
                       static_cast<int>(std::floor(place.y())));
    if (m_picture.isNull() || m_picture.isPreview ||
        !QRect(QPoint(), m_picture.size).contains(pixel))
        return {};
    // What the file holds and the methods measure, not what the screen needs.
    const QImage& values = m_picture.stored.isNull() ? m_picture.images.front() : m_picture.stored;
    const QColor color = values.pixelColor(pixel);
    //: pixel position and color under the mouse pointer
    const QString text = tr("x %1, y %2   R %3 G %4 B %5")
                             .arg(pixel.x())
                             .arg(pixel.y())
                             .arg(color.red())
                             .arg(color.green())
                             .arg(color.blue());
    // The map first: at the end it would be the first that a narrow window cuts.
    if (const auto value = m_overlay.mapValueAt(pixel, m_picture.size))
        return tr("map %1").arg(locale().toString(*value, 'f', 2)) + "   " + text;
    return text;
}

void ImageView::updateAccessibleText() {
    const core::examination::Examination* examination = m_overlay.examination();
    if (examination == nullptr) {
        setAccessibleDescription(m_notice);
        return;
    }
    QString text = m_notice.isEmpty() ? QString() : m_notice + ' ';
    text += core::report::verdictSentence(*examination);
    for (int clue = 0; clue < static_cast<int>(examination->clues.size()); ++clue)
        text += ' ' + spokenClue(*examination, clue);
    setAccessibleDescription(text);
}

} // namespace ui::viewer
