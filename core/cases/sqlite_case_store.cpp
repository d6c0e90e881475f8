// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/sqlite_case_store.h"

#include "core/base/digest.h"
#include "core/base/readable_bytes.h"
#include "core/cases/audit_log.h"
#include "core/cases/case_database.h"
#include "core/cases/case_entries.h"
#include "core/cases/case_folder.h"
#include "core/cases/case_index.h"
#include "core/cases/case_texts.h"
#include "core/cases/case_verification.h"
#include "core/cases/evidence_intake.h"
#include "core/cases/examination_rows.h"
#include "core/cases/exhibit_rows.h"
#include "core/cases/index_update.h"
#include "core/cases/picture_layers.h"
#include "core/cases/review_journal.h"
#include "core/cases/schema_migrations.h"
#include "core/examination/examination_json.h"

#include <QJsonObject>
#include <QUuid>

#include <unistd.h>

#include <utility>

namespace core::cases {

namespace {

namespace fs = std::filesystem;

QString said(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

/// A place as it is recorded: as seen from the case when the file lies beside it or below that, so
/// that both can be moved together; else absolute.
std::string recordedPlace(const CaseFolder& folder, const fs::path& place) {
    const fs::path within = place.lexically_relative(folder.root.parent_path());
    if (within.empty() || *within.begin() == "..")
        return place.string();
    return place.lexically_relative(folder.root).string();
}

/// A file that has the very bytes of a referenced exhibit. @return its absolute path
Result<fs::path> checkedPlace(const Exhibit& exhibit, const fs::path& file,
                              const std::stop_token& stop) {
    const std::string name = "Exhibit " + std::to_string(exhibit.number);
    if (!exhibit.storedName.empty())
        return fail(ErrorCode::InvalidArgument, name + " is kept in the case; it cannot move.");
    std::error_code error;
    fs::path place = fs::absolute(file, error).lexically_normal();
    const auto facts = readFacts(place, stop);
    if (!facts)
        return tl::unexpected(facts.error());
    if (facts->sha256 != exhibit.sha256)
        return fail(ErrorCode::InvalidArgument,
                    name + " has other bytes than " + place.string() + "; nothing was changed.");
    return place;
}

class SqliteCaseStore : public CaseStore {
  public:
    SqliteCaseStore(CaseFolder folder, const std::string& actor)
        : m_folder(std::move(folder)), m_actor(said(actor)) {}

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> recordCreation();

    fs::path folder() const override { return m_folder.root; }
    std::string readOnlyReason() const override { return m_readOnlyReason; }
    Result<Intake> takeIn(const fs::path& file, Keeping keeping, std::stop_token stop) override;
    fs::path evidencePath(const Exhibit& exhibit) const override {
        return evidenceFile(m_folder, exhibit);
    }
    Result<void> recordExamination(std::int64_t exhibit,
                                   const examination::Examination& examination) override;
    Result<void> recordFailure(std::int64_t exhibit, const Error& error) override;
    Result<void> recordAction(const std::string& action,
                              const std::map<std::string, std::string>& details) override;
    Result<std::vector<Exhibit>> exhibits() const override { return readExhibits(m_database); }
    Result<examination::Examination> examinationOf(std::int64_t exhibit) const override;
    Result<void> entries(const std::function<bool(std::vector<CaseEntry>)>& page) const override {
        return readEntries(m_database, m_folder, m_actor, page);
    }
    Result<CaseEntry> entry(std::int64_t exhibit) const override {
        return readEntry(m_database, m_folder, m_actor, exhibit);
    }
    void setClueWording(ClueWording wording) override { m_wording = std::move(wording); }
    Result<IndexStep> updateIndex() override {
        return cases::updateIndex(m_database, m_folder, m_index, m_wording);
    }
    Result<std::vector<ExhibitFacts>> facts() const override { return m_index.facts(); }
    Result<std::vector<std::int64_t>> search(const std::string& query) const override {
        return searchCase(m_database, m_index, query);
    }
    Result<Gesture> apply(const std::string& name, const std::vector<MarkChange>& wanted) override {
        return inTransaction([&] { return applyGesture(m_database, m_actor, name, wanted); });
    }
    Result<Gesture> undo() override {
        return inTransaction([&] { return undoGesture(m_database, m_actor); });
    }
    Result<Gesture> redo() override {
        return inTransaction([&] { return redoGesture(m_database, m_actor); });
    }
    Result<History> history() const override { return readHistory(m_database); }
    Result<void> recordView(std::int64_t exhibit) override {
        return inTransaction([&] { return cases::recordView(m_database, m_actor, exhibit); });
    }
    Result<void> relocate(std::int64_t exhibit, const fs::path& file,
                          std::stop_token stop) override;
    Result<std::vector<AuditRow>> auditLog() const override { return readAuditLog(m_database); }
    Result<Verification> verify(const ProgressCallback& progress, std::stop_token stop,
                                const std::string& notedHead) override;
    Result<std::string> logHead() const override { return readLogHead(m_database); }

  private:
    Result<void> openForReading();
    Result<void> openForWriting();
    Result<void> refreshTexts();
    Result<void> checkWritable() const {
        if (m_readOnlyReason.empty())
            return {};
        return fail(ErrorCode::WriteFailed, m_readOnlyReason);
    }
    Result<Exhibit> existing(std::int64_t number) const;
    /// Fills in the copy's name.
    Result<void> keepCopy(const fs::path& received, Exhibit& exhibit,
                          const std::stop_token& stop) const;
    Result<Intake> record(Exhibit exhibit);
    /// Runs changes that write their own audit row as one transaction.
    template <typename Change> auto inTransaction(Change&& apply) -> decltype(apply()) {
        if (auto writable = checkWritable(); !writable)
            return tl::unexpected(writable.error());
        Transaction transaction(m_database);
        if (auto begun = transaction.begin(); !begun)
            return tl::unexpected(begun.error());
        auto applied = apply();
        if (!applied)
            return applied;
        if (auto committed = transaction.commit(); !committed)
            return tl::unexpected(committed.error());
        return applied;
    }

    /// Runs changes and their audit row as one transaction.
    template <typename Change>
    Result<void> change(const QString& action, const QJsonObject& details, Change&& apply) {
        return inTransaction([&]() -> Result<void> {
            if (Result<void> applied = apply(); !applied)
                return applied;
            return appendAuditRow(m_database, m_actor, action, details);
        });
    }

    CaseFolder m_folder;
    QString m_actor;
    std::string m_readOnlyReason;
    CaseLock m_lock; ///< given up after the database is closed
    CaseDatabase m_database;
    CaseIndex m_index;
    ClueWording m_wording;
};

Result<void> SqliteCaseStore::open() {
    auto [lock, reason] = lockCase(m_folder);
    m_lock = std::move(lock);
    m_readOnlyReason = std::move(reason);
    auto opened = m_lock.isHeld() ? openForWriting() : openForReading();
    if (!opened)
        return opened;
    m_folder.madeAt = placeOfMaking(m_database);
    m_index.open(m_folder, m_lock.isHeld());
    return opened;
}

Result<void> SqliteCaseStore::openForReading() {
    // Write-ahead logging needs side files even for readers. Where nobody can make them, nobody
    // writes either, and the database can be read as it lies there.
    std::error_code error;
    const bool hasSideFile = fs::exists(m_folder.database().string() + "-wal", error);
    const bool isWritable = ::access(m_folder.root.c_str(), W_OK) == 0;
    const Access access = hasSideFile || isWritable ? Access::Read : Access::ReadUnchanging;
    if (auto opened = m_database.open(m_folder.database(), access); !opened)
        return opened;
    const auto version = layoutVersion(m_database);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == caseMigrations().back().version)
        return {};
    return fail(ErrorCode::UnsupportedFormat,
                "This case was made by another version of Clueglass and cannot be brought up to "
                "date while it is open for reading only: " +
                    m_readOnlyReason);
}

Result<void> SqliteCaseStore::openForWriting() {
    removeUnfinishedCopies(m_folder.originals()); // the lock is ours: nobody else copies
    if (auto opened = m_database.open(m_folder.database(), Access::Write); !opened)
        return opened;
    const auto migrated = migrate(m_database, m_folder.database(), caseMigrations());
    if (!migrated)
        return tl::unexpected(migrated.error());
    if (migrated->from == 0)
        return {};
    if (migrated->from == migrated->to)
        return refreshTexts();
    // The texts in the folder describe the new layout from now on.
    if (auto written = writeCaseTexts(m_folder); !written)
        return written;
    return change(QStringLiteral("migrate"), {{"from", migrated->from}, {"to", migrated->to}},
                  [] { return Result<void>(); });
}

/// An earlier version's verifier may check less than this one's. What was replaced is logged.
Result<void> SqliteCaseStore::refreshTexts() {
    const std::string_view script = verificationScript();
    const std::string own =
        sha256({reinterpret_cast<const std::uint8_t*>(script.data()), script.size()});
    const auto present = sha256OfFile(m_folder.root / "verify_case.py");
    if (present && *present == own)
        return {};
    if (!writeCaseTexts(m_folder))
        return {}; // said by verify(), which names the script
    return change(QStringLiteral("texts"),
                  {{"verify_case_sha256", said(own)},
                   {"replaced_sha256", said(present ? *present : std::string())}},
                  [] { return Result<void>(); });
}

Result<void> SqliteCaseStore::recordCreation() {
    return change(QStringLiteral("create"),
                  {{"name", said(m_folder.root.stem().string())},
                   {"folder", said(m_folder.root.string())},
                   {"id", QUuid::createUuid().toString(QUuid::WithoutBraces)},
                   {"layout", caseMigrations().back().version}},
                  [] { return Result<void>(); });
}

Result<Exhibit> SqliteCaseStore::existing(std::int64_t number) const {
    auto exhibit = readExhibit(m_database, number);
    if (!exhibit)
        return tl::unexpected(exhibit.error());
    if (!*exhibit)
        return fail(ErrorCode::InvalidArgument,
                    "There is no exhibit " + std::to_string(number) + " in this case.");
    return std::move(**exhibit);
}

Result<Intake> SqliteCaseStore::takeIn(const fs::path& file, Keeping keeping,
                                       std::stop_token stop) {
    if (auto writable = checkWritable(); !writable)
        return tl::unexpected(writable.error());
    std::error_code error;
    const fs::path received = fs::absolute(file, error).lexically_normal();
    Exhibit exhibit;
    exhibit.receivedPath = readableBytes(received.string());
    if (keeping == Keeping::Referenced && !isUtf8(received.string()))
        return fail(ErrorCode::FileUnreadable,
                    "The name of " + exhibit.receivedPath +
                        " is not valid UTF-8, so that a case cannot refer to it; take it in as a "
                        "copy.");
    auto facts = readFacts(received, stop);
    if (!facts)
        return tl::unexpected(facts.error());
    exhibit.sha256 = facts->sha256;
    exhibit.md5 = facts->md5;
    exhibit.bytes = facts->bytes;
    exhibit.modifiedAt = facts->modifiedAt;
    exhibit.receivedAt = timeStamp().toStdString();
    auto known = findKnown(m_database, exhibit);
    if (!known)
        return tl::unexpected(known.error());
    if (known->sameFile != 0) {
        auto same = existing(known->sameFile);
        if (!same)
            return tl::unexpected(same.error());
        // A reference may become a copy, but the record of the intake stays; so it is a new
        // exhibit.
        if (keeping == Keeping::Referenced || !same->storedName.empty())
            return Intake{std::move(*same), IntakeResult::KnownAlready};
    }
    exhibit.duplicateOf = known->firstWithBytes;
    if (keeping == Keeping::Copied) {
        if (auto kept = keepCopy(received, exhibit, stop); !kept)
            return tl::unexpected(kept.error());
    }
    return record(std::move(exhibit));
}

Result<void> SqliteCaseStore::keepCopy(const fs::path& received, Exhibit& exhibit,
                                       const std::stop_token& stop) const {
    auto copy = copyIn(received, m_folder.originals(), stop);
    if (!copy)
        return tl::unexpected(copy.error());
    if (copy->facts.sha256 != exhibit.sha256)
        return fail(ErrorCode::FileUnreadable,
                    "The file " + received.string() +
                        " changes while it is taken in; nothing was recorded.");
    exhibit.storedName = std::move(copy->name);
    return {};
}

Result<Intake> SqliteCaseStore::record(Exhibit exhibit) {
    auto last = m_database.run(QStringLiteral("SELECT COALESCE(MAX(number), 0) FROM exhibits"));
    if (!last)
        return tl::unexpected(last.error());
    exhibit.number = last->next() ? last->value(0).toLongLong() + 1 : 1;
    last->finish(); // an open read would keep the transaction below from starting
    auto recorded = change(QStringLiteral("intake"), intakeDetails(exhibit),
                           [&] { return insertExhibit(m_database, exhibit); });
    if (!recorded)
        return tl::unexpected(recorded.error());
    const bool isDuplicate = exhibit.duplicateOf != 0;
    auto stored = existing(exhibit.number);
    if (!stored)
        return tl::unexpected(stored.error());
    return Intake{std::move(*stored), isDuplicate ? IntakeResult::Duplicate : IntakeResult::New};
}

Result<void> SqliteCaseStore::recordExamination(std::int64_t number,
                                                const examination::Examination& examination) {
    auto exhibit = existing(number);
    if (!exhibit)
        return tl::unexpected(exhibit.error());
    if (exhibit->sha256 != examination.source.sha256)
        return fail(ErrorCode::InvalidArgument,
                    "The file of exhibit " + std::to_string(number) +
                        " changed between intake and examination; verify the case.");
    const QByteArray layers = packLayers(examination);
    const ExaminationRow row = examinationRow(number, examination, layers);
    auto recorded = change(QStringLiteral("analysis"), row.details,
                           [&] { return insertExamination(m_database, row); });
    if (recorded)
        m_index.keepLayers(number, lastAuditRow(m_database), layers);
    return recorded;
}

Result<void> SqliteCaseStore::recordFailure(std::int64_t number, const Error& error) {
    if (auto exhibit = existing(number); !exhibit)
        return tl::unexpected(exhibit.error());
    return change(QStringLiteral("failure"), failureDetails(number, error),
                  [&] { return insertFailure(m_database, number, error); });
}

Result<void> SqliteCaseStore::recordAction(const std::string& action,
                                           const std::map<std::string, std::string>& details) {
    QJsonObject object;
    for (const auto& [name, value] : details)
        object.insert(said(name), said(value));
    return change(said(action), object, [] { return Result<void>(); });
}

Result<void> SqliteCaseStore::relocate(std::int64_t number, const fs::path& file,
                                       std::stop_token stop) {
    auto exhibit = existing(number);
    if (!exhibit)
        return tl::unexpected(exhibit.error());
    const auto place = checkedPlace(*exhibit, file, stop);
    if (!place)
        return tl::unexpected(place.error());
    const QString path = said(recordedPlace(m_folder, *place));
    return change(QStringLiteral("relocate"), {{"exhibit", qint64{number}}, {"path", path}},
                  [&] { return insertPlace(m_database, number, path); });
}

Result<examination::Examination> SqliteCaseStore::examinationOf(std::int64_t number) const {
    auto exhibit = existing(number);
    if (!exhibit)
        return tl::unexpected(exhibit.error());
    const std::int64_t examined = exhibit->duplicateOf == 0 ? number : exhibit->duplicateOf;
    auto json = examinationJson(m_database, examined);
    if (!json)
        return tl::unexpected(json.error());
    if (json->isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    "Exhibit " + std::to_string(number) + " has not been examined.");
    auto examination = examination::examinationFromJson(json->toStdString());
    if (examination)
        addLayers(m_database, m_index.layersOf(examined), *json, *examination);
    return examination;
}

Result<Verification> SqliteCaseStore::verify(const ProgressCallback& progress, std::stop_token stop,
                                             const std::string& notedHead) {
    auto verification = verifyCase(m_database, m_folder, notedHead, progress, stop);
    if (!verification || !m_readOnlyReason.empty())
        return verification;
    // A damaged database or a broken log is left as it is: it is evidence now.
    for (const VerificationFinding& finding : verification->findings) {
        if (finding.kind == VerificationFinding::Kind::Database ||
            finding.kind == VerificationFinding::Kind::AuditRow)
            return verification;
    }
    const QJsonObject details = {
        {"audit_rows", static_cast<qint64>(verification->auditRows)},
        {"evidence_files", static_cast<qint64>(verification->evidenceFiles)},
        {"findings", static_cast<qint64>(verification->findings.size())},
        {"chain_head", said(verification->chainHead)}};
    if (auto logged = change(QStringLiteral("verify"), details, [] { return Result<void>(); });
        !logged)
        return tl::unexpected(logged.error());
    // Noted down now, the head covers the row that has just been added.
    auto head = logHead();
    if (!head)
        return tl::unexpected(head.error());
    verification->chainHead = std::move(*head);
    return verification;
}

} // namespace

bool isCaseFolder(const fs::path& folder) {
    std::error_code error;
    return fs::is_regular_file(CaseFolder{folder}.database(), error);
}

Result<std::unique_ptr<CaseStore>> createCase(const fs::path& folder, const std::string& actor) {
    std::error_code error;
    fs::path root = fs::absolute(folder, error).lexically_normal();
    if (!root.has_filename())
        root = root.parent_path(); // "case/" as a shell completes it
    if (root.extension() != ".clueglass")
        root += ".clueglass";
    CaseFolder layout{root};
    if (auto made = makeCaseFolder(layout); !made)
        return tl::unexpected(made.error());
    auto store = std::make_unique<SqliteCaseStore>(std::move(layout), actor);
    if (auto opened = store->open(); !opened)
        return tl::unexpected(opened.error());
    if (auto recorded = store->recordCreation(); !recorded)
        return tl::unexpected(recorded.error());
    return store;
}

Result<std::unique_ptr<CaseStore>> openCase(const fs::path& folder, const std::string& actor) {
    if (!isCaseFolder(folder))
        return fail(ErrorCode::FileNotFound, "There is no case at " + folder.string() +
                                                 "; a case is a folder with a file case.sqlite.");
    std::error_code error;
    auto store = std::make_unique<SqliteCaseStore>(
        CaseFolder{fs::absolute(folder, error).lexically_normal()}, actor);
    if (auto opened = store->open(); !opened)
        return tl::unexpected(opened.error());
    return store;
}

} // namespace core::cases
