// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/safe_decoder.h"
#include "core/model/adapter_merge.h"
#include "core/model/checkpoint/stored_tensor.h"
#include "core/model/checkpoint_check.h"
#include "core/model/tuning/adam_w.h"
#include "core/model/tuning/learning_rate.h"
#include "core/model/tuning/model_tuning.h"
#include "core/model/tuning/trainable_llava.h"
#include "core/model/vision/clip_preprocess.h"
#include "core/model/vision_language_model.h"
#include "tests/support/shared_data.h"
#include "tests/support/tiny_checkpoint.h"

#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <fstream>
#include <optional>

using namespace core;
using namespace core::model;

namespace {

namespace fs = std::filesystem;

Result<ReadPicture> readPicture(const fs::path& file) {
    const auto evidence = image::readEvidence(file, {});
    if (!evidence)
        return tl::unexpected(evidence.error());
    const auto picture = image::decode(*evidence, {});
    if (!picture)
        return tl::unexpected(picture.error());
    auto kept = std::make_shared<const image::Image>(picture->image);
    const auto view = kept->view();
    return ReadPicture{std::move(kept), view};
}

/// A picture that its name draws: stripes or a slope.
Result<ReadPicture> drawnPicture(const fs::path& file) {
    constexpr int kSide = 28;
    auto bytes = std::make_shared<std::vector<std::uint8_t>>();
    const bool isStriped = file.filename() == "stripes";
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            for (int channel = 0; channel < 3; ++channel)
                bytes->push_back(
                    static_cast<std::uint8_t>(isStriped ? (x / 4 % 2) * 200 : 8 * y + channel * 5));
    const PixelView view{bytes->data(), kSide, kSide, kSide * 3};
    return ReadPicture{std::move(bytes), view};
}

/// How far the losses and the gradients' norms of six steps with all weights may be from the
/// reference's, as shares. The first step moves each weight by its gradient's sign and little else,
/// and the rounding of float32 turns some hundred signs in a million: from then on no two runs
/// agree that sum in another order. Twice the largest difference in 20 runs whose first weights
/// were changed in their last bit; see docs/tuning.md.
constexpr std::array kFullLosses = {1e-6, 1.5e-4, 6e-4, 3e-3, 1e-2, 2.5e-2};
constexpr std::array kFullNorms = {1e-5, 5e-4, 7e-4, 2e-3, 1.2e-2, 1.2e-1};

double largest(const at::Tensor& tensor) {
    return tensor.abs().max().item<double>();
}

} // namespace

class ModelTuningTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void ratesFollowTheirSchedule();
    void lossesGradientsAndWeightsMatchTheReference_data();
    void lossesGradientsAndWeightsMatchTheReference();
    void mergedAdapterGivesTheReferenceLosses();
    void anAdapterChangesTheAnswerAsIntended();
    void aStoppedTuningGoesOnAsIfItHadNotStopped();
    void wholeModelsAndProjectorsAreTrained();
    void whatCannotBeTrainedIsRefused();

  private:
    struct Written {
        std::vector<TuningStep> steps;
        std::vector<TuningMeasure> measures;
        Result<TuningSummary> summary = fail(ErrorCode::Internal, "");
    };
    Written tuned(const TuningOrder& order, std::stop_token stop = {}) const {
        Written written;
        TuningCallbacks callbacks;
        callbacks.read = drawnPicture;
        callbacks.step = [&](const TuningStep& step) { written.steps.push_back(step); };
        callbacks.measure = [&](const TuningMeasure& one) { written.measures.push_back(one); };
        written.summary = tuneModel(order, callbacks, stop);
        return written;
    }
    TuningOrder tinyOrder(const char* target) const {
        TuningOrder order;
        order.model = folder() / "model";
        order.target = folder() / target;
        order.training = {folder() / "data.json", folder()};
        order.rank = 4;
        order.alpha = 8;
        order.rate = 0.02;
        order.schedule = RateSchedule::Constant;
        order.warmup = 0;
        order.batch = 2;
        order.epochs = 40;
        return order;
    }
    [[nodiscard]] fs::path folder() const { return m_folder.path().toStdString(); }
    QTemporaryDir m_folder;
};

