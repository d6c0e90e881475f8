// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/inference_worker.h"
#include "core/settings/settings.h"

#include <QObject>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

namespace core::inference {
class AnalysisQueue;
class ClueChecks;
class Conversations;
} // namespace core::inference
namespace ui::main_window {
class MainWindow;
}

namespace app::desktop {

/// Makes the window, the queue and the worker, connects them and takes them apart again. The only
/// place that knows all of them.
class Composition : public QObject {
    Q_OBJECT

  public:
    /// @param settingsFile  read now and written at every change
    /// @param factory       makes engines; the application passes core::inference::makeEngine
    Composition(std::filesystem::path settingsFile,
                core::inference::InferenceWorker::EngineFactory factory);
    ~Composition() override;

    [[nodiscard]] ui::main_window::MainWindow* window() const { return m_window.get(); }
    [[nodiscard]] core::inference::AnalysisQueue* queue() const { return m_queue.get(); }

    /// Shows the window and then starts the engine's thread, so that libtorch is loaded behind it.
    void start();

  Q_SIGNALS:
    void engineRequested(const core::inference::EngineTask& task);

  private:
    /// Whether a choice is the user's, to be remembered, or a way out when it cannot be loaded.
    enum class Choice { Users, Fallback };
    void connectWorker();
    /// Who asks for tasks hears of their progress and end.
    template <typename Owner> void connectTasks(Owner* owner);
    void connectEngines();
    void loadEngine(const core::inference::EngineChoice& choice, Choice origin);
    void reportLoading(const core::inference::TaskProgress& progress);
    void completeLoading(const core::inference::TaskResult& result);
    void useEngine(const core::inference::EngineInUse& engine, std::uint64_t number);
    void handleFailure(const core::Error& error);
    void useSettings(const core::settings::Settings& settings);
    void setQuestionForm(const core::settings::Settings& settings);
    void saveSettings();

    /// How a FakeVLM engine is asked. Set here, read where engines are made: on the inference
    /// thread.
    struct QuestionForm {
        std::mutex guard; ///< of the other members
        std::string form;
        bool asksBoth = false;
    };

    std::filesystem::path m_settingsFile;
    core::settings::Settings m_settings;
    std::shared_ptr<QuestionForm> m_form = std::make_shared<QuestionForm>();
    std::unique_ptr<core::inference::AnalysisQueue> m_queue;
    std::unique_ptr<core::inference::Conversations> m_conversations;
    std::unique_ptr<core::inference::ClueChecks> m_checks;
    std::unique_ptr<ui::main_window::MainWindow> m_window;
    core::inference::InferenceWorker* m_worker = nullptr; // deleted when its thread ends
    QThread m_thread;
    std::stop_source m_loading; ///< of the latest request for an engine
    std::uint64_t m_engineId = 0;
    core::inference::EngineChoice m_wanted; ///< by the latest request
    Choice m_origin = Choice::Users;
    QTimer m_saveSoon;     ///< a slider changes a setting many times a second
    QThreadPool m_writing; ///< one thread: settings are saved in the order of their changes
};

} // namespace app::desktop
