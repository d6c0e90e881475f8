// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/examination/examination.h"
#include "core/inference/analysis_outcome.h"
#include "core/inference/analysis_queue.h"

#include <QAbstractListModel>
#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>
#include <unordered_map>
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
        ReviewedRole,    ///< was on screen after its result had come
    };

    /// @param thumbnails  outlives the model
    explicit GalleryModel(ThumbnailCache* thumbnails, QObject* parent = nullptr);

    /// Adds rows for jobs; one insertion for all of them.
    void add(const std::vector<core::inference::JobId>& ids, const QStringList& paths);

    void setState(core::inference::JobId id, core::inference::JobState state);
    void setProgress(const core::inference::AnalysisProgress& progress);
    void setOutcome(const core::inference::AnalysisOutcome& outcome);
    void markReviewed(int row);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] core::inference::JobId jobOf(int row) const;
    [[nodiscard]] int rowOf(core::inference::JobId id) const; ///< -1: no such job
    [[nodiscard]] int rowOfPath(const QString& path) const;   ///< -1: not in the gallery
    [[nodiscard]] std::shared_ptr<const core::examination::Examination> examination(int row) const;
    [[nodiscard]] std::optional<core::Error> error(int row) const;
    [[nodiscard]] int reviewedCount() const { return m_reviewed; }

  private:
    struct Row {
        core::inference::JobId id = 0;
        QString path;
        core::inference::JobState state = core::inference::JobState::Waiting;
        double progress = 0;
        bool isReviewed = false;
        std::shared_ptr<const core::examination::Examination> examination;
        std::optional<core::Error> error;
    };

    [[nodiscard]] QString accessibleText(const Row& row) const;

    ThumbnailCache* m_thumbnails;
    std::vector<Row> m_rows;
    std::unordered_map<core::inference::JobId, int> m_rowOf;
    QHash<QString, int> m_rowOfPath;
    int m_reviewed = 0;
};

} // namespace ui::gallery
