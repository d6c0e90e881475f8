// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/case_desk.h"

#include "core/report/translated_words.h"
#include "core/workspace/workspace.h"
#include "ui/files/folder_chooser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QWidget>

#include <utility>

namespace ui::cases {

using core::cases::CaseEntry;
using core::cases::CaseSession;
using core::cases::ExhibitState;
using core::cases::OpenedCase;
using core::inference::AnalysisOutcome;
using core::workspace::Picture;
using core::workspace::PictureId;

namespace {

constexpr qsizetype kShownProblems = 5;

} // namespace

CaseDesk::CaseDesk(core::workspace::Workspace* workspace, QWidget* window)
    : QObject(window), m_workspace(workspace), m_pictures(workspace->pictures()), m_window(window) {
    m_session = new CaseSession(this);
    m_session->setClueWording([](const core::examination::Clue& clue) {
        return core::report::clueText(clue).toStdString();
    });
    m_watch = new FolderWatch(this);
    // What comes by itself does not push aside the picture on screen.
    connect(m_watch, &FolderWatch::arrived, this,
            [this](const QStringList& files) { m_session->takeIn(files, m_keeping); });
    connect(m_watch, &FolderWatch::failed, this, &CaseDesk::message);
    connect(m_watch, &FolderWatch::noticed, this, &CaseDesk::message);
    connectSession();
}

void CaseDesk::connectSession() {
    connect(m_session, &CaseSession::opened, this, &CaseDesk::use);
    connect(m_session, &CaseSession::openFailed, this, [this](const QString& reason) {
        m_arriving.clear();
        m_carried.clear();
        Q_EMIT notOpened();
        Q_EMIT message(reason);
    });
    connect(m_session, &CaseSession::entriesRead, this, &CaseDesk::add);
    connect(m_session, &CaseSession::entriesComplete, this, [this] {
        m_isLoaded = true;
        Q_EMIT loaded();
        if (!m_arriving.isEmpty())
            takeIn(std::exchange(m_arriving, {}));
    });
    connect(m_session, &CaseSession::entryChanged, this, &CaseDesk::change);
    connect(m_session, &CaseSession::factsRead, this, &CaseDesk::takeFacts);
    connect(m_session, &CaseSession::found, this,
            [this](const QString& query, const std::vector<std::int64_t>& exhibits) {
                Q_EMIT found(query, rowsOf(exhibits));
            });
    connect(m_session, &CaseSession::indexComplete, this, &CaseDesk::indexComplete);
    connect(m_session, &CaseSession::failed, this, &CaseDesk::message);
    connect(m_session, &CaseSession::intakeProgressed, this,
            [this](const core::cases::IntakeProgress& progress) {
                Q_EMIT busyTextChanged(tr("Taking in %1 of %2: %3")
                                           .arg(progress.done)
                                           .arg(progress.total)
                                           .arg(QFileInfo(progress.file).fileName()));
            });
    connect(m_session, &CaseSession::intakeFinished, this, &CaseDesk::reportIntake);
    connect(m_session, &CaseSession::located, this, [this](int found, int missing) {
        Q_EMIT message(tr("%n picture(s) were found again and have the bytes of their intake.",
                          nullptr, found) +
                       QLatin1Char(' ') + tr("%n picture(s) are still missing.", nullptr, missing));
    });
}

bool CaseDesk::isCase(const QString& path) {
    return path.endsWith(QLatin1String(".clueglass")) ||
           path.endsWith(QLatin1String(".clueglass/"));
}

std::int64_t CaseDesk::exhibitOf(int row) const {
    return m_pictures->at(row).exhibit;
}

int CaseDesk::rowOf(std::int64_t exhibit) const {
    return m_pictures->indexOfExhibit(exhibit);
}

std::vector<int> CaseDesk::rowsOf(const std::vector<std::int64_t>& exhibits) const {
    std::vector<int> rows;
    for (const std::int64_t exhibit : exhibits)
        if (const int row = rowOf(exhibit); row >= 0)
            rows.push_back(row);
    return rows;
}

void CaseDesk::takeFacts(const std::vector<core::cases::ExhibitFacts>& facts) {
    std::vector<std::pair<int, core::cases::ExhibitFacts>> known;
    for (const auto& one : facts)
        if (const int row = rowOf(one.exhibit); row >= 0)
            known.emplace_back(row, one);
    Q_EMIT factsRead(known);
}

QString CaseDesk::actor() const {
    const QString person = m_examiner.trimmed().isEmpty()
                               ? qEnvironmentVariable("USER", tr("unnamed examiner"))
                               : m_examiner.trimmed();
    return QStringLiteral("%1 (clueglass %2)").arg(person, QCoreApplication::applicationVersion());
}

void CaseDesk::askForNew(const QString& place) {
    const int loose = isOpen() ? 0 : m_pictures->count();
    auto* dialog = new NewCaseDialog(place.isEmpty() ? QDir::homePath() : place, loose, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { make(dialog->newCase()); });
    dialog->open();
}

void CaseDesk::askForExisting(const QString& place) {
    files::chooseFolder(m_window, tr("Open a case folder"), place,
                        [this](const QString& folder) { open(folder); });
}

void CaseDesk::askWhereMoved(const QString& place) {
    files::chooseFolder(m_window, tr("Folder in which the missing pictures are now"), place,
                        [this](const QString& folder) { m_session->locate(folder); });
}

void CaseDesk::make(const NewCase& wanted) {
    m_keeping = wanted.keeping;
    m_arriving.clear();
    m_carried.clear();
    if (wanted.takesOpenPictures && !isOpen()) {
        for (int row = 0; row < m_pictures->count(); ++row) {
            const Picture& picture = m_pictures->at(row);
            m_arriving << picture.path;
            if (picture.examination)
                m_carried.insert(picture.path, picture.examination);
        }
    }
    m_session->create(wanted.folder, actor());
}

void CaseDesk::open(const QString& folder) {
    m_arriving.clear();
    m_carried.clear();
    m_session->open(QDir(folder).absolutePath(), actor());
}

void CaseDesk::close() {
    if (!isOpen())
        return;
    m_watch->stop(); // the case says by itself that it goes on when it is opened again
    Q_EMIT watchedFolderChanged({});
    m_session->close();
    m_workspace->clear();
    Q_EMIT busyTextChanged({});
    Q_EMIT closed();
}

void CaseDesk::moveTo(const QString& folder) {
    m_watch->stop();
    m_session->moveTo(QDir(folder).absolutePath(), actor());
}

void CaseDesk::discard() {
    if (!isOpen())
        return;
    m_watch->stop();
    Q_EMIT watchedFolderChanged({});
    m_session->discard();
    m_workspace->clear();
    Q_EMIT busyTextChanged({});
    Q_EMIT closed();
}

void CaseDesk::use(const OpenedCase& opened) {
    m_isLoaded = false;
    m_awaitsFirst = false;
    m_watch->stop();
    m_seen.clear();
    m_workspace->clear();
    Q_EMIT busyTextChanged({});
    Q_EMIT this->opened(opened);
    if (!opened.readOnlyReason.isEmpty())
        Q_EMIT message(opened.readOnlyReason);
}

void CaseDesk::add(const std::vector<CaseEntry>& entries) {
    const int first = m_pictures->count();
    m_pictures->addEntries(entries);
    std::vector<PictureId> pending;
    std::vector<AnalysisOutcome> known;
    for (const CaseEntry& entry : entries) {
        if (entry.state != ExhibitState::Pending || entry.duplicateOf != 0 ||
            !m_session->isWritable())
            continue;
        const Picture& picture = m_pictures->at(rowOf(entry.number));
        if (auto carried = m_carried.take(picture.path))
            known.push_back({picture.id, picture.path, std::move(carried)});
        else
            pending.push_back(picture.id);
    }
    for (const AnalysisOutcome& outcome : known) {
        record(outcome);
        m_pictures->setOutcome(outcome);
    }
    Q_EMIT rowsAdded(); // before the jobs, so that the picture on screen can go first
    m_workspace->examine(pending);
    if (m_isLoaded && m_awaitsFirst && m_pictures->count() > first) {
        m_awaitsFirst = false;
        Q_EMIT arrived(first);
    }
}

void CaseDesk::change(const CaseEntry& entry) {
    const int row = rowOf(entry.number);
    const QString before = row >= 0 ? m_pictures->at(row).file() : QString();
    m_pictures->addEntries({entry});
    if (row >= 0 && m_pictures->at(row).file() != before)
        Q_EMIT rowChanged(row); // found again: it can be shown
}

void CaseDesk::takeIn(const QStringList& files) {
    if (!m_session->isWritable()) {
        Q_EMIT message(m_session->openedCase().readOnlyReason);
        return;
    }
    m_awaitsFirst = true;
    m_session->takeIn(files, m_keeping);
}

void CaseDesk::askWhatToWatch(const QString& place) {
    files::chooseFolder(m_window, tr("Folder whose new pictures come into the case"), place,
                        [this](const QString& folder) { watch(folder); });
}

void CaseDesk::watch(const QString& folder) {
    const QString before = m_watch->folder();
    if (folder == before)
        return;
    m_watch->stop();
    if (!before.isEmpty() && m_session->isWritable())
        m_session->recordAction("watch", {{"folder", before.toStdString()}, {"state", "ended"}});
    if (!folder.isEmpty() && m_session->isWritable()) {
        std::map<std::string, std::uintmax_t> known;
        for (int row = 0; row < m_pictures->count(); ++row)
            known[m_pictures->at(row).path.toStdString()] = 0; // taken as it is at the first look
        m_session->recordAction("watch", {{"folder", folder.toStdString()}, {"state", "begun"}});
        m_watch->start(folder, std::move(known), m_workspace->queue()->limits());
    }
    Q_EMIT watchedFolderChanged(m_watch->folder());
}

void CaseDesk::reportIntake(const core::cases::IntakeProgress& progress,
                            const QStringList& problems) {
    Q_EMIT busyTextChanged({});
    if (!problems.isEmpty()) {
        QString text = QStringList(problems.mid(0, kShownProblems)).join('\n');
        if (problems.size() > kShownProblems)
            text += '\n' + tr("%n more file(s) could not be taken in.", nullptr,
                              static_cast<int>(problems.size() - kShownProblems));
        Q_EMIT message(text);
    } else if (progress.known == progress.total && progress.total > 0) {
        Q_EMIT message(tr("All of these pictures are in the case already."));
    }
}

void CaseDesk::record(const AnalysisOutcome& outcome) {
    const Picture* picture = m_pictures->find(outcome.id);
    // A file that is gone takes nothing from the result that there is.
    if (!outcome.examination && picture != nullptr && picture->examination)
        return;
    if (isOpen() && picture != nullptr)
        m_session->record(picture->exhibit, outcome.examination);
}

void CaseDesk::show(int row) {
    if (!isOpen() || row < 0)
        return;
    const Picture& picture = m_pictures->at(row);
    const std::int64_t exhibit = picture.exhibit;
    if (!m_seen.contains(exhibit)) {
        m_seen.insert(exhibit);
        m_session->recordView(exhibit);
    }
    if (picture.examination || picture.state != core::inference::JobState::Done)
        return;
    m_session->readExaminations({exhibit}, [this, exhibit](const auto& examinations) {
        const int now = rowOf(exhibit);
        if (now < 0 || !examinations.front())
            return;
        m_pictures->setExamination(now, examinations.front());
        Q_EMIT rowChanged(now);
    });
}

void CaseDesk::gather(const std::vector<int>& rows,
                      std::function<void(const CaseSession::Examinations&)> done) {
    CaseSession::Examinations here;
    std::vector<std::int64_t> exhibits;
    bool isComplete = true;
    for (const int row : rows) {
        here.push_back(m_pictures->at(row).examination);
        exhibits.push_back(exhibitOf(row));
        isComplete = isComplete && here.back();
    }
    if (!isOpen() || isComplete) {
        done(here);
        return;
    }
    m_session->readExaminations(exhibits, [here, done = std::move(done)](auto read) {
        // Those in memory still have their heat maps.
        for (std::size_t i = 0; i < read.size(); ++i)
            read[i] = here[i] ? here[i] : read[i];
        done(read);
    });
}

void fillRecentCases(QMenu* menu, const std::function<QStringList()>& cases,
                     const std::function<void(const QString&)>& chosen) {
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, cases, chosen] {
        menu->clear();
        for (const QString& folder : cases())
            menu->addAction(QDir::toNativeSeparators(folder), menu,
                            [folder, chosen] { chosen(folder); });
        if (menu->isEmpty())
            menu->addAction(CaseDesk::tr("No case was open before"))->setEnabled(false);
    });
}

} // namespace ui::cases
