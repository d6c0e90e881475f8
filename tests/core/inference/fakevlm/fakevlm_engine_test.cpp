// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/fakevlm/fakevlm_engine.h"
#include "core/inference/fakevlm/prompt_readings.h"

#include "core/inference/examination_batch.h"
#include "core/inference/examine_file.h"
#include "core/inference/fakevlm/answer_examination.h"
#include "tests/support/picture_maker.h"
#include "tests/support/tiny_checkpoint.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <string>

using namespace core;
using namespace core::inference;
using namespace core::examination;

class FakeVlmEngineTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void answerIsKeptVerbatimAndStreamed();
    void croppedAwayPartsAreNotExamined();
    void hashOfTheWeightsIsRemembered();
    void folderIsChecked();
    void picturesJudgedTogetherAreJudgedAsAlone();
    void sentencesBecomeClues();
    void reasonsOfOneSentenceAndOfACutAnswer();
    void bothFormsAreReadAndCompared();
    void theOtherFormIsReadWhileOthersWrite();
    void answersThatFitNothingAreInconclusive();
    void unseenPartsCoverTheRest();

  private:
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    Result<Examination> examined(FakeVlmEngine& engine, const EngineCallbacks& callbacks) {
        return examineFile(folder() / "wide.png", engine, {}, callbacks, {});
    }

    QTemporaryDir m_folder;
};

void FakeVlmEngineTest::initTestCase() {
    std::filesystem::create_directory(folder() / "model");
    QVERIFY(tests::writeTinyCheckpoint(folder() / "model").has_value());
    tests::writeFile(m_folder, "wide.png", tests::pngBytes(tests::noisyScene(112, 56, 3)));
}

void FakeVlmEngineTest::answerIsKeptVerbatimAndStreamed() {
    FakeVlmEngine engine({folder() / "model", "", {}, 20});
    QVERIFY(engine.prepare({}, {}).has_value());
    std::string streamed;
    EngineCallbacks callbacks;
    callbacks.answerPiece = [&](std::string_view piece) { streamed += piece; };
    const auto examination = examined(engine, callbacks);
    QVERIFY2(examination.has_value(), examination ? "" : examination.error().message.c_str());
    QVERIFY(examination->answer.has_value());
    QCOMPARE(*examination->answer, streamed);
    QCOMPARE(examination->engine.name, std::string("fakevlm"));
    QCOMPARE(examination->engine.model, std::string("model"));
    QCOMPARE(examination->engine.modelSha256.size(), std::size_t{64});
    QCOMPARE(examination->engine.prompt, std::string("<image>Does the image looks real/fake?"));
    QCOMPARE(examination->engine.promptForm, std::string("published"));
    QCOMPARE(examination->promptReadings.size(), std::size_t{1});
    QCOMPARE(examination->promptReadings.front().form, std::string("published"));
    QVERIFY(examination->timingMs.contains("prefill"));
}

void FakeVlmEngineTest::croppedAwayPartsAreNotExamined() {
    FakeVlmEngine engine({folder() / "model", "", {}, 1});
    QVERIFY(engine.prepare({}, {}).has_value());
    const auto examination = examined(engine, {});
    QVERIFY(examination.has_value());
    QCOMPARE(examination->notExamined, (std::vector<Rect>{{0, 0, 28, 56}, {84, 0, 28, 56}}));
}

void FakeVlmEngineTest::hashOfTheWeightsIsRemembered() {
    const auto known = folder() / "cache" / "weights.json";
    FakeVlmEngine first({folder() / "model", "", known, 1});
    QVERIFY(first.prepare({}, {}).has_value());
    QVERIFY(std::filesystem::exists(known));
    std::string text;
    std::getline(std::ifstream(known), text, '\0');
    const std::string digest = first.record().modelSha256;
    const auto at = text.find(digest);
    QVERIFY(at != std::string::npos);
    const std::string other(64, 'a');
    std::ofstream(known) << text.replace(at, 64, other);
    FakeVlmEngine second({folder() / "model", "", known, 1});
    QVERIFY(second.prepare({}, {}).has_value());
    QCOMPARE(second.record().modelSha256, other);
    // A changed file is hashed again.
    std::filesystem::last_write_time(folder() / "model" / "model.safetensors",
                                     std::filesystem::file_time_type::clock::now() +
                                         std::chrono::hours(1));
    FakeVlmEngine third({folder() / "model", "", known, 1});
    QVERIFY(third.prepare({}, {}).has_value());
    QCOMPARE(third.record().modelSha256, digest);
}

