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
        NewFiles files(root(), {{(root() / "known.jpg").string(), 0}});
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

    void aFileThatStandsStillHalfCopiedWaits() {
        const auto start = NewFiles::Clock::now();
        const auto later = [&](int seconds) { return start + std::chrono::seconds(seconds); };
        NewFiles files(root(), {});
        const std::string whole = "\xff\xd8\xff\xda" + std::string("\0\2abc\xff\xd9", 7);
        write("p.jpg", whole.substr(0, 8));
        QVERIFY(files.look({}, later(0))->empty());
        for (const int seconds : {2, 4, 30, 59})
            QVERIFY(files.look({}, later(seconds))->empty());
        write("p.jpg", whole);
        QVERIFY(files.look({}, later(61))->empty());
        const auto found = files.look({}, later(63));
        QCOMPARE(found->size(), std::size_t{1});
        QVERIFY(found->front().isWhole && !found->front().hasChanged);
    }

    void aFileThatIsNeverFinishedIsToldAfterAMinute() {
        const auto start = NewFiles::Clock::now();
        NewFiles files(root(), {});
        write("p.jpg", "\xff\xd8\xff\xda");
        QVERIFY(files.look({}, start)->empty());
        QVERIFY(files.look({}, start + std::chrono::seconds(59))->empty());
        const auto found = files.look({}, start + NewFiles::kPatience);
        QCOMPARE(found->size(), std::size_t{1});
        QVERIFY(!found->front().isWhole);
        QVERIFY(files.look({}, start + 2 * NewFiles::kPatience)->empty());
    }

    void aFileThatChangesIsToldAgain() {
        write("known.jpg", "other");
        NewFiles files(root(), {{(root() / "known.jpg").string(), 3}});
        write("p.jpg", "a");
        QVERIFY(found(files).empty());
        const auto first = files.look({});
        QCOMPARE(first->size(), std::size_t{2});
        QVERIFY(first->at(0).hasChanged && !first->at(1).hasChanged);
        write("p.jpg", "ab");
        QVERIFY(found(files).empty());
        const auto again = files.look({});
        QCOMPARE(again->size(), std::size_t{1});
        QVERIFY(again->front().hasChanged);
        QVERIFY(found(files).empty());
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
        const auto result = files.look({});
        if (!result)
            return {"failed"};
        Paths paths;
        for (const auto& file : *result)
            paths.push_back(file.path);
        return paths;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(NewFilesTest)
#include "new_files_test.moc"
