// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cases/desk_state.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QAction;
class QSplitter;

namespace core::inference {
class AnalysisQueue;
}
namespace ui::cases {
class CaseDesk;
}
namespace ui::gallery {
class GalleryPanel;
}
namespace ui::review {
class ReviewPage;
}
namespace ui::viewer {
class ImageView;
}

namespace ui::main_window {

/// What the keeper looks at; all of it outlives the keeper.
struct DeskParts {
    cases::CaseDesk* cases = nullptr;
    gallery::GalleryPanel* gallery = nullptr;
    viewer::ImageView* view = nullptr;
    review::ReviewPage* review = nullptr;
    QSplitter* splitter = nullptr;
    QAction* showGallery = nullptr;
    core::inference::AnalysisQueue* queue = nullptr;
};

/// Keeps how a case looks in the case, every two seconds when something changed, and puts it back
/// when the case is opened.
class DeskKeeper : public QObject {
    Q_OBJECT

  public:
    DeskKeeper(const DeskParts& parts, QObject* parent);

    void save();

  private:
    [[nodiscard]] cases::DeskState present() const;
    void restorePanels();
    void restorePicture();

    DeskParts m_parts;
    cases::DeskState m_saved;
    bool m_isRestoring = false; ///< the case is still being read
    QTimer m_timer;
};

} // namespace ui::main_window
