// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_model.h"

#include "core/report/translated_words.h"
#include "ui/gallery/thumbnail_cache.h"
#include "ui/messages/error_text.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace ui::gallery {

using core::inference::JobId;
using core::inference::JobState;

namespace {

constexpr std::size_t kMostKept = 64;

/// "2024:01:31 23:59:59" -> 20240131235959; 0 for anything else.
std::int64_t sortableTime(const std::string& written) {
    constexpr int kDigits = 14;
    std::int64_t value = 0;
    int digits = 0;
    for (const char c : written)
        if (c >= '0' && c <= '9' && digits < kDigits) {
            value = value * 10 + (c - '0');
            ++digits;
        }
    return digits == kDigits ? value : 0;
}

/// The path's text alone; nothing is read.
QString folderOf(const QString& path) {
    return path.left(path.lastIndexOf(QLatin1Char('/')));
}

} // namespace

GalleryModel::GalleryModel(ThumbnailCache* thumbnails, QObject* parent)
    : QAbstractListModel(parent), m_thumbnails(thumbnails) {
    connect(m_thumbnails, &ThumbnailCache::ready, this, [this](quint64 id) {
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    });
}

void GalleryModel::add(const std::vector<JobId>& ids, const QStringList& paths) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        Row row;
        row.id = ids[i];
        row.path = paths[static_cast<qsizetype>(i)];
        rows.push_back(std::move(row));
    }
    append(std::move(rows));
}

GalleryModel::Row GalleryModel::rowFrom(JobId id, const core::cases::CaseEntry& entry) {
    Row row;
    row.id = id;
    row.path = QString::fromStdString(entry.receivedPath);
    if (entry.file != entry.receivedPath)
        row.file = QFile::decodeName(QByteArray::fromStdString(entry.file));
    if (entry.state != core::cases::ExhibitState::Pending)
        row.state =
            entry.state == core::cases::ExhibitState::Examined ? JobState::Done : JobState::Failed;
    row.isExhibit = true;
    row.first = entry.duplicateOf == 0
                    ? id
                    : id - static_cast<JobId>(entry.number) + static_cast<JobId>(entry.duplicateOf);
    row.verdict = entry.verdict;
    row.pFake = entry.pFake;
    row.error = entry.error;
    row.marks = entry.marks;
    row.traits.bytes = entry.bytes;
    row.isReviewed = entry.marks.isReviewed();
    return row;
}

void GalleryModel::addEntries(const std::vector<JobId>& ids,
                              const std::vector<core::cases::CaseEntry>& entries) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (const int known = rowOf(ids[i]); known >= 0) {
            update(known, rowFrom(ids[i], entries[i]));
            continue;
        }
        const auto row = static_cast<int>(m_rows.size() + rows.size());
        rows.push_back(rowFrom(ids[i], entries[i]));
        if (rows.back().first != ids[i])
            m_duplicatesOf.emplace(rows.back().first, row);
    }
    append(std::move(rows));
}

