// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/output_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <thread>

using namespace core;
namespace fs = std::filesystem;

/// Each test has a folder with a picture, a link onto it, a PDF and a case.
class OutputFileTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = fs::path(m_folder->path().toStdString());
        put("photo.jpg", "\xff\xd8\xff photo");
        put("old.pdf", "%PDF-1.4 old");
        put("empty.pdf", "");
        fs::create_symlink(m_root / "photo.jpg", m_root / "link.pdf");
        fs::create_symlink(m_root / "nowhere.pdf", m_root / "dangling.pdf");
        for (const char* part : {"originals", "exports"})
            fs::create_directories(m_root / "k.clueglass" / part);
        put("k.clueglass/case.sqlite", "SQLite format 3");
        fs::create_directory_symlink(m_root / "k.clueglass" / "originals", m_root / "door");
        fs::create_directory_symlink(m_root / "k.clueglass" / "originals",
                                     m_root / "k.clueglass" / "exports" / "door");
    }

    void whatMayBeWritten_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("new") << "new.pdf";
        QTest::newRow("the same kind") << "old.pdf";
        QTest::newRow("empty") << "empty.pdf";
        QTest::newRow("exports of a case") << "k.clueglass/exports/new.pdf";
    }
    void whatMayBeWritten() {
        QFETCH(QString, name);
        const fs::path file = m_root / name.toStdString();
        QVERIFY(writeOutput(file, output_kind::kPdf, "%PDF-1.7 new").has_value());
        QCOMPARE(bytes(file), std::string("%PDF-1.7 new"));
        QCOMPARE(partials(), 0);
    }

    void whatIsRefusedStaysAsItWas_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"photo.jpg", "link.pdf", "dangling.pdf", "k.clueglass/case.sqlite",
                                 "k.clueglass/new.pdf", "k.clueglass/originals/new.pdf",
                                 "door/new.pdf", "k.clueglass/exports/door/new.pdf",
                                 "k.clueglass/exports/../new.pdf", "k.clueglass", "."})
            QTest::newRow(name) << name;
    }
    void whatIsRefusedStaysAsItWas() {
        QFETCH(QString, name);
        const auto before = everything();
        const auto written =
            writeOutput(m_root / name.toStdString(), output_kind::kPdf, "%PDF-1.7 new");
        QVERIFY(!written.has_value());
        QVERIFY(written.error().message.find(name.toStdString()) != std::string::npos);
        QVERIFY(everything() == before);
    }

    void evidenceIsKeptUnderEveryName() {
        put("exhibit.pdf", "%PDF- an exhibit");
        fs::create_hard_link(m_root / "exhibit.pdf", m_root / "other.pdf");
        KeptFiles kept;
        kept.add(m_root / "exhibit.pdf");
        kept.add(m_root / "missing.pdf");
        for (const char* name : {"exhibit.pdf", "other.pdf"})
            QVERIFY(!writeOutput(m_root / name, output_kind::kPdf, "%PDF-", kept).has_value());
        QVERIFY(writeOutput(m_root / "missing.pdf", output_kind::kPdf, "%PDF-", kept).has_value());
        QCOMPARE(bytes(m_root / "exhibit.pdf"), std::string("%PDF- an exhibit"));
    }

    void anotherNameOfAReplacedFileKeepsItsBytes() {
        fs::create_hard_link(m_root / "old.pdf", m_root / "archive.pdf");
        QVERIFY(writeOutput(m_root / "old.pdf", output_kind::kPdf, "%PDF-new").has_value());
        QCOMPARE(bytes(m_root / "archive.pdf"), std::string("%PDF-1.4 old"));
    }

    void protectedFileStays() {
        fs::permissions(m_root / "old.pdf", fs::perms::owner_read);
        QVERIFY(!writeOutput(m_root / "old.pdf", output_kind::kPdf, "%PDF-new").has_value());
        QCOMPARE(bytes(m_root / "old.pdf"), std::string("%PDF-1.4 old"));
    }

    void markMayStandAtEitherEnd() {
        put("ours.json", "{" + std::string(9000, ' ') + "\"contributor\": \"clueglass\"}");
        put("theirs.json", "{" + std::string(9000, ' ') + "}");
        QVERIFY(writeOutput(m_root / "ours.json", output_kind::kAnnotations, "{}").has_value());
        QVERIFY(!writeOutput(m_root / "theirs.json", output_kind::kAnnotations, "{}").has_value());
        put("photo.png", "\x89PNG\r\n\x1a\n somebody's");
        QVERIFY(!writeOutput(m_root / "photo.png", output_kind::kDrawing, "").has_value());
        put("model.safetensors", std::string("\x08\0\0\0\0\0\0\0{}", 10));
        QVERIFY(
            writeOutput(m_root / "model.safetensors", output_kind::kSafetensors, "").has_value());
        QVERIFY(!writeOutput(m_root / "photo.jpg", output_kind::kText, "words").has_value());
    }

    void unfinishedFileLeavesNothing() {
        {
            auto file = OutputFile::create(m_root / "old.pdf", output_kind::kPdf);
            QVERIFY(file.has_value());
            QVERIFY(file->write("%PDF-half").has_value());
        }
        QCOMPARE(bytes(m_root / "old.pdf"), std::string("%PDF-1.4 old"));
        QCOMPARE(partials(), 0);
    }

    void whatAppearsMeanwhileIsKept() {
        auto file = OutputFile::create(m_root / "new.pdf", output_kind::kPdf);
        QVERIFY(file.has_value() && file->write("%PDF-").has_value());
        put("new.pdf", "\xff\xd8 a picture");
        QVERIFY(!file->commit().has_value());
        QCOMPARE(bytes(m_root / "new.pdf"), std::string("\xff\xd8 a picture"));
    }

    void fullDeviceIsAMessage() {
        const auto written = writeOutput("/dev/full", output_kind::kPdf, "%PDF-");
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    }

    void pipeTakesTheBytes() {
        QCOMPARE(::mkfifo((m_root / "pipe").c_str(), 0600), 0);
        std::string got;
        std::thread reader([&] { got = bytes(m_root / "pipe"); });
        const auto written = writeOutput(m_root / "pipe", output_kind::kPdf, "%PDF-");
        reader.join();
        QVERIFY(written.has_value());
        QCOMPARE(got, std::string("%PDF-"));
        QVERIFY(fs::is_fifo(m_root / "pipe"));
    }

    void growingFileIsOneOfItsKind() {
        for (const char* name : {"photo.jpg", "link.pdf", "dangling.pdf", "k.clueglass/r.jsonl"})
            QVERIFY(!OutputFile::openGrowing(m_root / name, output_kind::kResume).has_value());
        put("r.jsonl", "{\"clueglass_resume\":1}\n");
        const auto file = OutputFile::openGrowing(m_root / "r.jsonl", output_kind::kResume);
        QVERIFY(file.has_value());
        QCOMPARE(::write(*file, "x", 1), ssize_t{1});
        ::close(*file);
        QCOMPARE(bytes(m_root / "r.jsonl"), std::string("{\"clueglass_resume\":1}\nx"));
    }

    void foldersAreNotMadeWithinACase() {
        QVERIFY(!OutputFile::makeFolder(m_root / "k.clueglass/originals/new").has_value());
        QVERIFY(!OutputFile::makeFolder(m_root / "k.clueglass/originals").has_value());
        QVERIFY(!OutputFile::makeFolder(m_root / "door").has_value());
        QVERIFY(!OutputFile::makeFolder(m_root / "photo.jpg").has_value());
        QVERIFY(OutputFile::makeFolder(m_root / "k.clueglass/exports/new").has_value());
        QVERIFY(OutputFile::makeFolder(m_root / "new/folder").has_value());
    }

  private:
    void put(const std::string& name, const std::string& content) const {
        std::ofstream(m_root / name, std::ios::binary) << content;
    }
    static std::string bytes(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::map<std::string, std::string> everything() const {
        std::map<std::string, std::string> all;
        for (const auto& entry : fs::recursive_directory_iterator(m_root))
            all[entry.path().string()] = entry.is_symlink()        ? entry.path().string()
                                         : entry.is_regular_file() ? bytes(entry.path())
                                                                   : std::string();
        return all;
    }
    int partials() const {
        int count = 0;
        for (const auto& entry : fs::directory_iterator(m_root))
            count += entry.path().extension() == ".part" ? 1 : 0;
        return count;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
};

QTEST_GUILESS_MAIN(OutputFileTest)
#include "output_file_test.moc"
