// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf_dates.h"

#include "tests/core/report/pdf_reader.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using core::report::withFixedDates;
using core::report::xmpPacket;

namespace {

constexpr std::int64_t kTime = 1'700'000'000; ///< 2023-11-14 22:13:20 UTC

/// A PDF with every letter, so that its fonts' maps are long.
QByteArray written(const QString& title = "Title") {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setTitle(title);
    writer.setDocumentXmpMetadata(xmpPacket(title, "Clueglass", "Qt", kTime));
    QPainter painter(&writer);
    painter.setFont(QFont("DejaVu Sans", 9));
    painter.drawText(200, 400, "The quick brown fox jumps over the lazy dog");
    painter.drawText(200, 800, "0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ uuid: > < ]");
    painter.end();
    return buffer.data();
}

/// The bytes of all streams, in the order of their bytes: a writer may order objects anew.
QList<QByteArray> streamsOf(const QByteArray& pdf) {
    QList<QByteArray> streams;
    for (qsizetype at = 0; (at = pdf.indexOf("stream\n", at)) >= 0;) {
        const qsizetype begin = at + 7;
        const qsizetype end = pdf.indexOf("endstream", begin);
        QByteArray bytes = pdf.mid(begin, end - begin);
        while (bytes.endsWith('\n'))
            bytes.chop(1);
        streams << bytes;
        at = end + 9;
    }
    std::sort(streams.begin(), streams.end());
    return streams;
}

QByteArray trailerOf(const QByteArray& pdf) {
    return pdf.mid(pdf.lastIndexOf("trailer"));
}

} // namespace

class PdfDatesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void cleanup() { qunsetenv("TZ"), tzset(); }

    void textStaysReadable() {
        if (!tests::hasPoppler())
            QSKIP("poppler-utils is not installed.");
        const QString text = tests::pdfText(withFixedDates(written(), kTime));
        QVERIFY2(text.contains("The quick brown fox jumps over the lazy dog"), qPrintable(text));
        QVERIFY2(text.contains("0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ uuid: > < ]"),
                 qPrintable(text));
    }

    void onlyTheDateChanges() {
        const QByteArray before = written();
        const QByteArray after = withFixedDates(before, kTime);
        QVERIFY(after.contains("/CreationDate (D:20231114221320Z)"));
        QVERIFY(after.startsWith("%PDF-1.4"));
        QCOMPARE(streamsOf(after), streamsOf(before));
        QVERIFY(streamsOf(before).size() > 3);
        const QRegularExpression info("/(Title|Creator|Producer) (\\([^)]*\\)|<[^>]*>)");
        QVERIFY(info.match(QString::fromLatin1(after)).hasMatch());
    }

    void trailerIdComesFromTheContent() {
        static const QRegularExpression kId("/ID \\[ ?<([0-9a-f]{32})> ?<\\1> ?\\]");
        const auto id = [](const QByteArray& pdf) {
            return kId.match(QString::fromLatin1(trailerOf(pdf))).captured(1);
        };
        const QString first = id(withFixedDates(written("A"), kTime));
        QCOMPARE(first.size(), 32);
        QCOMPARE(id(withFixedDates(written("A"), kTime)), first);
        QVERIFY(id(withFixedDates(written("B"), kTime)) != first);
        QVERIFY(id(withFixedDates(written("A"), kTime + 1)) != first);
    }

    void sameTimeGivesTheSameBytesInEveryTimeZone_data() {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("UTC") << QByteArray("UTC0");
        QTest::newRow("east") << QByteArray("EAST-05:30");
        QTest::newRow("west") << QByteArray("WEST+08:00");
    }
    void sameTimeGivesTheSameBytesInEveryTimeZone() {
        QFETCH(const QByteArray, zone);
        const QByteArray expected = withFixedDates(written(), kTime);
        qputenv("TZ", zone);
        tzset();
        QCOMPARE(withFixedDates(written(), kTime), expected);
    }

    void everyOffsetPointsAtItsObject() {
        qputenv("TZ", "EAST-05:30"); // a date longer than the fixed one, so everything moves
        tzset();
        const QByteArray pdf = withFixedDates(written(), kTime);
        const qsizetype start =
            pdf.mid(pdf.lastIndexOf("startxref") + 10).trimmed().split('\n')[0].toLongLong();
        QCOMPARE(pdf.mid(start, 7), QByteArray("xref\n0 "));
        const QList<QByteArray> lines =
            pdf.mid(start, pdf.lastIndexOf("trailer") - start).split('\n');
        for (int object = 1; object + 2 < lines.size() - 1; ++object) {
            const qsizetype offset = lines[object + 2].left(10).toLongLong();
            QVERIFY(pdf.mid(offset).startsWith(QByteArray::number(object) + " 0 obj"));
        }
    }

    void titleThatLooksLikeADateIsKept() {
        if (!tests::hasPoppler())
            QSKIP("poppler-utils is not installed.");
        // Two bytes each: read as bytes, these are "/CreationDate" and "endobj".
        const QString title = QString::fromUtf8("敮摯扪 /CreationDate (D:2000) <b>&\"");
        const QByteArray pdf = withFixedDates(written(title), kTime);
        QCOMPARE(tests::pdfInfo(pdf).value("Title"), title);
        QVERIFY(tests::pdfInfo(pdf).value("CreationDate").contains("2023"));
    }

    void packetAgreesWithTheInfoAndIsXml() {
        const QByteArray packet = xmpPacket("a <b> & \"c\" \x01", "Clueglass", "Qt 6", kTime);
        QVERIFY(packet.contains("a &lt;b&gt; &amp; &quot;c&quot; <"));
        QVERIFY(packet.contains("<xmp:CreateDate>2023-11-14T22:13:20Z<"));
        QVERIFY(packet.contains("<pdfaid:part>1<"));
    }

    void whatIsNoPdfStaysAsItIs() {
        for (const char* bytes :
             {"", "trailer", "startxref\n999999\n%%EOF", "xref\n0 trailer /ID [",
              "xref\n0 1\ntrailer\n/Info 7 0 R\nstartxref\n0\n"})
            QCOMPARE(withFixedDates(bytes, kTime), QByteArray(bytes));
    }
};

QTEST_MAIN(PdfDatesTest)
#include "pdf_dates_test.moc"
