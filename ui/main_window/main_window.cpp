// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include "core/inference/analysis_queue.h"
#include "ui/engines/engine_desk.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/gallery/thumbnail_cache.h"
#include "ui/main_window/control_keys.h"
#include "ui/main_window/main_actions.h"
#include "ui/main_window/message_bar.h"
#include "ui/main_window/picture_intake.h"
#include "ui/main_window/window_dialogs.h"
#include "ui/main_window/window_drop.h"
#include "ui/main_window/window_place.h"
#include "ui/messages/error_text.h"
#include "ui/messages/shared_verdict.h"
#include "ui/queue/queue_panel.h"
#include "ui/report/report_dialog.h"
#include "ui/review/review_page.h"
#include "ui/settings/settings_dialog.h"
#include "ui/start_page/start_page.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::main_window {

using core::inference::AnalysisQueue;
using core::inference::JobId;
using core::inference::JobState;

MainWindow::MainWindow(AnalysisQueue* queue, const core::settings::Settings& settings,
                       QWidget* parent)
    : QMainWindow(parent), m_queue(queue), m_settings(settings) {
    setObjectName("mainWindow");
    setWindowTitle(tr("Clueglass"));
    m_thumbnails = new gallery::ThumbnailCache(128 << 20, this);
    m_model = new gallery::GalleryModel(m_thumbnails, this);
    m_intake = new PictureIntake(queue, m_model, this);
    m_actions = new MainActions(this);
    QApplication::instance()->installEventFilter(new ControlKeys(this));
    buildContent();
    m_actions->fillMenus(this, m_review->viewActions());
    connectActions();
    connectIntake();
    connectQueue();
    restorePlace(*this, settings.windowGeometry, {1280, 800});
    restoreState(settings.windowState);
    m_review->setHeatOpacity(settings.overlayOpacity);
    changeSettings(settings);
}

void MainWindow::buildContent() {
    m_start = new start_page::StartPage;
    m_gallery = new gallery::GalleryPanel(m_model);
    m_review = new review::ReviewPage;
    m_queuePanel = new queue::QueuePanel(m_queue);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setObjectName("mainSplitter");
    m_splitter->addWidget(m_gallery);
    m_splitter->addWidget(m_review);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({300, 980});
    m_splitter->setChildrenCollapsible(false);
    auto* work = new QWidget;
    auto* workLayout = new QVBoxLayout(work);
    workLayout->setContentsMargins(0, 0, 0, 0);
    workLayout->setSpacing(0);
    workLayout->addWidget(m_splitter, 1);
    workLayout->addWidget(m_queuePanel);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_start);
    m_pages->addWidget(work);
    m_message = new MessageBar;
    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_pages, 1);
    setCentralWidget(central);
    m_position = new QLabel;
    m_position->setObjectName("positionText");
    m_engines = new engines::EngineDesk(this);
    m_engines->setFolders(m_settings.modelDirectories);
    statusBar()->addWidget(m_position);
    statusBar()->addPermanentWidget(m_engines->button());
    m_review->clear();
}

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
    run(m_actions->exportPdf, &MainWindow::openReportDialog);
    run(m_actions->settings, &MainWindow::openSettings);
    run(m_actions->engines, [this] { m_engines->openDialog(); });
    connect(m_engines, &engines::EngineDesk::textChanged, m_start,
            &start_page::StartPage::setEngineText);
    connect(m_engines, &engines::EngineDesk::foldersChanged, this, [this](const QStringList& all) {
        m_settings.modelDirectories = all;
        changeSettings(m_settings);
    });
    run(m_actions->quit, &QWidget::close);
    run(m_actions->next, [this] { m_gallery->step(1, gallery::GalleryPanel::Among::All); });
    run(m_actions->previous, [this] { m_gallery->step(-1, gallery::GalleryPanel::Among::All); });
    run(m_actions->nextUnseen,
        [this] { m_gallery->step(1, gallery::GalleryPanel::Among::Unreviewed); });
    run(m_actions->previousUnseen,
        [this] { m_gallery->step(-1, gallery::GalleryPanel::Among::Unreviewed); });
    run(m_actions->pauseQueue, [this] { m_queuePanel->togglePause(); });
    run(m_actions->cancelQueue, [this] { m_queue->cancelAll(); });
    run(m_actions->examineAgain, [this] {
        for (const int row : m_gallery->selectedRows())
            m_queue->retry(m_model->jobOf(row));
    });
    run(m_actions->retryFailed, [this] { m_queuePanel->retryFailed(); });
    run(m_actions->copySentence, &MainWindow::copyVerdict);
    run(m_actions->shortcuts, [this] { showShortcuts(this, m_actions->all()); });
    run(m_actions->about, [this] { showAbout(this); });
    connect(m_actions->fullScreen, &QAction::toggled, this,
            [this](bool on) { on ? showFullScreen() : showNormal(); });
    connect(m_actions->showGallery, &QAction::toggled, m_gallery, &QWidget::setVisible);
    connect(m_start, &start_page::StartPage::openFilesRequested, this, chooseFiles);
    connect(m_start, &start_page::StartPage::openFolderRequested, this, chooseDirectory);
    connect(m_start, &start_page::StartPage::pathChosen, this,
            [this](const QString& path) { m_intake->open({path}); });
}

