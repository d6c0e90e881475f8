// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/icc_fields.h"

#include "tests/core/provenance/labelled_files.h"

#include <QColorSpace>
#include <QTest>

#include <algorithm>

using core::examination::MetadataField;
using core::provenance::iccFields;
using tests::number;

namespace {

QString valueOf(const std::vector<MetadataField>& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &MetadataField::name);
    return found == fields.end() ? QString() : QString::fromStdString(found->value);
}

/// A header and two texts, one of the old kind and one of the new.
tests::ByteBuffer profile() {
    const std::string old = "desc" + number(0, 4) + number(8, 4) + "Camera X";
    const std::string letters = std::string("\0M\0e", 4);
    const std::string fresh = "mluc" + number(0, 4) + number(1, 4) + number(12, 4) + "enUS" +
                              number(letters.size(), 4) + number(28, 4) + letters;
    std::string head(128, '\0');
    head.replace(4, 4, "lcms");
    head.replace(24, 12,
                 number(2023, 2) + number(2, 2) + number(3, 2) + number(4, 2) + number(5, 2) +
                     number(6, 2));
    head.replace(36, 4, "acsp");
    head.replace(48, 4, "ACME");
    const std::string table = number(2, 4) + "desc" + number(156, 4) + number(old.size(), 4) +
                              "cprt" + number(156 + old.size(), 4) + number(fresh.size(), 4);
    const std::string all = head + table + old + fresh;
    return {all.begin(), all.end()};
}

} // namespace

class IccFieldsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aProfileSaysWhoMadeItAndWhen() {
        const auto fields = iccFields(profile());
        QCOMPARE(valueOf(fields, "Description"), QString("Camera X"));
        QCOMPARE(valueOf(fields, "Copyright"), QString("Me"));
        QCOMPARE(valueOf(fields, "Created"), QString("2023-02-03T04:05:06Z"));
        QCOMPARE(valueOf(fields, "Manufacturer"), QString("ACME"));
        QCOMPARE(valueOf(fields, "Engine"), QString("lcms"));
    }

    void aProfileOfAnotherLibraryIsRead() {
        const QByteArray made = QColorSpace(QColorSpace::SRgb).iccProfile();
        const auto fields = iccFields({reinterpret_cast<const std::uint8_t*>(made.constData()),
                                       static_cast<std::size_t>(made.size())});
        QVERIFY(!valueOf(fields, "Description").isEmpty());
    }

    void brokenOffProfilesEndQuietly() {
        const auto whole = profile();
        for (std::size_t length = 0; length < whole.size(); ++length)
            QVERIFY(iccFields(core::image::Bytes(whole).first(length)).size() <= 5);
    }
};

QTEST_APPLESS_MAIN(IccFieldsTest)
#include "icc_fields_test.moc"
