// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grounding/placement.h"
#include "core/model/vision_language_model.h"
#include "tests/support/pointing_checkpoint.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace core;
using namespace core::model;

namespace {

struct Loaded {
    QTemporaryDir folder;
    std::unique_ptr<VisionLanguageModel> model;
    std::string failure;

    explicit Loaded(const tests::PointingCheckpoint& options = {}) {
        const std::filesystem::path path = folder.path().toStdString();
        if (auto written = tests::writePointingCheckpoint(path, options); !written) {
            failure = written.error().message;
            return;
        }
        auto loaded = VisionLanguageModel::load(path, {}, {}, {});
        if (loaded)
            model = std::move(*loaded);
        else
            failure = loaded.error().message;
    }
};

/// The sentences of the answer, and the opening one.
struct Told {
    Answer answer;
    TextRange opening;
    std::vector<TextRange> sentences;
    std::vector<SentenceMap> maps;
};

Result<Told> told(VisionLanguageModel& model, const tests::PatternPicture& picture,
                  GroundingMethod method) {
    const auto pixels = picture.pixels();
    GenerationOptions options;
    options.maxNewTokens = 60;
    options.grounding = method;
    options.form = PromptForm::Chat; // its weights wait for the colon
    auto answer = model.ask(tests::viewOf(picture, pixels), "", options, {}, {});
    if (!answer)
        return tl::unexpected(answer.error());
    Told result{std::move(*answer), {}, {}, {}};
    std::size_t begin = 0;
    const std::string& text = result.answer.text;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != '.' && text[i] != '!' && text[i] != '\n')
            continue;
        const TextRange range{begin, std::min(i + 1, text.size())};
        begin = i + 1;
        if (result.opening.end == 0)
            result.opening = range;
        else if (range.begin < range.end)
            result.sentences.push_back(range);
    }
    result.maps = result.answer.attention->maps(result.sentences, result.opening);
    return result;
}

/// Whether a map's largest value lies in a box of the picture.
bool pointsInto(const SentenceMap& map, const Rect& box, int pictureSide) {
    const auto peak = std::ranges::max_element(map.values) - map.values.begin();
    const double x = (static_cast<double>(peak % map.columns) + 0.5) * pictureSide / map.columns;
    const double y = (static_cast<double>(peak / map.columns) + 0.5) * pictureSide / map.rows;
    return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

/// Hits and tries of the two sentences that have a place.
struct Score {
    int hits = 0;
    int tries = 0;
    int boxesHit = 0;   ///< the best box overlaps its pattern, by 0.3 over union at least
    double overlap = 0; ///< of the best boxes, sum
    int notTied = 0;
};

Rect bestBox(const SentenceMap& map, const InputGeometry& g, const tests::PatternPicture& picture) {
    const auto placement =
        grounding::placed({map.columns, map.rows, map.values},
                          {picture.width, picture.height, g.resizedWidth, g.resizedHeight, g.cropX,
                           g.cropY, g.width, g.height});
    return placement.regions.empty() ? Rect() : placement.regions.front().box;
}

Score scored(GroundingMethod method, const tests::PointingCheckpoint& options, int sinks,
             std::uint32_t pictures) {
    Score score;
    const Loaded loaded(options);
    for (std::uint32_t seed = 1; loaded.model && seed <= pictures; ++seed) {
        const auto picture = tests::seededPattern(options.seed * 100 + seed, sinks);
        const auto result = told(*loaded.model, picture, method);
        if (!result || result->maps.size() < 2)
            continue;
        for (const auto& [index, box] : {std::pair(std::size_t{0}, picture.upright),
                                         std::pair(std::size_t{1}, picture.level)}) {
            const SentenceMap& map = result->maps[index];
            ++score.tries;
            score.hits += pointsInto(map, box, picture.width) ? 1 : 0;
            score.notTied += map.sinkShare > 0.5 ? 1 : 0;
            const double overlap =
                intersectionOverUnion(bestBox(map, result->answer.geometry, picture), box);
            score.overlap += overlap;
            score.boxesHit += overlap >= 0.3 ? 1 : 0;
        }
    }
    return score;
}

QString inWords(const Score& score) {
    return QString("%1 of %2 point, %3 boxes (mean overlap %5), %4 not tied")
        .arg(score.hits)
        .arg(score.tries)
        .arg(score.boxesHit)
        .arg(score.notTied)
        .arg(score.overlap / std::max(1, score.tries));
}

} // namespace

/// What is known: the model looks at upright stripes in its second sentence, at level ones in its
/// third, at nothing in its last, and at sinks always.
class PointingTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void modelReadsTheQuadrantsThroughItsLooks();
    void attentionPointsIntoThePattern_data();
    void attentionPointsIntoThePattern();
    void methodsBesideEachOther_data();
    void methodsBesideEachOther();
    void plantedSinksDoNotWin();
    void domineeringSinksAreSaidSo();
    void sentenceAboutNothingIsNotSpecific();
    void answersAreTheSameWithAndWithoutGrounding();
    void furtherLooksAtTheSamePictureKnowItsSinks();
};

