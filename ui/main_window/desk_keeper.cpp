// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/desk_keeper.h"

#include "core/inference/analysis_queue.h"
#include "ui/cases/case_desk.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/review/review_page.h"
#include "ui/viewer/image_view.h"

#include <QAction>
#include <QSplitter>

namespace ui::main_window {

namespace {

constexpr int kSaveMs = 2000;

} // namespace

DeskKeeper::DeskKeeper(const DeskParts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    m_timer.setInterval(kSaveMs);
    connect(&m_timer, &QTimer::timeout, this, &DeskKeeper::save);
    connect(m_parts.cases, &cases::CaseDesk::opened, this, &DeskKeeper::restorePanels);
    connect(m_parts.cases, &cases::CaseDesk::loaded, this, &DeskKeeper::restorePicture);
    connect(m_parts.cases, &cases::CaseDesk::closed, &m_timer, &QTimer::stop);
}

cases::DeskState DeskKeeper::present() const {
    cases::DeskState state = m_saved; // "copies" is not the window's
    const int row = m_parts.gallery->currentRow();
    state.exhibit = row >= 0 ? m_parts.cases->exhibitOf(row) : 0;
    state.isFitted = m_parts.view->isFitted() || !m_parts.view->hasPicture();
    if (!state.isFitted) {
        state.magnification = m_parts.view->transform().magnification();
        state.center = m_parts.view->center();
    }
    const auto shown = m_parts.gallery->viewState();
    state.search = shown.search;
    state.filters = shown.filters;
    state.order = shown.order;
    state.grouping = shown.grouping;
    state.tab = m_parts.review->currentTab();
    state.splitter = m_parts.splitter->saveState();
    state.isGalleryShown = m_parts.showGallery->isChecked();
    state.copies = m_parts.cases->keepsCopies();
    state.watched = m_parts.cases->watchedFolder();
    state.isPaused = m_parts.queue->isPaused();
    return state;
}

void DeskKeeper::save() {
    if (m_isRestoring || !m_parts.cases->session()->isWritable())
        return;
    const cases::DeskState state = present();
    if (state == m_saved)
        return;
    m_saved = state;
    m_parts.cases->session()->saveDesk(cases::toJson(state));
}

void DeskKeeper::restorePanels() {
    const QByteArray json = m_parts.cases->session()->openedCase().desk;
    m_isRestoring = true;
    if (json.isEmpty()) {
        m_saved = {};
        m_saved.copies = m_parts.cases->keepsCopies();
        return;
    }
    m_saved = cases::deskStateFrom(json);
    m_parts.cases->setKeepsCopies(m_saved.copies);
    if (m_saved.isPaused)
        m_parts.queue->pause(); // before the case's pictures come
    m_parts.gallery->setViewState(
        {m_saved.search, m_saved.filters, m_saved.order, m_saved.grouping});
    m_parts.review->setCurrentTab(m_saved.tab);
    m_parts.splitter->restoreState(m_saved.splitter);
    m_parts.showGallery->setChecked(m_saved.isGalleryShown);
}

void DeskKeeper::restorePicture() {
    m_isRestoring = false;
    m_timer.start();
    m_parts.cases->watch(m_saved.watched);
    m_parts.gallery->arrange(); // pages of entries came at the end, in whatever order
    const int row = m_saved.exhibit > 0 ? m_parts.cases->rowOf(m_saved.exhibit) : -1;
    if (row < 0)
        return;
    if (!m_saved.isFitted)
        m_parts.view->placeNext(m_saved.magnification, m_saved.center);
    m_parts.gallery->select(row);
}

} // namespace ui::main_window
