// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"
#include "core/cases/annotation_exchange.h"
#include "core/examination/examination.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <string>

class QAction;
class QKeySequence;
class QWidget;

namespace ui::cases {
class CaseDesk;
}
namespace ui::gallery {
class GalleryModel;
class GalleryPanel;
} // namespace ui::gallery
namespace ui::viewer {
class ImageView;
}

namespace ui::annotation {

class AnnotationPanel;
class AnnotationTool;

/// Drawing on pictures: the actions, the tool on the picture and the list beside it, kept in the
/// case's journal like every other mark, so that each step can be undone.
class AnnotationDesk : public QObject {
    Q_OBJECT

  public:
    /// All outlive the desk; the window owns it.
    AnnotationDesk(cases::CaseDesk* cases, gallery::GalleryModel* model,
                   gallery::GalleryPanel* gallery, viewer::ImageView* view, QWidget* window);

    /// For a menu of their own; null: a separator.
    [[nodiscard]] QList<QAction*> actions() const { return m_actions; }
    [[nodiscard]] AnnotationPanel* panel() const { return m_panel; }

    /// Offered for annotations besides those in use; empty: the kinds of clues.
    void setLabels(const QStringList& labels) { m_labels = labels; }

    /// A picture is on screen, or what was drawn on it has changed; -1: none.
    void show(int row);

  Q_SIGNALS:
    void message(const QString& text); ///< why nothing can be drawn
    void toast(const QString& text);   ///< what was exported or imported
    void labelsChanged(const QStringList& labels);
    void panelRequested(); ///< somebody is to type in it

  private:
    QAction* add(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                 const std::function<void()>& run);
    void makeActions();
    void connectTool();
    void setActive(bool active);
    void draw(core::annotations::Shape shape);
    [[nodiscard]] bool canDraw();
    void keep(const std::string& gesture, const core::annotations::Annotation& annotation,
              bool isThere = true);
    void erase();
    void duplicate();
    void zoomTo(const std::string& id);
    void showPanel();
    [[nodiscard]] QStringList labels() const;
    void addExchange();
    void openLabels();
    void askForExport(core::cases::AnnotationFormat format);
    void askForImport();

    cases::CaseDesk* m_cases;
    gallery::GalleryModel* m_model;
    gallery::GalleryPanel* m_gallery;
    viewer::ImageView* m_view;
    QWidget* m_window;
    AnnotationTool* m_tool;
    AnnotationPanel* m_panel;
    QList<QAction*> m_actions;
    QAction* m_annotate = nullptr; ///< draws or does not
    QList<QAction*> m_shapes;      ///< usable while drawing
    QList<QAction*> m_ofSelection; ///< usable while something is selected
    core::annotations::Shape m_last = core::annotations::Shape::Rectangle;
    QStringList m_labels;
    int m_row = -1;
};

} // namespace ui::annotation
