// SPDX-License-Identifier: GPL-3.0-or-later
// How pictures come to the front and what becomes of them without a case; the window itself is in
// main_window.cpp.
#include "core/workspace/workspace.h"
#include "ui/annotation/annotation_desk.h"
#include "ui/cases/case_desk.h"
#include "ui/cases/scratch_desk.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/main_window/main_actions.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/picture_intake.h"
#include "ui/review/review_page.h"
#include "ui/triage/triage_desk.h"
#include "ui/viewer/image_view.h"

#include <QAction>
#include <QFileInfo>
#include <QListView>
#include <QResizeEvent>
#include <QSplitter>
#include <QStandardPaths>
#include <QToolButton>

#include <algorithm>

namespace ui::main_window {

void MainWindow::setScratchRoot(const QString& folder) {
    m_scratch->setRoot(folder);
}

QStringList MainWindow::keptFromLastTime() const {
    const QString folder = m_scratch->kept();
    return folder.isEmpty() ? QStringList() : QStringList(folder);
}

void MainWindow::connectScratch() {
    connect(m_scratch, &cases::ScratchDesk::inUse, m_intake, &PictureIntake::openForCase,
            Qt::QueuedConnection);
    const auto save = [this] { m_scratch->askToSave(placeForCases()); };
    connect(m_actions->saveAsCase, &QAction::triggered, this, save);
    connect(m_saveScratch, &QToolButton::clicked, this, save);
    connect(m_actions->discard, &QAction::triggered, m_scratch, &cases::ScratchDesk::askToDiscard);
}

/// Never the folder of the evidence, in which nothing is written unasked.
QString MainWindow::placeForCases() const {
    if (!m_settings.recentCases.isEmpty())
        return QFileInfo(m_settings.recentCases.front()).path();
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void MainWindow::arrive(int row) {
    if (!m_gallery->shows(row))
        m_gallery->showAll();
    m_gallery->select(row);
}

void MainWindow::updateTitle() {
    const core::cases::OpenedCase& opened = m_cases->session()->openedCase();
    QStringList parts;
    if (const int row = m_gallery->currentRow(); row >= 0 && row < m_model->rowCount())
        parts << QFileInfo(m_model->path(row)).fileName();
    if (m_scratch->isOpen())
        parts << tr("not saved as a case");
    else if (m_cases->isOpen())
        parts << (m_cases->session()->isWritable() ? opened.name
                                                   : tr("%1 (read-only)").arg(opened.name));
    parts << tr("Clueglass");
    setWindowTitle(parts.join(QStringLiteral(" – ")));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    constexpr int kNarrow = 150; // letters
    const int narrow = kNarrow * fontMetrics().averageCharWidth();
    const bool wasNarrow = event->oldSize().isValid() && event->oldSize().width() < narrow;
    if (event->size().width() < narrow && !wasNarrow) {
        const int least = m_gallery->minimumSizeHint().width();
        m_splitter->setSizes({least, std::max(1, event->size().width() - least)});
    }
}

void MainWindow::makeContextMenus() {
    const auto separator = [](QWidget* widget) {
        auto* line = new QAction(widget);
        line->setSeparator(true);
        widget->addAction(line);
    };
    QAction* const copied = m_actions->copySentence;
    auto* list = m_gallery->findChild<QListView*>("galleryView");
    list->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (QAction* action : m_triage->reviewActions()) {
        if (action == nullptr)
            separator(list);
        else
            list->addAction(action);
    }
    separator(list);
    list->addActions({m_actions->compare, m_actions->examineAgain, copied, m_actions->exportPdf});
    viewer::ImageView* view = m_review->imageView();
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const char* name : {"fit", "originalSize", "showHeat", "showWeak", "showRegions",
                             "showSplit", "rotateRight", "rotateLeft", "mirror", "loupe"})
        if (auto* action = m_review->findChild<QAction*>(name))
            view->addAction(action);
    separator(view);
    view->addActions({m_actions->compare, m_actions->examineAgain, copied});
}

} // namespace ui::main_window
