// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"

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

    /// The chosen fields, one a line, name and value apart by a tab; all shown ones without a
    /// choice.
    void copyFields() const;

  private:
    void addCopying(QVBoxLayout* layout);

    QLabel* m_summary = nullptr;
    QLineEdit* m_search = nullptr;
    QStandardItemModel* m_model = nullptr;
    QSortFilterProxyModel* m_filter = nullptr;
    QTreeView* m_table = nullptr;
};

} // namespace ui::provenance
