// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotations/annotation.h"
#include "core/annotations/brush_mask.h"
#include "core/annotations/exchange.h"
#include "core/annotations/geometry.h"

#include <QtTest>

#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

using namespace core::annotations;

namespace {

Annotation shaped(Shape shape, std::vector<Point> points, double width = 0) {
    return {"1", shape, std::move(points), width, "edge", "See the “halo”.", "clue:2"};
}

/// One of each, at places that no short decimal number gives.
std::vector<Annotation> oneOfEach(std::uint32_t seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0, 4000);
    const auto points = [&](std::size_t count) {
        std::vector<Point> made;
        for (std::size_t i = 0; i < count; ++i)
            made.push_back({place(random), place(random)});
        return made;
    };
    std::vector<Annotation> all = {
        shaped(Shape::Rectangle, points(2)), shaped(Shape::Ellipse, points(2)),
        shaped(Shape::Polygon, points(5)),   shaped(Shape::Arrow, points(2)),
        shaped(Shape::Freehand, points(30)), shaped(Shape::Brush, points(1), 7.3),
        shaped(Shape::Text, points(1))};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].id = std::to_string(i + 1);
    return all;
}

double farthest(const Annotation& a, const Annotation& b) {
    if (a.points.size() != b.points.size())
        return INFINITY;
    double distance = 0;
    for (std::size_t i = 0; i < a.points.size(); ++i)
        distance = std::max(
            distance, std::hypot(a.points[i].x - b.points[i].x, a.points[i].y - b.points[i].y));
    return distance;
}

} // namespace

class AnnotationTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void textKeepsEverything() {
        for (const Annotation& annotation : oneOfEach(1))
            QVERIFY(annotationFrom(annotationText(annotation)) == annotation);
    }

    void damagedTextIsNothing() {
        for (const char* text :
             {"", "[]", "{}", "null", R"({"id":"1","shape":"star","points":[[1,2],[3,4]]})",
              R"({"id":"1","shape":"polygon","points":[[1,2],[3,4]]})",
              R"({"id":"1","shape":"arrow","points":[[1,2],[3,"x"]]})",
              R"({"id":"1","shape":"arrow","points":[[1,2],[3,1e300]]})",
              R"({"id":"","shape":"arrow","points":[[1,2],[3,4]]})",
              R"({"id":"1","shape":"brush","points":[[1,2]],"width":-1})"})
            QVERIFY2(!annotationFrom(text), text);
    }

    void bothFormatsGiveTheShapesBack() {
        const std::vector<AnnotatedPicture> pictures = {{"a.jpg", 4000, 4000, oneOfEach(2)},
                                                        {"b.jpg", 4000, 4000, oneOfEach(3)}};
        const auto coco = fromCoco(toCoco(pictures));
        QVERIFY(coco.has_value());
        QCOMPARE(coco->pictures.size(), std::size_t{2});
        QCOMPARE(coco->leftOut, 0);
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(coco->pictures[i].file, pictures[i].file);
            QVERIFY(coco->pictures[i].annotations == pictures[i].annotations);
            const auto labelme = fromLabelme(toLabelme(pictures[i]));
            QVERIFY(labelme.has_value());
            QVERIFY(labelme->pictures.front().annotations == pictures[i].annotations);
            QCOMPARE(labelme->pictures.front().width, 4000);
        }
    }

    void otherProgramsReadTheSamePlaces() {
        // Without our own field, as another program writes the file back.
        AnnotatedPicture picture{"a.jpg", 4000, 4000, oneOfEach(4)};
        std::string text = toLabelme(picture);
        for (std::size_t at = text.find("\"clueglass\""); at != std::string::npos;
             at = text.find("\"clueglass\""))
            text.replace(at, 11, "\"other\"");
        const auto read = fromLabelme(text);
        QVERIFY(read.has_value());
        const auto& annotations = read->pictures.front().annotations;
        QCOMPARE(annotations.size(), picture.annotations.size());
        for (const std::size_t i : {2UL, 3UL, 4UL, 6UL})
            QVERIFY(farthest(annotations[i], picture.annotations[i]) < 0.01);
        const Box before = boundsOf(picture.annotations[0]);
        const Box after = boundsOf(annotations[0]);
        QVERIFY(before == after);
        QCOMPARE(annotations[1].shape, Shape::Polygon); // labelme has no ellipse
        QVERIFY(std::abs(boundsOf(annotations[1]).left - boundsOf(picture.annotations[1]).left) <
                0.01);
    }

    void filesOfOtherProgramsAreRead() {
        const auto coco = fromCoco(R"({"images":[{"id":7,"file_name":"x.png","width":10,
            "height":8}],"categories":[{"id":3,"name":"hand"}],"annotations":[
            {"id":1,"image_id":7,"category_id":3,"bbox":[1,2,3,4],"segmentation":[]},
            {"id":2,"image_id":7,"category_id":3,"segmentation":[[0,0,4,0,4,4]]},
            {"id":3,"image_id":7,"category_id":3,"segmentation":{"counts":"abc","size":[8,10]}},
            {"id":4,"image_id":9,"category_id":3,"bbox":[1,2,3,4]}]})");
        QVERIFY(coco.has_value());
        const auto& annotations = coco->pictures.front().annotations;
        QCOMPARE(annotations.size(), std::size_t{2});
        QCOMPARE(coco->leftOut, 2);
        QVERIFY((boundsOf(annotations[0]) == Box{1, 2, 4, 6}));
        QCOMPARE(annotations[1].label, std::string("hand"));
        const auto circle = fromLabelme(R"({"shapes":[{"shape_type":"circle","label":"eye",
            "points":[[10,10],[13,14]]},{"shape_type":"mask","points":[[1,1],[2,2]]}],
            "imagePath":"x.png","imageWidth":30,"imageHeight":20})");
        QVERIFY(circle.has_value());
        QVERIFY((boundsOf(circle->pictures.front().annotations.front()) == Box{5, 5, 15, 15}));
        QCOMPARE(circle->leftOut, 1);
        for (const char* text : {"", "{}", "[]", "{\"shapes\":3}"}) {
            QVERIFY(!fromCoco(text));
            QVERIFY(!fromLabelme(text));
        }
    }

    void brushMaskCountsItsPixels() {
        const Annotation dab = shaped(Shape::Brush, {{50, 40}}, 20);
        const auto runs = runsOf(dab, 100, 80);
        QCOMPARE(std::accumulate(runs.begin(), runs.end(), std::int64_t{0}), std::int64_t{8000});
        std::int64_t covered = 0;
        for (std::size_t i = 1; i < runs.size(); i += 2)
            covered += runs[i];
        QVERIFY(std::abs(static_cast<double>(covered) - 100 * std::numbers::pi) < 12);
        // Beyond the edges nothing is counted.
        const auto cut = runsOf(shaped(Shape::Brush, {{0, 0}}, 20), 100, 80);
        QCOMPARE(cut.front(), std::int64_t{0});
        QCOMPARE(std::accumulate(cut.begin(), cut.end(), std::int64_t{0}), std::int64_t{8000});
    }

    void shapesAreHitWhereTheyAreDrawn() {
        const Annotation ellipse = shaped(Shape::Ellipse, {{0, 0}, {40, 20}});
        QCOMPARE(distanceTo(ellipse, {20, 10}), 0.0);
        QVERIFY(distanceTo(ellipse, {1, 1}) > 3); // the box's corner is outside
        const Annotation arrow = shaped(Shape::Arrow, {{0, 0}, {10, 0}});
        QCOMPARE(distanceTo(arrow, {5, 3}), 3.0);
        QCOMPARE(distanceTo(arrow, {13, 4}), 5.0);
        const Annotation brush = shaped(Shape::Brush, {{0, 0}, {10, 0}}, 8);
        QCOMPARE(distanceTo(brush, {5, 4}), 0.0);
        QCOMPARE(distanceTo(brush, {5, 6}), 2.0);
    }

    void handlesMoveTheirCornerAlone() {
        const Annotation box = shaped(Shape::Rectangle, {{30, 40}, {10, 20}});
        QVERIFY((boundsOf(withHandleAt(box, 2, {50, 60})) == Box{10, 20, 50, 60}));
        QVERIFY((boundsOf(withHandleAt(box, 0, {60, 70})) == Box{30, 40, 60, 70})); // turned over
        const Annotation polygon = shaped(Shape::Polygon, {{0, 0}, {10, 0}, {0, 10}});
        QVERIFY((withHandleAt(polygon, 1, {12, 1}).points[1] == Point{12, 1}));
        QVERIFY((moved(polygon, 1, 2).points[2] == Point{1, 12}));
        const Annotation line = shaped(Shape::Freehand, {{0, 0}, {5, 5}, {10, 0}});
        const Annotation wide = withHandleAt(line, 2, {20, 5});
        QVERIFY((wide.points[1] == Point{10, 5}));
    }

    void idsAreFresh() {
        std::vector<Annotation> all;
        for (int i = 0; i < 3; ++i)
            all.push_back({freshId(all), Shape::Text, {{0, 0}}, 0, {}, {}, {}});
        QCOMPARE(all[2].id, std::string("3"));
        all.push_back({"b-7", Shape::Text, {{0, 0}}, 0, {}, {}, {}});
        QCOMPARE(freshId(all), std::string("4"));
    }
};

QTEST_GUILESS_MAIN(AnnotationTest)
#include "annotation_test.moc"