void GalleryModel::append(std::vector<Row> rows) {
    if (rows.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    for (Row& row : rows) {
        row.traits.folder = intern(folderOf(row.path));
        m_rowOf[row.id] = static_cast<int>(m_rows.size());
        m_rowOfPath[row.path] = static_cast<int>(m_rows.size());
        m_reviewed += row.isReviewed ? 1 : 0;
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
}

void GalleryModel::update(int row, Row entry) {
    Row& known = m_rows[static_cast<std::size_t>(row)];
    if (known.file != entry.file) {
        known.file = entry.file;
        m_thumbnails->forget(known.id); // it may be the sign for an unreadable one
        Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    }
    known.marks = std::move(entry.marks);
    m_reviewed += static_cast<int>(entry.isReviewed) - static_cast<int>(known.isReviewed);
    known.isReviewed = entry.isReviewed;
    Q_EMIT dataChanged(index(row), index(row), {ReviewedRole, MarksRole});
}

void GalleryModel::clear() {
    beginResetModel();
    m_rows.clear();
    m_rowOf.clear();
    m_rowOfPath.clear();
    m_names = {QString()};
    m_numbers = {{QString(), 0}};
    m_duplicatesOf.clear();
    m_kept.clear();
    m_reviewed = 0;
    endResetModel();
}

void GalleryModel::setState(JobId id, JobState state) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    Row& entry = m_rows[static_cast<std::size_t>(row)];
    entry.state = state;
    if (state == JobState::Waiting) {
        entry.examination.reset();
        entry.verdict.reset();
        entry.error.reset();
        entry.progress = 0;
        if (!entry.isExhibit)
            m_reviewed -= std::exchange(entry.isReviewed, false) ? 1 : 0;
        Q_EMIT dataChanged(index(row), index(row),
                           {StateRole, VerdictRole, ProbabilityRole, ReviewedRole});
        return;
    }
    Q_EMIT dataChanged(index(row), index(row), {StateRole});
}

void GalleryModel::setProgress(const core::inference::AnalysisProgress& progress) {
    const int row = rowOf(progress.id);
    if (row < 0)
        return;
    m_rows[static_cast<std::size_t>(row)].progress = progress.fraction;
    Q_EMIT dataChanged(index(row), index(row), {ProgressRole});
}

void GalleryModel::setOutcome(const core::inference::AnalysisOutcome& outcome) {
    const int row = rowOf(outcome.id);
    if (row < 0)
        return;
    setResult(row, outcome);
    const auto [first, last] = m_duplicatesOf.equal_range(outcome.id);
    for (auto duplicate = first; duplicate != last; ++duplicate)
        setResult(duplicate->second, outcome);
}

void GalleryModel::setResult(int row, const core::inference::AnalysisOutcome& outcome) {
    Row& entry = m_rows[static_cast<std::size_t>(row)];
    if (outcome.examination) {
        entry.state = JobState::Done;
        entry.verdict = (*outcome.examination)->verdict;
        entry.pFake = (*outcome.examination)->pFake;
        entry.error.reset();
        setExamination(row, *outcome.examination);
    } else {
        entry.error = outcome.examination.error();
        entry.state = entry.error->code == core::ErrorCode::Cancelled ? JobState::Cancelled
                                                                      : JobState::Failed;
    }
    Q_EMIT dataChanged(index(row), index(row), {VerdictRole, ProbabilityRole, StateRole});
}

void GalleryModel::setExamination(
    int row, std::shared_ptr<const core::examination::Examination> examination) {
    Row& entry = m_rows[static_cast<std::size_t>(row)];
    entry.examination = std::move(examination);
    if (entry.examination) {
        take(entry, core::cases::factsOf(*entry.examination));
        entry.traits.bytes = entry.examination->source.bytes;
    }
    if (entry.isExhibit)
        keep(row);
}

void GalleryModel::take(Row& row, const core::cases::ExhibitFacts& facts) {
    row.traits.manner = facts.manner;
    row.traits.category = facts.category;
    row.traits.hasConflict = facts.hasConflict;
    row.traits.basis = facts.basis;
    row.traits.camera = intern(QString::fromStdString(facts.camera));
    row.traits.takenAt = sortableTime(facts.capturedAt);
    row.traits.perceptualHash = facts.perceptualHash;
}

void GalleryModel::setFacts(const std::vector<std::pair<int, core::cases::ExhibitFacts>>& facts) {
    if (facts.empty())
        return;
    int first = rowCount();
    int last = 0;
    for (const auto& [row, known] : facts) {
        take(m_rows[static_cast<std::size_t>(row)], known);
        first = std::min(first, row);
        last = std::max(last, row);
    }
    Q_EMIT dataChanged(index(first), index(last), {TraitsRole});
}

int GalleryModel::intern(const QString& name) {
    const auto known = m_numbers.constFind(name);
    if (known != m_numbers.cend())
        return *known;
    m_names << name;
    return *m_numbers.insert(name, static_cast<int>(m_names.size() - 1));
}

QString GalleryModel::nameOf(int number) const {
    return m_names.value(number);
}

void GalleryModel::keep(int row) {
    // The case has them all; a picture of the session has its result only here.
    m_kept.push_back(jobOf(row));
    if (m_kept.size() <= kMostKept)
        return;
    const int oldest = rowOf(m_kept.front());
    m_kept.pop_front();
    if (oldest >= 0 && oldest != row)
        m_rows[static_cast<std::size_t>(oldest)].examination.reset();
}

void GalleryModel::markReviewed(int row) {
    Row& entry = m_rows[static_cast<std::size_t>(row)];
    // Only the examiner's decision makes an exhibit reviewed.
    if (entry.isReviewed || entry.isExhibit || !entry.examination)
        return;
    entry.isReviewed = true;
    ++m_reviewed;
    Q_EMIT dataChanged(index(row), index(row), {ReviewedRole});
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(row.path).fileName(); // the path's text alone; nothing is read
    case Qt::ToolTipRole:
        return row.path;
    case PathRole:
        return row.path;
    case Qt::DecorationRole:
        return m_thumbnails->pixmap(row.id, file(index.row()));
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case StateRole:
        return static_cast<int>(row.state);
    case VerdictRole:
        return row.verdict ? QVariant(static_cast<int>(*row.verdict)) : QVariant();
    case ProbabilityRole:
        return row.verdict ? QVariant(row.pFake) : QVariant();
    case BasisRole:
        return row.verdict ? QVariant(static_cast<int>(row.traits.basis)) : QVariant();
    case ProgressRole:
        return row.progress;
    case ReviewedRole:
        return row.isReviewed;
    case ConflictRole:
        return row.traits.hasConflict;
    case MarksRole:
        return QVariant::fromValue(row.isExhibit ? &row.marks : nullptr);
    default:
        return {};
    }
}

