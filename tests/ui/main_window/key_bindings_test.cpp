// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/key_bindings.h"

#include <QAction>
#include <QTest>

using ui::main_window::KeyBindings;

/// Three actions with the keys A, B and C.
class KeyBindingsTest : public QObject {
    Q_OBJECT

  private:
    struct Made {
        QAction a, b, c;
        KeyBindings keys;

        Made() : keys(named({&a, &b, &c})) {}

        static QList<QAction*> named(const QList<QAction*>& actions) {
            for (int i = 0; i < actions.size(); ++i) {
                actions[i]->setObjectName(QString(QChar('a' + i)));
                actions[i]->setShortcut(QKeySequence(Qt::Key_A + i));
            }
            return actions;
        }
    };

  private Q_SLOTS:
    void exchangedKeysComeBackWhicheverActionIsFirst() {
        for (const auto& [first, second] : {std::pair("a", "b"), std::pair("b", "a")}) {
            Made made;
            auto* one = first == QString("a") ? &made.a : &made.b;
            auto* other = second == QString("a") ? &made.a : &made.b;
            const QKeySequence keyOfOne = one->shortcut();
            made.keys.set(one, QKeySequence("F9"));
            made.keys.set(other, keyOfOne);
            Made later;
            later.keys.use(made.keys.changed());
            QCOMPARE(later.keys.changed(), made.keys.changed());
        }
    }

    void aTakenKeyIsNotGivenTwice() {
        Made made;
        made.keys.use({{"a", "C"}});
        QCOMPARE(made.a.shortcut(), QKeySequence("A"));
        QCOMPARE(made.keys.owner(QKeySequence("C"), nullptr), &made.c);
    }

    void theUsualKeyIsNotTakenFromWhoHasItNow() {
        Made made;
        made.keys.set(&made.a, QKeySequence("F9"));
        made.keys.set(&made.b, QKeySequence("A"));
        QCOMPARE(made.keys.reset(&made.a), &made.b);
        QCOMPARE(made.a.shortcut(), QKeySequence("F9"));
        QCOMPARE(made.keys.reset(&made.b), nullptr);
        QCOMPARE(made.keys.reset(&made.a), nullptr);
        QVERIFY(made.keys.changed().isEmpty());
    }

    void anActionMayHaveNoKey() {
        Made made;
        made.keys.set(&made.a, {});
        Made later;
        later.keys.use(made.keys.changed());
        QVERIFY(later.a.shortcuts().isEmpty());
    }
};

QTEST_MAIN(KeyBindingsTest)
#include "key_bindings_test.moc"
