// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/desk_state.h"

#include <QTest>

using namespace ui::cases;

class DeskStateTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aStateComesBackAsItWas() {
        DeskState state;
        state.exhibit = 99'999;
        state.isFitted = false;
        state.magnification = 3.25;
        state.center = {1201.5, 33.125};
        state.search = "Größe \"x\"";
        state.filters = {"verdict:1", "tag:a:b"};
        state.grouping = 3;
        state.order = 1;
        state.tab = 3;
        state.splitter = QByteArray("\0\1\2\xff", 4);
        state.isGalleryShown = false;
        state.copies = true;
        state.watched = "/card/DCIM";
        state.isPaused = true;
        QVERIFY(deskStateFrom(toJson(state)) == state);
    }

    void nonsenseBecomesTheDefault_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no json") << QByteArray("\xff{{{");
        QTest::newRow("a list") << QByteArray("[1,2]");
        QTest::newRow("other types") << QByteArray(R"({"exhibit":"x","show":[],"tab":-4})");
    }
    void nonsenseBecomesTheDefault() {
        QFETCH(QByteArray, json);
        QVERIFY(deskStateFrom(json) == DeskState());
    }
};

QTEST_GUILESS_MAIN(DeskStateTest)
#include "desk_state_test.moc"