void MainWindow::connectQueue() {
    connect(m_queue, &AnalysisQueue::stateChanged, this, [this](JobId id, JobState state) {
        m_model->setState(id, state);
        if (m_model->rowOf(id) == m_gallery->currentRow() && state != JobState::Done &&
            state != JobState::Failed)
            showRow(m_gallery->currentRow());
    });
    connect(m_queue, &AnalysisQueue::progressed, this,
            [this](const core::inference::AnalysisProgress& progress) {
                m_model->setProgress(progress);
                if (m_model->rowOf(progress.id) == m_gallery->currentRow())
                    m_review->updateProgress(progress.stage, progress.fraction);
            });
    connect(m_queue, &AnalysisQueue::finished, this,
            [this](const core::inference::AnalysisOutcome& outcome) {
                m_model->setOutcome(outcome);
                if (m_model->rowOf(outcome.id) == m_gallery->currentRow())
                    showRow(m_gallery->currentRow());
                updateStatus();
            });
    connect(m_gallery, &gallery::GalleryPanel::currentRowChanged, this, &MainWindow::showRow);
    connect(m_review, &review::ReviewPage::retryRequested, this, [this] {
        if (const int row = m_gallery->currentRow(); row >= 0)
            m_queue->retry(m_model->jobOf(row));
    });
    connect(m_queuePanel, &queue::QueuePanel::problemChosen, this,
            [this](JobId id) { m_gallery->select(m_model->rowOf(id)); });
}

void MainWindow::connectIntake() {
    auto* drop = new WindowDrop(this);
    connect(drop, &WindowDrop::hovering, this, &MainWindow::setDropActive);
    connect(drop, &WindowDrop::dropped, m_intake, &PictureIntake::take);
    connect(m_intake, &PictureIntake::opened, this, [this](const QStringList& paths) {
        for (const QString& path : paths)
            core::settings::addRecentPicture(m_settings, path);
        m_settings.lastFolder = QFileInfo(paths.front()).path(); // text alone; nothing is read
        changeSettings(m_settings);
    });
    connect(m_intake, &PictureIntake::added, this, [this] {
        m_pages->setCurrentIndex(1);
        if (m_gallery->currentRow() < 0) {
            m_gallery->select(0);
            m_gallery->setFocus();
        }
        updateStatus();
    });
    connect(m_intake, &PictureIntake::alreadyThere, m_gallery, &gallery::GalleryPanel::select);
    connect(m_intake, &PictureIntake::message, this, &MainWindow::showMessage);
}

void MainWindow::open(const QStringList& paths) {
    m_intake->open(paths);
}

void MainWindow::showRow(int row) {
    if (row < 0) {
        m_review->clear();
        return;
    }
    const JobId id = m_model->jobOf(row);
    m_queue->moveToFront(id);
    review::PictureState state;
    state.id = id;
    state.path = m_queue->path(id);
    state.jobState = m_queue->state(id).value_or(JobState::Waiting);
    state.examination = m_model->examination(row);
    state.error = m_model->error(row);
    m_review->showPicture(state);
    m_model->markReviewed(row);
    updateStatus();
}

