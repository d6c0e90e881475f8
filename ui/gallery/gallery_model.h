// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/exhibit_facts.h"
#include "core/examination/examination.h"
#include "core/workspace/picture_list.h"

#include <QAbstractListModel>
#include <QHash>
#include <QStringList>

#include <deque>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace ui::gallery {

class ThumbnailCache;

/// The open pictures as rows for the views. Thumbnails live in the cache.
class GalleryModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role {
        PathRole = Qt::UserRole + 1,
        StateRole,       ///< core::inference::JobState as int
        VerdictRole,     ///< core::examination::Verdict as int; invalid until there is one
        ProbabilityRole, ///< p_fake, 0 to 1; invalid until there is one
        ProgressRole,    ///< 0 to 1 while the picture is being examined
        BasisRole,       ///< core::examination::Basis as int; invalid until there is a verdict
        ConflictRole,    ///< two engines contradict each other; known once the result was in memory
        ReviewedRole,    ///< in a case: the examiner decided; else: its result was on screen
        MarksRole,       ///< a const Marks* that is valid until the model changes; see marks()
        TraitsRole,      ///< no data, but named by dataChanged(): see traits()
    };

    /// What pictures are filtered and grouped by besides verdict and marks. Names are numbers of
    /// nameOf(), so that a hundred thousand rows are compared in moments.
    struct Traits {
        std::optional<core::examination::Manner> manner;
        core::examination::Category category = core::examination::Category::Unknown;
        bool hasConflict = false;                                          ///< between two engines
        core::examination::Basis basis = core::examination::Basis::Pixels; ///< of the verdict
        int camera = 0;                                                    ///< make and model
        int folder = 0;                                                    ///< as received
        std::int64_t takenAt = 0; ///< 20240131235959; 0: not known
        std::uint64_t bytes = 0;  ///< of the file; 0: not known yet
        std::optional<std::uint64_t> perceptualHash;
    };

    /// @param pictures, thumbnails  outlive the model
    GalleryModel(core::workspace::PictureList* pictures, ThumbnailCache* thumbnails,
                 QObject* parent = nullptr);

    [[nodiscard]] core::workspace::PictureList* pictures() const { return m_pictures; }
    /// What the case knows of rows without reading their results.
    void setFacts(const std::vector<std::pair<int, core::cases::ExhibitFacts>>& facts);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// A row is the picture's index.
    [[nodiscard]] const core::workspace::Picture& picture(int row) const {
        return m_pictures->at(row);
    }
    [[nodiscard]] core::workspace::PictureId idOf(int row) const { return picture(row).id; }
    /// -1: no such picture
    [[nodiscard]] int rowOf(core::workspace::PictureId id) const { return m_pictures->indexOf(id); }
    /// Null: there is none, or it is in the case only.
    [[nodiscard]] std::shared_ptr<const core::examination::Examination> examination(int row) const {
        return picture(row).examination;
    }
    [[nodiscard]] core::inference::JobState state(int row) const { return picture(row).state; }
    [[nodiscard]] const QString& path(int row) const { return picture(row).path; } ///< as received
    [[nodiscard]] const QString& file(int row) const { return picture(row).file(); }
    [[nodiscard]] const core::cases::Marks& marks(int row) const { return picture(row).marks; }
    [[nodiscard]] const Traits& traits(int row) const {
        return m_traits[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] bool isReviewed(int row) const { return picture(row).isReviewed; }
    [[nodiscard]] double pFake(int row) const { return picture(row).pFake; }
    [[nodiscard]] QString nameOf(int number) const; ///< 0: empty
    /// -1: no row has it.
    [[nodiscard]] int numberOf(const QString& name) const { return m_numbers.value(name, -1); }
    [[nodiscard]] std::optional<core::examination::Verdict> verdict(int row) const {
        return picture(row).verdict;
    }
    [[nodiscard]] std::vector<int> identicalTo(int row) const {
        return m_pictures->identicalTo(row);
    }
    [[nodiscard]] bool isRepeated(int row) const { return picture(row).isRepeated(); }
    [[nodiscard]] bool hasIdentical(int row) const { return m_pictures->hasIdentical(row); }
    [[nodiscard]] const std::optional<core::Error>& error(int row) const {
        return picture(row).error;
    }
    [[nodiscard]] bool isCase() const { return m_pictures->count() > 0 && picture(0).isExhibit(); }
    [[nodiscard]] int reviewedCount() const { return m_pictures->reviewedCount(); }

  private:
    [[nodiscard]] QString accessibleText(const core::workspace::Picture& picture) const;
    void connectPictures();
    void addTraits(int first, int last);
    void showChange(int row, core::workspace::Changes what);
    void take(int row, const core::cases::ExhibitFacts& facts);
    int intern(const QString& name);

    core::workspace::PictureList* m_pictures;
    ThumbnailCache* m_thumbnails;
    std::deque<Traits> m_traits; ///< by row
    QStringList m_names{QString()};
    QHash<QString, int> m_numbers{{QString(), 0}};
};

} // namespace ui::gallery

Q_DECLARE_METATYPE(const core::cases::Marks*)
