// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/kernel_machine.h"

#include "core/model/checkpoint/safetensors.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>

namespace core::model {

namespace {

std::vector<float> standardized(const KernelMachine& machine, std::span<const float> values) {
    std::vector<float> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        result[i] = std::clamp((values[i] - machine.mean[i]) / machine.scale[i], -kMostDeviation,
                               kMostDeviation);
    return result;
}

std::vector<float> projected(const KernelMachine& machine, const std::vector<float>& values) {
    std::vector<float> result(static_cast<std::size_t>(machine.components));
    const float* row = machine.projection.data();
    for (float& component : result) {
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i)
            sum += static_cast<double>(row[i]) * values[i];
        component = static_cast<float>(sum);
        row += values.size();
    }
    return result;
}

/// The kernel with each center, times its coefficient.
std::vector<double> weightedKernel(const KernelMachine& machine, const std::vector<float>& place) {
    std::vector<double> result(static_cast<std::size_t>(machine.centers));
    const float* center = machine.places.data();
    for (std::size_t c = 0; c < result.size(); ++c, center += place.size()) {
        double distance = 0;
        for (std::size_t i = 0; i < place.size(); ++i) {
            const double difference = static_cast<double>(place[i]) - center[i];
            distance += difference * difference;
        }
        result[c] = machine.coefficients[c] * std::exp(-machine.gamma * distance);
    }
    return result;
}

// ---- files -----------------------------------------------------------------------------------

/// @throws std::runtime_error naming what does not fit
std::vector<float> floatsOf(const SafetensorsFile& file, const std::string& name,
                            std::size_t count) {
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end())
        throw std::runtime_error("it lacks \"" + name + "\"");
    const TensorEntry& entry = found->second;
    if (static_cast<std::size_t>(entry.elements()) != count ||
        (entry.type != DataType::F16 && entry.type != DataType::F32))
        throw std::runtime_error("\"" + name + "\" has another shape or type");
    std::vector<float> values(count);
    const auto bytes = file.bytes(entry);
    if (entry.type == DataType::F32) {
        std::memcpy(values.data(), bytes.data(), bytes.size());
        return values;
    }
    std::vector<at::Half> halves(count);
    std::memcpy(static_cast<void*>(halves.data()), bytes.data(), bytes.size());
    std::ranges::copy(halves, values.begin());
    return values;
}

std::int64_t sizeOfAxis(const SafetensorsFile& file, const std::string& name, std::size_t axis) {
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end() || found->second.shape.size() <= axis ||
        found->second.shape[axis] < 1)
        throw std::runtime_error("it lacks \"" + name + "\"");
    return found->second.shape[axis];
}

KernelMachine machineFrom(const SafetensorsFile& file, const std::string& name) {
    KernelMachine machine;
    const std::string prefix = name + ".";
    machine.components = static_cast<int>(sizeOfAxis(file, prefix + "projection", 0));
    machine.inputs = static_cast<int>(sizeOfAxis(file, prefix + "projection", 1));
    machine.centers = static_cast<int>(sizeOfAxis(file, prefix + "places", 0));
    const auto inputs = static_cast<std::size_t>(machine.inputs);
    const auto components = static_cast<std::size_t>(machine.components);
    const auto centers = static_cast<std::size_t>(machine.centers);
    machine.mean = floatsOf(file, prefix + "mean", inputs);
    machine.scale = floatsOf(file, prefix + "scale", inputs);
    machine.projection = floatsOf(file, prefix + "projection", components * inputs);
    machine.places = floatsOf(file, prefix + "places", centers * components);
    machine.coefficients = floatsOf(file, prefix + "coefficients", centers);
    const auto constants = floatsOf(file, prefix + "constants", 2);
    machine.gamma = constants[0];
    machine.bias = constants[1];
    if (!std::ranges::all_of(machine.scale, [](float scale) { return scale > 0; }))
        throw std::runtime_error("a scale is not above zero");
    return machine;
}

