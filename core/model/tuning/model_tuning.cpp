// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tuning/model_tuning.h"

#include "core/base/digest.h"
#include "core/model/checkpoint/model_parts.h"
#include "core/model/checkpoint_check.h"
#include "core/model/device_name.h"
#include "core/model/llava/guarded.h"
#include "core/model/tuning/adam_w.h"
#include "core/model/tuning/learning_rate.h"
#include "core/model/tuning/trainable_llava.h"
#include "core/model/tuning/tuning_data.h"
#include "core/model/tuning/tuning_output.h"
#include "core/model/vision/clip_preprocess.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <optional>
#include <random>
#include <span>
#include <utility>

namespace core::model {

namespace {

using Clock = std::chrono::steady_clock;

class Tuning {
  public:
    Tuning(const TuningOrder& order, const TuningCallbacks& callbacks, std::stop_token stop)
        : m_order(order), m_callbacks(callbacks), m_stop(std::move(stop)) {}

    Result<TuningSummary> run() {
        auto ready = prepare();
        if (!ready)
            return tl::unexpected(ready.error());
        while (m_optimizer->steps() < m_steps) {
            if (shouldStop()) {
                m_summary.isStopped = true;
                break;
            }
            auto stepped = step();
            if (stepped && isEndOfEpoch())
                stepped = endEpoch();
            if (!stepped && stepped.error().code == ErrorCode::Cancelled) {
                m_optimizer->clearGradients(); // a step that was begun is done again
                m_summary.isStopped = true;
                break;
            }
            if (!stepped)
                return tl::unexpected(stepped.error());
        }
        m_summary.steps = static_cast<int>(m_optimizer->steps());
        if (auto saved = m_output->save(*m_weights, *m_optimizer, m_mark); !saved)
            return tl::unexpected(saved.error());
        return m_summary;
    }

  private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> readCheckpoint();
    [[nodiscard]] Result<void> readLists();
    [[nodiscard]] std::string markOf(const std::string& listDigest) const;
    [[nodiscard]] bool shouldStop() const {
        std::error_code error;
        return m_stop.stop_requested() ||
               (!m_order.stopFile.empty() && std::filesystem::exists(m_order.stopFile, error));
    }
    [[nodiscard]] int samplesPerStep() const { return m_order.batch * m_order.accumulate; }
    [[nodiscard]] int stepsPerEpoch() const {
        const auto count = static_cast<int>(m_samples.size());
        return (count + samplesPerStep() - 1) / samplesPerStep();
    }
    [[nodiscard]] bool isEndOfEpoch() const { return m_optimizer->steps() % stepsPerEpoch() == 0; }
    [[nodiscard]] std::vector<std::size_t> orderOf(std::int64_t epoch) const;
    [[nodiscard]] Result<at::Tensor> pixelsOf(const TuningSample& sample) const;
    [[nodiscard]] Result<void> step();
    [[nodiscard]] Result<double> batch(std::span<const std::size_t> chosen, int batches,
                                       std::int64_t& tokens);
    [[nodiscard]] Result<void> endEpoch();

