// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_run.h"

#include <QFile>
#include <QTest>

class CaseCommandTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        m_desk.addPictures("pictures", 2);
        m_desk.addFile("pictures/ledger.jpg", "This is only text.");
        QCOMPARE(m_desk.run({"case", "new", "desk.clueglass", "--examiner", "A. B."}).exitCode, 0);
        const auto before = m_desk.snapshot("pictures");
        const auto added = m_desk.run(
            m_desk.withEngine({"case", "add", "desk.clueglass", "pictures", "missing.jpg"}));
        QCOMPARE(added.exitCode, 1); // the text and the missing file
        QVERIFY2(added.messages.contains("missing.jpg"), added.messages);
        QVERIFY(m_desk.snapshot("pictures") == before);
    }

    void listShowsWhatWasFound() {
        const auto exhibits = m_desk.run({"case", "list", "desk.clueglass", "--json"}).lines();
        QCOMPARE(exhibits.size(), std::size_t{3});
        QCOMPARE(exhibits[0]["state"].get<std::string>(), std::string("examined"));
        QVERIFY(exhibits[1].contains("verdict"));
        // The window's words are said as well.
        QVERIFY(!exhibits[1]["verdict_basis"].get<std::string>().empty());
        const auto headline = exhibits[1]["headline"].get<std::string>();
        QVERIFY(!headline.empty());
        QCOMPARE(exhibits[2]["error"]["code"].get<std::string>(),
                 std::string("decode.unknown_format"));
        const auto text = m_desk.run({"case", "list", "desk.clueglass"});
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.output.contains("pictures/01.jpg"), text.output);
        QVERIFY2(text.output.contains(headline.c_str()), text.output);
    }

    void listShowsOnlyWhatIsSearchedFor() {
        const auto named =
            m_desk.run({"case", "list", "desk.clueglass", "--search", "LEDGER", "--json"}).lines();
        QCOMPARE(named.size(), std::size_t{1});
        QCOMPARE(named[0]["exhibit"].get<int>(), 3);
        const auto hash =
            QString::fromStdString(named[0]["sha256"].get<std::string>().substr(0, 10));
        QCOMPARE(m_desk.run({"case", "list", "desk.clueglass", "--search", hash, "--json"})
                     .lines()
                     .size(),
                 std::size_t{1});
        QVERIFY(
            m_desk.run({"case", "list", "desk.clueglass", "--search", "nowhere"}).output.isEmpty());
    }

    void addingAgainTakesNothingInTwice() {
        static_cast<void>(
            m_desk.run(m_desk.withEngine({"case", "add", "desk.clueglass", "pictures"})));
        const auto exhibits = m_desk.run({"case", "list", "desk.clueglass", "--json"}).lines();
        QCOMPARE(exhibits.size(), std::size_t{3});
    }

    void aTrustListMustHoldCertificates() {
        m_desk.addFile("list.pem", "no certificate");
        const auto run = m_desk.run(m_desk.withEngine(
            {"case", "add", "desk.clueglass", "pictures", "--trust", "list.pem"}));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.messages.contains("no certificate"), run.messages);
    }

    void existingCaseIsNotMadeAgain() {
        const auto run = m_desk.run({"case", "new", "desk.clueglass"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.messages.contains("already"), run.messages);
    }

    void reportOfACaseIsAPdfAndInTheLog() {
        const auto run = m_desk.run({"report", "desk.clueglass", "-o", "desk.pdf", "--title", "T"});
        QCOMPARE(run.exitCode, 1); // one exhibit could not be examined
        QVERIFY2(run.messages.contains("exhibit 3"), run.messages);
        QFile pdf(m_desk.path("desk.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");
        QCOMPARE(m_desk.run({"case", "verify", "desk.clueglass"}).exitCode, 0);
    }

    void reportNeverReplacesEvidence() {
        const auto before = m_desk.snapshot("pictures");
        for (const char* target : {"pictures/00.jpg", "desk.clueglass/case.sqlite"}) {
            const auto run = m_desk.run(m_desk.withEngine({"report", "pictures", "-o", target}));
            QCOMPARE(run.exitCode, 2);
        }
        QVERIFY(m_desk.snapshot("pictures") == before);
        QCOMPARE(m_desk.run({"case", "verify", "desk.clueglass"}).exitCode, 0);
    }

    void verifyNamesChangedEvidence() {
        m_desk.addPictures("changing", 1, 40);
        QCOMPARE(m_desk.run({"case", "new", "changed"}).exitCode, 0); // gets the ending
        QCOMPARE(
            m_desk
                .run(m_desk.withEngine({"case", "add", "changed.clueglass", "changing", "--copy"}))
                .exitCode,
            0);
        const auto sound = m_desk.run({"case", "verify", "changed.clueglass", "--json"});
        QCOMPARE(sound.exitCode, 0);
        QVERIFY(sound.lines()[0]["sound"].get<bool>());
        // The copy counts, not the file that it was made of.
        m_desk.addPictures("changing", 1, 41);
        QCOMPARE(m_desk.run({"case", "verify", "changed.clueglass"}).exitCode, 0);
        for (const auto& entry :
             std::filesystem::directory_iterator(m_desk.root() / "changed.clueglass/originals"))
            flipLastByte(entry.path());
        const auto broken = m_desk.run({"case", "verify", "changed.clueglass", "--json"});
        QCOMPARE(broken.exitCode, 1);
        const auto findings = broken.lines()[0]["findings"];
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0]["kind"].get<std::string>(), std::string("evidence"));
        QCOMPARE(findings[0]["number"].get<int>(), 1);
    }

    void verifyPrintsTheHeadToBeNotedDown() {
        const auto first = m_desk.run({"case", "verify", "desk.clueglass", "--json"});
        QCOMPARE(first.exitCode, 0);
        const auto head = QString::fromStdString(first.lines()[0]["chain_head"].get<std::string>());
        const auto again =
            m_desk.run({"case", "verify", "desk.clueglass", "--json", "--expect-head", head});
        QCOMPARE(again.exitCode, 0);
        // The noted head is of the first verification's own row.
        QCOMPARE(again.lines()[0]["noted_head_row"].get<std::int64_t>(),
                 again.lines()[0]["audit_rows"].get<std::int64_t>());
        const QString other(64, 'a');
        const auto wrong = m_desk.run({"case", "verify", "desk.clueglass", "--expect-head", other});
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY2(wrong.output.contains("BROKEN") && wrong.output.contains(other.toUtf8()),
                 wrong.output);
        QCOMPARE(m_desk.run({"case", "verify", "desk.clueglass", "--expect-head", "abc"}).exitCode,
                 2);
    }

    void exportWritesATableOfTheCase() {
        const auto run =
            m_desk.run({"case", "export", "desk.clueglass", "--as", "csv", "-o", "desk.csv"});
        QVERIFY2(run.exitCode == 0, run.messages);
        QVERIFY2(run.output.contains("Exported 3 exhibits, left out 0"), run.output);
        QFile table(m_desk.path("desk.csv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QCOMPARE(table.readAll().count("\r\n"), 4);
        const auto other = m_desk.run(
            {"case", "export", "desk.clueglass", "--as", "csv", "-o", "pictures/00.jpg"});
        QCOMPARE(other.exitCode, 1);
        QCOMPARE(
            m_desk.run({"case", "export", "desk.clueglass", "--as", "docx", "-o", "x"}).exitCode,
            2);
        QCOMPARE(m_desk.run({"case", "verify", "desk.clueglass"}).exitCode, 0);
    }

    void annotationsComeInAndGoOut() {
        m_desk.addFile("in.json", R"({"version": "5.2.1", "flags": {}, "imagePath": "01.jpg",
            "imageData": null, "imageWidth": 0, "imageHeight": 0, "shapes": [
            {"label": "a", "points": [[1.25, 2], [3, 4]], "group_id": null,
             "shape_type": "rectangle", "flags": {}}]})");
        const auto in =
            m_desk.run({"case", "annotations", "desk.clueglass", "--import", "in.json"});
        QCOMPARE(in.exitCode, 0);
        const auto out = m_desk.run(
            {"case", "annotations", "desk.clueglass", "--export", "coco", "-o", "out.json"});
        QCOMPARE(out.exitCode, 0);
        QVERIFY2(out.output.contains("1 annotations of 1 pictures"), out.output);
        QFile file(m_desk.path("out.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("1.25"));
        QCOMPARE(m_desk.run({"case", "annotations", "desk.clueglass", "--export", "coco"}).exitCode,
                 2);
        QCOMPARE(m_desk.run({"case", "verify", "desk.clueglass"}).exitCode, 0);
    }

    void annotationsNeverReplaceOtherFiles() {
        const auto pictures = m_desk.snapshot("pictures");
        for (const char* target :
             {"desk.clueglass/case.sqlite", "desk.clueglass/new.json", "pictures/ledger.jpg",
              "pictures/00.jpg", "desk.clueglass/originals/new.json"}) {
            const auto run = m_desk.run(
                {"case", "annotations", "desk.clueglass", "--export", "coco", "-o", target});
            QCOMPARE(run.exitCode, 1);
            QVERIFY2(run.messages.contains(target), run.messages);
        }
        QVERIFY(m_desk.snapshot("pictures") == pictures);
        QCOMPARE(m_desk.run({"case", "verify", "desk.clueglass"}).exitCode, 0);
    }

    void brokenJsonNamesItsByte() {
        m_desk.addFile("broken.json", "{\"shapes\": [1, 2,, 3]}");
        const auto run =
            m_desk.run({"case", "annotations", "desk.clueglass", "--import", "broken.json"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.messages.contains("byte 18"), run.messages);
    }

    void movedEvidenceIsFoundAgain() {
        m_desk.addPictures("place", 2, 90);
        QCOMPARE(m_desk.run({"case", "new", "moving"}).exitCode, 0);
        QCOMPARE(
            m_desk.run(m_desk.withEngine({"case", "add", "moving.clueglass", "place"})).exitCode,
            0);
        std::filesystem::create_directories(m_desk.root() / "elsewhere" / "below");
        std::filesystem::rename(m_desk.root() / "place" / "00.jpg",
                                m_desk.root() / "elsewhere" / "below" / "renamed.jpg");
        QCOMPARE(m_desk.run({"case", "verify", "moving.clueglass"}).exitCode, 1);
        std::filesystem::rename(m_desk.root() / "place" / "01.jpg", m_desk.root() / "01.jpg");
        const auto some = m_desk.run({"case", "relocate", "moving.clueglass", "elsewhere"});
        QCOMPARE(some.exitCode, 1);
        QVERIFY2(some.output.contains("below/renamed.jpg"), some.output);
        QVERIFY2(some.output.contains("1 found, 1 missing"), some.output);
        QCOMPARE(m_desk.run({"case", "relocate", "moving.clueglass", "."}).exitCode, 0);
        const auto verified = m_desk.run({"case", "verify", "moving.clueglass"});
        QVERIFY2(verified.exitCode == 0, verified.output);
    }

    void folderThatIsNoCaseIsAMessage() {
        const auto run = m_desk.run({"case", "list", "pictures"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.messages.contains("There is no case"), run.messages);
    }

    void inspectTellsStructureAndHashes() {
        const auto run =
            m_desk.run({"inspect", "pictures/00.jpg", "pictures/ledger.jpg", "--json"});
        QCOMPARE(run.exitCode, 1);
        const auto lines = run.lines();
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[0]["format"].get<std::string>(), std::string("jpeg"));
        QCOMPARE(lines[0]["jpeg"]["quality"].get<int>(), 90);
        QCOMPARE(lines[0]["jpeg"]["sampling"].get<std::string>(), std::string("4:2:0"));
        QCOMPARE(lines[0]["sha256"].get<std::string>().size(), std::size_t{64});
        QVERIFY(!lines[0]["provenance"]["c2pa"]["present"].get<bool>());
        QVERIFY(lines[1].contains("error"));
        const auto text = m_desk.run({"inspect", "pictures/00.jpg"});
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.output.contains("quality 90"), text.output);
    }

    void benchGivesTheMedianOfEachStage() {
        const auto run =
            m_desk.run(m_desk.withEngine({"bench", "pictures/00.jpg", "--repeat", "2", "--json"}));
        QCOMPARE(run.exitCode, 0);
        const auto result = run.lines().at(0);
        QVERIFY(result["median_ms"]["total"].get<double>() > 0);
        QVERIFY(result["peak_memory_mib"].get<double>() > 0);
    }

  private:
    static void flipLastByte(const std::filesystem::path& path) {
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() - 1));
        char last = 0;
        QVERIFY(file.getChar(&last));
        QVERIFY(file.seek(file.size() - 1));
        QVERIFY(file.putChar(static_cast<char>(last ^ 1)));
    }

    tests::CliDesk m_desk;
};

QTEST_GUILESS_MAIN(CaseCommandTest)
#include "case_command_test.moc"
