// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf_report.h"

#include "core/image/safe_decoder.h"
#include "core/report/exhibit_html.h"
#include "core/report/overlay_painter.h"
#include "core/report/pdf_dates.h"
#include "core/report/picture_image.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>
#include <new>

namespace core::report {

namespace {

constexpr int kResolution = 150; ///< dots per inch of the page; pictures keep more
constexpr double kMarginMm = 16;
constexpr int kFooterHeight = 36;
constexpr int kPictureWidth = 500; ///< two beside each other on an A4 page
constexpr int kPictureHeight = 520;
constexpr int kPictureDetail = 2; ///< stored pixels per page dot

QString say(const char* text) {
    return QCoreApplication::translate("Report", text);
}

QFont pageFont(int points) {
    QFont font("DejaVu Sans");
    font.setPointSize(points);
    return font;
}

/// The picture as it was examined, or why it cannot be shown.
Result<QImage> pictureOf(const examination::Examination& examination, std::stop_token stop) {
    auto file = image::readEvidence(examination.source.path, {}, stop);
    if (!file)
        return tl::unexpected(file.error());
    if (file->sha256 != examination.source.sha256)
        return fail(ErrorCode::FileUnreadable, "changed");
    auto picture = image::decode(*file, {}, stop);
    if (!picture)
        return tl::unexpected(picture.error());
    return toQImage(picture->image);
}

QString problemText(const Error& error) {
    if (error.message == "changed")
        return say(QT_TRANSLATE_NOOP("Report",
                                     "The file has changed since it was examined; it is not "
                                     "shown. The result below is for the bytes with the "
                                     "SHA-256 stated."));
    return say(QT_TRANSLATE_NOOP("Report",
                                 "The file can no longer be read, so it is not shown: %1"))
        .arg(QString::fromStdString(error.message));
}

/// Registers an image with the document at its size on the page.
QString addImage(QTextDocument& document, const QImage& image, const QString& name) {
    QImage placed = image.scaled(kPictureWidth * kPictureDetail, kPictureHeight * kPictureDetail,
                                 Qt::KeepAspectRatio, Qt::SmoothTransformation);
    placed = placed.convertToFormat(QImage::Format_RGB32);
    placed.setDevicePixelRatio(kPictureDetail);
    document.addResource(QTextDocument::ImageResource, QUrl(name), placed);
    return name;
}

Result<QString> exhibit(QTextDocument& document, const ReportItem& item, int number,
                        const ReportOptions& options, std::stop_token stop) {
    auto picture = pictureOf(*item.examination, stop);
    if (stop.stop_requested())
        return cancelled();
    if (!picture)
        return exhibitHtml(item, number, {}, problemText(picture.error()));
    QStringList names = {addImage(document, *picture, QStringLiteral("picture%1").arg(number))};
    if (options.withOverlay) {
        OverlayOptions overlay;
        overlay.largestSide = std::max(kPictureWidth, kPictureHeight) * kPictureDetail;
        names << addImage(document, paintOverlay(*picture, *item.examination, overlay),
                          QStringLiteral("overlay%1").arg(number));
    }
    return exhibitHtml(item, number, names, {});
}

void paintPages(QTextDocument& document, QPdfWriter& writer, const ReportOptions& options) {
    QPainter painter(&writer);
    const QSizeF page(writer.width(), writer.height());
    const QSizeF body(page.width(), page.height() - kFooterHeight);
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize(body);
    const int count = document.pageCount();
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -i * body.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, Qt::black);
        context.clip = QRectF(0, i * body.height(), body.width(), body.height());
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.setFont(pageFont(7));
        painter.setPen(Qt::black);
        const QRectF footer(0, body.height(), page.width(), kFooterHeight);
        painter.drawText(
            footer, Qt::AlignLeft | Qt::AlignBottom,
            QString::fromStdString(options.title.empty() ? "Clueglass" : options.title));
        painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom,
                         say(QT_TRANSLATE_NOOP("Report", "Page %1 of %2")).arg(i + 1).arg(count));
    }
}

QByteArray pdfBytes(QTextDocument& document, const ReportOptions& options) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(kResolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm),
                              QPageLayout::Millimeter);
        const QString title =
            QString::fromStdString(options.title.empty() ? "Clueglass" : options.title);
        writer.setTitle(title);
        writer.setCreator("Clueglass");
        writer.setDocumentXmpMetadata(xmpPacket(
            title, "Clueglass", QStringLiteral("Qt ") + qVersion(), options.createdAtUnixSeconds));
        paintPages(document, writer, options);
    }
    return withFixedDates(buffer.data(), options.createdAtUnixSeconds);
}

Result<void> save(const QByteArray& bytes, const std::filesystem::path& file) {
    const QString name = QFile::decodeName(QByteArray::fromStdString(file.string()));
    QSaveFile out(name);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return fail(ErrorCode::WriteFailed,
                    "The report could not be written to " + file.string() + ": " +
                        out.errorString().toStdString() +
                        ". Check the free space and the permissions of the folder.");
    return {};
}

} // namespace

Result<void> writePdfReport(const std::vector<ReportItem>& items, const ReportOptions& options,
                            const std::filesystem::path& file, const ProgressCallback& progress,
                            std::stop_token stop) {
    if (items.empty())
        return fail(ErrorCode::InvalidArgument, "There is no result to report.");
    try {
        QTextDocument document;
        document.setDefaultFont(pageFont(9));
        document.setDocumentMargin(0);
        QString html = summaryHtml(items, options);
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (progress)
                progress("report", static_cast<double>(i) / static_cast<double>(items.size()));
            auto pages = exhibit(document, items[i], static_cast<int>(i) + 1, options, stop);
            if (!pages)
                return tl::unexpected(pages.error());
            html += *pages;
        }
        document.setHtml(html);
        const QByteArray bytes = pdfBytes(document, options);
        if (stop.stop_requested())
            return cancelled();
        return save(bytes, file);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory for a report of this many pictures; choose fewer.");
    }
}

} // namespace core::report
