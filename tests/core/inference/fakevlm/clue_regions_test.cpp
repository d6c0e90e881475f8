// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/examine_file.h"
#include "core/inference/fakevlm/fakevlm_engine.h"
#include "tests/support/picture_maker.h"
#include "tests/support/pointing_checkpoint.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <array>
#include <utility>

using namespace core;
using namespace core::inference;
using namespace core::examination;

namespace {

image::Image imageOf(const tests::PatternPicture& picture) {
    const auto pixels = picture.pixels();
    return tests::pictureOf(picture.width, picture.height, {pixels.begin(), pixels.end()});
}

/// The pixels that a camera stores so that they are upright after an EXIF orientation is undone.
/// @source Exif 2.32, tag 0x0112
image::Image storedFor(const image::Image& upright, int orientation) {
    const int w = upright.width();
    const int h = upright.height();
    const bool isTurned = orientation >= 5;
    const int width = isTurned ? h : w;
    image::ByteBuffer bytes(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 3);
    for (int y = 0; y < h; ++y) {
        for (int x = 0; x < w; ++x) {
            const std::array<std::pair<int, int>, 8> places = {{{x, y},
                                                                {w - 1 - x, y},
                                                                {w - 1 - x, h - 1 - y},
                                                                {x, h - 1 - y},
                                                                {y, x},
                                                                {y, w - 1 - x},
                                                                {h - 1 - y, w - 1 - x},
                                                                {h - 1 - y, x}}};
            const auto [column, row] = places[static_cast<std::size_t>(orientation - 1)];
            std::copy_n(upright.view().data + y * upright.view().bytesPerRow + x * 3, 3,
                        bytes.begin() + (static_cast<std::ptrdiff_t>(row) * width + column) * 3);
        }
    }
    return tests::pictureOf(width, isTurned ? w : h, std::move(bytes));
}

const Clue* clueStarting(const Examination& examination, const char* start) {
    const auto found = std::ranges::find_if(
        examination.clues, [&](const Clue& clue) { return clue.text.starts_with(start); });
    return found == examination.clues.end() ? nullptr : &*found;
}

/// Holds the middle of the pattern and overlaps it well.
bool isAt(const Clue& clue, const Rect& pattern) {
    if (clue.regions.empty())
        return false;
    const Rect& box = clue.regions.front().box;
    return intersectionOverUnion(box, pattern) > 0.35 &&
           !intersection(box, {pattern.x + pattern.width / 2, pattern.y + pattern.height / 2, 1, 1})
                .isEmpty();
}

QString inWords(const Clue& clue) {
    QString text = QString::fromStdString(clue.text);
    for (const Region& region : clue.regions)
        text += QString(" [%1 %2 %3 %4: %5]")
                    .arg(region.box.x)
                    .arg(region.box.y)
                    .arg(region.box.width)
                    .arg(region.box.height)
                    .arg(region.score);
    if (clue.grounding)
        for (const auto& [name, value] : clue.grounding->numbers)
            text += QString(" %1=%2").arg(name.c_str()).arg(value);
    return text;
}

} // namespace

/// The whole way from a file to regions on its upright pixels, with a model whose true regions are
/// known.
class ClueRegionsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void everyOrientationLeadsToTheSamePlace_data();
    void everyOrientationLeadsToTheSamePlace();
    void sizesAndCropsLeadToThePlace_data();
    void sizesAndCropsLeadToThePlace();
    void sentencesSayHowTheyWereTied();
    void domineeringSinksLeaveNoRegion();
    void removingTheRegionIsNoticed();
    void otherRegionsAreNotTied();
    void checksAreRepeatableAndCanBeCancelled();
    void onlyTheExaminedFileIsChecked();

  private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    Result<Examination> examined(const std::string& name) {
        return examineFile(folder() / name, *m_engine, {}, {}, {});
    }
    Result<Examination> checked(const std::string& name, const Examination& examination) {
        return checkFile(folder() / name, examination, {}, *m_engine, {}, {}, {});
    }

    QTemporaryDir m_folder;
    std::unique_ptr<FakeVlmEngine> m_engine;
};

void ClueRegionsTest::initTestCase() {
    std::filesystem::create_directory(folder() / "model");
    const auto written = tests::writePointingCheckpoint(folder() / "model");
    QVERIFY2(written.has_value(), written ? "" : written.error().message.c_str());
    m_engine = std::make_unique<FakeVlmEngine>(
        FakeVlmEngine::Options{folder() / "model", "", {}, 60, 0, model::PromptForm::Chat});
    QVERIFY(m_engine->prepare({}, {}).has_value());
    tests::PatternPicture picture;
    picture.upright = {108, 12, 60, 60};
    picture.level = {12, 108, 60, 60};
    tests::writeFile(m_folder, "clean.png", tests::pngBytes(imageOf(picture)));
    picture.sinks = {{24, 24, 24, 24}};
    tests::writeFile(m_folder, "both.png", tests::pngBytes(imageOf(picture)));
}

