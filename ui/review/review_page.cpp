// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_page.h"

#include "core/inference/clue_checks.h"
#include "core/inference/conversations.h"
#include "ui/clues/clue_panel.h"
#include "ui/messages/error_text.h"
#include "ui/plots/plots_panel.h"
#include "ui/provenance/credentials_view.h"
#include "ui/provenance/metadata_view.h"
#include "ui/review/answer_stream.h"
#include "ui/review/answer_view.h"
#include "ui/review/details_view.h"
#include "ui/review/map_layers.h"
#include "ui/review/measurements_view.h"
#include "ui/review/stage_words.h"
#include "ui/review/tab_strip.h"
#include "ui/review/view_actions.h"
#include "ui/review/viewer_bar.h"
#include "ui/review/viewer_header.h"
#include "ui/viewer/image_view.h"
#include "ui/viewer/peek_key.h"
#include "ui/viewer/picture_loader.h"

#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui::review {

namespace {

using core::inference::JobState;

// The clue panel's least width, pixels.
constexpr int kNarrowest = 250;
constexpr int kLowest = 160;

QString stateText(JobState state) {
    switch (state) {
    case JobState::Waiting:
        return ReviewPage::tr("Waiting to be examined");
    case JobState::Running:
        return ReviewPage::tr("Being examined");
    case JobState::Cancelled:
        return ReviewPage::tr("The examination was cancelled.");
    case JobState::Failed:
    case JobState::Done:
        break;
    }
    return {};
}

} // namespace

ReviewPage::ReviewPage(QWidget* parent) : QWidget(parent) {
    m_loader = new viewer::PictureLoader(this);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName("reviewSplitter");
    splitter->addWidget(makeViewer());
    splitter->addWidget(makePanel());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({700, 360});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    makeActions();
    connectClues();
    connectPicture();
}

void ReviewPage::connectPicture() {
    connect(m_loader, &viewer::PictureLoader::loaded, this,
            [this](const QString&, const viewer::PictureLevels& picture) { showLoaded(picture); });
    connect(m_loader, &viewer::PictureLoader::failed, this,
            [this](const QString&, const core::Error& error) {
                showLoaded({});
                m_view->setNotice(messages::errorText(error.code) + '\n' +
                                  messages::errorAdvice(error.code));
            });
    auto* peek = new viewer::PeekKey(this, m_actions->peek);
    connect(peek, &viewer::PeekKey::peekingChanged, m_view, &viewer::ImageView::setPeeking);
    auto* loupe = new viewer::PeekKey(this, m_actions->loupe);
    connect(loupe, &viewer::PeekKey::peekingChanged, m_view, &viewer::ImageView::setLoupeVisible);
}

void ReviewPage::showLoaded(const viewer::PictureLevels& picture) {
    m_view->setPicture(picture);
    m_bar->setInfo({});
    m_header->showProfile(picture);
    m_shownSha256 = picture.sha256;
    // A map or a region over another picture would be a lie, so they wait for their own.
    if (!std::exchange(m_isPictureShown, true)) {
        showOverlay();
        m_view->setSelectedClue(m_clues->selectedClue());
    }
}

QWidget* ReviewPage::makeViewer() {
    m_view = new viewer::ImageView;
    m_header = new ViewerHeader(m_view);
    m_bar = new ViewerBar(m_view);
    m_bar->setLayers(
        [this] { return m_examination ? mapLayersOf(*m_examination) : std::vector<MapLayer>(); });
    connect(m_bar, &ViewerBar::layerChosen, this, &ReviewPage::chooseLayer);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_bar);
    return box;
}

