// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/examination_json.h"
#include "core/inference/engine_catalog.h"
#include "core/inference/examine_file.h"
#include "core/inference/inference_worker.h"
#include "tests/support/engines_under_test.h"
#include "tests/support/picture_maker.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace core;
using namespace core::inference;

/// What every engine owes the program, whatever it is made of.
class EngineContractTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        m_picture = tests::writeFile(m_folder, "scene.jpg",
                                     tests::jpegBytes(tests::noisyScene(900, 700, 3)));
    }

    void recordIsCompleteAfterPrepare_data() { addEngines(); }
    void recordIsCompleteAfterPrepare() {
        QFETCH(QString, missing);
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        auto engine = preparedEngine();
        QVERIFY(engine);
        const examination::EngineRecord record = engine->record();
        QVERIFY(!record.name.empty());
        QVERIFY(!record.version.empty());
        QVERIFY(!record.model.empty());
        QCOMPARE(record.modelSha256.size(), std::size_t{64});
        QVERIFY(!record.device.empty());
        QVERIFY(!record.precision.empty());
        QVERIFY(engine->prepare({}, {}).has_value());
    }

    void answerIsWithinItsBounds_data() { addEngines(); }
    void answerIsWithinItsBounds() {
        QFETCH(QString, missing);
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        auto engine = preparedEngine();
        QVERIFY(engine);
        auto examination = examineFile(m_picture, *engine, {}, {}, {});
        QVERIFY2(examination.has_value(), examination ? "" : examination.error().message.c_str());
        QVERIFY(examination->pFake >= 0 && examination->pFake <= 1);
        QVERIFY(examination->thresholds.realBelow <= examination->thresholds.fakeAbove);
        const Rect whole{0, 0, examination->source.width, examination->source.height};
        for (const examination::Clue& clue : examination->clues) {
            QVERIFY(!clue.text.empty());
            // A gap that was not filled; a model's own words may hold anything.
            const bool isOurs = clue.source != examination::ClueSource::Model;
            QVERIFY2(!isOurs || clue.text.find_first_of("{?") == std::string::npos,
                     clue.text.c_str());
            QVERIFY(clue.strength >= 0 && clue.strength <= 1);
            for (const Region& region : clue.regions)
                QCOMPARE(intersection(region.box, whole), region.box);
        }
        QVERIFY(std::ranges::is_sorted(examination->clues, std::greater<>{},
                                       &examination::Clue::strength));
        const auto again = examination::examinationFromJson(examination::toJson(*examination));
        QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
        QVERIFY(again->sameRecordAs(*examination));
    }

    void sameFileGivesTheSameAnswer_data() { addEngines(); }
    void sameFileGivesTheSameAnswer() {
        QFETCH(QString, missing);
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        auto engine = preparedEngine();
        QVERIFY(engine);
        auto first = examineFile(m_picture, *engine, {}, {}, {});
        auto second = examineFile(m_picture, *engine, {}, {}, {});
        QVERIFY(first && second);
        QCOMPARE(first->pFake, second->pFake);
        QCOMPARE(first->clues.size(), second->clues.size());
    }

    void progressGrowsToTheEnd_data() { addEngines(); }
    void progressGrowsToTheEnd() {
        QFETCH(QString, missing);
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        auto engine = preparedEngine();
        QVERIFY(engine);
        std::vector<double> fractions;
        EngineCallbacks callbacks;
        callbacks.progress = [&](std::string_view, double fraction) {
            fractions.push_back(fraction);
        };
        QVERIFY(examineFile(m_picture, *engine, {}, callbacks, {}));
        QVERIFY(fractions.size() >= 2);
        QVERIFY(std::ranges::is_sorted(fractions));
        QVERIFY(fractions.front() >= 0 && fractions.back() <= 1);
    }

    void cancelledBeforehandEndsAtOnce_data() { addEngines(); }
    void cancelledBeforehandEndsAtOnce() {
        QFETCH(QString, missing);
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        auto engine = preparedEngine();
        QVERIFY(engine);
        std::stop_source stop;
        stop.request_stop();
        auto examination = examineFile(m_picture, *engine, {}, {}, stop.get_token());
        QVERIFY(!examination);
        QCOMPARE(examination.error().code, ErrorCode::Cancelled);
    }

    void cancelInEveryStageEndsWithinASecond_data() { addEngines(); }
    void cancelInEveryStageEndsWithinASecond() {
        QFETCH(QString, missing);
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        auto engine = preparedEngine();
        QVERIFY(engine);
        std::vector<std::string> stages;
        EngineCallbacks callbacks;
        callbacks.progress = [&](std::string_view stage, double) {
            if (stages.empty() || stages.back() != stage)
                stages.emplace_back(stage);
        };
        QVERIFY(examineFile(m_picture, *engine, {}, callbacks, {}));
        for (const std::string& stage : stages) {
            std::stop_source stop;
            QElapsedTimer sinceStop;
            callbacks.progress = [&](std::string_view now, double) {
                if (now == stage && !stop.stop_requested()) {
                    sinceStop.start();
                    stop.request_stop();
                }
            };
            auto examination = examineFile(m_picture, *engine, {}, callbacks, stop.get_token());
            QVERIFY2(!examination, stage.c_str());
            QCOMPARE(examination.error().code, ErrorCode::Cancelled);
            QVERIFY2(sinceStop.elapsed() < 1000, stage.c_str());
        }
    }

    void questionsAreAnsweredTheSameOrRefused_data() { addEngines(); }
    void questionsAreAnsweredTheSameOrRefused() {
        QFETCH(QString, missing);
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        auto engine = preparedEngine();
        QVERIFY(engine);
        const auto examination = examineFile(m_picture, *engine, {}, {}, {});
        QVERIFY(examination);
        AskedPicture asked{m_picture, examination->source.sha256, engine->record().modelSha256};
        std::string streamed;
        EngineCallbacks callbacks;
        callbacks.answerPiece = [&](std::string_view piece) { streamed += piece; };
        const auto first = askAboutFile(asked, {"Why?", {}}, *engine, {}, callbacks, {});
        if (!examination->answer) { // an engine without words
            QVERIFY(!first);
            QCOMPARE(first.error().code, ErrorCode::EngineUnavailable);
            return;
        }
        QVERIFY2(first.has_value(), first ? "" : first.error().message.c_str());
        QCOMPARE(*first, streamed);
        const auto second = askAboutFile(asked, {"Where?", {"Why?"}}, *engine, {}, {}, {});
        QVERIFY2(second.has_value(), second ? "" : second.error().message.c_str());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(askAboutFile(asked, {"Who?", {}}, *engine, {}, {}, stop.get_token()).error().code,
                 ErrorCode::Cancelled);
        QCOMPARE(askAboutFile(asked, {" ", {}}, *engine, {}, {}, {}).error().code,
                 ErrorCode::InvalidArgument);
        // Another picture in between changes nothing.
        const auto other = tests::writeFile(m_folder, "other.jpg",
                                            tests::jpegBytes(tests::noisyScene(300, 300, 8)));
        QVERIFY(examineFile(other, *engine, {}, {}, {}));
        const auto again = askAboutFile(asked, {"Where?", {"Why?"}}, *engine, {}, {}, {});
        QVERIFY(again.has_value());
        QCOMPARE(*again, *second);
        asked.sha256 = std::string(64, '0');
        QCOMPARE(askAboutFile(asked, {"Why?", {}}, *engine, {}, {}, {}).error().code,
                 ErrorCode::InvalidArgument);
    }

    void tinyPictureIsNoCrash_data() { addEngines(); }
    void tinyPictureIsNoCrash() {
        QFETCH(QString, missing);
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        auto engine = preparedEngine();
        QVERIFY(engine);
        for (const auto& [width, height] : {std::pair{1, 1}, {3, 200}, {64, 64}, {129, 127}}) {
            const auto path = tests::writeFile(
                m_folder, "tiny.jpg", tests::jpegBytes(tests::noisyScene(width, height, 5)));
            auto examination = examineFile(path, *engine, {}, {}, {});
            QVERIFY2(examination.has_value(),
                     examination ? "" : examination.error().message.c_str());
            QVERIFY(std::isfinite(examination->pFake));
        }
    }

  private:
    void addEngines() {
        QTest::addColumn<EngineChoice>("choice");
        QTest::addColumn<QString>("missing");
        for (const tests::EngineUnderTest& engine : tests::enginesUnderTest())
            QTest::newRow(engine.name.c_str())
                << engine.choice << QString::fromStdString(engine.missing);
    }

    std::unique_ptr<Engine> preparedEngine() {
        QFETCH(EngineChoice, choice);
        auto engine = makeEngine(choice);
        if (!engine || !(*engine)->prepare({}, {}))
            return nullptr;
        return std::move(*engine);
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_picture;
};

QTEST_GUILESS_MAIN(EngineContractTest)
#include "engine_contract_test.moc"
