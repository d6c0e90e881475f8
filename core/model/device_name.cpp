// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/device_name.h"

#include <ATen/ATen.h>

namespace core::model {

Result<at::Device> deviceNamed(const std::string& name) {
    try {
        const at::Device device(name);
        if (device.is_cuda() && !at::hasCUDA())
            return fail(ErrorCode::EngineUnavailable,
                        "This build's libtorch has no CUDA; choose the device \"cpu\".");
        return device;
    } catch (const c10::Error&) {
        return fail(ErrorCode::InvalidArgument,
                    "\"" + name + "\" is no device; use \"cpu\" or \"cuda:0\".");
    }
}

} // namespace core::model