void ClueRegionsTest::everyOrientationLeadsToTheSamePlace_data() {
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation)
        QTest::addRow("orientation %d", orientation) << orientation;
}

void ClueRegionsTest::everyOrientationLeadsToTheSamePlace() {
    QFETCH(int, orientation);
    tests::PatternPicture picture;
    picture.width = 320;
    picture.height = 208; // cropped to 55 ... 265
    picture.upright = {182, 13, 65, 65};
    picture.level = {75, 120, 65, 65};
    const image::Image stored = storedFor(imageOf(picture), orientation);
    const std::string name = "turned" + std::to_string(orientation) + ".jpg";
    tests::writeFile(m_folder, name, tests::jpegWithOrientation(stored, orientation));
    const auto examination = examined(name);
    QVERIFY2(examination.has_value(), examination ? "" : examination.error().message.c_str());
    QCOMPARE(examination->source.width, 320);
    QCOMPARE(examination->source.height, 208);
    QCOMPARE(examination->source.orientation, orientation);
    QCOMPARE(examination->notExamined, (std::vector<Rect>{{0, 0, 55, 208}, {265, 0, 55, 208}}));
    const Clue* texture = clueStarting(*examination, "Texture");
    const Clue* shadow = clueStarting(*examination, "Shadow");
    QVERIFY(texture && shadow);
    QVERIFY2(isAt(*texture, picture.upright), qPrintable(inWords(*texture)));
    QVERIFY2(isAt(*shadow, picture.level), qPrintable(inWords(*shadow)));
    QCOMPARE(QString::fromStdString(texture->text),
             QString("Texture around northeast looks smooth!"));
    QCOMPARE(QString::fromStdString(shadow->text), QString("Shadow beside bottomleft seems wrong"));
}

void ClueRegionsTest::sizesAndCropsLeadToThePlace_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    for (const auto& [width, height] :
         {std::pair(192, 192), std::pair(301, 257), std::pair(257, 301), std::pair(1001, 667),
          std::pair(129, 400)})
        QTest::addRow("%dx%d", width, height) << width << height;
}

void ClueRegionsTest::sizesAndCropsLeadToThePlace() {
    QFETCH(int, width);
    QFETCH(int, height);
    tests::PatternPicture picture;
    picture.width = width;
    picture.height = height;
    const int side = std::min(width, height);
    const Rect seen{(width - side) / 2, (height - side) / 2, side, side};
    const int size = side * 5 / 16;
    picture.upright = {seen.x + side / 16, seen.y + side / 16, size, size};
    picture.level = {seen.x + side * 10 / 16, seen.y + side * 10 / 16, size, size};
    const std::string name = std::to_string(width) + "x" + std::to_string(height) + ".png";
    tests::writeFile(m_folder, name, tests::pngBytes(imageOf(picture)));
    const auto examination = examined(name);
    QVERIFY2(examination.has_value(), examination ? "" : examination.error().message.c_str());
    const Clue* texture = clueStarting(*examination, "Texture");
    const Clue* shadow = clueStarting(*examination, "Shadow");
    QVERIFY(texture && shadow);
    QVERIFY2(isAt(*texture, picture.upright), qPrintable(inWords(*texture)));
    QVERIFY2(isAt(*shadow, picture.level), qPrintable(inWords(*shadow)));
    for (const Clue* clue : {texture, shadow})
        for (const Region& region : clue->regions)
            for (const Rect& unseen : examination->notExamined)
                QVERIFY(intersection(region.box, unseen).isEmpty());
}

void ClueRegionsTest::sentencesSayHowTheyWereTied() {
    const auto examination = examined("clean.png");
    QVERIFY(examination.has_value());
    const Clue* texture = clueStarting(*examination, "Texture");
    const Clue* mood = clueStarting(*examination, "Overall");
    QVERIFY(texture && texture->grounding && texture->map);
    QCOMPARE(texture->grounding->method, std::string("attention"));
    QCOMPARE(texture->grounding->extent, GroundingExtent::Regions);
    QCOMPARE(texture->grounding->status, RegionStatus::Unchecked);
    QCOMPARE(texture->grounding->numbers.at("sink_tokens"), 0.0);
    QVERIFY(hasOutline(*texture));
    QVERIFY(mood && mood->grounding);
    QCOMPARE(mood->grounding->extent, GroundingExtent::WholeImage);
    QVERIFY(mood->regions.empty() && !mood->map);
    const auto withSink = examined("both.png");
    QVERIFY(withSink.has_value());
    QCOMPARE(clueStarting(*withSink, "Texture")->grounding->numbers.at("sink_tokens"), 1.0);
    QCOMPARE(clueStarting(*withSink, "Overall")->grounding->extent, GroundingExtent::NotTied);
}

