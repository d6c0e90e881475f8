// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/gallery_view_state.h"

#include <QMap>
#include <QToolButton>

#include <functional>

class QMenu;

namespace ui::gallery {

/// Searches and filters under names: a button with a menu that keeps the present one, brings one
/// back or forgets one.
class SavedViews : public QToolButton {
    Q_OBJECT

  public:
    using Present = std::function<GalleryViewState()>;
    explicit SavedViews(Present present, QWidget* parent = nullptr);

    /// Texts by name; see toText().
    void setViews(const QMap<QString, QString>& views) { m_views = views; }
    /// Under a name; one that was there is replaced.
    void keep(const QString& name);

  Q_SIGNALS:
    void chosen(const ui::gallery::GalleryViewState& state);
    void changed(const QMap<QString, QString>& views);

  private:
    void fill();
    void askForName();
    void forget(const QString& name);

    Present m_present;
    QMap<QString, QString> m_views;
    QMenu* m_menu;
};

} // namespace ui::gallery