QWidget* ReviewPage::makePanel() {
    m_stateText = new QLabel;
    m_stateText->setObjectName("stateText");
    m_stateText->setWordWrap(true);
    m_stateText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress = new QProgressBar;
    m_progress->setObjectName("pictureProgress");
    m_progress->setAccessibleName(tr("Progress of this picture"));
    m_progress->setRange(0, 100);
    m_retry = new QPushButton(tr("Try again"));
    m_retry->setObjectName("retryButton");
    connect(m_retry, &QPushButton::clicked, this, &ReviewPage::retryRequested);
    m_statePanel = new QWidget;
    auto* stateLayout = new QVBoxLayout(m_statePanel);
    stateLayout->addWidget(m_stateText);
    stateLayout->addWidget(m_progress);
    stateLayout->addWidget(m_retry, 0, Qt::AlignLeft);
    m_stream = new AnswerStream;

    m_clues = new clues::CluePanel;
    m_measurements = new MeasurementsView;
    m_metadata = new provenance::MetadataView;
    connect(m_metadata, &provenance::MetadataView::provenanceRead, this,
            [this](const core::examination::ProvenanceRecord& read) {
                m_credentials->setCredentials(read.c2pa, fileFor({}));
            });
    m_credentials = new provenance::CredentialsView;
    m_plots = new plots::PlotsPanel;
    m_details = new DetailsView;
    m_answer = new AnswerView;
    auto* first = new QWidget;
    auto* firstLayout = new QVBoxLayout(first);
    firstLayout->setContentsMargins(0, 0, 0, 0);
    firstLayout->addWidget(m_statePanel);
    firstLayout->addWidget(m_stream, 1);
    firstLayout->addWidget(m_clues, 1);
    m_tabs = new QTabWidget;
    m_tabs->setObjectName("reviewTabs");
    m_tabs->addTab(first, tr("Clues"));
    m_tabs->addTab(m_answer, tr("Answer"));
    m_tabs->addTab(m_measurements, tr("Measured"));
    m_tabs->addTab(m_metadata, tr("Metadata"));
    m_tabs->addTab(m_credentials, tr("Credentials"));
    m_tabs->addTab(m_plots, tr("Plots"));
    m_tabs->addTab(m_details, tr("Details"));
    m_tabs->setTabVisible(m_tabs->indexOf(m_answer), false);
    m_tabs->setDocumentMode(true); // the strip above it is frame enough
    m_tabs->setFocusPolicy(Qt::NoFocus);
    m_tabs->setAccessibleName(tr("What is known about the picture"));
    // The highest of its pages would else decide how low the window can be.
    m_tabs->setMinimumHeight(kLowest);
    m_strip = new TabStrip(m_tabs);
    m_panel = new QWidget;
    m_panel->setMinimumWidth(kNarrowest);
    auto* panelLayout = new QVBoxLayout(m_panel);
    panelLayout->setContentsMargins(0, 0, 0, 0);
    panelLayout->setSpacing(0);
    panelLayout->addWidget(m_strip);
    panelLayout->addWidget(m_tabs, 1);
    connect(m_measurements, &MeasurementsView::mapChosen, this, &ReviewPage::showMap);
    return m_panel;
}

void ReviewPage::makeActions() {
    ViewTargets targets;
    targets.view = m_view;
    targets.clues = m_clues;
    targets.cycleLayer = [this](int step) { cycleLayer(step); };
    targets.setColorManaged = [this](bool isManaged) {
        m_loader->setColorManaged(isManaged);
        if (!m_path.isEmpty())
            m_loader->load(m_path);
    };
    targets.showTab = [this](ViewTargets::Tab tab) {
        QWidget* const pages[] = {m_details, m_metadata, m_plots};
        showTab(pages[static_cast<std::size_t>(tab)]);
    };
    m_actions = new ViewActions(std::move(targets), this);
}

const QList<QAction*>& ReviewPage::viewActions() const {
    return m_actions->all();
}

void ReviewPage::connectClues() {
    connect(m_view, &viewer::ImageView::clueClicked, this, [this](int clue) {
        if (clue >= 0)
            m_tabs->setCurrentIndex(0);
        m_clues->selectClue(clue);
    });
    connect(m_view, &viewer::ImageView::clueHovered, m_clues, &clues::CluePanel::setHoveredClue);
    connect(m_clues, &clues::CluePanel::clueHovered, m_view,
            &viewer::ImageView::setHighlightedClue);
    connect(m_clues, &clues::CluePanel::clueSelected, this, &ReviewPage::selectClue);
    connect(m_clues, &clues::CluePanel::nextStepRequested, this, &ReviewPage::nextStepRequested);
}

void ReviewPage::selectClue(int clue) {
    m_view->setSelectedClue(clue);
    m_view->showClue(clue);
    const bool hasMap = m_examination && clue >= 0 &&
                        clue < static_cast<int>(m_examination->clues.size()) &&
                        m_examination->clues[static_cast<std::size_t>(clue)].map;
    if (hasMap)
        showMap(tr("Map of clue %1").arg(clue + 1),
                m_examination->clues[static_cast<std::size_t>(clue)].map);
    else
        showMap({}, nullptr);
    Q_EMIT selectedClueChanged(clue);
}

void ReviewPage::showMap(const QString& name, const std::shared_ptr<const core::HeatMap>& map) {
    m_view->setMap(map);
    m_layerIndex = 0;
    m_bar->showLayer(map ? name : QString(), 0, map || (m_examination && m_examination->map));
}

