// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "ui/viewer/ground.h"
#include "ui/viewer/loupe.h"
#include "ui/viewer/overlay_layer.h"
#include "ui/viewer/picture_levels.h"
#include "ui/viewer/split_line.h"
#include "ui/viewer/view_tool.h"
#include "ui/viewer/view_transform.h"

#include <QCursor>
#include <QImage>
#include <QPixmap>
#include <QPoint>
#include <QWidget>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace ui::viewer {

class Navigator;

/// The picture with its heat map, numbered regions and not-examined areas over it.
class ImageView : public QWidget {
    Q_OBJECT

  public:
    explicit ImageView(QWidget* parent = nullptr);

    /// What a new picture does to the zoom of the one before it.
    enum class ZoomPolicy { Fit, Keep };

    void setPicture(const PictureLevels& picture);
    /// Another one of the same size in its place: nothing moves.
    void replacePicture(const PictureLevels& picture);
    void setPicture(const QImage& picture) { setPicture(levelsOf(picture)); }
    void setZoomPolicy(ZoomPolicy policy) { m_zoomPolicy = policy; }
    /// Nothing is drawn over the picture while this is null.
    void setExamination(std::shared_ptr<const core::examination::Examination> examination);
    /// Shows another map than the engine's overall one; null for that.
    void setMap(std::shared_ptr<const core::HeatMap> map);
    /// Said over the picture, or in its place when there is none; empty: nothing.
    void setNotice(const QString& text);
    [[nodiscard]] const QString& notice() const { return m_notice; }
    void clear();
    [[nodiscard]] const core::examination::Examination* examination() const {
        return m_overlay.examination();
    }
    /// Of all that the clue points at, as far as it is seen; pixels of the view.
    [[nodiscard]] QRectF boundsOf(int clue) const;

    /// The clue whose regions are lit while the others are dimmed; -1: none.
    void setHighlightedClue(int clue);
    [[nodiscard]] int highlightedClue() const { return m_highlighted; }
    void setSelectedClue(int clue);
    /// Moves the picture so that the clue's regions are seen, when they are not.
    void showClue(int clue);

    void setHeatVisible(bool visible);
    /// Also what no clue speaks of.
    void setWeakVisible(bool visible);
    void setScale(core::report::ColorScale scale);
    [[nodiscard]] const OverlayLayer& overlay() const { return m_overlay; }
    /// A line to drag, with the bare picture at its left.
    void setSplitVisible(bool visible);
    [[nodiscard]] const SplitLine& split() const { return m_split; }
    /// Of the view alone; the next picture is upright again.
    void rotate(int quarters); ///< clockwise
    void mirror();             ///< exchanges left and right as they are seen
    void setRegionsVisible(bool visible);
    void setNotExaminedVisible(bool visible);
    void setGround(Ground ground);
    [[nodiscard]] Ground ground() const { return m_groundKind; }
    void setHeatOpacity(double opacity); ///< 0 to 1
    [[nodiscard]] double heatOpacity() const { return m_overlay.heatOpacity(); }
    /// The bare picture, without anything drawn over it.
    void setPeeking(bool peeking);
    [[nodiscard]] bool isPeeking() const { return m_isPeeking; }

    void zoomIn();
    void zoomOut();
    void fit();
    void fill();
    void setMagnification(double magnification);
    void toggleFit();
    [[nodiscard]] bool isFitted() const { return m_isFitted; }
    [[nodiscard]] QPointF center() const; ///< place of the picture in the middle of the view
    /// The next other picture appears with this place and size, not fitted.
    void placeNext(double magnification, QPointF center);
    [[nodiscard]] const ViewTransform& transform() const { return m_transform; }
    /// Zooms and moves so that a part of the picture fills most of the view.
    void zoomTo(const QRectF& part);
    /// Gets events first and is drawn last; null: none. Outlives its use here.
    void setTool(ViewTool* tool);
    /// A magnified part at the pointer; the wheel changes its size while it is there.
    void setLoupeVisible(bool visible);
    void nextLoupeEnhancement();
    [[nodiscard]] const Loupe& loupe() const { return m_loupe; }
    void setNavigatorVisible(bool visible);
    /// Not fitted any more.
    void showPlace(double magnification, QPointF center);
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }

    QSize sizeHint() const override { return {640, 480}; }

  Q_SIGNALS:
    void clueHovered(int clue);            ///< -1: none
    void clueClicked(int clue);            ///< -1: beside every region
    void cursorMoved(const QString& text); ///< position, color and map value under the pointer
    void magnificationChanged(double magnification);
    void groundChanged(ui::viewer::Ground ground);
    void heatOpacityChanged(double opacity);
    void overlayChanged();        ///< another map or way to draw it
    void transformChanged();      ///< another place or size, by whatever means
    void panelsToggleRequested(); ///< the key Tab

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

  private:
    [[nodiscard]] std::vector<int> cluesAt(QPointF view) const; ///< smallest region first
    [[nodiscard]] QString describe(QPointF view) const;
    void setHand(bool isHand);
    void turnTo(Orientation orientation);
    void drag(QPointF to);
    void paintGround();
    void transformed();
    void repaintAll();
    void updateTransform();
    void updateAccessibleText();

    PictureLevels m_picture;
    OverlayLayer m_overlay;
    QString m_notice;
    Ground m_groundKind = Ground::Neutral;
    QPixmap
        m_ground; ///< picture and areas as painted last, so that pointing repaints outlines only
    ViewTransform m_transform;
    ZoomPolicy m_zoomPolicy = ZoomPolicy::Fit;
    bool m_isFitted = true;
    std::optional<std::pair<double, QPointF>> m_nextPlace; ///< magnification and center
    bool m_isPeeking = false;
    int m_highlighted = -1;
    int m_selected = -1;
    ViewTool* m_tool = nullptr;
    bool m_isHand = false; ///< the space bar is held: the tool waits
    QCursor m_cursorBefore;
    Loupe m_loupe;
    SplitLine m_split;
    Navigator* m_navigator;
    std::optional<QPointF> m_dragFrom;
    QPointF m_offsetBeforeDrag;
    bool m_hasDragged = false;
    QPoint m_lastClick{-1, -1};
    std::size_t m_clicksHere = 0;
};

} // namespace ui::viewer
