// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/analysis_outcome.h"
#include "core/inference/analysis_request.h"
#include "core/inference/engine.h"
#include "core/inference/engine_catalog.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>

namespace core::inference {

/// Owns the engine on its own thread. Nothing else touches either.
class InferenceWorker : public QObject {
    Q_OBJECT

  public:
    using EngineFactory = std::function<Result<std::unique_ptr<Engine>>(const EngineChoice&)>;

    /// @param factory  makeEngine, or a test's own
    explicit InferenceWorker(EngineFactory factory);
    ~InferenceWorker() override;

  public Q_SLOTS:
    /// Loads an engine in place of the present one; the old one stays when this fails. A request
    /// that comes before any choice loads the embedded engine.
    void useEngine(const core::inference::EngineChoice& choice);
    void analyze(const core::inference::AnalysisRequest& request);

  Q_SIGNALS:
    void engineReady(const QString& name, const QString& version);
    void engineFailed(const QString& code, const QString& message);
    void progressed(const core::inference::AnalysisProgress& progress);
    void answerPiece(core::inference::JobId id, const QString& piece);
    void finished(const core::inference::AnalysisOutcome& outcome);

  private:
    [[nodiscard]] Result<void> ensureEngine(std::stop_token stop);

    EngineFactory m_factory;
    EngineChoice m_choice;
    std::unique_ptr<Engine> m_engine;
};

} // namespace core::inference

Q_DECLARE_METATYPE(core::inference::EngineChoice)
