// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/examination_batch.h"
#include "core/inference/single_slot_engine.h"
#include "tests/support/fake_engine.h"
#include "tests/support/picture_maker.h"

#include <QTemporaryDir>
#include <QTest>

#include <new>

using namespace core;
using namespace core::inference;

namespace {

/// Runs out of memory at every picture.
class GreedyEngine : public SingleSlotEngine {
  public:
    examination::EngineRecord record() const override { return {}; }
    Result<void> prepare(const ProgressCallback&, std::stop_token) override { return {}; }

  protected:
    Result<examination::Examination> examine(const EngineInput&, const EngineCallbacks&,
                                             std::stop_token) override {
        throw std::bad_alloc();
    }
};

} // namespace

/// The one way of files through an engine.
class ExaminationBatchTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_control = std::make_shared<tests::FakeEngineControl>();
        m_picture = tests::writeFile(m_folder, "a.png", tests::pngBytes(tests::slope(40, 30)));
    }

    void anEngineWithOneSlotTakesOnePicture() {
        tests::FakeEngine engine(m_control);
        QVERIFY(engine.prepare({}, {}).has_value());
        ExaminationBatch batch(engine);
        QVERIFY(batch.isEmpty() && !batch.isFull());
        batch.begin(7, m_picture, {}, {}, {});
        QVERIFY(batch.isFull());
        const auto finished = batch.advance();
        QCOMPARE(finished.size(), std::size_t{1});
        QCOMPARE(finished[0].id, std::uint64_t{7});
        QCOMPARE(finished[0].examination->source.width, 40);
        QCOMPARE(finished[0].examination->source.sha256.size(), std::size_t{64});
        QVERIFY(batch.isEmpty());
    }

    void aFileThatCannotBeReadTakesNoSlot() {
        m_control->capacity = 2;
        tests::FakeEngine engine(m_control);
        QVERIFY(engine.prepare({}, {}).has_value());
        ExaminationBatch batch(engine);
        batch.begin(1, m_picture, {}, {}, {});
        batch.begin(2, m_folder.filePath("gone.png").toStdString(), {}, {}, {});
        QVERIFY(!batch.isFull());
        const auto first = batch.advance();
        QCOMPARE(first.size(), std::size_t{1});
        QCOMPARE(first[0].id, std::uint64_t{2});
        QCOMPARE(first[0].examination.error().code, ErrorCode::FileNotFound);
        QVERIFY(!batch.isEmpty());
    }

    void aCancelledPictureEndsAsCancelled() {
        m_control->waitsForCancel = true;
        tests::FakeEngine engine(m_control);
        QVERIFY(engine.prepare({}, {}).has_value());
        std::stop_source stop;
        stop.request_stop();
        const auto examination = examineFile(m_picture, engine, {}, {}, stop.get_token());
        QCOMPARE(examination.error().code, ErrorCode::Cancelled);
    }

    void progressBeginsWithReading() {
        m_control->millisecondsPerPicture = 3;
        tests::FakeEngine engine(m_control);
        QVERIFY(engine.prepare({}, {}).has_value());
        std::vector<std::string> stages;
        std::vector<double> fractions;
        EngineCallbacks callbacks;
        callbacks.progress = [&](std::string_view stage, double fraction) {
            stages.emplace_back(stage);
            fractions.push_back(fraction);
        };
        QVERIFY(examineFile(m_picture, engine, {}, callbacks, {}).has_value());
        QCOMPARE(stages.front(), std::string("read"));
        QVERIFY(fractions.size() > 1 && std::ranges::is_sorted(fractions));
        QVERIFY(fractions.back() > 0.1 && fractions.back() <= 1);
    }

    void aPictureTooLargeForTheMemoryIsAFailure() {
        GreedyEngine engine;
        const auto examination = examineFile(m_picture, engine, {}, {}, {});
        QCOMPARE(examination.error().code, ErrorCode::LimitExceeded);
    }

    void aSecondPictureInOneSlotIsRefused() {
        GreedyEngine engine;
        const EngineInput input;
        QVERIFY(engine.begin(input, {}, {}).has_value());
        QCOMPARE(engine.begin(input, {}, {}).error().code, ErrorCode::Internal);
        QCOMPARE(engine.advance().size(), std::size_t{1});
        QVERIFY(engine.advance().empty());
        QVERIFY(engine.language() == nullptr);
    }

    void documentsAreShared() {
        image::Documents documents(1 << 20);
        // A file that was just written is not shared yet.
        QTRY_VERIFY(documents.open(m_picture, {}).value() == documents.open(m_picture, {}).value());
        const auto document = documents.open(m_picture, {}).value();
        const auto takenIn = takeInFile(m_picture, {}, {}, &documents);
        QVERIFY(takenIn.has_value());
        QVERIFY(takenIn->input.file.bytes == document->file().bytes);
        QVERIFY(takenIn->input.picture.image.bytes() == document->picture()->image.bytes());
    }

  private:
    QTemporaryDir m_folder;
    std::shared_ptr<tests::FakeEngineControl> m_control;
    std::filesystem::path m_picture;
};

QTEST_GUILESS_MAIN(ExaminationBatchTest)
#include "examination_batch_test.moc"
