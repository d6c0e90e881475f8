// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf_report.h"

#include <QObject>

#include <vector>

class QWidget;

namespace core::workspace {
class Workspace;
}
namespace ui::cases {
class CaseDesk;
}
namespace ui::gallery {
class GalleryModel;
class GalleryPanel;
} // namespace ui::gallery

namespace ui::main_window {

/// Gathers what the gallery shows for a PDF report and opens its dialog.
class WindowReport : public QObject {
    Q_OBJECT

  public:
    /// All outlive the object; the window is the dialog's parent.
    WindowReport(core::workspace::Workspace* workspace, gallery::GalleryModel* model,
                 gallery::GalleryPanel* gallery, cases::CaseDesk* cases, QWidget* window);

    void open(const QString& examiner);

  Q_SIGNALS:
    void message(const QString& text);

  private:
    void show(std::vector<core::report::ReportItem> items,
              std::vector<core::report::LeftOutFile> leftOut, const QString& examiner);
    [[nodiscard]] core::report::LeftOutFile leftOut(int row) const;
    /// The examiner's conclusion and note, in words.

    core::workspace::Workspace* m_workspace;
    gallery::GalleryModel* m_model;
    gallery::GalleryPanel* m_gallery;
    cases::CaseDesk* m_cases;
    QWidget* m_window;
};

} // namespace ui::main_window
