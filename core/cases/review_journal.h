// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/case_database.h"
#include "core/cases/review_marks.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace core::cases {

// The marks of a case and the journal of gestures over them. Each function below that changes
// something writes the marks, the journal and a row of the audit log; it is to be called within a
// transaction. The audit row holds the changes themselves, so that the log alone gives every state
// back.

/// Sets fields to new values; `before` in the wanted changes is not looked at. What was undone can
/// no longer be redone afterwards.
/// @return the gesture with what really changed; number 0 when nothing did
/// @errors InvalidArgument (no such exhibit), WriteFailed
[[nodiscard]] Result<Gesture> applyGesture(const CaseDatabase& database, const QString& actor,
                                           const std::string& name,
                                           const std::vector<MarkChange>& wanted);

/// Takes the latest gesture back. @return its changes turned round; number 0: there is none
/// @errors WriteFailed, FileUnreadable
[[nodiscard]] Result<Gesture> undoGesture(const CaseDatabase& database, const QString& actor);

/// Makes the gesture again that was undone last. @return as undoGesture
[[nodiscard]] Result<Gesture> redoGesture(const CaseDatabase& database, const QString& actor);

/// Notes that somebody looked at an exhibit: no gesture, so it cannot be undone.
/// @errors as applyGesture
[[nodiscard]] Result<void> recordView(const CaseDatabase& database, const QString& actor,
                                      std::int64_t exhibit);

[[nodiscard]] Result<History> readHistory(const CaseDatabase& database);

/// Field by field. @errors FileUnreadable
[[nodiscard]] Result<std::map<std::string, std::string>> readMarks(const CaseDatabase& database,
                                                                   std::int64_t exhibit);

/// The changes in the details of an audit row; empty when it reports none.
[[nodiscard]] std::vector<MarkChange> changesIn(const QJsonObject& details);

/// Replays audit rows and compares what they give with the tables.
class JournalReplay {
  public:
    void follow(std::int64_t row, const std::string& action, const QJsonObject& details);
    /// Exhibits whose marks differ from the log, each with a sentence; number 0: the journal.
    /// @errors FileUnreadable
    [[nodiscard]] Result<std::vector<std::pair<std::int64_t, std::string>>>
    differences(const CaseDatabase& database) const;

  private:
    /// 0: the log holds no such gesture.
    [[nodiscard]] std::int64_t rowOf(std::int64_t gesture) const {
        const auto row = m_rows.find(gesture);
        return row == m_rows.end() ? 0 : row->second;
    }

    std::map<std::pair<std::int64_t, std::string>, std::string> m_marks;
    std::map<std::int64_t, std::string> m_states; ///< of the gestures
    std::map<std::int64_t, std::int64_t> m_rows;  ///< of the log, that hold the gestures
    std::set<std::int64_t> m_undone;              ///< those that can be redone
    std::int64_t m_contradiction = 0; ///< an exhibit whose changes do not follow one another
};

} // namespace core::cases
