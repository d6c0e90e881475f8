// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui::settings {

/// The lists of certificates that the user trusts for Content Credentials: PEM files with a name
/// and a date, both of which can be typed over.
class TrustPage : public QWidget {
    Q_OBJECT

  public:
    explicit TrustPage(QWidget* parent = nullptr);

    void setFiles(const QList<core::settings::TrustFile>& files);
    [[nodiscard]] QList<core::settings::TrustFile> files() const;
    /// Adds a list without asking for its file.
    void addFile(const QString& path, bool isForTimeStamps);

  Q_SIGNALS:
    void changed();

  private:
    void choose(bool isForTimeStamps);
    void removeChosen();
    QTreeWidgetItem* addRow(const core::settings::TrustFile& file);

    QTreeWidget* m_list = nullptr;
    QPushButton* m_remove = nullptr;
    bool m_isFilling = false;
};

} // namespace ui::settings
