// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/map_layers.h"

#include <QToolButton>

#include <functional>
#include <vector>

class QMenu;

namespace ui::viewer {
class ImageView;
}

namespace ui::review {

/// Names the map over the picture, and opens a list of all of them with small pictures of each,
/// the weak signals and the scales of color.
class LayerButton : public QToolButton {
    Q_OBJECT

  public:
    /// @param view  outlives the button
    explicit LayerButton(viewer::ImageView* view, QWidget* parent = nullptr);

    /// Called each time the list opens.
    void setLayers(std::function<std::vector<MapLayer>()> layers) { m_layers = std::move(layers); }
    void setChosen(int layer) { m_chosen = layer; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void layerChosen(int layer);

  private:
    void fill();
    void addScales();

    viewer::ImageView* m_view;
    QMenu* m_menu;
    std::function<std::vector<MapLayer>()> m_layers;
    int m_chosen = 0;
};

} // namespace ui::review
