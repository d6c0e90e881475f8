// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/annotation_exchange.h"
#include "core/cases/case_record.h"
#include "core/cases/exhibit_facts.h"
#include "core/examination/examination.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

namespace core::cases {

class CaseStore;

/// What a window learns when a case was opened.
struct OpenedCase {
    QString folder;
    QString name;           ///< the folder's name without its ending
    QString readOnlyReason; ///< empty: it can be written
    QByteArray desk;        ///< as saveDesk() kept it; empty for a new case
};

/// How far an intake has come.
struct IntakeProgress {
    int done = 0;
    int total = 0;
    int known = 0; ///< of those done: in the case already
    QString file;  ///< the latest one
};

/// A case at work behind a window: one thread owns the store, this object lives in the window's
/// thread and sends wishes there. Every wish is carried out in order and is on disk before its
/// signal comes. Long work (intake) lets the others in between two files.
class CaseSession : public QObject {
    Q_OBJECT

  public:
    explicit CaseSession(QObject* parent = nullptr);
    /// Finishes what was asked for, apart from intake, and closes the case.
    ~CaseSession() override;

    /// Each ends in opened() and then pages of entriesRead() up to entriesComplete(), or in
    /// openFailed(). A case that is open is closed first.
    void open(const QString& folder, const QString& actor);
    void create(const QString& folder, const QString& actor);
    /// What was asked for before is still carried out; its signals no longer come.
    void close();
    /// Closes the case, moves its folder, and opens it there; or where it was, with failed().
    void moveTo(const QString& folder, const QString& actor);
    /// Closes the case and deletes its folder; failed() when it cannot be deleted.
    void discard();

    [[nodiscard]] bool isOpen() const { return !m_opened.folder.isEmpty(); }
    [[nodiscard]] bool isWritable() const { return isOpen() && m_opened.readOnlyReason.isEmpty(); }
    [[nodiscard]] const OpenedCase& openedCase() const { return m_opened; }

    void takeIn(const QStringList& files, Keeping keeping);
    void cancelIntake();
    /// Keeps a result, or the reason why there is none.
    void record(std::int64_t exhibit,
                const Result<std::shared_ptr<const examination::Examination>>& outcome);
    /// The callback gets them in order, null where there is none, in the window's thread.
    using Examinations = std::vector<std::shared_ptr<const examination::Examination>>;
    void readExaminations(const std::vector<std::int64_t>& exhibits,
                          std::function<void(const Examinations&)> done);

    void apply(const std::string& name, const std::vector<MarkChange>& wanted);
    void undo();
    void redo();
    void recordView(std::int64_t exhibit);
    void recordAction(const std::string& action, const std::map<std::string, std::string>& details);
    /// See annotation_exchange.h. Ends in annotationsExported or failed.
    void exportAnnotations(AnnotationFormat format, const QString& target);
    /// Ends in annotationsImported, after the changes that it made, or failed.
    void importAnnotations(const QString& file);
    /// How clues are worded on screen; to be said before a case is opened.
    void setClueWording(ClueWording wording) { m_wording = std::move(wording); }
    /// Ends in found. A later search takes the place of one that has not begun.
    void search(const QString& query);
    /// Looks in a folder, and in those below it, for evidence that is no longer where it was.
    void locate(const QString& folder);
    /// Keeps how the window looks, in the case; nothing when it cannot be written.
    void saveDesk(const QByteArray& desk);

  Q_SIGNALS:
    void opened(const core::cases::OpenedCase& opened);
    void openFailed(const QString& message);
    void entriesRead(const std::vector<core::cases::CaseEntry>& entries); ///< also new exhibits
    void entriesComplete();
    void factsRead(const std::vector<core::cases::ExhibitFacts>& facts); ///< all, then changes
    void found(const QString& query, const std::vector<std::int64_t>& exhibits); ///< ascending
    void indexComplete(); ///< what was found before may be out of date
    void entryChanged(const core::cases::CaseEntry& entry); ///< its place, its marks
    void intakeProgressed(const core::cases::IntakeProgress& progress);
    void intakeFinished(const core::cases::IntakeProgress& progress, const QStringList& problems);
    /// After a gesture, an undo or a redo; the entries it changed came before.
    void marked(const core::cases::Gesture& gesture);
    void historyChanged(const core::cases::History& history);
    void located(int found, int missing);
    void annotationsExported(int pictures, int annotations);
    void annotationsImported(int annotations, int leftOut);
    void failed(const QString& message); ///< a wish that could not be carried out

  private:
    struct Desk; ///< what the thread owns

    void start(const QString& folder, const QString& actor, bool isNew);
    void post(std::function<void(Desk&)> work);
    void tell(std::uint64_t generation, std::function<void()> news);
    void readAll(Desk& desk);
    void intakeStep(Desk& desk);
    void deliverIntake(Desk& desk);
    void tellFacts(Desk& desk, const std::vector<ExhibitFacts>& facts);
    void startIndexing(Desk& desk);
    void indexStep(Desk& desk);
    void mark(Desk& desk, const Result<Gesture>& gesture);
    void report(Desk& desk, const Error& error);

    OpenedCase m_opened;
    std::uint64_t m_generation = 0; ///< tells signals of an earlier case from those of this one
    std::stop_source m_intakeStop;
    std::atomic<std::uint64_t> m_search = 0; ///< number of the latest
    ClueWording m_wording;
    std::unique_ptr<Desk> m_desk; ///< touched by the thread only
    QObject* m_context = nullptr; ///< lives in the thread
    QThread m_thread;
};

} // namespace core::cases

Q_DECLARE_METATYPE(core::cases::OpenedCase)
Q_DECLARE_METATYPE(core::cases::IntakeProgress)