void ReviewPage::showPicture(const core::workspace::Picture& picture) {
    const bool isOther = m_path != picture.file();
    m_id = picture.id;
    if (isOther) {
        m_answer->clearQuestion();
        m_path = picture.file();
        m_header->setPath(picture.path);
        m_isPictureShown = false;
        m_shownSha256.clear();
        m_view->setExamination(nullptr);
        m_view->setNotice({});
        m_bar->setInfo(tr("Loading the picture…"));
        m_loader->load(picture.file());
    }
    showState(picture);
    if (isOther || m_given != picture.examination) {
        // A better result of the same picture keeps the clue that is being read.
        const int clue = isOther ? -1 : m_clues->selectedClue();
        showExamination(picture.examination);
        if (clue >= 0)
            m_clues->selectClue(clue);
    }
    // A picture that could not be examined may still have a file that says something.
    if (picture.state == JobState::Failed && !picture.examination) {
        core::inference::IntakeRules rules(limits());
        rules.trust = m_trust;
        m_metadata->readFrom(picture.file(), rules, m_loader->documents());
    }
    showCheck();
    showStream();
}

void ReviewPage::showState(const core::workspace::Picture& picture) {
    m_statePanel->setVisible(picture.state != JobState::Done);
    m_progress->setVisible(picture.state == JobState::Running);
    m_retry->setVisible(picture.state == JobState::Failed || picture.state == JobState::Cancelled);
    if (picture.state == JobState::Failed && picture.error) {
        m_stateText->setText(QStringList({messages::errorText(picture.error->code),
                                          messages::errorAdvice(picture.error->code),
                                          QString::fromStdString(picture.error->message)})
                                 .join("\n\n"));
    } else {
        m_stateText->setText(stateText(picture.state));
    }
    if (picture.state == JobState::Running)
        updateProgress(picture.stage, picture.progress);
}

void ReviewPage::updateProgress(const QString& stage, double fraction) {
    m_progress->setValue(static_cast<int>(std::lround(100 * fraction)));
    if (!stage.isEmpty())
        m_stateText->setText(tr("Being examined: %1").arg(stageWord(stage.toStdString())));
}

void ReviewPage::showExamination(
    std::shared_ptr<const core::examination::Examination> examination) {
    m_given = std::move(examination);
    m_examination = m_given;
    if (m_given && m_given->answer) {
        auto counted = std::make_shared<core::examination::Examination>(*m_given);
        m_sentences.annotate(*counted);
        m_examination = std::move(counted);
    }
    if (m_isPictureShown)
        showOverlay();
    showMap({}, nullptr);
    m_header->showFacts(m_examination.get());
    m_clues->setExamination(m_examination);
    m_measurements->setExamination(m_examination);
    m_metadata->setProvenance(m_examination ? m_examination->provenance
                                            : core::examination::ProvenanceRecord());
    m_metadata->setFile(fileAtHand());
    m_credentials->setCredentials(m_examination ? m_examination->provenance.c2pa
                                                : core::examination::C2paRecord(),
                                  fileAtHand());
    m_plots->setSeries(m_examination ? m_examination->plots
                                     : std::vector<core::examination::PlotSeries>());
    m_details->setExamination(m_examination.get());
    showAnswer();
}

provenance::FileAtHand ReviewPage::fileAtHand() const {
    if (!m_examination || m_path.isEmpty())
        return {};
    return fileFor(m_examination->source.sha256);
}

provenance::FileAtHand ReviewPage::fileFor(const std::string& sha256) const {
    return {m_path, sha256, limits(),
            [path = QFile::encodeName(m_path).toStdString(), limits = limits(),
             documents = m_loader->documents()](std::stop_token stop) {
                return documents->open(path, limits, std::move(stop));
            }};
}

/// Nothing is drawn over other bytes than those that were examined.
void ReviewPage::showOverlay() {
    const bool isOther =
        m_examination && !m_shownSha256.empty() && m_shownSha256 != m_examination->source.sha256;
    m_view->setExamination(isOther ? nullptr : m_examination);
    if (isOther)
        m_view->setNotice(tr("This file has other bytes than those that were examined. The result "
                             "beside it is not about what you see."));
    else if (!m_shownSha256.empty())
        m_view->setNotice({});
}

