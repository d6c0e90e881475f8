// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/folder_chooser.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

/// Qt's own dialog, which asks where the window system has none.
class FolderChooserTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aTypedFolderIsTheOneThatIsChosen() {
        QTemporaryDir directory;
        QVERIFY(QDir(directory.path()).mkdir("more"));
        QWidget window;
        window.show();
        QString chosen;
        ui::files::chooseFolder(&window, "Which?", directory.path(),
                                [&](const QString& folder) { chosen = folder; });
        auto* dialog = window.findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        auto* typed = dialog->findChild<QLineEdit*>("fileNameEdit");
        QVERIFY(typed != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        typed->setFocus(); // without it the list would write what it selects
        typed->selectAll();
        QTest::keyClicks(typed, directory.filePath("more"));
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_COMPARE(chosen, directory.filePath("more"));
    }
};

QTEST_MAIN(FolderChooserTest)
#include "folder_chooser_test.moc"
