// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/file_findings.h"

#include <QTest>

#include <algorithm>

using core::provenance::fileFindings;

class FileFindingsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void datesThatDifferAreCitedBoth_data() {
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("isSaid");
        QTest::newRow("same day") << "2024-03-01T09:00:00"
                                  << "Exif.GPSInfo.GPSDateStamp" << false;
        QTest::newRow("a time zone apart") << "2024-02-29"
                                           << "Exif.GPSInfo.GPSDateStamp" << false;
        QTest::newRow("two days apart, over a leap day") << "2024-02-28"
                                                         << "Exif.GPSInfo.GPSDateStamp" << true;
        QTest::newRow("years apart") << "1998-07-02"
                                     << "Xmp.photoshop.DateCreated" << true;
        QTest::newRow("of something else") << "1998-07-02"
                                           << "ICC profile: Created" << false;
        QTest::newRow("no whole date") << "1998-07"
                                       << "Xmp.photoshop.DateCreated" << false;
        QTest::newRow("no day of the calendar") << "2023-02-31"
                                                << "Exif.GPSInfo.GPSDateStamp" << false;
    }
    void datesThatDifferAreCitedBoth() {
        QFETCH(QString, other);
        QFETCH(QString, source);
        QFETCH(bool, isSaid);
        core::examination::ProvenanceRecord record;
        record.dates = {{"2024-03-01T10:00:00", "", "Exif.Photo.DateTimeOriginal"},
                        {other.toStdString(), "", source.toStdString()}};
        const auto found = fileFindings({}, record, nullptr);
        const auto clue = std::ranges::find_if(
            found, [](const auto& one) { return one.templateId == "file.dates_differ"; });
        QCOMPARE(clue != found.end(), isSaid);
        if (!isSaid)
            return;
        const QString text = QString::fromStdString(clue->text);
        QVERIFY2(text.contains("2024-03-01") && text.contains(other) && text.contains(source),
                 qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(FileFindingsTest)
#include "file_findings_test.moc"
