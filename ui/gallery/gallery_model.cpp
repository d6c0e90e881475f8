// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_model.h"

#include "core/report/translated_words.h"
#include "ui/gallery/thumbnail_cache.h"
#include "ui/messages/error_text.h"

#include <QFileInfo>

#include <utility>

namespace ui::gallery {

using core::inference::JobId;
using core::inference::JobState;

GalleryModel::GalleryModel(ThumbnailCache* thumbnails, QObject* parent)
    : QAbstractListModel(parent), m_thumbnails(thumbnails) {
    connect(m_thumbnails, &ThumbnailCache::ready, this, [this](quint64 id) {
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    });
}

void GalleryModel::add(const std::vector<JobId>& ids, const QStringList& paths) {
    if (ids.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(ids.size()) - 1);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        Row row;
        row.id = ids[i];
        row.path = paths[static_cast<qsizetype>(i)];
        m_rowOf[row.id] = static_cast<int>(m_rows.size());
        m_rowOfPath[row.path] = static_cast<int>(m_rows.size());
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
}

void GalleryModel::setState(JobId id, JobState state) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    Row& entry = m_rows[static_cast<std::size_t>(row)];
    entry.state = state;
    if (state == JobState::Waiting) {
        entry.examination.reset();
        entry.error.reset();
        entry.progress = 0;
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
    Row& entry = m_rows[static_cast<std::size_t>(row)];
    if (outcome.examination)
        entry.examination = *outcome.examination;
    else
        entry.error = outcome.examination.error();
    Q_EMIT dataChanged(index(row), index(row), {VerdictRole, ProbabilityRole, StateRole});
}

void GalleryModel::markReviewed(int row) {
    Row& entry = m_rows[static_cast<std::size_t>(row)];
    if (entry.isReviewed || !entry.examination)
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
        return m_thumbnails->pixmap(row.id, row.path);
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case StateRole:
        return static_cast<int>(row.state);
    case VerdictRole:
        return row.examination ? QVariant(static_cast<int>(row.examination->verdict)) : QVariant();
    case ProbabilityRole:
        return row.examination ? QVariant(row.examination->pFake) : QVariant();
    case ProgressRole:
        return row.progress;
    case ReviewedRole:
        return row.isReviewed;
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

std::optional<core::Error> GalleryModel::error(int row) const {
    return m_rows[static_cast<std::size_t>(row)].error;
}

} // namespace ui::gallery
