// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_page.h"

#include "core/inference/clue_checks.h"
#include "core/inference/conversations.h"
#include "ui/clues/clue_panel.h"
#include "ui/messages/error_text.h"
#include "ui/plots/plots_panel.h"
#include "ui/provenance/metadata_view.h"
#include "ui/review/answer_stream.h"
#include "ui/review/answer_view.h"
#include "ui/review/details_view.h"
#include "ui/review/heat_legend.h"
#include "ui/review/map_layers.h"
#include "ui/review/measurements_view.h"
#include "ui/review/stage_words.h"
#include "ui/viewer/image_view.h"
#include "ui/viewer/peek_key.h"
#include "ui/viewer/picture_loader.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui::review {

namespace {

using core::inference::JobState;

// The clue panel's least width, pixels.
constexpr int kNarrowest = 300;
constexpr int kWidest = 460;
constexpr int kBetweenLabels = 8;

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
            [this](const QString&, const core::Error&) { showLoaded({}); });
    auto* peek = new viewer::PeekKey(this, Qt::Key_H);
    connect(peek, &viewer::PeekKey::peekingChanged, m_view, &viewer::ImageView::setPeeking);
    auto* loupe = new viewer::PeekKey(this, Qt::Key_L);
    connect(loupe, &viewer::PeekKey::peekingChanged, m_view, &viewer::ImageView::setLoupeVisible);
}

void ReviewPage::showLoaded(const viewer::PictureLevels& picture) {
    m_view->setPicture(picture);
    m_info->clear();
    showProfile(picture);
    // A map or a region over another picture would be a lie, so they wait for their own.
    if (!std::exchange(m_isPictureShown, true)) {
        m_view->setExamination(m_examination);
        m_view->setSelectedClue(m_clues->selectedClue());
    }
}

void ReviewPage::showProfile(const viewer::PictureLevels& picture) {
    m_profile->setVisible(!picture.profile.isEmpty());
    m_profile->setText(picture.isManaged ? picture.profile
                                         : tr("not applied: %1").arg(picture.profile));
    m_profile->setToolTip(
        picture.isManaged
            ? tr("The picture is shown with its color profile %1. Measurements and the values "
                 "under the pointer are those of the file.")
                  .arg(picture.profile)
            : tr("The picture has the color profile %1, which is not applied.")
                  .arg(picture.profile));
}

QWidget* ReviewPage::makeViewer() {
    m_view = new viewer::ImageView;
    m_view->installEventFilter(this);
    m_info = new QLabel;
    m_info->setObjectName("cursorInfo");
    // A long text gives way; the slider beside it does not.
    m_info->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_zoom = new QLabel;
    m_zoom->setObjectName("zoomText");
    m_profile = new QLabel;
    m_profile->setObjectName("profileText");
    m_profile->hide();
    m_layer = new QLabel(tr("Overall map"));
    m_layer->setObjectName("layerName");
    m_opacity = new QSlider(Qt::Horizontal);
    m_opacity->setObjectName("heatOpacity");
    m_opacity->setAccessibleName(tr("Opacity of the heat map"));
    m_opacity->setToolTip(m_opacity->accessibleName());
    m_opacity->setRange(0, 100);
    m_opacity->setMinimumWidth(60);
    m_opacity->setMaximumWidth(110);
    m_opacity->setValue(static_cast<int>(std::lround(100 * m_view->heatOpacity())));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 2, 6, 2);
    bar->addWidget(m_info, 1);
    bar->addSpacing(kBetweenLabels);
    bar->addWidget(m_profile);
    bar->addSpacing(kBetweenLabels);
    bar->addWidget(m_layer);
    bar->addWidget(new HeatLegend);
    bar->addWidget(m_opacity);
    bar->addWidget(m_zoom);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addLayout(bar);
    connect(m_opacity, &QSlider::valueChanged, this,
            [this](int percent) { m_view->setHeatOpacity(percent / 100.0); });
    connect(m_view, &viewer::ImageView::heatOpacityChanged, this, [this](double opacity) {
        m_opacity->setValue(static_cast<int>(std::lround(100 * opacity)));
    });
    connect(m_view, &viewer::ImageView::cursorMoved, m_info, &QLabel::setText);
    connect(m_view, &viewer::ImageView::magnificationChanged, this, [this](double magnification) {
        m_zoom->setText(m_view->hasPicture() ? tr("%1 %").arg(100 * magnification, 0, 'f', 1)
                                             : QString());
    });
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
    m_tabs->addTab(m_plots, tr("Plots"));
    m_tabs->addTab(m_details, tr("Details"));
    m_tabs->setTabVisible(m_tabs->indexOf(m_answer), false);
    m_tabs->setMinimumWidth(kNarrowest);
    m_tabs->setUsesScrollButtons(true);
    connect(m_measurements, &MeasurementsView::mapChosen, this, &ReviewPage::showMap);
    return m_tabs;
}