std::vector<core::report::ReportItem> MainWindow::reportItems() const {
    std::vector<core::report::ReportItem> items;
    for (const int row : m_gallery->rowsForExport()) {
        if (auto examination = m_model->examination(row))
            items.push_back({std::move(examination), {}});
    }
    return items;
}

std::vector<core::report::LeftOutFile> MainWindow::leftOutOfReport() const {
    std::vector<core::report::LeftOutFile> files;
    for (const int row : m_gallery->rowsForExport()) {
        if (m_model->examination(row))
            continue;
        const QString path = m_model->index(row).data(gallery::GalleryModel::PathRole).toString();
        const auto error = m_model->error(row);
        files.push_back(
            {path.toStdString(),
             error ? messages::errorText(error->code).toStdString() + ' ' + error->message
                   : tr("It was not examined when the report was written.").toStdString()});
    }
    return files;
}

void MainWindow::openReportDialog() {
    auto items = reportItems();
    if (items.empty()) {
        showMessage(tr("There is no result to report yet."));
        return;
    }
    auto* dialog = new report::ReportDialog(std::move(items), leftOutOfReport(),
                                            m_settings.examinerName, suggestedReport(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &report::ReportDialog::exported, this, [this](const QString& file) {
        showMessage(tr("The report was written to %1.").arg(file));
    });
    dialog->open();
}

void MainWindow::openSettings() {
    auto* dialog = new settings::SettingsDialog(m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &settings::SettingsDialog::changed, this,
            [this](core::settings::Settings settings) {
                // The engine may have become ready since the dialog was opened.
                settings.engine = m_settings.engine;
                settings.modelDirectory = m_settings.modelDirectory;
                settings.modelDirectories = m_settings.modelDirectories;
                changeSettings(settings);
            });
    connect(dialog, &settings::SettingsDialog::enginesRequested, m_engines,
            &engines::EngineDesk::openDialog);
    dialog->open();
}

void MainWindow::changeSettings(const core::settings::Settings& settings) {
    // The slider below the picture stays where it is unless the default itself changes.
    if (settings.overlayOpacity != m_settings.overlayOpacity)
        m_review->setHeatOpacity(settings.overlayOpacity);
    m_settings = settings;
    core::image::DecodeLimits limits;
    limits.maxPixels = settings.maxPixels;
    limits.maxFileBytes = settings.maxFileBytes;
    limits.maxMemoryBytes = settings.maxMemoryBytes;
    m_queue->setLimits(limits);
    m_review->setLimits(limits);
    m_start->setRecent(settings.recentPictures);
    Q_EMIT settingsChanged(m_settings);
}

void MainWindow::copyVerdict() {
    const int row = m_gallery->currentRow();
    const auto examination = row >= 0 ? m_model->examination(row) : nullptr;
    if (examination)
        QApplication::clipboard()->setText(
            messages::verdictForSharing(m_queue->path(m_model->jobOf(row)), *examination));
}

void MainWindow::showMessage(const QString& text) {
    m_message->showMessage(text);
}

void MainWindow::rememberEngine(const QString& name, const QString& folder) {
    m_settings.engine = name;
    m_settings.modelDirectory = folder;
    changeSettings(m_settings);
}

void MainWindow::setConversations(core::inference::Conversations* conversations) {
    m_review->listenTo(m_queue, conversations);
}

void MainWindow::updateStatus() {
    const int row = m_gallery->currentRow();
    m_position->setText(row < 0 ? QString()
                                : tr("Picture %1 of %2").arg(row + 1).arg(m_model->rowCount()));
    m_gallery->updateCounts();
}

void MainWindow::setDropActive(bool active) {
    m_start->setDropActive(active);
    if (active)
        statusBar()->showMessage(tr("Let go to examine them; your files are only read."));
    else
        statusBar()->clearMessage();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_settings.windowGeometry = saveGeometry();
    m_settings.windowState = saveState();
    Q_EMIT settingsChanged(m_settings);
    m_intake->cancel();
    m_queue->cancelAll();
    QMainWindow::closeEvent(event);
}

} // namespace ui::main_window
