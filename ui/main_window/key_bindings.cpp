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
    QList<QAction*> wanting;
    for (QAction* action : m_actions) {
        if (!changed.contains(action->objectName()))
            continue;
        wanting << action;
        action->setShortcuts(QList<QKeySequence>()); // two actions may have exchanged their keys
    }
    for (QAction* action : wanting) {
        QList<QKeySequence> keys =
            QKeySequence::listFromString(changed.value(action->objectName()));
        keys.removeIf([](const QKeySequence& key) { return key.isEmpty(); }); // it is to have none
        giveFree(action, keys);
    }
}

void KeyBindings::giveFree(QAction* action, const QList<QKeySequence>& keys) {
    const auto isFree = [&](const QKeySequence& key) { return owner(key, action) == nullptr; };
    if (std::ranges::all_of(keys, isFree)) {
        action->setShortcuts(keys);
        return;
    }
    QList<QKeySequence> usual = m_usual.value(action);
    usual.removeIf([&](const QKeySequence& key) { return !isFree(key); });
    action->setShortcuts(usual);
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

QAction* KeyBindings::reset(QAction* action) {
    for (const QKeySequence& key : m_usual.value(action))
        if (QAction* taker = owner(key, action))
            return taker;
    action->setShortcuts(m_usual.value(action));
    return nullptr;
}

void KeyBindings::resetAll() {
    for (QAction* action : m_actions)
        action->setShortcuts(m_usual.value(action));
}

} // namespace ui::main_window
