// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include "core/inference/analysis_queue.h"
#include "core/inference/intake_rules.h"
#include "core/inference/trust_files.h"
#include "core/workspace/workspace.h"
#include "ui/annotation/annotation_desk.h"
#include "ui/annotation/annotation_panel.h"
#include "ui/cases/case_desk.h"
#include "ui/cases/scratch_desk.h"
#include "ui/engines/engine_desk.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/gallery/thumbnail_cache.h"
#include "ui/main_window/control_keys.h"
#include "ui/main_window/desk_keeper.h"
#include "ui/main_window/drop_veil.h"
#include "ui/main_window/key_bindings.h"
#include "ui/main_window/main_actions.h"
#include "ui/main_window/message_bar.h"
#include "ui/main_window/picture_intake.h"
#include "ui/main_window/window_dialogs.h"
#include "ui/main_window/window_place.h"
#include "ui/main_window/window_report.h"
#include "ui/messages/shared_verdict.h"
#include "ui/queue/queue_panel.h"
#include "ui/review/review_page.h"
#include "ui/settings/settings_dialog.h"
#include "ui/start_page/start_page.h"
#include "ui/theme/elided_label.h"
#include "ui/triage/triage_bar.h"
#include "ui/triage/triage_desk.h"
#include "ui/viewer/image_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::main_window {

using core::inference::AnalysisQueue;

namespace {

constexpr int kToastMs = 5000;

} // namespace

MainWindow::MainWindow(AnalysisQueue* queue, const core::settings::Settings& settings,
                       QWidget* parent)
    : QMainWindow(parent), m_queue(queue), m_settings(settings) {
    setObjectName("mainWindow");
    setWindowTitle(tr("Clueglass"));
    m_thumbnails = new gallery::ThumbnailCache(128 << 20, this);
    m_workspace = new core::workspace::Workspace(queue, this);
    m_model = new gallery::GalleryModel(m_workspace->pictures(), m_thumbnails, this);
    m_intake = new PictureIntake(m_workspace, this);
    m_cases = new cases::CaseDesk(m_workspace, this);
    m_scratch = new cases::ScratchDesk(m_cases, this);
    m_actions = new MainActions(this);
    auto* keys = new ControlKeys(this);
    QApplication::instance()->installEventFilter(keys);
    buildContent();
    keys->setHome(m_review->imageView());
    m_thumbnails->setDocuments(m_workspace->documents());
    m_review->setDocuments(m_workspace->documents());
    m_actions->fillMenus(this, {m_review->viewActions(), m_triage->editActions(),
                                m_triage->reviewActions(), m_triage->groupActions(),
                                m_annotation->actions()});
    m_keys = std::make_unique<KeyBindings>(m_actions->all());
    m_keys->use(settings.keys);
    m_actions->explainKeys();
    connectActions();
    connectIntake();
    connectQueue();
    connectCases();
    connectScratch();
    makeContextMenus();
    restorePlace(*this, settings.windowGeometry, {1280, 800});
    restoreState(settings.windowState);
    m_review->setHeatOpacity(settings.overlayOpacity);
    m_gallery->setThumbnailSide(settings.thumbnailSide);
    m_review->imageView()->setGround(viewer::groundFrom(settings.viewerGround));
    changeSettings(settings);
    showContent();
}

void MainWindow::buildContent() {
    m_start = new start_page::StartPage;
    m_gallery = new gallery::GalleryPanel(m_model);
    m_review = new review::ReviewPage;
    m_queuePanel = new queue::QueuePanel(m_queue);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setObjectName("mainSplitter");
    m_splitter->addWidget(m_gallery);
    m_splitter->addWidget(makeDesk());
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
    m_veil = new DropVeil(central);
    m_position = new theme::ElidedLabel(Qt::ElideRight);
    m_position->setObjectName("positionText");
    m_engines = new engines::EngineDesk(this);
    m_engines->setFolders(m_settings.modelDirectories);
    m_engines->setBases(m_settings.adapterBases);
    m_busy = new theme::ElidedLabel(Qt::ElideMiddle);
    m_busy->setObjectName("intakeText");
    statusBar()->addWidget(m_position);
    m_watched = new QLabel;
    m_watched->setObjectName("watchedText");
    statusBar()->addWidget(m_busy);
    statusBar()->addWidget(m_watched);
    m_saveScratch = new QToolButton;
    m_saveScratch->setObjectName("saveScratchButton");
    m_saveScratch->setText(tr("Not saved yet: save as case…"));
    m_saveScratch->setToolTip(tr("Results and decisions are kept on this computer until you save "
                                 "them as a case or discard them."));
    m_saveScratch->hide();
    statusBar()->addPermanentWidget(m_saveScratch);
    statusBar()->addPermanentWidget(m_engines->button());
    m_review->clear();
}

