// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/index_update.h"

#include "core/cases/case_entries.h"
#include "core/cases/review_journal.h"
#include "core/examination/examination_json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <set>

namespace core::cases {

namespace {

namespace fs = std::filesystem;
using examination::Examination;
using Numbers = std::vector<std::int64_t>;

/// Takes well under a twentieth of a second.
constexpr int kRowsPerStep = 64;
constexpr double kLeastSupport = 0.5;

QString said(const std::string& text) {
    return QString::fromStdString(text);
}

/// Rows of the log that the index has not followed yet.
struct NewRows {
    CaseIndex::Covered last;
    int count = 0;
    std::set<std::int64_t> exhibits;
    std::set<std::int64_t> arrived; ///< and nothing more happened to them in these rows
};

/// Up to where the index is right; one of another case is emptied.
Result<CaseIndex::Covered> coveredBy(const CaseIndex& index, const CaseDatabase& database) {
    const CaseIndex::Covered covered = index.covered();
    if (covered.row == 0)
        return covered;
    auto query = database.run(QStringLiteral("SELECT 1 FROM audit WHERE seq = ? AND hash = ?"),
                              {qint64{covered.row}, covered.hash});
    if (!query)
        return tl::unexpected(query.error());
    if (query->next())
        return covered;
    if (auto cleared = index.clear(); !cleared)
        return tl::unexpected(cleared.error());
    return CaseIndex::Covered();
}

Result<NewRows> rowsAfter(const CaseDatabase& database, const CaseIndex::Covered& covered) {
    auto query =
        database.run(QStringLiteral("SELECT seq, action, details, hash FROM audit WHERE seq > ? "
                                    "ORDER BY seq LIMIT ?"),
                     {qint64{covered.row}, kRowsPerStep});
    if (!query)
        return tl::unexpected(query.error());
    NewRows rows{covered, 0, {}, {}};
    while (query->next()) {
        ++rows.count;
        rows.last = {query->value(0).toLongLong(), query->value(3).toString()};
        const QString action = query->value(1).toString();
        if (action == QLatin1String("view"))
            continue;
        const auto details = QJsonDocument::fromJson(query->value(2).toString().toUtf8()).object();
        const auto exhibit = details.value(QLatin1String("exhibit")).toInteger();
        if (action == QLatin1String("intake"))
            rows.arrived.insert(exhibit);
        else if (exhibit != 0)
            rows.exhibits.insert(exhibit);
        for (const MarkChange& change : changesIn(details))
            rows.exhibits.insert(change.exhibit);
    }
    for (const std::int64_t exhibit : rows.exhibits)
        rows.arrived.erase(exhibit);
    return rows;
}

/// Files with the same bytes share a result.
Result<void> addDuplicates(const CaseDatabase& database, std::set<std::int64_t>& exhibits) {
    for (const std::int64_t exhibit : Numbers(exhibits.begin(), exhibits.end())) {
        auto query = database.run(
            QStringLiteral("SELECT number FROM exhibits WHERE sha256 = (SELECT sha256 FROM "
                           "exhibits WHERE number = ?) AND duplicate_of = ?"),
            {qint64{exhibit}, qint64{exhibit}});
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            exhibits.insert(query->value(0).toLongLong());
    }
    return {};
}

std::optional<Examination> latestOf(const CaseDatabase& database, const CaseEntry& entry) {
    auto query = database.run(
        QStringLiteral("SELECT x.json FROM exhibits e JOIN examinations x ON x.id = e.examination "
                       "WHERE e.number = ?"),
        {qint64{entry.duplicateOf == 0 ? entry.number : entry.duplicateOf}});
    if (!query || !query->next())
        return std::nullopt;
    auto examination = examination::examinationFromJson(query->value(0).toString().toStdString());
    return examination ? std::optional(std::move(*examination)) : std::nullopt;
}

QString namesOf(const CaseEntry& entry, const std::optional<Examination>& examination) {
    const fs::path path = entry.receivedPath;
    QStringList names{said(path.filename().string()), said(path.parent_path().string()),
                      said(entry.marks.note)};
    for (const std::string& tag : entry.marks.tags)
        names << said(tag);
    if (entry.marks.conclusion)
        names << said(entry.marks.conclusion->reasons);
    for (const annotations::Annotation& annotation : entry.marks.annotations)
        names << said(annotation.label) << said(annotation.comment);
    if (examination)
        for (const auto& field : {examination->provenance.camera, examination->provenance.software,
                                  examination->provenance.generator})
            names << said(field.value_or(std::string()));
    names.removeAll(QString());
    return names.join(QLatin1Char('\n'));
}

QString wordsOf(const Examination& examination, const ClueWording& wording) {
    QStringList words{said(examination.answer.value_or(std::string())),
                      said(examination.inconclusiveReason)};
    if (const auto& generation = examination.provenance.generation) {
        for (const std::string* text :
             {&generation->program, &generation->model, &generation->prompt,
              &generation->negativePrompt, &generation->seed, &generation->sampler})
            words << said(*text);
        for (const auto& [name, value] : generation->settings)
            words << said(name + " " + value);
    }
    for (const examination::Clue& clue : examination.clues) {
        words << said(clue.text);
        if (wording)
            words << said(wording(clue));
    }
    words.removeAll(QString());
    words.removeDuplicates(); // in English both are the same
    return words.join(QLatin1Char('\n'));
}

CaseIndex::Entry indexEntry(const CaseDatabase& database, const CaseEntry& entry,
                            const ClueWording& wording) {
    const auto examination = latestOf(database, entry);
    CaseIndex::Entry indexed;
    indexed.names = namesOf(entry, examination);
    indexed.facts.exhibit = entry.number;
    if (examination) {
        indexed.words = wordsOf(*examination, wording);
        indexed.facts = factsOf(*examination);
        indexed.facts.exhibit = entry.number;
    }
    return indexed;
}

Result<Numbers> withHash(const CaseDatabase& database, const QString& term) {
    static const QRegularExpression kHash(QStringLiteral("^[0-9a-f]{6,64}$"));
    Numbers numbers;
    const QString start = term.toLower();
    if (!kHash.match(start).hasMatch())
        return numbers;
    const QString end = start + QLatin1Char('g'); // behind every longer hash
    auto query = database.run(
        QStringLiteral("SELECT number FROM exhibits WHERE (sha256 >= ? AND sha256 < ?) OR "
                       "(md5 >= ? AND md5 < ?) ORDER BY number"),
        {start, end, start, end});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        numbers.push_back(query->value(0).toLongLong());
    return numbers;
}

} // namespace

ExhibitFacts factsOf(const Examination& examination) {
    ExhibitFacts facts;
    double most = kLeastSupport;
    for (const auto& [manner, support] : examination.manner) {
        if (support < most)
            continue;
        most = support;
        facts.manner = manner;
    }
    facts.category = examination.category;
    facts.hasConflict = examination::hasConflict(examination);
    facts.camera = examination.provenance.camera.value_or(std::string());
    facts.capturedAt = examination.provenance.capturedAt.value_or(std::string());
    facts.perceptualHash = examination.source.perceptualHash;
    facts.basis = examination.verdictBasis;
    return facts;
}

Result<IndexStep> updateIndex(const CaseDatabase& database, const CaseFolder& folder,
                              const CaseIndex& index, const ClueWording& wording) {
    const auto covered = coveredBy(index, database);
    if (!covered)
        return tl::unexpected(covered.error());
    auto rows = rowsAfter(database, *covered);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->count == 0)
        return IndexStep();
    if (auto added = addDuplicates(database, rows->exhibits); !added)
        return tl::unexpected(added.error());
    IndexStep step;
    step.isComplete = rows->count < kRowsPerStep;
    std::vector<CaseIndex::Entry> entries;
    const auto add = [&](std::int64_t exhibit, bool hasOnlyArrived) {
        // Its marks by whomever: the index does not say who has seen what.
        const auto entry = readEntry(database, folder, QString(), exhibit);
        // What was examined since has a row of its own further down.
        if (!entry ||
            (hasOnlyArrived && entry->state != ExhibitState::Pending && entry->duplicateOf == 0))
            return;
        entries.push_back(indexEntry(database, *entry, wording));
        step.changed.push_back(entries.back().facts);
    };
    for (const std::int64_t exhibit : rows->exhibits)
        add(exhibit, false);
    for (const std::int64_t exhibit : rows->arrived)
        add(exhibit, true);
    if (auto put = index.put(entries, rows->last); !put)
        return tl::unexpected(put.error());
    return step;
}

Result<Numbers> searchCase(const CaseDatabase& database, const CaseIndex& index,
                           const std::string& query) {
    std::optional<Numbers> found;
    for (const QString& term : said(query).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto named = index.withTerm(term);
        if (!named)
            return named;
        const auto hashed = withHash(database, term);
        if (!hashed)
            return hashed;
        Numbers either;
        std::ranges::set_union(*named, *hashed, std::back_inserter(either));
        if (!found) {
            found = std::move(either);
            continue;
        }
        Numbers both;
        std::ranges::set_intersection(*found, either, std::back_inserter(both));
        found = std::move(both);
    }
    return found.value_or(Numbers());
}

} // namespace core::cases
