// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/annotation_exchange.h"
#include "tests/core/cases/made_case.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <iterator>

using namespace core::cases;
using core::annotations::Annotation;
using core::annotations::Shape;

/// A case of three pictures; 1 and 2 have the same file name in different folders.
class AnnotationExchangeTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_made = std::make_unique<tests::MadeCase>();
        m_store = m_made->open();
        std::filesystem::create_directories(m_made->root() / "other");
        for (const char* name : {"1.jpg", "other/1.jpg", "2.jpg"})
            QVERIFY(m_made->takeInExamined(*m_store, m_made->evidence(name, name),
                                           Keeping::Referenced) != 0);
    }
    void cleanup() { m_store.reset(); }

    void anotherCaseGetsThemBackToWithinAHundredthOfAPixel_data() {
        QTest::addColumn<bool>("isCoco");
        QTest::newRow("coco") << true;
        QTest::newRow("labelme") << false;
    }
    void anotherCaseGetsThemBackToWithinAHundredthOfAPixel() {
        QFETCH(bool, isCoco);
        draw(3, {"1", Shape::Rectangle, {{1.0 / 3, 2.5}, {70.125, 40.0625}}, 0, "halo", "", ""});
        draw(3, {"2", Shape::Arrow, {{3.3, 4.7}, {20.1, 9.9}}, 0, "", "See “a”.", "clue:1"});
        const auto target = m_made->root() / (isCoco ? "out.json" : "out");
        const auto exported = exportAnnotations(
            *m_store, isCoco ? AnnotationFormat::Coco : AnnotationFormat::Labelme, target);
        QVERIFY(exported.has_value());
        QVERIFY(exported->pictures == 1 && exported->annotations == 2);
        const auto drawn = m_store->entry(3)->marks.annotations;
        QVERIFY(m_store->undo().has_value() && m_store->undo().has_value());
        QVERIFY(m_store->entry(3)->marks.annotations.empty());

        const auto imported = importAnnotations(*m_store, isCoco ? target : target / "2.json");
        QVERIFY(imported.has_value());
        QVERIFY(imported->annotations == 2 && imported->leftOut == 0);
        const auto back = m_store->entry(3)->marks.annotations;
        QCOMPARE(back.size(), drawn.size());
        for (std::size_t i = 0; i < back.size(); ++i) {
            QCOMPARE(back[i].label, drawn[i].label);
            QCOMPARE(back[i].comment, drawn[i].comment);
            for (std::size_t p = 0; p < back[i].points.size(); ++p)
                QVERIFY(std::hypot(back[i].points[p].x - drawn[i].points[p].x,
                                   back[i].points[p].y - drawn[i].points[p].y) < 0.01);
        }
        // One step, undone as such, and in the log.
        QCOMPARE(m_store->undo()->changes.size(), std::size_t{2});
        QVERIFY(m_store->entry(3)->marks.annotations.empty());
        QVERIFY(m_store->verify({}, {})->findings.empty());
    }

    void whatIsThereStaysBesideWhatIsImported() {
        draw(3, {"1", Shape::Text, {{5, 5}}, 0, "mine", "", ""});
        const auto file = m_made->root() / "out.json";
        QVERIFY(exportAnnotations(*m_store, AnnotationFormat::Coco, file).has_value());
        QCOMPARE(importAnnotations(*m_store, file)->annotations, 1);
        const auto all = m_store->entry(3)->marks.annotations;
        QCOMPARE(all.size(), std::size_t{2});
        QVERIFY(all[0].id != all[1].id);
    }

    void picturesThatAreNotToldApartOrHaveAnotherSizeAreCountedOut() {
        const auto file = m_made->root() / "in.json";
        for (const char* picture : {"C:\\\\work\\\\1.jpg", "unknown.jpg"}) {
            writeLabelme(file, picture, 0, 0);
            const auto imported = importAnnotations(*m_store, file);
            QVERIFY(imported.has_value());
            QVERIFY(imported->annotations == 0 && imported->leftOut == 1);
            QCOMPARE(imported->gesture.number, std::int64_t{0});
        }
        writeLabelme(file, "C:\\\\work\\\\2.jpg", 0, 0);
        QCOMPARE(importAnnotations(*m_store, file)->annotations, 1);
        writeLabelme(file, "2.jpg", 7, 5);
        QCOMPARE(importAnnotations(*m_store, file)->leftOut, 1);
    }

    void evidenceAndFilesOfOthersAreNeverReplaced() {
        draw(3, {"1", Shape::Text, {{5, 5}}, 0, "mine", "", ""});
        const auto evidence = m_made->root() / "2.jpg";
        QVERIFY(!exportAnnotations(*m_store, AnnotationFormat::Coco, evidence).has_value());
        const auto folder = m_made->root() / "labels";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "2.json") << "theirs";
        QVERIFY(!exportAnnotations(*m_store, AnnotationFormat::Labelme, folder).has_value());
        std::ifstream kept(folder / "2.json");
        QCOMPARE(std::string(std::istreambuf_iterator<char>(kept), {}), std::string("theirs"));
        QVERIFY(m_store->verify({}, {})->findings.empty());
    }

    void otherFilesAreAMessage() {
        const auto file = m_made->root() / "in.json";
        std::ofstream(file) << "{\"a\": 1}";
        QVERIFY(importAnnotations(*m_store, file).error().code == core::ErrorCode::InvalidJson);
        QVERIFY(!importAnnotations(*m_store, m_made->root() / "none.json").has_value());
    }

  private:
    void draw(std::int64_t exhibit, const Annotation& annotation) {
        QVERIFY(m_store
                    ->apply("draw", {{exhibit,
                                      mark::kAnnotation + annotation.id,
                                      {},
                                      core::annotations::annotationText(annotation)}})
                    .has_value());
    }
    static void writeLabelme(const std::filesystem::path& file, const char* picture, int width,
                             int height) {
        const QString text =
            "{\"version\": \"5.2.1\", \"flags\": {}, \"imagePath\": \"%1\", \"imageData\": null, "
            "\"imageWidth\": %2, \"imageHeight\": %3, \"shapes\": [{\"label\": \"a\", \"points\": "
            "[[1, 2], [3, 4]], \"group_id\": null, \"shape_type\": \"rectangle\", \"flags\": {}}]}";
        std::ofstream(file) << text.arg(picture).arg(width).arg(height).toStdString();
    }

    std::unique_ptr<tests::MadeCase> m_made;
    std::unique_ptr<CaseStore> m_store;
};

QTEST_GUILESS_MAIN(AnnotationExchangeTest)
#include "annotation_exchange_test.moc"
