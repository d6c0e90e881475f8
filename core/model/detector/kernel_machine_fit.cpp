// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/kernel_machine_fit.h"

#include <torch/torch.h>

#include <algorithm>
#include <exception>
#include <random>
#include <string>

namespace core::model {

namespace {

constexpr int kExtraDirections = 30;
constexpr int kPowerIterations = 2;
constexpr double kSmallestVariance = 1e-9;
constexpr double kJitter = 1e-5;

at::Tensor matrixOf(std::span<const float> values, std::int64_t columns) {
    const auto rows = static_cast<std::int64_t>(values.size()) / columns;
    return torch::from_blob(const_cast<float*>(values.data()), {rows, columns}, torch::kFloat);
}

std::vector<float> vectorOf(const at::Tensor& tensor) {
    const at::Tensor packed = tensor.to(torch::kFloat).contiguous();
    return {packed.data_ptr<float>(), packed.data_ptr<float>() + packed.numel()};
}

std::vector<double> doublesOf(const at::Tensor& tensor) {
    const at::Tensor packed = tensor.to(torch::kDouble).contiguous();
    return {packed.data_ptr<double>(), packed.data_ptr<double>() + packed.numel()};
}

/// Principal directions of the rows, scaled so that projections have variance one.
/// @source Halko, Martinsson & Tropp, "Finding Structure with Randomness", 2011, algorithm 4.4
at::Tensor whiteningOf(const at::Tensor& rows, int components, at::Generator generator) {
    const auto directions =
        std::min<std::int64_t>(components + kExtraDirections, std::min(rows.size(0), rows.size(1)));
    at::Tensor range = rows.t().matmul(at::randn({rows.size(0), directions}, generator));
    for (int i = 0; i < kPowerIterations; ++i) {
        const at::Tensor basis = std::get<0>(at::linalg_qr(range));
        range = rows.t().matmul(rows.matmul(basis));
    }
    const at::Tensor basis = std::get<0>(at::linalg_qr(range)); // [inputs, directions]
    const at::Tensor inside = rows.matmul(basis);
    const at::Tensor covariance = inside.t().matmul(inside) / static_cast<double>(rows.size(0));
    const auto [variances, vectors] = at::linalg_eigh(covariance);
    const at::Tensor best = vectors.slice(1, directions - components);
    const at::Tensor scale =
        at::rsqrt(at::clamp_min(variances.slice(0, directions - components), kSmallestVariance));
    return basis.matmul(best * scale).contiguous(); // [inputs, components]
}

at::Tensor kernelBetween(const at::Tensor& a, const at::Tensor& b, double gamma) {
    const at::Tensor distance =
        a.square().sum(1, true) + b.square().sum(1).unsqueeze(0) - 2 * a.matmul(b.t());
    return at::exp(-gamma * at::clamp_min(distance, 0));
}

std::vector<std::int64_t> drawnCenters(const std::vector<double>& weights, int count,
                                       std::uint64_t seed) {
    // Weighted sampling without replacement: Efraimidis & Spirakis, 2006.
    std::mt19937_64 random(seed);
    std::vector<std::pair<double, std::int64_t>> keys;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double drawn = (static_cast<double>(random() >> 11U) + 1) * 0x1.0p-53;
        keys.emplace_back(-std::log(drawn) / weights[i], static_cast<std::int64_t>(i));
    }
    std::ranges::sort(keys);
    keys.resize(std::min<std::size_t>(keys.size(), static_cast<std::size_t>(count)));
    std::vector<std::int64_t> chosen;
    for (const auto& [key, index] : keys)
        chosen.push_back(index);
    return chosen;
}

at::Tensor standardizedRows(const at::Tensor& rows, const at::Tensor& mean,
                            const at::Tensor& scale) {
    return at::clamp((rows - mean) / scale, -kMostDeviation, kMostDeviation);
}

KernelMachine fitted(const KernelProblem& problem, const KernelFitOptions& options) {
    const at::NoGradGuard noGradients;
    const at::Tensor rows = matrixOf(problem.values, problem.inputs);
    const at::Tensor weights = at::tensor(problem.weights).to(torch::kFloat); // [rows]
    const at::Tensor shares = (weights / weights.sum()).unsqueeze(1);
    const at::Tensor mean = (rows * shares).sum(0);
    const at::Tensor scale = at::sqrt(((rows - mean).square() * shares).sum(0)) + 1e-6;
    const at::Tensor white = standardizedRows(rows, mean, scale);
    auto generator = at::make_generator<at::CPUGeneratorImpl>(options.seed);
    const at::Tensor projection =
        whiteningOf(white * at::sqrt(weights).unsqueeze(1), options.components, generator);
    const at::Tensor places = white.matmul(projection);
    const auto chosen = drawnCenters(problem.weights, options.centers, options.seed);
    const at::Tensor centers = places.index_select(0, at::tensor(chosen));
    std::vector<float> targets;
    for (const bool isGenerated : problem.isGenerated)
        targets.push_back(isGenerated ? 1.F : -1.F);
    const at::Tensor target = at::tensor(targets);
    const double bias = (target * shares.squeeze(1)).sum().item<double>();
    const at::Tensor kernel = kernelBetween(places, centers, options.gamma);
    const at::Tensor weighted = kernel * weights.unsqueeze(1);
    at::Tensor equations =
        weighted.t().matmul(kernel).to(torch::kDouble) +
        options.ridge * kernelBetween(centers, centers, options.gamma).to(torch::kDouble);
    // The products are summed in single precision; this keeps the matrix positive definite.
    equations.diagonal() += kJitter * equations.trace() / centers.size(0);
    const at::Tensor right = weighted.t().matmul(target - bias).to(torch::kDouble);
    const at::Tensor factor = at::linalg_cholesky(equations);
    const at::Tensor coefficients = at::cholesky_solve(right.unsqueeze(1), factor).squeeze(1);
    KernelMachine machine;
    machine.inputs = problem.inputs;
    machine.components = options.components;
    machine.centers = static_cast<int>(centers.size(0));
    machine.gamma = options.gamma;
    machine.bias = bias;
    machine.mean = vectorOf(mean);
    machine.scale = vectorOf(scale);
    machine.projection = vectorOf(projection.t());
    machine.places = vectorOf(centers);
    machine.coefficients = vectorOf(coefficients);
    return machine;
}

} // namespace

