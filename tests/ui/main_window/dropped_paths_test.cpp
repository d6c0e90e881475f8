// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/dropped_paths.h"

#include <QMimeData>
#include <QTest>
#include <QUrl>

using ui::main_window::localPathsIn;

class DroppedPathsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void takesFilesAndFolders() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile("/p/a b.jpg"), QUrl::fromLocalFile("/p/folder")});
        QCOMPARE(localPathsIn(&data), (QStringList{"/p/a b.jpg", "/p/folder"}));
    }

    void leavesAddressesOnTheNetworkAlone() {
        QMimeData data;
        data.setUrls({QUrl("https://example.org/a.jpg"), QUrl::fromLocalFile("/p/b.jpg")});
        QCOMPARE(localPathsIn(&data), QStringList{"/p/b.jpg"});
        QMimeData remote;
        remote.setUrls({QUrl("https://example.org/a.jpg")});
        QCOMPARE(localPathsIn(&remote), QStringList{});
    }

    void takesPathsFromText() {
        QMimeData data;
        data.setText("/p/a.jpg\r\nfile:///p/b%20c.jpg\n\nnot a path\n");
        QCOMPARE(localPathsIn(&data), (QStringList{"/p/a.jpg", "/p/b c.jpg"}));
    }

    void nothingIsNothing() {
        const QMimeData data;
        QCOMPARE(localPathsIn(&data), QStringList{});
        QCOMPARE(localPathsIn(nullptr), QStringList{});
    }
};

QTEST_MAIN(DroppedPathsTest)
#include "dropped_paths_test.moc"
