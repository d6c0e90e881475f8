// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vision_language_model.h"

#include "core/model/checkpoint/safetensors.h"
#include "core/model/quantization/quantize_checkpoint.h"
#include "tests/support/tiny_checkpoint.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace core;
using namespace core::model;

namespace {

/// Seeded noise, B, G, R.
struct NoisePicture {
    std::vector<std::uint8_t> bytes;
    PixelView view;

    NoisePicture(int width, int height, std::uint32_t seed)
        : bytes(static_cast<std::size_t>(width) * height * 3),
          view{bytes.data(), width, height, static_cast<std::ptrdiff_t>(width) * 3} {
        for (auto& byte : bytes) {
            seed = seed * 1664525U + 1013904223U;
            byte = static_cast<std::uint8_t>(seed >> 24U);
        }
    }
};

/// A checkpoint folder that vanishes with its model.
struct Loaded {
    QTemporaryDir folder;
    std::unique_ptr<VisionLanguageModel> model;
    std::string failure;

    /// @param bits  to quantize the checkpoint to; 0: not
    explicit Loaded(const tests::TinyCheckpoint& options = {},
                    WeightPrecision precision = WeightPrecision::Float32, int bits = 0) {
        std::filesystem::path path = folder.path().toStdString();
        if (auto written = tests::writeTinyCheckpoint(path, options); !written) {
            failure = written.error().message;
            return;
        }
        if (bits > 0) {
            const auto made = quantizeCheckpoint({path, path / "quantized", bits}, {}, {});
            if (!made) {
                failure = made.error().message;
                return;
            }
            path /= "quantized";
        }
        LoadOptions load;
        load.precision = precision;
        auto loaded = VisionLanguageModel::load(path, load, {}, {});
        if (loaded)
            model = std::move(*loaded);
        else
            failure = loaded.error().message;
    }
};

struct Trace {
    Answer answer;
    std::vector<float> logits;
};

Result<Trace> traced(VisionLanguageModel& model, const PixelView& picture, int rowsPerPass = 128) {
    QTemporaryDir out;
    const std::filesystem::path path = out.path().toStdString();
    GenerationOptions options;
    options.maxNewTokens = 12;
    options.rowsPerPass = rowsPerPass;
    auto answer = model.trace(picture, "", options, path, {}, {});
    if (!answer)
        return tl::unexpected(answer.error());
    const auto file = SafetensorsFile::open(path / "trace.safetensors");
    if (!file)
        return tl::unexpected(file.error());
    Trace trace{std::move(*answer), {}};
    const auto bytes = file->bytes(file->tensors().at("prefill_logits"));
    trace.logits.resize(bytes.size() / sizeof(float));
    std::memcpy(trace.logits.data(), bytes.data(), bytes.size());
    return trace;
}

double difference(const Trace& a, const Trace& b) {
    if (a.logits.size() != b.logits.size())
        return INFINITY;
    double largest = std::max(std::abs(a.answer.likelihood.logFake - b.answer.likelihood.logFake),
                              std::abs(a.answer.likelihood.logReal - b.answer.likelihood.logReal));
    for (std::size_t i = 0; i < a.logits.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(a.logits[i]) - b.logits[i]));
    return largest;
}

/// Where the model looked during the whole answer.
std::vector<float> mapOf(const Answer& answer) {
    const TextRange all{0, answer.text.size()};
    return answer.attention->maps({&all, 1}, {}).front().values;
}

GenerationOptions shortAnswer(int tokens = 10) {
    GenerationOptions options;
    options.maxNewTokens = tokens;
    return options;
}

} // namespace