QAction* ReviewPage::addAction(const QString& name, const QString& text, const QKeySequence& key,
                               const std::function<void()>& run) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, run);
    m_actions << action;
    return action;
}

void ReviewPage::makeActions() {
    addAction("zoomIn", tr("Zoom &in"), Qt::Key_Plus, [this] { m_view->zoomIn(); });
    addAction("zoomOut", tr("Zoom &out"), Qt::Key_Minus, [this] { m_view->zoomOut(); });
    addAction("fit", tr("&Fit"), Qt::Key_F, [this] { m_view->fit(); });
    addAction("fill", tr("Fi&ll"), Qt::SHIFT | Qt::Key_F, [this] { m_view->fill(); });
    addAction("originalSize", tr("&100 %"), Qt::CTRL | Qt::Key_1,
              [this] { m_view->setMagnification(1); });
    addAction("doubleSize", tr("&200 %"), Qt::CTRL | Qt::Key_2,
              [this] { m_view->setMagnification(2); });
    addAction("toggleFit", tr("&Toggle fit and 100 %"), Qt::Key_Z, [this] { m_view->toggleFit(); });
    const auto addToggle = [this](const QString& name, const QString& text, const QKeySequence& key,
                                  void (viewer::ImageView::*set)(bool)) {
        QAction* action = addAction(name, text, key, [] {});
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, m_view, set);
    };
    addToggle("showHeat", tr("Show the &heat map"), Qt::CTRL | Qt::Key_H,
              &viewer::ImageView::setHeatVisible);
    addToggle("showRegions", tr("Show the &regions"), Qt::CTRL | Qt::Key_R,
              &viewer::ImageView::setRegionsVisible);
    QAction* keepZoom = addAction("keepZoom", tr("&Keep the zoom for the next picture"),
                                  Qt::CTRL | Qt::SHIFT | Qt::Key_K, [] {});
    keepZoom->setCheckable(true);
    connect(keepZoom, &QAction::toggled, this, [this](bool keeps) {
        m_view->setZoomPolicy(keeps ? viewer::ImageView::ZoomPolicy::Keep
                                    : viewer::ImageView::ZoomPolicy::Fit);
    });
    QAction* navigator = addAction("showNavigator", tr("&Overview"), Qt::Key_O, [] {});
    navigator->setCheckable(true);
    connect(navigator, &QAction::toggled, m_view, &viewer::ImageView::setNavigatorVisible);
    QAction* managed = addAction("colorManaged", tr("Apply the picture's color profile"),
                                 Qt::CTRL | Qt::SHIFT | Qt::Key_M, [] {});
    managed->setCheckable(true);
    managed->setChecked(true);
    connect(managed, &QAction::toggled, this, [this](bool isManaged) {
        m_loader->setColorManaged(isManaged);
        if (!m_path.isEmpty())
            m_loader->load(m_path);
    });
    addAction("loupeEnhancement", tr("Change the loupe's contra&st"), Qt::SHIFT | Qt::Key_L,
              [this] { m_view->nextLoupeEnhancement(); });
    addAction("nextLayer", tr("Next &layer"), Qt::Key_V, [this] { cycleLayer(1); });
    addAction("previousLayer", tr("&Previous layer"), Qt::SHIFT | Qt::Key_V,
              [this] { cycleLayer(-1); });
    addAction("nextClue", tr("Next &clue"), Qt::Key_Period, [this] { m_clues->selectNext(1); });
    addAction("previousClue", tr("Previous cl&ue"), Qt::Key_Comma,
              [this] { m_clues->selectNext(-1); });
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
    m_layer->setText(map ? name : tr("Overall map"));
    m_layerIndex = 0;
    const bool hasMap = map || (m_examination && m_examination->map);
    m_layer->setEnabled(hasMap);
}

