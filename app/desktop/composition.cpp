// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"

#include "app/desktop/translators.h"
#include "core/inference/analysis_queue.h"
#include "core/inference/clue_checks.h"
#include "core/inference/conversations.h"
#include "core/model/blas_info.h"
#include "core/workspace/workspace.h"
#include "ui/background/background_work.h"
#include "ui/engines/engine_desk.h"
#include "ui/engines/engine_words.h"
#include "ui/main_window/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>

#include <utility>
#include <variant>

namespace app::desktop {

using core::inference::AnalysisQueue;
using core::inference::ClueChecks;
using core::inference::Conversations;
using core::inference::EngineChoice;
using core::inference::EngineKind;
using core::inference::InferenceWorker;
using core::inference::TaskKind;
using ui::engines::EngineDesk;
using ui::main_window::MainWindow;

namespace {

constexpr int kSaveMs = 300;

EngineChoice choiceFrom(const core::settings::Settings& settings) {
    EngineChoice choice;
    for (const auto& engine : core::inference::engineCatalog()) {
        if (QString::fromStdString(engine.name) == settings.engine)
            choice.kind = engine.kind;
    }
    if (choice.kind == EngineKind::FakeVlm)
        return ui::engines::folderChoice(settings.modelDirectory,
                                         settings.adapterBases.value(settings.modelDirectory));
    return choice;
}

QString nameOf(core::inference::EngineKind kind) {
    for (const auto& engine : core::inference::engineCatalog()) {
        if (engine.kind == kind)
            return QString::fromStdString(engine.name);
    }
    return {};
}

} // namespace

Composition::Composition(std::filesystem::path settingsFile, InferenceWorker::EngineFactory factory)
    : m_settingsFile(std::move(settingsFile)),
      m_settings(core::settings::loadSettings(m_settingsFile)) {
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance())) {
        installTranslators(*application, m_settings.language);
        ui::theme::apply(*application, m_settings.theme);
    }
    m_queue = std::make_unique<AnalysisQueue>(core::image::DecodeLimits());
    m_conversations = std::make_unique<Conversations>(m_queue.get());
    m_window = std::make_unique<MainWindow>(m_queue.get(), m_settings);
    m_checks = std::make_unique<ClueChecks>(m_queue.get());
    m_window->setConversations(m_conversations.get(), m_checks.get());
    setQuestionForm(m_settings);
    m_worker = new InferenceWorker(
        [factory = std::move(factory), form = m_form](const EngineChoice& choice) {
            EngineChoice whole = choice;
            const std::lock_guard lock(form->guard);
            whole.promptForm = form->form;
            whole.asksBothForms = form->asksBoth;
            return factory(whole);
        });
    m_worker->setDocuments(m_window->workspace()->documents());
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName("inference");
    connectWorker();
    connectEngines();
    m_writing.setMaxThreadCount(1);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(kSaveMs);
    connect(&m_saveSoon, &QTimer::timeout, this, &Composition::saveSettings);
    connect(m_window.get(), &MainWindow::settingsChanged, this, &Composition::useSettings);
}

Composition::~Composition() {
    m_loading.request_stop();
    m_conversations->cancelAll();
    m_checks->cancelAll();
    m_queue->cancelAll();
    m_thread.quit();
    m_thread.wait();
    if (m_saveSoon.isActive())
        saveSettings();
    m_writing.waitForDone();
}

template <typename Owner> void Composition::connectTasks(Owner* owner) {
    connect(owner, &Owner::requested, m_worker, &InferenceWorker::carryOut, Qt::QueuedConnection);
    connect(m_worker, &InferenceWorker::finished, owner, &Owner::complete, Qt::QueuedConnection);
}

void Composition::connectWorker() {
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connectTasks(m_queue.get());
    connectTasks(m_checks.get());
    connectTasks(m_conversations.get());
    connect(m_worker, &InferenceWorker::progressed, m_queue.get(), &AnalysisQueue::report);
    connect(m_worker, &InferenceWorker::progressed, m_checks.get(), &ClueChecks::report);
    connect(m_worker, &InferenceWorker::answerPiece, m_queue.get(), &AnalysisQueue::receivePiece);
    connect(m_worker, &InferenceWorker::answerPiece, m_conversations.get(),
            &Conversations::receivePiece);
    connect(m_worker, &InferenceWorker::likelihoodKnown, m_queue.get(),
            &AnalysisQueue::receiveLikelihood);
}

