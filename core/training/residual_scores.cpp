// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/residual_scores.h"

#include "core/image/near_duplicates.h"
#include "core/training/source_folds.h"

#include <opencv2/core.hpp>

#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace core::training {

namespace {

/// Rows of a table as one block of floats, and what a fit needs beside them.
struct Block {
    std::vector<float> values; ///< [rows, values of the look]
    std::vector<bool> isGenerated;
    std::vector<double> weights;
};

std::vector<float> valuesOf(const StatisticsTable& table, const std::vector<std::size_t>& rows,
                            const Look& look) {
    const auto count = static_cast<std::size_t>(look.values);
    std::vector<float> values(rows.size() * count);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const cv::Mat stored =
            table.values(cv::Rect(look.firstValue, static_cast<int>(rows[i]), look.values, 1));
        cv::Mat target(1, look.values, CV_32F, values.data() + i * count);
        stored.convertTo(target, CV_32F);
    }
    return values;
}

/// Each source and class weighs the square root of its count, both classes alike, with mean 1.
std::vector<double> weightsOf(const StatisticsTable& table, const std::vector<std::size_t>& rows) {
    std::map<std::tuple<std::string, bool, std::string>, double> counts;
    const auto keyOf = [&](std::size_t row) {
        const StatisticsRow& each = table.rows[row];
        return std::tuple(each.source, each.isGenerated, each.condition);
    };
    for (const std::size_t row : rows)
        ++counts[keyOf(row)];
    std::vector<double> weights;
    double totals[2] = {};
    for (const std::size_t row : rows) {
        weights.push_back(1 / std::sqrt(counts[keyOf(row)]));
        totals[table.rows[row].isGenerated ? 1 : 0] += weights.back();
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        weights[i] *= 0.5 * static_cast<double>(rows.size()) /
                      totals[table.rows[rows[i]].isGenerated ? 1 : 0];
    return weights;
}

Block blockOf(const StatisticsTable& table, const std::vector<std::size_t>& rows,
              const Look& look) {
    Block block{valuesOf(table, rows, look), {}, weightsOf(table, rows)};
    for (const std::size_t row : rows)
        block.isGenerated.push_back(table.rows[row].isGenerated);
    return block;
}

Result<model::KernelMachine> fittedOn(const StatisticsTable& table, std::vector<std::size_t> rows,
                                      const Look& look, const model::KernelFitOptions& options) {
    std::erase_if(rows, [&](std::size_t row) {
        return !look.learnsCopies && table.rows[row].condition != conditionName(Condition::Found);
    });
    Block block = blockOf(table, rows, look);
    return model::fitKernelMachine(
        {block.values, look.values, std::move(block.isGenerated), std::move(block.weights)},
        options);
}

template <typename Predicate>
std::vector<std::size_t> chosen(const StatisticsTable& table, const std::vector<std::size_t>& rows,
                                Predicate belongs) {
    std::vector<std::size_t> result;
    for (const std::size_t row : rows) {
        if (belongs(foldOf(table.rows[row].source)))
            result.push_back(row);
    }
    return result;
}

std::streamsize bytesOf(const std::vector<double>& values) {
    return static_cast<std::streamsize>(values.size() * sizeof(double));
}

/// What an earlier run kept; nothing when that was of another table.
std::optional<model::MachineOutput> stored(const std::filesystem::path& file, std::size_t count) {
    model::MachineOutput output{std::vector<double>(count), std::vector<double>(count)};
    std::ifstream stream(file, std::ios::binary);
    for (auto* values : {&output.scores, &output.distances}) {
        if (!stream.read(reinterpret_cast<char*>(values->data()), bytesOf(*values)))
            return std::nullopt;
    }
    return stream.peek() == EOF ? std::optional(std::move(output)) : std::nullopt;
}

} // namespace

std::vector<std::size_t> rowsToFit(const StatisticsTable& table) {
    std::vector<std::optional<std::uint64_t>> hashes;
    for (const StatisticsRow& row : table.rows)
        hashes.push_back(row.perceptualHash);
    const std::vector<std::size_t> first = image::nearDuplicates(hashes);
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (table.rows[i].look == "photo" && table.rows[first[i]].source == table.rows[i].source &&
            table.rows[first[i]].isGenerated == table.rows[i].isGenerated)
            rows.push_back(i);
    }
    return rows;
}

Result<model::MachineOutput> outOfFoldScores(const StatisticsTable& table,
                                             const std::vector<std::size_t>& rows, const Look& look,
                                             const model::KernelFitOptions& options,
                                             const std::filesystem::path& scratch,
                                             const std::function<void(const std::string&)>& log) {
    const auto file = scratch / (std::string(look.name) + ".scores");
    if (auto known = stored(file, table.rows.size()))
        return *known;
    const std::vector<double> none(table.rows.size(), std::numeric_limits<double>::quiet_NaN());
    model::MachineOutput output{none, none};
    for (int fold = 0; fold <= kSealedFold; ++fold) {
        const auto learned =
            chosen(table, rows, [&](int each) { return each != fold && each != kSealedFold; });
        const auto judged = chosen(table, rows, [&](int each) { return each == fold; });
        const auto machine = fittedOn(table, learned, look, options);
        if (!machine)
            return tl::unexpected(machine.error());
        const auto judgedOutput = model::outputOf(*machine, valuesOf(table, judged, look));
        for (std::size_t i = 0; i < judged.size(); ++i) {
            output.scores[judged[i]] = judgedOutput.scores[i];
            output.distances[judged[i]] = judgedOutput.distances[i];
        }
        if (log)
            log(std::string(look.name) + ": fold " + std::to_string(fold) + ", " +
                std::to_string(learned.size()) + " rows learned, " + std::to_string(judged.size()) +
                " scored");
    }
    std::ofstream out(file, std::ios::binary);
    for (const auto* values : {&output.scores, &output.distances})
        out.write(reinterpret_cast<const char*>(values->data()), bytesOf(*values));
    if (!out.flush())
        return fail(ErrorCode::WriteFailed, "The file " + file.string() + " cannot be written.");
    return output;
}

Result<model::KernelMachine> machineOfAll(const StatisticsTable& table,
                                          const std::vector<std::size_t>& rows, const Look& look,
                                          const model::KernelFitOptions& options) {
    return fittedOn(table, rows, look, options);
}

} // namespace core::training
