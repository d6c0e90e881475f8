// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture_maker.h"
#include "ui/gallery/thumbnail_cache.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using ui::gallery::ThumbnailCache;

class ThumbnailCacheTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        for (int i = 0; i < 6; ++i)
            m_files << QString::fromStdString(
                tests::writeFile(m_directory, "picture" + std::to_string(i) + ".png",
                                 tests::pngBytes(tests::slope(40 + i, 30)))
                    .string());
    }

    void aThumbnailComesInTheBackgroundOnce() {
        ThumbnailCache cache;
        QSignalSpy ready(&cache, &ThumbnailCache::ready);
        QVERIFY(cache.pixmap(1, m_files[0]).isNull());
        QVERIFY(cache.pixmap(1, m_files[0]).isNull());
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(cache.pixmap(1, m_files[0]).size(), QSize(40, 30));
        QCOMPARE(ready.count(), 1);
    }

    void aLargePictureIsReduced() {
        const auto file =
            tests::writeFile(m_directory, "large.jpg", tests::jpegBytes(tests::slope(1600, 800)));
        ThumbnailCache cache;
        QSignalSpy ready(&cache, &ThumbnailCache::ready);
        QVERIFY(cache.pixmap(1, QString::fromStdString(file.string())).isNull());
        QTRY_COMPARE(ready.count(), 1);
        const QPixmap thumbnail = cache.pixmap(1, QString::fromStdString(file.string()));
        QCOMPARE(thumbnail.width(), ThumbnailCache::kSide);
        QCOMPARE(thumbnail.height(), ThumbnailCache::kSide / 2);
    }

    void theLeastUsedAreDroppedAtTheLimitOfBytes() {
        // Room for two pictures of some 43 x 30 pixels at four bytes each.
        ThumbnailCache cache(2 * 46 * 30 * 4);
        QSignalSpy ready(&cache, &ThumbnailCache::ready);
        for (int i = 0; i < 6; ++i) {
            QVERIFY(cache.pixmap(static_cast<quint64>(i), m_files[i]).isNull());
            QTRY_COMPARE(ready.count(), i + 1);
        }
        QVERIFY(!cache.pixmap(5, m_files[5]).isNull());
        QVERIFY(!cache.pixmap(4, m_files[4]).isNull());
        QVERIFY(cache.pixmap(0, m_files[0]).isNull());
    }

    void whatWasAskedForLastComesFirst() {
        ThumbnailCache cache;
        QSignalSpy ready(&cache, &ThumbnailCache::ready);
        for (int i = 0; i < 6; ++i)
            QVERIFY(cache.pixmap(static_cast<quint64>(i), m_files[i]).isNull());
        QTRY_COMPARE(ready.count(), 6);
        // The first was taken up at once, the others waited: the visible ones go before the old.
        QList<quint64> order;
        for (const auto& signal : ready)
            order << signal.first().toULongLong();
        QCOMPARE(order, (QList<quint64>{0, 5, 4, 3, 2, 1}));
    }

    void aFileThatIsNoPictureIsTriedOnce() {
        const auto file = tests::writeFile(m_directory, "text.jpg", {'n', 'o'});
        const QString path = QString::fromStdString(file.string());
        ThumbnailCache cache;
        QSignalSpy ready(&cache, &ThumbnailCache::ready);
        QVERIFY(cache.pixmap(1, path).isNull());
        QTRY_COMPARE(ready.count(), 1);
        QVERIFY(!cache.pixmap(1, path).isNull());
        QCOMPARE(ready.count(), 1);
    }

    void goesAwayWhileItStillWorks() {
        auto cache = std::make_unique<ThumbnailCache>();
        for (int i = 0; i < 6; ++i)
            QVERIFY(cache->pixmap(static_cast<quint64>(i), m_files[i]).isNull());
        cache.reset();
        QCoreApplication::processEvents();
    }

  private:
    QTemporaryDir m_directory;
    QStringList m_files;
};

QTEST_MAIN(ThumbnailCacheTest)
#include "thumbnail_cache_test.moc"
