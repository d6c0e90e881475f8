// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/analyzer_run.h"

#include <chrono>
#include <cstddef>
#include <future>
#include <utility>

namespace core::inference {

namespace {

/// Beyond it two analyzers beside each other could take more memory than a picture may.
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
    std::vector<AnalyzerRun> runs;
    if (analyzers.empty())
        return runs;
    const bool isSmall = static_cast<double>(subject.luma.total()) <= kMostPixelsAtOnce;
    const forensics::Analyzer& last = *analyzers.back();
    auto lastRun = std::async(isSmall ? std::launch::async : std::launch::deferred,
                              [&] { return timed(last, subject, stop); });
    for (std::size_t i = 0; i + 1 < analyzers.size(); ++i) {
        started(analyzers[i]->name(), i);
        auto run = timed(*analyzers[i], subject, stop);
        if (!run)
            return tl::unexpected(run.error());
        runs.push_back(std::move(*run));
    }
    started(last.name(), runs.size());
    auto run = lastRun.get();
    if (!run)
        return tl::unexpected(run.error());
    runs.push_back(std::move(*run));
    return runs;
}

} // namespace core::inference
