// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/computed_gate.h"

#include "core/model/detector/kernel_machine_fit.h"
#include "core/training/computed_pictures.h"
#include "core/training/resave.h"
#include "core/training/source_folds.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <map>
#include <span>
#include <utility>

namespace core::training {

namespace {

constexpr int kLeastSide = 400;
constexpr int kMostSide = 1400;
constexpr auto kInputs = static_cast<std::size_t>(model::kNetworkFeatures);

/// Few pictures of few kinds: a small machine, which leaves most of the room between them open.
model::KernelFitOptions kernelOptions(std::uint64_t seed) {
    model::KernelFitOptions options;
    options.components = 100;
    options.gamma = 1.0 / 200;
    options.centers = 800;
    options.seed = seed;
    return options;
}

/// Pictures with their features, and the part of each that is left out together.
struct Group {
    std::vector<float> values; ///< [pictures, kInputs]
    std::vector<int> parts;

    [[nodiscard]] std::size_t size() const { return parts.size(); }
    [[nodiscard]] std::span<const float> at(std::size_t i) const {
        return {values.data() + i * kInputs, kInputs};
    }
};

Result<Group> drawnComputed(const model::PictureNetwork& network,
                            const ComputedGateOptions& options) {
    const Measured measured = networkValues(network);
    Random random(options.seed);
    Group group;
    for (std::size_t kind = 0; kind < kComputedKinds; ++kind) {
        for (int i = 0; i < options.perKind; ++i) {
            const cv::Size size(integer(random, kLeastSide, kMostSide),
                                integer(random, kLeastSide, kMostSide));
            cv::Mat picture = computedPicture(computedKind(kind), size, random);
            const bool isJpeg = integer(random, 0, 1) == 1;
            if (isJpeg) {
                auto saved = resavedAsJpeg(picture, integer(random, 60, 96), integer(random, 1, 2));
                if (!saved)
                    return tl::unexpected(saved.error());
                picture = std::move(*saved);
            }
            const auto values = measured.values(picture, isJpeg, random);
            if (!values)
                return tl::unexpected(values.error());
            group.values.insert(group.values.end(), values->begin(), values->end());
            group.parts.push_back(static_cast<int>(kind));
        }
    }
    return group;
}

Group picturesAsFound(const StatisticsTable& table, const std::vector<std::size_t>& rows) {
    Group group;
    for (const std::size_t row : rows) {
        if (table.rows[row].condition != conditionName(Condition::Found))
            continue;
        cv::Mat values;
        table.values(cv::Rect(kResidualValues, static_cast<int>(row), model::kNetworkFeatures, 1))
            .convertTo(values, CV_32F);
        const auto* first = values.ptr<float>();
        group.values.insert(group.values.end(), first, first + kInputs);
        group.parts.push_back(foldOf(table.rows[row].source));
    }
    return group;
}

/// @param leavesOut  whether a part has no share in the fit, of pictures and of computed ones
template <typename LeavesOut>
Result<model::KernelMachine> fittedTo(const Group& pictures, const Group& computed,
                                      std::uint64_t seed, LeavesOut leavesOut) {
    std::vector<float> values;
    std::vector<bool> isComputed;
    const auto add = [&](const Group& group, bool computedGroup) {
        for (std::size_t i = 0; i < group.size(); ++i) {
            if (leavesOut(group.parts[i], computedGroup))
                continue;
            const auto each = group.at(i);
            values.insert(values.end(), each.begin(), each.end());
            isComputed.push_back(computedGroup);
        }
    };
    add(pictures, false);
    add(computed, true);
    const auto count = static_cast<double>(std::ranges::count(isComputed, true));
    const auto all = static_cast<double>(isComputed.size());
    std::vector<double> weights;
    for (const bool each : isComputed)
        weights.push_back(0.5 * all / (each ? count : all - count));
    return model::fitKernelMachine(
        {values, model::kNetworkFeatures, std::move(isComputed), std::move(weights)},
        kernelOptions(seed));
}

} // namespace

Result<ComputedGate> fittedComputedGate(const StatisticsTable& table,
                                        const std::vector<std::size_t>& rows,
                                        const model::PictureNetwork& network,
                                        const ComputedGateOptions& options,
                                        const std::function<void(const std::string&)>& log) {
    const auto computed = drawnComputed(network, options);
    if (!computed)
        return tl::unexpected(computed.error());
    const Group pictures = picturesAsFound(table, rows);
    std::vector<double> pictureScores;
    std::map<int, std::vector<double>> computedScores;
    for (int part = 0; part < static_cast<int>(kComputedKinds); ++part) {
        const int fold = part % kFolds;
        const auto machine =
            fittedTo(pictures, *computed, options.seed, [&](int each, bool isComputed) {
                return each == (isComputed ? part : fold) || (!isComputed && each == kSealedFold);
            });
        if (!machine)
            return tl::unexpected(machine.error());
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            if (part < kFolds && pictures.parts[i] == fold)
                pictureScores.push_back(machine->score(pictures.at(i)));
        }
        for (std::size_t i = 0; i < computed->size(); ++i) {
            if (computed->parts[i] == part)
                computedScores[part].push_back(machine->score(computed->at(i)));
        }
        if (log)
            log("computed: without " +
                std::string(computedKind(static_cast<std::size_t>(part)).name));
    }
    std::ranges::sort(pictureScores);
    ComputedGate gate;
    gate.threshold = pictureScores[static_cast<std::size_t>(
        (1 - options.mostLost) * static_cast<double>(pictureScores.size() - 1))];
    gate.figures = {{"threshold", gate.threshold},
                    {"pictures_out_of_fold", pictureScores.size()},
                    {"pictures_stopped", options.mostLost},
                    {"kinds_left_out", nlohmann::ordered_json::object()}};
    for (const auto& [part, scores] : computedScores) {
        const auto stopped =
            std::ranges::count_if(scores, [&](double score) { return score > gate.threshold; });
        gate.figures["kinds_left_out"]
                    [std::string(computedKind(static_cast<std::size_t>(part)).name)] = {
            {"stopped", stopped}, {"of", scores.size()}};
    }
    auto machine = fittedTo(pictures, *computed, options.seed, [](int, bool) { return false; });
    if (!machine)
        return tl::unexpected(machine.error());
    gate.machine = std::move(*machine);
    return gate;
}

} // namespace core::training
