// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/photoshop_data.h"

#include "core/provenance/position.h"
#include "tests/core/provenance/labelled_files.h"

#include <openssl/evp.h>

#include <QTest>

#include <algorithm>

using namespace core::provenance;
using core::examination::MetadataField;
using tests::ByteBuffer;

namespace {

enum class Order { Big, Little };

std::string numberIn(Order order, std::uint64_t value, int width) {
    std::string text = tests::number(value, width);
    if (order == Order::Little)
        std::ranges::reverse(text);
    return text;
}

std::string key(Order order, std::string letters) {
    if (order == Order::Little)
        std::ranges::reverse(letters);
    return letters;
}

std::string padded(std::string text, std::size_t step) {
    text.resize((text.size() + step - 1) / step * step, '\0');
    return text;
}

/// One layer of 30 x 20 pixels at (5, 7) with a name in UTF-16 besides the plain one.
std::string layer(Order order, const std::string& name, bool isHidden) {
    const auto number = [order](std::uint64_t value, int width) {
        return numberIn(order, value, width);
    };
    std::string letters;
    for (const char c : name)
        letters += number(static_cast<unsigned char>(c), 2);
    const std::string unicode = number(name.size(), 4) + letters;
    const std::string plain = padded(std::string(1, 4) + "cut ", 4);
    const std::string rest = number(0, 4) + number(0, 4) + plain + key(order, "8BIM") +
                             key(order, "luni") + number(unicode.size(), 4) + unicode;
    return number(7, 4) + number(5, 4) + number(27, 4) + number(35, 4) + number(1, 2) +
           number(0, 2) + number(2, 4) + key(order, "8BIM") + key(order, "norm") +
           std::string("\xFF\0", 2) + std::string(1, isHidden ? 2 : 0) + std::string(1, '\0') +
           number(rest.size(), 4) + rest;
}

std::string layers(Order order) {
    return numberIn(order, 2, 2) + layer(order, "Background", false) +
           layer(order, "pasted face", true);
}

/// A TIFF of nothing but the tag of Photoshop's data.
ByteBuffer tiffWithLayers(Order order) {
    const std::string data = layers(order);
    const std::string block = std::string("Adobe Photoshop Document Data Block") + '\0' +
                              key(order, "8BIM") + key(order, "Layr") +
                              numberIn(order, data.size(), 4) + padded(data, 4);
    const std::string tiff =
        (order == Order::Big ? std::string("MM\0*", 4) : std::string("II*\0", 4)) +
        numberIn(order, 8, 4) + numberIn(order, 1, 2) + numberIn(order, 37724, 2) +
        numberIn(order, 7, 2) + numberIn(order, block.size(), 4) + numberIn(order, 26, 4) +
        numberIn(order, 0, 4) + block;
    return {tiff.begin(), tiff.end()};
}

std::string resource(int id, const std::string& data) {
    return "8BIM" + tests::number(static_cast<std::uint64_t>(id), 2) + std::string(2, '\0') +
           tests::number(data.size(), 4) + padded(data, 2);
}

ByteBuffer jpegWithResources(const std::string& resources) {
    ByteBuffer jpeg = tests::jpegBytes(tests::slope(64, 64));
    const std::string payload = std::string("Photoshop 3.0") + '\0' + resources;
    const std::string segment = "\xFF\xED" + tests::number(payload.size() + 2, 2) + payload;
    jpeg.insert(jpeg.begin() + 2, segment.begin(), segment.end());
    return jpeg;
}

QString valueOf(const std::vector<MetadataField>& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &MetadataField::name);
    return found == fields.end() ? QString() : QString::fromStdString(found->value);
}

std::string md5(const std::string& bytes) {
    unsigned char digest[16];
    EVP_Digest(bytes.data(), bytes.size(), digest, nullptr, EVP_md5(), nullptr);
    return {reinterpret_cast<const char*>(digest), 16};
}

} // namespace

class PhotoshopDataTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void layersOfATiffAreNamed_data() {
        QTest::addColumn<bool>("isBig");
        QTest::newRow("Motorola") << true;
        QTest::newRow("Intel") << false;
    }
    void layersOfATiffAreNamed() {
        QFETCH(bool, isBig);
        const auto fields = photoshopFields(tiffWithLayers(isBig ? Order::Big : Order::Little));
        QCOMPARE(valueOf(fields, "Layers"), QString("2"));
        QCOMPARE(valueOf(fields, "Layer 1"), QString("Background  (30 x 20 at 5, 7)"));
        QCOMPARE(valueOf(fields, "Layer 2"), QString("pasted face  (30 x 20 at 5, 7, hidden)"));
    }

    void layersOfADocumentAreNamed() {
        const std::string data = layers(Order::Big);
        const std::string psd = "8BPS" + std::string("\0\1", 2) + std::string(20, '\0') +
                                tests::number(0, 4) + tests::number(0, 4) +
                                tests::number(data.size() + 4, 4) + tests::number(data.size(), 4) +
                                data;
        const ByteBuffer bytes(psd.begin(), psd.end());
        QCOMPARE(valueOf(photoshopFields(bytes), "Layer 2"),
                 QString("pasted face  (30 x 20 at 5, 7, hidden)"));
    }

    void brokenOffDataEndQuietly() {
        const ByteBuffer whole = tiffWithLayers(Order::Little);
        for (std::size_t length = 0; length < whole.size(); length += 3) {
            const auto fields = photoshopFields(core::image::Bytes(whole).first(length));
            QVERIFY(fields.size() <= 3);
        }
    }

    void theDigestTellsOfLaterChanges() {
        const std::string entries = "\x1C\x02\x05" + tests::number(4, 2) + "Name";
        const auto fitting = photoshopFields(
            jpegWithResources(resource(0x0404, entries) + resource(0x0425, md5(entries))));
        QCOMPARE(valueOf(fitting, "IPTC digest"), QString("fits the IPTC entries"));
        const auto changed = photoshopFields(
            jpegWithResources(resource(0x0404, entries + "x") + resource(0x0425, md5(entries))));
        QVERIFY(valueOf(changed, "IPTC digest").startsWith("does not fit"));
        const auto none = photoshopFields(jpegWithResources(resource(0x0404, entries)));
        QCOMPARE(valueOf(none, "IPTC digest"), QString());
    }

    void positionsAreDegrees_data() {
        QTest::addColumn<QStringList>("entries"); // name=value
        QTest::addColumn<QString>("coordinates");
        QTest::newRow("EXIF") << QStringList{"Exif.GPSInfo.GPSLatitude=52deg 31' 12.0\"",
                                             "Exif.GPSInfo.GPSLatitudeRef=North",
                                             "Exif.GPSInfo.GPSLongitude=13deg 24' 17.8\"",
                                             "Exif.GPSInfo.GPSLongitudeRef=East"}
                              << "52.520000, 13.404944";
        QTest::newRow("south and west") << QStringList{"Exif.GPSInfo.GPSLatitude=22deg 54.5'",
                                                       "Exif.GPSInfo.GPSLatitudeRef=South",
                                                       "Exif.GPSInfo.GPSLongitude=43deg 10' 0\"",
                                                       "Exif.GPSInfo.GPSLongitudeRef=West"}
                                        << "-22.908333, -43.166667";
        QTest::newRow("XMP") << QStringList{"Xmp.exif.GPSLatitude=52,31.2N",
                                            "Xmp.exif.GPSLongitude=13,24.3E"}
                             << "52.520000, 13.405000";
        QTest::newRow("zeros") << QStringList{"Exif.GPSInfo.GPSLatitude=0deg 0' 0\"",
                                              "Exif.GPSInfo.GPSLatitudeRef=North",
                                              "Exif.GPSInfo.GPSLongitude=0deg 0' 0\"",
                                              "Exif.GPSInfo.GPSLongitudeRef=East"}
                               << "";
        QTest::newRow("off the globe")
            << QStringList{"Xmp.exif.GPSLatitude=95,31.2N", "Xmp.exif.GPSLongitude=13,24.3E"} << "";
        QTest::newRow("no side") << QStringList{"Exif.GPSInfo.GPSLatitude=52deg 31' 12\"",
                                                "Exif.GPSInfo.GPSLongitude=13deg 24' 17\""}
                                 << "";
    }
    void positionsAreDegrees() {
        QFETCH(QStringList, entries);
        QFETCH(QString, coordinates);
        std::vector<MetadataField> fields;
        for (const QString& entry : entries)
            fields.push_back({"EXIF", entry.section('=', 0, 0).toStdString(),
                              entry.section('=', 1).toStdString()});
        const auto position = positionOf(fields);
        QCOMPARE(position.has_value(), !coordinates.isEmpty());
        if (position)
            QVERIFY2(QString::fromStdString(position->value).startsWith(coordinates),
                     position->value.c_str());
    }
};

QTEST_APPLESS_MAIN(PhotoshopDataTest)
#include "photoshop_data_test.moc"
