// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eval_plots.h"

#include "core/evaluation/curves.h"
#include "core/evaluation/evaluation_report.h"
#include "ui/plots/curve_picture.h"

#include <functional>
#include <set>
#include <string>

namespace app::cli {

namespace {

using namespace core::evaluation;
using ui::plots::Curve;
using ui::plots::CurvePicture;

std::vector<core::Point> reliabilityPoints(const std::vector<ScoredPicture>& pictures) {
    std::vector<core::Point> points;
    for (const ReliabilityBin& bin : reliability(pictures))
        points.push_back({bin.score, bin.share});
    return points;
}

using Measure = std::function<std::vector<core::Point>(const std::vector<ScoredPicture>&)>;

void addCurves(CurvePicture& picture, const std::vector<EvaluationRecord>& records,
               const Measure& measure, bool hasDots) {
    std::set<std::string> conditions;
    for (const EvaluationRecord& record : records)
        conditions.insert(record.condition);
    for (const std::string& condition : conditions) {
        const auto pictures = scoredUnder(records, condition);
        picture.curves.push_back(
            {QString::fromStdString(condition + " (" + std::to_string(pictures.size()) + ")"),
             measure(pictures), hasDots});
    }
}

} // namespace

core::Result<void> savePlots(const std::vector<EvaluationRecord>& records,
                             const std::filesystem::path& folder, const core::KeptFiles& kept) {
    if (auto made = core::OutputFile::makeFolder(folder); !made)
        return made;
    CurvePicture roc{"Receiver operating characteristic",
                     "photographs called fake",
                     "fakes called fake",
                     {},
                     true};
    addCurves(
        roc, records, [](const auto& p) { return rocCurve(p); }, false);
    CurvePicture calibration{
        "Reliability", "stated probability of a fake", "share of fakes", {}, true};
    addCurves(calibration, records, reliabilityPoints, true);
    CurvePicture risk{
        "Risk and coverage", "share of pictures answered", "error among them", {}, false};
    addCurves(
        risk, records, [](const auto& p) { return riskCoverage(p); }, false);
    for (const auto& [picture, name] : {std::pair<const CurvePicture&, const char*>{roc, "roc.png"},
                                        {calibration, "reliability.png"},
                                        {risk, "risk_coverage.png"}}) {
        auto written = ui::plots::saveCurvePicture(picture, folder / name, kept);
        if (!written)
            return written;
    }
    return {};
}

} // namespace app::cli
