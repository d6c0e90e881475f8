// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_entries.h"

#include "core/cases/case_verification.h"
#include "core/cases/exhibit_rows.h"
#include "core/cases/review_journal.h"
#include "core/examination/vocabulary.h"

#include <utility>

namespace core::cases {

namespace {

/// Without the hashes and times, which the gallery does not show.
const QString kColumns = QStringLiteral(
    "SELECT e.number, e.received_path, e.stored_name, e.duplicate_of, f.state, f.error_code, "
    "f.error_message, x.verdict, x.p_fake, COALESCE(p.path, ''), e.bytes FROM exhibits e "
    "JOIN exhibits f ON f.number = CASE e.duplicate_of WHEN 0 THEN e.number ELSE e.duplicate_of "
    "END LEFT JOIN examinations x ON x.id = f.examination "
    "LEFT JOIN places p ON p.exhibit = e.number ");

std::string text(const QSqlQuery& query, int column) {
    return query.value(column).toString().toStdString();
}

CaseEntry entryFrom(const QSqlQuery& query, const CaseFolder& folder) {
    Exhibit exhibit;
    CaseEntry entry;
    entry.number = query.value(0).toLongLong();
    entry.receivedPath = text(query, 1);
    exhibit.receivedPath = entry.receivedPath;
    exhibit.storedName = text(query, 2);
    entry.duplicateOf = query.value(3).toLongLong();
    entry.state = exhibitStateFrom(query.value(4).toString());
    if (const std::string code = text(query, 5); !code.empty())
        entry.error = Error{errorCodeFromName(code), text(query, 6)};
    entry.verdict = examination::valueOf<examination::Verdict>(text(query, 7));
    if (entry.verdict)
        entry.pFake = query.value(8).toDouble();
    exhibit.locatedPath = text(query, 9);
    entry.bytes = static_cast<std::uint64_t>(query.value(10).toLongLong());
    entry.file = evidenceFile(folder, exhibit).string();
    return entry;
}

bool isSeenBySomebodyElse(const std::string& field, const std::string& actor) {
    return field.starts_with(mark::kSeen) && field != mark::kSeen + actor;
}

} // namespace

Result<void> readEntries(const CaseDatabase& database, const CaseFolder& folder,
                         const QString& actor,
                         const std::function<bool(std::vector<CaseEntry>)>& page) {
    auto query = database.run(kColumns + QStringLiteral("ORDER BY e.number"));
    if (!query)
        return tl::unexpected(query.error());
    auto marks = database.run(
        QStringLiteral("SELECT exhibit, field, value FROM marks ORDER BY exhibit, field"));
    if (!marks)
        return tl::unexpected(marks.error());
    const std::string who = actor.toStdString();
    bool hasMark = marks->next();
    std::vector<CaseEntry> entries;
    while (query->next()) {
        CaseEntry entry = entryFrom(*query, folder);
        // Both come in the order of the exhibits.
        for (; hasMark && marks->value(0).toLongLong() <= entry.number; hasMark = marks->next()) {
            const std::string field = text(*marks, 1);
            if (marks->value(0).toLongLong() == entry.number && !isSeenBySomebodyElse(field, who))
                setMark(entry.marks, field, text(*marks, 2));
        }
        entries.push_back(std::move(entry));
        if (entries.size() == kEntriesPerPage && !page(std::exchange(entries, {})))
            return {};
    }
    if (!entries.empty())
        page(std::move(entries));
    return {};
}

Result<CaseEntry> readEntry(const CaseDatabase& database, const CaseFolder& folder,
                            const QString& actor, std::int64_t number) {
    auto query = database.run(kColumns + QStringLiteral("WHERE e.number = ?"), {qint64{number}});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return fail(ErrorCode::InvalidArgument,
                    "There is no exhibit " + std::to_string(number) + " in this case.");
    CaseEntry entry = entryFrom(*query, folder);
    const auto marks = readMarks(database, number);
    if (!marks)
        return tl::unexpected(marks.error());
    for (const auto& [field, value] : *marks) {
        if (!isSeenBySomebodyElse(field, actor.toStdString()))
            setMark(entry.marks, field, value);
    }
    return entry;
}

} // namespace core::cases
