// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace core::model {

/// Collects what the model computed on the way to an answer, for comparison with the reference.
class TensorTrace {
  public:
    explicit TensorTrace(std::int64_t layers) : m_attention(static_cast<std::size_t>(layers)) {}

    /// Keeps a copy in plain memory, float32 or int64.
    void keep(const std::string& name, const at::Tensor& tensor);
    void keepIds(const std::string& name, const std::vector<std::int64_t>& ids);

    /// Adds one generated token's attention: the mean over heads, image tokens only.
    /// @param lastRow  [heads, positions]
    void addAttention(std::int64_t layer, const at::Tensor& lastRow, std::int64_t firstImageToken,
                      std::int64_t imageTokens);

    /// Writes DIRECTORY/trace.safetensors and DIRECTORY/answer.txt.
    /// @errors WriteFailed
    [[nodiscard]] Result<void> write(const std::filesystem::path& directory,
                                     const std::string& answer) const;

  private:
    std::map<std::string, at::Tensor> m_tensors;
    std::vector<std::vector<at::Tensor>> m_attention; ///< layers x tokens, each [imageTokens]
};

} // namespace core::model