void PointingTest::modelReadsTheQuadrantsThroughItsLooks() {
    const Loaded loaded;
    QVERIFY2(loaded.model, loaded.failure.c_str());
    tests::PatternPicture picture;
    picture.upright = {108, 12, 60, 60};
    picture.level = {12, 120, 54, 54};
    const auto result = told(*loaded.model, picture, GroundingMethod::Attention);
    QVERIFY(result.has_value());
    QCOMPARE(result->answer.text,
             std::string("This is a fake image. Texture around northeast looks smooth! Shadow "
                         "beside bottomleft seems wrong\n Overall mood feels odd"));
    QVERIFY(result->answer.isComplete);
    QVERIFY(result->answer.likelihood.pFake > 0.9);
    tests::PatternPicture plain;
    const auto real = told(*loaded.model, plain, GroundingMethod::Attention);
    QVERIFY(real.has_value());
    QVERIFY(real->answer.text.starts_with("This is a real image."));
    QVERIFY(real->answer.likelihood.pFake < 0.3);
}

void PointingTest::attentionPointsIntoThePattern_data() {
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("sinks");
    for (const int seed : {1, 2, 3, 4, 5})
        for (const int sinks : {0, 3})
            QTest::addRow("weights %d, %d sinks", seed, sinks) << seed << sinks;
}

void PointingTest::attentionPointsIntoThePattern() {
    QFETCH(int, seed);
    QFETCH(int, sinks);
    tests::PointingCheckpoint options;
    options.seed = static_cast<std::uint32_t>(seed);
    const Score score = scored(GroundingMethod::Attention, options, sinks, 10);
    QVERIFY2(score.tries == 20 && score.hits >= 19, qPrintable(inWords(score)));
    QVERIFY2(score.boxesHit >= 16, qPrintable(inWords(score)));
    QVERIFY2(score.notTied <= 1, qPrintable(inWords(score)));
}

void PointingTest::methodsBesideEachOther_data() {
    QTest::addColumn<int>("method");
    QTest::newRow("attention") << static_cast<int>(GroundingMethod::Attention);
    QTest::newRow("mean attention") << static_cast<int>(GroundingMethod::MeanAttention);
    QTest::newRow("rollout") << static_cast<int>(GroundingMethod::Rollout);
    QTest::newRow("logit lens") << static_cast<int>(GroundingMethod::LogitLens);
}

void PointingTest::methodsBesideEachOther() {
    QFETCH(int, method);
    Score all;
    for (std::uint32_t seed = 11; seed <= 15; ++seed) {
        tests::PointingCheckpoint options;
        options.seed = seed;
        const Score score = scored(static_cast<GroundingMethod>(method), options, 3, 10);
        all.hits += score.hits;
        all.tries += score.tries;
        all.boxesHit += score.boxesHit;
        all.overlap += score.overlap;
        all.notTied += score.notTied;
    }
    qInfo("%s", qPrintable(inWords(all)));
    QCOMPARE(all.tries, 100);
    QVERIFY(all.hits >= 90);
}

void PointingTest::plantedSinksDoNotWin() {
    const Loaded loaded;
    QVERIFY(loaded.model);
    for (std::uint32_t seed = 20; seed < 30; ++seed) {
        const auto picture = tests::seededPattern(seed, 4);
        const auto result = told(*loaded.model, picture, GroundingMethod::Attention);
        QVERIFY(result.has_value());
        for (const SentenceMap& map : result->maps) {
            QCOMPARE(map.sinkTokens, 4);
            for (const Rect& sink : picture.sinks)
                QVERIFY(!pointsInto(map, sink, picture.width) || map.specificShare < 0.1);
        }
        // Without the choice of heads and sinks they would: they get most of the attention.
        auto bare = result->answer.attention->withoutHeads();
        bare.setSinks(std::vector<char>(64, 0));
        const auto maps = bare.maps(result->sentences, {});
        QVERIFY(maps.size() >= 2);
    }
}

void PointingTest::domineeringSinksAreSaidSo() {
    tests::PointingCheckpoint options;
    options.sinkPull = 2.5;
    const Score score = scored(GroundingMethod::Attention, options, 2, 6);
    QVERIFY2(score.tries == 12 && score.notTied == 12, qPrintable(inWords(score)));
}

void PointingTest::sentenceAboutNothingIsNotSpecific() {
    const Loaded loaded;
    QVERIFY(loaded.model);
    for (std::uint32_t seed = 1; seed < 8; ++seed) {
        const auto result =
            told(*loaded.model, tests::seededPattern(seed, 1), GroundingMethod::Attention);
        QVERIFY(result && result->maps.size() == 3);
        QVERIFY(result->maps[0].specificShare > 0.2);
        QVERIFY(result->maps[1].specificShare > 0.2);
        QVERIFY(result->maps[2].specificShare < 0.05);
    }
}

void PointingTest::answersAreTheSameWithAndWithoutGrounding() {
    const Loaded grounded;
    const Loaded plain;
    QVERIFY(grounded.model && plain.model);
    const auto picture = tests::seededPattern(4, 2);
    const auto with = told(*grounded.model, picture, GroundingMethod::Attention);
    const auto pixels = picture.pixels();
    GenerationOptions options;
    options.form = PromptForm::Chat;
    options.maxNewTokens = 60;
    const auto without = plain.model->ask(tests::viewOf(picture, pixels), "", options, {}, {});
    QVERIFY(with && without);
    QCOMPARE(with->answer.tokenIds, without->tokenIds);
    QVERIFY(!without->attention);
}

void PointingTest::furtherLooksAtTheSamePictureKnowItsSinks() {
    const Loaded loaded;
    QVERIFY(loaded.model);
    const auto picture = tests::seededPattern(9, 3);
    for (int look = 0; look < 2; ++look) {
        const auto result = told(*loaded.model, picture, GroundingMethod::Attention);
        QVERIFY(result.has_value());
        QCOMPARE(result->maps.front().sinkTokens, 3);
    }
}

QTEST_GUILESS_MAIN(PointingTest)
#include "pointing_test.moc"
