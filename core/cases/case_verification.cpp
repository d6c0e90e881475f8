// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_verification.h"

#include "core/base/digest.h"
#include "core/cases/audit_log.h"
#include "core/cases/case_texts.h"
#include "core/cases/evidence_intake.h"
#include "core/cases/exhibit_rows.h"
#include "core/cases/review_journal.h"

#include <QJsonDocument>

#include <map>
#include <set>
#include <system_error>
#include <utility>

namespace core::cases {

namespace {

using Kind = VerificationFinding::Kind;

/// Examinations are numbered in the order of the log.
struct LoggedExamination {
    std::int64_t exhibit = 0;
    QString sha256;
    QString verdict;
    QString createdAt; ///< empty: the row was written before the log said so
};

/// What the log says about one exhibit, once it is replayed.
struct Logged {
    QJsonObject intake;
    QString state = wordFor(ExhibitState::Pending);
    QString errorCode;
    QString errorMessage;
    QString locatedPath;
    std::int64_t latestExamination = 0;
};

class Replay {
  public:
    Replay(const CaseDatabase& database, const std::string& notedHead, Verification& verification)
        : m_database(database), m_notedHead(notedHead), m_verification(verification) {}

    [[nodiscard]] Result<void> run() {
        if (auto sound = checkIntegrity(); !sound)
            return sound;
        auto rows = readAuditLog(m_database);
        if (!rows)
            return tl::unexpected(rows.error());
        checkChain(*rows);
        if (!m_notedHead.empty() && m_verification.notedRow == 0)
            find(Kind::AuditRow, 0,
                 "No audit row that fits the chain has the noted head " + m_notedHead +
                     ": rows were removed or changed, or the head is another case's.");
        for (const AuditRow& row : *rows)
            follow(row);
        auto exhibits = readExhibits(m_database);
        if (!exhibits)
            return tl::unexpected(exhibits.error());
        m_exhibits = std::move(*exhibits);
        checkIntakes();
        if (auto checked = checkStates(); !checked)
            return checked;
        if (auto checked = checkPlaces(); !checked)
            return checked;
        if (auto checked = checkMarks(); !checked)
            return checked;
        return checkExaminations();
    }

    [[nodiscard]] const std::vector<Exhibit>& exhibits() const { return m_exhibits; }

  private:
    void find(Kind kind, std::int64_t number, std::string message) {
        m_verification.findings.push_back({kind, number, std::move(message)});
    }

    void findInRecord(std::int64_t exhibit, const std::string& what) {
        find(Kind::Record, exhibit, "Exhibit " + std::to_string(exhibit) + ": " + what);
    }

    Result<void> checkIntegrity() {
        auto query = m_database.run(QStringLiteral("PRAGMA integrity_check(10)"));
        if (!query)
            return tl::unexpected(query.error());
        while (query->next()) {
            const QString line = query->value(0).toString();
            if (line != QLatin1String("ok"))
                find(Kind::Database, 0,
                     "The database file is damaged: " + line.toStdString() + ".");
        }
        return {};
    }

    void checkChain(const std::vector<AuditRow>& rows) {
        m_verification.auditRows = rows.size();
        if (rows.empty() || rows.front().action != "create") {
            find(Kind::AuditRow, 1, "Audit row 1, the making of the case, is missing.");
            return;
        }
        m_verification.chainHead = rows.back().hash;
        std::string previous = firstPreviousHash();
        std::int64_t expected = 1;
        std::string before;
        for (const AuditRow& row : rows) {
            const std::string number = std::to_string(expected);
            if (row.seq != expected) {
                find(Kind::AuditRow, expected, "Audit row " + number + " is missing.");
                break;
            }
            if (row.previousHash != previous) {
                find(Kind::AuditRow, expected,
                     "Audit row " + number + " does not follow the row before it.");
                break;
            }
            if (row.hash != auditHash(row)) {
                find(Kind::AuditRow, expected,
                     "Audit row " + number + " was changed: its content does not give its hash.");
                break;
            }
            if (row.time < before)
                m_verification.remarks.push_back(
                    "Audit row " + number + ": the clock ran backwards, from " + before + " to " +
                    row.time + "; its times say nothing about the order of what happened.");
            before = row.time;
            previous = row.hash;
            if (row.hash == m_notedHead)
                m_verification.notedRow = row.seq;
            ++expected;
        }
    }

