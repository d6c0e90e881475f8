// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/stored_tensor.h"

#include <cstring>

namespace core::model {

std::optional<at::ScalarType> scalarTypeOf(DataType type) {
    switch (type) {
    case DataType::F64:
        return at::kDouble;
    case DataType::F32:
        return at::kFloat;
    case DataType::F16:
        return at::kHalf;
    case DataType::BF16:
        return at::kBFloat16;
    default:
        return std::nullopt;
    }
}

at::Tensor wideTensor(const SafetensorsFile& file, const TensorEntry& entry) {
    const auto type = scalarTypeOf(entry.type);
    if (!type)
        return {};
    // The file's numbers may lie at odd addresses.
    at::Tensor stored = at::empty(entry.shape, at::TensorOptions().dtype(*type));
    const auto bytes = file.bytes(entry);
    std::memcpy(stored.data_ptr(), bytes.data(), bytes.size());
    return stored.to(at::kFloat);
}

std::vector<std::uint8_t> storedBytes(const at::Tensor& tensor, DataType type) {
    const at::Tensor stored =
        tensor.detach().to(at::kCPU, scalarTypeOf(type).value_or(at::kFloat)).contiguous();
    const auto* first = static_cast<const std::uint8_t*>(stored.data_ptr());
    return {first, first + stored.nbytes()};
}

} // namespace core::model