/// Properties that hold for any weights, checked on a checkpoint made here.
class VisionLanguageModelTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void layoutsOfTheSameWeightsAnswerAlike_data();
    void layoutsOfTheSameWeightsAnswerAlike();
    void otherWeightsAnswerDifferently();
    void promptReadInPiecesIsThePromptReadAtOnce();
    void probabilityIsKnownBeforeTheFirstWord();
    void piecesTogetherAreTheAnswer();
    void askingAgainReusesWhatWasRead();
    void furtherQuestionsReuseTheConversation();
    void earlierPicturesAreRememberedAsFarAsAllowed();
    void picturesAnsweredTogetherAreThosePicturesAlone_data();
    void picturesAnsweredTogetherAreThosePicturesAlone();
    void answersGoOnWhileAnotherPictureIsRead();
    void oneOfSeveralAnswersCanBeCancelled();
    void samplingIsRepeatable();
    void seenPartIsTheCenter();
    void everyStageCanBeCancelled_data();
    void everyStageCanBeCancelled();
    void cancelledLoadLeavesNothing();
    void impossibleRequestsAreRefused();
};

void VisionLanguageModelTest::layoutsOfTheSameWeightsAnswerAlike_data() {
    QTest::addColumn<QString>("layout");
    for (const char* layout : {"new names", "shards", "fp16", "bf16", "fp16 as stored",
                               "bf16 as stored", "tied head", "repeated heads", "neutral scaling"})
        QTest::newRow(layout) << layout;
}

void VisionLanguageModelTest::layoutsOfTheSameWeightsAnswerAlike() {
    QFETCH(QString, layout);
    tests::TinyCheckpoint plain;
    tests::TinyCheckpoint other;
    auto precision = WeightPrecision::Float32;
    other.hasNewNames = layout == "new names" || layout == "shards";
    other.isSharded = layout == "shards";
    if (layout.startsWith("fp16"))
        other.stored = DataType::F16;
    if (layout.startsWith("bf16"))
        other.stored = DataType::BF16;
    if (layout.endsWith("as stored"))
        precision = WeightPrecision::AsStored;
    other.hasTiedHead = plain.hasEqualHead = layout == "tied head";
    if (layout == "repeated heads") {
        plain.distinctKeyValueHeads = 2; // four heads, two of each kind
        other.keyValueHeads = other.distinctKeyValueHeads = 2;
    }
    if (layout == "neutral scaling")
        other.ropeScaling = R"({"rope_type": "linear", "factor": 1.0})";
    const Loaded a(plain);
    const Loaded b(other, precision);
    QVERIFY2(a.model && b.model, (a.failure + b.failure).c_str());
    const NoisePicture picture(50, 40, 5);
    const auto traceA = traced(*a.model, picture.view);
    const auto traceB = traced(*b.model, picture.view);
    QVERIFY(traceA && traceB);
    QVERIFY2(difference(*traceA, *traceB) < 1e-4,
             qPrintable(QString::number(difference(*traceA, *traceB))));
    QCOMPARE(traceB->answer.tokenIds, traceA->answer.tokenIds);
    QCOMPARE(b.model->describe().precision == "fp32", precision == WeightPrecision::Float32);
}

void VisionLanguageModelTest::otherWeightsAnswerDifferently() {
    const Loaded a;
    tests::TinyCheckpoint otherSeed;
    otherSeed.seed = 2;
    const Loaded b(otherSeed);
    tests::TinyCheckpoint stretched;
    stretched.ropeScaling = R"({"type": "linear", "factor": 4.0})";
    const Loaded c(stretched);
    QVERIFY(a.model && b.model && c.model);
    const NoisePicture picture(50, 40, 5);
    const NoisePicture otherPicture(50, 40, 6);
    const auto trace = traced(*a.model, picture.view);
    QVERIFY(trace.has_value());
    QVERIFY(difference(*trace, *traced(*b.model, picture.view)) > 1e-2);
    QVERIFY(difference(*trace, *traced(*c.model, picture.view)) > 1e-2);
    QVERIFY(difference(*trace, *traced(*a.model, otherPicture.view)) > 1e-3);
}

void VisionLanguageModelTest::promptReadInPiecesIsThePromptReadAtOnce() {
    const NoisePicture picture(50, 40, 5);
    const Loaded whole;
    QVERIFY(whole.model);
    const auto expected = traced(*whole.model, picture.view);
    QVERIFY(expected.has_value());
    for (const int rows : {1, 5, 17}) {
        const Loaded pieces;
        QVERIFY(pieces.model);
        const auto trace = traced(*pieces.model, picture.view, rows);
        QVERIFY(trace.has_value());
        QVERIFY(difference(*trace, *expected) < 1e-4);
        QCOMPARE(trace->answer.tokenIds, expected->answer.tokenIds);
    }
}

