// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/checkpoint/weight_loader.h"

#include <ATen/ATen.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace core::model {

/// How the matrices of a made-up model are kept. Half: float16, widened for each product.
enum class RandomStorage { Half, Int8, Int4 };

/// Memory of a matrix kept so.
[[nodiscard]] std::uint64_t storedBytes(RandomStorage storage, std::int64_t rows,
                                        std::int64_t columns);

/// Weights out of a seeded generator, made where they will stay, of the size that trained ones
/// have, so that no number overflows. For measuring speed and memory without a checkpoint.
class RandomWeights : public WeightLoader {
  public:
    /// Quantized layers lie here; it must outlive the model.
    using Memory = std::vector<at::Tensor>;

    struct Options {
        RandomStorage storage = RandomStorage::Int4;
        std::uint64_t totalBytes = 0; ///< for the progress
        ProgressCallback progress;    ///< stage "load"
        std::stop_token stop;
    };

    RandomWeights(Options options, Memory& memory)
        : m_options(std::move(options)), m_memory(memory) {}

    [[nodiscard]] at::Tensor wide(const std::string& name,
                                  const std::vector<std::int64_t>& shape) override;
    /// float16
    [[nodiscard]] at::Tensor matrix(const std::string& name,
                                    const std::vector<std::int64_t>& shape) override;
    [[nodiscard]] Linear linear(const std::string& name, std::int64_t out, std::int64_t in,
                                bool hasBias) override;
    [[nodiscard]] Linear sharing(const at::Tensor& matrix) const override {
        return {matrix, {}, m_scratch};
    }
    /// @errors Cancelled
    [[nodiscard]] Result<void> status() const override;

  private:
    [[nodiscard]] bool isStopped();
    [[nodiscard]] at::Tensor halves(const std::vector<std::int64_t>& shape, double deviation);
    const std::uint8_t* bytes(std::size_t count);
    void count(std::uint64_t bytes);

    Options m_options;
    Memory& m_memory;
    std::shared_ptr<WideningScratch> m_scratch = std::make_shared<WideningScratch>();
    std::optional<Error> m_failure;
    std::uint64_t m_doneBytes = 0;
    std::uint64_t m_random = 0x9E3779B97F4A7C15U;
};

} // namespace core::model
