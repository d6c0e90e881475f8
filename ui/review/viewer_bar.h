// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/map_layers.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;

namespace ui::viewer {
class ImageView;
}

namespace ui::review {

class HeatLegend;
class LayerButton;

/// The line below the picture: values and place under the pointer, the map with its list, legend
/// and opacity.
class ViewerBar : public QWidget {
    Q_OBJECT

  public:
    /// @param view  outlives the bar
    explicit ViewerBar(viewer::ImageView* view, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;
    void setInfo(const QString& text); ///< until the pointer moves
    /// @param name   empty: the overall map's
    /// @param layer  its place in the list
    void showLayer(const QString& name, int layer, bool hasMap);
    void setLayers(std::function<std::vector<MapLayer>()> layers);

  Q_SIGNALS:
    void layerChosen(int layer);

  protected:
    void resizeEvent(QResizeEvent* event) override; ///< narrow: without the legend

  private:
    QWidget* makeOpacity();
    void update();

    viewer::ImageView* m_view;
    QLabel* m_info;
    LayerButton* m_layer;
    HeatLegend* m_legend;
    QString m_name;
    int m_chosen = 0;
    bool m_hasMap = false;
};

} // namespace ui::review
