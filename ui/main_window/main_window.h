// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/analysis_outcome.h"
#include "core/settings/settings.h"

#include <QMainWindow>
#include <QStringList>

#include <memory>

class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace core::inference {
class AnalysisQueue;
class ClueChecks;
class Conversations;
} // namespace core::inference
namespace core::workspace {
class Workspace;
}
namespace ui::engines {
class EngineDesk;
}
namespace ui::gallery {
class GalleryModel;
class GalleryPanel;
class ThumbnailCache;
} // namespace ui::gallery
namespace ui::queue {
class QueuePanel;
}
namespace ui::review {
class ReviewPage;
}
namespace ui::start_page {
class StartPage;
}
namespace ui::cases {
class CaseDesk;
class ScratchDesk;
} // namespace ui::cases
namespace ui::annotation {
class AnnotationDesk;
}
namespace ui::triage {
class TriageBar;
class TriageDesk;
} // namespace ui::triage

namespace ui::main_window {

class MainActions;
class DeskKeeper;
class DropVeil;
class KeyBindings;
class MessageBar;
class PictureIntake;
class WindowReport;

/// The program's window: start page until there are pictures, then gallery and review page.
class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    /// @param queue  outlives the window
    MainWindow(core::inference::AnalysisQueue* queue, const core::settings::Settings& settings,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Files and folders, as dropped, pasted or named on the command line.
    void open(const QStringList& paths);
    /// Pictures that are opened without a case are kept there from now on; see ScratchDesk.
    void setScratchRoot(const QString& folder);
    /// What was kept of the last time, to be opened again; empty: nothing.
    [[nodiscard]] QStringList keptFromLastTime() const;
    void showMessage(const QString& text);
    /// Which engine works, to tell the window and to hear what the user chooses.
    [[nodiscard]] engines::EngineDesk* engines() const { return m_engines; }
    /// For the next start of the program.
    void rememberEngine(const QString& name, const QString& folder);
    /// Both outlive the window.
    void setConversations(core::inference::Conversations* conversations,
                          core::inference::ClueChecks* checks = nullptr);
    [[nodiscard]] cases::CaseDesk* cases() const { return m_cases; }
    [[nodiscard]] core::workspace::Workspace* workspace() const { return m_workspace; }

  Q_SIGNALS:
    void settingsChanged(const core::settings::Settings& settings);

  protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override; ///< narrow: one column of thumbnails

  private:
    void buildContent();
    void connectActions();
    void connectIntake();
    void connectQueue();
    void connectCases();
    void connectScratch();
    void makeContextMenus();
    void updateTitle();
    void arrive(int row); ///< a new picture comes to the front
    [[nodiscard]] QString placeForCases() const;
    void showContent();
    [[nodiscard]] QWidget* makeDesk(); ///< the review page with the decisions below it
    void showMarks(int row);
    void openShortcuts();
    void openComparison();
    void listProblems();
    void setPanelsVisible(bool visible);
    void showRow(int row);
    void openSettings();
    void setDropActive(bool active, bool isAddress);
    void copyVerdict();
    void updateStatus();
    void changeSettings(const core::settings::Settings& settings);

    core::inference::AnalysisQueue* m_queue;
    core::settings::Settings m_settings;
    MainActions* m_actions = nullptr;
    PictureIntake* m_intake = nullptr;
    gallery::ThumbnailCache* m_thumbnails = nullptr;
    core::workspace::Workspace* m_workspace = nullptr;
    gallery::GalleryModel* m_model = nullptr;
    gallery::GalleryPanel* m_gallery = nullptr;
    review::ReviewPage* m_review = nullptr;
    queue::QueuePanel* m_queuePanel = nullptr;
    start_page::StartPage* m_start = nullptr;
    QStackedWidget* m_pages = nullptr;
    QSplitter* m_splitter = nullptr;
    MessageBar* m_message = nullptr;
    QLabel* m_position = nullptr;
    QLabel* m_busy = nullptr;
    QLabel* m_watched = nullptr;
    engines::EngineDesk* m_engines = nullptr;
    cases::CaseDesk* m_cases = nullptr;
    cases::ScratchDesk* m_scratch = nullptr;
    QToolButton* m_saveScratch = nullptr;
    DropVeil* m_veil = nullptr;
    DeskKeeper* m_keeper = nullptr;
    WindowReport* m_report = nullptr;
    annotation::AnnotationDesk* m_annotation = nullptr;
    triage::TriageDesk* m_triage = nullptr;
    triage::TriageBar* m_triageBar = nullptr;
    std::unique_ptr<KeyBindings> m_keys;
};

} // namespace ui::main_window
