// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"
#include "ui/provenance/file_parts_view.h"

#include <QImage>
#include <QWidget>

#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <utility>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui::provenance {

/// Content Credentials: what became of them, four answers, and a tree of manifests, actions and
/// ingredients with their thumbnails, which are read from the file when the tab is seen.
class CredentialsView : public QWidget {
    Q_OBJECT

  public:
    explicit CredentialsView(QWidget* parent = nullptr);
    ~CredentialsView() override;

    void setCredentials(const core::examination::C2paRecord& record, const FileAtHand& file);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    /// Manifest and ingredient label.
    using Place = std::pair<std::string, std::string>;

    void fillAnswers();
    void fillTree();
    void addManifest(const std::string& label, QTreeWidgetItem* parent, int depth);
    void addStatus(const core::examination::C2paManifest& manifest, QTreeWidgetItem* parent);
    void loadPictures();
    void showPicture(const Place& place, const QImage& picture);

    core::examination::C2paRecord m_record;
    FileAtHand m_file;
    QLabel* m_text = nullptr;
    QTreeWidget* m_tree = nullptr;
    std::map<Place, QTreeWidgetItem*> m_items;
    std::set<std::string> m_shown; ///< manifests that are in the tree
    bool m_isLoaded = true;
    std::stop_source m_stop;
};

} // namespace ui::provenance
