// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears whom in the window; the window itself is in main_window.cpp.
#include "ui/main_window/main_window.h"

#include "core/inference/analysis_queue.h"
#include "core/workspace/workspace.h"
#include "ui/annotation/annotation_desk.h"
#include "ui/annotation/annotation_panel.h"
#include "ui/cases/case_desk.h"
#include "ui/cases/scratch_desk.h"
#include "ui/comparison/comparison_window.h"
#include "ui/engines/engine_desk.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/main_window/desk_keeper.h"
#include "ui/main_window/key_bindings.h"
#include "ui/main_window/main_actions.h"
#include "ui/main_window/next_step_dialog.h"
#include "ui/main_window/picture_intake.h"
#include "ui/main_window/shortcuts_dialog.h"
#include "ui/main_window/window_dialogs.h"
#include "ui/main_window/window_drop.h"
#include "ui/main_window/window_report.h"
#include "ui/queue/queue_panel.h"
#include "ui/review/review_page.h"
#include "ui/start_page/start_page.h"
#include "ui/triage/triage_bar.h"
#include "ui/triage/triage_desk.h"
#include "ui/viewer/image_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLabel>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>

namespace ui::main_window {

using core::inference::AnalysisQueue;
using core::inference::JobId;
using core::inference::JobState;

namespace {

constexpr int kToastMs = 5000;

} // namespace

void MainWindow::connectActions() {
    const auto run = [this](QAction* action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    const auto open = [this](const QStringList& paths) { m_intake->open(paths); };
    const auto chooseFiles = [this, open] { choosePictures(this, m_settings.lastFolder, open); };
    const auto chooseDirectory = [this, open] { chooseFolder(this, m_settings.lastFolder, open); };
    run(m_actions->openFiles, chooseFiles);
    run(m_actions->openFolder, chooseDirectory);
    run(m_actions->paste, [this] { m_intake->take(QApplication::clipboard()->mimeData()); });
    run(m_actions->exportPdf, [this] { m_report->open(m_settings.examinerName); });
    run(m_actions->newCase, [this] {
        // What is open without a case goes along.
        if (m_scratch->isOpen())
            m_scratch->askToSave(placeForCases());
        else
            m_cases->askForNew(placeForCases());
    });
    run(m_actions->openCase, [this] { m_cases->askForExisting(m_settings.lastFolder); });
    run(m_actions->closeCase, [this] {
        if (m_scratch->isOpen() && m_model->rowCount() > 0) {
            m_scratch->askWhatToDo(placeForCases());
            return;
        }
        m_keeper->save();
        m_cases->close();
    });
    run(m_actions->watch, [this] {
        if (!m_actions->watch->isChecked())
            m_cases->watch({});
        else
            m_cases->askWhatToWatch(m_settings.lastFolder);
        m_actions->watch->setChecked(!m_cases->watchedFolder().isEmpty());
    });
    run(m_actions->locate, [this] { m_cases->askWhereMoved(m_settings.lastFolder); });
    run(m_actions->settings, &MainWindow::openSettings);
    run(m_actions->engines, [this] { m_engines->openDialog(); });
    connect(m_engines, &engines::EngineDesk::textChanged, m_start,
            &start_page::StartPage::setEngineText);
    connect(m_engines, &engines::EngineDesk::foldersChanged, this, [this](const QStringList& all) {
        m_settings.modelDirectories = all;
        changeSettings(m_settings);
    });
    connect(m_engines, &engines::EngineDesk::basesChanged, this,
            [this](const QMap<QString, QString>& bases) {
                m_settings.adapterBases = bases;
                changeSettings(m_settings);
            });
    run(m_actions->quit, &QWidget::close);
    run(m_actions->next, [this] { m_gallery->step(1, gallery::GalleryPanel::Among::All); });
    run(m_actions->previous, [this] { m_gallery->step(-1, gallery::GalleryPanel::Among::All); });
    run(m_actions->first, [this] { m_gallery->goTo(1); });
    run(m_actions->last, [this] { m_gallery->goTo(m_gallery->shownCount()); });
    run(m_actions->goTo, [this] {
        askForPlace(this, m_gallery->currentPlace(), m_gallery->shownCount(),
                    [this](int place) { m_gallery->goTo(place); });
    });
    run(m_actions->nextUnseen,
        [this] { m_gallery->step(1, gallery::GalleryPanel::Among::Unreviewed); });
    run(m_actions->previousUnseen,
        [this] { m_gallery->step(-1, gallery::GalleryPanel::Among::Unreviewed); });
    run(m_actions->search, [this] { m_gallery->focusSearch(); });
    run(m_actions->filter, [this] { m_gallery->openFilter(); });
    run(m_actions->arrange, [this] { m_gallery->arrange(); });
    run(m_actions->toggleStack, [this] { m_gallery->toggleStack(); });
    run(m_actions->toggleAllStacks, [this] { m_gallery->toggleAllStacks(); });
    run(m_actions->pauseQueue, [this] { m_queuePanel->togglePause(); });
    run(m_actions->cancelQueue, [this] { m_queue->cancelAll(); });
    run(m_actions->examineAgain, [this] {
        for (const int row : m_gallery->selectedRows())
            m_workspace->examineAgain(m_model->idOf(row));
    });
    run(m_actions->retryFailed, [this] { m_queuePanel->retryFailed(); });
    run(m_actions->copySentence, &MainWindow::copyVerdict);
    run(m_actions->shortcuts, &MainWindow::openShortcuts);
    run(m_actions->about, [this] { showAbout(this); });
    connect(m_actions->fullScreen, &QAction::toggled, this,
            [this](bool on) { on ? showFullScreen() : showNormal(); });
    run(m_actions->largerThumbnails, [this] { m_gallery->changeThumbnails(1); });
    run(m_actions->smallerThumbnails, [this] { m_gallery->changeThumbnails(-1); });
    connect(m_actions->showGallery, &QAction::toggled, m_gallery, &QWidget::setVisible);
    connect(m_actions->showPanels, &QAction::toggled, this, &MainWindow::setPanelsVisible);
    connect(m_review->imageView(), &viewer::ImageView::groundChanged, this,
            [this](viewer::Ground ground) {
                m_settings.viewerGround = static_cast<int>(ground);
                changeSettings(m_settings);
            });
    connect(m_review->imageView(), &viewer::ImageView::panelsToggleRequested, m_actions->showPanels,
            &QAction::toggle);
    run(m_actions->compare, &MainWindow::openComparison);
    connect(m_start, &start_page::StartPage::openFilesRequested, this, chooseFiles);
    connect(m_start, &start_page::StartPage::openFolderRequested, this, chooseDirectory);
    connect(m_start, &start_page::StartPage::pathChosen, this,
            [this](const QString& path) { m_intake->open({path}); });
}

void MainWindow::connectQueue() {
    connect(m_queue, &AnalysisQueue::stateChanged, this, [this](JobId id, JobState state) {
        if (m_model->rowOf(id) == m_gallery->currentRow() && state != JobState::Done &&
            state != JobState::Failed)
            showRow(m_gallery->currentRow());
    });
    connect(m_queue, &AnalysisQueue::progressed, this,
            [this](const core::inference::AnalysisProgress& progress) {
                if (m_model->rowOf(progress.id) == m_gallery->currentRow())
                    m_review->updateProgress(progress.stage, progress.fraction);
            });
    connect(m_queue, &AnalysisQueue::finished, this,
            [this](const core::inference::AnalysisOutcome& outcome) {
                m_cases->record(outcome);
                if (m_model->rowOf(outcome.id) == m_gallery->currentRow())
                    showRow(m_gallery->currentRow());
                updateStatus();
            });
    connect(m_gallery, &gallery::GalleryPanel::currentRowChanged, this, &MainWindow::showRow);
    connect(m_gallery, &gallery::GalleryPanel::thumbnailSideChanged, this, [this](int side) {
        m_settings.thumbnailSide = side;
        changeSettings(m_settings);
    });
    connect(m_gallery, &gallery::GalleryPanel::savedViewsChanged, this,
            [this](const QMap<QString, QString>& views) {
                m_settings.savedViews = views;
                changeSettings(m_settings);
            });
    connect(m_review, &review::ReviewPage::retryRequested, this, [this] {
        if (const int row = m_gallery->currentRow(); row >= 0)
            m_workspace->examineAgain(m_model->idOf(row));
    });
    connect(m_review, &review::ReviewPage::nextStepRequested, this,
            [this](core::report::NextStep step) {
                if (step == core::report::NextStep::AnotherEngine)
                    m_engines->openDialog();
                else if (const int row = m_gallery->currentRow(); row >= 0)
                    showNextStep(this, step, QFileInfo(m_model->path(row)).fileName(),
                                 [this] { m_actions->openFiles->trigger(); });
            });
    connect(m_queuePanel, &queue::QueuePanel::examineRequested, m_workspace,
            &core::workspace::Workspace::examineAgain);
    connect(m_queuePanel, &queue::QueuePanel::problemChosen, this,
            [this](JobId id) { m_gallery->select(m_model->rowOf(id)); });
}

void MainWindow::connectIntake() {
    auto* drop = new WindowDrop(this);
    connect(drop, &WindowDrop::hovering, this,
            [this, drop](bool active) { setDropActive(active, drop->isAddress()); });
    connect(drop, &WindowDrop::dropped, m_intake, &PictureIntake::take);
    connect(m_intake, &PictureIntake::opened, this, [this](const QStringList& paths) {
        for (const QString& path : paths)
            core::settings::addRecentPicture(m_settings, path);
        m_settings.lastFolder = QFileInfo(paths.front()).path(); // text alone; nothing is read
        changeSettings(m_settings);
    });
    connect(m_intake, &PictureIntake::added, this, &MainWindow::showContent);
    connect(m_intake, &PictureIntake::arrived, this, &MainWindow::arrive);
    connect(m_intake, &PictureIntake::caseChosen, m_cases, &cases::CaseDesk::open);
    connect(m_cases, &cases::CaseDesk::loaded, m_intake, &PictureIntake::openForCase);
    connect(m_cases, &cases::CaseDesk::notOpened, m_intake, &PictureIntake::forgetForCase);
    m_intake->setTarget([this](const QStringList& files) {
        if (!m_cases->isOpen())
            return m_scratch->takeIn(files);
        m_cases->takeIn(files);
        return true;
    });
    connect(m_intake, &PictureIntake::alreadyThere, m_gallery, &gallery::GalleryPanel::select);
    connect(m_intake, &PictureIntake::message, this, &MainWindow::showMessage);
}

void MainWindow::connectCases() {
    using cases::CaseDesk;
    connect(m_cases, &CaseDesk::arrived, this, &MainWindow::arrive);
    m_report = new WindowReport(m_workspace, m_model, m_gallery, m_cases, this);
    connect(m_report, &WindowReport::message, this, &MainWindow::showMessage);
    m_keeper = new DeskKeeper({m_cases, m_gallery, m_review->imageView(), m_review, m_splitter,
                               m_actions->showGallery, m_queue},
                              this);
    cases::fillRecentCases(
        m_actions->recentCases, [this] { return m_settings.recentCases; },
        [this](const QString& folder) { m_cases->open(folder); });
    connect(m_start, &start_page::StartPage::newCaseRequested, m_actions->newCase,
            &QAction::trigger);
    connect(m_start, &start_page::StartPage::openCaseRequested, m_actions->openCase,
            &QAction::trigger);
    connect(m_cases, &CaseDesk::opened, this, [this](const core::cases::OpenedCase& opened) {
        if (m_cases->isOpen() && !m_scratch->isOpen())
            core::settings::addRecentCase(m_settings, opened.folder);
        changeSettings(m_settings);
        showContent();
    });
    connect(m_cases, &CaseDesk::opened, m_gallery,
            [this] { m_gallery->setSearchedElsewhere(true); });
    connect(m_cases, &CaseDesk::closed, m_gallery,
            [this] { m_gallery->setSearchedElsewhere(false); });
    connect(m_gallery, &gallery::GalleryPanel::searchRequested, m_cases->session(),
            &core::cases::CaseSession::search);
    connect(m_cases, &CaseDesk::factsRead, m_model, &gallery::GalleryModel::setFacts);
    connect(m_cases, &CaseDesk::found, m_gallery, &gallery::GalleryPanel::showFound);
    connect(m_cases, &CaseDesk::indexComplete, m_gallery, &gallery::GalleryPanel::searchAgain);
    connect(m_cases, &CaseDesk::closed, this, &MainWindow::showContent);
    connect(m_cases, &CaseDesk::rowsAdded, this, &MainWindow::showContent);
    connect(m_cases, &CaseDesk::rowChanged, this, [this](int row) {
        if (row == m_gallery->currentRow())
            showRow(row);
    });
    connect(m_model, &gallery::GalleryModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex&, const QList<int>& roles) {
                if (!roles.contains(gallery::GalleryModel::MarksRole))
                    return;
                if (first.row() == m_gallery->currentRow())
                    showMarks(first.row());
                updateStatus();
            });
    connect(m_triage, &triage::TriageDesk::message, this, &MainWindow::showMessage);
    connect(m_annotation, &annotation::AnnotationDesk::panelRequested, m_review,
            [this] { m_review->showTab(m_annotation->panel()); });
    connect(m_annotation, &annotation::AnnotationDesk::message, this, &MainWindow::showMessage);
    connect(m_annotation, &annotation::AnnotationDesk::toast, this,
            [this](const QString& text) { statusBar()->showMessage(text, kToastMs); });
    connect(m_annotation, &annotation::AnnotationDesk::labelsChanged, this,
            [this](const QStringList& labels) {
                m_settings.annotationLabels = labels;
                changeSettings(m_settings);
            });
    connect(m_triage, &triage::TriageDesk::toast, this,
            [this](const QString& text) { statusBar()->showMessage(text, kToastMs); });
    connect(m_cases, &CaseDesk::busyTextChanged, m_busy, &QLabel::setText);
    connect(m_cases, &CaseDesk::watchedFolderChanged, this, [this](const QString& folder) {
        m_actions->watch->setChecked(!folder.isEmpty());
        m_actions->watch->setStatusTip(folder);
        m_watched->setText(folder.isEmpty() ? QString()
                                            : tr("Watching %1").arg(QFileInfo(folder).fileName()));
        m_watched->setToolTip(folder);
    });
    connect(m_cases, &CaseDesk::message, this, &MainWindow::showMessage);
    connect(m_cases, &CaseDesk::opened, m_queuePanel, &queue::QueuePanel::forgetProblems);
    connect(m_cases, &CaseDesk::closed, m_queuePanel, &queue::QueuePanel::forgetProblems);
    connect(m_cases, &CaseDesk::loaded, this, &MainWindow::listProblems);
}

/// Of earlier sessions, so that they can be tried again.
void MainWindow::listProblems() {
    if (!m_cases->session()->isWritable())
        return;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const auto error = m_model->error(row);
            error && !m_model->isRepeated(row) && m_model->state(row) == JobState::Failed)
            m_queuePanel->addProblem(m_model->idOf(row), m_model->path(row), *error);
}

void MainWindow::openComparison() {
    QStringList files;
    for (const int row : m_gallery->rowsToCompare())
        files << m_model->file(row);
    if (files.size() < 2) {
        showMessage(tr("Open a second picture to compare it with."));
        return;
    }
    auto* window =
        new comparison::ComparisonWindow(files, m_workspace->documents(), m_review->limits(), this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
}

/// Nothing but the picture is left without them.
void MainWindow::setPanelsVisible(bool visible) {
    m_gallery->setVisible(visible && m_actions->showGallery->isChecked());
    m_review->setPanelVisible(visible);
    m_triageBar->setVisible(visible && m_cases->isOpen());
    m_queuePanel->setVisible(visible);
    m_actions->toolBar()->setVisible(visible);
}

void MainWindow::openShortcuts() {
    auto* dialog = new ShortcutsDialog(m_keys.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ShortcutsDialog::changed, this, [this] {
        m_settings.keys = m_keys->changed();
        m_actions->explainKeys();
        changeSettings(m_settings);
    });
    dialog->open();
}

} // namespace ui::main_window
