// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/analyzer_run.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <future>
#include <optional>
#include <utility>

namespace core::inference {

namespace {

/// Beyond it a second analyzer beside the first could take more memory than a picture may.
constexpr double kMostPixelsAtOnce = 16e6;

Result<AnalyzerRun> timed(const forensics::Analyzer& analyzer, const forensics::Subject& subject,
                          const std::stop_token& stop) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    auto evidence = analyzer.analyze(subject, stop);
    if (!evidence)
        return tl::unexpected(evidence.error());
    return AnalyzerRun{std::move(*evidence),
                       std::chrono::duration<double, std::milli>(Clock::now() - start).count()};
}

} // namespace

Result<std::vector<AnalyzerRun>>
runAnalyzers(const forensics::Subject& subject, const Analyzers& analyzers,
             const std::function<void(std::string_view name, std::size_t before)>& started,
             std::stop_token stop) {
    std::vector<std::optional<Result<AnalyzerRun>>> results(analyzers.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&](bool isThisThread) {
        for (std::size_t number = next++; number < analyzers.size(); number = next++) {
            // The last ones of the catalog take longest.
            const std::size_t i = analyzers.size() - 1 - number;
            if (isThisThread)
                started(analyzers[i]->name(), number);
            results[i] = timed(*analyzers[i], subject, stop);
            if (!*results[i])
                next = analyzers.size();
        }
    };
    std::future<void> other;
    if (static_cast<double>(subject.luma.total()) <= kMostPixelsAtOnce)
        other = std::async(std::launch::async, work, false);
    work(true);
    if (other.valid())
        other.get();
    std::vector<AnalyzerRun> runs;
    for (auto& result : results) {
        if (result && !*result)
            return tl::unexpected(result->error());
    }
    for (auto& result : results)
        runs.push_back(std::move(**result));
    return runs;
}

} // namespace core::inference
