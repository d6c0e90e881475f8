// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case_record.h"
#include "core/inference/analysis_outcome.h"
#include "core/workspace/picture.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

namespace core::workspace {

/// What changed about a picture.
enum class Change {
    State = 1,
    Progress = 2,
    Verdict = 4,     ///< with its probability
    Examination = 8, ///< another one is in memory
    Reviewed = 16,
    Marks = 32,
    File = 64, ///< its bytes are elsewhere
};
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

/// All open pictures in the order in which they came. Lives in the window's thread. An index is
/// valid until clear(); pictures are never taken out one by one.
class PictureList : public QObject {
    Q_OBJECT

  public:
    explicit PictureList(QObject* parent = nullptr) : QObject(parent) {}

    /// Loose pictures; one insertion for all of them. @return their ids, in order
    std::vector<PictureId> add(const QStringList& paths);
    /// The exhibits of a case; those that are here already get their place and marks anew.
    void addEntries(const std::vector<cases::CaseEntry>& entries);
    /// Forgets all of them: another case is opened.
    void clear();

    void setState(PictureId id, inference::JobState state);
    void setProgress(const inference::AnalysisProgress& progress);
    /// For the picture and all with the same bytes.
    void setOutcome(const inference::AnalysisOutcome& outcome);
    /// A result that was read from the case; it is kept while its picture is near.
    void setExamination(int index, std::shared_ptr<const examination::Examination> examination);
    /// Its result was on screen. Only the examiner's decision makes an exhibit reviewed.
    void markReviewed(int index);

    [[nodiscard]] int count() const { return static_cast<int>(m_pictures.size()); }
    [[nodiscard]] const Picture& at(int index) const {
        return m_pictures[static_cast<std::size_t>(index)];
    }
    /// Null: no such picture. Valid until the next clear().
    [[nodiscard]] const Picture* find(PictureId id) const;
    [[nodiscard]] int indexOf(PictureId id) const;            ///< -1: no such picture
    [[nodiscard]] int indexOfPath(const QString& path) const; ///< -1: not here
    [[nodiscard]] int indexOfExhibit(std::int64_t exhibit) const;
    /// Exhibits whose files have the very same bytes, without the picture itself.
    [[nodiscard]] std::vector<int> identicalTo(int index) const;
    [[nodiscard]] bool hasIdentical(int index) const; ///< without naming them
    [[nodiscard]] int reviewedCount() const { return m_reviewed; }

  Q_SIGNALS:
    void aboutToAdd(int first, int last);
    void added(int first, int last);
    void aboutToClear();
    void cleared();
    void changed(int index, core::workspace::Changes what);

  private:
    [[nodiscard]] Picture pictureFrom(PictureId id, const cases::CaseEntry& entry) const;
    [[nodiscard]] Picture& get(int index) { return m_pictures[static_cast<std::size_t>(index)]; }
    void append(std::vector<Picture> pictures);
    void update(int index, Picture entry);
    void setResult(int index, const inference::AnalysisOutcome& outcome);
    void hold(int index, std::shared_ptr<const examination::Examination> examination);
    void keepNear(int index);

    std::deque<Picture> m_pictures; ///< a vector would move a hundred thousand when it grows
    std::unordered_map<PictureId, int> m_indexOf;
    std::unordered_map<std::int64_t, int> m_indexOfExhibit;
    QHash<QString, int> m_indexOfPath;
    std::unordered_multimap<PictureId, int> m_repeatedOf; ///< indices, by their first
    std::deque<PictureId> m_near;                         ///< exhibits with results in memory
    PictureId m_lastId = 0;
    int m_reviewed = 0;
};

} // namespace core::workspace
