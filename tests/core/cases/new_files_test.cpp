// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/new_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using core::cases::NewFiles;
namespace fs = std::filesystem;

class NewFilesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void eachFileIsToldOnceWhenItHasSettled() {
        NewFiles files(root(), {(root() / "known.jpg").string()});
        write("known.jpg", "a");
        write("card/IMG_1.jpg", "b");
        QVERIFY(found(files).empty()); // it may still be written
        QVERIFY(found(files) == (Paths{root() / "card/IMG_1.jpg"}));
        QVERIFY(found(files).empty());
    }

    void aGrowingFileWaits() {
        NewFiles files(root(), {});
        write("p.jpg", "a");
        QVERIFY(found(files).empty());
        write("p.jpg", "ab");
        QVERIFY(found(files).empty());
        QCOMPARE(found(files).size(), std::size_t{1});
    }

    void halfDownloadedHiddenAndOtherFilesAreLeftOut() {
        NewFiles files(root(), {});
        for (const char* name : {"p.jpg.part", "p.jpg.crdownload", "p.jpg.tmp", ".hidden.jpg",
                                 "text.txt", "empty.jpg"})
            write(name, std::string(name) == "empty.jpg" ? "" : "a");
        QVERIFY(found(files).empty());
        QVERIFY(found(files).empty());
        // A finished download has another name.
        fs::rename(root() / "p.jpg.part", root() / "p.jpg");
        QVERIFY(found(files).empty());
        QVERIFY(found(files) == (Paths{root() / "p.jpg"}));
    }

    void aFolderThatGoesAwayIsAMessageAndMayComeBack() {
        NewFiles files(root() / "card", {});
        QVERIFY(!files.look({}).has_value());
        write("card/p.jpg", "a");
        QVERIFY(found(files).empty());
        QCOMPARE(found(files).size(), std::size_t{1});
        fs::remove_all(root() / "card");
        const auto gone = files.look({});
        QVERIFY(!gone && !gone.error().message.empty());
    }

  private:
    using Paths = std::vector<fs::path>;

    fs::path root() const { return m_directory->path().toStdString(); }
    void write(const std::string& name, const std::string& bytes) const {
        fs::create_directories((root() / name).parent_path());
        std::ofstream(root() / name, std::ios::binary) << bytes;
    }
    static Paths found(NewFiles& files) {
        auto result = files.look({});
        return result ? *result : Paths{"failed"};
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(NewFilesTest)
#include "new_files_test.moc"
