// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clues/sentence_register.h"
#include "core/examination/examination.h"
#include "core/examination/trust_lists.h"
#include "core/image/document.h"
#include "core/report/headline.h"
#include "core/workspace/picture.h"
#include "ui/viewer/picture_levels.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace core::inference {
class ClueChecks;
class Conversations;
} // namespace core::inference
namespace ui::clues {
class CluePanel;
}
namespace ui::plots {
class PlotsPanel;
}
namespace ui::provenance {
class CredentialsView;
class MetadataView;
struct FileAtHand;
} // namespace ui::provenance
namespace ui::viewer {
class ImageView;
class PictureLoader;
} // namespace ui::viewer

namespace ui::review {

class AnswerStream;
class AnswerView;
class DetailsView;
class MeasurementsView;
class TabStrip;
class ViewActions;
class ViewerBar;
class ViewerHeader;

/// One picture with its verdict: viewer in the middle, clues and numbers at the right.
class ReviewPage : public QWidget {
    Q_OBJECT

  public:
    explicit ReviewPage(QWidget* parent = nullptr);

    void showPicture(const core::workspace::Picture& picture);
    void updateProgress(const QString& stage, double fraction);
    void clear();
    /// Where the words of a language model come from, and who checks them; all outlive this.
    void listenTo(core::inference::AnalysisQueue* queue,
                  core::inference::Conversations* conversations,
                  core::inference::ClueChecks* checks = nullptr);
    void setLimits(const core::image::DecodeLimits& limits);
    [[nodiscard]] const core::image::DecodeLimits& limits() const;
    /// For the credentials of files that were not examined.
    void setTrust(std::shared_ptr<const core::examination::TrustLists> trust) {
        m_trust = std::move(trust);
    }
    /// Shared with the examination, so that the picture on screen is the one that is examined.
    void setDocuments(std::shared_ptr<core::image::Documents> documents);
    void setHeatOpacity(double opacity);

    /// Zoom, layers and clues: for the window's menus.
    [[nodiscard]] const QList<QAction*>& viewActions() const;
    /// Beside the tabs of the result; the page owns it then.
    void addTab(QWidget* page, const QString& title);
    [[nodiscard]] int currentTab() const;
    /// @param index  the last tab, when there are not so many
    void setCurrentTab(int index);
    /// Brings one of the tabs to the front, also while the panels are hidden.
    void showTab(QWidget* page);
    [[nodiscard]] viewer::ImageView* imageView() const { return m_view; }
    /// The result beside the picture.
    void setPanelVisible(bool visible);

  Q_SIGNALS:
    void retryRequested();
    void selectedClueChanged(int clue);
    /// What could decide the result of the picture on screen.
    void nextStepRequested(core::report::NextStep step);

  private:
    QWidget* makeViewer();
    QWidget* makePanel();
    void makeActions();
    void connectClues();
    void connectPicture();
    void showLoaded(const viewer::PictureLevels& picture);
    void showMap(const QString& name, const std::shared_ptr<const core::HeatMap>& map);
    void showState(const core::workspace::Picture& picture);
    void showExamination(std::shared_ptr<const core::examination::Examination> examination);
    [[nodiscard]] provenance::FileAtHand fileAtHand() const;
    /// @param sha256  of the bytes that may be shown; empty: whichever are there
    [[nodiscard]] provenance::FileAtHand fileFor(const std::string& sha256) const;
    void showOverlay();
    void cycleLayer(int step);
    void chooseLayer(int layer);
    void showStream();
    void showAnswer();
    void listenToChecks(core::inference::ClueChecks* checks);
    void showCheck();
    void selectClue(int clue);

    core::inference::AnalysisQueue* m_queue = nullptr;
    core::inference::Conversations* m_conversations = nullptr;
    core::inference::ClueChecks* m_checks = nullptr;
    core::clues::SentenceRegister m_sentences; ///< of all pictures with an answer
    std::shared_ptr<const core::examination::Examination>
        m_given;                         ///< before sentences were counted
    core::workspace::PictureId m_id = 0; ///< of the picture on screen
    QString m_path;                      ///< where its bytes are
    std::string m_shownSha256;           ///< of the picture in the view; empty: unknown
    bool m_isPictureShown = false; ///< the view holds the picture of m_path, not one before it
    std::shared_ptr<const core::examination::Examination> m_examination;
    viewer::ImageView* m_view = nullptr;
    ViewerHeader* m_header = nullptr;
    ViewerBar* m_bar = nullptr;
    viewer::PictureLoader* m_loader = nullptr;
    clues::CluePanel* m_clues = nullptr;
    MeasurementsView* m_measurements = nullptr;
    std::shared_ptr<const core::examination::TrustLists> m_trust;
    provenance::MetadataView* m_metadata = nullptr;
    provenance::CredentialsView* m_credentials = nullptr;
    plots::PlotsPanel* m_plots = nullptr;
    DetailsView* m_details = nullptr;
    AnswerView* m_answer = nullptr;
    QTabWidget* m_tabs = nullptr;
    TabStrip* m_strip = nullptr;
    QWidget* m_panel = nullptr; ///< the strip and the tabs
    QWidget* m_statePanel = nullptr;
    QLabel* m_stateText = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_retry = nullptr;
    AnswerStream* m_stream = nullptr;
    ViewActions* m_actions = nullptr;
    int m_layerIndex = 0;
};

} // namespace ui::review
