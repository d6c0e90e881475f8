// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/network_evidence.h"

#include "core/forensics/statistics/square_view.h"
#include "core/image/mat.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace core::inference {

namespace {

constexpr const char* kInput = "network.whole";
/// The offset of the last save: any but a multiple of 8, so that no picture keeps its grid.
constexpr int kOffset = 4;

} // namespace

Result<NetworkJudge> readNetworkJudge(const std::filesystem::path& models) {
    auto network = model::PictureNetwork::load(models / "picture_network.safetensors");
    if (!network)
        return tl::unexpected(network.error());
    const auto file = models / "kernel_machines.safetensors";
    auto machines = model::readKernelMachines(file, {"whole", "computed"});
    if (!machines)
        return tl::unexpected(machines.error());
    const auto fits = [](const model::KernelMachine& machine) {
        return machine.inputs == model::kNetworkFeatures;
    };
    if (!std::ranges::all_of(*machines, fits))
        return fail(ErrorCode::ModelInvalid, "The embedded engine's file " + file.string() +
                                                 " belongs to another version; reinstall "
                                                 "Clueglass.");
    return NetworkJudge{std::move(*network), std::move((*machines)[0]), std::move((*machines)[1])};
}

Result<std::map<std::string, double>> networkEvidence(const forensics::Subject& subject,
                                                      const NetworkJudge& judge,
                                                      std::stop_token stop) {
    if (stop.stop_requested())
        return cancelled();
    const cv::Mat picture = image::asMat(subject.picture.image);
    forensics::LastSave save;
    save.earlierQuality = subject.jpeg ? 0 : save.earlierQuality;
    save.offsetX = kOffset;
    save.offsetY = kOffset;
    const auto view = forensics::squareView(picture, forensics::middleSquare(picture.size()),
                                            model::kNetworkSide, save);
    if (!view)
        return tl::unexpected(view.error());
    const auto features = judge.network.features({view->data, view->total() * view->elemSize()});
    if (!features)
        return tl::unexpected(features.error());
    const std::string name = kInput;
    return std::map<std::string, double>{
        {name, judge.machine.score(*features)},
        {name + ".distance", std::log(judge.machine.distance(*features))},
        {kComputedScore, judge.computed.score(*features)}};
}

} // namespace core::inference
