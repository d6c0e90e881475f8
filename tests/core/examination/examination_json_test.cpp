// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/examination_json.h"
#include "core/examination/vocabulary.h"
#include "tests/support/json_schema.h"

#include <QTest>

using namespace core;
using namespace core::examination;

namespace {

C2paManifest fullManifest() {
    C2paManifest manifest;
    manifest.label = "urn:c2pa:1\u202E";
    manifest.kind = "update";
    manifest.claimVersion = 2;
    manifest.claimGenerator = "Camera 1.0";
    manifest.title = "Ä.jpg";
    manifest.format = "image/jpeg";
    manifest.instanceId = "xmp:iid:1";
    manifest.signer = {
        "Leaf",  "Maker", "Root",      "2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z",
        "ES256", "Own",   "2026-01-01"};
    manifest.signedAt = {"2025-05-05T05:05:05Z", "time_stamp", "Authority", true};
    manifest.actions = {{"c2pa.created",
                         "2025-05-05T05:05:05Z",
                         "Program",
                         "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
                         "A description",
                         {{"name", "value"}},
                         {"c2pa.ingredient.v3"}}};
    manifest.ingredients = {{"c2pa.ingredient.v3", "Parent", "image/png", "parentOf", "xmp:iid:0",
                             "urn:c2pa:0", C2paThumbnail{"image/jpeg", 7}}};
    manifest.assertions = {{"c2pa.actions.v2", 321, ""}, {"cawg.identity", 11, "Not verified."}};
    manifest.redacted = {"self#jumbf=/c2pa/urn:c2pa:0/c2pa.assertions/c2pa.metadata"};
    manifest.thumbnail = C2paThumbnail{"image/jpeg", 5000};
    manifest.status = {{{"claimSignature.validated", "self#jumbf=c2pa.signature", "Good."}},
                       {{"timeStamp.untrusted", "self#jumbf=c2pa.signature", ""}},
                       {{"signingCredential.untrusted", "self#jumbf=c2pa.signature", ""}}};
    return manifest;
}

C2paRecord fullCredentials() {
    C2paRecord record;
    record.present = true;
    record.state = C2paState::Valid;
    record.remoteUrl = "https://example.invalid/m.c2pa";
    record.manifests = {fullManifest()};
    record.activeManifest = record.manifests[0].label;
    record.signer = record.manifests[0].signer;
    record.signedAt = record.manifests[0].signedAt;
    record.status = record.manifests[0].status;
    record.notCovered = {{20, 100, "JPEG APP1 segment"}};
    record.problem = "One box ends early.";
    return record;
}

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
    examination.provenance.c2pa = fullCredentials();
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

    void credentialsOfEarlierVersionsAreStillRead_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("state");
        QTest::newRow("none noticed") << "absent" << int(C2paState::None);
        QTest::newRow("noticed") << "present_not_validated" << int(C2paState::NotValidated);
        QTest::newRow("unreadable") << "unreadable" << int(C2paState::Invalid);
    }
    void credentialsOfEarlierVersionsAreStillRead() {
        QFETCH(QString, word);
        QFETCH(int, state);
        QString line = QString::fromStdString(toJson(smallestExample()));
        const auto begin = line.indexOf("\"c2pa\":{");
        const auto end = line.indexOf("\"fields\"");
        QVERIFY(begin > 0 && end > begin);
        line.replace(begin, end - begin, "\"c2pa\":{\"present\":true,\"state\":\"" + word + "\"},");
        const auto read = examinationFromJson(line.toStdString());
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        QCOMPARE(int(read->provenance.c2pa.state), state);
        QVERIFY(tests::schemaProblems(line.toStdString()).empty());
    }

    void theLastManifestOfALabelIsMeant() {
        C2paRecord record = fullCredentials();
        record.manifests.push_back(record.manifests[0]);
        record.manifests[1].title = "second";
        QCOMPARE(manifestOf(record, record.activeManifest)->title, std::string("second"));
        QVERIFY(manifestOf(record, "urn:c2pa:none") == nullptr);
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
