// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QWidget>

class QPlainTextEdit;

namespace ui::review {

/// File, hashes, engine and timings as text to read and copy, and a model's answer verbatim.
class DetailsView : public QWidget {
    Q_OBJECT

  public:
    explicit DetailsView(QWidget* parent = nullptr);
    void setExamination(const core::examination::Examination* examination);

  private:
    QPlainTextEdit* m_text = nullptr;
};

} // namespace ui::review
