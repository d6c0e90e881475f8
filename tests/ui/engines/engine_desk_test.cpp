// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engines/engine_desk.h"

#include "ui/engines/engine_dialog.h"
#include "ui/engines/engine_words.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using core::inference::EngineInUse;
using ui::engines::EngineDesk;
using ui::engines::EngineDialog;
using ui::engines::folderChoice;

class EngineDeskTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theButtonNamesTheEngineAndItsLoading() {
        QWidget window;
        EngineDesk desk(&window);
        EngineInUse engine;
        desk.setInUse(engine);
        QCOMPARE(desk.button()->text(), QString("Engine: Embedded engine"));
        desk.setLoading(folderChoice("/models/mine"));
        desk.setProgress(0.25);
        QCOMPARE(desk.button()->text(), QString("Loading FakeVLM: mine: 25 %"));
        QCOMPARE(desk.button()->accessibleName(), desk.button()->text());
        desk.setFailed("No memory.");
        QCOMPARE(desk.button()->text(), QString("Engine: Embedded engine"));
        QCOMPARE(desk.state().problem, QString("No memory."));
        delete desk.button();
    }

    void theButtonOpensOneDialog() {
        QWidget window;
        window.show();
        EngineDesk desk(&window);
        QTest::mouseClick(desk.button(), Qt::LeftButton);
        desk.openDialog();
        QCOMPARE(window.findChildren<EngineDialog*>().size(), 1);
        QVERIFY(window.findChild<EngineDialog*>()->isVisible());
        delete desk.button();
    }

    void foldersAreRememberedOnce() {
        QWidget window;
        EngineDesk desk(&window);
        desk.setFolders({"/models/a"});
        QSignalSpy changed(&desk, &EngineDesk::foldersChanged);
        desk.openDialog();
        auto* dialog = window.findChild<EngineDialog*>();
        Q_EMIT dialog->folderAdded("/models/b");
        Q_EMIT dialog->folderAdded("/models/b");
        QCOMPARE(changed.count(), 1);
        QCOMPARE(desk.state().folders, QStringList({"/models/a", "/models/b"}));
        Q_EMIT dialog->folderRemoved("/models/a");
        QCOMPARE(desk.state().folders, QStringList{"/models/b"});
        delete desk.button();
    }

    void theBaseOfAnAdapterIsRemembered() {
        QWidget window;
        EngineDesk desk(&window);
        desk.setFolders({"/models/adapter"});
        QSignalSpy changed(&desk, &EngineDesk::basesChanged);
        desk.openDialog();
        auto* dialog = window.findChild<EngineDialog*>();
        Q_EMIT dialog->baseChosen("/models/adapter", "/models/base");
        QCOMPARE(changed.count(), 1);
        QCOMPARE(desk.state().bases.value("/models/adapter"), QString("/models/base"));
        Q_EMIT dialog->folderRemoved("/models/adapter");
        QCOMPARE(changed.count(), 2);
        QVERIFY(desk.state().bases.isEmpty());
        delete desk.button();
    }
};

QTEST_MAIN(EngineDeskTest)
#include "engine_desk_test.moc"
