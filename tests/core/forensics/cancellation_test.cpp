// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/analyzer_catalog.h"
#include "core/image/safe_decoder.h"
#include "tests/support/picture_maker.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <chrono>
#include <ctime>
#include <optional>
#include <string>
#include <thread>
#include <utility>

using namespace core;
using namespace core::forensics;

namespace {

/// Of all threads of this process: other programs on a busy machine do not count.
double processorSeconds() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// What a run that was stopped came to.
struct Stopped {
    std::optional<ErrorCode> error; ///< none: it was done before
    double secondsAfter = 0;        ///< of processor time, until it came back
};

} // namespace

/// Every analyzer, stopped in the middle of its work.
class CancellationTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        // Saved twice, so that the searches for earlier saves go all the way.
        const image::Image scene = tests::noisyScene(3200, 2400, 7);
        const auto first = decoded(tests::jpegBytes(scene, 60));
        m_file = fileOf(tests::jpegBytes(first.image, 96));
        m_picture = decoded(*m_file.bytes);
    }

    void isLeftInTheMiddle_data() {
        QTest::addColumn<int>("index");
        const auto all = makeAnalyzers();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(std::string(all[i]->name()).c_str()) << static_cast<int>(i);
    }

    void isLeftInTheMiddle() {
        QFETCH(int, index);
        const auto analyzer = std::move(makeAnalyzers()[static_cast<std::size_t>(index)]);
        const auto subject = makeSubject(m_file, m_picture);
        QVERIFY(subject.has_value());
        QElapsedTimer timer;
        timer.start();
        const auto whole = analyzer->analyze(*subject, {});
        const auto needed = timer.nsecsElapsed();
        QVERIFY2(whole && whole->applies, whole ? whole->reason.c_str() : "");
        int inTheMiddle = 0;
        for (const double share : {0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8}) {
            const Stopped stopped =
                runStopped(*analyzer, static_cast<qint64>(static_cast<double>(needed) * share));
            if (!stopped.error)
                continue;
            QCOMPARE(*stopped.error, ErrorCode::Cancelled);
            constexpr double kMost = 1; // a single call of OpenCV on the reduced picture
            QVERIFY2(stopped.secondsAfter < kMost,
                     qPrintable(QString("%1 s at %2").arg(stopped.secondsAfter).arg(share)));
            ++inTheMiddle;
        }
        QVERIFY(inTheMiddle > 0);
    }

  private:
    static image::EvidenceFile fileOf(image::ByteBuffer bytes) {
        image::EvidenceFile file;
        file.format = image::Format::Jpeg;
        file.bytes = std::make_shared<const image::ByteBuffer>(std::move(bytes));
        return file;
    }

    static image::DecodedPicture decoded(const image::ByteBuffer& bytes) {
        return image::decode(fileOf(bytes), {}).value_or(image::DecodedPicture());
    }

    [[nodiscard]] Stopped runStopped(const Analyzer& analyzer, qint64 afterNanoseconds) const {
        const auto subject = makeSubject(m_file, m_picture); // nothing known from before
        std::stop_source stop;
        std::atomic<double> stoppedAt = 0;
        std::thread stopper([&] {
            std::this_thread::sleep_for(std::chrono::nanoseconds(afterNanoseconds));
            stoppedAt = processorSeconds();
            stop.request_stop();
        });
        const auto evidence = analyzer.analyze(*subject, stop.get_token());
        const double endedAt = processorSeconds();
        stopper.join();
        if (evidence)
            return {};
        return {evidence.error().code, endedAt - stoppedAt};
    }

    image::EvidenceFile m_file;
    image::DecodedPicture m_picture;
};

QTEST_APPLESS_MAIN(CancellationTest)
#include "cancellation_test.moc"
