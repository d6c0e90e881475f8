// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/embedded_engine.h"
#include "core/inference/examine_file.h"
#include "tests/support/picture_maker.h"
#include "tests/support/shared_data.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>

using namespace core;
using examination::Direction;
using examination::Verdict;

/// Holds verdicts and clues against each other, over computed pictures and, where this machine has
/// them, reported ones.
class VerdictAndCluesTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_directory;
    std::unique_ptr<inference::EmbeddedEngine> m_engine;

    [[nodiscard]] examination::Examination examined(const std::filesystem::path& path) {
        auto result = inference::examineFile(path, *m_engine, {}, {}, {});
        if (!result)
            qFatal("%s: %s", path.c_str(), result.error().message.c_str());
        return *result;
    }

    static bool speaksForFake(const examination::Clue& clue) {
        return clue.direction == Direction::Fake;
    }

  private Q_SLOTS:
    void initTestCase() {
        m_engine = std::make_unique<inference::EmbeddedEngine>(tests::sourceDirectory() /
                                                               "resources/models/embedded");
        const auto prepared = m_engine->prepare({}, {});
        QVERIFY2(prepared.has_value(), prepared ? "" : prepared.error().message.c_str());
    }

    void aFakeVerdictHasAClueThatSpeaksForIt_data() {
        QTest::addColumn<QString>("path");
        const auto row = [&](const char* name, const tests::ByteBuffer& bytes) {
            QTest::newRow(name) << QString::fromStdString(
                tests::writeFile(m_directory, name, bytes).string());
        };
        const auto scene = tests::noisyScene(700, 500, 3);
        row("scene.png", tests::pngBytes(scene));
        for (const int quality : {60, 80, 95})
            row(qPrintable(QString("scene%1.jpg").arg(quality)), tests::jpegBytes(scene, quality));
        row("checks.png", tests::pngBytes(tests::checkerboard(512, 512, 5)));
        row("slope.png", tests::pngBytes(tests::slope(600, 400)));
        row("flat.jpg", tests::jpegBytes(tests::flatPicture(600, 400, {90, 120, 60})));
        const auto shared = tests::sharedData("cases/bug_reports_2");
        if (!shared)
            return;
        for (const auto& entry : std::filesystem::directory_iterator(*shared)) {
            const std::string ending = entry.path().extension().string();
            if (ending != ".py" && ending != ".sh" && ending != ".md")
                QTest::newRow(entry.path().filename().c_str())
                    << QString::fromStdString(entry.path().string());
        }
    }
    void aFakeVerdictHasAClueThatSpeaksForIt() {
        QFETCH(QString, path);
        const auto examination = examined(path.toStdString());
        const bool isAnyFor = std::ranges::any_of(examination.clues, speaksForFake);
        QVERIFY(examination.verdict != Verdict::Fake || isAnyFor);
        QVERIFY(examination.verdict == Verdict::Inconclusive ||
                examination.inconclusiveReason.empty());
        // Nothing of these was changed after it was taken.
        QVERIFY(examination.verdict != Verdict::Fake);
        for (const auto& clue : examination.clues)
            QVERIFY2(clue.kind != examination::ClueKind::Duplication || !speaksForFake(clue),
                     clue.text.c_str());
    }

    void whatCannotBeMeasuredGetsNoVerdict_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        for (const char* name :
             {"progressive_cut_at_70_percent_22.jpg", "progressive_cut_at_80_percent_23.jpg",
              "progressive_cut_at_90_percent_21.jpg", "progressive_cut_at_97_percent_24.jpg",
              "progressive_3_of_10_scans_eoi.jpg"})
            QTest::newRow(name) << name << "breaks off";
        for (const char* name : {"pq10.avif", "gray12in16.png", "hlg10.heic"})
            QTest::newRow(name) << name << "encoding of colors";
        QTest::newRow("zeros") << "zeros_from_the_middle_21.jpg"
                               << "missing";
    }
    void whatCannotBeMeasuredGetsNoVerdict() {
        QFETCH(QString, name);
        QFETCH(QString, words);
        const auto path = tests::sharedData("cases/bug_reports_2/" + name.toStdString());
        if (!path)
            QSKIP("shared/cases/bug_reports_2 is not on this machine");
        const auto examination = examined(*path);
        QCOMPARE(examination.verdict, Verdict::Inconclusive);
        QVERIFY2(examination.inconclusiveReason.find(words.toStdString()) != std::string::npos,
                 examination.inconclusiveReason.c_str());
        // What the form of a file says does not depend on its pixels.
        QVERIFY(std::ranges::none_of(examination.clues, [](const examination::Clue& clue) {
            return speaksForFake(clue) && clue.source == examination::ClueSource::Measurement;
        }));
    }
};

QTEST_GUILESS_MAIN(VerdictAndCluesTest)
#include "verdict_and_clues_test.moc"
