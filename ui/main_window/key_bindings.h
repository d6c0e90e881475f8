// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QString>

class QAction;

namespace ui::main_window {

/// The keys of all actions, and which of them the user changed.
class KeyBindings {
  public:
    /// @param actions  outlive this; they have their usual keys now and names of their own
    explicit KeyBindings(QList<QAction*> actions);

    [[nodiscard]] const QList<QAction*>& actions() const { return m_actions; }

    /// Changed keys by action name, as they are kept in the settings. Unknown names are left out;
    /// an action whose keys are taken keeps what is free of its usual ones.
    void use(const QMap<QString, QString>& changed);
    [[nodiscard]] QMap<QString, QString> changed() const;

    /// The action that has a key, or one that begins like it; null: none but `except` has it.
    [[nodiscard]] QAction* owner(const QKeySequence& key, const QAction* except) const;
    /// Gives an action one key in place of its keys. Empty: none.
    void set(QAction* action, const QKeySequence& key);
    /// Gives an action its usual keys back, unless another action has one of them by now: that one
    /// is returned. Null: done.
    QAction* reset(QAction* action);
    void resetAll();

  private:
    void giveFree(QAction* action, const QList<QKeySequence>& keys);

    QList<QAction*> m_actions;
    QHash<const QAction*, QList<QKeySequence>> m_usual;
};

} // namespace ui::main_window
