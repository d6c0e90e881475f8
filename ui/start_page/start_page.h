// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QListWidget;

namespace ui::start_page {

/// The first thing a person sees: where to drop pictures, what was open last, what is ready.
class StartPage : public QWidget {
    Q_OBJECT

  public:
    explicit StartPage(QWidget* parent = nullptr);

    /// Paths that are no longer there are grayed as soon as that is known.
    void setRecent(const QStringList& paths);
    /// Pictures go into this case; empty: they are looked at without one.
    void setCase(const QString& name);
    void setEngineText(const QString& text);
    void setDropActive(bool active); ///< something droppable hovers over the window

  Q_SIGNALS:
    void openFilesRequested();
    void openFolderRequested();
    void newCaseRequested();
    void openCaseRequested();
    void pathChosen(const QString& path);

  private:
    void addRecent(const QString& path);
    void grayMissing();
    void markMissing(const QStringList& missing);

    [[nodiscard]] QString invitation() const;

    QString m_case;
    QStringList m_recentPaths;
    QLabel* m_target = nullptr;
    QLabel* m_engine = nullptr;
    QLabel* m_recentTitle = nullptr;
    QListWidget* m_recent = nullptr;
};

} // namespace ui::start_page