void VisionLanguageModelTest::probabilityIsKnownBeforeTheFirstWord() {
    const Loaded loaded;
    QVERIFY(loaded.model);
    const NoisePicture picture(50, 40, 5);
    std::vector<std::string> events;
    AnswerCallbacks callbacks;
    callbacks.likelihood = [&](const VerdictLikelihood& likelihood) {
        QVERIFY(likelihood.pFake >= 0 && likelihood.pFake <= 1);
        QVERIFY(likelihood.logFake < 0 && likelihood.logReal < 0);
        events.emplace_back("likelihood");
    };
    callbacks.piece = [&](std::string_view) { events.emplace_back("piece"); };
    const auto answer = loaded.model->ask(picture.view, "", shortAnswer(), callbacks, {});
    QVERIFY(answer.has_value());
    QCOMPARE(events.front(), std::string("likelihood"));
    QCOMPARE(std::ranges::count(events, "likelihood"), 1);
    const auto& likelihood = answer->likelihood;
    QCOMPARE(likelihood.pFake, 1 / (1 + std::exp(likelihood.logReal - likelihood.logFake)));
}

void VisionLanguageModelTest::piecesTogetherAreTheAnswer() {
    const Loaded loaded;
    QVERIFY(loaded.model);
    const NoisePicture picture(50, 40, 9);
    std::string text;
    AnswerCallbacks callbacks;
    callbacks.piece = [&](std::string_view piece) {
        QVERIFY(
            QString::fromUtf8(piece.data(), static_cast<qsizetype>(piece.size())).toStdString() ==
            piece);
        text += piece;
    };
    const auto answer = loaded.model->ask(picture.view, "", shortAnswer(40), callbacks, {});
    QVERIFY(answer.has_value());
    QCOMPARE(text, answer->text);
    QVERIFY(answer->tokenIds.size() == 40 || answer->isComplete);
}

void VisionLanguageModelTest::askingAgainReusesWhatWasRead() {
    const Loaded loaded;
    QVERIFY(loaded.model);
    const NoisePicture picture(50, 40, 5);
    // One form for both questions: prompts of different forms share no beginning.
    GenerationOptions options = shortAnswer();
    options.form = PromptForm::Chat;
    const auto first = loaded.model->ask(picture.view, "", options, {}, {});
    const auto again = loaded.model->ask(picture.view, "", options, {}, {});
    QVERIFY(first && again);
    QVERIFY(first->reusedTokens < 16); // the words before the picture at most
    QCOMPARE(again->reusedTokens, again->promptTokens);
    QCOMPARE(again->tokenIds, first->tokenIds);
    QVERIFY(again->likelihood.logFake == first->likelihood.logFake);
    const auto similar =
        loaded.model->ask(picture.view, "Does the fur looks real", options, {}, {});
    QVERIFY(similar.has_value());
    QVERIFY(similar->reusedTokens > 16); // the picture and the words before the difference
    QVERIFY(similar->reusedTokens < similar->promptTokens);
    const NoisePicture other(50, 40, 6);
    const auto otherAnswer = loaded.model->ask(other.view, "", shortAnswer(), {}, {});
    QVERIFY(otherAnswer.has_value());
    QVERIFY(otherAnswer->reusedTokens < 16);
    const Loaded fresh;
    QCOMPARE(fresh.model->ask(other.view, "", shortAnswer(), {}, {})->tokenIds,
             otherAnswer->tokenIds);
}

