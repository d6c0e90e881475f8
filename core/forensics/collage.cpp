// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/collage.h"

#include "core/forensics/applicability.h"
#include "core/forensics/shared_work.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <new>

namespace core::forensics {

namespace {

constexpr int kSmallestSide = 128;
constexpr double kStrength = 0.3;
// 5th to 95th percentile of the clearest line on 606 photographs of the training list.
constexpr double kReferenceLow = 18;
constexpr double kReferenceHigh = 73;

Finding putTogether(const Layout& layout) {
    Finding finding;
    finding.templateId = "collage.put_together";
    finding.kind = examination::ClueKind::Geometry;
    finding.strength = kStrength;
    for (const cv::Rect& panel : layout.panels)
        finding.regions.push_back({{panel.x, panel.y, panel.width, panel.height}, {}, 0.5});
    finding.numbers = {{"panels", static_cast<double>(layout.panels.size())},
                       {"line", 100 * layout.clearest}};
    return finding;
}

class Collage final : public Analyzer {
  public:
    [[nodiscard]] std::string_view name() const override { return "collage"; }

    [[nodiscard]] Result<Evidence> analyze(const Subject& subject,
                                           std::stop_token stop) const override {
        Evidence evidence;
        evidence.analyzer = name();
        if (std::min(subject.luma.cols, subject.luma.rows) < kSmallestSide) {
            doesNotApply(evidence, kTooSmall);
            return evidence;
        }
        try {
            const auto layout = sharedLayout(subject, stop);
            if (!layout)
                return tl::unexpected(layout.error());
            evidence.applies = true;
            evidence.statistic = "clearest straight line over the full length, percent of it "
                                 "where the picture jumps";
            evidence.value = 100 * (*layout)->clearest;
            evidence.referenceLow = kReferenceLow;
            evidence.referenceHigh = kReferenceHigh;
            evidence.parameters = {{"panels", static_cast<double>((*layout)->panels.size())},
                                   {"bars", static_cast<double>((*layout)->bars.size())}};
            if ((*layout)->isCollage())
                evidence.findings.push_back(putTogether(**layout));
            return evidence;
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::LimitExceeded, "Not enough memory for the search for panels.");
        } catch (const cv::Exception& error) {
            return fail(ErrorCode::Internal, std::string("Panels: ") + error.what());
        }
    }
};

} // namespace

std::unique_ptr<Analyzer> makeCollage() {
    return std::make_unique<Collage>();
}

} // namespace core::forensics