void ModelTuningTest::initTestCase() {
    fs::create_directory(folder() / "model");
    tests::TinyCheckpoint options;
    options.stored = DataType::F16;
    QVERIFY(tests::writeTinyCheckpoint(folder() / "model", options).has_value());
    const auto entry = [](const char* picture, const char* answer) {
        return nlohmann::json{
            {"image", picture},
            {"label", 0},
            {"conversations",
             {{{"from", "human"}, {"value", "<image>Does the image looks real/fake?"}},
              {{"from", "gpt"}, {"value", answer}}}}};
    };
    std::ofstream(folder() / "data.json") << nlohmann::json{
        entry("stripes", "This is a fake image."), entry("slope", "This is a real image.")};
}

void ModelTuningTest::ratesFollowTheirSchedule() {
    TuningOrder order;
    order.rate = 1;
    order.warmup = 0.1;
    QCOMPARE(rateOf(order, 0, 20), 0.0);
    QCOMPARE(rateOf(order, 1, 20), 0.5);
    QCOMPARE(rateOf(order, 2, 20), 1.0);
    QVERIFY(std::abs(rateOf(order, 11, 20) - 0.5) < 1e-12);
    order.schedule = RateSchedule::Linear;
    QVERIFY(std::abs(rateOf(order, 11, 20) - 0.5) < 1e-12);
    order.rates = {3, 4};
    QCOMPARE(rateOf(order, 1, 20), 4.0);
}

void ModelTuningTest::lossesGradientsAndWeightsMatchTheReference_data() {
    QTest::addColumn<bool>("isFull");
    QTest::addColumn<bool>("isExact");
    QTest::newRow("adapter") << false << false;
    QTest::newRow("all weights") << true << false;
    QTest::newRow("all weights, in double precision") << true << true;
}

