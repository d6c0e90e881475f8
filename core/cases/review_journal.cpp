// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/review_journal.h"

#include "core/cases/audit_log.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace core::cases {

namespace {

constexpr const char* kDone = "done";
constexpr const char* kUndone = "undone";
constexpr const char* kDropped = "dropped";

QString said(const std::string& words) {
    return QString::fromStdString(words);
}

Result<std::string> markOf(const CaseDatabase& database, std::int64_t exhibit,
                           const std::string& field) {
    auto query =
        database.run(QStringLiteral("SELECT value FROM marks WHERE exhibit = ? AND field = ?"),
                     {qint64{exhibit}, said(field)});
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toString().toStdString() : std::string();
}

Result<void> writeMark(const CaseDatabase& database, const MarkChange& change) {
    const QVariantList key = {qint64{change.exhibit}, said(change.field)};
    auto written =
        change.after.empty()
            ? database.run(QStringLiteral("DELETE FROM marks WHERE exhibit = ? AND field = ?"), key)
            : database.run(QStringLiteral("INSERT OR REPLACE INTO marks (exhibit, field, value) "
                                          "VALUES (?, ?, ?)"),
                           key + QVariantList{said(change.after)});
    if (!written)
        return tl::unexpected(written.error());
    return {};
}

QJsonArray toJson(const std::vector<MarkChange>& changes) {
    QJsonArray array;
    for (const MarkChange& change : changes)
        array.append(QJsonObject{{"exhibit", qint64{change.exhibit}},
                                 {"field", said(change.field)},
                                 {"before", said(change.before)},
                                 {"after", said(change.after)}});
    return array;
}

/// Fills in what the fields hold now and leaves out what stays the same.
Result<std::vector<MarkChange>> realChanges(const CaseDatabase& database,
                                            const std::vector<MarkChange>& wanted) {
    std::vector<MarkChange> real;
    for (MarkChange change : wanted) {
        auto known = database.run(QStringLiteral("SELECT 1 FROM exhibits WHERE number = ?"),
                                  {qint64{change.exhibit}});
        if (!known)
            return tl::unexpected(known.error());
        if (!known->next())
            return fail(ErrorCode::InvalidArgument,
                        "There is no exhibit " + std::to_string(change.exhibit) + " in this case.");
        auto before = markOf(database, change.exhibit, change.field);
        if (!before)
            return tl::unexpected(before.error());
        change.before = *before;
        if (change.before != change.after)
            real.push_back(std::move(change));
    }
    return real;
}

Result<void> log(const CaseDatabase& database, const QString& actor, const char* action,
                 const Gesture& gesture) {
    for (const MarkChange& change : gesture.changes) {
        if (auto written = writeMark(database, change); !written)
            return written;
    }
    return appendAuditRow(database, actor, QString::fromLatin1(action),
                          {{"gesture", qint64{gesture.number}},
                           {"name", said(gesture.name)},
                           {"changes", toJson(gesture.changes)}});
}

/// A gesture as it was logged. Number 0: there is none in this state.
Result<Gesture> findGesture(const CaseDatabase& database, const char* state, const char* order) {
    auto query = database.run(
        QStringLiteral("SELECT j.gesture, a.details FROM journal j JOIN audit a ON a.seq = j.audit "
                       "WHERE j.state = ? ORDER BY j.gesture %1 LIMIT 1")
            .arg(QLatin1String(order)),
        {QString::fromLatin1(state)});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return Gesture{};
    const QJsonObject details =
        QJsonDocument::fromJson(query->value(1).toString().toUtf8()).object();
    return Gesture{query->value(0).toLongLong(),
                   details.value(QLatin1String("name")).toString().toStdString(),
                   changesIn(details)};
}

Result<void> setState(const CaseDatabase& database, std::int64_t gesture, const char* state) {
    auto set = database.run(QStringLiteral("UPDATE journal SET state = ? WHERE gesture = ?"),
                            {QString::fromLatin1(state), qint64{gesture}});
    if (!set)
        return tl::unexpected(set.error());
    return {};
}

Result<void> addToJournal(const CaseDatabase& database, std::int64_t gesture) {
    auto dropped =
        database.run(QStringLiteral("UPDATE journal SET state = 'dropped' WHERE state = 'undone'"));
    if (!dropped)
        return tl::unexpected(dropped.error());
    auto added = database.run(QStringLiteral("INSERT INTO journal (gesture, audit, state) "
                                             "SELECT ?, MAX(seq), 'done' FROM audit"),
                              {qint64{gesture}});
    if (!added)
        return tl::unexpected(added.error());
    return {};
}

} // namespace

Result<Gesture> applyGesture(const CaseDatabase& database, const QString& actor,
                             const std::string& name, const std::vector<MarkChange>& wanted) {
    auto changes = realChanges(database, wanted);
    if (!changes)
        return tl::unexpected(changes.error());
    Gesture gesture{0, name, std::move(*changes)};
    if (gesture.changes.empty())
        return gesture;
    {
        auto last = database.run(QStringLiteral("SELECT COALESCE(MAX(gesture), 0) FROM journal"));
        if (!last)
            return tl::unexpected(last.error());
        gesture.number = last->next() ? last->value(0).toLongLong() + 1 : 1;
    }
    if (auto logged = log(database, actor, "mark", gesture); !logged)
        return tl::unexpected(logged.error());
    if (auto added = addToJournal(database, gesture.number); !added)
        return tl::unexpected(added.error());
    return gesture;
}

Result<Gesture> undoGesture(const CaseDatabase& database, const QString& actor) {
    auto gesture = findGesture(database, kDone, "DESC");
    if (!gesture || gesture->number == 0)
        return gesture;
    for (MarkChange& change : gesture->changes)
        std::swap(change.before, change.after);
    if (auto logged = log(database, actor, "undo", *gesture); !logged)
        return tl::unexpected(logged.error());
    if (auto set = setState(database, gesture->number, kUndone); !set)
        return tl::unexpected(set.error());
    return gesture;
}

