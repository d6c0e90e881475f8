// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/fit_record.h"

#include "core/training/size_fit.h"
#include "core/training/source_folds.h"

#include <fstream>
#include <set>
#include <string>

namespace core::training {

using Json = nlohmann::ordered_json;
using evaluation::areaUnderCurve;
using evaluation::calibrationError;
using evaluation::Interval;
using evaluation::rateInterval;
using evaluation::ScoredPicture;

namespace {

Json rateJson(int events, int trials) {
    const Interval interval = rateInterval(events, trials);
    return {{"rate", trials > 0 ? static_cast<double>(events) / trials : 0.0},
            {"events", events},
            {"of", trials},
            {"interval95", {interval.low, interval.high}}};
}

/// Figures for the rows that `belongs` selects.
template <typename Predicate>
Json figures(const std::vector<FeatureRow>& table, const std::vector<ScoredPicture>& scores,
             const Thresholds& thresholds, Predicate belongs) {
    std::vector<ScoredPicture> chosen;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (belongs(table[i]))
            chosen.push_back(scores[i]);
    }
    int reals = 0;
    int accused = 0;
    int cleared = 0;
    int fakes = 0;
    int found = 0;
    int missed = 0;
    for (const ScoredPicture& picture : chosen) {
        const bool fake = picture.score > thresholds.fakeAbove;
        const bool real = picture.score < thresholds.realBelow;
        (picture.isFake ? fakes : reals) += 1;
        (picture.isFake ? found : accused) += fake ? 1 : 0;
        (picture.isFake ? missed : cleared) += real ? 1 : 0;
    }
    Json json = {{"pictures", chosen.size()}};
    if (reals > 0 && fakes > 0) {
        json["auc"] = areaUnderCurve(chosen);
        json["calibration_error"] = calibrationError(chosen);
    }
    if (reals > 0) {
        json["real_called_fake"] = rateJson(accused, reals);
        json["real_called_real"] = rateJson(cleared, reals);
    }
    if (fakes > 0) {
        json["fake_called_fake"] = rateJson(found, fakes);
        json["fake_called_real"] = rateJson(missed, fakes);
    }
    return json;
}

template <typename Name>
Json figuresBy(const std::vector<FeatureRow>& table, const std::vector<ScoredPicture>& scores,
               const Thresholds& thresholds, Name name) {
    std::set<std::string> names;
    for (const FeatureRow& row : table)
        names.insert(name(row));
    Json json = Json::object();
    for (const std::string& each : names)
        json[each] = figures(table, scores, thresholds,
                             [&](const FeatureRow& row) { return name(row) == each; });
    return json;
}

} // namespace

Json outOfFoldFigures(const std::vector<FeatureRow>& rows, const std::vector<ScoredPicture>& scores,
                      const Thresholds& thresholds) {
    const auto by = [&](auto name) { return figuresBy(rows, scores, thresholds, name); };
    Json record;
    record["overall"] = figures(rows, scores, thresholds, [](const FeatureRow&) { return true; });
    record["generated_against_photographs"] =
        figures(rows, scores, thresholds, [](const FeatureRow& row) { return !row.isManipulated; });
    record["photographic_look_generated_against_photographs"] =
        figures(rows, scores, thresholds,
                [](const FeatureRow& row) { return !row.isManipulated && row.look == "photo"; });
    record["generated_against_photographs_by_megapixels"] = Json::object();
    for (std::size_t range = 0; range < kSizeRanges.size(); ++range)
        record["generated_against_photographs_by_megapixels"][kSizeRanges[range].name] =
            figures(rows, scores, thresholds, [range](const FeatureRow& row) {
                return !row.isManipulated && sizeRangeOf(row) == range;
            });
    record["by_chain"] = by([](const FeatureRow& row) { return row.chain; });
    record["by_source"] = by([](const FeatureRow& row) { return row.source; });
    record["by_look"] = by([](const FeatureRow& row) { return row.look; });
    record["by_fold"] =
        by([](const FeatureRow& row) { return std::to_string(foldOf(row.source)); });
    return record;
}

Result<void> writeRecord(const Json& record, const std::filesystem::path& file) {
    std::ofstream out(file);
    out << record.dump(1) << '\n';
    if (!out.flush())
        return fail(ErrorCode::WriteFailed, "The file " + file.string() + " cannot be written.");
    return {};
}

} // namespace core::training