void ModelTuningTest::lossesGradientsAndWeightsMatchTheReference() {
    QFETCH(bool, isFull);
    QFETCH(bool, isExact);
    const at::ScalarType type = isExact ? at::kDouble : at::kFloat;
    const auto reference = tests::sharedData("fixtures/llava-tune-tiny");
    const auto base = tests::sharedData("fixtures/llava-tiny");
    if (!reference || !base)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    std::ifstream jsonFile(*reference / "golden.json");
    const auto golden = nlohmann::json::parse(jsonFile).at("tuning");
    const auto& expected = golden.at(isFull ? "full" : "lora");

    QTemporaryDir start;
    const fs::path startPath = start.path().toStdString();
    fs::copy_file(*reference / "adapter_config.json", startPath / "adapter_config.json");
    fs::copy_file(*reference / "lora_start.safetensors", startPath / "adapter_model.safetensors");
    const auto config = readModelConfig(*base / "checkpoint");
    const auto shards = listShards(*base / "checkpoint");
    const auto stored = WeightMap::open(*base / "checkpoint", *shards);
    const auto adapter = LoraAdapter::open(startPath);
    QVERIFY2(adapter.has_value(), adapter ? "" : adapter.error().message.c_str());
    TuningOrder order;
    order.trainsAll = order.trainsVision = order.trainsProjector = isFull;
    const auto weights = TrainableWeights::load(*config, *stored, order,
                                                isFull ? nullptr : &*adapter, at::kCPU, type, {});
    QVERIFY2(weights.has_value(), weights ? "" : weights.error().message.c_str());
    const TrainableLlava model(*config, *weights);
    AdamW optimizer(weights->trained(), 0);

    const auto tokenizer = Tokenizer::load(*base / "checkpoint");
    const auto preprocess = readPreprocessConfig(*base / "checkpoint");
    std::vector<TuningText> texts;
    std::vector<at::Tensor> pictures;
    for (const auto& row : golden.at("samples")) {
        const auto text = tuningText(
            {"", {{"Does the image looks real/fake?", row.at("answer").get<std::string>()}}},
            *tokenizer, *config, 1024);
        QVERIFY(text.has_value());
        QCOMPARE(text->ids, row.at("input_ids").get<std::vector<std::int64_t>>());
        QCOMPARE(text->labels, row.at("labels").get<std::vector<std::int64_t>>());
        texts.push_back(*text);
        const auto picture = readPicture(*base / "images" / row.at("image").get<std::string>());
        QVERIFY(picture.has_value());
        const auto prepared = prepare(picture->view, *preprocess);
        const std::int64_t side = config->vision.imageSize;
        pictures.push_back(at::tensor(prepared->values).view({3, side, side}).to(type));
    }
    const auto gradients = SafetensorsFile::open(
        *reference / (isFull ? "full_gradients.safetensors" : "lora_gradients.safetensors"));
    const auto ends = SafetensorsFile::open(
        *reference / (isFull ? "full_end.safetensors" : "lora_end.safetensors"));
    QVERIFY(gradients.has_value() && ends.has_value());
    const auto nameIn = [&](const std::string& name) {
        return isFull ? name : "base_model.model." + name + ".weight";
    };
    std::map<std::string, at::Tensor> before;
    for (const auto& [name, tensor] : weights->trained())
        before[name] = tensor.detach().clone();
    for (int step = 0; step < golden.at("steps").get<int>(); ++step) {
        double loss = 0;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto count = static_cast<double>(texts[i].learned());
            const auto sum = model.addGradients(pictures[i], texts[i], 1 / (3 * count), {});
            QVERIFY(sum.has_value());
            loss += *sum / count / 3;
        }
        const double wanted = expected.at("loss").at(step).get<double>();
        const auto place = static_cast<std::size_t>(step);
        QVERIFY2(std::abs(loss / wanted - 1) <= (isFull ? kFullLosses.at(place) : 1e-5),
                 qPrintable(QString("step %1: loss %2, not %3").arg(step).arg(loss).arg(wanted)));
        const double norm = optimizer.gradientNorm();
        const double wantedNorm = expected.at("gradient_norm_before_clip").at(step).get<double>();
        QVERIFY2(std::abs(norm / wantedNorm - 1) <= (isFull ? kFullNorms.at(place) : 1e-5),
                 qPrintable(QString("norm %1, not %2").arg(norm).arg(wantedNorm)));
        int compared = 0;
        for (const auto& [name, tensor] : weights->trained()) {
            const auto found = gradients->tensors().find(nameIn(name));
            if (step > 0 || found == gradients->tensors().end())
                continue;
            ++compared;
            const at::Tensor theirs = wideTensor(*gradients, found->second);
            const at::Tensor ours =
                tensor.grad().defined() ? tensor.grad() : at::zeros_like(theirs);
            // The bias of keys has no effect: its gradient is rounding and nothing else.
            const double size = theirs.norm().item<double>();
            const double off = (ours - theirs).norm().item<double>();
            QVERIFY2(off <= 5e-5 * size + 1e-7 * wantedNorm,
                     qPrintable(QString("%1: %2 of %3").arg(name.c_str()).arg(off).arg(size)));
        }
        QVERIFY(step > 0 || compared == static_cast<int>(gradients->tensors().size()));
        optimizer.step(golden.at("lr").at(step).get<double>(), std::min(1.0, 1 / (norm + 1e-6)));
    }
    for (const auto& [name, tensor] : weights->trained()) {
        const auto found = ends->tensors().find(nameIn(name));
        if (found == ends->tensors().end())
            continue;
        const at::Tensor theirs = wideTensor(*ends, found->second);
        const double change = largest(theirs - before[name]);
        // AdamW divides by the gradient's own size: a number whose gradient is next to nothing
        // turns on rounding. Three may be off.
        const at::Tensor difference = (tensor.detach() - theirs).abs();
        if (isFull) {
            const double mean = difference.mean().item<double>();
            QVERIFY2(mean <= 1e-2 * change || name.ends_with("k_proj.bias"), name.c_str());
            continue;
        }
        const auto off = difference.gt(2e-3 * change + 1e-6).sum().item<std::int64_t>();
        QVERIFY2(off <= 3 && largest(difference) <= 0.05 * change + 1e-6,
                 qPrintable(QString("%1: %2 numbers off, largest %3, change %4")
                                .arg(name.c_str())
                                .arg(off)
                                .arg(largest(difference))
                                .arg(change)));
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto sum = model.loss(pictures[i], texts[i], {});
        const double wanted = expected.at("loss_after").at(i).get<double>();
        QVERIFY(std::abs(*sum / static_cast<double>(texts[i].learned()) - wanted) <=
                (isFull ? 6e-2 : 1e-3) * wanted);
    }
}

