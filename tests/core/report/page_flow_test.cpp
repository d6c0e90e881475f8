// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/page_flow.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using core::report::PageFlow;
using core::report::Piece;
using core::report::Pieces;

namespace {

const QSizeF kPage(400, 300);

/// A piece of a height, dark over its whole width.
Piece block(int height, double spaceBefore = 0) {
    Piece piece;
    piece.html =
        QStringLiteral("<div><img src=\"dark\" width=\"400\" height=\"%1\"/></div>").arg(height);
    piece.spaceBefore = spaceBefore;
    return piece;
}

Piece heading() {
    Piece piece = block(40);
    piece.keepsWithNext = true;
    return piece;
}

QImage painted(PageFlow& flow, int page) {
    QImage dark(400, 300, QImage::Format_RGB32);
    dark.fill(Qt::black);
    flow.addImage("dark", dark);
    QImage image(kPage.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    flow.paint(painter, page);
    return image;
}

/// Rows of a page that are dark in the middle.
int darkRows(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        count += image.pixelColor(200, y).lightness() < 60 ? 1 : 0;
    return count;
}

} // namespace

class PageFlowTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void pieceThatDoesNotFitGoesToTheNextPageWhole() {
        PageFlow flow({block(180), block(180)}, kPage);
        QCOMPARE(flow.pageCount(), 2);
        QCOMPARE(darkRows(painted(flow, 0)), 180);
        QCOMPARE(darkRows(painted(flow, 1)), 180);
    }

    void headingGoesWithWhatFollows() {
        PageFlow flow({block(180), heading(), block(150)}, kPage);
        QCOMPARE(flow.pageCount(), 2);
        QCOMPARE(darkRows(painted(flow, 0)), 180);
        QCOMPARE(darkRows(painted(flow, 1)), 190);
    }

    void chainLongerThanAPageIsBroken() {
        Pieces pieces(12, heading());
        PageFlow flow(pieces, kPage);
        int rows = 0;
        for (int page = 0; page < flow.pageCount(); ++page)
            rows += darkRows(painted(flow, page));
        QCOMPARE(rows, 12 * 40);
        QVERIFY(flow.pageCount() <= 4);
    }

    void spaceBeforeIsLeftOutAtTheTopOfAPage() {
        PageFlow flow({block(280, 50), block(280, 50)}, kPage);
        QCOMPARE(flow.pageCount(), 2);
        QVERIFY(painted(flow, 1).pixelColor(200, 2).lightness() < 60);
    }

    void pieceTallerThanAPageIsBrokenBetweenLines() {
        Piece tall;
        tall.html = QString("A line of words.<br/>").repeated(60);
        const PageFlow flow({block(100), tall, block(10)}, kPage);
        QVERIFY2(flow.pageCount() > 3, qPrintable(QString::number(flow.pageCount())));
    }

    void wordWithoutSpacesStaysInsideThePage() {
        Piece piece;
        piece.html = QString("x").repeated(500);
        PageFlow flow({piece}, kPage);
        QVERIFY(flow.lastPageHeight() > 60); // several lines
        Piece cell;
        cell.html = "<table width=\"100%\"><tr><td width=\"20%\">a</td><td width=\"80%\">" +
                    piece.html + "</td></tr></table>";
        QVERIFY(PageFlow({cell}, kPage).lastPageHeight() > 60);
    }

    void layoutIsTheSameWithAndWithoutImages() {
        PageFlow flow({block(180), block(100), block(30)}, kPage);
        const double before = flow.lastPageHeight();
        (void)painted(flow, 0);
        QCOMPARE(flow.lastPageHeight(), before);
        QCOMPARE(flow.pageCount(), 2);
    }

    void nothingIsOneEmptyPage() {
        PageFlow flow({}, kPage);
        QCOMPARE(flow.pageCount(), 1);
        QCOMPARE(darkRows(painted(flow, 0)), 0);
    }
};

QTEST_MAIN(PageFlowTest)
#include "page_flow_test.moc"
