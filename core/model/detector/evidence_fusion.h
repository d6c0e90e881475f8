// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace core::model {

/// What the fusion makes of one picture's evidence.
struct FusedEvidence {
    double pFake = 0.5; ///< calibrated on the record's calibration folds, 0 to 1
    double logOdds = 0;
    /// Each input's share of the log-odds against an average calibration picture, by name.
    std::map<std::string, double> contributions;
    /// Inputs that lie farther from the calibration pictures' mean than the clamp, by name.
    std::vector<std::string> outside;
};

/// A logistic regression over named evidence. Inputs that a picture does not have count as their
/// mean on the training pictures and switch on a missing-indicator of their own.
class EvidenceFusion {
  public:
    /// @param file  fusion.json as clueglass-train writes it
    /// @errors ModelMissing, ModelInvalid
    [[nodiscard]] static Result<EvidenceFusion> load(const std::filesystem::path& file);

    [[nodiscard]] FusedEvidence fuse(const std::map<std::string, double>& features) const;

    /// Below: a photograph; above: a fake; between: no verdict.
    [[nodiscard]] double realBelow() const { return m_realBelow; }
    [[nodiscard]] double fakeAbove() const { return m_fakeAbove; }
    [[nodiscard]] const std::string& version() const { return m_version; }

  private:
    struct Input {
        std::string name;
        double mean = 0;
        double scale = 1;
        double limit = 4; ///< standardized values are clamped to +-limit
        double weight = 0;
        double missingWeight = 0;
    };

    std::vector<Input> m_inputs;
    double m_bias = 0;
    double m_realBelow = 0.2;
    double m_fakeAbove = 0.8;
    std::string m_version;
};

} // namespace core::model
