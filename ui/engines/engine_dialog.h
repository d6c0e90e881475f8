// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/model_folder.h"
#include "ui/engines/engine_state.h"
#include "ui/engines/folder_check.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace ui::engines {

class ModelCheckView;

/// Chooses the engine: lists those there are, checks checkpoint folders, shows loading.
class EngineDialog : public QDialog {
    Q_OBJECT

  public:
    explicit EngineDialog(const EngineState& state, QWidget* parent = nullptr);
    /// @param inspect  looks at a checkpoint folder, on another thread
    EngineDialog(const EngineState& state, FolderCheck::Inspect inspect, QWidget* parent);

    void setState(const EngineState& state);

  Q_SIGNALS:
    void chosen(const core::inference::EngineChoice& choice);
    void loadingCancelled();
    void folderAdded(const QString& folder);
    void folderRemoved(const QString& folder);
    /// The base model of an adapter's folder.
    void baseChosen(const QString& folder, const QString& base);

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    QWidget* makeList();
    QWidget* makeDetails();
    QWidget* makeLoading();
    void connectParts();
    void fillList();
    void addRow(const core::inference::EngineChoice& choice);
    void browse();
    void browseForBase();
    void useBase(const QString& folder, const QString& base);
    void addFolder(const QString& folder);
    void showSelected();
    void startCheck(const QString& folder);
    void showCheck();
    void showBase();
    void showLoading();
    [[nodiscard]] core::inference::EngineChoice selected() const;

    EngineState m_state;
    QHash<QString, core::inference::ModelFolderReport> m_reports; ///< by folder
    FolderCheck* m_check = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_remove = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_folder = nullptr;
    QLabel* m_description = nullptr;
    QLabel* m_base = nullptr;
    QPushButton* m_chooseBase = nullptr;
    QPushButton* m_checkAgain = nullptr;
    QPushButton* m_stopCheck = nullptr;
    QProgressBar* m_checking = nullptr;
    ModelCheckView* m_report = nullptr;
    QPushButton* m_use = nullptr;
    QLabel* m_status = nullptr;
    QProgressBar* m_loading = nullptr;
    QPushButton* m_stopLoading = nullptr;
    QLabel* m_problem = nullptr;
};

} // namespace ui::engines