    void follow(const AuditRow& row) {
        const QJsonObject details =
            QJsonDocument::fromJson(QByteArray::fromStdString(row.details)).object();
        m_journal.follow(row.seq, row.action, details);
        const auto number = details.value(QLatin1String("exhibit")).toInteger();
        if (number <= 0)
            return;
        Logged& logged = m_logged[number];
        if (row.action == "intake") {
            logged.intake = details;
        } else if (row.action == "analysis") {
            logged.state = wordFor(ExhibitState::Examined);
            logged.errorCode.clear();
            logged.errorMessage.clear();
            m_examinations.push_back({number,
                                      details.value(QLatin1String("examination_sha256")).toString(),
                                      details.value(QLatin1String("verdict")).toString(),
                                      details.value(QLatin1String("created_at")).toString()});
            logged.latestExamination = static_cast<std::int64_t>(m_examinations.size());
        } else if (row.action == "relocate") {
            logged.locatedPath = details.value(QLatin1String("path")).toString();
        } else if (row.action == "failure") {
            logged.state = wordFor(ExhibitState::Failed);
            logged.errorCode = details.value(QLatin1String("code")).toString();
            logged.errorMessage = details.value(QLatin1String("message")).toString();
        }
    }

    void checkIntakes() {
        for (const Exhibit& exhibit : m_exhibits) {
            const auto found = m_logged.find(exhibit.number);
            if (found == m_logged.end() || found->second.intake.isEmpty())
                findInRecord(exhibit.number, "the audit log knows nothing of its intake.");
            else if (found->second.intake != intakeDetails(exhibit))
                findInRecord(exhibit.number,
                             "its record differs from the intake in the audit log.");
            else if (found->second.locatedPath.toStdString() != exhibit.locatedPath)
                findInRecord(exhibit.number, "its present place differs from the audit log's.");
            m_present[exhibit.number] = true;
        }
        for (const auto& [number, logged] : m_logged) {
            if (!m_present.contains(number))
                findInRecord(number, "its record is missing although the audit log names it.");
        }
    }

    Result<void> checkMarks() {
        const auto differences = m_journal.differences(m_database);
        if (!differences)
            return tl::unexpected(differences.error());
        for (const auto& [number, message] : *differences) {
            if (number == 0)
                find(Kind::Record, 0, message);
            else
                findInRecord(number, message);
        }
        return {};
    }

    Result<void> checkStates() {
        auto query =
            m_database.run(QStringLiteral("SELECT number, state, error_code, error_message, "
                                          "COALESCE(examination, 0) FROM exhibits"));
        if (!query)
            return tl::unexpected(query.error());
        while (query->next()) {
            const Logged& logged = m_logged[query->value(0).toLongLong()];
            if (query->value(1).toString() != logged.state ||
                query->value(2).toString() != logged.errorCode ||
                query->value(3).toString() != logged.errorMessage ||
                query->value(4).toLongLong() != logged.latestExamination)
                findInRecord(query->value(0).toLongLong(),
                             "its state differs from the audit log's.");
        }
        return {};
    }

    /// Those of exhibits were compared; here are those that belong to none.
    Result<void> checkPlaces() {
        auto query = m_database.run(QStringLiteral("SELECT exhibit FROM places"));
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            if (const auto number = query->value(0).toLongLong(); !m_present.contains(number))
                findInRecord(number, "a place is recorded for it, but there is no such exhibit.");
        return {};
    }

    Result<void> checkExaminations() {
        auto query = m_database.run(
            QStringLiteral("SELECT id, exhibit, json, json_sha256, verdict, p_fake, created_at "
                           "FROM examinations ORDER BY id"));
        if (!query)
            return tl::unexpected(query.error());
        std::set<std::int64_t> seen;
        while (query->next()) {
            const std::int64_t id = query->value(0).toLongLong();
            seen.insert(id);
            if (!isAsLogged(id, *query))
                findInRecord(query->value(1).toLongLong(),
                             "examination " + std::to_string(id) +
                                 " differs from the one that the audit log names.");
        }
        for (std::size_t i = 0; i < m_examinations.size(); ++i)
            if (!seen.contains(static_cast<std::int64_t>(i) + 1))
                findInRecord(m_examinations[i].exhibit,
                             "examination " + std::to_string(i + 1) +
                                 " is missing although the audit log names it.");
        return {};
    }

    [[nodiscard]] bool isAsLogged(std::int64_t id, const QSqlQuery& row) const {
        if (id < 1 || id > static_cast<std::int64_t>(m_examinations.size()))
            return false;
        const LoggedExamination& logged = m_examinations[static_cast<std::size_t>(id) - 1];
        const QByteArray json = row.value(2).toString().toUtf8();
        const QString hash =
            QString::fromStdString(sha256({reinterpret_cast<const std::uint8_t*>(json.constData()),
                                           static_cast<std::size_t>(json.size())}));
        const QJsonObject content = QJsonDocument::fromJson(json).object();
        const QString verdict = row.value(4).toString();
        return logged.exhibit == row.value(1).toLongLong() && logged.sha256 == hash &&
               row.value(3).toString() == hash && logged.verdict == verdict &&
               content.value(QLatin1String("verdict")).toString() == verdict &&
               content.value(QLatin1String("p_fake")).toDouble() == row.value(5).toDouble() &&
               (logged.createdAt.isEmpty() || logged.createdAt == row.value(6).toString());
    }

