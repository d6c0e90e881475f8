// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core::settings;

class SettingsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void missingFileGivesTheDefaults() {
        QVERIFY(loadSettings(file("never_written.ini")) == Settings());
    }

    void everySettingComesBackAsSaved() {
        Settings settings;
        settings.language = "de";
        settings.theme = Theme::Dark;
        settings.maxPixels = 50'000'000'000;
        settings.maxFileBytes = std::int64_t{5} << 40;
        settings.maxMemoryBytes = 12345;
        settings.overlayOpacity = 0.125;
        settings.showsRegions = false;
        settings.viewerGround = 3;
        settings.thumbnailSide = 200;
        settings.engine = "fakevlm";
        settings.modelDirectory = "/models/with space, comma; and ü";
        settings.promptForm = "chat";
        settings.asksBothForms = true;
        settings.modelDirectories = {"/models/b", settings.modelDirectory, "/models/ü, c"};
        settings.adapterBases = {{"/models/ü, c", "/models/base = 1"}};
        settings.trustFiles = {{"/lists/ü, official; \"1\".pem", "Official", "2026-08-21", false},
                               {"/lists/time.pem", "Time stamps", "", true}};
        settings.examinerName = "Ægir \"Æ\" Ødegård";
        settings.lastFolder = "/pictures";
        settings.recentCases = {"/a.clueglass", "/b, c.clueglass"};
        settings.annotationLabels = {"halo, bright", "hand"};
        settings.savedViews = {{"open; ones", R"({"search":"a=b"})"}};
        settings.windowGeometry = QByteArray("\0\1\xff,;=", 6);
        settings.windowState = QByteArray(300, '\0');
        settings.hasSeenTour = true;
        QVERIFY(saveSettings(settings, file("below/all.ini")).has_value());
        QVERIFY(loadSettings(file("below/all.ini")) == settings);
    }

    void valuesOutOfRangeBecomeTheDefaults() {
        QFile damaged(QString::fromStdString(file("damaged.ini").string()));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("[limits]\nmax_pixels=-5\nmax_file_bytes=many\n"
                      "[overlay]\nopacity=nan\n[interface]\ntheme=plaid\n");
        damaged.close();
        QVERIFY(loadSettings(file("damaged.ini")) == Settings());
    }

    void aChosenFolderIsAlwaysInTheList() {
        QFile older(QString::fromStdString(file("older.ini").string()));
        QVERIFY(older.open(QIODevice::WriteOnly));
        older.write("[engine]\nname=fakevlm\nmodel_directory=/models/a\n");
        older.close();
        QCOMPARE(loadSettings(file("older.ini")).modelDirectories, QStringList{"/models/a"});
    }

    void modelDirectoriesAreListedOnceAndNotWithoutEnd() {
        Settings settings;
        for (const char* folder : {"/b", "/a", "/b"})
            addModelDirectory(settings, folder);
        QCOMPARE(settings.modelDirectories, QStringList({"/b", "/a"}));
        for (int i = 0; i < 100; ++i)
            addModelDirectory(settings, QString::number(i));
        QCOMPARE(settings.modelDirectories.size(), qsizetype{kMaxModelDirectories});
    }

    void recentCasesAreNewestFirstAndFew() {
        Settings settings;
        for (int i = 0; i < 15; ++i)
            addRecentCase(settings, QString::number(i));
        addRecentCase(settings, "9");
        QCOMPARE(settings.recentCases.size(), qsizetype{kMaxRecent});
        QCOMPARE(settings.recentCases.mid(0, 3), QStringList({"9", "14", "13"}));
    }

    void folderThatCannotBeWrittenIsAMessage() {
        const auto saved = saveSettings({}, "/proc/no_such_folder/clueglass.ini");
        QVERIFY(!saved.has_value());
        QCOMPARE(saved.error().code, core::ErrorCode::WriteFailed);
    }

  private:
    std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
