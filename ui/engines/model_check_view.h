// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/model_folder.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace ui::engines {

/// What a check found in a checkpoint folder: ready or what to do, what it is, its files, the
/// memory it needs.
class ModelCheckView : public QWidget {
    Q_OBJECT

  public:
    explicit ModelCheckView(QWidget* parent = nullptr);

    void setReport(const core::inference::ModelFolderReport& report);

  private:
    void fillFiles(const core::inference::ModelFolderReport& report);

    QLabel* m_headline = nullptr;
    QLabel* m_problems = nullptr;
    QLabel* m_facts = nullptr;
    QTreeWidget* m_files = nullptr;
    QLabel* m_memory = nullptr;
};

} // namespace ui::engines
