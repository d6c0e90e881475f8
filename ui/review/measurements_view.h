// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QWidget>

#include <memory>

class QLabel;
class QTreeWidget;

namespace ui::review {

/// What every analyzer measured, with its usual range, also when it found nothing or does not
/// apply.
class MeasurementsView : public QWidget {
    Q_OBJECT

  public:
    explicit MeasurementsView(QWidget* parent = nullptr);
    void setExamination(std::shared_ptr<const core::examination::Examination> examination);

  Q_SIGNALS:
    /// The chosen row's analyzer in words and its map; null for a row without one.
    void mapChosen(const QString& analyzer, const std::shared_ptr<const core::HeatMap>& map);

  private:
    std::shared_ptr<const core::examination::Examination> m_examination;
    QLabel* m_hint = nullptr;
    QTreeWidget* m_table = nullptr;
};

} // namespace ui::review
