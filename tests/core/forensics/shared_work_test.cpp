// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/double_quantization.h"
#include "core/forensics/jpeg_ghost.h"
#include "core/forensics/shared_work.h"
#include "core/image/safe_decoder.h"
#include "tests/support/picture_maker.h"

#include <QTest>

using namespace core;
using namespace core::forensics;

class SharedWorkTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void bothSearchesShareThem() {
        const Subject subject = savedTwice();
        QVERIFY(!subject.shared->traces.known().has_value());
        QVERIFY(makeDoubleQuantization()->analyze(subject, {}).has_value());
        const auto first = subject.shared->traces.known();
        QVERIFY(first.has_value() && *first != nullptr);
        QVERIFY(makeJpegGhost()->analyze(subject, {}).has_value());
        QCOMPARE(subject.shared->traces.known()->get(), first->get());
        QCOMPARE(sharedSaveTraces(subject, {})->get(), first->get());
    }

    void anEarlierSaveIsFound() {
        const Subject subject = savedTwice();
        const auto traces = sharedSaveTraces(subject, {});
        QVERIFY(traces.has_value());
        QVERIFY((*traces)->whole.areMeasurable());
        QCOMPARE((*traces)->whole.quality, 60);
    }

    void whatWasCancelledIsNotKept() {
        const Subject subject = savedTwice();
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(sharedSaveTraces(subject, stop.get_token()).error().code, ErrorCode::Cancelled);
        QVERIFY(!subject.shared->traces.known().has_value());
        QVERIFY(sharedSaveTraces(subject, {}).has_value());
    }

  private:
    static image::EvidenceFile fileOf(image::ByteBuffer bytes) {
        image::EvidenceFile file;
        file.format = image::Format::Jpeg;
        file.bytes = std::make_shared<const image::ByteBuffer>(std::move(bytes));
        return file;
    }

    static Subject savedTwice() {
        const auto once =
            image::decode(fileOf(tests::jpegBytes(tests::noisyScene(512, 384, 7), 60)), {});
        const auto file = fileOf(tests::jpegBytes(once->image, 92));
        return *makeSubject(file, *image::decode(file, {}));
    }
};

QTEST_APPLESS_MAIN(SharedWorkTest)
#include "shared_work_test.moc"
