// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/bench/model_bench.h"

#include "core/model/bench/bench_model.h"
#include "core/model/kernels/machine_limits.h"
#include "core/model/llava/guarded.h"

#include <ATen/Parallel.h>

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace core::model {

namespace {

constexpr std::int64_t kRowsPerPass = 128;

double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double peakMemoryMib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The stages of one measurement, in their order.
class Measurement {
  public:
    Measurement(const ModelBenchOptions& options, const ProgressCallback& progress,
                std::stop_token stop)
        : m_options(options), m_progress(progress), m_stop(std::move(stop)) {}

    Result<ModelBenchResult> run() {
        if (m_options.promptTokens < 1 || m_options.newTokens < 1 || m_options.batch < 1)
            return fail(ErrorCode::InvalidArgument,
                        "Prompt, new tokens and batch must be at least 1.");
        if (!m_stop.stop_requested())
            measureLimits();
        for (const auto step : {&Measurement::load, &Measurement::look, &Measurement::prefill,
                                &Measurement::decode, &Measurement::decodeBatch}) {
            if (m_stop.stop_requested())
                return cancelled();
            if (auto done = (this->*step)(); !done)
                return tl::unexpected(done.error());
        }
        m_result.peakMemoryMib = peakMemoryMib();
        if (auto done = takeTurns(); !done)
            return tl::unexpected(done.error());
        measureLimits(); // the machine may have been busy the first time
        fillShares();
        return m_result;
    }

  private:
    void report(std::string_view stage, double fraction) const {
        if (m_progress)
            m_progress(stage, fraction);
    }
    [[nodiscard]] const ModelConfig& config() const { return m_model->llava().config(); }
    [[nodiscard]] const LlamaDecoder& decoder() const { return m_model->llava().decoder(); }

    void measureLimits();
    Result<void> load();
    Result<void> look();
    Result<void> prefill();
    Result<void> decode();
    Result<void> decodeBatch();
    Result<void> writeToken(std::span<const SequenceStep> steps, std::vector<std::int64_t>& ids);
    Result<double> secondsToWrite(std::vector<KvCache>& texts, std::string_view stage);
    Result<void> takeTurns();
    void fillShares();

    const ModelBenchOptions& m_options;
    const ProgressCallback& m_progress;
    std::stop_token m_stop;
    ModelBenchResult m_result;
    std::optional<BenchModel> m_model;
    at::Tensor m_picture; ///< [imageTokens, text width]
    std::optional<KvCache> m_cache;
};

void Measurement::measureLimits() {
    report("limits", 0);
    const bool isTiny = m_options.randomWeights == RandomShape::Tiny; // a demonstration
    const MachineLimits limits = measureMachineLimits(bestInstructionSet(), isTiny ? 0.05 : 0.5);
    MeasuredLimits& best = m_result.limits;
    best.readGbPerS = std::max(best.readGbPerS, limits.readGbPerS);
    best.fp32Gflops = std::max(best.fp32Gflops, limits.fp32Gflops);
    best.int8Gops = std::max(best.int8Gops, limits.int8Gops);
}

Result<void> Measurement::load() {
    const std::int64_t positions = m_options.promptTokens + m_options.newTokens;
    Result<BenchModel> model = cancelled();
    m_result.loadMs =
        1000 * secondsOf([&] { model = BenchModel::make(m_options, m_progress, m_stop); });
    if (!model)
        return tl::unexpected(model.error());
    m_model.emplace(std::move(*model));
    if (positions > config().text.maxPositions)
        return fail(ErrorCode::InvalidArgument,
                    "The model reads " + std::to_string(config().text.maxPositions) +
                        " tokens at most; ask for fewer prompt tokens or new tokens.");
    m_result.model = m_model->name();
    m_result.bits = m_model->bits();
    m_result.bytesPerToken = m_model->bytesPerToken();
    m_result.threads = at::get_num_threads();
    m_result.promptTokens = m_options.promptTokens;
    m_result.newTokens = m_options.newTokens;
    m_result.batch = m_options.batch;
    return {};
}

Result<void> Measurement::look() {
    const auto side = static_cast<int>(config().vision.imageSize);
    PreparedPicture picture;
    picture.geometry.width = picture.geometry.height = side;
    picture.values.resize(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 3);
    for (std::size_t i = 0; i < picture.values.size(); ++i)
        picture.values[i] = static_cast<float>(i * 7919 % 256) / 64 - 2;
    Result<EncodedPicture> encoded = cancelled();
    // The first time pays for memory and pages.
    for (int round = 0; round < 2; ++round) {
        report("image", round / 2.0);
        m_result.imageEncodeMs =
            1000 * secondsOf([&] { encoded = m_model->llava().encode(picture, m_stop); });
        if (!encoded)
            return tl::unexpected(encoded.error());
    }
    m_picture = encoded->projected;
    return {};
}

Result<void> Measurement::prefill() {
    std::vector<std::int64_t> ids(static_cast<std::size_t>(m_options.promptTokens));
    for (std::size_t i = 0; i < ids.size(); ++i)
        ids[i] = static_cast<std::int64_t>(i * 7919) % config().text.vocabulary;
    at::Tensor rows = decoder().embed(ids);
    const std::int64_t shown = std::min(rows.size(0), m_picture.size(0));
    rows.narrow(0, rows.size(0) - shown, shown).copy_(m_picture.narrow(0, 0, shown));
    m_cache.emplace(decoder().makeCache());
    Result<at::Tensor> made = cancelled();
    double seconds = 0;
    for (std::int64_t first = 0; first < rows.size(0); first += kRowsPerPass) {
        report("prefill", static_cast<double>(first) / static_cast<double>(rows.size(0)));
        const std::int64_t count = std::min(kRowsPerPass, rows.size(0) - first);
        const std::array steps = {SequenceStep{&*m_cache, count, rows.size(0), {}, {}}};
        seconds += secondsOf(
            [&] { made = decoder().forward(rows.narrow(0, first, count), steps, m_stop); });
        if (!made)
            return tl::unexpected(made.error());
    }
    seconds += secondsOf([&] { (void)decoder().logits(made->narrow(0, made->size(0) - 1, 1)); });
    m_result.prefillTokensPerS = m_options.promptTokens / seconds;
    return {};
}

Result<void> Measurement::writeToken(std::span<const SequenceStep> steps,
                                     std::vector<std::int64_t>& ids) {
    auto hidden = decoder().forward(decoder().embed(ids), steps, m_stop);
    if (!hidden)
        return tl::unexpected(hidden.error());
    const at::Tensor logits = decoder().logits(*hidden);
    for (std::size_t i = 0; i < ids.size(); ++i)
        ids[i] = logits[static_cast<std::int64_t>(i)].argmax().item<std::int64_t>();
    return {};
}

Result<double> Measurement::secondsToWrite(std::vector<KvCache>& texts, std::string_view stage) {
    std::vector<SequenceStep> steps;
    for (KvCache& text : texts)
        steps.push_back({&text, 1, 0, {}, {}});
    std::vector<std::int64_t> ids;
    for (std::size_t i = 0; i < texts.size(); ++i)
        ids.push_back(static_cast<std::int64_t>(i + 1) % config().text.vocabulary);
    const auto start = std::chrono::steady_clock::now();
    for (int token = 0; token < m_options.newTokens; ++token) {
        report(stage, static_cast<double>(token) / m_options.newTokens);
        if (auto written = writeToken(steps, ids); !written)
            return tl::unexpected(written.error());
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Result<void> Measurement::decode() {
    std::vector<KvCache> text;
    text.push_back(m_cache->copied(m_cache->length()));
    const auto seconds = secondsToWrite(text, "decode");
    if (!seconds)
        return tl::unexpected(seconds.error());
    m_result.decodeTokensPerS = m_options.newTokens / *seconds;
    m_result.batchDecodeTokensPerS = m_result.decodeTokensPerS;
    return {};
}

Result<void> Measurement::decodeBatch() {
    if (m_options.batch == 1)
        return {};
    std::vector<KvCache> texts;
    for (int i = 0; i < m_options.batch; ++i)
        texts.push_back(m_cache->copied(m_cache->length()));
    const auto seconds = secondsToWrite(texts, "batch");
    if (!seconds)
        return tl::unexpected(seconds.error());
    m_result.batchDecodeTokensPerS = m_options.newTokens * m_options.batch / *seconds;
    return {};
}

Result<void> Measurement::takeTurns() {
    constexpr int kMostTurns = 24;
    const int turns = std::min(m_options.newTokens, kMostTurns);
    MemoryReader reader;
    KvCache text = m_cache->copied(m_cache->length());
    const std::array steps = {SequenceStep{&text, 1, 0, {}, {}}};
    std::vector<std::int64_t> ids = {1 % config().text.vocabulary};
    std::vector<double> readings;
    std::vector<double> shares;
    for (int turn = 0; turn < turns; ++turn) {
        report("turns", static_cast<double>(turn) / turns);
        Result<void> written;
        const double seconds = secondsOf([&] { written = writeToken(steps, ids); });
        if (!written)
            return written;
        readings.push_back(reader.gigabytesPerSecond());
        shares.push_back(static_cast<double>(m_result.bytesPerToken) / 1e9 / seconds /
                         readings.back());
    }
    m_result.limits.besideDecodeGbPerS = median(readings);
    m_result.besideReadingShare = median(shares);
    return {};
}

void Measurement::fillShares() {
    const MeasuredLimits& limits = m_result.limits;
    const double peak =
        1e9 * (m_result.bits <= 8 ? limits.int8Gops : limits.fp32Gflops) / m_model->opsPerToken();
    const double readings = 1e9 * limits.readGbPerS / static_cast<double>(m_result.bytesPerToken);
    m_result.prefillShare = m_result.prefillTokensPerS / peak;
    m_result.decodeShare = m_result.decodeTokensPerS / readings;
    m_result.batchDecodeShare =
        m_result.batchDecodeTokensPerS / std::min(peak, readings * m_options.batch);
    m_result.imageEncodeShare =
        m_model->opsPerImage() / (m_result.imageEncodeMs * 1e6 * limits.fp32Gflops);
}

} // namespace

Result<ModelBenchResult> benchModel(const ModelBenchOptions& options,
                                    const ProgressCallback& progress, std::stop_token stop) {
    return guarded([&] { return Measurement(options, progress, std::move(stop)).run(); });
}

} // namespace core::model
