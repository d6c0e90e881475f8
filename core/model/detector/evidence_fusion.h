// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/detector/support_scale.h"

#include <filesystem>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// The input that says how a file was saved last: estimated JPEG quality, 1 to 100; missing for
/// others.
inline constexpr const char* kFileQuality = "file.quality";

/// The input that says how many millions of pixels a picture has.
inline constexpr const char* kMegapixels = "picture.megapixels";

/// Whether an input is about the picture as a whole; the others are local findings.
[[nodiscard]] bool describesWholePicture(std::string_view input);

/// Stands for the quality of files that are not JPEG.
inline constexpr double kNotJpeg = 101;

/// On files below a quality, the log-odds are multiplied by a factor that was fitted to how right
/// they were on such files.
struct ConfidenceStep {
    double qualityBelow = 0;
    double factor = 1; ///< above 0, at most 1
};

/// Smaller pictures say less: their log-odds are multiplied by a smaller factor.
struct SizeFactor {
    double middle = 1;    ///< at half a megapixel
    double perOctave = 0; ///< added for each doubling of the number of pixels

    [[nodiscard]] double at(double megapixels) const;
    /// The factor as a share of what it is for one megapixel.
    [[nodiscard]] double confidenceAt(double megapixels) const;
};

/// Doublings of half a megapixel, within +-2: beyond there were too few pictures to fit to.
[[nodiscard]] double octavesOf(double megapixels);

/// What the fusion makes of one picture's evidence.
struct FusedEvidence {
    double pFake = 0.5; ///< calibrated on the record's calibration folds, 0 to 1
    double logOdds = 0; ///< size and confidence included
    /// Likewise, of the picture as a whole: without local findings.
    double wholePictureLogOdds = 0;
    /// What the log-odds were multiplied by, as a share of what it is for JPEGs of high quality.
    double confidence = 1;
    /// Likewise, because of the picture's size; 1 for one megapixel, above it for larger ones.
    double sizeConfidence = 1;
    /// Each input's share of the log-odds before size and confidence, against an average
    /// calibration picture, by name.
    std::map<std::string, double> contributions;
    /// Inputs that lie farther from the calibration pictures' mean than the clamp, by name.
    std::vector<std::string> outside;
};

/// The factor of the first step above the file's quality; 1 when there is none.
/// @param steps  by rising quality
[[nodiscard]] double confidenceFor(const std::vector<ConfidenceStep>& steps,
                                   const std::map<std::string, double>& features);

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
    /// Scores of the machine for computed pictures above it are theirs.
    [[nodiscard]] double computedAbove() const { return m_computedAbove; }
    [[nodiscard]] const std::string& version() const { return m_version; }
    /// What the fused log-odds are worth as a likelihood ratio.
    [[nodiscard]] const SupportScale& support() const { return m_support; }
    /// How that joins with what the file's form suggests.
    [[nodiscard]] const JoinedSupport& joinedSupport() const { return m_joined; }

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
    std::vector<ConfidenceStep> m_steps; ///< by rising quality
    SizeFactor m_size;
    SupportScale m_support;
    JoinedSupport m_joined;
    double m_bias = 0;
    double m_realBelow = 0.2;
    double m_fakeAbove = 0.8;
    double m_computedAbove = std::numeric_limits<double>::max();
    std::string m_version;
};

} // namespace core::model
