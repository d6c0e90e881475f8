// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_index.h"

#include "core/examination/vocabulary.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <system_error>

namespace core::cases {

namespace {

namespace fs = std::filesystem;

/// Of the tables below; an index of another layout is made anew.
constexpr int kLayout = 2;
constexpr qsizetype kTrigram = 3;

/// Every three characters of the names are indexed, so that parts of a word are found; of the
/// much longer sentences only whole words, and not the sentences themselves.
const char* const kTables[] = {
    "CREATE TABLE state (row INTEGER NOT NULL, hash TEXT NOT NULL)",
    "INSERT INTO state VALUES (0, '')",
    "CREATE TABLE layers (exhibit INTEGER PRIMARY KEY, row INTEGER NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE facts (exhibit INTEGER PRIMARY KEY, manner TEXT NOT NULL, category TEXT NOT "
    "NULL, conflict INTEGER NOT NULL, camera TEXT NOT NULL, captured_at TEXT NOT NULL, "
    "perceptual_hash INTEGER, basis TEXT NOT NULL)",
    "CREATE VIRTUAL TABLE names USING fts5(text, tokenize='trigram')",
    "CREATE VIRTUAL TABLE words USING fts5(text, content='', detail=none, "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TABLE documents (exhibit INTEGER PRIMARY KEY, document INTEGER NOT NULL)",
    "CREATE INDEX documents_by_document ON documents(document)",
};

const QString kFactsColumns = QStringLiteral("SELECT exhibit, manner, category, conflict, camera, "
                                             "captured_at, perceptual_hash, basis FROM facts ");

QString said(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string text(const QSqlQuery& query, int column) {
    return query.value(column).toString().toStdString();
}

ExhibitFacts factsFrom(const QSqlQuery& query) {
    ExhibitFacts facts;
    facts.exhibit = query.value(0).toLongLong();
    facts.manner = examination::valueOf<examination::Manner>(text(query, 1));
    facts.category = examination::valueOf<examination::Category>(text(query, 2))
                         .value_or(examination::Category::Unknown);
    facts.hasConflict = query.value(3).toBool();
    facts.camera = text(query, 4);
    facts.capturedAt = text(query, 5);
    if (!query.isNull(6))
        facts.perceptualHash = static_cast<std::uint64_t>(query.value(6).toLongLong());
    facts.basis = examination::valueOf<examination::Basis>(text(query, 7))
                      .value_or(examination::Basis::Pixels);
    return facts;
}

QString quoted(QString term) {
    return QLatin1Char('"') + term.replace(QLatin1Char('"'), QLatin1String("\"\"")) +
           QLatin1Char('"');
}

/// "f/2.8" -> each run of letters and digits as the beginning of a word.
QString wordsQuery(const QString& term) {
    static const QRegularExpression kNoWord(QStringLiteral("[^\\p{L}\\p{M}\\p{N}]+"));
    QStringList parts;
    for (const QString& part : term.split(kNoWord, Qt::SkipEmptyParts))
        parts << quoted(part) + QLatin1Char('*');
    return parts.join(QLatin1String(" AND "));
}

QString escapedForLike(QString term) {
    for (const char* special : {"\\", "%", "_"})
        term.replace(QLatin1String(special), QLatin1Char('\\') + QLatin1String(special));
    return QLatin1Char('%') + term + QLatin1Char('%');
}

using Numbers = std::vector<std::int64_t>;

/// The first column in ascending order.
Result<Numbers> numbersFrom(Result<QSqlQuery> query) {
    if (!query)
        return tl::unexpected(query.error());
    Numbers numbers;
    while (query->next())
        numbers.push_back(query->value(0).toLongLong());
    std::ranges::sort(numbers);
    return numbers;
}

} // namespace

bool CaseIndex::hasLayout() const {
    auto version = m_database->run(QStringLiteral("PRAGMA user_version"));
    return version && version->next() && version->value(0).toInt() == kLayout;
}

bool CaseIndex::makeTables() const {
    Transaction transaction(*m_database);
    if (!transaction.begin())
        return false;
    for (const char* statement : kTables)
        if (!m_database->run(QString::fromLatin1(statement)))
            return false;
    return m_database->run(QStringLiteral("PRAGMA user_version = %1").arg(kLayout)) &&
           transaction.commit();
}

bool CaseIndex::openFile(const fs::path& file, Access access) {
    m_database = std::make_unique<CaseDatabase>();
    if (!m_database->open(file, access))
        return false;
    if (access != Access::Write)
        return hasLayout();
    // It can be made again: losing the last moments at a power cut is cheaper than waiting.
    return m_database->run(QStringLiteral("PRAGMA synchronous=NORMAL")) &&
           (hasLayout() || makeTables());
}

void CaseIndex::open(const CaseFolder& folder, bool isWritable) {
    const fs::path file = folder.index();
    if (isWritable) {
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        m_isOpen = openFile(file, Access::Write);
        if (m_isOpen)
            return;
        m_database.reset();
        for (const char* ending : {"", "-wal", "-shm"})
            fs::remove(file.string() + ending, error);
        m_isOpen = openFile(file, Access::Write);
    } else if (std::error_code error; fs::exists(file, error)) {
        m_isOpen = openFile(file, Access::Read);
        m_isReadOnly = m_isOpen;
    }
    if (!m_isOpen)
        m_isOpen = openFile(":memory:", Access::Write);
}

void CaseIndex::keepLayers(std::int64_t exhibit, std::int64_t row, const QByteArray& layers) const {
    if (!m_isOpen || m_isReadOnly)
        return;
    // A map that could not be kept is made again by examining the picture again.
    static_cast<void>(layers.isEmpty()
                          ? m_database->run(QStringLiteral("DELETE FROM layers WHERE exhibit = ?"),
                                            {qint64{exhibit}})
                          : m_database->run(QStringLiteral("INSERT OR REPLACE INTO layers "
                                                           "(exhibit, row, data) VALUES (?, ?, ?)"),
                                            {qint64{exhibit}, qint64{row}, layers}));
}

CaseIndex::Layers CaseIndex::layersOf(std::int64_t exhibit) const {
    if (!m_isOpen)
        return {};
    auto query = m_database->run(QStringLiteral("SELECT row, data FROM layers WHERE exhibit = ?"),
                                 {qint64{exhibit}});
    if (!query || !query->next())
        return {};
    return {query->value(0).toLongLong(), query->value(1).toByteArray()};
}

CaseIndex::Covered CaseIndex::covered() const {
    if (!m_isOpen)
        return {};
    auto query = m_database->run(QStringLiteral("SELECT row, hash FROM state"));
    if (!query || !query->next())
        return {};
    return {query->value(0).toLongLong(), query->value(1).toString()};
}

Result<void> CaseIndex::putEntry(const Entry& entry) const {
    const ExhibitFacts& facts = entry.facts;
    const qint64 exhibit = facts.exhibit;
    const QVariant hash =
        facts.perceptualHash ? QVariant(static_cast<qint64>(*facts.perceptualHash)) : QVariant();
    const std::pair<QString, QVariantList> statements[] = {
        {QStringLiteral("INSERT OR REPLACE INTO facts (exhibit, manner, category, conflict, "
                        "camera, captured_at, perceptual_hash, basis) VALUES (?, ?, ?, ?, ?, ?, ?, "
                        "?)"),
         {exhibit, facts.manner ? said(examination::wordFor(*facts.manner)) : QString(""),
          said(examination::wordFor(facts.category)), facts.hasConflict ? 1 : 0, said(facts.camera),
          said(facts.capturedAt), hash, said(examination::wordFor(facts.basis))}},
        {QStringLiteral("DELETE FROM names WHERE rowid = ?"), {exhibit}},
        {QStringLiteral("INSERT INTO names (rowid, text) VALUES (?, ?)"), {exhibit, entry.names}},
        // The sentences of before stay in the index, but belong to nobody any more.
        {QStringLiteral("INSERT OR REPLACE INTO documents (exhibit, document) SELECT ?, "
                        "COALESCE(MAX(document), 0) + 1 FROM documents"),
         {exhibit}},
        {QStringLiteral("INSERT INTO words (rowid, text) SELECT document, ? FROM documents WHERE "
                        "exhibit = ?"),
         {entry.words, exhibit}}};
    for (const auto& [sql, values] : statements)
        if (auto done = m_database->run(sql, values); !done)
            return tl::unexpected(done.error());
    return {};
}

Result<void> CaseIndex::put(const std::vector<Entry>& entries, const Covered& covered) const {
    if (!m_isOpen || m_isReadOnly)
        return {};
    Transaction transaction(*m_database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const Entry& entry : entries)
        if (auto done = putEntry(entry); !done)
            return done;
    if (auto done = m_database->run(QStringLiteral("UPDATE state SET row = ?, hash = ?"),
                                    {qint64{covered.row}, covered.hash});
        !done)
        return tl::unexpected(done.error());
    return transaction.commit();
}

Result<void> CaseIndex::clear() const {
    if (!m_isOpen || m_isReadOnly)
        return {};
    for (const char* statement :
         {"DELETE FROM layers", "DELETE FROM facts", "DELETE FROM names", "DELETE FROM documents",
          "INSERT INTO words (words) VALUES ('delete-all')", "UPDATE state SET row = 0, hash = ''"})
        if (auto done = m_database->run(QString::fromLatin1(statement)); !done)
            return tl::unexpected(done.error());
    return {};
}

Result<std::vector<ExhibitFacts>> CaseIndex::facts() const {
    std::vector<ExhibitFacts> all;
    if (!m_isOpen)
        return all;
    auto query = m_database->run(kFactsColumns + QStringLiteral("ORDER BY exhibit"));
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        all.push_back(factsFrom(*query));
    return all;
}

Result<std::vector<std::int64_t>> CaseIndex::withTerm(const QString& term) const {
    if (!m_isOpen)
        return Numbers();
    auto named = numbersFrom(
        term.size() >= kTrigram
            ? m_database->run(QStringLiteral("SELECT rowid FROM names WHERE names MATCH ?"),
                              {quoted(term)})
            : m_database->run(
                  QStringLiteral("SELECT rowid FROM names WHERE text LIKE ? ESCAPE '\\'"),
                  {escapedForLike(term)}));
    const QString words = wordsQuery(term);
    if (!named || words.isEmpty())
        return named;
    const auto spoken = numbersFrom(
        m_database->run(QStringLiteral("SELECT d.exhibit FROM words w JOIN documents d ON "
                                       "d.document = w.rowid WHERE words MATCH ?"),
                        {words}));
    if (!spoken)
        return spoken;
    Numbers all;
    std::ranges::set_union(*named, *spoken, std::back_inserter(all));
    return all;
}

} // namespace core::cases
