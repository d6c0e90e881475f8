// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <c10/core/InferenceMode.h>
#include <c10/util/Exception.h>

#include <new>
#include <string>

namespace core::model {

/// Turns what libtorch throws into an error.
/// @errors those of the work; LimitExceeded, Internal
template <typename Work> auto caught(const Work& work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded, "There is not enough memory for the model.");
    } catch (const c10::Error& error) {
        const std::string what = error.what_without_backtrace();
        if (what.find("allocate") != std::string::npos ||
            what.find("out of memory") != std::string::npos)
            return fail(ErrorCode::LimitExceeded, "There is not enough memory for the model.");
        return fail(ErrorCode::Internal, "libtorch failed: " + what);
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal, std::string("The model failed: ") + error.what());
    }
}

/// The same for work on tensors without gradients.
template <typename Work> auto guarded(const Work& work) -> decltype(work()) {
    return caught([&] {
        const c10::InferenceMode inference;
        return work();
    });
}

} // namespace core::model
