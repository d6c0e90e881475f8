// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"
#include "core/image/decode_limits.h"

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

    /// Reads what a file says, on the thread pool: for files whose picture could not be examined.
    /// Another picture that is shown meanwhile stays.
    void readFrom(const QString& path, const core::image::DecodeLimits& limits);

    /// The chosen fields, one a line, name and value apart by a tab; all shown ones without a
    /// choice.
    void copyFields() const;

  private:
    void addCopying(QVBoxLayout* layout);
    void addRow(const QString& name, const std::string& value, const QString& tip);
    void addGeneration(const core::examination::GenerationRecord& generation);

    int m_shown = 0; ///< grows with every picture
    QLabel* m_summary = nullptr;
    QLineEdit* m_search = nullptr;
    QStandardItemModel* m_model = nullptr;
    QSortFilterProxyModel* m_filter = nullptr;
    QTreeView* m_table = nullptr;
};

} // namespace ui::provenance