void VisionLanguageModelTest::furtherQuestionsReuseTheConversation() {
    const Loaded loaded;
    QVERIFY(loaded.model);
    QCOMPARE(loaded.model->askFurther("Why", shortAnswer(), {}, {}).error().code,
             ErrorCode::InvalidArgument);
    const NoisePicture picture(50, 40, 5);
    const auto first = loaded.model->ask(picture.view, "", shortAnswer(), {}, {});
    const auto further = loaded.model->askFurther("Where is the fur", shortAnswer(), {}, {});
    QVERIFY(first && further);
    // All but the last token of the answer have been read.
    QVERIFY(further->reusedTokens >=
            first->promptTokens + static_cast<int>(first->tokenIds.size()) - 1);
    QVERIFY(further->promptTokens > further->reusedTokens);
    QCOMPARE(further->likelihood.pFake, first->likelihood.pFake);
    // The same conversation with the prompt read in other pieces.
    const Loaded other;
    auto options = shortAnswer();
    options.rowsPerPass = 3;
    QVERIFY(other.model->ask(picture.view, "", options, {}, {}).has_value());
    QCOMPARE(other.model->askFurther("Where is the fur", options, {}, {})->tokenIds,
             further->tokenIds);
}

void VisionLanguageModelTest::earlierPicturesAreRememberedAsFarAsAllowed() {
    const Loaded loaded;
    QVERIFY2(loaded.model, loaded.failure.c_str());
    loaded.model->setKeptConversations(2);
    std::vector<Answer> answers;
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        const NoisePicture picture(50, 40, seed);
        auto answer = loaded.model->ask(picture.view, "", shortAnswer(), {}, {});
        QVERIFY(answer.has_value());
        answers.push_back(std::move(*answer));
    }
    QVERIFY(!loaded.model->remembers(answers[0].conversation));
    const auto forgotten =
        loaded.model->askFurther(answers[0].conversation, "Why?", shortAnswer(), {}, {});
    QVERIFY(!forgotten);
    QCOMPARE(forgotten.error().code, ErrorCode::InvalidArgument);
    const auto further =
        loaded.model->askFurther(answers[1].conversation, "Why?", shortAnswer(), {}, {});
    QVERIFY(further.has_value());
    QVERIFY(further->reusedTokens >= answers[1].promptTokens);

    // The same words as without anything in between.
    const Loaded other;
    const NoisePicture second(50, 40, 2);
    QVERIFY(other.model->ask(second.view, "", shortAnswer(), {}, {}).has_value());
    const auto expected = other.model->askFurther("Why?", shortAnswer(), {}, {});
    QVERIFY(expected.has_value());
    QCOMPARE(further->tokenIds, expected->tokenIds);
}

void VisionLanguageModelTest::picturesAnsweredTogetherAreThosePicturesAlone_data() {
    QTest::addColumn<int>("precision");
    QTest::addColumn<bool>("isGrouped");
    QTest::addColumn<int>("bits");
    QTest::newRow("float32") << static_cast<int>(WeightPrecision::Float32) << false << 0;
    QTest::newRow("as stored") << static_cast<int>(WeightPrecision::AsStored) << true << 0;
    QTest::newRow("8 bit") << static_cast<int>(WeightPrecision::AsStored) << false << 8;
    QTest::newRow("4 bit, grouped") << static_cast<int>(WeightPrecision::AsStored) << true << 4;
}