Result<KernelMachine> fitKernelMachine(const KernelProblem& problem,
                                       const KernelFitOptions& options) {
    const auto generated = std::ranges::count(problem.isGenerated, true);
    const auto rows = static_cast<std::ptrdiff_t>(problem.isGenerated.size());
    if (generated == 0 || generated == rows || rows <= options.components)
        return fail(ErrorCode::InvalidArgument,
                    "The kernel machine needs pictures of both classes, and more of them than "
                    "principal components.");
    try {
        return fitted(problem, options);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded, "There is not enough memory for the fit.");
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal,
                    std::string("The kernel machine could not be fitted: ") + error.what());
    }
}

MachineOutput outputOf(const KernelMachine& machine, std::span<const float> values) {
    const at::NoGradGuard noGradients;
    const at::Tensor white = standardizedRows(matrixOf(values, machine.inputs),
                                              at::tensor(machine.mean), at::tensor(machine.scale));
    const at::Tensor places =
        white.matmul(matrixOf(machine.projection, machine.inputs).t()); // [rows, components]
    const at::Tensor kernel =
        kernelBetween(places, matrixOf(machine.places, machine.components), machine.gamma);
    const at::Tensor scores = kernel.matmul(at::tensor(machine.coefficients)) + machine.bias;
    return {doublesOf(scores), doublesOf(places.square().mean(1))};
}

} // namespace core::model
