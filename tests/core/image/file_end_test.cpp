// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/file_end.h"
#include "tests/support/picture_maker.h"

#include <QTest>

#include <array>
#include <span>

using namespace core::image;

class FileEndTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aCutFileLacksItsEnd_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto add = [](const char* name, const ByteBuffer& bytes) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                              static_cast<qsizetype>(bytes.size()));
        };
        const Image picture = tests::noisyScene(160, 120, 5);
        add("jpeg", tests::jpegBytes(picture));
        add("jpeg with a block of metadata", tests::jpegWithOrientation(picture, 6));
        add("png", tests::pngBytes(picture));
        add("webp", tests::webpBytes(picture));
        add("tiff", tests::tiffBytes(picture));
        add("bmp", tests::bmpBytes(picture));
        add("gif", tests::gifBytes(picture));
    }
    void aCutFileLacksItsEnd() {
        QFETCH(const QByteArray, bytes);
        const std::span all(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                            static_cast<std::size_t>(bytes.size()));
        QVERIFY(reachesItsEnd(all));
        for (const double share : {0.2, 0.5, 0.9, 0.99})
            QVERIFY2(!reachesItsEnd(all.first(
                         static_cast<std::size_t>(share * static_cast<double>(all.size())))),
                     qPrintable(QString::number(share)));
        QVERIFY(!reachesItsEnd(all.first(all.size() - 1)));
        // What a card's file system leaves behind the picture is no fault.
        if (!bytes.startsWith("GIF")) {
            QByteArray longer = bytes + QByteArray(512, '\0');
            QVERIFY(
                reachesItsEnd(std::span(reinterpret_cast<const std::uint8_t*>(longer.constData()),
                                        static_cast<std::size_t>(longer.size()))));
        }
    }

    void otherContentAnnouncesNoEnd() {
        const std::array<std::uint8_t, 4> text = {'t', 'e', 'x', 't'};
        QVERIFY(reachesItsEnd(text));
        QVERIFY(reachesItsEnd({}));
    }
};

QTEST_GUILESS_MAIN(FileEndTest)
#include "file_end_test.moc"
