// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/page_flow.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QPainter>
#include <QTextDocument>

#include <algorithm>

namespace core::report {

namespace {

constexpr int kTextSize = 19;               ///< 9 points
constexpr double kLetterSpacing = 1.0 / 64; ///< Qt's smallest step

std::unique_ptr<QTextDocument> layOut(const QString& html, double width, QObject* images) {
    auto document = std::make_unique<QTextDocument>();
    QFont font("DejaVu Sans");
    font.setPixelSize(kTextSize); // points would depend on the screen's resolution
    // Any spacing at all keeps "fi" two letters: as one, nobody finds the word in the PDF.
    font.setLetterSpacing(QFont::AbsoluteSpacing, kLetterSpacing);
    font.setHintingPreference(QFont::PreferNoHinting);
    document->setDefaultFont(font);
    document->setUseDesignMetrics(true);
    document->setDocumentMargin(0);
    QTextOption option;
    option.setWrapMode(
        QTextOption::WrapAtWordBoundaryOrAnywhere); // paths and hashes have no spaces
    // A name from right to left must not turn the line of the hash below it.
    option.setTextDirection(Qt::LeftToRight);
    document->setDefaultTextOption(option);
    document->documentLayout()->registerHandler(QTextFormat::ImageObject, images);
    document->setHtml(html);
    document->setTextWidth(width);
    return document;
}

} // namespace

PageFlow::PageFlow(const Pieces& pieces, QSizeF page) : m_page(page) {
    measure(pieces);
    place();
}

PageFlow::~PageFlow() = default;

void PageFlow::measure(const Pieces& pieces) {
    m_parts.reserve(pieces.size());
    for (const Piece& piece : pieces) {
        Part part;
        part.document = layOut(piece.html, m_page.width(), m_images.get());
        part.height = std::max(part.document->size().height(), piece.leastHeight);
        part.spaceBefore = piece.spaceBefore;
        part.keepsWithNext = piece.keepsWithNext;
        m_parts.push_back(std::move(part));
    }
}

/// The height from a part to the end of what must follow it on the same page; its own height when
/// all that is more than a page holds.
double PageFlow::heightToKeep(std::size_t first) const {
    double height = m_parts[first].height;
    for (std::size_t i = first; m_parts[i].keepsWithNext && i + 1 < m_parts.size(); ++i)
        height += m_parts[i + 1].spaceBefore + m_parts[i + 1].height;
    return height <= m_page.height() ? height : m_parts[first].height;
}

void PageFlow::place() {
    int page = 0;
    double y = 0;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        Part& part = m_parts[i];
        if (y > 0 && y + part.spaceBefore + heightToKeep(i) > m_page.height()) {
            ++page;
            y = 0;
        }
        part.page = page;
        part.top = y > 0 ? y + part.spaceBefore : 0;
        if (part.height > m_page.height()) {
            part.document->setPageSize(m_page); // taller than a page: it is broken between lines
            page += part.document->pageCount() - 1;
            y = m_page.height();
        } else {
            y = part.top + part.height;
        }
    }
    m_pageCount = page + 1;
}

double PageFlow::lastPageHeight() const {
    return m_parts.empty() ? 0 : m_parts.back().top + m_parts.back().height;
}

void PageFlow::addImage(const QString& name, const QImage& image) {
    addDrawing(
        name, [image](QPainter& painter, const QRectF& place) { painter.drawImage(place, image); });
}

void PageFlow::paint(QPainter& painter, int page) const {
    for (const Part& part : m_parts) {
        const int slice = page - part.page;
        const int slices = part.height > m_page.height() ? part.document->pageCount() : 1;
        if (slice < 0 || slice >= slices)
            continue;
        const double above = slice * m_page.height();
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, Qt::black); // also in a dark theme
        context.clip = QRectF(QPointF(0, above), m_page);
        painter.save();
        painter.translate(0, part.top - above);
        if (slices > 1)
            painter.setClipRect(context.clip);
        part.document->documentLayout()->draw(&painter, context);
        painter.restore();
    }
}

} // namespace core::report