void ModelTuningTest::mergedAdapterGivesTheReferenceLosses() {
    const auto reference = tests::sharedData("fixtures/llava-tune-tiny");
    const auto base = tests::sharedData("fixtures/llava-tiny");
    if (!reference || !base)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    fs::create_directory(path / "adapter");
    fs::copy_file(*reference / "adapter_config.json", path / "adapter" / "adapter_config.json");
    fs::copy_file(*reference / "lora_end.safetensors",
                  path / "adapter" / "adapter_model.safetensors");
    const auto checkpoint = *base / "checkpoint";
    LoadOptions loading;
    loading.adapter = path / "adapter";
    const auto adapted = VisionLanguageModel::load(checkpoint, loading, {}, {});
    QVERIFY2(adapted.has_value(), adapted ? "" : adapted.error().message.c_str());
    const auto merged = mergeAdapter({checkpoint, path / "adapter", path / "merged"}, {}, {});
    QVERIFY2(merged.has_value(), merged ? "" : merged.error().message.c_str());
    QCOMPARE(merged->mergedTensors, std::int64_t{12});
    const auto whole = VisionLanguageModel::load(path / "merged", {}, {}, {});
    QVERIFY(whole.has_value());
    std::ifstream jsonFile(*reference / "golden.json");
    const auto golden = nlohmann::json::parse(jsonFile).at("tuning");
    const auto config = readModelConfig(path / "merged");
    const auto stored = WeightMap::open(path / "merged", *listShards(path / "merged"));
    TuningOrder order;
    order.trainsAll = true;
    const auto weights =
        TrainableWeights::load(*config, *stored, order, nullptr, at::kCPU, at::kFloat, {});
    QVERIFY(weights.has_value());
    const TrainableLlava plain(*config, *weights);
    const auto tokenizer = Tokenizer::load(checkpoint);
    const auto preprocess = readPreprocessConfig(checkpoint);
    for (std::size_t i = 0; i < golden.at("samples").size(); ++i) {
        const auto& row = golden.at("samples")[i];
        const auto answer = row.at("answer").get<std::string>();
        const auto picture = readPicture(*base / "images" / row.at("image").get<std::string>());
        const auto prepared = prepare(picture->view, *preprocess);
        const std::int64_t side = config->vision.imageSize;
        const auto text = tuningText({"", {{std::string(kPublishedQuestion), answer}}}, *tokenizer,
                                     *config, 1024);
        const auto sum = plain.loss(at::tensor(prepared->values).view({3, side, side}), *text, {});
        const double loss = *sum / static_cast<double>(text->learned());
        const double wanted = golden.at("lora").at("loss_after").at(i).get<double>();
        QVERIFY2(std::abs(loss - wanted) <= 2e-3 * wanted, // merged weights are float16
                 qPrintable(QString("%1, not %2").arg(loss).arg(wanted)));
        std::vector<double> tokens;
        for (const auto* model : {&*adapted, &*whole}) {
            auto scorer = (*model)->scorerFor(picture->view, "", answer, {}, PromptForm::Chat);
            QVERIFY(scorer.has_value());
            const auto scores = (*scorer)->score({}, {});
            for (std::size_t token = 0; token < tokens.size(); ++token)
                QVERIFY(std::abs(tokens[token] - scores->tokens[token]) < 0.1);
            tokens = scores->tokens;
        }
    }
}

void ModelTuningTest::anAdapterChangesTheAnswerAsIntended() {
    const auto written = tuned(tinyOrder("intended"));
    QVERIFY2(written.summary.has_value(),
             written.summary ? "" : written.summary.error().message.c_str());
    QCOMPARE(written.summary->steps, 40);
    QVERIFY(written.summary->lastLoss < 0.05 * written.summary->firstLoss);
    // The folder of the adapter names its base.
    const auto report = checkCheckpoint(folder() / "intended");
    QVERIFY2(report.isReady, report.sentence.c_str());
    const auto before = VisionLanguageModel::load(folder() / "model", {}, {}, {});
    const auto after = VisionLanguageModel::load(folder() / "intended", {}, {}, {});
    QVERIFY2(after.has_value(), after ? "" : after.error().message.c_str());
    GenerationOptions options;
    options.form = PromptForm::Chat;
    options.maxNewTokens = 20;
    for (const auto& [name, wanted] : {std::pair("stripes", "This is a fake image."),
                                       std::pair("slope", "This is a real image.")}) {
        const auto picture = drawnPicture(name);
        QVERIFY((*before)->ask(picture->view, "", options, {}, {})->text != wanted);
        const auto answer = (*after)->ask(picture->view, "", options, {}, {});
        QCOMPARE(answer->text, std::string(wanted));
        QVERIFY(answer->isComplete);
        QVERIFY((answer->likelihood.pFake > 0.9) == (std::string(name) == "stripes"));
    }
}

