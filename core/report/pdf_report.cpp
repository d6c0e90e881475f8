// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf_report.h"

#include "core/base/output_file.h"
#include "core/image/thumbnailer.h"
#include "core/report/credential_words.h"
#include "core/report/exhibit_pieces.h"
#include "core/report/figure.h"
#include "core/report/html_parts.h"
#include "core/report/pdf_dates.h"
#include "core/report/picture_image.h"
#include "core/report/summary_pieces.h"

#include <QBuffer>
#include <QHash>
#include <QPainter>
#include <QPdfWriter>

#include <new>
#include <utility>

namespace core::report {

namespace {

constexpr double kMarginMm = 16;
constexpr int kFooterHeight = 48;
constexpr int kFooterTextSize = 15;

QString titleOf(const ReportOptions& options) {
    return QString::fromStdString(options.title.empty() ? "Clueglass" : options.title);
}

using DocumentResult = Result<std::shared_ptr<const image::Document>>;

/// The file as it was examined, or why it cannot be shown.
DocumentResult documentOf(const examination::Examination& examination, const ReportOptions& options,
                          const std::stop_token& stop) {
    image::Documents alone;
    auto document = (options.documents ? *options.documents : alone)
                        .open(examination.source.path, options.limits, stop);
    if (document && (*document)->file().sha256 != examination.source.sha256)
        return fail(ErrorCode::FileUnreadable, "changed");
    return document;
}

Result<QImage> pictureOf(const DocumentResult& document, const std::stop_token& stop) {
    if (!document)
        return tl::unexpected(document.error());
    const auto picture = (*document)->picture(stop);
    if (!picture)
        return tl::unexpected(picture.error());
    // More than the page can show would only fill the memory when it is scaled.
    return toQImage(image::reduced(picture->image, kGreatestStoredSide));
}

QString problemText(const Error& error) {
    if (error.message == "changed")
        return reportText(QT_TRANSLATE_NOOP("Report",
                                            "The file has changed since it was examined; it is not "
                                            "shown. The result below is for the bytes with the "
                                            "SHA-256 stated."));
    return reportText(QT_TRANSLATE_NOOP("Report",
                                        "The file can no longer be read, so it is not shown: %1"))
        .arg(QString::fromStdString(error.message));
}

/// A page's footer: the report, the exhibit, the page of how many.
void paintFooter(QPainter& painter, const QSizeF& page, const QString& subject,
                 const QString& number) {
    QFont font("DejaVu Sans");
    font.setPixelSize(kFooterTextSize);
    painter.setFont(font);
    painter.setPen(Qt::black);
    const QRectF footer(0, page.height() - kFooterHeight, page.width(), kFooterHeight);
    const QFontMetricsF metrics(font, painter.device());
    const double room = page.width() - metrics.horizontalAdvance(number) - kFooterHeight;
    painter.drawText(footer, Qt::AlignLeft | Qt::AlignBottom | Qt::TextForceLeftToRight,
                     metrics.elidedText(subject, Qt::ElideMiddle, room));
    painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom | Qt::TextForceLeftToRight, number);
}

/// QPdfWriter writes its fonts in the order of a hash table, which is another in every run unless
/// the seed is fixed.
class FixedHashOrder {
  public:
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    FixedHashOrder(const FixedHashOrder&) = delete;
    FixedHashOrder& operator=(const FixedHashOrder&) = delete;
};

/// Writes one report: once through to count the pages, once more to paint them, so that only one
/// picture is in memory at a time.
class ReportWriter {
  public:
    ReportWriter(const std::vector<ReportItem>& items, const ReportOptions& options,
                 std::stop_token stop)
        : m_items(items), m_options(options), m_stop(std::move(stop)) {}

    Result<QByteArray> write(const ProgressCallback& progress) {
        const FixedHashOrder order;
        QByteArray bytes;
        {
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            QPdfWriter writer(&buffer);
            prepare(writer);
            m_page = QSizeF(writer.width(), writer.height());
            m_body = m_page - QSizeF(0, kFooterHeight);
            m_pageCount = countPages();
            QPainter painter(&writer);
            paintFlow(painter, writer, PageFlow(summaryPieces(m_items, m_options), m_body), {});
            for (std::size_t i = 0; i < m_items.size(); ++i) {
                if (progress)
                    progress("report",
                             static_cast<double>(i) / static_cast<double>(m_items.size()));
                if (m_stop.stop_requested())
                    return cancelled();
                paintExhibit(painter, writer, static_cast<int>(i));
            }
        }
        return withFixedDates(std::move(bytes), m_options.createdAtUnixSeconds);
    }