Result<Gesture> redoGesture(const CaseDatabase& database, const QString& actor) {
    auto gesture = findGesture(database, kUndone, "ASC");
    if (!gesture || gesture->number == 0)
        return gesture;
    if (auto logged = log(database, actor, "redo", *gesture); !logged)
        return tl::unexpected(logged.error());
    if (auto set = setState(database, gesture->number, kDone); !set)
        return tl::unexpected(set.error());
    return gesture;
}

Result<void> recordView(const CaseDatabase& database, const QString& actor, std::int64_t exhibit) {
    auto changes = realChanges(database, {{exhibit, mark::kSeen + actor.toStdString(), {}, "1"}});
    if (!changes)
        return tl::unexpected(changes.error());
    for (const MarkChange& change : *changes) {
        if (auto written = writeMark(database, change); !written)
            return written;
    }
    return appendAuditRow(database, actor, QStringLiteral("view"),
                          {{"exhibit", qint64{exhibit}}, {"changes", toJson(*changes)}});
}

Result<History> readHistory(const CaseDatabase& database) {
    // The changes themselves may be long, so they stay where they are.
    auto query = database.run(QStringLiteral(
        "SELECT 'done', json_extract(details, '$.name') FROM audit WHERE seq = (SELECT audit FROM "
        "journal WHERE state = 'done' ORDER BY gesture DESC LIMIT 1) UNION ALL "
        "SELECT 'undone', json_extract(details, '$.name') FROM audit WHERE seq = (SELECT audit "
        "FROM journal WHERE state = 'undone' ORDER BY gesture LIMIT 1)"));
    if (!query)
        return tl::unexpected(query.error());
    History history;
    while (query->next()) {
        const bool isDone = query->value(0).toString() == QLatin1String(kDone);
        (isDone ? history.undoName : history.redoName) = query->value(1).toString().toStdString();
    }
    return history;
}

Result<std::map<std::string, std::string>> readMarks(const CaseDatabase& database,
                                                     std::int64_t exhibit) {
    auto query = database.run(QStringLiteral("SELECT field, value FROM marks WHERE exhibit = ?"),
                              {qint64{exhibit}});
    if (!query)
        return tl::unexpected(query.error());
    std::map<std::string, std::string> marks;
    while (query->next())
        marks[query->value(0).toString().toStdString()] = query->value(1).toString().toStdString();
    return marks;
}

std::vector<MarkChange> changesIn(const QJsonObject& details) {
    std::vector<MarkChange> changes;
    for (const QJsonValue value : details.value(QLatin1String("changes")).toArray()) {
        const QJsonObject object = value.toObject();
        const auto text = [&](const char* name) {
            return object.value(QLatin1String(name)).toString().toStdString();
        };
        changes.push_back({object.value(QLatin1String("exhibit")).toInteger(), text("field"),
                           text("before"), text("after")});
    }
    return changes;
}

void JournalReplay::follow(std::int64_t row, const std::string& action,
                           const QJsonObject& details) {
    if (action != "mark" && action != "undo" && action != "redo" && action != "view")
        return;
    for (const MarkChange& change : changesIn(details)) {
        std::string& value = m_marks[{change.exhibit, change.field}];
        if (value != change.before && m_contradiction == 0)
            m_contradiction = change.exhibit;
        value = change.after;
    }
    const auto gesture = details.value(QLatin1String("gesture")).toInteger();
    if (gesture <= 0)
        return;
    if (action == "mark") {
        for (const std::int64_t undone : m_undone)
            m_states[undone] = kDropped;
        m_undone.clear();
        m_rows[gesture] = row;
    }
    m_states[gesture] = action == "undo" ? kUndone : kDone;
    if (action == "undo")
        m_undone.insert(gesture);
    else
        m_undone.erase(gesture);
}

Result<std::vector<std::pair<std::int64_t, std::string>>>
JournalReplay::differences(const CaseDatabase& database) const {
    std::vector<std::pair<std::int64_t, std::string>> found;
    if (m_contradiction != 0)
        found.emplace_back(m_contradiction, "the audit log contradicts itself about its marks.");
    auto rest = m_marks;
    std::erase_if(rest, [](const auto& entry) { return entry.second.empty(); });
    auto marks = database.run(QStringLiteral("SELECT exhibit, field, value FROM marks"));
    if (!marks)
        return tl::unexpected(marks.error());
    while (marks->next()) {
        const std::int64_t exhibit = marks->value(0).toLongLong();
        const auto known = rest.find({exhibit, marks->value(1).toString().toStdString()});
        if (known == rest.end() || known->second != marks->value(2).toString().toStdString())
            found.emplace_back(exhibit, "its marks differ from the audit log's.");
        if (known != rest.end())
            rest.erase(known);
    }
    for (const auto& [place, value] : rest)
        found.emplace_back(place.first, "a mark is missing although the audit log names it.");
    auto journal = database.run(QStringLiteral("SELECT gesture, state, audit FROM journal"));
    if (!journal)
        return tl::unexpected(journal.error());
    auto states = m_states;
    bool isSame = true;
    while (journal->next()) {
        const auto known = states.find(journal->value(0).toLongLong());
        isSame = isSame && known != states.end() &&
                 known->second == journal->value(1).toString().toStdString() &&
                 rowOf(known->first) == journal->value(2).toLongLong();
        if (known != states.end())
            states.erase(known);
    }
    if (!isSame || !states.empty())
        found.emplace_back(0, "The journal of gestures differs from the audit log's.");
    return found;
}

} // namespace core::cases