void ModelTuningTest::aStoppedTuningGoesOnAsIfItHadNotStopped() {
    TuningOrder order = tinyOrder("whole");
    order.epochs = 4;
    order.batch = 1;
    const auto whole = tuned(order);
    QVERIFY(whole.summary.has_value());
    QCOMPARE(whole.steps.size(), std::size_t{8});

    order.target = folder() / "stopped";
    std::stop_source stop;
    TuningCallbacks callbacks;
    callbacks.read = drawnPicture;
    callbacks.step = [&](const TuningStep& step) {
        if (step.step == 3)
            stop.request_stop();
    };
    const auto stopped = tuneModel(order, callbacks, stop.get_token());
    QVERIFY(stopped.has_value() && stopped->isStopped);
    QCOMPARE(stopped->steps, 3);
    QVERIFY(checkCheckpoint(order.target).isReady); // what is there can be used
    order.resumes = true;
    const auto rest = tuned(order);
    QVERIFY2(rest.summary.has_value(), rest.summary ? "" : rest.summary.error().message.c_str());
    QCOMPARE(rest.steps.size(), std::size_t{5});
    QCOMPARE(rest.steps.back().loss, whole.steps.back().loss);
    order.rate = 0.5;
    QCOMPARE(tuned(order).summary.error().code, ErrorCode::InvalidArgument); // another tuning

    std::ofstream(folder() / "stop") << "now";
    TuningOrder halted = tinyOrder("halted");
    halted.stopFile = folder() / "stop";
    QVERIFY(tuned(halted).summary->isStopped);
}

void ModelTuningTest::wholeModelsAndProjectorsAreTrained() {
    TuningOrder order = tinyOrder("full");
    order.trainsAll = order.trainsVision = order.trainsProjector = true;
    order.rate = 2e-3;
    order.epochs = 3;
    order.heldOut = order.training;
    const auto full = tuned(order);
    QVERIFY2(full.summary.has_value(), full.summary ? "" : full.summary.error().message.c_str());
    QVERIFY(full.summary->lastLoss < full.summary->firstLoss);
    QCOMPARE(full.measures.size(), std::size_t{3});
    QVERIFY(full.measures.back().loss < full.measures.front().loss);
    const auto report = checkCheckpoint(order.target);
    QVERIFY2(report.isReady, report.sentence.c_str());

    order = tinyOrder("projector");
    order.trainsProjector = true;
    order.targets = {"q_proj"};
    order.epochs = 2;
    QVERIFY(tuned(order).summary.has_value());
    const auto adapter = LoraAdapter::open(order.target);
    QVERIFY2(adapter.has_value(), adapter ? "" : adapter.error().message.c_str());
    QCOMPARE(adapter->config().modulesToSave, std::vector<std::string>{"multi_modal_projector"});
    QVERIFY(adapter->changes("multi_modal_projector.linear_1.bias"));
    QVERIFY(checkCheckpoint(order.target).isReady);
}

void ModelTuningTest::whatCannotBeTrainedIsRefused() {
    TuningOrder order = tinyOrder("refused");
    order.targets = {"no_such_layer"};
    QCOMPARE(tuned(order).summary.error().code, ErrorCode::InvalidArgument);
    order = tinyOrder("refused");
    order.rates = {0.1};
    QCOMPARE(tuned(order).summary.error().code, ErrorCode::InvalidArgument);
    order = tinyOrder("refused");
    order.training.data = folder() / "none.json";
    QCOMPARE(tuned(order).summary.error().code, ErrorCode::FileNotFound);
    order = tinyOrder("refused");
    order.resumes = true;
    QCOMPARE(tuned(order).summary.error().code, ErrorCode::InvalidArgument);
    order = tinyOrder("model"); // exists
    QCOMPARE(tuned(order).summary.error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(ModelTuningTest)
#include "model_tuning_test.moc"
