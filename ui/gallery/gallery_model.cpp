// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_model.h"

#include "core/report/translated_words.h"
#include "ui/gallery/thumbnail_cache.h"
#include "ui/messages/error_text.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace ui::gallery {

using core::workspace::Change;
using core::workspace::Changes;
using core::workspace::Picture;
using core::workspace::PictureList;

namespace {

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

GalleryModel::GalleryModel(PictureList* pictures, ThumbnailCache* thumbnails, QObject* parent)
    : QAbstractListModel(parent), m_pictures(pictures), m_thumbnails(thumbnails) {
    connectPictures();
    if (m_pictures->count() > 0)
        addTraits(0, m_pictures->count() - 1);
    connect(m_thumbnails, &ThumbnailCache::ready, this, [this](quint64 id) {
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    });
}

void GalleryModel::connectPictures() {
    connect(m_pictures, &PictureList::aboutToAdd, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(m_pictures, &PictureList::added, this, [this](int first, int last) {
        addTraits(first, last);
        endInsertRows();
    });
    connect(m_pictures, &PictureList::aboutToClear, this, [this] { beginResetModel(); });
    connect(m_pictures, &PictureList::cleared, this, [this] {
        m_traits.clear();
        m_names = {QString()};
        m_numbers = {{QString(), 0}};
        endResetModel();
    });
    connect(m_pictures, &PictureList::changed, this, &GalleryModel::showChange);
}

void GalleryModel::addTraits(int first, int last) {
    for (int row = first; row <= last; ++row) {
        Traits traits;
        traits.folder = intern(folderOf(path(row)));
        traits.bytes = picture(row).bytes;
        m_traits.push_back(traits);
    }
}

void GalleryModel::showChange(int row, Changes what) {
    QList<int> roles;
    if (what.testFlag(Change::Examination) && examination(row)) {
        take(row, core::cases::factsOf(*examination(row)));
        m_traits[static_cast<std::size_t>(row)].bytes = picture(row).bytes;
    }
    if (what.testFlag(Change::File)) {
        m_thumbnails->forget(idOf(row)); // it may be the sign for an unreadable one
        roles << Qt::DecorationRole;
    }
    if (what.testFlag(Change::Verdict))
        roles << VerdictRole << ProbabilityRole;
    if (what.testFlag(Change::State))
        roles << StateRole;
    if (what.testFlag(Change::Progress))
        roles << ProgressRole;
    if (what.testFlag(Change::Reviewed))
        roles << ReviewedRole;
    if (what.testFlag(Change::Marks))
        roles << MarksRole;
    if (!roles.isEmpty()) // an empty list would say that everything changed
        Q_EMIT dataChanged(index(row), index(row), roles);
}

void GalleryModel::take(int row, const core::cases::ExhibitFacts& facts) {
    Traits& traits = m_traits[static_cast<std::size_t>(row)];
    traits.manner = facts.manner;
    traits.category = facts.category;
    traits.hasConflict = facts.hasConflict;
    traits.basis = facts.basis;
    traits.camera = intern(QString::fromStdString(facts.camera));
    traits.takenAt = sortableTime(facts.capturedAt);
    traits.perceptualHash = facts.perceptualHash;
}

void GalleryModel::setFacts(const std::vector<std::pair<int, core::cases::ExhibitFacts>>& facts) {
    if (facts.empty())
        return;
    int first = rowCount();
    int last = 0;
    for (const auto& [row, known] : facts) {
        take(row, known);
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

int GalleryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_traits.size());
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Picture& row = picture(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(row.path).fileName(); // the path's text alone; nothing is read
    case Qt::ToolTipRole:
        return row.path;
    case PathRole:
        return row.path;
    case Qt::DecorationRole:
        return m_thumbnails->pixmap(row.id, row.file());
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case StateRole:
        return static_cast<int>(row.state);
    case VerdictRole:
        return row.verdict ? QVariant(static_cast<int>(*row.verdict)) : QVariant();
    case ProbabilityRole:
        return row.verdict ? QVariant(row.pFake) : QVariant();
    case BasisRole:
        return row.verdict ? QVariant(static_cast<int>(traits(index.row()).basis)) : QVariant();
    case ProgressRole:
        return row.progress;
    case ReviewedRole:
        return row.isReviewed;
    case ConflictRole:
        return traits(index.row()).hasConflict;
    case MarksRole:
        return QVariant::fromValue(row.isExhibit() ? &row.marks : nullptr);
    default:
        return {};
    }
}

QString GalleryModel::accessibleText(const Picture& picture) const {
    QString text = QFileInfo(picture.path).fileName() + ". ";
    if (picture.examination)
        text += core::report::verdictSentence(*picture.examination);
    else if (picture.error)
        text += messages::errorText(picture.error->code);
    return text;
}

} // namespace ui::gallery
