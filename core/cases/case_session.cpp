// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_session.h"

#include "core/base/output_file.h"
#include "core/cases/case_move.h"
#include "core/cases/moved_evidence.h"
#include "core/cases/sqlite_case_store.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <deque>
#include <utility>

namespace core::cases {

namespace {

constexpr qint64 kDeliverMs = 150;
/// A hundred thousand unreadable files are one problem, not as many lines.
constexpr qsizetype kMostProblems = 200;
constexpr std::size_t kFactsAtOnce = 4000;

std::filesystem::path pathFrom(const QString& name) {
    return QFile::encodeName(name).toStdString();
}

QString said(const std::string& words) {
    return QString::fromStdString(words);
}

QString deskFile(const CaseStore& store) {
    return QFile::decodeName(QByteArray::fromStdString((store.folder() / "desk.json").string()));
}

QByteArray readDesk(const CaseStore& store) {
    constexpr qint64 kLongest = 1 << 20;
    QFile file(deskFile(store));
    return file.open(QIODevice::ReadOnly) ? file.read(kLongest) : QByteArray();
}

} // namespace

struct CaseSession::Desk {
    struct Arrival {
        QString file;
        Keeping keeping = Keeping::Referenced;
    };

    std::uint64_t generation = 0;
    std::unique_ptr<CaseStore> store;
    std::string lastProblem;
    // The intake under way.
    std::deque<Arrival> arrivals;
    std::stop_token stop;
    IntakeProgress progress;
    std::vector<CaseEntry> taken; ///< not delivered yet
    QStringList problems;
    QElapsedTimer sinceDelivery;
    bool isIndexing = false;
};

CaseSession::CaseSession(QObject* parent)
    : QObject(parent), m_desk(std::make_unique<Desk>()), m_context(new QObject) {
    m_thread.setObjectName("case");
    m_context->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
}

CaseSession::~CaseSession() {
    close();
    post([this](Desk&) { m_thread.quit(); });
    m_thread.wait();
}

void CaseSession::post(std::function<void(Desk&)> work) {
    QMetaObject::invokeMethod(
        m_context, [this, work = std::move(work)] { work(*m_desk); }, Qt::QueuedConnection);
}

void CaseSession::tell(std::uint64_t generation, std::function<void()> news) {
    QMetaObject::invokeMethod(
        this,
        [this, generation, news = std::move(news)] {
            if (generation == m_generation)
                news();
        },
        Qt::QueuedConnection);
}

void CaseSession::report(Desk& desk, const Error& error) {
    // A full disk fails every wish; it is said once, until something works again.
    if (std::exchange(desk.lastProblem, error.message) != error.message)
        tell(desk.generation, [this, text = said(error.message)] { Q_EMIT failed(text); });
}

void CaseSession::open(const QString& folder, const QString& actor) {
    start(folder, actor, false);
}

void CaseSession::create(const QString& folder, const QString& actor) {
    start(folder, actor, true);
}

void CaseSession::start(const QString& folder, const QString& actor, bool isNew) {
    close();
    post([this, folder, actor, isNew, generation = m_generation, wording = m_wording](Desk& desk) {
        desk.generation = generation;
        auto store = isNew ? createCase(pathFrom(folder), actor.toStdString())
                           : openCase(pathFrom(folder), actor.toStdString());
        if (!store) {
            tell(generation,
                 [this, text = said(store.error().message)] { Q_EMIT openFailed(text); });
            return;
        }
        desk.store = std::move(*store);
        desk.store->setClueWording(wording);
        OpenedCase opened;
        opened.folder = QFile::decodeName(QByteArray::fromStdString(desk.store->folder().string()));
        opened.name = QFileInfo(opened.folder).completeBaseName();
        opened.readOnlyReason = said(desk.store->readOnlyReason());
        opened.desk = readDesk(*desk.store);
        tell(generation, [this, opened] {
            m_opened = opened;
            Q_EMIT this->opened(opened);
        });
        readAll(desk);
    });
}

void CaseSession::readAll(Desk& desk) {
    const auto read = desk.store->entries([&](std::vector<CaseEntry> page) {
        tell(desk.generation, [this, page = std::make_shared<const std::vector<CaseEntry>>(
                                         std::move(page))] { Q_EMIT entriesRead(*page); });
        return true;
    });
    if (!read)
        report(desk, read.error());
    const auto history = desk.store->history();
    tellFacts(desk, desk.store->facts().value_or(std::vector<ExhibitFacts>()));
    tell(desk.generation, [this, history = history.value_or(History())] {
        Q_EMIT historyChanged(history);
        Q_EMIT entriesComplete();
    });
    startIndexing(desk);
}

/// In pages, so that the receiver's thread can do other things between them.
void CaseSession::tellFacts(Desk& desk, const std::vector<ExhibitFacts>& facts) {
    for (std::size_t first = 0; first < facts.size(); first += kFactsAtOnce) {
        const auto begin = facts.begin() + static_cast<std::ptrdiff_t>(first);
        const auto count = std::min(kFactsAtOnce, facts.size() - first);
        tell(desk.generation, [this, page = std::vector<ExhibitFacts>(
                                         begin, begin + static_cast<std::ptrdiff_t>(count))] {
            Q_EMIT factsRead(page);
        });
    }
}

void CaseSession::startIndexing(Desk& desk) {
    if (std::exchange(desk.isIndexing, true))
        return;
    post([this](Desk& next) { indexStep(next); });
}

/// One short step at a time: what the user wants comes in between.
void CaseSession::indexStep(Desk& desk) {
    desk.isIndexing = false;
    if (!desk.store)
        return;
    auto step = desk.store->updateIndex();
    if (!step)
        return; // the next change tries again; a full disk has been reported by what needs it
    const bool isComplete = step->isComplete;
    if (!step->changed.empty())
        tell(desk.generation, [this, changed = std::move(step->changed), isComplete] {
            Q_EMIT factsRead(changed);
            if (isComplete)
                Q_EMIT indexComplete();
        });
    if (!isComplete)
        startIndexing(desk);
}

void CaseSession::search(const QString& query) {
    post([this, query, number = ++m_search](Desk& desk) {
        if (!desk.store || number != m_search)
            return;
        auto exhibits = desk.store->search(query.toStdString());
        if (!exhibits) {
            report(desk, exhibits.error());
            return;
        }
        tell(desk.generation,
             [this, query, exhibits = std::move(*exhibits)] { Q_EMIT found(query, exhibits); });
    });
}

void CaseSession::close() {
    m_intakeStop.request_stop();
    ++m_generation;
    m_opened = {};
    post([](Desk& desk) { desk = Desk(); });
}

void CaseSession::moveTo(const QString& folder, const QString& actor) {
    const QString from = m_opened.folder;
    close();
    post([this, from, folder, actor](Desk&) {
        const auto moved = moveCaseFolder(pathFrom(from), pathFrom(folder));
        const QString place = moved ? folder : from;
        const QString problem = moved ? QString() : said(moved.error().message);
        QMetaObject::invokeMethod(
            this,
            [this, place, actor, problem] {
                if (!problem.isEmpty())
                    Q_EMIT failed(problem);
                open(place, actor);
            },
            Qt::QueuedConnection);
    });
}

void CaseSession::discard() {
    const QString folder = m_opened.folder;
    close();
    post([this, folder](Desk&) {
        if (const auto deleted = deleteCaseFolder(pathFrom(folder)); !deleted)
            QMetaObject::invokeMethod(
                this, [this, text = said(deleted.error().message)] { Q_EMIT failed(text); },
                Qt::QueuedConnection);
    });
}

void CaseSession::takeIn(const QStringList& files, Keeping keeping) {
    if (m_intakeStop.stop_requested())
        m_intakeStop = {};
    post([this, files, keeping, stop = m_intakeStop.get_token()](Desk& desk) {
        if (!desk.store)
            return;
        const bool isRunning = !desk.arrivals.empty();
        if (!isRunning) {
            desk.progress = {};
            desk.problems.clear();
            desk.sinceDelivery.start();
        }
        desk.stop = stop;
        for (const QString& file : files)
            desk.arrivals.push_back({file, keeping});
        desk.progress.total += static_cast<int>(files.size());
        if (!isRunning)
            intakeStep(desk);
    });
}

void CaseSession::cancelIntake() {
    m_intakeStop.request_stop();
}

void CaseSession::intakeStep(Desk& desk) {
    if (!desk.store)
        return;
    if (desk.stop.stop_requested())
        desk.arrivals.clear();
    if (!desk.arrivals.empty()) {
        const Desk::Arrival arrival = std::move(desk.arrivals.front());
        desk.arrivals.pop_front();
        desk.progress.file = arrival.file;
        ++desk.progress.done;
        const auto intake = desk.store->takeIn(pathFrom(arrival.file), arrival.keeping, desk.stop);
        if (!intake && intake.error().code != ErrorCode::Cancelled) {
            if (desk.problems.size() < kMostProblems)
                desk.problems << said(intake.error().message);
            // A full disk will not take in the next file either.
            if (intake.error().code == ErrorCode::WriteFailed) {
                desk.problems << said("Not in the case: ") + arrival.file;
                for (const Desk::Arrival& left : desk.arrivals)
                    if (desk.problems.size() < kMostProblems)
                        desk.problems << said("Not in the case: ") + left.file;
                desk.arrivals.clear();
            }
        } else if (intake && intake->result == IntakeResult::KnownAlready) {
            ++desk.progress.known;
        } else if (intake) {
            if (auto entry = desk.store->entry(intake->exhibit.number))
                desk.taken.push_back(std::move(*entry));
        }
    }
    if (desk.arrivals.empty() || desk.sinceDelivery.elapsed() >= kDeliverMs)
        deliverIntake(desk);
    if (!desk.arrivals.empty())
        post([this](Desk& next) { intakeStep(next); });
}

void CaseSession::deliverIntake(Desk& desk) {
    desk.sinceDelivery.start();
    const bool isLast = desk.arrivals.empty();
    if (isLast)
        startIndexing(desk);
    tell(desk.generation, [this, taken = std::exchange(desk.taken, {}), progress = desk.progress,
                           isLast, problems = isLast ? desk.problems : QStringList()] {
        if (!taken.empty())
            Q_EMIT entriesRead(taken);
        Q_EMIT intakeProgressed(progress);
        if (isLast)
            Q_EMIT intakeFinished(progress, problems);
    });
}

void CaseSession::record(std::int64_t exhibit,
                         const Result<std::shared_ptr<const examination::Examination>>& outcome) {
    post([this, exhibit, outcome](Desk& desk) {
        if (!desk.store)
            return;
        Result<void> recorded;
        if (outcome) {
            examination::Examination examination = **outcome;
            // The record names the file as it was received, wherever its bytes are kept.
            if (const auto entry = desk.store->entry(exhibit))
                examination.source.path = entry->receivedPath;
            recorded = desk.store->recordExamination(exhibit, examination);
        } else if (outcome.error().code != ErrorCode::Cancelled) {
            recorded = desk.store->recordFailure(exhibit, outcome.error());
        }
        if (!recorded)
            report(desk, recorded.error());
        else
            desk.lastProblem.clear();
        startIndexing(desk);
    });
}

void CaseSession::readExaminations(const std::vector<std::int64_t>& exhibits,
                                   std::function<void(const Examinations&)> done) {
    post([this, exhibits, done = std::move(done)](Desk& desk) {
        if (!desk.store)
            return;
        Examinations examinations;
        for (const std::int64_t exhibit : exhibits) {
            auto read = desk.store->examinationOf(exhibit);
            examinations.push_back(
                read ? std::make_shared<const examination::Examination>(std::move(*read))
                     : nullptr);
        }
        tell(desk.generation, [done, examinations] { done(examinations); });
    });
}

void CaseSession::mark(Desk& desk, const Result<Gesture>& gesture) {
    if (!gesture) {
        report(desk, gesture.error());
        return;
    }
    desk.lastProblem.clear();
    startIndexing(desk);
    std::vector<CaseEntry> changed;
    for (const MarkChange& change : gesture->changes) {
        if (!changed.empty() && changed.back().number == change.exhibit)
            continue;
        if (auto entry = desk.store->entry(change.exhibit))
            changed.push_back(std::move(*entry));
    }
    const auto history = desk.store->history();
    tell(desk.generation, [this, gesture = *gesture, changed = std::move(changed),
                           history = history.value_or(History())] {
        for (const CaseEntry& entry : changed)
            Q_EMIT entryChanged(entry);
        Q_EMIT historyChanged(history);
        Q_EMIT marked(gesture);
    });
}

void CaseSession::apply(const std::string& name, const std::vector<MarkChange>& wanted) {
    post([this, name, wanted](Desk& desk) {
        if (desk.store)
            mark(desk, desk.store->apply(name, wanted));
    });
}

void CaseSession::undo() {
    post([this](Desk& desk) {
        if (desk.store)
            mark(desk, desk.store->undo());
    });
}

void CaseSession::redo() {
    post([this](Desk& desk) {
        if (desk.store)
            mark(desk, desk.store->redo());
    });
}

void CaseSession::recordView(std::int64_t exhibit) {
    post([this, exhibit](Desk& desk) {
        if (!desk.store || !desk.store->readOnlyReason().empty())
            return;
        if (const auto recorded = desk.store->recordView(exhibit); !recorded)
            report(desk, recorded.error());
    });
}

void CaseSession::recordAction(const std::string& action,
                               const std::map<std::string, std::string>& details) {
    post([this, action, details](Desk& desk) {
        if (!desk.store || !desk.store->readOnlyReason().empty())
            return;
        if (const auto recorded = desk.store->recordAction(action, details); !recorded)
            report(desk, recorded.error());
    });
}

void CaseSession::locate(const QString& folder) {
    post([this, folder](Desk& desk) {
        if (!desk.store)
            return;
        const auto found = locateMoved(*desk.store, pathFrom(folder), {});
        if (!found) {
            report(desk, found.error());
            return;
        }
        for (const std::int64_t exhibit : found->found) {
            if (auto entry = desk.store->entry(exhibit))
                tell(desk.generation, [this, entry = *entry] { Q_EMIT entryChanged(entry); });
        }
        tell(desk.generation, [this, count = static_cast<int>(found->found.size()),
                               missing = static_cast<int>(found->missing.size())] {
            Q_EMIT located(count, missing);
        });
    });
}

void CaseSession::exportAnnotations(AnnotationFormat format, const QString& target) {
    post([this, format, target](Desk& desk) {
        if (!desk.store)
            return;
        const auto exported = cases::exportAnnotations(*desk.store, format, pathFrom(target));
        if (!exported)
            report(desk, exported.error());
        else
            tell(desk.generation, [this, exported = *exported] {
                Q_EMIT annotationsExported(exported.pictures, exported.annotations);
            });
    });
}

void CaseSession::importAnnotations(const QString& file) {
    post([this, file](Desk& desk) {
        if (!desk.store)
            return;
        const auto imported = cases::importAnnotations(*desk.store, pathFrom(file));
        if (!imported) {
            report(desk, imported.error());
            return;
        }
        if (imported->gesture.number > 0)
            mark(desk, imported->gesture);
        tell(desk.generation, [this, count = imported->annotations, leftOut = imported->leftOut] {
            Q_EMIT annotationsImported(count, leftOut);
        });
    });
}

void CaseSession::saveDesk(const QByteArray& desk) {
    post([desk](Desk& mine) {
        if (!mine.store || !mine.store->readOnlyReason().empty())
            return;
        // Comfort, not evidence: where it cannot be written the next start looks as usual.
        static_cast<void>(writeOutput(mine.store->folder() / "desk.json", output_kind::kOwnJson,
                                      {desk.constData(), static_cast<std::size_t>(desk.size())}, {},
                                      OutputPlace::OwnCase));
    });
}

} // namespace core::cases
