// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/case_record.h"
#include "core/cases/exhibit_facts.h"
#include "core/examination/examination.h"
#include "core/inference/analysis_outcome.h"
#include "core/inference/analysis_queue.h"

#include <QAbstractListModel>
#include <QHash>
#include <QStringList>

#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ui::gallery {

class ThumbnailCache;

/// The pictures of this session, one row each, in the order in which they were added. Rows are
/// small: thumbnails live in the cache and results are shared.
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

    /// @param thumbnails  outlives the model
    explicit GalleryModel(ThumbnailCache* thumbnails, QObject* parent = nullptr);

    /// Adds rows for jobs; one insertion for all of them.
    void add(const std::vector<core::inference::JobId>& ids, const QStringList& paths);

    /// Adds the exhibits of a case; those that are rows already get their place and marks anew.
    void addEntries(const std::vector<core::inference::JobId>& ids,
                    const std::vector<core::cases::CaseEntry>& entries);
    /// Forgets all rows: another case is opened.
    void clear();

    void setState(core::inference::JobId id, core::inference::JobState state);
    void setProgress(const core::inference::AnalysisProgress& progress);
    void setOutcome(const core::inference::AnalysisOutcome& outcome);
    /// A result that was read from the case; it is kept while its picture is near.
    void setExamination(int row, std::shared_ptr<const core::examination::Examination> examination);
    void markReviewed(int row);
    /// What the case knows of rows without reading their results.
    void setFacts(const std::vector<std::pair<int, core::cases::ExhibitFacts>>& facts);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] core::inference::JobId jobOf(int row) const;
    [[nodiscard]] int rowOf(core::inference::JobId id) const; ///< -1: no such job
    [[nodiscard]] int rowOfPath(const QString& path) const;   ///< -1: not in the gallery
    /// Null: there is none, or it is in the case only.
    [[nodiscard]] std::shared_ptr<const core::examination::Examination> examination(int row) const;
    [[nodiscard]] core::inference::JobState state(int row) const { return at(row).state; }
    [[nodiscard]] const QString& path(int row) const { return at(row).path; } ///< as received
    [[nodiscard]] QString file(int row) const; ///< where its bytes are now
    [[nodiscard]] const core::cases::Marks& marks(int row) const { return at(row).marks; }
    [[nodiscard]] const Traits& traits(int row) const { return at(row).traits; }
    [[nodiscard]] bool isReviewed(int row) const { return at(row).isReviewed; }
    [[nodiscard]] double pFake(int row) const { return at(row).pFake; }
    [[nodiscard]] QString nameOf(int number) const; ///< 0: empty
    /// -1: no row has it.
    [[nodiscard]] int numberOf(const QString& name) const { return m_numbers.value(name, -1); }
    [[nodiscard]] std::optional<core::examination::Verdict> verdict(int row) const {
        return at(row).verdict;
    }
    /// Rows of a case whose files have the very same bytes, without the row itself.
    [[nodiscard]] std::vector<int> identicalTo(int row) const;
    /// Whether another row came before with the same bytes: they are examined once.
    [[nodiscard]] bool isRepeated(int row) const {
        return at(row).isExhibit && at(row).first != at(row).id;
    }
    [[nodiscard]] bool hasIdentical(int row) const; ///< without naming them
    [[nodiscard]] std::optional<core::Error> error(int row) const;
    [[nodiscard]] bool isCase() const { return !m_rows.empty() && m_rows.front().isExhibit; }
    [[nodiscard]] int reviewedCount() const { return m_reviewed; }

  private:
    struct Row {
        core::inference::JobId id = 0;
        QString path;
        QString file; ///< empty: the path
        core::inference::JobState state = core::inference::JobState::Waiting;
        double progress = 0;
        bool isReviewed = false;
        bool isExhibit = false;
        Traits traits;
        core::inference::JobId first = 0; ///< row id of the first exhibit with these bytes
        std::optional<core::examination::Verdict> verdict;
        double pFake = 0.5;
        core::cases::Marks marks;
        std::shared_ptr<const core::examination::Examination> examination;
        std::optional<core::Error> error;
    };

    [[nodiscard]] const Row& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] static Row rowFrom(core::inference::JobId id,
                                     const core::cases::CaseEntry& entry);
    [[nodiscard]] QString accessibleText(const Row& row) const;
    void append(std::vector<Row> rows);
    void update(int row, Row entry);
    void take(Row& row, const core::cases::ExhibitFacts& facts);
    int intern(const QString& name);
    void setResult(int row, const core::inference::AnalysisOutcome& outcome);
    void keep(int row);

    ThumbnailCache* m_thumbnails;
    std::deque<Row> m_rows; ///< a vector would move a hundred thousand when it grows
    std::unordered_map<core::inference::JobId, int> m_rowOf;
    QHash<QString, int> m_rowOfPath;
    QStringList m_names{QString()};
    QHash<QString, int> m_numbers{{QString(), 0}};
    std::unordered_multimap<core::inference::JobId, int> m_duplicatesOf; ///< rows, by their first
    std::deque<core::inference::JobId> m_kept; ///< exhibits whose results are in memory
    int m_reviewed = 0;
};

} // namespace ui::gallery

Q_DECLARE_METATYPE(const core::cases::Marks*)
