// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "core/exports/case_export.h"
#include "tests/core/cases/made_case.h"

#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QXmlStreamReader>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

using namespace core::cases;
using namespace core::exports;
using Table = std::vector<std::vector<std::string>>;

namespace {

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// RFC 4180, every line ended by CR LF.
Table parsedCsv(const std::string& text) {
    Table table(1, {""});
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (letter == '"' && isQuoted && text[i + 1] == '"') {
            table.back().back() += text[++i];
        } else if (letter == '"') {
            isQuoted = !isQuoted;
        } else if (letter == ',' && !isQuoted) {
            table.back().emplace_back();
        } else if (letter == '\r' && !isQuoted && text[i + 1] == '\n') {
            ++i;
            if (i + 1 < text.size())
                table.push_back({""});
        } else {
            table.back().back() += letter;
        }
    }
    return table;
}

std::string cellOf(const Table& table, std::size_t row, const std::string& column) {
    const auto& head = table.front();
    const auto found = std::ranges::find(head, column);
    return found == head.end() ? "no such column"
                               : table[row].at(static_cast<std::size_t>(found - head.begin()));
}

const std::string kHostileName = "a,\"b\"\n\u202Ex\\ \u05E9\u05DC \U0001F926\U0001F3FD.jpg";
const std::string kHostileNote =
    "=HYPERLINK(\"http://x\",\"y\"), \u0645\u0631\u062D\u0628\u0627\r\n"
    "</script><script>alert(1)</script> \U0001F600";

} // namespace

