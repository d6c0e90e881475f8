// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::provenance {

/// How often a class had a trait in the collection that the table was measured on.
struct TraitCount {
    int pictures = 0;
    int sources = 0;  ///< repositories that they come from
    double share = 0; ///< of the class, 0 to 1; a source weighs the square root of its pictures
};

/// A likelihood ratio, above 1 toward generated, with its 95 % interval over sources.
struct RatioInterval {
    double ratio = 1;
    double low = 1;
    double high = 1;

    /// The bound that is nearer to one; one when the interval holds it.
    [[nodiscard]] double counted() const;
};

/// What the collection says of one trait.
struct TraitStatistics {
    std::string name;
    TraitCount generated;
    TraitCount photographs;
    RatioInterval alone;              ///< of the trait by itself
    double weight = 0;                ///< natural logarithm of its ratio beside the other traits
    std::vector<double> drawnWeights; ///< the same, on each draw of sources
};

/// Likelihood ratios of the traits of a file's form, measured by source, and how they join.
class FormTable {
  public:
    /// No evidence counts more than this, in either direction: the form is easily changed, and the
    /// collection cannot show more.
    static constexpr double kMostRatio = 10;

    /// @errors ModelMissing, ModelInvalid
    [[nodiscard]] static Result<FormTable> load(const std::filesystem::path& file);
    /// @param intercept, drawnIntercepts  logarithms of the ratio of a file without any trait
    FormTable(double intercept, std::vector<double> drawnIntercepts,
              std::vector<TraitStatistics> traits);

    /// Null for a trait that the table does not know.
    [[nodiscard]] const TraitStatistics* find(std::string_view name) const;

    /// The traits together, as fitted on them as they occurred together; every number is between 1
    /// / kMostRatio and kMostRatio. Unknown traits are left out.
    [[nodiscard]] RatioInterval joined(std::span<const std::string_view> names) const;

    /// 5th and 95th percentile of what counts on the collection's photographs, each judged by a fit
    /// without its fold of sources.
    [[nodiscard]] double photographLow() const { return m_photographLow; }
    [[nodiscard]] double photographHigh() const { return m_photographHigh; }

  private:
    double m_intercept = 0;
    std::vector<double> m_drawnIntercepts;
    std::vector<TraitStatistics> m_traits;
    double m_photographLow = 1 / kMostRatio;
    double m_photographHigh = kMostRatio;
};

} // namespace core::provenance