  private:
    void prepare(QPdfWriter& writer) const {
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(kDotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm),
                              QPageLayout::Millimeter);
        writer.setTitle(titleOf(m_options));
        writer.setCreator("Clueglass");
        writer.setDocumentXmpMetadata(xmpPacket(titleOf(m_options), "Clueglass",
                                                QStringLiteral("Qt ") + qVersion(),
                                                m_options.createdAtUnixSeconds));
    }

    Pieces exhibit(int index, const Pieces& figure) const {
        return exhibitPieces(m_items[static_cast<std::size_t>(index)], index + 1, figure);
    }

    int countPages() const {
        int count = PageFlow(summaryPieces(m_items, m_options), m_body).pageCount();
        for (std::size_t i = 0; i < m_items.size() && !m_stop.stop_requested(); ++i) {
            const Pieces figure = figurePieces(m_items[i], m_options.withOverlay);
            count += PageFlow(exhibit(static_cast<int>(i), figure), m_body).pageCount();
        }
        return count;
    }

    void paintExhibit(QPainter& painter, QPdfWriter& writer, int index) {
        const ReportItem& item = m_items[static_cast<std::size_t>(index)];
        const auto document = documentOf(*item.examination, m_options, m_stop);
        const auto picture = pictureOf(document, m_stop);
        PageFlow flow(exhibit(index, picture ? figurePieces(item, m_options.withOverlay)
                                             : Pieces{missingFigure(item, m_options.withOverlay,
                                                                    problemText(picture.error()))}),
                      m_body);
        if (picture)
            addFigureImages(flow, *picture, item, m_options.withOverlay);
        const auto& credentials = item.examination->provenance.c2pa;
        if (document && m_options.credentialThumbnails && !credentials.manifests.empty())
            for (const CredentialThumbnail& one :
                 m_options.credentialThumbnails(**document, m_stop))
                addCredentialImage(flow, credentials, one);
        paintFlow(painter, writer, flow, exhibitName(item, index + 1));
    }

    void paintFlow(QPainter& painter, QPdfWriter& writer, const PageFlow& flow,
                   const QString& subject) {
        for (int page = 0; page < flow.pageCount(); ++page) {
            if (m_painted > 0)
                writer.newPage();
            ++m_painted;
            flow.paint(painter, page);
            const QString number = reportText(QT_TRANSLATE_NOOP("Report", "Page %1 of %2"))
                                       .arg(m_painted)
                                       .arg(m_pageCount);
            paintFooter(painter, m_page,
                        subject.isEmpty() ? titleOf(m_options)
                                          : titleOf(m_options) + QStringLiteral(" · ") + subject,
                        number);
        }
    }

    const std::vector<ReportItem>& m_items;
    const ReportOptions& m_options;
    std::stop_token m_stop;
    QSizeF m_page;
    QSizeF m_body;
    int m_pageCount = 0;
    int m_painted = 0;
};

KeptFiles evidenceOf(const std::vector<ReportItem>& items) {
    KeptFiles evidence;
    for (const ReportItem& item : items)
        evidence.add(item.examination->source.path);
    return evidence;
}

} // namespace

Result<void> writePdfReport(const std::vector<ReportItem>& items, const ReportOptions& options,
                            const std::filesystem::path& file, const ProgressCallback& progress,
                            std::stop_token stop) {
    if (items.empty())
        return fail(ErrorCode::InvalidArgument, "There is no result to report.");
    const KeptFiles evidence = evidenceOf(items);
    if (auto allowed = OutputFile::check(file, output_kind::kPdf, evidence); !allowed)
        return allowed;
    try {
        const auto bytes = ReportWriter(items, options, stop).write(progress);
        if (!bytes)
            return tl::unexpected(bytes.error());
        if (stop.stop_requested())
            return cancelled();
        return writeOutput(file, output_kind::kPdf,
                           {bytes->constData(), static_cast<std::size_t>(bytes->size())}, evidence);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory for a report of this many pictures; choose fewer.");
    }
}

} // namespace core::report