    const TuningOrder& m_order;
    const TuningCallbacks& m_callbacks;
    std::stop_token m_stop;
    std::filesystem::path m_source;
    ModelConfig m_config;
    PreprocessConfig m_preprocess;
    std::optional<Tokenizer> m_tokenizer;
    std::optional<WeightMap> m_stored;
    std::optional<TrainableWeights> m_weights;
    std::optional<TrainableLlava> m_model;
    std::optional<AdamW> m_optimizer;
    std::optional<TuningOutput> m_output;
    std::vector<TuningSample> m_samples;
    std::vector<TuningText> m_texts;
    std::vector<TuningSample> m_heldOut;
    int m_steps = 0;
    std::string m_mark;
    TuningSummary m_summary;
};

Result<void> Tuning::readCheckpoint() {
    const auto parts = partsOf(m_order.model);
    if (!parts)
        return tl::unexpected(parts.error());
    m_source = parts->base;
    const auto start = m_order.adapter.empty() ? parts->adapter : m_order.adapter;
    const CheckpointReport report = checkCheckpoint(m_source, start);
    if (!report.isReady)
        return fail(report.code, report.sentence);
    const auto device = deviceNamed(m_order.device);
    if (!device)
        return tl::unexpected(device.error());
    const auto config = readModelConfig(m_source);
    const auto preprocess = readPreprocessConfig(m_source);
    auto tokenizer = Tokenizer::load(m_source);
    const auto shards = listShards(m_source);
    auto stored = shards ? WeightMap::open(m_source, *shards)
                         : Result<WeightMap>(tl::unexpected(shards.error()));
    if (!config || !preprocess || !tokenizer || !stored)
        return fail(ErrorCode::ModelInvalid, "The folder changed while it was read. Try again.");
    m_config = *config;
    m_preprocess = *preprocess;
    m_tokenizer.emplace(std::move(*tokenizer));
    m_stored.emplace(std::move(*stored));
    std::optional<LoraAdapter> adapter;
    if (!start.empty() && !m_order.trainsAll) {
        auto opened = LoraAdapter::open(start);
        if (!opened)
            return tl::unexpected(opened.error());
        adapter.emplace(std::move(*opened));
    } else if (!start.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    "A tuning of all weights starts from a model. Merge the adapter first (model "
                    "merge).");
    }
    auto weights =
        TrainableWeights::load(m_config, *m_stored, m_order, adapter ? &*adapter : nullptr, *device,
                               device->is_cpu() ? at::kFloat : at::kBFloat16, m_stop);
    if (!weights)
        return tl::unexpected(weights.error());
    m_weights.emplace(std::move(*weights));
    return {};
}

Result<void> Tuning::readLists() {
    auto samples = readTuningList(m_order.training);
    if (!samples)
        return tl::unexpected(samples.error());
    m_samples = std::move(*samples);
    for (const TuningSample& sample : m_samples) {
        auto text = tuningText(sample, *m_tokenizer, m_config, m_order.maxTokens);
        if (!text)
            return tl::unexpected(text.error());
        m_summary.shortened += text->isShortened ? 1 : 0;
        m_texts.push_back(std::move(*text));
    }
    if (m_order.heldOut.data.empty())
        return {};
    auto heldOut = readTuningList(m_order.heldOut);
    if (!heldOut)
        return tl::unexpected(heldOut.error());
    m_heldOut = std::move(*heldOut);
    return {};
}

/// What decides which weights come out.
std::string Tuning::markOf(const std::string& listDigest) const {
    std::string text = listDigest;
    const auto add = [&](const auto& value) { text += "|" + std::to_string(value); };
    for (const auto& [name, tensor] : m_weights->trained())
        text += "|" + name;
    for (const double rate : m_order.rates)
        add(rate);
    add(m_order.rate);
    add(static_cast<int>(m_order.schedule));
    add(m_order.warmup);
    add(m_order.weightDecay);
    add(m_order.clip);
    add(m_steps);
    add(m_order.batch);
    add(m_order.accumulate);
    add(static_cast<int>(m_order.keepsOrder));
    add(m_order.seed);
    add(m_order.maxTokens);
    add(m_order.rank);
    add(m_order.alpha);
    return sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

Result<void> Tuning::prepare() {
    const bool isSensible = m_order.batch > 0 && m_order.accumulate > 0 && m_order.epochs > 0 &&
                            m_order.steps >= 0 && m_order.rank > 0 && m_order.alpha > 0 &&
                            m_order.rate > 0 && m_order.warmup >= 0 && m_order.warmup < 1;
    if (!isSensible)
        return fail(ErrorCode::InvalidArgument,
                    "Sizes, rates and counts of a tuning must be above 0, the warm-up below 1.");
    if (auto read = readCheckpoint(); !read)
        return read;
    if (auto read = readLists(); !read)
        return read;
    const auto digest = sha256OfFile(m_order.training.data, m_stop);
    if (!digest)
        return tl::unexpected(digest.error());
    m_steps = m_order.steps > 0 ? m_order.steps : stepsPerEpoch() * m_order.epochs;
    if (!m_order.rates.empty() && std::ssize(m_order.rates) < m_steps)
        return fail(ErrorCode::InvalidArgument,
                    "There are " + std::to_string(m_order.rates.size()) + " rates for " +
                        std::to_string(m_steps) + " steps.");
    m_mark = markOf(*digest);
    m_model.emplace(m_config, *m_weights);
    m_optimizer.emplace(m_weights->trained(), m_order.weightDecay);
    m_output.emplace(m_order, m_source, *m_stored);
    for (const auto& [name, tensor] : m_weights->trained())
        m_summary.trainedNumbers += tensor.numel();
    return m_order.resumes ? m_output->restore(*m_weights, *m_optimizer, m_mark) : m_output->make();
}

std::vector<std::size_t> Tuning::orderOf(std::int64_t epoch) const {
    std::vector<std::size_t> order(m_samples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (m_order.keepsOrder)
        return order;
    // Not std::shuffle, whose draws differ between libraries.
    std::mt19937_64 random(m_order.seed + static_cast<std::uint64_t>(epoch) * 0x9E3779B97F4A7C15U);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random() % i]);
    return order;
}

Result<at::Tensor> Tuning::pixelsOf(const TuningSample& sample) const {
    const auto picture = m_callbacks.read(sample.image);
    if (!picture)
        return fail(picture.error().code, sample.image.string() + ": " + picture.error().message);
    const auto prepared = core::model::prepare(picture->view, m_preprocess, m_stop);
    if (!prepared)
        return tl::unexpected(prepared.error());
    const std::int64_t side = m_config.vision.imageSize;
    return at::tensor(prepared->values).view({3, side, side}).to(m_weights->device());
}

/// The loss is the mean over all tokens of the batch, as when they are computed together.
Result<double> Tuning::batch(std::span<const std::size_t> chosen, int batches,
                             std::int64_t& tokens) {
    std::int64_t learned = 0;
    for (const std::size_t index : chosen) {
        learned += m_texts[index].learned();
        tokens += std::ssize(m_texts[index].ids);
    }
    const double weight = 1.0 / (static_cast<double>(learned) * batches);
    double sum = 0;
    for (const std::size_t index : chosen) {
        const auto pixels = pixelsOf(m_samples[index]);
        if (!pixels)
            return tl::unexpected(pixels.error());
        const auto loss = m_model->addGradients(*pixels, m_texts[index], weight, m_stop);
        if (!loss)
            return tl::unexpected(loss.error());
        sum += *loss;
    }
    return sum / static_cast<double>(learned);
}

Result<void> Tuning::step() {
    const auto start = Clock::now();
    const std::int64_t done = m_optimizer->steps();
    const std::int64_t epoch = done / stepsPerEpoch();
    const auto order = orderOf(epoch);
    const auto first = static_cast<std::size_t>(done % stepsPerEpoch() * samplesPerStep());
    const std::size_t end =
        std::min(order.size(), first + static_cast<std::size_t>(samplesPerStep()));
    const auto size = static_cast<std::size_t>(m_order.batch);
    const int batches = static_cast<int>((end - first + size - 1) / size);
    double loss = 0;
    std::int64_t tokens = 0;
    for (std::size_t i = first; i < end; i += size) {
        const auto chosen = std::span(order).subspan(i, std::min(size, end - i));
        const auto mean = batch(chosen, batches, tokens);
        if (!mean)
            return tl::unexpected(mean.error());
        loss += *mean / batches;
    }
    const double norm = m_optimizer->gradientNorm();
    if (!std::isfinite(loss) || !std::isfinite(norm))
        return fail(ErrorCode::ModelInvalid,
                    "The loss is no number any more in step " + std::to_string(done + 1) +
                        "; lower the rate. The target holds the weights of the last epoch.");
    const double share = m_order.clip > 0 ? std::min(1.0, m_order.clip / (norm + 1e-6)) : 1;
    const double rate = rateOf(m_order, static_cast<int>(done), m_steps);
    m_optimizer->step(rate, share);
    m_summary.lastLoss = loss;
    if (done == 0)
        m_summary.firstLoss = loss;
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    if (m_callbacks.step)
        m_callbacks.step({static_cast<int>(done) + 1, m_steps,
                          static_cast<double>(done + 1) / stepsPerEpoch(), loss, norm, rate,
                          static_cast<double>(tokens) / std::max(seconds, 1e-9)});
    return {};
}

Result<void> Tuning::endEpoch() {
    if (auto saved = m_output->save(*m_weights, *m_optimizer, m_mark); !saved)
        return saved;
    if (m_heldOut.empty())
        return {};
    double sum = 0;
    std::int64_t learned = 0;
    for (const TuningSample& sample : m_heldOut) {
        const auto text = tuningText(sample, *m_tokenizer, m_config, m_order.maxTokens);
        const auto pixels = text ? pixelsOf(sample) : tl::unexpected(text.error());
        if (!pixels)
            return tl::unexpected(pixels.error());
        const auto loss = m_model->loss(*pixels, *text, m_stop);
        if (!loss)
            return tl::unexpected(loss.error());
        sum += *loss;
        learned += text->learned();
    }
    if (m_callbacks.measure)
        m_callbacks.measure({static_cast<int>(m_optimizer->steps()),
                             static_cast<double>(m_optimizer->steps()) / stepsPerEpoch(),
                             sum / static_cast<double>(learned),
                             static_cast<int>(m_heldOut.size())});
    return {};
}

} // namespace

Result<TuningSummary> tuneModel(const TuningOrder& order, const TuningCallbacks& callbacks,
                                std::stop_token stop) {
    return caught([&] { return Tuning(order, callbacks, stop).run(); });
}

} // namespace core::model
