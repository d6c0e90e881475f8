// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"
#include "core/inference/intake_rules.h"
#include "ui/provenance/file_parts_view.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTreeView;
class QVBoxLayout;

namespace ui::provenance {

/// What the file says about itself: a summary and every metadata field, searchable.
class MetadataView : public QWidget {
    Q_OBJECT

  public:
    explicit MetadataView(QWidget* parent = nullptr);
    void setProvenance(const core::examination::ProvenanceRecord& provenance);
    /// The file of what was set last: its parts can then be saved, its previews are shown.
    void setFile(const FileAtHand& file);

    /// Reads what a file says, on the thread pool: for files whose picture could not be examined.
    /// Another picture that is shown meanwhile stays.
    void readFrom(const QString& path, const core::inference::IntakeRules& rules,
                  std::shared_ptr<core::image::Documents> documents);

    /// The chosen fields, one a line, name and value apart by a tab; all shown ones without a
    /// choice.
    void copyFields() const;

  Q_SIGNALS:
    /// What readFrom() read.
    void provenanceRead(const core::examination::ProvenanceRecord& provenance);

  private:
    void addCopying(QVBoxLayout* layout);
    void addRow(const QString& name, const std::string& value, const QString& tip);
    void addGeneration(const core::examination::GenerationRecord& generation);

    int m_shown = 0; ///< grows with every picture
    QLabel* m_summary = nullptr;
    FilePartsView* m_parts = nullptr;
    std::vector<core::examination::ExtraPart> m_extraParts;
    QLineEdit* m_search = nullptr;
    QStandardItemModel* m_model = nullptr;
    QSortFilterProxyModel* m_filter = nullptr;
    QTreeView* m_table = nullptr;
};

} // namespace ui::provenance