std::vector<std::uint8_t> bytesOf(const std::vector<float>& values, DataType type) {
    std::vector<std::uint8_t> bytes(values.size() * sizeOf(type));
    if (type == DataType::F32) {
        std::memcpy(bytes.data(), values.data(), bytes.size());
        return bytes;
    }
    const std::vector<at::Half> halves(values.begin(), values.end());
    std::memcpy(bytes.data(), halves.data(), bytes.size());
    return bytes;
}

/// Tensors and the bytes they point to.
struct Output {
    std::vector<TensorToWrite> tensors;
    std::vector<std::vector<std::uint8_t>> bytes;

    void add(const std::string& name, DataType type, std::vector<std::int64_t> shape,
             const std::vector<float>& values) {
        bytes.push_back(bytesOf(values, type));
        tensors.push_back({name, type, std::move(shape), {}});
    }
};

} // namespace

double KernelMachine::score(std::span<const float> values) const {
    const auto kernel = weightedKernel(*this, projected(*this, standardized(*this, values)));
    double sum = bias;
    for (const double value : kernel)
        sum += value;
    return sum;
}

double KernelMachine::distance(std::span<const float> values) const {
    double sum = 0;
    for (const float component : projected(*this, standardized(*this, values)))
        sum += static_cast<double>(component) * component;
    return sum / components;
}

std::vector<float> KernelMachine::contributions(std::span<const float> values) const {
    const std::vector<float> deviations = standardized(*this, values);
    const std::vector<float> place = projected(*this, deviations);
    const std::vector<double> kernel = weightedKernel(*this, place);
    std::vector<double> slope(place.size(), 0);
    const float* center = places.data();
    for (const double weight : kernel) {
        for (std::size_t i = 0; i < place.size(); ++i)
            slope[i] -= 2 * gamma * weight * (static_cast<double>(place[i]) - center[i]);
        center += place.size();
    }
    std::vector<double> sums(deviations.size(), 0);
    const float* row = projection.data();
    for (const double each : slope) {
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += each * row[i];
        row += sums.size();
    }
    std::vector<float> result(sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i)
        result[i] = static_cast<float>(sums[i] * deviations[i]);
    return result;
}

Result<std::vector<KernelMachine>> readKernelMachines(const std::filesystem::path& file,
                                                      const std::vector<std::string>& names) {
    const auto opened = SafetensorsFile::open(file);
    if (!opened && opened.error().code == ErrorCode::FileNotFound)
        return fail(ErrorCode::ModelMissing, "The embedded engine's file " + file.string() +
                                                 " is missing; reinstall Clueglass.");
    if (!opened)
        return tl::unexpected(opened.error());
    try {
        std::vector<KernelMachine> machines;
        for (const std::string& name : names)
            machines.push_back(machineFrom(*opened, name));
        return machines;
    } catch (const std::exception& error) {
        return fail(ErrorCode::ModelInvalid, "The embedded engine's file " + file.string() +
                                                 " cannot be used: " + error.what() +
                                                 "; reinstall Clueglass.");
    }
}

Result<void> writeKernelMachines(const std::vector<KernelMachine>& machines,
                                 const std::vector<std::string>& names,
                                 const std::filesystem::path& file) {
    Output output;
    for (std::size_t i = 0; i < machines.size(); ++i) {
        const KernelMachine& machine = machines[i];
        const std::string prefix = names[i] + ".";
        output.add(prefix + "mean", DataType::F32, {machine.inputs}, machine.mean);
        output.add(prefix + "scale", DataType::F32, {machine.inputs}, machine.scale);
        output.add(prefix + "projection", DataType::F16, {machine.components, machine.inputs},
                   machine.projection);
        output.add(prefix + "places", DataType::F16, {machine.centers, machine.components},
                   machine.places);
        output.add(prefix + "coefficients", DataType::F32, {machine.centers}, machine.coefficients);
        output.add(prefix + "constants", DataType::F32, {2},
                   {static_cast<float>(machine.gamma), static_cast<float>(machine.bias)});
    }
    for (std::size_t i = 0; i < output.tensors.size(); ++i)
        output.tensors[i].bytes = output.bytes[i];
    return writeSafetensors(file, output.tensors);
}

} // namespace core::model
