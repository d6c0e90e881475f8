// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/activation.h"

namespace core::model {

at::Tensor activated(const at::Tensor& x, Activation activation) {
    switch (activation) {
    case Activation::QuickGelu:
        return x * at::sigmoid(x * 1.702);
    case Activation::Gelu:
        return at::gelu(x);
    case Activation::GeluTanh:
        return at::gelu(x, "tanh");
    case Activation::Silu:
        break;
    }
    return at::silu(x);
}

} // namespace core::model
