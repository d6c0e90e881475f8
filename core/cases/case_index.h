// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case_database.h"
#include "core/cases/case_folder.h"
#include "core/cases/exhibit_facts.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace core::cases {

/// What can be made again from a case or by examining anew: heat maps and curves, what the gallery
/// filters by, and words to search for. A database of its own below derived/: nothing is lost with
/// it, so that it need not wait for the disk. Where it cannot be written it is kept in memory.
class CaseIndex {
  public:
    /// Never fails: without an index there are no maps and nothing is found.
    void open(const CaseFolder& folder, bool isWritable);

    /// @param row  of the log; its details hold the layers' SHA-256
    void keepLayers(std::int64_t exhibit, std::int64_t row, const QByteArray& layers) const;
    struct Layers {
        std::int64_t row = 0;
        QByteArray packed;
    };
    [[nodiscard]] Layers layersOf(std::int64_t exhibit) const; ///< row 0: none

    /// The last row of the log that the index knows of.
    struct Covered {
        std::int64_t row = 0;
        QString hash; ///< of that row: another case's index covers nothing of this one
    };
    [[nodiscard]] Covered covered() const;
    /// What one exhibit says now.
    struct Entry {
        ExhibitFacts facts;
        QString names; ///< file, folder, tags, notes, camera, a line each
        QString words; ///< sentences
    };
    /// Puts entries in the place of older ones, and the row up to which they are up to date.
    [[nodiscard]] Result<void> put(const std::vector<Entry>& entries, const Covered& covered) const;

    /// Forgets everything: it was another case's.
    [[nodiscard]] Result<void> clear() const;

    /// All exhibits of which something is known.
    [[nodiscard]] Result<std::vector<ExhibitFacts>> facts() const;

    /// Exhibits in whose names a term is found, or among whose words one begins with it. Ordered.
    [[nodiscard]] Result<std::vector<std::int64_t>> withTerm(const QString& term) const;

  private:
    [[nodiscard]] bool openFile(const std::filesystem::path& file, Access access);
    [[nodiscard]] bool makeTables() const;
    [[nodiscard]] bool hasLayout() const;
    [[nodiscard]] Result<void> putEntry(const Entry& entry) const;

    std::unique_ptr<CaseDatabase> m_database;
    bool m_isOpen = false;
    bool m_isReadOnly = false; ///< what its last owner left; it is not kept up to date
};

} // namespace core::cases