void Composition::connectEngines() {
    connect(this, &Composition::engineRequested, m_worker, &InferenceWorker::carryOut);
    connect(m_worker, &InferenceWorker::progressed, this, &Composition::reportLoading);
    connect(m_worker, &InferenceWorker::finished, this, &Composition::completeLoading);
    auto* desk = m_window->engines();
    connect(desk, &EngineDesk::chosen, this,
            [this](const EngineChoice& choice) { loadEngine(choice, Choice::Users); });
    connect(desk, &EngineDesk::loadingCancelled, this, [this] { m_loading.request_stop(); });
}

void Composition::loadEngine(const EngineChoice& choice, Choice origin) {
    m_loading.request_stop();
    m_loading = std::stop_source();
    m_wanted = choice;
    m_origin = origin;
    if (origin == Choice::Users)
        m_window->engines()->clearProblem();
    m_window->engines()->setLoading(choice);
    Q_EMIT engineRequested(
        {++m_engineId, core::inference::LoadEngine{choice}, m_loading.get_token()});
}

void Composition::reportLoading(const core::inference::TaskProgress& progress) {
    if (progress.id == core::inference::TaskId{TaskKind::Load, m_engineId})
        m_window->engines()->setProgress(progress.fraction);
}

void Composition::completeLoading(const core::inference::TaskResult& result) {
    if (result.id.kind != TaskKind::Load)
        return;
    if (result.value)
        useEngine(std::get<core::inference::EngineInUse>(*result.value), result.id.number);
    else if (result.id.number == m_engineId)
        handleFailure(result.value.error());
}

void Composition::useEngine(const core::inference::EngineInUse& engine, std::uint64_t number) {
    m_window->engines()->setInUse(engine);
    m_queue->setSlotCount(engine.slotCount);
    if (number != m_engineId) {
        m_window->engines()->setLoading(m_wanted); // the next one is on its way
        return;
    }
    if (m_origin == Choice::Users)
        m_window->rememberEngine(nameOf(engine.choice.kind), ui::engines::folderOf(engine.choice));
}

void Composition::handleFailure(const core::Error& error) {
    const bool isCancelled = error.code == core::ErrorCode::Cancelled;
    const QString title = ui::engines::engineTitle(m_wanted);
    const QString reason = QString::fromStdString(error.message);
    const auto inUse = m_window->engines()->state().inUse;
    QString problem;
    if (!inUse && m_wanted.kind == EngineKind::Embedded)
        problem = tr("The engine could not start: %1").arg(reason);
    else if (!isCancelled)
        problem =
            tr("%1 could not be loaded; the engine in use is: %2. The reason: %3")
                .arg(title,
                     inUse ? ui::engines::engineTitle(inUse->choice) : ui::engines::engineTitle({}),
                     reason);
    m_window->engines()->setFailed(problem);
    if (!problem.isEmpty())
        m_window->showMessage(problem);
    // There must be an engine; the choice itself is kept for the next start.
    if (!inUse && m_wanted.kind != EngineKind::Embedded)
        loadEngine({}, Choice::Fallback);
}

void Composition::start() {
    m_window->show();
    m_thread.start();
    loadEngine(choiceFrom(m_settings), Choice::Users);
    core::model::useThreads(core::model::physicalCores());
    const core::model::BlasInfo blas = core::model::liveBlas();
    if (blas.isReference)
        m_window->showMessage(tr("Examinations will be slow: the system uses the reference BLAS "
                                 "(%1). Install the package "
                                 "libopenblas0-openmp, which makes them 30 times faster.")
                                  .arg(QString::fromStdString(blas.library)));
}

void Composition::useSettings(const core::settings::Settings& settings) {
    const core::settings::Settings before = std::exchange(m_settings, settings);
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance());
        application != nullptr && settings.theme != before.theme)
        ui::theme::apply(*application, settings.theme);
    if (settings.language != before.language)
        m_window->showMessage(tr("The language changes when the program is started again."));
    const bool asksOtherwise =
        settings.promptForm != before.promptForm || settings.asksBothForms != before.asksBothForms;
    if (asksOtherwise) {
        setQuestionForm(settings);
        const auto inUse = m_window->engines()->state().inUse;
        if (inUse && inUse->choice.kind == EngineKind::FakeVlm)
            loadEngine(inUse->choice, Choice::Users);
    }
    if (settings != before)
        m_saveSoon.start();
}

void Composition::setQuestionForm(const core::settings::Settings& settings) {
    const std::lock_guard lock(m_form->guard);
    m_form->form = settings.promptForm.toStdString();
    m_form->asksBoth = settings.asksBothForms;
}

void Composition::saveSettings() {
    ui::background::run(
        m_writing, m_window.get(),
        [settings = m_settings, file = m_settingsFile] {
            return core::settings::saveSettings(settings, file);
        },
        [window = m_window.get()](const core::Result<void>& saved) {
            if (!saved)
                window->showMessage(QString::fromStdString(saved.error().message));
        });
}

} // namespace app::desktop
