// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/file_chooser.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

/// Qt's own dialog, which asks where the window system has none.
class FileChooserTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aTypedNameGetsTheSuffix() {
        QTemporaryDir directory;
        QWidget window;
        window.show();
        QString chosen;
        ui::files::chooseFileToWrite(
            &window,
            {"Save", QDir(directory.path()).filePath("plot.png"), "PNG picture (*.png)", "png"},
            [&](const QString& file) { chosen = file; });
        auto* dialog = window.findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->isHidden()); // and the program goes on beside it
        auto* typed = dialog->findChild<QLineEdit*>("fileNameEdit");
        QVERIFY(typed != nullptr);
        QCOMPARE(typed->text(), QString("plot.png"));
        answer(dialog, typed, "other");
        QTRY_COMPARE(chosen, directory.filePath("other.png"));
    }

    void onlyAFileThatExistsCanBeOpened() {
        QTemporaryDir directory;
        QFile file(directory.filePath("a.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QWidget window;
        window.show();
        QString chosen;
        ui::files::chooseFileToOpen(&window, {"Open", directory.path(), "COCO (*.json)", {}},
                                    [&](const QString& name) { chosen = name; });
        auto* dialog = window.findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFile);
        answer(dialog, dialog->findChild<QLineEdit*>("fileNameEdit"), "a.json");
        QTRY_COMPARE(chosen, directory.filePath("a.json"));
    }

    void nothingIsAnsweredWhenItIsCancelled() {
        QWidget window;
        window.show();
        bool wasAnswered = false;
        ui::files::chooseFileToOpen(&window, {"Open", {}, {}, {}},
                                    [&](const QString&) { wasAnswered = true; });
        window.findChild<QFileDialog*>()->reject();
        QTRY_VERIFY(window.findChild<QFileDialog*>() == nullptr);
        QVERIFY(!wasAnswered);
    }

  private:
    static void answer(QFileDialog* dialog, QLineEdit* typed, const QString& name) {
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        typed->setFocus();
        typed->selectAll();
        QTest::keyClicks(typed, name);
        QTest::keyClick(typed, Qt::Key_Return);
    }
};

QTEST_MAIN(FileChooserTest)
#include "file_chooser_test.moc"
