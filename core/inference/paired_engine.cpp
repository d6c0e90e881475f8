// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/paired_engine.h"

#include "core/inference/agreement/second_opinion.h"

#include <utility>

namespace core::inference {

namespace {

/// Shares of the work: measuring takes seconds, speaking often minutes.
constexpr double kMeasuringShare = 0.1;

EngineCallbacks part(const EngineCallbacks& callbacks, double begin, double end) {
    EngineCallbacks inner = callbacks;
    if (callbacks.progress)
        inner.progress = [progress = callbacks.progress, begin, end](std::string_view stage,
                                                                     double fraction) {
            progress(stage, begin + (end - begin) * fraction);
        };
    return inner;
}

} // namespace

PairedEngine::PairedEngine(std::unique_ptr<Engine> speaking, std::unique_ptr<Engine> measuring)
    : m_speaking(std::move(speaking)), m_measuring(std::move(measuring)) {}

examination::EngineRecord PairedEngine::record() const {
    return m_speaking->record();
}

Result<void> PairedEngine::prepare(const ProgressCallback& progress, std::stop_token stop) {
    if (auto ready = m_measuring->prepare({}, stop); !ready)
        return ready;
    return m_speaking->prepare(progress, std::move(stop));
}

int PairedEngine::slotCount() const {
    return m_speaking->slotCount();
}

Result<std::uint64_t> PairedEngine::begin(const EngineInput& input,
                                          const EngineCallbacks& callbacks, std::stop_token stop) {
    auto measured = examine(*m_measuring, input, part(callbacks, 0, kMeasuringShare), stop);
    if (!measured)
        return tl::unexpected(measured.error());
    auto ticket = m_speaking->begin(input, part(callbacks, kMeasuringShare, 1), std::move(stop));
    if (ticket)
        m_begun[*ticket] = {std::move(*measured), input.picture.image};
    return ticket;
}

std::vector<EngineResult> PairedEngine::advance() {
    std::vector<EngineResult> finished = m_speaking->advance();
    for (EngineResult& result : finished) {
        auto begun = m_begun.extract(result.ticket);
        if (!begun.empty() && result.examination)
            result.examination =
                joined(std::move(*result.examination), std::move(begun.mapped().examination),
                       begun.mapped().picture);
    }
    return finished;
}

} // namespace core::inference