void ReviewPage::listenTo(core::inference::AnalysisQueue* queue,
                          core::inference::Conversations* conversations,
                          core::inference::ClueChecks* checks) {
    m_queue = queue;
    // Before the window shows a result, so that the counts are complete.
    connect(queue, &core::inference::AnalysisQueue::finished, this,
            [this](const core::inference::AnalysisOutcome& outcome) {
                if (outcome.examination)
                    m_sentences.add(outcome.id, **outcome.examination);
            });
    if (checks != nullptr)
        listenToChecks(checks);
    m_conversations = conversations;
    connect(queue, &core::inference::AnalysisQueue::answerGrew, this,
            [this](core::inference::JobId id) {
                if (id == m_id)
                    showStream();
            });
    connect(queue, &core::inference::AnalysisQueue::likelihoodKnown, this,
            [this](core::inference::JobId id) {
                if (id == m_id)
                    showStream();
            });
    connect(conversations, &core::inference::Conversations::changed, this,
            [this](core::inference::JobId id) {
                if (id == m_id)
                    showAnswer();
            });
    connect(m_answer, &AnswerView::asked, this, [this](const QString& question) {
        if (m_examination)
            m_conversations->ask(m_id, *m_examination, question);
    });
    connect(m_answer, &AnswerView::cancelled, this, [this] { m_conversations->cancel(m_id); });
}

void ReviewPage::listenToChecks(core::inference::ClueChecks* checks) {
    m_checks = checks;
    connect(checks, &core::inference::ClueChecks::changed, this, [this](core::inference::JobId id) {
        if (id == m_id)
            showCheck();
    });
    connect(m_clues, &clues::CluePanel::checkRequested, this, [this](int clue) {
        std::vector<std::size_t> wanted;
        if (clue >= 0)
            wanted.push_back(static_cast<std::size_t>(clue));
        m_checks->check(m_id, m_given, std::move(wanted));
    });
    connect(m_clues, &clues::CluePanel::checkCancelled, this, [this] { m_checks->cancel(m_id); });
}

void ReviewPage::showCheck() {
    if (m_checks == nullptr)
        return;
    const auto state = m_checks->state(m_id);
    m_clues->setCheck(state.isRunning, state.fraction,
                      state.error ? messages::errorText(state.error->code) + ' ' +
                                        QString::fromStdString(state.error->message)
                                  : QString());
}

void ReviewPage::showStream() {
    if (m_queue != nullptr)
        m_stream->setState(m_queue->likelihood(m_id), m_queue->answerSoFar(m_id));
    m_clues->setVisible(m_stream->isHidden());
}

void ReviewPage::showAnswer() {
    const bool hasAnswer = m_examination && m_examination->answer;
    m_tabs->setTabVisible(m_tabs->indexOf(m_answer), hasAnswer);
    m_strip->refresh();
    if (!hasAnswer)
        return;
    static const std::vector<core::inference::Turn> kNone;
    m_answer->setConversation(QString::fromStdString(*m_examination->answer),
                              m_conversations != nullptr ? m_conversations->turns(m_id) : kNone);
}

void ReviewPage::addTab(QWidget* page, const QString& title) {
    m_tabs->addTab(page, title);
    m_strip->refresh();
}

int ReviewPage::currentTab() const {
    return m_tabs->currentIndex();
}

void ReviewPage::setCurrentTab(int index) {
    m_tabs->setCurrentIndex(std::min(index, m_tabs->count() - 1));
}

void ReviewPage::showTab(QWidget* page) {
    setPanelVisible(true);
    m_tabs->setCurrentWidget(page);
}

void ReviewPage::setPanelVisible(bool visible) {
    m_panel->setVisible(visible);
}

void ReviewPage::clear() {
    m_id = 0;
    m_path.clear();
    m_isPictureShown = false;
    m_loader->cancel();
    m_header->setPath({});
    m_header->showProfile({});
    m_bar->setInfo({});
    m_view->clear();
    showExamination(nullptr);
    m_statePanel->hide();
    showStream();
}

void ReviewPage::setLimits(const core::image::DecodeLimits& limits) {
    m_loader->setLimits(limits);
}

void ReviewPage::setDocuments(std::shared_ptr<core::image::Documents> documents) {
    m_loader->setDocuments(std::move(documents));
}

const core::image::DecodeLimits& ReviewPage::limits() const {
    return m_loader->limits();
}

void ReviewPage::setHeatOpacity(double opacity) {
    m_view->setHeatOpacity(opacity);
}

void ReviewPage::cycleLayer(int step) {
    if (!m_examination)
        return;
    const std::vector<MapLayer> layers = mapLayersOf(*m_examination);
    const int count = static_cast<int>(layers.size());
    chooseLayer((m_layerIndex + step + count) % count);
}

void ReviewPage::chooseLayer(int layer) {
    const std::vector<MapLayer> layers = mapLayersOf(*m_examination);
    const MapLayer& chosen = layers[static_cast<std::size_t>(layer)];
    showMap(chosen.name, chosen.map);
    m_layerIndex = layer;
    m_bar->showLayer(chosen.map ? chosen.name : QString(), layer, chosen.map || m_examination->map);
}

} // namespace ui::review