void FakeVlmEngineTest::folderIsChecked() {
    FakeVlmEngine engine({folder() / "none", "", {}, 1});
    const auto prepared = engine.prepare({}, {});
    QVERIFY(!prepared.has_value());
    QCOMPARE(prepared.error().code, ErrorCode::ModelMissing);
    std::stop_source stop;
    stop.request_stop();
    FakeVlmEngine stopped({folder() / "model", "", {}, 1});
    QCOMPARE(stopped.prepare({}, stop.get_token()).error().code, ErrorCode::Cancelled);
}

void FakeVlmEngineTest::picturesJudgedTogetherAreJudgedAsAlone() {
    std::vector<std::filesystem::path> paths;
    for (int i = 0; i < 4; ++i) {
        const std::string name = "scene" + std::to_string(i) + ".png";
        tests::writeFile(m_folder, name.c_str(),
                         tests::pngBytes(tests::noisyScene(64 + 9 * i, 56, 5 + i)));
        paths.push_back(folder() / name);
    }
    paths.push_back(folder() / "none.png");
    FakeVlmEngine single({folder() / "model", "", {}, 12, 1});
    FakeVlmEngine several({folder() / "model", "", {}, 12, 3});
    QVERIFY(single.prepare({}, {}).has_value());
    QVERIFY(several.prepare({}, {}).has_value());
    QCOMPARE(single.slotCount(), 1);
    QCOMPARE(several.slotCount(), 3);
    ExaminationBatch batch(several);
    std::size_t next = 0;
    std::size_t ended = 0;
    std::stop_source stop;
    while (ended < paths.size()) {
        for (; next < paths.size() && !batch.isFull(); ++next)
            batch.begin(next, paths[next], {}, {},
                        next == 3 ? stop.get_token() : std::stop_token());
        stop.request_stop();
        for (const auto& finished : batch.advance()) {
            ++ended;
            const auto alone = examineFile(paths[finished.id], single, {}, {}, {});
            if (finished.id >= 3) { // cancelled, missing
                QVERIFY(!finished.examination);
                QCOMPARE(finished.examination.error().code,
                         finished.id == 3 ? ErrorCode::Cancelled : alone.error().code);
                continue;
            }
            QVERIFY(alone && finished.examination);
            QCOMPARE(finished.examination->answer, alone->answer);
            QVERIFY(finished.examination->pFake == alone->pFake);
            QCOMPARE(finished.examination->source.sha256, alone->source.sha256);
            QCOMPARE(finished.examination->clues.size(), alone->clues.size());
        }
    }
    QVERIFY(batch.isEmpty());
}

void FakeVlmEngineTest::sentencesBecomeClues() {
    const auto examination = examinationOf(
        {"This is a fake image. The dog's fur is unnaturally smooth. Something is off.", 0.9});
    QCOMPARE(examination.verdict, Verdict::Fake);
    QCOMPARE(examination.category, Category::Animal);
    QCOMPARE(examination.manner.at(Manner::AiGenerated), 0.9);
    QCOMPARE(examination.clues.size(), std::size_t{2});
    const Clue& fur = examination.clues.front();
    QCOMPARE(fur.text, std::string("The dog's fur is unnaturally smooth."));
    QCOMPARE(fur.kind, ClueKind::Texture);
    QCOMPARE(fur.source, ClueSource::Model);
    QCOMPARE(fur.direction, Direction::Fake);
    QVERIFY(fur.strength > examination.clues.back().strength);
}

void FakeVlmEngineTest::reasonsOfOneSentenceAndOfACutAnswer() {
    const auto examination = examinationOf({"\nThis is a fake image. The person's left ear has two "
                                            "lobes; the mouth looks too rigid to "
                                            "convey expressions; the teeth of the face are",
                                            0.9, false});
    QCOMPARE(examination.verdict, Verdict::Fake);
    QCOMPARE(examination.category, Category::Face);
    QCOMPARE(examination.clues.size(), std::size_t{3});
    QCOMPARE(examination.clues[0].text, std::string("The person's left ear has two lobes"));
    QVERIFY(!examination.clues[0].repetition.isStock);
    QVERIFY(examination.clues[1].repetition.isStock);
    QVERIFY(examination.clues[1].strength > 0);
    QVERIFY(examination.clues[2].isUnfinished);
    QCOMPARE(examination.clues[2].strength, 0.0);
    QCOMPARE(examination.clues[2].direction, Direction::Neutral);
}

