// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case_session.h"
#include "core/inference/analysis_outcome.h"
#include "ui/cases/folder_watch.h"
#include "ui/cases/new_case_dialog.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

class QMenu;

namespace core::workspace {
class PictureList;
class Workspace;
} // namespace core::workspace

namespace ui::cases {

/// Puts a case behind the workspace: its exhibits become pictures, what is not examined yet goes to
/// the queue, and results go back into the case. Without a case the pictures are loose.
class CaseDesk : public QObject {
    Q_OBJECT

  public:
    /// @param workspace  outlives the desk
    /// @param window     parent of its dialogs
    CaseDesk(core::workspace::Workspace* workspace, QWidget* window);

    [[nodiscard]] core::cases::CaseSession* session() const { return m_session; }
    [[nodiscard]] bool isOpen() const { return m_session->isOpen(); }
    /// A folder that is a case by its name; dropped or named, it is opened, not searched.
    [[nodiscard]] static bool isCase(const QString& path);
    [[nodiscard]] std::int64_t exhibitOf(int row) const; ///< 0: a loose picture
    [[nodiscard]] int rowOf(std::int64_t exhibit) const;

    [[nodiscard]] bool keepsCopies() const { return m_keeping == core::cases::Keeping::Copied; }
    void setKeepsCopies(bool copies) {
        m_keeping = copies ? core::cases::Keeping::Copied : core::cases::Keeping::Referenced;
    }
    void setExaminer(const QString& name) { m_examiner = name; }
    void askForNew(const QString& place);
    void askForExisting(const QString& place);
    void askWhereMoved(const QString& place);
    void make(const NewCase& wanted);
    void open(const QString& folder);
    void close();
    /// Moves the open case to another folder and opens it there.
    void moveTo(const QString& folder);
    /// Closes the case and deletes it.
    void discard();
    void takeIn(const QStringList& files);
    void askWhatToWatch(const QString& place);
    /// New pictures below a folder are taken in as they appear; empty: no more.
    void watch(const QString& folder);
    [[nodiscard]] QString watchedFolder() const { return m_watch->folder(); }
    /// Keeps what the queue has found; to be called before the picture is shown.
    void record(const core::inference::AnalysisOutcome& outcome);
    /// A picture comes on screen: its result is fetched when only the case has it.
    void show(int row);
    /// Examinations of rows, wherever they are; null where there is none.
    void gather(const std::vector<int>& rows,
                std::function<void(const core::cases::CaseSession::Examinations&)> done);

  Q_SIGNALS:
    void opened(const core::cases::OpenedCase& opened);
    void closed();
    void rowsAdded();
    void arrived(int row); ///< the first new one of what was taken in last
    void notOpened();      ///< a message says why
    void loaded();         ///< every exhibit is a row now
    /// What the case knows of rows without reading their results.
    void factsRead(const std::vector<std::pair<int, core::cases::ExhibitFacts>>& facts);
    void rowChanged(int row); ///< its result came from the case
    void found(const QString& query, const std::vector<int>& rows);
    void indexComplete();                             ///< search again
    void busyTextChanged(const QString& text);        ///< what the intake does; empty: nothing
    void watchedFolderChanged(const QString& folder); ///< empty: none
    void message(const QString& text);

  private:
    void connectSession();
    void use(const core::cases::OpenedCase& opened);
    void add(const std::vector<core::cases::CaseEntry>& entries);
    void reportIntake(const core::cases::IntakeProgress& progress, const QStringList& problems);
    [[nodiscard]] std::vector<int> rowsOf(const std::vector<std::int64_t>& exhibits) const;
    void change(const core::cases::CaseEntry& entry);
    void takeFacts(const std::vector<core::cases::ExhibitFacts>& facts);
    [[nodiscard]] QString actor() const;

    core::workspace::Workspace* m_workspace;
    core::workspace::PictureList* m_pictures; ///< the workspace's
    QWidget* m_window;
    core::cases::CaseSession* m_session = nullptr;
    FolderWatch* m_watch = nullptr;
    QString m_examiner;
    core::cases::Keeping m_keeping = core::cases::Keeping::Referenced;
    QSet<std::int64_t> m_seen;  ///< exhibits that were on screen since the case was opened
    bool m_isLoaded = false;    ///< every exhibit that was in the case is here
    bool m_awaitsFirst = false; ///< of what is taken in
    QStringList m_arriving;     ///< loose pictures on their way into a new case
    QHash<QString, std::shared_ptr<const core::examination::Examination>>
        m_carried; ///< their results, by path
};

/// Fills a menu with cases that were open before, each time it is shown.
void fillRecentCases(QMenu* menu, const std::function<QStringList()>& cases,
                     const std::function<void(const QString&)>& chosen);

} // namespace ui::cases
