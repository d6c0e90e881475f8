// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/inference_worker.h"

#include "core/inference/analysis_outcome.h"
#include "core/inference/examine_file.h"

#include <QElapsedTimer>
#include <QFile>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace core::inference {

namespace {

constexpr qint64 kProgressIntervalMs = 50;

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// File names are bytes on Linux; QFile knows how Qt decoded them.
std::filesystem::path pathOf(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

Result<TaskValue> valueOf(Result<examination::Examination> examination) {
    if (!examination)
        return tl::unexpected(examination.error());
    return TaskValue(std::make_shared<const examination::Examination>(std::move(*examination)));
}

/// Lets at most twenty reports a second through, and every change of stage.
class ProgressThrottle {
  public:
    bool passes(std::string_view stage) {
        if (stage == m_stage && m_since.isValid() && m_since.elapsed() < kProgressIntervalMs)
            return false;
        m_stage = stage;
        m_since.start();
        return true;
    }

  private:
    std::string m_stage;
    QElapsedTimer m_since;
};

} // namespace

InferenceWorker::InferenceWorker(EngineFactory factory) : m_factory(std::move(factory)) {
    qRegisterMetaType<EngineTask>();
    qRegisterMetaType<TaskId>();
    qRegisterMetaType<TaskProgress>();
    qRegisterMetaType<TaskResult>();
    qRegisterMetaType<AnalysisOutcome>();
    qRegisterMetaType<AnalysisProgress>();
    qRegisterMetaType<JobId>("core::inference::JobId");
}

InferenceWorker::~InferenceWorker() {
    m_batch.reset(); // refers to the engine
}

void InferenceWorker::carryOut(const EngineTask& task) {
    if (auto value = std::visit([&](const auto& work) { return start(work, task); }, task.work))
        Q_EMIT finished({task.id(), std::move(*value)});
}

Result<TaskValue> InferenceWorker::load(const EngineChoice& choice, const EngineTask& task) {
    if (task.stop.stop_requested())
        return cancelled();
    auto engine = m_factory(choice);
    if (!engine)
        return tl::unexpected(engine.error());
    const auto report = callbacksFor(task.id()).progress;
    report("load", 0);
    if (auto ready = (*engine)->prepare(report, task.stop); !ready)
        return tl::unexpected(ready.error());
    // A later choice or the end of the program came while the last step was made.
    if (task.stop.stop_requested())
        return cancelled();
    m_batch.reset();
    m_engine = std::move(*engine);
    m_batch.emplace(*m_engine, m_documents.get());
    return TaskValue(EngineInUse{choice, m_engine->record(), m_engine->slotCount()});
}

std::optional<Result<TaskValue>> InferenceWorker::start(const LoadEngine& work,
                                                        const EngineTask& task) {
    finishPictures();
    return load(work.choice, task);
}

Result<void> InferenceWorker::ensureEngine(const EngineTask& task) {
    if (m_engine)
        return {};
    const EngineTask loading{0, LoadEngine{}, task.stop};
    auto loaded = load({}, loading);
    if (!loaded)
        return tl::unexpected(loaded.error());
    Q_EMIT finished({loading.id(), std::move(loaded)});
    return {};
}

EngineCallbacks InferenceWorker::callbacksFor(const TaskId& task) {
    EngineCallbacks callbacks;
    callbacks.progress = [this, task, throttle = std::make_shared<ProgressThrottle>()](
                             std::string_view stage, double fraction) {
        if (throttle->passes(stage))
            Q_EMIT progressed({task, toQString(stage), fraction});
    };
    callbacks.answerPiece = [this, task](std::string_view piece) {
        Q_EMIT answerPiece(task, toQString(piece));
    };
    callbacks.likelihood = [this, task](double pFake) { Q_EMIT likelihoodKnown(task, pFake); };
    return callbacks;
}

std::optional<Result<TaskValue>> InferenceWorker::start(const ExaminePicture& work,
                                                        const EngineTask& task) {
    if (auto ready = ensureEngine(task); !ready)
        return tl::unexpected(ready.error());
    while (m_batch->isFull())
        advance();
    m_batch->begin(task.number, pathOf(work.path), task.rules, callbacksFor(task.id()), task.stop);
    stepSoon();
    return std::nullopt;
}

/// A step for the pictures in progress.
void InferenceWorker::advance() {
    for (ExaminationBatch::Finished& ended : m_batch->advance())
        Q_EMIT finished({{TaskKind::Examine, ended.id}, valueOf(std::move(ended.examination))});
}

/// One step at a time, so that further pictures are taken in between.
void InferenceWorker::stepSoon() {
    if (!std::exchange(m_isStepQueued, true))
        QMetaObject::invokeMethod(this, &InferenceWorker::step, Qt::QueuedConnection);
}

void InferenceWorker::step() {
    m_isStepQueued = false;
    if (!m_batch || m_batch->isEmpty())
        return;
    advance();
    if (!m_batch->isEmpty())
        stepSoon();
}

void InferenceWorker::finishPictures() {
    while (m_batch && !m_batch->isEmpty())
        advance();
}

std::optional<Result<TaskValue>> InferenceWorker::start(const CheckClues& work,
                                                        const EngineTask& task) {
    finishPictures();
    if (auto ready = ensureEngine(task); !ready)
        return tl::unexpected(ready.error());
    return valueOf(checkFile(pathOf(work.path), *work.examination, work.clues, *m_engine,
                             task.rules.limits, callbacksFor(task.id()), task.stop,
                             m_documents.get()));
}

std::optional<Result<TaskValue>> InferenceWorker::start(const AskQuestion& work,
                                                        const EngineTask& task) {
    finishPictures();
    if (auto ready = ensureEngine(task); !ready)
        return tl::unexpected(ready.error());
    const auto answer =
        askAboutFile({pathOf(work.path), work.sha256, work.modelSha256}, work.inquiry, *m_engine,
                     task.rules.limits, callbacksFor(task.id()), task.stop, m_documents.get());
    if (!answer)
        return tl::unexpected(answer.error());
    return TaskValue(toQString(*answer));
}

} // namespace core::inference
