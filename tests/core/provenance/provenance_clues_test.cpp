// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/provenance_clues.h"

#include "core/clues/clue_catalog.h"

#include <QTest>

using core::examination::Clue;
using core::examination::ClueSource;
using core::examination::Direction;
using core::examination::ProvenanceRecord;
using core::provenance::provenanceClues;

namespace {

ProvenanceRecord declaring(const std::string& type) {
    ProvenanceRecord record;
    record.fields.push_back({"XMP", "Xmp.iptcExt.DigitalSourceType",
                             "http://cv.iptc.org/newscodes/digitalsourcetype/" + type});
    return record;
}

} // namespace

class ProvenanceCluesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anEmptyRecordSaysNothing();
    void generatorComesFirstAndSilencesTheCamera();
    void declaredSourcesSpeakInTheirDirection_data();
    void declaredSourcesSpeakInTheirDirection();
    void unvalidatedCredentialsAreNamedAsSuch();
    void everySentenceSaysThatTheFileSaysSo();
    void hostileWordsStayOnOneLine();
};

void ProvenanceCluesTest::anEmptyRecordSaysNothing() {
    QVERIFY(provenanceClues({}).empty());
}

void ProvenanceCluesTest::generatorComesFirstAndSilencesTheCamera() {
    ProvenanceRecord record;
    record.camera = "Acme Snapper";
    record.software = "Adobe Photoshop 25";
    auto clues = provenanceClues(record);
    QCOMPARE(clues.size(), std::size_t{2});
    QVERIFY(clues[1].direction == Direction::Real);
    record.generator = "ComfyUI";
    clues = provenanceClues(record);
    QCOMPARE(clues.size(), std::size_t{2});
    QVERIFY(clues[0].direction == Direction::Fake);
    QVERIFY(clues[0].text.find("ComfyUI") != std::string::npos);
    QVERIFY(clues[1].direction == Direction::Neutral);
}

void ProvenanceCluesTest::declaredSourcesSpeakInTheirDirection_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("direction");
    QTest::newRow("generated") << "trainedAlgorithmicMedia" << static_cast<int>(Direction::Fake);
    QTest::newRow("partly") << "compositeWithTrainedAlgorithmicMedia"
                            << static_cast<int>(Direction::Fake);
    QTest::newRow("enhanced") << "algorithmicallyEnhanced" << static_cast<int>(Direction::Neutral);
    QTest::newRow("captured") << "digitalCapture" << static_cast<int>(Direction::Real);
}

void ProvenanceCluesTest::declaredSourcesSpeakInTheirDirection() {
    QFETCH(QString, type);
    QFETCH(int, direction);
    const auto clues = provenanceClues(declaring(type.toStdString()));
    QCOMPARE(clues.size(), std::size_t{1});
    QCOMPARE(static_cast<int>(clues[0].direction), direction);
    QVERIFY(clues[0].text.find(type.toStdString()) != std::string::npos);
}

void ProvenanceCluesTest::unvalidatedCredentialsAreNamedAsSuch() {
    ProvenanceRecord record;
    record.c2pa = {true, core::examination::C2paState::NotValidated};
    auto clues = provenanceClues(record);
    QCOMPARE(clues.size(), std::size_t{1});
    QVERIFY(clues[0].direction == Direction::Neutral);
    record.fields.push_back(
        {"C2PA (not validated)", "digitalSourceType", "trainedAlgorithmicMedia"});
    clues = provenanceClues(record);
    QCOMPARE(clues.size(), std::size_t{2});
    QVERIFY(clues[0].direction == Direction::Fake);
    QVERIFY(clues[0].text.find("not checked") != std::string::npos);
}

void ProvenanceCluesTest::everySentenceSaysThatTheFileSaysSo() {
    ProvenanceRecord record = declaring("trainedAlgorithmicMedia");
    record.generator = "X";
    record.software = "GIMP 2.10";
    record.c2pa = {true, core::examination::C2paState::NotValidated};
    for (const Clue& clue : provenanceClues(record)) {
        QVERIFY(clue.source == ClueSource::File);
        QVERIFY2(clue.text.starts_with("The file"), clue.text.c_str());
        QVERIFY2(clue.text.find('?') == std::string::npos, clue.text.c_str());
        QVERIFY2(clue.text.find('{') == std::string::npos, clue.text.c_str());
        QVERIFY(core::clues::clueSentence(clue.templateId) != nullptr);
        QVERIFY(clue.strength > 0 && clue.strength < 1);
    }
}

void ProvenanceCluesTest::hostileWordsStayOnOneLine() {
    ProvenanceRecord record;
    record.generator = "line one\nline two" + std::string(5000, 'x');
    const auto clues = provenanceClues(record);
    QVERIFY(clues[0].text.size() < 400);
    QVERIFY(clues[0].text.find('\n') == std::string::npos);
}

QTEST_APPLESS_MAIN(ProvenanceCluesTest)
#include "provenance_clues_test.moc"
