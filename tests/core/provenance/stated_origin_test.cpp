// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/stated_origin.h"

#include "core/provenance/timeline.h"

#include <QTest>

using namespace core::examination;
using core::provenance::dateFrom;
using core::provenance::statedOrigin;
using core::provenance::statedSizes;
using core::provenance::timelineOf;

namespace {

ProvenanceRecord declaring(const std::string& type) {
    ProvenanceRecord record;
    record.fields.push_back({"XMP", "Xmp.iptcExt.DigitalSourceType",
                             "http://cv.iptc.org/newscodes/digitalsourcetype/" + type});
    return record;
}

/// Credentials with one manifest and one action.
ProvenanceRecord signedRecord(C2paState state, const std::string& action, const std::string& type) {
    ProvenanceRecord record;
    record.c2pa.present = true;
    record.c2pa.state = state;
    record.c2pa.signer = C2paSigner{};
    record.c2pa.signer->name = "Signer";
    record.c2pa.signer->organization = "Acme";
    C2paManifest manifest;
    manifest.label = "one";
    C2paAction step;
    step.action = action;
    step.softwareAgent = "Maker 1";
    step.digitalSourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/" + type;
    manifest.actions.push_back(step);
    record.c2pa.manifests.push_back(manifest);
    return record;
}

} // namespace

class StatedOriginTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void ordinaryFilesStateNothing() {
        ProvenanceRecord record;
        record.camera = "Acme Snapper";
        record.fields = {{"EXIF", "Exif.Image.Make", "Acme"}};
        QVERIFY(!statedOrigin(record));
        QVERIFY(!statedOrigin(declaring("digitalCapture")));
        QVERIFY(!statedOrigin(declaring("algorithmicallyEnhanced")));
    }

    void declaredTypesDecideAboutTheExtent() {
        QVERIFY(statedOrigin(declaring("trainedAlgorithmicMedia"))->extent == OriginExtent::Whole);
        QVERIFY(statedOrigin(declaring("trainedAlgorithmicMedia/"))->extent == OriginExtent::Whole);
        QVERIFY(statedOrigin(declaring("compositeWithTrainedAlgorithmicMedia"))->extent ==
                OriginExtent::Part);
        // The declaration is more exact than the name of the program.
        ProvenanceRecord both = declaring("compositeWithTrainedAlgorithmicMedia");
        both.fields.push_back({"XMP", "Xmp.photoshop.Credit", "Made with Google AI"});
        const auto origin = statedOrigin(both);
        QVERIFY(origin->extent == OriginExtent::Part);
        QCOMPARE(origin->by, std::string("Google AI"));
    }

    void editsWithAGeneratorArePartOnly() {
        ProvenanceRecord record;
        record.fields = {{"XMP", "Xmp.photoshop.Credit", "Edited with Google AI"}};
        QVERIFY(statedOrigin(record)->extent == OriginExtent::Part);
        record.fields = {{"XMP", "Xmp.xmpMM.History[2]/stEvt:softwareAgent", "Adobe Firefly"}};
        QVERIFY(statedOrigin(record)->extent == OriginExtent::Part);
        record.fields = {
            {"PNG text", "parameters", "x\nSteps: 20, Sampler: Euler a, Seed: 1, Mask blur: 4"}};
        QVERIFY(statedOrigin(record)->extent == OriginExtent::Part);
    }

    void theStrongestStatementCounts() {
        ProvenanceRecord record =
            signedRecord(C2paState::Trusted, "c2pa.created", "trainedAlgorithmicMedia");
        record.watermark = {"Stable Diffusion XL", 48, 48, -14, 512, 512};
        QVERIFY(statedOrigin(record)->basis == Basis::Credentials);
        QCOMPARE(statedOrigin(record)->by, std::string("Acme"));
        record.c2pa.state = C2paState::Valid; // good, and nobody known signed it
        QVERIFY(statedOrigin(record)->basis == Basis::Watermark);
        record.watermark.reset();
        const auto origin = statedOrigin(record);
        QVERIFY(origin->basis == Basis::File);
        QCOMPARE(origin->by, std::string("Maker 1"));
    }

    void onlyATrustedCaptureSpeaksForAPhotograph() {
        const auto captured =
            statedOrigin(signedRecord(C2paState::Trusted, "c2pa.created", "digitalCapture"));
        QVERIFY(captured && captured->direction == Direction::Real);
        QVERIFY(!statedOrigin(signedRecord(C2paState::Valid, "c2pa.created", "digitalCapture")));
        QVERIFY(!statedOrigin(signedRecord(C2paState::Trusted, "c2pa.opened", "digitalCapture")));
    }

    void aGeneratedComponentIsAPart() {
        ProvenanceRecord record =
            signedRecord(C2paState::Trusted, "c2pa.created", "trainedAlgorithmicMedia");
        C2paManifest whole;
        whole.label = "two";
        C2paIngredient ingredient;
        ingredient.manifest = "one";
        ingredient.relationship = "componentOf";
        whole.ingredients.push_back(ingredient);
        record.c2pa.manifests.push_back(whole);
        QVERIFY(statedOrigin(record)->extent == OriginExtent::Part);
        record.c2pa.manifests[1].ingredients[0].relationship = "parentOf";
        QVERIFY(statedOrigin(record)->extent == OriginExtent::Whole);
    }

    void statedSizesAreThoseOfGeneratorAndExif() {
        ProvenanceRecord record;
        record.generation = GenerationRecord{};
        record.generation->settings = {{"Size", "512x768"}};
        record.fields = {{"EXIF", "Exif.Photo.PixelXDimension", "1024"},
                         {"EXIF", "Exif.Photo.PixelYDimension", "1536"}};
        QVERIFY(
            (statedSizes(record) == std::vector<std::pair<int, int>>{{512, 768}, {1024, 1536}}));
    }

    void datesAreReadInTheFormsOfTheStandards_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("when");
        QTest::addColumn<QString>("zone");
        QTest::newRow("EXIF") << "2024:01:31 12:34:56"
                              << "2024-01-31T12:34:56"
                              << "";
        QTest::newRow("XMP") << "2020-03-26T10:30:06-04:00"
                             << "2020-03-26T10:30:06"
                             << "-04:00";
        QTest::newRow("UTC") << "2020-03-26T10:30:06Z"
                             << "2020-03-26T10:30:06"
                             << "Z";
        QTest::newRow("day") << "2024-01-31"
                             << "2024-01-31"
                             << "";
        QTest::newRow("zeros") << "0000:00:00 00:00:00"
                               << "none"
                               << "";
        QTest::newRow("blanks") << "    :  :     :  :  "
                                << "none"
                                << "";
        QTest::newRow("month 13") << "2024:13:01 00:00:00"
                                  << "none"
                                  << "";
        QTest::newRow("words") << "yesterday"
                               << "none"
                               << "";
    }
    void datesAreReadInTheFormsOfTheStandards() {
        QFETCH(QString, text);
        QFETCH(QString, when);
        QFETCH(QString, zone);
        const auto date = dateFrom(text.toStdString(), "x");
        QCOMPARE(QString::fromStdString(date ? date->when : "none"), when);
        if (date)
            QCOMPARE(QString::fromStdString(date->zone), zone);
    }

    void theTimelineIsInOrderAndKnowsZones() {
        core::examination::ProvenanceRecord record;
        record.fields = {{"EXIF", "Exif.Image.DateTime", "2024:02:02 10:00:00"},
                         {"EXIF", "Exif.Photo.OffsetTimeOriginal", "+02:00"},
                         {"EXIF", "Exif.Photo.DateTimeOriginal", "2024:01:31 12:00:00"},
                         {"EXIF", "Exif.GPSInfo.GPSDateStamp", "2024:01:31"},
                         {"EXIF", "Exif.GPSInfo.GPSTimeStamp", "10:00:01"}};
        core::examination::C2paManifest manifest;
        manifest.signedAt = {{"2024-02-03T00:00:00Z", "time_stamp", "An authority", false}};
        record.c2pa.manifests = {manifest};
        const auto dates = timelineOf(record);
        QCOMPARE(dates.size(), std::size_t{4});
        QCOMPARE(dates[3].source, std::string("C2PA time stamp: An authority"));
        QCOMPARE(dates[0].when, std::string("2024-01-31T10:00:01"));
        QCOMPARE(dates[0].zone, std::string("Z"));
        QCOMPARE(dates[1].zone, std::string("+02:00"));
        QCOMPARE(dates[2].source, std::string("Exif.Image.DateTime"));
    }
};

QTEST_APPLESS_MAIN(StatedOriginTest)
#include "stated_origin_test.moc"
