// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture_maker.h"
#include "ui/viewer/picture_loader.h"

#include <QColorSpace>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using ui::viewer::PictureLevels;
using ui::viewer::PictureLoader;

class PictureLoaderTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_folder;

    QString write(const std::string& name, const tests::ByteBuffer& bytes) {
        return QString::fromStdString(tests::writeFile(m_folder, name, bytes).string());
    }

    static PictureLevels load(const QString& path, bool isManaged) {
        PictureLoader loader;
        loader.setColorManaged(isManaged);
        PictureLevels loaded;
        connect(&loader, &PictureLoader::loaded, &loader,
                [&](const QString&, const PictureLevels& picture) { loaded = picture; });
        loader.load(path);
        if (!QTest::qWaitFor([&] { return !loaded.isNull(); }))
            qWarning("The picture was not loaded.");
        return loaded;
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

    void aColorProfileIsForTheScreenAlone_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("png") << "p3.png";
        QTest::newRow("jpeg") << "p3.jpg";
    }
    void aColorProfileIsForTheScreenAlone() {
        QFETCH(QString, name);
        QImage picture(64, 48, QImage::Format_RGB32);
        picture.fill(qRgb(220, 60, 40));
        picture.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
        const QString path = m_folder.filePath(name);
        QVERIFY(picture.save(path, nullptr, 100));
        const PictureLevels managed = load(path, true);
        QVERIFY(managed.isManaged && !managed.profile.isEmpty());
        const QRgb stored = managed.stored.pixel(10, 10);
        const QRgb shown = managed.images.front().pixel(10, 10);
        QVERIFY(std::abs(qRed(stored) - 220) <= 2 && std::abs(qGreen(stored) - 60) <= 2);
        QVERIFY(qRed(shown) > qRed(stored) + 5); // a redder red than sRGB's 220
        const PictureLevels plain = load(path, false);
        QVERIFY(!plain.isManaged && !plain.profile.isEmpty());
        QCOMPARE(plain.images.front().pixel(10, 10), stored);
    }

    void picturesInSrgbOrWithoutAProfileAreShownAsTheyAre() {
        QImage picture(64, 48, QImage::Format_RGB32);
        picture.fill(qRgb(220, 60, 40));
        picture.setColorSpace(QColorSpace(QColorSpace::SRgb));
        const QString path = m_folder.filePath("srgb.png");
        QVERIFY(picture.save(path));
        const PictureLevels shown = load(path, true);
        QVERIFY(!shown.isManaged && shown.profile.isEmpty() && shown.stored.isNull());
        QCOMPARE(shown.images.front().pixel(1, 1), qRgb(220, 60, 40));
    }

    void aDamagedProfileIsLeftOut() {
        QImage picture(64, 48, QImage::Format_RGB32);
        picture.fill(qRgb(220, 60, 40));
        picture.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
        const QString path = m_folder.filePath("damaged.jpg");
        QVERIFY(picture.save(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const qsizetype at = bytes.indexOf("ICC_PROFILE");
        QVERIFY(at > 0);
        bytes.replace(at + 20, 40, QByteArray(40, 'x'));
        file.seek(0);
        file.write(bytes);
        file.close();
        const PictureLevels shown = load(path, true);
        QVERIFY(!shown.isNull() && !shown.isManaged);
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
