// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blas_info.h"

#include <ATen/Parallel.h>

#include <dlfcn.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <utility>

namespace core::model {

namespace {

/// (package, core) pairs of /proc/cpuinfo; 0 when the file does not tell.
int countedCores() {
    std::ifstream info("/proc/cpuinfo");
    std::set<std::pair<std::string, std::string>> cores;
    std::string line;
    std::string package;
    while (std::getline(info, line)) {
        const auto colon = line.find(':');
        if (colon == std::string::npos)
            continue;
        if (line.starts_with("physical id"))
            package = line.substr(colon + 1);
        else if (line.starts_with("core id"))
            cores.emplace(package, line.substr(colon + 1));
    }
    return static_cast<int>(cores.size());
}

} // namespace

BlasInfo liveBlas() {
    // The symbol that libtorch's own calls resolve to, wherever the loader found it.
    void* product = dlsym(RTLD_DEFAULT, "sgemm_");
    Dl_info where{};
    if (product == nullptr || dladdr(product, &where) == 0 || where.dli_fname == nullptr)
        return {"unknown", false};
    // Alternatives are symbolic links; the real file's name says which library it is.
    std::error_code error;
    const auto real = std::filesystem::canonical(where.dli_fname, error);
    BlasInfo info;
    info.library = error ? std::string(where.dli_fname) : real.string();
    const bool isFast = info.library.find("openblas") != std::string::npos ||
                        info.library.find("blis") != std::string::npos ||
                        info.library.find("mkl") != std::string::npos ||
                        info.library.find("atlas") != std::string::npos;
    info.isReference = !isFast && info.library.find("blas") != std::string::npos;
    return info;
}

int physicalCores() {
    const int counted = countedCores();
    const int logical = static_cast<int>(std::thread::hardware_concurrency());
    // A virtual machine may report one core id for all of its processors.
    return std::max(1, counted > 1 ? std::min(counted, std::max(logical, 1)) : logical);
}

void useThreads(int count) {
    at::set_num_threads(std::max(1, count));
}

} // namespace core::model