/// A case with names and notes as nobody wants them, read back by other readers.
class CaseExportTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_made = std::make_unique<tests::MadeCase>();
        m_store = m_made->open();
        QVERIFY(m_store);
        std::filesystem::create_directories(m_made->root() / "out");
        QCOMPARE(m_made->takeInExamined(*m_store, m_made->evidence(kHostileName, "first"),
                                        Keeping::Referenced),
                 std::int64_t{1});
        QVERIFY(m_store->takeIn(m_made->evidence("caf\xE9.jpg", "second"), Keeping::Copied, {}));
        QVERIFY(m_store->recordFailure(2, {core::ErrorCode::FileEmpty, "@SUM(1) is no picture."}));
        QVERIFY(m_store->takeIn(m_made->evidence("plain.jpg", "third"), Keeping::Referenced, {}));
        QVERIFY(m_store->apply(
            "note", {{1, mark::kNote, {}, kHostileNote},
                     {1, std::string(mark::kTag) + "+1", {}, "1"},
                     {1,
                      mark::kConclusion,
                      {},
                      conclusionText({core::examination::Verdict::Fake, 4, "-2+3|cmd"})}}));
    }

    void everyFormatIsLoggedAndKeepsTheCaseSound() {
        for (const std::string& word : formatWords()) {
            const auto format = formatFrom(word);
            QVERIFY(format.has_value());
            QCOMPARE(std::string(wordFor(*format)), word);
            const auto before = m_store->auditLog()->size();
            const auto exported = exportCase(*m_store, *format, target(word));
            QVERIFY2(exported, exported ? "" : exported.error().message.c_str());
            QCOMPARE(m_store->auditLog()->size(), before + 1);
            QCOMPARE(m_store->auditLog()->back().action, std::string("export"));
            if (std::filesystem::is_regular_file(target(word)))
                QVERIFY(m_store->auditLog()->back().details.find(
                            core::sha256OfFile(target(word)).value()) != std::string::npos);
        }
        QVERIFY(m_store->verify({}, {})->findings.empty());
    }

    void nothingElseIsReplaced() {
        const auto evidence = m_made->root() / "plain.jpg";
        const auto foreign = m_made->evidence("foreign.txt", "somebody's work");
        for (const std::string& word : formatWords()) {
            for (const auto& place : {evidence, foreign, m_made->database()})
                QVERIFY2(!exportCase(*m_store, *formatFrom(word), place), word.c_str());
        }
        QCOMPARE(contentOf(evidence), std::string("third"));
        QCOMPARE(contentOf(foreign), std::string("somebody's work"));
        QVERIFY(m_store->verify({}, {})->findings.empty());
    }

    void ownFilesAreReplaced() {
        for (const std::string& word : formatWords()) {
            QVERIFY(exportCase(*m_store, *formatFrom(word), target("again")));
            QCOMPARE(exportCase(*m_store, *formatFrom(word), target("again")).has_value(),
                     word != "sha256sums");
            std::filesystem::remove_all(target("again"));
        }
    }

    void sumsAreCheckedBySha256sum() {
        const QString program = QStandardPaths::findExecutable("sha256sum");
        if (program.isEmpty())
            QSKIP("sha256sum is not installed.");
        QCOMPARE(exportCase(*m_store, Format::Sha256Sums, target("sums"))->exhibits,
                 std::size_t{3});
        const QStringList arguments = {"--strict", "-c", QString::fromStdString(target("sums"))};
        QProcess check;
        check.start(program, arguments);
        QVERIFY(check.waitForFinished());
        QVERIFY2(check.exitCode() == 0, check.readAllStandardError());
        m_made->evidence(kHostileName, "other");
        check.start(program, arguments);
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.exitCode(), 1);
    }

    void tableHoldsEverythingAndNoFormula() {
        QCOMPARE(exportCase(*m_store, Format::Csv, target("csv"))->exhibits, std::size_t{3});
        const Table table = parsedCsv(contentOf(target("csv")));
        QCOMPARE(table.size(), std::size_t{4});
        for (const auto& row : table) {
            QCOMPARE(row.size(), table.front().size());
            for (const std::string& cell : row)
                QVERIFY2(cell.empty() || std::string("=+-@\t\r").find(cell[0]) == std::string::npos,
                         cell.c_str());
        }
        QCOMPARE(cellOf(table, 1, "path"), (m_made->root() / kHostileName).string());
        QCOMPARE(cellOf(table, 1, "note"), "'" + kHostileNote);
        QCOMPARE(cellOf(table, 1, "tags"), std::string("'+1"));
        QCOMPARE(cellOf(table, 1, "conclusion"), std::string("fake"));
        QCOMPARE(cellOf(table, 1, "conclusion_reasons"), std::string("'-2+3|cmd"));
        QCOMPARE(std::stod(cellOf(table, 1, "p_fake")), m_store->exhibits()->front().pFake);
        QVERIFY(cellOf(table, 2, "path").ends_with("caf\\xE9.jpg"));
        QCOMPARE(cellOf(table, 2, "error"), std::string("'@SUM(1) is no picture."));
        QCOMPARE(cellOf(table, 3, "state"), std::string("pending"));
        QCOMPARE(cellOf(table, 3, "p_fake"), std::string());
    }

    void jsonHoldsTheWholeCase() {
        const std::string head = m_store->logHead().value();
        QVERIFY(exportCase(*m_store, Format::Json, target("json")));
        const auto json = nlohmann::json::parse(contentOf(target("json")));
        QCOMPARE(json["case"]["log_head"].get<std::string>(), head);
        QCOMPARE(json["case"]["exhibits"].get<int>(), 3);
        QCOMPARE(json["exhibits"].size(), std::size_t{3});
        const auto& first = json["exhibits"][0];
        QCOMPARE(first["path"].get<std::string>(), (m_made->root() / kHostileName).string());
        QCOMPARE(first["marks"]["note"].get<std::string>(), kHostileNote);
        QCOMPARE(first["marks"]["conclusion"]["support"].get<int>(), 4);
        QCOMPARE(first["examination"]["verdict"].get<std::string>(), std::string("fake"));
        QVERIFY(json["exhibits"][1]["path"].get<std::string>().ends_with("caf\\xE9.jpg"));
        QCOMPARE(json["exhibits"][1]["error"]["message"].get<std::string>(),
                 std::string("@SUM(1) is no picture."));
        QVERIFY(json["exhibits"][2]["examination"].is_null());
    }

    void dfxmlIsReadByAnXmlReader() {
        QVERIFY(m_store->apply("note", {{3, mark::kNote, {}, "bell \x07 & <tag>"}}));
        QCOMPARE(exportCase(*m_store, Format::Dfxml, target("xml"))->exhibits, std::size_t{3});
        QXmlStreamReader xml(QByteArray::fromStdString(contentOf(target("xml"))));
        QStringList names;
        QStringList sums;
        QStringList notes;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto element = xml.name().toString();
            const auto type = xml.attributes().value("type").toString();
            if (element == "filename")
                names << xml.readElementText();
            else if (element == "hashdigest" && type == "sha256")
                sums << xml.readElementText();
            else if (element == "note")
                notes << xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(names.size(), 3);
        QCOMPARE(names[0].toStdString(), (m_made->root() / kHostileName).string());
        QVERIFY(names[1].endsWith("caf\\xE9.jpg"));
        QCOMPARE(sums[0].toStdString(), m_store->exhibits()->front().sha256);
        QCOMPARE(notes[0].remove('\r').toStdString(), withoutReturns(kHostileNote));
        QCOMPARE(notes[1], QString("bell \\x07 & <tag>"));
    }

    void caseUcoNamesEveryNodeOnce() {
        QVERIFY(exportCase(*m_store, Format::CaseUco, target("uco")));
        const auto json = nlohmann::json::parse(contentOf(target("uco")));
        std::map<std::string, nlohmann::json> nodes;
        for (const auto& node : json["@graph"])
            QVERIFY(nodes.emplace(node["@id"].get<std::string>(), node).second);
        QCOMPARE(nodes.size(), std::size_t{6}); // files, a verdict, a conclusion, the case
        for (const auto& object : nodes.at("kb:case")["uco-core:object"])
            QVERIFY(nodes.contains(object["@id"].get<std::string>()));
        const auto& file = nodes.at("kb:exhibit-1");
        QCOMPARE(file["uco-core:description"].get<std::string>(), kHostileNote);
        const auto& facet = file["uco-core:hasFacet"][0];
        QCOMPARE(facet["uco-observable:fileName"].get<std::string>(), kHostileName);
        const auto& hash = file["uco-core:hasFacet"][1]["uco-observable:hash"][0];
        QCOMPARE(hash["uco-types:hashValue"]["@value"].get<std::string>(),
                 m_store->exhibits()->front().sha256);
        QCOMPARE(nodes.at("kb:conclusion-1")["uco-core:object"]["@id"].get<std::string>(),
                 std::string("kb:exhibit-1"));
    }

    void conversationsHoldOnlyWhatTheExaminerConcluded() {
        // The same bytes again, a conclusion without reasons, and a photograph in a folder.
        const auto again = m_made->evidence("again.jpg", "first");
        const auto photo = m_made->evidence("below/\U0001F4F7 photo.jpg", "fourth");
        QCOMPARE(m_made->takeInExamined(*m_store, again, Keeping::Referenced), std::int64_t{4});
        QCOMPARE(m_made->takeInExamined(*m_store, photo, Keeping::Referenced), std::int64_t{5});
        const auto conclude = [this](std::int64_t exhibit, core::examination::Verdict verdict,
                                     const std::string& reasons) {
            return m_store
                ->apply("conclusion",
                        {{exhibit, mark::kConclusion, {}, conclusionText({verdict, 1, reasons})}})
                .has_value();
        };
        QVERIFY(conclude(3, core::examination::Verdict::Real, {}));
        QVERIFY(conclude(4, core::examination::Verdict::Fake, "As before."));
        QVERIFY(conclude(5, core::examination::Verdict::Real, "Grain \"as\" of film."));
        const auto exported = exportCase(*m_store, Format::Conversations, target("list"));
        QVERIFY2(exported, exported ? "" : exported.error().message.c_str());
        QCOMPARE(exported->exhibits, std::size_t{2});
        QCOMPARE(exported->leftOut.size(), std::size_t{3});
        QVERIFY(exported->leftOut[0].find("not concluded") != std::string::npos);
        QVERIFY(exported->leftOut[1].find("no reasons") != std::string::npos);
        QVERIFY(exported->leftOut[2].find("same bytes") != std::string::npos);
        QVERIFY(std::filesystem::equivalent(exported->pictures, m_made->root()));
        const auto list = nlohmann::json::parse(contentOf(target("list")));
        QCOMPARE(list.size(), std::size_t{2});
        for (const auto& entry : list) {
            const std::filesystem::path name = entry["image"].get<std::string>();
            QVERIFY(name.is_relative());
            QVERIFY(std::filesystem::is_regular_file(exported->pictures / name));
            QCOMPARE(entry["conversations"].size(), std::size_t{2});
            QCOMPARE(entry["conversations"][0]["from"].get<std::string>(), std::string("human"));
            QVERIFY(entry["conversations"][0]["value"].get<std::string>().starts_with("<image>"));
        }
        QCOMPARE(list[0]["image"].get<std::string>(), kHostileName);
        QCOMPARE(list[0]["label"].get<int>(), 0);
        QCOMPARE(list[0]["conversations"][1]["value"].get<std::string>(),
                 std::string("This is a fake image. -2+3|cmd"));
        QCOMPARE(list[1]["label"].get<int>(), 1);
        QCOMPARE(list[1]["conversations"][1]["value"].get<std::string>(),
                 std::string("This is a real image. Grain \"as\" of film."));
    }

    void conversationsOfNobodyAreAnError() {
        QVERIFY(m_store->undo());
        const auto exported = exportCase(*m_store, Format::Conversations, target("list"));
        QVERIFY(!exported);
        QCOMPARE(exported.error().code, core::ErrorCode::InvalidArgument);
        QVERIFY(!std::filesystem::exists(target("list")));
    }

    void mapsHaveTheirPicturesSizeAndValues() {
        QVERIFY(takeInPicture());
        const auto exported = exportCase(*m_store, Format::Maps, target("maps"));
        QVERIFY2(exported, exported ? "" : exported.error().message.c_str());
        QCOMPARE(exported->exhibits, std::size_t{1});
        QCOMPARE(exported->leftOut.size(), std::size_t{3});
        const QImage map(QString::fromStdString(target("maps") + "/exhibit-000004.png"));
        QCOMPARE(map.size(), QSize(64, 48));
        QCOMPARE(qGray(map.pixel(31, 47)), 0);
        QCOMPARE(qGray(map.pixel(32, 0)), 255);
        QCOMPARE(map.text("Software"), QString("Clueglass"));
    }

    void pageHoldsNoScriptAndItsOverlays() {
        QVERIFY(takeInPicture());
        QCOMPARE(exportCase(*m_store, Format::Html, target("page"))->exhibits, std::size_t{4});
        const std::string text = contentOf(target("page"));
        QVERIFY(text.starts_with("<!DOCTYPE html>"));
        QVERIFY(text.find(m_store->auditLog()->at(m_store->auditLog()->size() - 2).hash) !=
                std::string::npos); // the head before the export's own row
        QXmlStreamReader html(QByteArray::fromStdString(text));
        std::map<QString, int> elements;
        QStringList texts;
        QList<QByteArray> pictures;
        while (!html.atEnd()) {
            if (html.readNext() != QXmlStreamReader::StartElement)
                continue;
            ++elements[html.name().toString()];
            for (const auto& attribute : html.attributes()) {
                QVERIFY2(!attribute.name().startsWith(u"on"), "runs something");
                if (attribute.name() == u"src")
                    pictures << attribute.value().toUtf8();
            }
            if (html.name() == u"bdi")
                texts << html.readElementText().remove('\r');
        }
        QVERIFY2(!html.hasError(), qPrintable(html.errorString()));
        QCOMPARE(elements["script"], 0);
        QCOMPARE(elements["section"], 4);
        QCOMPARE(elements["input"], 2);
        QCOMPARE(elements["polygon"], 2); // one region, dark under light
        QVERIFY(texts.contains(QString::fromStdString(withoutReturns(kHostileNote))));
        QVERIFY(texts.contains(QString::fromStdString(kHostileName)));
        QCOMPARE(pictures.size(), 2);
        for (const QByteArray& source : pictures) {
            QVERIFY(source.startsWith("data:image/"));
            const auto bytes = QByteArray::fromBase64(source.mid(source.indexOf(',') + 1));
            QVERIFY(!QImage::fromData(bytes).isNull());
        }
    }

  private:
    /// A picture of 64 x 48 whose right half is marked, exhibit 4.
    [[nodiscard]] bool takeInPicture() const {
        QImage picture(64, 48, QImage::Format_RGB32);
        picture.fill(Qt::gray);
        const auto file = m_made->root() / "picture.png";
        if (!picture.save(QString::fromStdString(file.string())))
            return false;
        const auto intake = m_store->takeIn(file, Keeping::Referenced, {});
        if (!intake)
            return false;
        auto examination = tests::examinationOfBytes(intake->exhibit.sha256);
        examination.source.width = 64;
        examination.source.height = 48;
        examination.map =
            std::make_shared<core::HeatMap>(core::HeatMap{2, 1, std::vector<float>{0.0F, 1.0F}});
        core::examination::Clue clue;
        clue.text = "The right half <b>differs</b>.";
        clue.regions = {{{32, 0, 32, 48}, {}, 1.0}};
        examination.clues = {clue};
        return m_store->recordExamination(intake->exhibit.number, examination).has_value();
    }

    static std::string withoutReturns(std::string text) {
        std::erase(text, '\r'); // which XML readers take for part of a line end
        return text;
    }

    [[nodiscard]] std::string target(const std::string& name) const {
        return (m_made->root() / "out" / name).string();
    }

    std::unique_ptr<tests::MadeCase> m_made;
    std::unique_ptr<CaseStore> m_store;
};

QTEST_GUILESS_MAIN(CaseExportTest)
#include "case_export_test.moc"