void VisionLanguageModelTest::picturesAnsweredTogetherAreThosePicturesAlone() {
    QFETCH(int, precision);
    QFETCH(bool, isGrouped);
    QFETCH(int, bits);
    tests::TinyCheckpoint options;
    if (isGrouped)
        options.keyValueHeads = options.distinctKeyValueHeads = 2;
    const Loaded loaded(options, static_cast<WeightPrecision>(precision), bits);
    QVERIFY2(loaded.model, loaded.failure.c_str());
    constexpr int kPictures = 5;
    const auto lengthened = [](int picture) {
        GenerationOptions generation = shortAnswer(6 + 5 * picture);
        generation.grounding = GroundingMethod::Attention;
        return generation;
    };
    std::vector<Answer> alone;
    for (std::uint32_t seed = 0; seed < kPictures; ++seed) {
        const NoisePicture picture(60, 40, seed);
        auto answer =
            loaded.model->ask(picture.view, "", lengthened(static_cast<int>(seed)), {}, {});
        QVERIFY(answer.has_value());
        alone.push_back(std::move(*answer));
    }
    std::map<ConversationId, int> places;
    std::map<int, Answer> together;
    int next = 0;
    // Three at a time: a finished one leaves, a waiting one joins.
    while (together.size() < kPictures) {
        while (loaded.model->writing() < 3 && next < kPictures) {
            const NoisePicture picture(60, 40, static_cast<std::uint32_t>(next));
            const auto id = loaded.model->begin(picture.view, "", lengthened(next), {}, {});
            QVERIFY(id.has_value());
            places[*id] = next++;
        }
        for (auto& written : loaded.model->advance()) {
            QVERIFY(written.answer.has_value());
            together[places.at(written.conversation)] = std::move(*written.answer);
        }
    }
    for (int i = 0; i < kPictures; ++i) {
        QCOMPARE(together[i].tokenIds, alone[static_cast<std::size_t>(i)].tokenIds);
        QCOMPARE(together[i].text, alone[static_cast<std::size_t>(i)].text);
        QVERIFY(together[i].likelihood.logFake ==
                alone[static_cast<std::size_t>(i)].likelihood.logFake);
        QCOMPARE(mapOf(together[i]), mapOf(alone[static_cast<std::size_t>(i)]));
    }
}

void VisionLanguageModelTest::answersGoOnWhileAnotherPictureIsRead() {
    const Loaded loaded;
    QVERIFY2(loaded.model, loaded.failure.c_str());
    GenerationOptions options = shortAnswer(40);
    options.rowsPerPass = 4;
    int pieces = 0;
    AnswerCallbacks listening;
    listening.piece = [&](std::string_view) { ++pieces; };
    const NoisePicture first(50, 40, 1);
    const NoisePicture second(50, 40, 2);
    QVERIFY(loaded.model->begin(first.view, "", options, listening, {}).has_value());
    QCOMPARE(pieces, 0);
    QVERIFY(loaded.model->begin(second.view, "", options, {}, {}).has_value());
    QVERIFY(pieces > 0);
    // Also while a question is read that is answered alone.
    pieces = 0;
    GenerationOptions reading = options;
    reading.maxNewTokens = 0;
    QVERIFY(loaded.model->ask(second.view, "Why?", reading, {}, {}).has_value());
    QVERIFY(pieces > 0);
    std::size_t done = 0;
    while (loaded.model->writing() > 0)
        done += loaded.model->advance().size();
    QCOMPARE(done + loaded.model->advance().size(), std::size_t{2});
}

void VisionLanguageModelTest::oneOfSeveralAnswersCanBeCancelled() {
    const Loaded loaded;
    QVERIFY2(loaded.model, loaded.failure.c_str());
    const NoisePicture first(50, 40, 1);
    const NoisePicture second(50, 40, 2);
    const auto expected = loaded.model->ask(second.view, "", shortAnswer(), {}, {});
    std::stop_source stop;
    const auto cancelledOne =
        loaded.model->begin(first.view, "", shortAnswer(), {}, stop.get_token());
    const auto other = loaded.model->begin(second.view, "", shortAnswer(), {}, {});
    QVERIFY(expected && cancelledOne && other);
    stop.request_stop();
    int ended = 0;
    while (ended < 2) {
        for (const auto& written : loaded.model->advance()) {
            ++ended;
            if (written.conversation == *other) {
                QVERIFY(written.answer.has_value());
                QCOMPARE(written.answer->tokenIds, expected->tokenIds);
            } else {
                QVERIFY(!written.answer);
                QCOMPARE(written.answer.error().code, ErrorCode::Cancelled);
            }
        }
    }
    QCOMPARE(loaded.model->writing(), 0);
}

