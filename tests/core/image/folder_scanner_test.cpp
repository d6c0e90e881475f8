// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/folder_scanner.h"
#include "tests/support/picture_maker.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <algorithm>
#include <fstream>

using core::ErrorCode;
using core::image::Descend;
using core::image::scanFolder;
using namespace tests;
namespace fs = std::filesystem;

class FolderScannerTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void picturesAreFoundByNameOrContentAndSorted();
    void subfoldersAreOnlyEnteredWhenAsked();
    void nothingIsLeftOutUnseen();
    void loopsEnd();
    void oneFileIsTakenWhateverItsName();
    void filesArriveInBatches();
    void missingAndCancelledAreErrors();
    void whatIsLeftOutIsNamed();

  private:
    [[nodiscard]] fs::path root() const { return m_directory->path().toStdString(); }
    [[nodiscard]] std::vector<std::string> namesIn(Descend descend) const;

    std::unique_ptr<QTemporaryDir> m_directory;
};

void FolderScannerTest::init() {
    m_directory = std::make_unique<QTemporaryDir>();
    const ByteBuffer png = pngBytes(slope(4, 4));
    writeFile(*m_directory, "b.png", png);
    writeFile(*m_directory, "a.JPG", {'t', 'e', 'x', 't'});
    writeFile(*m_directory, "noending", png);
    writeFile(*m_directory, "notes.txt", {'h', 'e', 'l', 'l', 'o'});
    writeFile(*m_directory, ".hidden.png", png);
    fs::create_directory(root() / "below");
    fs::create_directory(root() / ".cache");
    writeFile(*m_directory, "below/c.png", png);
    writeFile(*m_directory, ".cache/d.png", png);
    mkfifo((root() / "pipe.png").c_str(), 0600);
}

std::vector<std::string> FolderScannerTest::namesIn(Descend descend) const {
    const auto scan = scanFolder(root(), descend);
    std::vector<std::string> names;
    for (const auto& path : scan->files)
        names.push_back(fs::relative(path, root()).string());
    return names;
}

void FolderScannerTest::picturesAreFoundByNameOrContentAndSorted() {
    const std::vector<std::string> expected = {"a.JPG", "b.png", "noending"};
    QVERIFY(namesIn(Descend::No) == expected);
}

void FolderScannerTest::subfoldersAreOnlyEnteredWhenAsked() {
    const std::vector<std::string> expected = {"a.JPG", "b.png", "below/c.png", "noending"};
    QVERIFY(namesIn(Descend::Yes) == expected);
}

void FolderScannerTest::nothingIsLeftOutUnseen() {
    const auto others = [this](Descend descend) {
        const auto scan = scanFolder(root(), descend);
        std::vector<std::string> names;
        for (const auto& path : scan->others)
            names.push_back(fs::relative(path, root()).string());
        return names;
    };
    QVERIFY((others(Descend::No) == std::vector<std::string>{".hidden.png", "notes.txt"}));
    QVERIFY((others(Descend::Yes) ==
             std::vector<std::string>{".cache/d.png", ".hidden.png", "notes.txt"}));
}

void FolderScannerTest::loopsEnd() {
    fs::create_directory_symlink(root(), root() / "below" / "again");
    fs::create_symlink("nothing here", root() / "dangling.png");
    QCOMPARE(namesIn(Descend::Yes).size(), std::size_t{4});
}

void FolderScannerTest::oneFileIsTakenWhateverItsName() {
    const auto scan = scanFolder(root() / "notes.txt", Descend::No);
    QVERIFY(scan);
    QCOMPARE(scan->files.size(), std::size_t{1});
}

void FolderScannerTest::filesArriveInBatches() {
    for (int i = 0; i < 2500; ++i)
        std::ofstream(root() / "below" / (std::to_string(i) + ".jpg"));
    std::vector<std::size_t> sizes;
    const auto scan = scanFolder(root(), Descend::Yes,
                                 [&sizes](const auto& batch) { sizes.push_back(batch.size()); });
    QVERIFY(scan);
    QCOMPARE(scan->files.size(), std::size_t{2504});
    QVERIFY((sizes == std::vector<std::size_t>{2000, 504}));
}

void FolderScannerTest::missingAndCancelledAreErrors() {
    const auto missing = scanFolder(root() / "no such folder", Descend::Yes);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
    std::stop_source source;
    source.request_stop();
    const auto stopped = scanFolder(root(), Descend::Yes, {}, source.get_token());
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
}

void FolderScannerTest::whatIsLeftOutIsNamed() {
    fs::create_symlink("/media/stick/x.jpg", root() / "below" / "dangling.jpg");
    fs::create_symlink("itself.jpg", root() / "itself.jpg");
    fs::create_symlink("/dev/null", root() / "device.jpg");
    const auto scan = scanFolder(root(), Descend::Yes);
    QVERIFY(scan);
    QCOMPARE(scan->files.size(), std::size_t{4});
    QCOMPARE(scan->problems.size(), std::size_t{4});
    for (const char* words :
         {"below/dangling.jpg is a link to /media/stick/x.jpg, where nothing",
          "device.jpg is a device", "itself.jpg could not be read", "pipe.png is a pipe"})
        QVERIFY2(std::ranges::any_of(scan->problems,
                                     [&](const core::Error& problem) {
                                         return problem.message.find(words) != std::string::npos;
                                     }),
                 words);
    const auto direct = scanFolder(root() / "below" / "dangling.jpg", Descend::No);
    QVERIFY(!direct && direct.error().message.find("/media/stick/x.jpg") != std::string::npos);
}

QTEST_APPLESS_MAIN(FolderScannerTest)
#include "folder_scanner_test.moc"