    const CaseDatabase& m_database;
    const std::string& m_notedHead;
    Verification& m_verification;
    std::map<std::int64_t, Logged> m_logged;
    std::vector<LoggedExamination> m_examinations; ///< oldest first
    std::map<std::int64_t, bool> m_present;
    std::vector<Exhibit> m_exhibits;
    JournalReplay m_journal;
};

/// One exhibit's bytes against its record. @return what is wrong; empty when nothing is
Result<std::string> compareEvidence(const CaseFolder& folder, const Exhibit& exhibit,
                                    const std::stop_token& stop) {
    const auto file = evidenceFile(folder, exhibit);
    const auto hash = sha256OfFile(file, stop);
    const std::string name = "Exhibit " + std::to_string(exhibit.number) + ": ";
    if (hash && *hash == exhibit.sha256)
        return std::string();
    if (hash)
        return name + file.string() + " has other bytes than at intake.";
    if (hash.error().code == ErrorCode::Cancelled)
        return tl::unexpected(hash.error());
    if (hash.error().code == ErrorCode::FileNotFound)
        return name + file.string() + " is missing; it was moved, renamed or deleted.";
    return name + hash.error().message;
}

/// Files among the copies that no exhibit names: put there by somebody, or left by a program that
/// was killed before it could record the intake.
void remarkOrphans(const CaseFolder& folder, const std::vector<Exhibit>& exhibits,
                   Verification& verification) {
    namespace fs = std::filesystem;
    std::set<std::string> named;
    for (const Exhibit& exhibit : exhibits)
        named.insert(exhibit.storedName);
    std::set<std::string> orphans;
    std::error_code error;
    for (fs::directory_iterator at(folder.originals(), error);
         !error && at != fs::directory_iterator(); at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (!named.contains(name) && !name.starts_with(kIncomingCopy))
            orphans.insert(name);
    }
    for (const std::string& name : orphans)
        verification.remarks.push_back("originals/" + name + " belongs to no exhibit.");
}

/// Somebody may verify with the script alone.
void remarkScript(const CaseFolder& folder, Verification& verification) {
    const std::string_view own = verificationScript();
    const auto hash = sha256OfFile(folder.root / "verify_case.py");
    if (!hash || *hash != sha256({reinterpret_cast<const std::uint8_t*>(own.data()), own.size()}))
        verification.remarks.push_back("verify_case.py is not the one that this version of "
                                       "Clueglass writes; do not rely on what it says.");
}

} // namespace

std::filesystem::path evidenceFile(const CaseFolder& folder, const Exhibit& exhibit) {
    namespace fs = std::filesystem;
    // A name from a damaged database must not lead out of the folder.
    if (!exhibit.storedName.empty())
        return folder.originals() / fs::path(exhibit.storedName).filename();
    // A place that was found again beside the case is kept as seen from there.
    const fs::path place =
        (folder.root / (exhibit.locatedPath.empty() ? exhibit.receivedPath : exhibit.locatedPath))
            .lexically_normal();
    std::error_code error;
    if (folder.madeAt.empty() || folder.madeAt == folder.root || fs::exists(place, error))
        return place;
    const fs::path within = place.lexically_relative(folder.madeAt.parent_path());
    if (within.empty() || *within.begin() == "..")
        return place;
    fs::path moved = folder.root.parent_path() / within;
    return fs::exists(moved, error) ? moved : place;
}

Result<Verification> verifyCase(const CaseDatabase& database, const CaseFolder& folder,
                                const std::string& notedHead, const ProgressCallback& progress,
                                const std::stop_token& stop) {
    Verification verification;
    Replay replay(database, notedHead, verification);
    if (const auto replayed = replay.run(); !replayed)
        verification.findings.push_back({Kind::Database, 0, replayed.error().message});
    const auto& exhibits = replay.exhibits();
    for (const Exhibit& exhibit : exhibits) {
        if (progress)
            progress("verify", static_cast<double>(verification.evidenceFiles) /
                                   static_cast<double>(exhibits.size()));
        auto difference = compareEvidence(folder, exhibit, stop);
        if (!difference)
            return tl::unexpected(difference.error());
        ++verification.evidenceFiles;
        if (!difference->empty())
            verification.findings.push_back(
                {Kind::Evidence, exhibit.number, std::move(*difference)});
    }
    remarkOrphans(folder, exhibits, verification);
    remarkScript(folder, verification);
    return verification;
}

} // namespace core::cases
