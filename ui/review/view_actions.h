// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QAction;

namespace ui::clues {
class CluePanel;
}
namespace ui::viewer {
class ImageView;
}

namespace ui::review {

/// What the actions act on; all of it outlives them.
struct ViewTargets {
    viewer::ImageView* view = nullptr;
    clues::CluePanel* clues = nullptr;
    std::function<void(int step)> cycleLayer;
    std::function<void(bool isManaged)> setColorManaged;
    enum class Tab { Details, Metadata, Plots }; // in the order of ReviewPage's list
    std::function<void(Tab tab)> showTab;
};

/// Zoom, layers, overview, color profile and the way through the clues, for a menu.
class ViewActions : public QObject {
    Q_OBJECT

  public:
    ViewActions(ViewTargets targets, QObject* parent);

    [[nodiscard]] const QList<QAction*>& all() const { return m_actions; }
    // What these do is done by whoever hears their keys being held and let go.
    QAction* peek = nullptr; ///< nothing over the picture
    QAction* loupe = nullptr;

  private:
    QAction* add(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                 const std::function<void()>& run);
    /// @param set  called with whether it is on
    QAction* addToggle(const QString& name, const QString& text, const QKeySequence& key, bool isOn,
                       const std::function<void(bool)>& set);
    void addZoom();
    void addLayers();
    void addAids();
    void addClues();

    ViewTargets m_targets;
    QList<QAction*> m_actions;
};

} // namespace ui::review