void ReviewPage::showPicture(const PictureState& state) {
    const bool isOther = m_path != state.path;
    m_id = state.id;
    if (isOther) {
        m_answer->clearQuestion();
        m_path = state.path;
        m_isPictureShown = false;
        m_view->setExamination(nullptr);
        m_info->setText(tr("Loading the picture…"));
        m_loader->load(state.path);
    }
    showState(state);
    if (isOther || m_given != state.examination) {
        // A better result of the same picture keeps the clue that is being read.
        const int clue = isOther ? -1 : m_clues->selectedClue();
        showExamination(state.examination);
        if (clue >= 0)
            m_clues->selectClue(clue);
    }
    showCheck();
    showStream();
}

void ReviewPage::showState(const PictureState& state) {
    m_statePanel->setVisible(state.jobState != JobState::Done);
    m_progress->setVisible(state.jobState == JobState::Running);
    m_retry->setVisible(state.jobState == JobState::Failed ||
                        state.jobState == JobState::Cancelled);
    if (state.jobState == JobState::Failed && state.error) {
        m_stateText->setText(QStringList({messages::errorText(state.error->code),
                                          messages::errorAdvice(state.error->code),
                                          QString::fromStdString(state.error->message)})
                                 .join("\n\n"));
    } else {
        m_stateText->setText(stateText(state.jobState));
    }
    if (state.jobState == JobState::Running)
        updateProgress(state.stage, state.fraction);
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
        m_view->setExamination(m_examination);
    showMap({}, nullptr);
    m_clues->setExamination(m_examination);
    m_measurements->setExamination(m_examination);
    m_metadata->setProvenance(m_examination ? m_examination->provenance
                                            : core::examination::ProvenanceRecord());
    m_plots->setSeries(m_examination ? m_examination->plots
                                     : std::vector<core::examination::PlotSeries>());
    m_details->setExamination(m_examination.get());
    showAnswer();
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
    connect(queue, &core::inference::AnalysisQueue::leaned, this,
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
        m_stream->setState(m_queue->leaning(m_id), m_queue->answerSoFar(m_id));
    m_clues->setVisible(m_stream->isHidden());
}

void ReviewPage::showAnswer() {
    const bool hasAnswer = m_examination && m_examination->answer;
    m_tabs->setTabVisible(m_tabs->indexOf(m_answer), hasAnswer);
    // One tab more must not push another out of sight; a narrow screen still gets its arrows.
    m_tabs->setMinimumWidth(std::clamp(m_tabs->tabBar()->sizeHint().width(), kNarrowest, kWidest));
    if (!hasAnswer)
        return;
    static const std::vector<core::inference::Turn> kNone;
    m_answer->setConversation(QString::fromStdString(*m_examination->answer),
                              m_conversations != nullptr ? m_conversations->turns(m_id) : kNone);
}

void ReviewPage::addTab(QWidget* page, const QString& title) {
    m_tabs->addTab(page, title);
}

void ReviewPage::setPanelVisible(bool visible) {
    m_tabs->setVisible(visible);
}

void ReviewPage::clear() {
    m_id = 0;
    m_path.clear();
    m_isPictureShown = false;
    m_loader->cancel();
    m_info->clear();
    m_view->clear();
    showExamination(nullptr);
    m_statePanel->hide();
    showStream();
}

void ReviewPage::setLimits(const core::image::DecodeLimits& limits) {
    m_loader->setLimits(limits);
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
    const int next = (m_layerIndex + step + count) % count;
    const MapLayer& layer = layers[static_cast<std::size_t>(next)];
    showMap(layer.name, layer.map);
    m_layerIndex = next;
}

} // namespace ui::review