void ClueRegionsTest::domineeringSinksLeaveNoRegion() {
    std::filesystem::create_directory(folder() / "sinks");
    tests::PointingCheckpoint options;
    options.sinkPull = 2.5;
    QVERIFY(tests::writePointingCheckpoint(folder() / "sinks", options).has_value());
    FakeVlmEngine engine({folder() / "sinks", "", {}, 60, 0, model::PromptForm::Chat});
    QVERIFY(engine.prepare({}, {}).has_value());
    const auto examination = examineFile(folder() / "both.png", engine, {}, {}, {});
    QVERIFY(examination.has_value());
    const Clue* texture = clueStarting(*examination, "Texture");
    QVERIFY(texture && texture->grounding);
    QCOMPARE(texture->grounding->extent, GroundingExtent::NotTied);
    QVERIFY(texture->regions.empty());
}

void ClueRegionsTest::removingTheRegionIsNoticed() {
    const auto examination = examined("clean.png");
    QVERIFY(examination.has_value());
    const auto after = checked("clean.png", *examination);
    QVERIFY2(after.has_value(), after ? "" : after.error().message.c_str());
    for (const char* start : {"Texture", "Shadow"}) {
        const Clue* clue = clueStarting(*after, start);
        QVERIFY(clue && clue->grounding);
        QVERIFY2(clue->grounding->status == RegionStatus::Supported, qPrintable(inWords(*clue)));
        QCOMPARE(clue->grounding->numbers.at("controls"), 19.0);
        QVERIFY(clue->grounding->numbers.at("sentence_blur") > 0.1);
        QVERIFY(clue->grounding->numbers.at("sentence_mean") > 0.1);
    }
    QCOMPARE(clueStarting(*after, "Overall")->grounding->status, RegionStatus::Unchecked);
    QVERIFY(after->timingMs.contains("check"));
}

void ClueRegionsTest::otherRegionsAreNotTied() {
    auto examination = examined("both.png");
    QVERIFY(examination.has_value());
    for (Clue& clue : examination->clues) {
        if (clue.text.starts_with("Texture"))
            clue.regions = {{{12, 108, 60, 60}, {}, 1}}; // the other pattern
        if (clue.text.starts_with("Overall"))
            clue.regions = {{{108, 12, 60, 60}, {}, 1}};
    }
    const auto after = checked("both.png", *examination);
    QVERIFY(after.has_value());
    for (const char* start : {"Texture", "Overall"}) {
        const Clue* clue = clueStarting(*after, start);
        QVERIFY2(clue->grounding->status == RegionStatus::NotTied, qPrintable(inWords(*clue)));
        QVERIFY(!hasOutline(*clue));
    }
}

void ClueRegionsTest::checksAreRepeatableAndCanBeCancelled() {
    const auto examination = examined("both.png");
    QVERIFY(examination.has_value());
    const auto once = checked("both.png", *examination);
    const auto again = checked("both.png", *once);
    QVERIFY(once && again);
    QVERIFY(once->clues == again->clues);
    std::stop_source stop;
    EngineCallbacks callbacks;
    int reports = 0;
    callbacks.progress = [&](std::string_view stage, double fraction) {
        QCOMPARE(stage, std::string_view("check"));
        QVERIFY(fraction >= 0 && fraction <= 1);
        if (++reports == 5)
            stop.request_stop();
    };
    const auto cancelled = checkFile(folder() / "both.png", *examination, {}, *m_engine, {},
                                     callbacks, stop.get_token());
    QVERIFY(!cancelled.has_value());
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    // The model can be asked as before.
    QCOMPARE(*examined("both.png")->answer, *examination->answer);
}

void ClueRegionsTest::onlyTheExaminedFileIsChecked() {
    auto examination = examined("both.png");
    QVERIFY(examination.has_value());
    examination->source.sha256 = std::string(64, '0');
    QCOMPARE(checked("both.png", *examination).error().code, ErrorCode::InvalidArgument);
    examination->engine.modelSha256 = std::string(64, '0');
    QCOMPARE(checked("both.png", *examination).error().code, ErrorCode::EngineUnavailable);
}

QTEST_GUILESS_MAIN(ClueRegionsTest)
#include "clue_regions_test.moc"
