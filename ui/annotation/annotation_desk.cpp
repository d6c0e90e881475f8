// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/annotation/annotation_desk.h"

#include "core/annotations/geometry.h"
#include "core/report/annotation_words.h"
#include "core/report/translated_words.h"
#include "ui/annotation/annotation_panel.h"
#include "ui/annotation/annotation_tool.h"
#include "ui/annotation/label_list_dialog.h"
#include "ui/cases/case_desk.h"
#include "ui/files/file_chooser.h"
#include "ui/files/folder_chooser.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/viewer/image_view.h"

#include <QAction>
#include <QDir>
#include <QKeySequence>
#include <QSet>

#include <algorithm>
#include <utility>

namespace ui::annotation {

using core::annotations::Annotation;
using core::annotations::Shape;
using core::cases::MarkChange;
namespace mark = core::cases::mark;

namespace {

/// Of a duplicate, so that it does not hide what it repeats; picture pixels.
constexpr double kBeside = 12;

AnnotationPanel::Links linksOf(const core::examination::Examination* examination) {
    AnnotationPanel::Links links;
    if (examination == nullptr)
        return links;
    int number = 0;
    for (const auto& clue : examination->clues) {
        ++number;
        //: %1 number of a clue, %2 its sentence
        links.emplace_back(
            "clue:" + std::to_string(number),
            AnnotationPanel::tr("Clue %1: %2").arg(number).arg(core::report::clueText(clue)));
    }
    for (const auto& measurement : examination->measurements)
        links.emplace_back("measurement:" + measurement.analyzer,
                           AnnotationPanel::tr("Measurement: %1")
                               .arg(core::report::analyzerWord(measurement.analyzer)));
    return links;
}

QStringList offered(const QStringList& labels) {
    if (!labels.isEmpty())
        return labels;
    using core::examination::ClueKind;
    QStringList kinds;
    for (int kind = 0; kind <= static_cast<int>(ClueKind::Metadata); ++kind)
        kinds << core::report::clueKindWord(static_cast<ClueKind>(kind));
    return kinds;
}

} // namespace

AnnotationDesk::AnnotationDesk(cases::CaseDesk* cases, gallery::GalleryModel* model,
                               gallery::GalleryPanel* gallery, viewer::ImageView* view,
                               QWidget* window)
    : QObject(window), m_cases(cases), m_model(model), m_gallery(gallery), m_view(view),
      m_window(window), m_tool(new AnnotationTool(this)), m_panel(new AnnotationPanel) {
    makeActions();
    addExchange();
    connectTool();
    m_view->setTool(m_tool);
    setActive(false);
}

QAction* AnnotationDesk::add(const QString& name, const QString& text,
                             const QList<QKeySequence>& keys, const std::function<void()>& run) {
    auto* action = new QAction(text, m_window);
    action->setObjectName(name);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, run);
    m_actions << action;
    return action;
}

void AnnotationDesk::makeActions() {
    m_annotate = add("annotate", tr("&Draw and change annotations"), {QKeySequence(Qt::Key_D)},
                     [this] { setActive(m_annotate->isChecked()); });
    m_annotate->setCheckable(true);
    m_actions << nullptr;
    const std::pair<Shape, Qt::Key> shapes[] = {
        {Shape::Rectangle, Qt::Key_R}, {Shape::Polygon, Qt::Key_Y},  {Shape::Ellipse, Qt::Key_E},
        {Shape::Arrow, Qt::Key_A},     {Shape::Freehand, Qt::Key_W}, {Shape::Brush, Qt::Key_B},
        {Shape::Text, Qt::Key_T}};
    for (const auto& [shape, key] : shapes) {
        const auto word = core::annotations::wordFor(shape);
        m_shapes << add("draw_" + QString::fromLatin1(word.data(), qsizetype(word.size())),
                        core::report::shapeWord(shape), {QKeySequence(key)},
                        [this, shape = shape] { draw(shape); });
        m_shapes.last()->setCheckable(true);
    }
    m_shapes << add("drawAgain", tr("The &last shape again"),
                    {QKeySequence(Qt::SHIFT | Qt::Key_Return)}, [this] { draw(m_last); });
    m_actions << nullptr;
    m_ofSelection << add("duplicateAnnotation", tr("D&uplicate"),
                         {QKeySequence(Qt::CTRL | Qt::Key_D)}, [this] { duplicate(); });
    m_ofSelection << add("deleteAnnotation", tr("De&lete"), {QKeySequence(Qt::Key_Delete)},
                         [this] { erase(); });
    m_ofSelection << add("zoomToAnnotation", tr("&Zoom to it"),
                         {QKeySequence(Qt::SHIFT | Qt::Key_Z)}, [this] {
                             if (m_tool->selected() != nullptr)
                                 zoomTo(m_tool->selected()->id);
                         });
}

