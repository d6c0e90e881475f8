// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace core::model {

/// Which BLAS library the process really uses for matrix products.
struct BlasInfo {
    std::string library;      ///< its file, e.g. "/usr/lib/.../openblas-openmp/libblas.so.3"
    bool isReference = false; ///< Netlib's reference BLAS: 30 to 40 times slower
};

[[nodiscard]] BlasInfo liveBlas();

/// Cores without their hyper-threads; at least 1. libtorch's own default halves them once more.
[[nodiscard]] int physicalCores();

/// Threads that one tensor operation may use; process-wide.
void useThreads(int count);

} // namespace core::model