QString GalleryModel::accessibleText(const Row& row) const {
    QString text = QFileInfo(row.path).fileName() + ". ";
    if (row.examination)
        text += core::report::verdictSentence(*row.examination);
    else if (row.error)
        text += messages::errorText(row.error->code);
    return text;
}

std::vector<int> GalleryModel::identicalTo(int row) const {
    std::vector<int> rows;
    if (!at(row).isExhibit)
        return rows;
    if (at(row).first != at(row).id)
        rows.push_back(rowOf(at(row).first));
    const auto [first, last] = m_duplicatesOf.equal_range(at(row).first);
    for (auto duplicate = first; duplicate != last; ++duplicate) {
        if (duplicate->second != row)
            rows.push_back(duplicate->second);
    }
    return rows;
}

bool GalleryModel::hasIdentical(int row) const {
    return at(row).isExhibit &&
           (at(row).first != at(row).id || m_duplicatesOf.contains(at(row).id));
}

JobId GalleryModel::jobOf(int row) const {
    return m_rows[static_cast<std::size_t>(row)].id;
}

int GalleryModel::rowOf(JobId id) const {
    const auto found = m_rowOf.find(id);
    return found == m_rowOf.end() ? -1 : found->second;
}

int GalleryModel::rowOfPath(const QString& path) const {
    return m_rowOfPath.value(path, -1);
}

std::shared_ptr<const core::examination::Examination> GalleryModel::examination(int row) const {
    return m_rows[static_cast<std::size_t>(row)].examination;
}

QString GalleryModel::file(int row) const {
    const Row& entry = at(row);
    return entry.file.isEmpty() ? entry.path : entry.file;
}

std::optional<core::Error> GalleryModel::error(int row) const {
    return m_rows[static_cast<std::size_t>(row)].error;
}

} // namespace ui::gallery