void AnnotationDesk::addExchange() {
    using core::cases::AnnotationFormat;
    using core::cases::CaseSession;
    m_actions << nullptr;
    add("annotationLabels", tr("La&bels…"), {}, [this] { openLabels(); });
    add("exportCoco", tr("E&xport as COCO…"), {}, [this] { askForExport(AnnotationFormat::Coco); });
    add("exportLabelme", tr("Export for &labelme…"), {},
        [this] { askForExport(AnnotationFormat::Labelme); });
    add("importAnnotations", tr("&Import COCO or labelme…"), {}, [this] { askForImport(); });
    connect(m_cases->session(), &CaseSession::annotationsExported, this,
            [this](int pictures, int annotations) {
                Q_EMIT toast(
                    tr("Exported: %1 annotations of %2 pictures.").arg(annotations).arg(pictures));
            });
    connect(m_cases->session(), &CaseSession::annotationsImported, this,
            [this](int annotations, int leftOut) {
                Q_EMIT toast(tr("Imported: %1 annotations; left out, because the picture or the "
                                "shape is unknown or the size differs: %2.")
                                 .arg(annotations)
                                 .arg(leftOut));
            });
}

void AnnotationDesk::askForExport(core::cases::AnnotationFormat format) {
    if (!m_cases->isOpen()) {
        Q_EMIT toast(tr("Open a case first: annotations are kept in cases."));
        return;
    }
    const auto exportTo = [this, format](const QString& target) {
        if (!target.isEmpty() && m_cases->isOpen())
            m_cases->session()->exportAnnotations(format, target);
    };
    if (format == core::cases::AnnotationFormat::Coco)
        files::chooseFileToWrite(m_window,
                                 {tr("Export annotations as COCO"),
                                  QDir::home().filePath(QStringLiteral("annotations.json")),
                                  tr("COCO (*.json)"), QStringLiteral("json")},
                                 exportTo);
    else
        files::chooseFolder(m_window, tr("Folder for labelme's files"), QDir::homePath(), exportTo);
}

void AnnotationDesk::askForImport() {
    if (!canDraw())
        return;
    files::chooseFileToOpen(
        m_window, {tr("Import annotations"), QDir::homePath(), tr("COCO or labelme (*.json)"), {}},
        [this](const QString& file) {
            if (canDraw()) // the case may have been closed meanwhile
                m_cases->session()->importAnnotations(file);
        });
}

void AnnotationDesk::connectTool() {
    connect(m_tool, &AnnotationTool::repaintNeeded, m_view, qOverload<>(&QWidget::update));
    connect(m_tool, &AnnotationTool::selectionChanged, this, &AnnotationDesk::showPanel);
    connect(m_tool, &AnnotationTool::drawn, this, [this](const Annotation& annotation) {
        keep("draw", annotation);
        if (annotation.shape == Shape::Text) { // nothing without its words
            Q_EMIT panelRequested();
            m_panel->editComment();
        }
    });
    connect(m_tool, &AnnotationTool::wordsRequested, this, [this] {
        Q_EMIT panelRequested();
        m_panel->editLabel();
    });
    connect(m_panel, &AnnotationPanel::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_tool, &AnnotationTool::changed, this,
            [this](const Annotation& annotation) { keep("annotation", annotation); });
    connect(m_tool, &AnnotationTool::shapeLeft, this, [this] {
        if (!m_tool->shape()) {
            setActive(false);
            return;
        }
        m_tool->setShape(std::nullopt);
        for (QAction* action : m_shapes)
            action->setChecked(false);
    });
    connect(m_panel, &AnnotationPanel::edited, this,
            [this](const Annotation& annotation) { keep("annotation", annotation); });
    connect(m_panel, &AnnotationPanel::zoomRequested, this, &AnnotationDesk::zoomTo);
    connect(m_panel, &AnnotationPanel::chosen, this, [this](const std::string& id) {
        if (!m_tool->isActive())
            setActive(true);
        m_tool->select(id);
    });
}

