// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/analysis_outcome.h"
#include "core/inference/analysis_request.h"
#include "core/inference/check_request.h"
#include "core/inference/engine.h"
#include "core/inference/engine_catalog.h"
#include "core/inference/engine_request.h"
#include "core/inference/examination_batch.h"
#include "core/inference/question_request.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <utility>

namespace core::inference {

/// Owns the engine on its own thread. Nothing else touches either.
class InferenceWorker : public QObject {
    Q_OBJECT

  public:
    using EngineFactory = std::function<Result<std::unique_ptr<Engine>>(const EngineChoice&)>;

    /// @param factory  makeEngine, or a test's own
    explicit InferenceWorker(EngineFactory factory);
    ~InferenceWorker() override;

    /// Shared with the window; to be called before the worker's thread starts.
    void setDocuments(std::shared_ptr<image::Documents> documents) {
        m_documents = std::move(documents);
    }

  public Q_SLOTS:
    /// Loads an engine in place of the present one; the old one stays when this fails or is
    /// stopped. Pictures in progress are finished first. Ends in exactly one engineReady or
    /// engineFailed. A picture that comes before any
    /// choice loads the embedded engine.
    void useEngine(const core::inference::EngineRequest& request);
    /// Ends in exactly one finished(). Returns when the picture is taken in; the engine works at it
    /// in steps between the events of this thread.
    void analyze(const core::inference::AnalysisRequest& request);
    /// Ends in exactly one checked(), after the pictures in progress.
    void check(const core::inference::CheckRequest& request);
    /// Ends in exactly one answered(), after the pictures in progress.
    void ask(const core::inference::QuestionRequest& request);

  Q_SIGNALS:
    void engineProgressed(const core::inference::EngineProgress& progress);
    void engineReady(const core::inference::EngineInUse& engine);
    void engineFailed(const core::inference::EngineFailure& failure);
    void progressed(const core::inference::AnalysisProgress& progress);
    void answerPiece(core::inference::JobId id, const QString& piece);
    /// What a language model holds of a picture before it writes about it.
    void likelihoodKnown(core::inference::JobId id, double pFake);
    void finished(const core::inference::AnalysisOutcome& outcome);
    void checkProgressed(std::uint64_t check, double fraction);
    void checked(const core::inference::CheckOutcome& outcome);
    void questionPiece(std::uint64_t question, const QString& piece);
    void answered(const core::inference::QuestionOutcome& outcome);

  private:
    [[nodiscard]] Result<void> load(const EngineRequest& request);
    [[nodiscard]] Result<void> ensureEngine(std::stop_token stop);
    [[nodiscard]] EngineCallbacks callbacksFor(JobId id);
    void advance();
    void step();
    void stepSoon();
    void finishPictures();

    EngineFactory m_factory;
    std::shared_ptr<image::Documents> m_documents = std::make_shared<image::Documents>();
    std::unique_ptr<Engine> m_engine;
    std::optional<ExaminationBatch> m_batch;    ///< with m_engine
    std::unordered_map<JobId, QString> m_paths; ///< of the pictures in progress
    bool m_isStepQueued = false;                ///< step() is waiting in this thread's event queue
};

} // namespace core::inference