QWidget* MainWindow::makeDesk() {
    m_triage = new triage::TriageDesk(m_cases, m_model, m_gallery, this);
    m_triageBar = new triage::TriageBar(m_triage);
    m_triageBar->hide();
    m_annotation =
        new annotation::AnnotationDesk(m_cases, m_model, m_gallery, m_review->imageView(), this);
    m_review->addTab(m_annotation->panel(), tr("Annotations"));
    auto* desk = new QWidget;
    auto* layout = new QVBoxLayout(desk);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_review, 1);
    layout->addWidget(m_triageBar);
    return desk;
}

void MainWindow::showMarks(int row) {
    m_annotation->show(row);
    if (row >= 0)
        m_triageBar->show(m_model->marks(row), m_model->verdict(row));
}

void MainWindow::showContent() {
    const core::cases::OpenedCase& opened = m_cases->session()->openedCase();
    const bool isEmpty = m_model->rowCount() == 0;
    updateTitle();
    m_actions->closeCase->setEnabled(m_cases->isOpen());
    m_actions->setHasPictures(!isEmpty);
    for (QAction* action : m_review->viewActions())
        action->setEnabled(!isEmpty);
    const bool isScratch = m_scratch->isOpen();
    m_saveScratch->setVisible(isScratch && !isEmpty);
    for (QAction* action : {m_actions->saveAsCase, m_actions->discard})
        action->setEnabled(isScratch && !isEmpty);
    for (QAction* action : {m_actions->locate, m_actions->watch})
        action->setEnabled(m_cases->session()->isWritable());
    m_start->setCase(isScratch ? QString() : opened.name);
    m_triageBar->setVisible(m_cases->isOpen() && m_actions->showPanels->isChecked());
    m_pages->setCurrentIndex(isEmpty ? 0 : 1);
    if (isEmpty) {
        m_review->clear();
    } else if (m_gallery->currentRow() < 0) {
        m_gallery->select(0);
        m_gallery->setFocus();
    }
    updateStatus();
}

void MainWindow::open(const QStringList& paths) {
    m_intake->open(paths);
}

void MainWindow::showRow(int row) {
    updateTitle();
    if (row < 0) {
        m_review->clear();
        updateStatus();
        return;
    }
    m_queue->moveToFront(m_model->idOf(row));
    m_review->showPicture(m_model->picture(row));
    m_cases->show(row);
    showMarks(row);
    m_workspace->pictures()->markReviewed(row);
    updateStatus();
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
                settings.adapterBases = m_settings.adapterBases;
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
    const core::image::DecodeLimits limits = core::inference::limitsFrom(settings);
    m_queue->setLimits(limits);
    const auto trust = core::inference::readTrustFiles(settings);
    m_queue->setTrust(trust);
    m_review->setTrust(trust);
    m_review->setLimits(limits);
    m_thumbnails->setLimits(limits);
    m_start->setRecent(settings.recentCases + settings.recentPictures);
    m_cases->setExaminer(settings.examinerName);
    m_annotation->setLabels(settings.annotationLabels);
    m_gallery->setSavedViews(settings.savedViews);
    Q_EMIT settingsChanged(m_settings);
}

void MainWindow::copyVerdict() {
    const int row = m_gallery->currentRow();
    const auto examination = row >= 0 ? m_model->examination(row) : nullptr;
    if (examination)
        QApplication::clipboard()->setText(
            messages::verdictForSharing(m_model->path(row), *examination));
    if (examination)
        statusBar()->showMessage(tr("The verdict was copied as a sentence."), kToastMs);
}

void MainWindow::showMessage(const QString& text) {
    m_message->showMessage(text);
}

void MainWindow::rememberEngine(const QString& name, const QString& folder) {
    m_settings.engine = name;
    m_settings.modelDirectory = folder;
    changeSettings(m_settings);
}

void MainWindow::setConversations(core::inference::Conversations* conversations,
                                  core::inference::ClueChecks* checks) {
    m_review->listenTo(m_queue, conversations, checks);
}

void MainWindow::updateStatus() {
    const int row = m_gallery->currentRow();
    m_position->setText(
        row < 0
            ? QString()
            : tr("Picture %1 of %2").arg(m_gallery->currentPlace()).arg(m_gallery->shownCount()));
    m_gallery->updateCounts();
}

void MainWindow::setDropActive(bool active, bool isAddress) {
    m_start->setDropActive(active && !isAddress);
    if (!active)
        m_veil->hide();
    else if (isAddress)
        m_veil->showText(tr("This is only an address. Save the picture first and drop the file."));
    else
        m_veil->showText(tr("Let go to examine them; your files are only read."));
}

MainWindow::~MainWindow() = default;

void MainWindow::closeEvent(QCloseEvent* event) {
    m_keeper->save();
    m_settings.windowGeometry = saveGeometry();
    m_settings.windowState = saveState();
    Q_EMIT settingsChanged(m_settings);
    m_intake->cancel();
    hide(); // a hundred thousand jobs take half a second to be told
    m_queue->cancelAll();
    QMainWindow::closeEvent(event);
}

} // namespace ui::main_window
