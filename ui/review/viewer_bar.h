// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/picture_levels.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace ui::viewer {
class ImageView;
}

namespace ui::review {

/// The line below the picture: place and values under the pointer, color profile, layer with its
/// legend and opacity, zoom.
class ViewerBar : public QWidget {
    Q_OBJECT

  public:
    /// @param view  outlives the bar
    explicit ViewerBar(viewer::ImageView* view, QWidget* parent = nullptr);

    void setInfo(const QString& text); ///< until the pointer moves
    void showProfile(const viewer::PictureLevels& picture);
    /// @param name  empty: the overall map's
    void showLayer(const QString& name, bool hasMap);

  private:
    void makeOpacity(viewer::ImageView* view);
    void makeZoom(viewer::ImageView* view);
    void follow(viewer::ImageView* view);

    QLabel* m_info;
    QLabel* m_profile;
    QLabel* m_layer;
    QLineEdit* m_zoom;
    QWidget* m_opacity = nullptr;
};

} // namespace ui::review