bool AnnotationDesk::canDraw() {
    if (m_cases->session()->isWritable())
        return m_row >= 0;
    Q_EMIT message(m_cases->isOpen()
                       ? m_cases->session()->openedCase().readOnlyReason
                       : tr("Annotations are kept in a case. Make one with File, New case: it "
                            "takes in the pictures that are open, with their results."));
    return false;
}

void AnnotationDesk::setActive(bool active) {
    active = active && canDraw();
    m_tool->setActive(active);
    m_annotate->setChecked(active);
    for (QAction* action : m_shapes) {
        action->setEnabled(active);
        action->setChecked(false);
    }
    m_view->setCursor(active ? Qt::CrossCursor : Qt::ArrowCursor);
    if (active)
        m_view->setFocus();
    showPanel();
}

void AnnotationDesk::draw(Shape shape) {
    m_last = shape;
    m_tool->setShape(shape);
    for (QAction* action : m_shapes)
        action->setChecked(action->text() == core::report::shapeWord(shape));
    m_view->setFocus();
}

void AnnotationDesk::keep(const std::string& gesture, const Annotation& annotation, bool isThere) {
    if (!canDraw())
        return;
    m_cases->session()->apply(
        gesture, {{m_cases->exhibitOf(m_row),
                   mark::kAnnotation + annotation.id,
                   {},
                   isThere ? core::annotations::annotationText(annotation) : std::string()}});
}

void AnnotationDesk::erase() {
    if (const Annotation* selected = m_tool->selected())
        keep("erase", *selected, false);
}

void AnnotationDesk::duplicate() {
    const Annotation* selected = m_tool->selected();
    if (selected == nullptr)
        return;
    Annotation copy = core::annotations::moved(*selected, kBeside, kBeside);
    copy.id = core::annotations::freshId(m_tool->annotations());
    auto all = m_tool->annotations();
    all.push_back(copy);
    m_tool->setAnnotations(std::move(all));
    m_tool->select(copy.id);
    keep("draw", copy);
}

void AnnotationDesk::zoomTo(const std::string& id) {
    const auto& all = m_tool->annotations();
    const auto found = std::ranges::find(all, id, &Annotation::id);
    if (found == all.end())
        return;
    constexpr double kLeast = 32; // a text or a dab has no size
    const auto box = core::annotations::boundsOf(*found);
    const QPointF middle((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const QSizeF size(std::max(kLeast, box.width()), std::max(kLeast, box.height()));
    m_view->zoomTo(QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size));
}

void AnnotationDesk::show(int row) {
    if (std::exchange(m_row, row) != row)
        m_tool->select({});
    m_tool->setAnnotations(row < 0 ? std::vector<Annotation>() : m_model->marks(row).annotations);
}

void AnnotationDesk::openLabels() {
    auto* dialog = new LabelListDialog(offered(m_labels), offered({}), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LabelListDialog::changed, this, [this](const QStringList& labels) {
        m_labels = labels;
        Q_EMIT labelsChanged(labels);
        showPanel();
    });
    dialog->open();
}

/// The list, and behind it what is in use without being on it.
QStringList AnnotationDesk::labels() const {
    QSet<QString> used;
    for (int row = 0; row < m_model->rowCount(); ++row)
        for (const Annotation& annotation : m_model->marks(row).annotations)
            if (!annotation.label.empty())
                used.insert(QString::fromStdString(annotation.label));
    QStringList sorted(used.begin(), used.end());
    sorted.sort(Qt::CaseInsensitive);
    QStringList all = offered(m_labels) + sorted;
    all.removeDuplicates();
    return all;
}

void AnnotationDesk::showPanel() {
    const Annotation* selected = m_tool->selected();
    for (QAction* action : m_ofSelection)
        action->setEnabled(selected != nullptr);
    const auto examination = m_row < 0 ? nullptr : m_model->examination(m_row);
    m_panel->show(m_tool->annotations(), selected == nullptr ? std::string() : selected->id,
                  selected == nullptr ? QStringList() : labels(), linksOf(examination.get()));
}

} // namespace ui::annotation
