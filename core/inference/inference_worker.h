// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine.h"
#include "core/inference/engine_catalog.h"
#include "core/inference/engine_task.h"
#include "core/inference/examination_batch.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
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
    /// Carries out one task; each ends in exactly one finished(). A picture takes a slot of the
    /// engine, which works at it in steps between the events of this thread; every other task
    /// comes after the pictures in progress. What comes before any LoadEngine loads the embedded
    /// engine, which is then told as task 0.
    void carryOut(const core::inference::EngineTask& task);

  Q_SIGNALS:
    void progressed(const core::inference::TaskProgress& progress);
    /// A language model's words as they come.
    void answerPiece(const core::inference::TaskId& task, const QString& piece);
    /// What a language model holds of a picture before it writes about it.
    void likelihoodKnown(const core::inference::TaskId& task, double pFake);
    void finished(const core::inference::TaskResult& result);

  private:
    // The four kinds of work. Nothing: it goes on in steps.
    [[nodiscard]] std::optional<Result<TaskValue>> start(const LoadEngine& work,
                                                         const EngineTask& task);
    [[nodiscard]] std::optional<Result<TaskValue>> start(const ExaminePicture& work,
                                                         const EngineTask& task);
    [[nodiscard]] std::optional<Result<TaskValue>> start(const CheckClues& work,
                                                         const EngineTask& task);
    [[nodiscard]] std::optional<Result<TaskValue>> start(const AskQuestion& work,
                                                         const EngineTask& task);
    [[nodiscard]] Result<TaskValue> load(const EngineChoice& choice, const EngineTask& task);
    [[nodiscard]] Result<void> ensureEngine(const EngineTask& task);
    [[nodiscard]] EngineCallbacks callbacksFor(const TaskId& task);
    void advance();
    void step();
    void stepSoon();
    void finishPictures();

    EngineFactory m_factory;
    std::shared_ptr<image::Documents> m_documents = std::make_shared<image::Documents>();
    std::unique_ptr<Engine> m_engine;
    std::optional<ExaminationBatch> m_batch; ///< with m_engine
    bool m_isStepQueued = false;             ///< step() is waiting in this thread's event queue
};

} // namespace core::inference