void VisionLanguageModelTest::samplingIsRepeatable() {
    const Loaded loaded;
    QVERIFY(loaded.model);
    const NoisePicture picture(50, 40, 5);
    const auto ids = [&](double temperature, double topP, std::uint64_t seed) {
        GenerationOptions options = shortAnswer(16);
        options.temperature = temperature;
        options.topP = topP;
        options.seed = seed;
        return loaded.model->ask(picture.view, "", options, {}, {})->tokenIds;
    };
    const auto greedy = ids(0, 1, 1);
    QCOMPARE(ids(0, 1, 2), greedy);
    QCOMPARE(ids(1, 1e-9, 3), greedy); // only the likeliest token is left
    QCOMPARE(ids(1.5, 0.9, 3), ids(1.5, 0.9, 3));
    QVERIFY(ids(1.5, 1, 3) != ids(1.5, 1, 4));
}

void VisionLanguageModelTest::seenPartIsTheCenter() {
    const Loaded loaded;
    QVERIFY(loaded.model);
    const NoisePicture picture(112, 56, 5);
    const auto answer = loaded.model->ask(picture.view, "", shortAnswer(1), {}, {});
    QVERIFY(answer.has_value());
    QCOMPARE(answer->seen, (Rect{28, 0, 56, 56}));
}

void VisionLanguageModelTest::everyStageCanBeCancelled_data() {
    QTest::addColumn<QString>("stage");
    for (const char* stage : {"preprocess", "vision", "prefill", "answer"})
        QTest::newRow(stage) << stage;
}

void VisionLanguageModelTest::everyStageCanBeCancelled() {
    QFETCH(QString, stage);
    const Loaded loaded;
    const Loaded untouched;
    QVERIFY(loaded.model && untouched.model);
    const NoisePicture picture(50, 40, 5);
    std::stop_source stop;
    AnswerCallbacks callbacks;
    callbacks.progress = [&](std::string_view now, double) {
        if (QString::fromStdString(std::string(now)) == stage)
            stop.request_stop();
    };
    GenerationOptions options = shortAnswer();
    options.rowsPerPass = 4;
    const auto cancelled =
        loaded.model->ask(picture.view, "", options, callbacks, stop.get_token());
    QVERIFY(!cancelled.has_value());
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    const auto after = loaded.model->ask(picture.view, "", options, {}, {});
    QVERIFY(after.has_value());
    QCOMPARE(after->tokenIds, untouched.model->ask(picture.view, "", options, {}, {})->tokenIds);
}

void VisionLanguageModelTest::cancelledLoadLeavesNothing() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    QVERIFY(tests::writeTinyCheckpoint(path).has_value());
    std::stop_source stop;
    double last = 0;
    const auto progress = [&](std::string_view stage, double fraction) {
        QCOMPARE(stage, std::string_view("load"));
        QVERIFY(fraction >= last && fraction <= 1);
        last = fraction;
        stop.request_stop();
    };
    const auto model = VisionLanguageModel::load(path, {}, progress, stop.get_token());
    QVERIFY(!model.has_value());
    QCOMPARE(model.error().code, ErrorCode::Cancelled);
}

void VisionLanguageModelTest::impossibleRequestsAreRefused() {
    const Loaded loaded;
    QVERIFY(loaded.model);
    const NoisePicture picture(50, 40, 5);
    const auto code = [&](const PixelView& view, const std::string& question) {
        const auto answer = loaded.model->ask(view, question, shortAnswer(), {}, {});
        return answer ? ErrorCode::Internal : answer.error().code;
    };
    QCOMPARE(code({}, ""), ErrorCode::InvalidArgument);
    QCOMPARE(code(picture.view, std::string(2000, 'x')), ErrorCode::InvalidArgument);
    QCOMPARE(code(picture.view, "USER: <image> <image>\nx ASSISTANT:"), ErrorCode::InvalidArgument);
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    QVERIFY(tests::writeTinyCheckpoint(path).has_value());
    LoadOptions options;
    options.device = "teapot";
    QCOMPARE(VisionLanguageModel::load(path, options, {}, {}).error().code,
             ErrorCode::InvalidArgument);
    QCOMPARE(VisionLanguageModel::load(path / "none", {}, {}, {}).error().code,
             ErrorCode::ModelMissing);
}

QTEST_GUILESS_MAIN(VisionLanguageModelTest)
#include "vision_language_model_test.moc"
