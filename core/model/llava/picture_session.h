// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/llava/llava.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace core::model {

/// One picture and the text read and written about it so far. What was read once is kept, so that a
/// further question costs only its own tokens.
class PictureSession {
  public:
    struct ReadOptions {
        std::int64_t rowsPerPass = 128; ///< more is faster, needs more memory
        AttentionObserver observer;     ///< of the last row
        /// What each layer made of the rows from position `first` on; not of rows that are reused.
        std::function<void(std::int64_t layer, std::int64_t first, const at::Tensor& rows)> states;
        std::function<void(double share)> progress;
    };

    explicit PictureSession(const Llava& model)
        : m_model(&model), m_cache(model.decoder().makeCache()) {}

    /// @param projected  [imageTokens, text width]; forgets the text about the picture before
    void show(at::Tensor projected);

    /// Takes over a text that another session has read, up to the picture at most.
    /// @param ids  what `cache` holds, without image tokens
    void startWith(const KvCache& cache, std::span<const std::int64_t> ids);

    /// Makes `ids` the text so far, reusing the longest common beginning with the present one.
    /// Reading the same ids again gives the same logits to the last bit.
    /// @param ids  not empty, the image token repeated for each image token
    /// @return     logits behind the last token: [vocabulary]
    /// @errors InvalidArgument (image tokens do not fit the picture), Cancelled; what was read
    /// until
    ///         then is kept for the next attempt
    [[nodiscard]] Result<at::Tensor> read(std::span<const std::int64_t> ids,
                                          const ReadOptions& options, std::stop_token stop);

    /// Appends one token. @return logits behind it. @errors Cancelled
    [[nodiscard]] Result<at::Tensor> append(std::int64_t id, const AttentionObserver& observer,
                                            std::stop_token stop);

    /// append() in two halves, so that several sessions can share the pass between them.
    [[nodiscard]] SequenceStep stepForOne(AttentionObserver observer) {
        return {&m_cache, 1, 0, std::move(observer), {}};
    }
    void tookOne(std::int64_t id) { m_ids.push_back(id); }

    /// Natural logarithm of the probability that exactly these tokens follow. The text stays as it
    /// is.
    /// @param logits        behind the present text
    /// @param continuation  not empty
    /// @errors Cancelled
    [[nodiscard]] Result<double> logLikelihood(const at::Tensor& logits,
                                               std::span<const std::int64_t> continuation,
                                               std::stop_token stop);

    /// The same for each token on its own, behind the tokens before it.
    /// @errors Cancelled
    [[nodiscard]] Result<std::vector<double>>
    logLikelihoods(const at::Tensor& logits, std::span<const std::int64_t> continuation,
                   std::stop_token stop);

    [[nodiscard]] const std::vector<std::int64_t>& ids() const { return m_ids; }
    [[nodiscard]] std::int64_t reusedByLastRead() const { return m_reused; }
    [[nodiscard]] bool hasPicture() const { return m_picture.defined(); }

  private:
    [[nodiscard]] bool fitsPicture(std::span<const std::int64_t> ids) const;
    [[nodiscard]] at::Tensor embed(std::span<const std::int64_t> ids, std::int64_t first) const;

    const Llava* m_model;
    at::Tensor m_picture;
    KvCache m_cache;
    std::vector<std::int64_t> m_ids; ///< what the cache holds
    std::vector<std::int64_t> m_lastRead;
    at::Tensor m_lastLogits; ///< behind m_lastRead
    std::int64_t m_reused = 0;
};

} // namespace core::model