void FakeVlmEngineTest::bothFormsAreReadAndCompared() {
    FakeVlmEngine plain({folder() / "model", "", {}, 8});
    FakeVlmEngine::Options options{folder() / "model", "", {}, 8};
    options.asksBothForms = true;
    FakeVlmEngine both(options);
    options.asksBothForms = false;
    options.form = model::PromptForm::Chat;
    FakeVlmEngine chat(options);
    for (auto* engine : {&plain, &both, &chat})
        QVERIFY(engine->prepare({}, {}).has_value());
    const auto one = examined(plain, {});
    const auto two = examined(both, {});
    const auto three = examined(chat, {});
    QVERIFY(one && two && three);
    QCOMPARE(two->promptReadings.size(), std::size_t{2});
    QCOMPARE(two->promptReadings[0], one->promptReadings[0]);
    QCOMPARE(two->promptReadings[1], three->promptReadings[0]);
    QCOMPARE(three->engine.promptForm, std::string("chat"));
    QCOMPARE(two->answer, one->answer);
    Examination calm = *one;
    calm.pFake = 0.9;
    calm.clues.clear();
    addReadings(calm, {"published", "newline", 0.9}, PromptReading{"chat", "space", 0.4});
    QVERIFY(std::abs(calm.pFake - 0.7) < 1e-9);
    QCOMPARE(calm.clues.front().templateId, std::string("engines.forms_disagree"));
    calm.clues.clear();
    addReadings(calm, {"published", "newline", 0.9}, PromptReading{"chat", "space", 0.6});
    QVERIFY(calm.clues.empty());
}

void FakeVlmEngineTest::theOtherFormIsReadWhileOthersWrite() {
    tests::writeFile(m_folder, "second.png", tests::pngBytes(tests::noisyScene(80, 56, 9)));
    FakeVlmEngine::Options options{folder() / "model", "", {}, 24, 2};
    options.asksBothForms = true;
    FakeVlmEngine alone(options);
    FakeVlmEngine engine(options);
    QVERIFY(alone.prepare({}, {}) && engine.prepare({}, {}));
    ExaminationBatch batch(engine);
    batch.begin(0, folder() / "wide.png", {}, {}, {});
    QVERIFY(batch.advance().empty()); // it writes
    batch.begin(1, folder() / "second.png", {}, {}, {});
    int ended = 0;
    while (!batch.isEmpty())
        for (const auto& finished : batch.advance()) {
            const auto expected = examineFile(
                folder() / (finished.id == 0 ? "wide.png" : "second.png"), alone, {}, {}, {});
            QVERIFY(expected && finished.examination);
            QCOMPARE(finished.examination->answer, expected->answer);
            QCOMPARE(finished.examination->pFake, expected->pFake);
            QCOMPARE(finished.examination->promptReadings, expected->promptReadings);
            ++ended;
        }
    QCOMPARE(ended, 2);
}

void FakeVlmEngineTest::answersThatFitNothingAreInconclusive() {
    const auto neither = examinationOf({"I see a dog.", 0.97});
    QCOMPARE(neither.verdict, Verdict::Inconclusive);
    QVERIFY(!neither.inconclusiveReason.empty());
    const auto opposite = examinationOf({"This is a real image.", 0.97});
    QCOMPARE(opposite.verdict, Verdict::Inconclusive);
    QVERIFY(opposite.inconclusiveReason != neither.inconclusiveReason);
    QCOMPARE(examinationOf({"This is a real image.", 0.03}).verdict, Verdict::Real);
}

void FakeVlmEngineTest::unseenPartsCoverTheRest() {
    const auto parts = unseenParts(100, 80, {10, 20, 30, 40});
    long long area = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        area += parts[i].area();
        QVERIFY(intersection(parts[i], {10, 20, 30, 40}).isEmpty());
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(intersection(parts[i], parts[j]).isEmpty());
    }
    QCOMPARE(area, 100LL * 80 - 30 * 40);
    QVERIFY(unseenParts(100, 80, {0, 0, 100, 80}).empty());
}

QTEST_GUILESS_MAIN(FakeVlmEngineTest)
#include "fakevlm_engine_test.moc"
