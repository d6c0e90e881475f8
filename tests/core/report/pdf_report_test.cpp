// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf_report.h"

#include "core/base/digest.h"
#include "core/report/exhibit_pieces.h"
#include "core/report/translated_words.h"
#include "tests/core/report/pdf_reader.h"
#include "tests/support/picture_maker.h"
#include "tests/support/sample_examination.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using core::ErrorCode;
using core::examination::Examination;
using core::report::ReportItem;
using core::report::ReportOptions;
using core::report::writePdfReport;

namespace {

constexpr std::int64_t kTime = 1'700'000'000; ///< 2023-11-14 22:13:20 UTC

ReportOptions fixedTime() {
    ReportOptions options;
    options.createdAtUnixSeconds = kTime;
    return options;
}

/// One line, single spaces: where lines break is not what these tests are about.
QString oneLine(const QString& text) {
    return text.simplified();
}

QString withoutSpaces(QString text) {
    static const QRegularExpression kSpace("\\s");
    return text.remove(kSpace);
}

} // namespace

class PdfReportTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_directory = std::make_unique<QTemporaryDir>();
        if (!tests::hasPoppler())
            QSKIP("poppler-utils is not installed.");
    }

    void textHoldsWhatWasFound() {
        auto examination = examined("photo one.jpg");
        examination->answer = "A model said this, verbatim.";
        examination->provenance.camera = "Maker Model 3";
        examination->source.warnings = {"The file ends early."};
        ReportOptions options = fixedTime();
        options.title = "Case 12/34";
        options.examiner = "J. Doe";
        const QString text =
            oneLine(tests::pdfText(report({{examination, "Seen twice."}}, options)));
        const QStringList parts = {"photo one.jpg",
                                   "Case 12/34",
                                   "J. Doe",
                                   "Seen twice.",
                                   "2023-11-14 22:13:20 UTC",
                                   "Fake, with a probability of 93",
                                   "Below 20",
                                   "above 80",
                                   "Splice 70",
                                   QString::fromStdString(examination->source.sha256),
                                   QString::fromStdString(examination->engine.modelSha256),
                                   "fake 1, cpu, fp32",
                                   "Clueglass ",
                                   "Maker Model 3",
                                   "The file ends early.",
                                   "A model said this, verbatim.",
                                   "The file is no JPEG.",
                                   "2.5 (noise ratio)",
                                   "0.8 to 1.3",
                                   "region x 20, y 20, 160 × 120 px",
                                   "Page 1 of"};
        for (const QString& part : parts)
            QVERIFY2(text.contains(part), qPrintable(part + " is missing in: " + text));
        for (const auto& clue : examination->clues)
            QVERIFY2(text.contains(core::report::clueText(clue)), clue.text.c_str());
        for (const QString& sentence : core::report::limitSentences(*examination))
            QVERIFY2(text.contains(oneLine(sentence)), qPrintable(sentence));
    }

    void everyClueIsNumberedAsOnTheOverlay() {
        const auto examination = examined("a.jpg");
        const QString text = oneLine(tests::pdfText(report({{examination, ""}})));
        for (std::size_t i = 0; i < examination->clues.size(); ++i) {
            const QString line =
                QString("%1 %2").arg(i + 1).arg(QString::fromStdString(examination->clues[i].text));
            QVERIFY2(text.contains(line), qPrintable(line));
        }
    }

    void whatWasNotExaminedIsSaid() {
        auto examination = examined("a.jpg");
        examination->notExamined = {{0, 0, 50, 200}};
        examination->verdict = core::examination::Verdict::Inconclusive;
        examination->inconclusiveReason = "The picture is too small to say.";
        const QString text = oneLine(tests::pdfText(report({{examination, ""}})));
        QVERIFY(text.contains("The engine never saw the area x 0, y 0, 50 × 200 px (hatched)."));
        QVERIFY(text.contains("Hatched and darkened: never seen by the engine."));
        QVERIFY(text.contains("Inconclusive"));
        QVERIFY(text.contains("The picture is too small to say."));
    }

    void everyMeasurementSaysWhatBecameOfIt() {
        auto examination = examined("a.jpg");
        auto& noise = examination->measurements[0]; // 2.5, usually 0.8 to 1.3
        const auto said = [&] { return oneLine(tests::pdfText(report({{examination, ""}}))); };
        QVERIFY(said().contains("Outside the usual range, but no clue rests on it"));
        noise.value = 1;
        QVERIFY(said().contains("Nothing conspicuous found; method applicable."));
        examination->clues[0].templateId = "noise_residual.quieter_region";
        QVERIFY(said().contains("See the clues above."));
        noise.analyzer = "residual";
        QVERIFY(!said().contains("See the clues above."));
        examination->clues[0].templateId = "pixels.like_generated";
        QVERIFY(said().contains("See the clues above."));
    }

    void pictureWithoutMarksIsShownOnce() {
        auto examination = examined("a.jpg");
        examination->map = nullptr;
        examination->clues.clear();
        const QString text = oneLine(tests::pdfText(report({{examination, ""}})));
        QVERIFY(text.contains("nothing is drawn over the picture"));
        QVERIFY(text.contains("No clue was found with the methods applied."));
        QVERIFY(!text.contains("The same with the engine's map"));
    }

    void whatTheExaminerDrewIsNumberedAndExplained() {
        core::annotations::Annotation circle;
        circle.id = "a";
        circle.shape = core::annotations::Shape::Ellipse;
        circle.points = {{20, 20}, {120, 90}};
        circle.label = "halo";
        circle.comment = "seen at 200 percent";
        circle.link = "clue:2";
        ReportItem item{examined("a.jpg"), ""};
        const QImage plain = tests::pdfPage(report({item}), 2);
        item.annotations = {circle};
        const QImage drawn = tests::pdfPage(report({item}), 2);
        int changed = 0; // in the figure; the text below it moves
        for (int y = 0; y < drawn.height() / 3; ++y)
            for (int x = drawn.width() / 2; x < drawn.width(); ++x)
                changed += plain.pixel(x, y) != drawn.pixel(x, y) ? 1 : 0;
        QVERIFY2(changed > 100, qPrintable(QString::number(changed)));
        const QString text = oneLine(tests::pdfText(report({item})));
        for (const char* part :
             {"What the examiner marked in the picture", "A1 Ellipse: halo, seen at 200 percent",
              "(x 20, y 20, 100 × 70 px)", "see clue 2", "what the examiner marked (A1, A2"})
            QVERIFY2(text.contains(part), qPrintable(text));
    }

    void aDrawingAloneIsAnOverlay() {
        ReportItem item{examined("a.jpg"), ""};
        auto bare = *item.examination;
        bare.map = nullptr;
        bare.clues.clear();
        item.examination = std::make_shared<const Examination>(bare);
        core::annotations::Annotation arrow;
        arrow.shape = core::annotations::Shape::Arrow;
        arrow.points = {{20, 20}, {60, 50}};
        item.annotations = {arrow};
        QVERIFY(oneLine(tests::pdfText(report({item}))).contains("A1 Arrow"));
        QVERIFY(!oneLine(tests::pdfText(report({item}))).contains("nothing is drawn"));
    }

    void everyPictureBeginsItsOwnPage() {
        std::vector<ReportItem> items;
        for (int i = 1; i <= 4; ++i)
            items.push_back({examined("picture" + std::to_string(i) + ".jpg"), ""});
        ReportOptions options = fixedTime();
        options.leftOut = {{"lost.jpg", "It is no picture."}};
        const QStringList pages = tests::pdfPages(report(items, options));
        QVERIFY(pages.size() >= 5);
        for (int i = 1; i <= 4; ++i) {
            const QString title = QString("Exhibit %1: picture%1.jpg").arg(i);
            QCOMPARE(std::ranges::count_if(
                         pages, [&](const QString& page) { return page.startsWith(title); }),
                     1);
            QVERIFY(pages[0].contains(QString("picture%1.jpg").arg(i)));
        }
        for (const char* part : {"Not examined, and why", "lost.jpg", "It is no picture."})
            QVERIFY2(oneLine(pages[0]).contains(part), part);
        for (int i = 0; i < pages.size(); ++i)
            QVERIFY(pages[i].contains(QString("Page %1 of %2").arg(i + 1).arg(pages.size())));
    }

    void pictureAndOverlayAreBothWhole_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("landscape") << 400 << 300;
        QTest::newRow("wide") << 1600 << 100;
        QTest::newRow("tall") << 100 << 1600;
        QTest::newRow("tiny") << 12 << 9;
    }
    void pictureAndOverlayAreBothWhole() {
        QFETCH(const int, width);
        QFETCH(const int, height);
        // Magenta is nowhere else on the page, and a map of zeros is invisible.
        auto examination = examined("a.png", tests::flatPicture(width, height, {255, 0, 255}));
        examination->map =
            std::make_shared<core::HeatMap>(core::HeatMap{1, 1, std::vector<float>{0}});
        examination->clues.clear();
        const QImage page = tests::pdfPage(report({{examination, ""}}), 2);
        std::vector<bool> columns(static_cast<std::size_t>(page.width()));
        std::vector<bool> rows(static_cast<std::size_t>(page.height()));
        long long area = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                const QColor color = page.pixelColor(x, y);
                if (color.red() < 200 || color.green() > 60 || color.blue() < 200)
                    continue;
                columns[static_cast<std::size_t>(x)] = rows[static_cast<std::size_t>(y)] = true;
                ++area;
            }
        }
        const auto wide = std::ranges::count(columns, true);
        const auto tall = std::ranges::count(rows, true);
        QVERIFY(wide > 0 && tall > 0);
        // Two whole pictures of the right shape cover two times width by height.
        const bool isStacked = width > 2 * height;
        const double shape = isStacked
                                 ? 2.0 * static_cast<double>(wide) / static_cast<double>(tall)
                                 : 0.5 * static_cast<double>(wide) / static_cast<double>(tall);
        QVERIFY2(std::abs(shape * height / width - 1) < 0.2, qPrintable(QString::number(shape)));
        QVERIFY(static_cast<double>(area) > 0.85 * static_cast<double>(wide * tall));
        QVERIFY(!columns[40] && !columns[static_cast<std::size_t>(page.width()) - 40]);
    }

    void hostileNamesAreShownAndBreakNothing_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("markup") << "<b>&\"x\".jpg"
                                << "<b>&\"x\".jpg";
        QTest::newRow("style") << "<!-- <td><table><img src=x>.jpg"
                               << "<!-- <td><table><img src=x>.jpg";
        QTest::newRow("place markers") << "%1 %2 %99.jpg"
                                       << "%1 %2 %99.jpg";
        QTest::newRow("turned direction")
            << QString("photo\u202Egpj.exe") << "photo[U+202E]gpj.exe";
        QTest::newRow("line break") << "a\nb.jpg"
                                    << "a b.jpg";
        QTest::newRow("quote") << "it's.jpg"
                               << "it's.jpg";
        QTest::newRow("long") << QString("n").repeated(240) + ".jpg"
                              << QString("n").repeated(240) + ".jpg";
    }
    void hostileNamesAreShownAndBreakNothing() {
        QFETCH(const QString, name);
        QFETCH(const QString, shown);
        const QByteArray pdf = report({{examined(name.toStdString()), ""}});
        const QStringList pages = tests::pdfPages(pdf);
        QVERIFY(pages.size() >= 2);
        QVERIFY2(withoutSpaces(pages[1]).contains(withoutSpaces(shown)), qPrintable(pages[1]));
        if (shown.size() < 100) // beside a longer one, the verdict's words stand between its lines
            QVERIFY2(withoutSpaces(pages[0]).contains(withoutSpaces(shown)), qPrintable(pages[0]));
        QVERIFY(oneLine(pages.join(' ')).contains("Limits of this result"));
        QVERIFY(isWhite(tests::pdfPage(pdf, 1)) && isWhite(tests::pdfPage(pdf, 2)));
    }

    void lettersWithoutAFontAreWrittenOut_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("Thai") << QString::fromUtf8("ภาพถ่าย.jpg");
        QTest::newRow("Hindi") << QString::fromUtf8("तस्वीर.jpg");
        QTest::newRow("Korean") << QString::fromUtf8("사진.jpg");
        QTest::newRow("Chinese") << QString::fromUtf8("照片.jpg");
        QTest::newRow("Arabic") << QString::fromUtf8("صورة.jpg");
        QTest::newRow("pictograph") << QString::fromUtf8("📷.jpg");
    }
    void lettersWithoutAFontAreWrittenOut() {
        QFETCH(const QString, name);
        // A font draws Arabic letters in their forms within a word.
        const QString page =
            withoutSpaces(tests::pdfPages(report({{examined(name.toStdString()), ""}}))[1])
                .normalized(QString::NormalizationForm_KC);
        for (const char32_t letter : name.chopped(4).toUcs4()) {
            const QString code =
                QStringLiteral("[U+%1]").arg(uint{letter}, 4, 16, QChar('0')).toUpper();
            QVERIFY2(page.contains(code) || page.contains(QString::fromUcs4(&letter, 1)),
                     qPrintable(code + " is missing in " + page));
        }
    }

    void rightToLeftNameMovesNothingElse() {
        const QByteArray plain = report({{examined("picture.jpg"), ""}});
        const QByteArray turned =
            report({{examined(QString::fromUtf8("صورة.jpg").toStdString()), ""}});
        // The hash stands below the name on the first page, at the same place from the left.
        const auto places = [](const QByteArray& pdf) {
            return tests::pdfWordPlaces(pdf, 1, QRegularExpression("^[0-9a-f]{20,}"));
        };
        QVERIFY(!places(plain).isEmpty());
        QCOMPARE(places(turned), places(plain));
    }

    void reportIsNoLargerThanThePixels() {
        std::vector<ReportItem> items;
        qsizetype pixels = 0;
        for (int i = 0; i < 12; ++i) {
            items.push_back({examined("small" + std::to_string(i) + ".jpg",
                                      tests::noisyScene(160, 120, 7U + static_cast<unsigned>(i))),
                             ""});
            pixels += qsizetype{160} * 120 * 3;
        }
        const qsizetype one = report({items[0]}).size();
        const qsizetype all = report(items).size();
        // Fonts are in it once; each further picture takes no more than its own pixels.
        QVERIFY2(all - one < pixels / 12 * 11,
                 qPrintable(QStringLiteral("%1 bytes for %2 of pixels").arg(all).arg(pixels)));
    }

    void rightToLeftNamesStayInTheText() {
        const QString name = QString::fromUtf8("תמונה.jpg");
        const QString text = tests::pdfText(report({{examined(name.toStdString()), ""}}));
        for (const QChar letter : QString::fromUtf8("תמונה"))
            QVERIFY2(text.contains(letter), qPrintable(text));
    }

    void wordsOfAModelAreNoMarkup() {
        auto examination = examined("a.jpg");
        examination->answer = "<h1>Real</h1> & <script>";
        examination->engine.prompt = QString("word ").repeated(3000).toStdString();
        const QStringList pages = tests::pdfPages(report({{examination, ""}}));
        QVERIFY(pages.join(' ').contains("<h1>Real</h1> & <script>"));
        QVERIFY(pages.size() >= 4); // the long question takes pages of its own
        QVERIFY(pages.last().contains("Page"));
    }

    void sameTimeGivesTheSameBytes() {
        std::vector<ReportItem> items = {{examined("a.jpg"), ""}, {examined("b.jpg"), "note"}};
        const QByteArray first = report(items);
        for (int i = 0; i < 4; ++i) {
            QHashSeed::resetRandomGlobalSeed(); // as another run of the program would have
            QCOMPARE(report(items), first);
        }
        ReportOptions later = fixedTime();
        later.createdAtUnixSeconds += 60;
        QVERIFY(report(items, later) != first);
    }

    void fileIsWhatArchivesAskFor() {
        const QByteArray pdf = report({{examined("a.jpg"), ""}});
        QVERIFY(pdf.contains("<pdfaid:part>1<"));
        QVERIFY(pdf.contains("/OutputIntents"));
        static const QRegularExpression kTransparent("/(ca|CA) 0");
        QVERIFY(!QString::fromLatin1(pdf).contains(kTransparent));
        for (const char* forbidden : {"/EmbeddedFiles", "/JavaScript", "/Encrypt"})
            QVERIFY2(!pdf.contains(forbidden), forbidden);
        const auto info = tests::pdfInfo(pdf);
        QCOMPARE(info.value("Page size"), QString("595 x 842 pts (A4)"));
        QVERIFY(info.value("CreationDate").contains("2023"));
    }

    void vanishedPictureGetsASentence() {
        const auto examination = examined("gone.jpg");
        const QStringList whole = tests::pdfPages(report({{examination, ""}}));
        QVERIFY(QFile::remove(path("gone.jpg")));
        const QStringList pages = tests::pdfPages(report({{examination, ""}}));
        QVERIFY(oneLine(pages[1]).contains("The file can no longer be read, so it is not shown"));
        QVERIFY(oneLine(pages.join(' ')).contains("Fake, with a probability of 93"));
        QCOMPARE(pages.size(), whole.size());
    }

    void changedPictureIsNotShown() {
        const auto examination = examined("changed.jpg");
        QFile file(path("changed.jpg"));
        QVERIFY(file.open(QIODevice::Append));
        file.write("x");
        file.close();
        const QString text = oneLine(tests::pdfText(report({{examination, ""}})));
        QVERIFY(text.contains("The file has changed since it was examined; it is not shown."));
        QVERIFY(text.contains(QString::fromStdString(examination->source.sha256)));
    }

    void languageFollowsTheTranslators() {
        QTranslator german;
        QVERIFY(german.load(":/i18n/clueglass_de.qm"));
        QCoreApplication::installTranslator(&german);
        const QString text = oneLine(tests::pdfText(report({{examined("a.jpg"), ""}})));
        QVERIFY2(text.contains("Seite 1 von"), qPrintable(text));
        QVERIFY(text.contains("2,5 (noise ratio)"));
        QVERIFY(text.contains("Das Bild, wie es untersucht wurde"));
        for (const char* english : {"Exhibit", "Clues", "Measurements", "Limits of"})
            QVERIFY2(!text.contains(english), english);
    }

    void fileThatCannotBeWrittenIsAnError_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("missing folder") << "missing/report.pdf";
        QTest::newRow("a folder") << ".";
        QTest::newRow("full disk") << "/dev/full";
    }
    void fileThatCannotBeWrittenIsAnError() {
        QFETCH(const QString, file);
        const QString target = QDir(m_directory->path()).absoluteFilePath(file);
        const auto written =
            writePdfReport({{examined("a.jpg"), ""}}, fixedTime(), target.toStdString());
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::WriteFailed);
        // The device is still one, also when a powerful user writes to it.
        QVERIFY(!QFileInfo(target).isFile());
        QVERIFY2(written.error().message.find(target.toStdString()) != std::string::npos,
                 written.error().message.c_str());
    }

    void failureLeavesTheOlderReport() {
        QFile old(path("report.pdf"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("%PDF-older");
        old.close();
        std::stop_source stop;
        stop.request_stop();
        const auto written = writePdfReport({{examined("a.jpg"), ""}}, fixedTime(),
                                            old.fileName().toStdString(), {}, stop.get_token());
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("%PDF-older"));
    }

    void nothingToReportIsAnError() {
        const auto written = writePdfReport({}, fixedTime(), path("report.pdf").toStdString());
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
    }

    void progressGrows() {
        std::vector<ReportItem> items(5, {examined("a.jpg"), ""});
        std::vector<double> fractions;
        const auto written = writePdfReport(
            items, fixedTime(), path("report.pdf").toStdString(),
            [&](std::string_view, double fraction) { fractions.push_back(fraction); });
        QVERIFY(written.has_value());
        QCOMPARE(fractions.size(), std::size_t{5});
        QVERIFY(std::ranges::is_sorted(fractions) && fractions.back() < 1);
    }

  private:
    QString path(const QString& name) const { return m_directory->filePath(name); }

    /// A picture in a file, and the sample examination as if it were of that file.
    std::shared_ptr<Examination>
    examined(const std::string& name,
             const core::image::Image& picture = tests::noisyScene(400, 200, 1)) const {
        const auto bytes = tests::pngBytes(picture);
        const auto file = tests::writeFile(*m_directory, name, bytes);
        auto examination = tests::sampleExamination();
        examination->source.path = file.string();
        examination->source.sha256 = *core::sha256OfFile(file);
        examination->source.width = picture.width();
        examination->source.height = picture.height();
        return examination;
    }

    QByteArray report(const std::vector<ReportItem>& items,
                      const ReportOptions& options = fixedTime()) const {
        const auto written = writePdfReport(items, options, path("report.pdf").toStdString());
        if (!written)
            qWarning("%s", written.error().message.c_str());
        QFile file(path("report.pdf"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Whether nothing was painted outside of the page's margins.
    static bool isWhite(const QImage& page) {
        for (int y = 0; y < page.height(); ++y) {
            for (const int x : {10, 30, page.width() - 30, page.width() - 10}) {
                if (page.pixelColor(x, y) != Qt::white)
                    return false;
            }
        }
        return !page.isNull();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_MAIN(PdfReportTest)
#include "pdf_report_test.moc"
