// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "ui/viewer/picture_levels.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace ui::viewer {
class ImageView;
}

namespace ui::review {

/// The line above the picture: its file's name, size and format, color profile and zoom.
class ViewerHeader : public QWidget {
    Q_OBJECT

  public:
    /// @param view  outlives the header
    explicit ViewerHeader(viewer::ImageView* view, QWidget* parent = nullptr);

    void setPath(const QString& path); ///< empty: no picture
    void showFacts(const core::examination::Examination* examination);
    void showProfile(const viewer::PictureLevels& picture);

  protected:
    void resizeEvent(QResizeEvent* event) override; ///< narrow: the name and the zoom alone

  private:
    void makeZoom(viewer::ImageView* view);

    QLabel* m_name;
    QLabel* m_facts;
    QLabel* m_profile;
    QLineEdit* m_zoom;
    bool m_hasProfile = false;
};

} // namespace ui::review
