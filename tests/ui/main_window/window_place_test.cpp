// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_place.h"

#include <QScreen>
#include <QTest>

using ui::main_window::restorePlace;

class WindowPlaceTest : public QObject {
    Q_OBJECT

  private:
    /// What a window saves that was shown at a place.
    static QByteArray saved(const QRect& place) {
        QWidget window;
        window.setGeometry(place);
        return window.saveGeometry();
    }
    static QRect room(const QWidget& window) { return window.screen()->availableGeometry(); }

  private Q_SLOTS:
    void aNewWindowHasTheUsualSizeOrTheScreens() {
        QWidget window;
        restorePlace(window, {}, {400, 300});
        QCOMPARE(window.size(), QSize(400, 300));
        restorePlace(window, {}, {9000, 300});
        QCOMPARE(window.size(), QSize(room(window).width(), 300));
        restorePlace(window, {}, {400, 9000});
        QVERIFY(window.height() < room(window).height()); // its title is on the screen, too
    }

    void aPlaceThatFitsIsKept() {
        QWidget window;
        restorePlace(window, saved({60, 70, 400, 300}), {100, 100});
        QCOMPARE(window.geometry(), QRect(60, 70, 400, 300));
    }

    void nothingLiesOutsideOfTheScreen() {
        const QRect screen = room(QWidget());
        for (const QRect& place : {QRect(0, 20, screen.width(), screen.height()),
                                   QRect(screen.width() - 50, 0, 300, 300),
                                   QRect(-500, -500, 300, 300), QRect(0, 0, 5000, 5000)}) {
            QWidget window;
            restorePlace(window, saved(place), {100, 100});
            QVERIFY2(screen.contains(window.geometry()), qPrintable(QString::number(place.x())));
        }
    }

    void damagedPlacesCountAsNone() {
        QWidget window;
        restorePlace(window, "no geometry", {400, 300});
        QCOMPARE(window.size(), QSize(400, 300));
    }
};

QTEST_MAIN(WindowPlaceTest)
#include "window_place_test.moc"
