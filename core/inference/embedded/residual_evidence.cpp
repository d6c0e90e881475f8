// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/residual_evidence.h"

#include "core/forensics/statistics/residual_statistics.h"
#include "core/image/mat.h"

#include <cmath>
#include <future>
#include <utility>

namespace core::inference {

namespace {

using Values = std::vector<float>;

/// The offset of the last save: any but a multiple of 8, so that no picture keeps its grid.
constexpr int kOffset = 4;

void addInputs(const std::string& name, const model::KernelMachine& machine, const Values& values,
               std::map<std::string, double>& inputs) {
    inputs["residual." + name] = machine.score(values);
    inputs["residual." + name + ".distance"] = std::log(machine.distance(values));
}

/// Which part of the score comes from patterns, and which from color.
void addShares(const model::KernelMachine& machine, const Values& values,
               ResidualEvidence& evidence) {
    const Values contributions = machine.contributions(values);
    double total = 0;
    double patterns = 0;
    double color = 0;
    for (int i = 0; i < static_cast<int>(contributions.size()); ++i) {
        const double share = std::abs(contributions[static_cast<std::size_t>(i)]);
        total += share;
        patterns += forensics::isPattern(i) ? share : 0;
        color += forensics::isColor(i) ? share : 0;
    }
    if (total <= 0)
        return;
    evidence.patterns = 100 * patterns / total;
    evidence.color = 100 * color / total;
}

} // namespace

Result<ResidualMachines> readResidualMachines(const std::filesystem::path& file) {
    auto machines = model::readKernelMachines(file, {"own_as_found", "own", "half"});
    if (!machines)
        return tl::unexpected(machines.error());
    for (const model::KernelMachine& machine : *machines) {
        if (machine.inputs != forensics::kStatisticsValues)
            return fail(ErrorCode::ModelInvalid,
                        "The embedded engine's file " + file.string() +
                            " belongs to another version; reinstall Clueglass.");
    }
    return ResidualMachines{std::move((*machines)[0]), std::move((*machines)[1]),
                            std::move((*machines)[2])};
}

Result<ResidualEvidence> residualEvidence(const forensics::Subject& subject,
                                          const ResidualMachines& machines, std::stop_token stop) {
    if (stop.stop_requested())
        return cancelled();
    const cv::Mat picture = image::asMat(subject.picture.image);
    // Only at its own scale does a picture keep the traces of an earlier save.
    const forensics::LastSave once{0, kOffset, kOffset};
    const forensics::LastSave twice{forensics::LastSave{}.earlierQuality, kOffset, kOffset};
    auto halfValues = std::async(std::launch::async, [&] {
        return forensics::residualStatistics(forensics::halfSize(picture), once);
    });
    const auto own = forensics::residualStatistics(picture, subject.jpeg ? once : twice);
    const auto half = halfValues.get();
    if (stop.stop_requested())
        return cancelled();
    if (!own)
        return tl::unexpected(own.error());
    if (!half)
        return tl::unexpected(half.error());
    ResidualEvidence evidence;
    addInputs("own_as_found", machines.ownAsFound, *own, evidence.inputs);
    addInputs("own", machines.own, *own, evidence.inputs);
    addInputs("half", machines.half, *half, evidence.inputs);
    addShares(machines.own, *own, evidence);
    return evidence;
}

} // namespace core::inference
