// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/document.h"
#include "ui/comparison/latest_result.h"
#include "ui/viewer/picture_levels.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;

namespace ui::viewer {
class ImageView;
class PictureLoader;
} // namespace ui::viewer

namespace ui::comparison {

class OverlaidPicture;

/// Two to four pictures side by side, moved and zoomed together relative to their sizes; of two,
/// also one over the other with an edge to drag, blended, or their difference.
class ComparisonWindow : public QWidget {
    Q_OBJECT

  public:
    enum class Mode { SideBySide, Split, Blend, Difference };

    /// @param files  two to four
    ComparisonWindow(const QStringList& files, std::shared_ptr<core::image::Documents> documents,
                     const core::image::DecodeLimits& limits, QWidget* parent);

    void setMode(Mode mode);

  private:
    struct Pane {
        QWidget* box = nullptr;
        viewer::ImageView* view = nullptr;
        QLabel* caption = nullptr;
        viewer::PictureLoader* loader = nullptr;
        viewer::PictureLevels picture;
    };

    void addPane(const QString& file, const core::image::DecodeLimits& limits);
    [[nodiscard]] QWidget* makeBar();
    void makeKeys();
    void follow(std::size_t leader);
    void take(std::size_t pane, const viewer::PictureLevels& picture);
    [[nodiscard]] Mode mode() const;
    void showMode();
    void combine();
    void showDifference();

    std::shared_ptr<core::image::Documents> m_documents;
    std::vector<Pane> m_panes;
    OverlaidPicture* m_overlaid;
    QComboBox* m_modes = nullptr;
    QCheckBox* m_linked = nullptr;
    QSlider* m_amount = nullptr; ///< edge, opacity or gain
    QLabel* m_amountText = nullptr;
    viewer::PictureLevels m_second; ///< in the first picture's size
    LatestResult<viewer::PictureLevels> m_fitting;
    LatestResult<viewer::PictureLevels> m_difference;
    bool m_isFollowing = false;
};

} // namespace ui::comparison
