// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture_maker.h"
#include "ui/viewer/picture_loader.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using ui::viewer::PictureLevels;
using ui::viewer::PictureLoader;

class PictureLoaderTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_folder;

    QString write(const std::string& name, const tests::ByteBuffer& bytes) {
        return QString::fromStdString(tests::writeFile(m_folder, name, bytes).string());
    }

  private Q_SLOTS:
    void decodesInTheBackground() {
        const QString path = write("a.png", tests::pngBytes(tests::slope(120, 80)));
        PictureLoader loader;
        QList<PictureLevels> pictures;
        connect(&loader, &PictureLoader::loaded, this,
                [&](const QString&, const PictureLevels& picture) { pictures << picture; });
        loader.load(path);
        QCOMPARE(pictures.size(), 0);
        QTRY_COMPARE(pictures.size(), 1);
        QCOMPARE(pictures.first().size, QSize(120, 80));
        const QRgb pixel = pictures.first().images.front().pixel(50, 20);
        const auto view = tests::slope(120, 80);
        const auto* expected = view.view().data + 20 * view.view().bytesPerRow + 50 * 3;
        QCOMPARE(qBlue(pixel), int(expected[0]));
        QCOMPARE(qGreen(pixel), int(expected[1]));
    }

    void onlyTheLastRequestIsAnswered() {
        PictureLoader loader;
        QStringList loaded;
        connect(&loader, &PictureLoader::loaded, this,
                [&](const QString& path, const PictureLevels&) { loaded << path; });
        QString last;
        for (int i = 0; i < 8; ++i) {
            last =
                write("p" + std::to_string(i) + ".png", tests::pngBytes(tests::slope(64 + i, 64)));
            loader.load(last);
        }
        QTRY_COMPARE(loaded, QStringList{last});
    }

    void largeJpegsShowAPreviewFirst() {
        const QString path =
            write("upright.jpg",
                  tests::withExifOrientation(tests::jpegBytes(tests::slope(3600, 2400)), 6));
        PictureLoader loader;
        QList<PictureLevels> pictures;
        connect(&loader, &PictureLoader::loaded, this,
                [&](const QString&, const PictureLevels& picture) { pictures << picture; });
        loader.load(path);
        QTRY_COMPARE_WITH_TIMEOUT(pictures.size(), 2, 20'000);
        QVERIFY(pictures[0].isPreview);
        QVERIFY(!pictures[1].isPreview);
        QCOMPARE(pictures[0].size, QSize(2400, 3600));
        QCOMPARE(pictures[1].size, QSize(2400, 3600));
    }

    void brokenFilesFailWithAReason() {
        PictureLoader loader;
        QSignalSpy failed(&loader, &PictureLoader::failed);
        loader.load(write("bad.jpg", {'n', 'o', ' ', 'p', 'i', 'c', 't', 'u', 'r', 'e'}));
        QTRY_COMPARE(failed.size(), 1);
    }

    void aCancelledLoaderStaysSilent() {
        const QString path = write("c.png", tests::pngBytes(tests::slope(64, 64)));
        auto loader = std::make_unique<PictureLoader>();
        QSignalSpy loaded(loader.get(), &PictureLoader::loaded);
        loader->load(path);
        loader->cancel();
        PictureLoader other;
        bool isDone = false;
        connect(&other, &PictureLoader::loaded, this, [&] { isDone = true; });
        other.load(path);
        QTRY_VERIFY(isDone);
        QCOMPARE(loaded.size(), 0);
    }
};

QTEST_MAIN(PictureLoaderTest)
#include "picture_loader_test.moc"
