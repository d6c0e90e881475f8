// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/inference_worker.h"

#include "core/inference/examine_file.h"

#include <QElapsedTimer>
#include <QFile>

#include <filesystem>
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
    qRegisterMetaType<JobId>("core::inference::JobId");
}

InferenceWorker::~InferenceWorker() = default;

void InferenceWorker::useEngine(const EngineChoice& choice) {
    auto engine = m_factory(choice);
    Result<void> ready;
    if (engine)
        ready = (*engine)->prepare({}, {});
    else
        ready = tl::unexpected(engine.error());
    if (!ready) {
        Q_EMIT engineFailed(toQString(errorName(ready.error().code)),
                            toQString(ready.error().message));
        return;
    }
    m_choice = choice;
    m_engine = std::move(*engine);
    const examination::EngineRecord record = m_engine->record();
    Q_EMIT engineReady(toQString(record.name), toQString(record.version));
}

Result<void> InferenceWorker::ensureEngine(std::stop_token stop) {
    if (m_engine)
        return {};
    auto engine = m_factory(m_choice);
    if (!engine)
        return tl::unexpected(engine.error());
    if (auto ready = (*engine)->prepare({}, stop); !ready)
        return ready;
    m_engine = std::move(*engine);
    const examination::EngineRecord record = m_engine->record();
    Q_EMIT engineReady(toQString(record.name), toQString(record.version));
    return {};
}

void InferenceWorker::analyze(const AnalysisRequest& request) {
    AnalysisOutcome outcome{request.id, request.path, cancelled()};
    ProgressThrottle throttle;
    EngineCallbacks callbacks;
    callbacks.progress = [&](std::string_view stage, double fraction) {
        if (throttle.passes(stage))
            Q_EMIT progressed({request.id, toQString(stage), fraction});
    };
    callbacks.answerPiece = [&](std::string_view piece) {
        Q_EMIT answerPiece(request.id, toQString(piece));
    };
    if (auto ready = ensureEngine(request.stop); !ready) {
        outcome.examination = tl::unexpected(ready.error());
    } else {
        // File names are bytes on Linux; QFile knows how Qt decoded them.
        const std::filesystem::path path = QFile::encodeName(request.path).toStdString();
        auto examined = examineFile(path, *m_engine, request.limits, callbacks, request.stop);
        if (examined)
            outcome.examination =
                std::make_shared<const examination::Examination>(std::move(*examined));
        else
            outcome.examination = tl::unexpected(examined.error());
    }
    Q_EMIT finished(outcome);
}

} // namespace core::inference
