// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/llava/picture_session.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace core::model {

void PictureSession::show(at::Tensor projected) {
    m_picture = std::move(projected);
    m_ids.clear();
    m_lastRead.clear();
    m_cache.truncate(0);
}

void PictureSession::startWith(const KvCache& cache, std::span<const std::int64_t> ids) {
    m_cache = cache.copied(std::ssize(ids));
    m_ids.assign(ids.begin(), ids.end());
    m_lastRead.clear();
}

at::Tensor PictureSession::embed(std::span<const std::int64_t> ids, std::int64_t first) const {
    const std::int64_t imageToken = m_model->config().imageTokenId;
    at::Tensor rows = m_model->decoder().embed(ids);
    // Image tokens stand together, so a piece of the text holds one run of them at most.
    const auto run = std::ranges::find(ids, imageToken);
    if (run == ids.end())
        return rows;
    const auto count = std::count(run, ids.end(), imageToken);
    const auto before = std::count(m_ids.begin(), m_ids.begin() + first, imageToken);
    rows.narrow(0, run - ids.begin(), count).copy_(m_picture.narrow(0, before, count));
    return rows;
}

bool PictureSession::fitsPicture(std::span<const std::int64_t> ids) const {
    const std::int64_t imageToken = m_model->config().imageTokenId;
    const auto first = std::ranges::find(ids, imageToken);
    const auto behind =
        std::find_if_not(first, ids.end(), [&](std::int64_t id) { return id == imageToken; });
    return m_picture.defined() && behind - first == m_picture.size(0) &&
           std::find(behind, ids.end(), imageToken) == ids.end();
}

Result<at::Tensor> PictureSession::read(std::span<const std::int64_t> ids,
                                        const ReadOptions& options, std::stop_token stop) {
    if (!fitsPicture(ids))
        return fail(ErrorCode::InvalidArgument, "The prompt does not fit the picture.");
    const auto common = std::ranges::mismatch(m_ids, ids).in1 - m_ids.begin();
    if (common == std::ssize(ids) && std::ranges::equal(m_lastRead, ids) && !options.observer) {
        m_reused = common;
        m_ids.resize(ids.size());
        m_cache.truncate(common);
        return m_lastLogits;
    }
    // The last token is read again, because its logits are wanted.
    m_reused = std::min<std::int64_t>(common, std::ssize(ids) - 1);
    m_ids.resize(static_cast<std::size_t>(m_reused));
    m_cache.truncate(m_reused);

    at::Tensor hidden;
    while (std::ssize(m_ids) < std::ssize(ids)) {
        const std::int64_t first = std::ssize(m_ids);
        const std::int64_t rows = std::min(options.rowsPerPass, std::ssize(ids) - first);
        const auto piece =
            ids.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(rows));
        const bool isLast = first + rows == std::ssize(ids);
        StateObserver states;
        if (options.states)
            states = [&options, first](std::int64_t layer, const at::Tensor& made) {
                options.states(layer, first, made);
            };
        const std::array steps = {SequenceStep{&m_cache, rows, std::ssize(ids),
                                               isLast ? options.observer : AttentionObserver(),
                                               states}};
        auto pass = m_model->decoder().forward(embed(piece, first), steps, stop);
        if (!pass)
            return tl::unexpected(pass.error());
        m_ids.insert(m_ids.end(), piece.begin(), piece.end());
        hidden = pass->narrow(0, rows - 1, 1);
        if (options.progress)
            options.progress(static_cast<double>(m_ids.size()) / static_cast<double>(ids.size()));
    }
    m_lastRead.assign(ids.begin(), ids.end());
    m_lastLogits = m_model->decoder().logits(hidden).squeeze(0);
    return m_lastLogits;
}

Result<at::Tensor> PictureSession::append(std::int64_t id, const AttentionObserver& observer,
                                          std::stop_token stop) {
    const std::array piece = {id};
    const std::array steps = {SequenceStep{&m_cache, 1, 0, observer, {}}};
    auto hidden = m_model->decoder().forward(m_model->decoder().embed(piece), steps, stop);
    if (!hidden)
        return tl::unexpected(hidden.error());
    m_ids.push_back(id);
    return m_model->decoder().logits(*hidden).squeeze(0);
}

Result<double> PictureSession::logLikelihood(const at::Tensor& logits,
                                             std::span<const std::int64_t> continuation,
                                             std::stop_token stop) {
    const auto each = logLikelihoods(logits, continuation, stop);
    if (!each)
        return tl::unexpected(each.error());
    return std::accumulate(each->begin(), each->end(), 0.0);
}

Result<std::vector<double>>
PictureSession::logLikelihoods(const at::Tensor& logits, std::span<const std::int64_t> continuation,
                               std::stop_token stop) {
    at::Tensor all = logits.unsqueeze(0);
    const std::int64_t rows = std::ssize(continuation) - 1;
    if (rows > 0) {
        const std::array steps = {SequenceStep{&m_cache, rows, 0, {}, {}}};
        const auto given = continuation.first(static_cast<std::size_t>(rows));
        auto hidden = m_model->decoder().forward(m_model->decoder().embed(given), steps, stop);
        m_cache.truncate(std::ssize(m_ids));
        if (!hidden)
            return tl::unexpected(hidden.error());
        all = at::cat({all, m_model->decoder().logits(*hidden)});
    }
    const at::Tensor wanted =
        at::tensor(at::ArrayRef<std::int64_t>(continuation.data(), continuation.size()))
            .to(all.device());
    const at::Tensor each = at::log_softmax(all.to(at::kDouble), 1)
                                .gather(1, wanted.unsqueeze(1))
                                .squeeze(1)
                                .cpu()
                                .contiguous();
    const auto* values = each.data_ptr<double>();
    return std::vector<double>(values, values + each.numel());
}

} // namespace core::model
