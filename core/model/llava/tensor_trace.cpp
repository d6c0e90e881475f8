// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/llava/tensor_trace.h"

#include "core/base/output_file.h"
#include "core/model/checkpoint/safetensors.h"

#include <span>

namespace core::model {

void TensorTrace::keep(const std::string& name, const at::Tensor& tensor) {
    const auto type = tensor.is_floating_point() ? at::kFloat : at::kLong;
    m_tensors[name] = tensor.to(at::kCPU, type, /*non_blocking=*/false, /*copy=*/true).contiguous();
}

void TensorTrace::keepIds(const std::string& name, const std::vector<std::int64_t>& ids) {
    keep(name, at::tensor(ids, at::kLong).unsqueeze(0));
}

void TensorTrace::addAttention(std::int64_t layer, const at::Tensor& lastRow,
                               std::int64_t firstImageToken, std::int64_t imageTokens) {
    m_attention[static_cast<std::size_t>(layer)].push_back(
        lastRow.narrow(1, firstImageToken, imageTokens).mean(0).to(at::kCPU));
}

Result<void> TensorTrace::write(const std::filesystem::path& directory,
                                const std::string& answer) const {
    if (auto made = OutputFile::makeFolder(directory); !made)
        return made;
    auto tensors = m_tensors;
    std::vector<at::Tensor> layers;
    for (const auto& rows : m_attention)
        if (!rows.empty())
            layers.push_back(at::stack(rows));
    if (!layers.empty())
        tensors["attention_to_image"] =
            at::stack(layers).contiguous(); // [layers, tokens, imageTokens]
    std::vector<TensorToWrite> entries;
    for (const auto& [name, tensor] : tensors)
        entries.push_back({name, tensor.is_floating_point() ? DataType::F32 : DataType::I64,
                           tensor.sizes().vec(),
                           std::span(static_cast<const std::uint8_t*>(tensor.data_ptr()),
                                     static_cast<std::size_t>(tensor.nbytes()))});
    if (auto written = writeSafetensors(directory / "trace.safetensors", entries); !written)
        return written;
    return writeOutput(directory / "answer.txt", output_kind::kText, answer);
}

} // namespace core::model
