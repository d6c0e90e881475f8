// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/inference_worker.h"

#include "core/inference/examine_file.h"

#include <QElapsedTimer>
#include <QFile>

#include <memory>
#include <string>
#include <utility>

namespace core::inference {

namespace {

constexpr qint64 kProgressIntervalMs = 50;

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
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
    qRegisterMetaType<AnalysisRequest>();
    qRegisterMetaType<AnalysisOutcome>();
    qRegisterMetaType<AnalysisProgress>();
    qRegisterMetaType<EngineChoice>();
    qRegisterMetaType<EngineRequest>();
    qRegisterMetaType<EngineProgress>();
    qRegisterMetaType<EngineInUse>();
    qRegisterMetaType<EngineFailure>();
    qRegisterMetaType<QuestionRequest>();
    qRegisterMetaType<QuestionOutcome>();
    qRegisterMetaType<CheckRequest>();
    qRegisterMetaType<CheckOutcome>();
    qRegisterMetaType<JobId>("core::inference::JobId");
}

InferenceWorker::~InferenceWorker() {
    m_batch.reset(); // refers to the engine
}

Result<void> InferenceWorker::load(const EngineRequest& request) {
    finishPictures();
    if (request.stop.stop_requested())
        return cancelled();
    auto engine = m_factory(request.choice);
    if (!engine)
        return tl::unexpected(engine.error());
    ProgressThrottle throttle;
    const auto report = [&](std::string_view stage, double fraction) {
        if (throttle.passes(stage))
            Q_EMIT engineProgressed({request.id, toQString(stage), fraction});
    };
    report("load", 0);
    if (auto ready = (*engine)->prepare(report, request.stop); !ready)
        return ready;
    // A later choice or the end of the program came while the last step was made.
    if (request.stop.stop_requested())
        return cancelled();
    m_batch.reset();
    m_engine = std::move(*engine);
    m_batch.emplace(*m_engine, m_documents.get());
    Q_EMIT engineReady({request.id, request.choice, m_engine->record(), m_engine->slotCount()});
    return {};
}

void InferenceWorker::useEngine(const EngineRequest& request) {
    if (const auto loaded = load(request); !loaded)
        Q_EMIT engineFailed({request.id, request.choice, loaded.error()});
}

Result<void> InferenceWorker::ensureEngine(std::stop_token stop) {
    if (m_engine)
        return {};
    return load({0, {}, std::move(stop)});
}

EngineCallbacks InferenceWorker::callbacksFor(JobId id) {
    EngineCallbacks callbacks;
    callbacks.progress = [this, id, throttle = std::make_shared<ProgressThrottle>()](
                             std::string_view stage, double fraction) {
        if (throttle->passes(stage))
            Q_EMIT progressed({id, toQString(stage), fraction});
    };
    callbacks.answerPiece = [this, id](std::string_view piece) {
        Q_EMIT answerPiece(id, toQString(piece));
    };
    callbacks.likelihood = [this, id](double pFake) { Q_EMIT likelihoodKnown(id, pFake); };
    return callbacks;
}

void InferenceWorker::analyze(const AnalysisRequest& request) {
    if (auto ready = ensureEngine(request.stop); !ready) {
        Q_EMIT finished({request.id, request.path, tl::unexpected(ready.error())});
        return;
    }
    while (m_batch->isFull())
        advance();
    m_paths[request.id] = request.path;
    IntakeRules rules(request.limits);
    rules.trust = request.trust;
    // File names are bytes on Linux; QFile knows how Qt decoded them.
    m_batch->begin(request.id, QFile::encodeName(request.path).toStdString(), rules,
                   callbacksFor(request.id), request.stop);
    stepSoon();
}

/// A step for the pictures in progress.
void InferenceWorker::advance() {
    for (ExaminationBatch::Finished& ended : m_batch->advance()) {
        AnalysisOutcome outcome{ended.id, m_paths.extract(ended.id).mapped(), cancelled()};
        if (ended.examination)
            outcome.examination =
                std::make_shared<const examination::Examination>(std::move(*ended.examination));
        else
            outcome.examination = tl::unexpected(ended.examination.error());
        Q_EMIT finished(outcome);
    }
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

void InferenceWorker::check(const CheckRequest& request) {
    finishPictures();
    CheckOutcome outcome{request.id, cancelled()};
    ProgressThrottle throttle;
    EngineCallbacks callbacks;
    callbacks.progress = [&](std::string_view stage, double fraction) {
        if (throttle.passes(stage))
            Q_EMIT checkProgressed(request.id, fraction);
    };
    if (auto ready = ensureEngine(request.stop); !ready) {
        outcome.examination = tl::unexpected(ready.error());
    } else {
        auto examined = checkFile(QFile::encodeName(request.path).toStdString(),
                                  *request.examination, request.clues, *m_engine, request.limits,
                                  callbacks, request.stop, m_documents.get());
        if (examined)
            outcome.examination =
                std::make_shared<const examination::Examination>(std::move(*examined));
        else
            outcome.examination = tl::unexpected(examined.error());
    }
    Q_EMIT checked(outcome);
}

void InferenceWorker::ask(const QuestionRequest& request) {
    finishPictures();
    QuestionOutcome outcome{request.id, cancelled()};
    EngineCallbacks callbacks;
    callbacks.answerPiece = [&](std::string_view piece) {
        Q_EMIT questionPiece(request.id, toQString(piece));
    };
    if (auto ready = ensureEngine(request.stop); !ready) {
        outcome.answer = tl::unexpected(ready.error());
    } else {
        const AskedPicture asked{QFile::encodeName(request.path).toStdString(), request.sha256,
                                 request.modelSha256};
        const auto answer = askAboutFile(asked, request.inquiry, *m_engine, request.limits,
                                         callbacks, request.stop, m_documents.get());
        if (answer)
            outcome.answer = toQString(*answer);
        else
            outcome.answer = tl::unexpected(answer.error());
    }
    Q_EMIT answered(outcome);
}

} // namespace core::inference
