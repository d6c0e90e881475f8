// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/key_bindings.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace ui::main_window {

KeyBindings::KeyBindings(QList<QAction*> actions) : m_actions(std::move(actions)) {
    for (const QAction* action : m_actions)
        m_usual.insert(action, action->shortcuts());
}

void KeyBindings::use(const QMap<QString, QString>& changed) {
    for (QAction* action : m_actions) {
        const auto found = changed.find(action->objectName());
        if (found == changed.end())
            continue;
        const auto keys = QKeySequence::listFromString(*found);
        const bool isFree = std::ranges::none_of(
            keys, [&](const QKeySequence& key) { return owner(key, action) != nullptr; });
        if (isFree)
            action->setShortcuts(keys);
    }
}

QMap<QString, QString> KeyBindings::changed() const {
    QMap<QString, QString> changed;
    for (const QAction* action : m_actions) {
        if (action->shortcuts() != m_usual.value(action))
            changed.insert(action->objectName(), QKeySequence::listToString(action->shortcuts()));
    }
    return changed;
}

QAction* KeyBindings::owner(const QKeySequence& key, const QAction* except) const {
    if (key.isEmpty())
        return nullptr;
    for (QAction* action : m_actions) {
        if (action == except)
            continue;
        for (const QKeySequence& taken : action->shortcuts()) {
            if (taken.matches(key) != QKeySequence::NoMatch ||
                key.matches(taken) != QKeySequence::NoMatch)
                return action;
        }
    }
    return nullptr;
}

void KeyBindings::set(QAction* action, const QKeySequence& key) {
    action->setShortcuts(key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
}

void KeyBindings::reset(QAction* action) {
    action->setShortcuts(m_usual.value(action));
}

void KeyBindings::resetAll() {
    for (QAction* action : m_actions)
        reset(action);
}

} // namespace ui::main_window
