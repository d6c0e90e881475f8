// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/examination_json.h"
#include "core/examination/vocabulary.h"
#include "tests/support/json_schema.h"

#include <QTest>

using namespace core;
using namespace core::examination;

namespace {

Examination fullExample() {
    Examination examination;
    examination.source = {
        "/evidence/Bild \"1\"\n.jpg", std::string(64, 'a'), 123456, "jpeg", 4000, 3000, 6, 8,
        {"The file ends early."},     0x0123456789ABCDEFU};
    examination.verdict = Verdict::Inconclusive;
    examination.pFake = 0.4375;
    examination.thresholds = {0.1, 0.9};
    examination.verdictBasis = Basis::Watermark;
    examination.support =
        supportFrom(0.25, 0.125, 0.5, {{Basis::Pixels, 0.5}, {Basis::FileForm, 0.75}});
    examination.inconclusiveReason = "Too small.";
    examination.manner = {{Manner::AiGenerated, 0.25}, {Manner::CopyMove, 0.125}};
    examination.category = Category::Human;
    Clue clue;
    clue.text = "Noise is lower here.";
    clue.templateId = "noise_residual.quieter_region";
    clue.kind = ClueKind::Color;
    clue.source = ClueSource::File;
    clue.direction = Direction::Fake;
    clue.strength = 0.5;
    clue.regions = {{{10, 20, 30, 40}, {{10, 20}, {40, 20.5}, {40, 60}}, 0.75},
                    {{0, 0, 1, 1}, {}, 1}};
    clue.evidence = {{"ratio", 0.25}, {"usual", 1}};
    clue.quotes = {{"generator", "Ä"}};
    Clue said;
    said.text = "The fur is too smooth.";
    said.source = ClueSource::Model;
    said.category = Category::Animal;
    said.regions = {{{1, 2, 3, 4}, {}, 0.5}};
    said.grounding = {
        "attention", GroundingExtent::Regions, RegionStatus::Supported, {{"p_blur", 0.05}}};
    said.measured = {{"noise_level", 0.5, 1.25, 0.4}};
    said.agreement = Agreement::Agrees;
    said.repetition = {3, 4, true, true};
    said.isUnfinished = true;
    examination.clues = {clue, said};
    examination.measurements = {
        {"noise_residual", true, "", "", "spread", 0.5, 0.25, 1, {{"cell", 32}}, 12.5, nullptr},
        {"jpeg_ghost", false, "Not a JPEG.", "reason.not_jpeg", "", 0, 0, 0, {}, 0.5, nullptr}};
    examination.notExamined = {{0, 0, 500, 3000}};
    examination.provenance.camera = "Make Model";
    examination.provenance.c2pa = {true, "present_not_validated"};
    examination.provenance.fields = {{"EXIF", "Exif.Image.Make", "Make"},
                                     {"EXIF", "Exif.Image.Artist", "é", "Latin-1", "e9"}};
    examination.provenance.generation = {
        "ComfyUI", "model", "a \"street\"",    "blurry",          "1234567890123456789",
        "euler",   true,    {{"Steps", "20"}}, "PNG text: prompt"};
    examination.provenance.watermark = {"Stable Diffusion XL", 48, 47, -12.5, 1024, 768};
    examination.provenance.origin = {Basis::Watermark, Direction::Fake, OriginExtent::Part,
                                     "Stable Diffusion XL", "pixels"};
    examination.provenance.extraParts = {{"a ZIP archive", 1000, 24}};
    examination.provenance.dates = {
        {"2024-01-31T12:00:00", "+02:00", "Exif.Photo.DateTimeOriginal"}};
    examination.engine = {"embedded", "1",    "model",     std::string(64, 'b'),
                          "cpu",      "fp32", "Question?", "published"};
    examination.secondOpinion = {{"fakevlm", "1", "m", std::string(64, 'c'), "cpu", "int4", ""},
                                 Verdict::Fake,
                                 0.75,
                                 {0.5, 0.5},
                                 0.875,
                                 true};
    examination.answer = "This is a real image.";
    examination.promptReadings = {{"published", "newline", 0.25}, {"chat", "space", 0.75}};
    examination.timingMs = {{"decode", 12}, {"total", 250.5}};
    return examination;
}

Examination smallestExample() {
    Examination examination;
    examination.source = {"a.png", std::string(64, '0'), 1, "png", 1, 1, 1, 8, {}};
    examination.engine.name = "embedded";
    return examination;
}

} // namespace

class ExaminationJsonTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everythingSurvivesARoundTrip() {
        for (const Examination& original : {fullExample(), smallestExample()}) {
            const auto again = examinationFromJson(toJson(original));
            QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
            QVERIFY(again->sameRecordAs(original));
        }
    }

    void whatIsWrittenIsValidByTheSchema() {
        for (const std::string& line :
             {toJson(fullExample()), toJson(smallestExample()),
              toJson("x.jpg", {ErrorCode::Truncated, "It ends early."})}) {
            const std::string problems = tests::schemaProblems(line);
            QVERIFY2(problems.empty(), problems.c_str());
            QVERIFY(line.find('\n') == std::string::npos);
        }
    }

    void schemaRefusesWhatTheContractForbids_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("verdict") << "\"inconclusive\""
                                 << "\"maybe\"";
        QTest::newRow("probability") << "\"p_fake\":0.4375"
                                     << "\"p_fake\":1.5";
        QTest::newRow("hash") << QString(64, 'a') << "abc";
        QTest::newRow("kind") << "\"colour\""
                              << "\"smell\"";
        QTest::newRow("renamed") << "\"not_examined\""
                                 << "\"unexamined\"";
    }
    void schemaRefusesWhatTheContractForbids() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QString line = QString::fromStdString(toJson(fullExample()));
        QVERIFY(line.contains(from));
        line.replace(from, to);
        QVERIFY(!tests::schemaProblems(line.toStdString()).empty());
    }

    void invalidUtf8IsReplacedAndNeverThrown() {
        Examination examination = smallestExample();
        examination.source.path = "caf\xe9.jpg";
        QVERIFY(tests::schemaProblems(toJson(examination)).empty());
    }

    void brokenRecordsAreMessages() {
        for (const char* text : {"", "{", "[]", "{\"path\":\"a\"}", "null"}) {
            const auto read = examinationFromJson(text);
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::InvalidJson);
        }
    }

    void everyWordReadsBack() {
        for (const Verdict value : {Verdict::Real, Verdict::Fake, Verdict::Inconclusive})
            QCOMPARE(valueOf<Verdict>(wordFor(value)).value(), value);
        QVERIFY(!valueOf<Manner>("magic"));
        QCOMPARE(verdictFor(0.2, {0.2, 0.8}), Verdict::Inconclusive);
        QCOMPARE(verdictFor(0.81, {0.2, 0.8}), Verdict::Fake);
        QCOMPARE(verdictFor(0.19, {0.2, 0.8}), Verdict::Real);
    }
};

QTEST_GUILESS_MAIN(ExaminationJsonTest)
#include "examination_json_test.moc"
