// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/statistics_table.h"

#include "core/forensics/statistics/square_view.h"
#include "core/image/mat.h"
#include "core/image/perceptual_hash.h"
#include "core/image/safe_decoder.h"
#include "core/training/blending.h"
#include "core/training/resave.h"
#include "core/training/stable_seed.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace core::training {

namespace {

using Json = nlohmann::json;
using Values = std::vector<float>;

constexpr std::array<Condition, 3> kConditions = {Condition::Found, Condition::Web,
                                                  Condition::Reduced};
constexpr int kSmallestSide = 200; ///< below, the program gives no verdict either

std::filesystem::path valuesOf(const std::filesystem::path& table) {
    return table.string() + ".values";
}

std::string keyOf(const std::string& file, std::string_view condition) {
    return file + "|" + std::string(condition);
}

struct Opened {
    cv::Mat bgr;
    bool isJpeg = false;
    std::optional<std::uint64_t> hash;
};

std::optional<Opened> opened(const std::filesystem::path& path) {
    const auto file = image::readEvidence(path, {});
    if (!file)
        return std::nullopt;
    const auto picture = image::decode(*file, {});
    if (!picture || std::min(picture->image.width(), picture->image.height()) < kSmallestSide)
        return std::nullopt;
    return Opened{image::asMat(picture->image).clone(), file->format == image::Format::Jpeg,
                  image::perceptualHash(picture->image)};
}

forensics::LastSave drawnSave(bool isJpeg, Random& random) {
    forensics::LastSave save;
    save.earlierQuality = isJpeg ? 0 : integer(random, 75, 96);
    save.offsetX = integer(random, 0, 7);
    save.offsetY = integer(random, 0, 7);
    return save;
}

/// How a copy is made; drawn before anything is done, so that it can be told without doing it.
struct CopyPlan {
    double scale = 1;
    int interpolation = cv::INTER_AREA;
    int sampling = 2;
    int quality = 90;
};

CopyPlan webPlan(int width, int height, Random& random) {
    constexpr std::array kInterpolations = {cv::INTER_AREA, cv::INTER_CUBIC, cv::INTER_LINEAR};
    CopyPlan plan;
    const double longer = std::max(width, height);
    const double target = uniform(random, 560, 1100);
    plan.scale = longer > target ? target / longer : uniform(random, 0.6, 1.0);
    plan.interpolation = kInterpolations[static_cast<std::size_t>(integer(random, 0, 2))];
    plan.sampling = integer(random, 1, 2);
    plan.quality = integer(random, 75, 95);
    return plan;
}

CopyPlan planFor(Condition condition, int width, int height, Random& random) {
    if (condition == Condition::Web)
        return webPlan(width, height, random);
    CopyPlan plan;
    plan.scale = 0.5;
    plan.quality = integer(random, 60, 80);
    return plan;
}

cv::Size sizeUnder(const CopyPlan& plan, int width, int height) {
    return {std::max(1, cvRound(plan.scale * width)), std::max(1, cvRound(plan.scale * height))};
}

Result<cv::Mat> copied(const cv::Mat& bgr, const CopyPlan& plan) {
    cv::Mat copy;
    cv::resize(bgr, copy, sizeUnder(plan, bgr.cols, bgr.rows), 0, 0, plan.interpolation);
    return resavedAsJpeg(copy, plan.quality, plan.sampling);
}

std::uint64_t seedOf(const std::string& file, Condition condition) {
    return stableSeed(keyOf(file, conditionName(condition)));
}

/// The picture as the condition leaves it, and whether that is a JPEG.
Result<std::pair<cv::Mat, bool>> underCondition(const Opened& picture, Condition condition,
                                                Random& random) {
    if (condition == Condition::Found)
        return std::pair{picture.bgr, picture.isJpeg};
    auto copy = copied(picture.bgr, planFor(condition, picture.bgr.cols, picture.bgr.rows, random));
    if (!copy)
        return tl::unexpected(copy.error());
    return std::pair{std::move(*copy), true};
}

Result<Values> valuesUnder(const Opened& picture, Condition condition, std::uint64_t seed,
                           const Measured& measured) {
    Random random(seed);
    auto made = underCondition(picture, condition, random);
    if (!made)
        return tl::unexpected(made.error());
    return measured.values(made->first, made->second, random);
}

/// Three quarters to all of the middle square's side, anywhere in the picture.
cv::Rect drawnSquare(cv::Size picture, Random& random) {
    const int whole = std::min(picture.width, picture.height);
    const int side = cvRound(uniform(random, 0.75, 1) * whole);
    return {integer(random, 0, picture.width - side), integer(random, 0, picture.height - side),
            side, side};
}

Json toJson(const TrainingItem& item, const Opened& picture, Condition condition) {
    Json row = {{"file", item.file.filename().string()},
                {"source", item.source},
                {"generator", item.generator},
                {"look", item.look},
                {"camera", item.camera},
                {"condition", conditionName(condition)},
                {"generated", item.isGenerated},
                {"jpeg", picture.isJpeg},
                {"width", picture.bgr.cols},
                {"height", picture.bgr.rows}};
    if (picture.hash)
        row["hash"] = *picture.hash;
    return row;
}

/// Rows and values, which stay in step when a run is stopped between them.
class TableWriter {
  public:
    explicit TableWriter(const std::filesystem::path& table)
        : m_rows(table, std::ios::app),
          m_values(valuesOf(table), std::ios::app | std::ios::binary) {}

    void append(const Json& row, const Values& values) {
        cv::Mat half;
        cv::Mat(1, static_cast<int>(values.size()), CV_32F, const_cast<float*>(values.data()))
            .convertTo(half, CV_16F);
        const std::scoped_lock lock(m_mutex);
        m_values.write(reinterpret_cast<const char*>(half.data),
                       static_cast<std::streamsize>(half.total() * half.elemSize()));
        m_values.flush();
        m_rows << row.dump() << std::endl;
    }
    [[nodiscard]] bool isGood() const { return m_rows.good() && m_values.good(); }

  private:
    std::mutex m_mutex; // guards both streams
    std::ofstream m_rows;
    std::ofstream m_values;
};

/// What stands in the table, without a last line or values that a stopped run did not finish.
std::vector<Json> finishedRows(const std::filesystem::path& table, int valuesPerPicture) {
    const auto rowBytes = static_cast<std::uintmax_t>(valuesPerPicture) * 2;
    std::vector<Json> rows;
    std::ifstream stream(table);
    std::string line;
    while (std::getline(stream, line)) {
        auto row = Json::parse(line, nullptr, false);
        if (!row.is_discarded())
            rows.push_back(std::move(row));
    }
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(valuesOf(table), failed);
    if (!failed && bytes > rows.size() * rowBytes)
        std::filesystem::resize_file(valuesOf(table), rows.size() * rowBytes, failed);
    return rows;
}

} // namespace

std::string_view conditionName(Condition condition) {
    switch (condition) {
    case Condition::Found:
        return "found";
    case Condition::Web:
        return "web";
    case Condition::Reduced:
        return "reduced";
    }
    return "";
}

ConditionFacts factsOf(const StatisticsRow& row) {
    const auto condition = std::ranges::find(kConditions, row.condition, conditionName);
    if (condition == kConditions.end() || *condition == Condition::Found)
        return {row.width, row.height, std::nullopt};
    Random random(seedOf(row.file, *condition));
    const CopyPlan plan = planFor(*condition, row.width, row.height, random);
    const cv::Size size = sizeUnder(plan, row.width, row.height);
    return {size.width, size.height, plan.quality};
}

Measured residualValues() {
    return {kResidualValues, [](const cv::Mat& bgr, bool isJpeg, Random& random) -> Result<Values> {
                auto values = forensics::residualStatistics(bgr, drawnSave(isJpeg, random));
                if (!values)
                    return values;
                const auto half = forensics::residualStatistics(forensics::halfSize(bgr),
                                                                drawnSave(true, random));
                if (!half)
                    return half;
                values->insert(values->end(), half->begin(), half->end());
                return values;
            }};
}

Measured networkValues(const model::PictureNetwork& network) {
    return {model::kNetworkFeatures,
            [&network](const cv::Mat& bgr, bool isJpeg, Random& random) -> Result<Values> {
                const cv::Rect square = drawnSquare(bgr.size(), random);
                const auto view = forensics::squareView(bgr, square, model::kNetworkSide,
                                                        drawnSave(isJpeg, random));
                if (!view)
                    return tl::unexpected(view.error());
                return network.features({view->data, view->total() * view->elemSize()});
            }};
}

Result<int> extendStatisticsTable(const std::vector<TrainingItem>& items, const Measured& measured,
                                  const std::filesystem::path& table, int threads,
                                  const std::function<void(int, int)>& progress) {
    std::set<std::string> done;
    for (const Json& row : finishedRows(table, measured.count))
        done.insert(keyOf(row.at("file"), row.at("condition").get<std::string>()));
    TableWriter writer(table);
    std::atomic<std::size_t> next = 0;
    std::atomic<int> finished = 0;
    std::atomic<int> skipped = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < items.size(); i = next++) {
            const TrainingItem& item = items[i];
            const std::string name = item.file.filename().string();
            std::vector<Condition> open;
            for (const Condition condition : kConditions) {
                if (!done.contains(keyOf(name, conditionName(condition))))
                    open.push_back(condition);
            }
            const auto picture = open.empty() ? std::nullopt : opened(item.file);
            if (!picture && !open.empty())
                ++skipped;
            for (const Condition condition : open) {
                if (!picture)
                    break;
                const auto values =
                    valuesUnder(*picture, condition, seedOf(name, condition), measured);
                if (values)
                    writer.append(toJson(item, *picture, condition), *values);
            }
            progress(++finished, static_cast<int>(items.size()));
        }
    };
    std::vector<std::thread> pool;
    for (int i = 0; i < threads; ++i)
        pool.emplace_back(work);
    for (std::thread& thread : pool)
        thread.join();
    if (!writer.isGood())
        return fail(ErrorCode::WriteFailed,
                    "The table " + table.string() + " cannot be written; is the disk full?");
    return skipped.load();
}

Result<StatisticsTable> readStatisticsTable(const std::filesystem::path& table,
                                            int valuesPerPicture) {
    StatisticsTable read;
    try {
        for (const Json& row : finishedRows(table, valuesPerPicture)) {
            StatisticsRow each{row.at("file"),      row.at("source"), row.at("generator"),
                               row.at("look"),      row.at("camera"), row.at("condition"),
                               row.at("generated"), row.at("jpeg"),   row.at("width"),
                               row.at("height"),    std::nullopt};
            if (row.contains("hash"))
                each.perceptualHash = row.at("hash").get<std::uint64_t>();
            read.rows.push_back(std::move(each));
        }
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidJson,
                    "The table " + table.string() + " is damaged: " + error.what() + ".");
    }
    if (read.rows.empty())
        return fail(ErrorCode::FileNotFound, "The table " + table.string() + " has no row.");
    read.values.create(static_cast<int>(read.rows.size()), valuesPerPicture, CV_16F);
    std::ifstream stream(valuesOf(table), std::ios::binary);
    stream.read(reinterpret_cast<char*>(read.values.data),
                static_cast<std::streamsize>(read.values.total() * read.values.elemSize()));
    if (!stream)
        return fail(ErrorCode::FileUnreadable,
                    "The table " + table.string() + " has fewer values than rows.");
    return read;
}

StatisticsTable joined(const StatisticsTable& first, const StatisticsTable& second) {
    std::map<std::string, int> places;
    for (std::size_t i = 0; i < second.rows.size(); ++i)
        places[keyOf(second.rows[i].file, second.rows[i].condition)] = static_cast<int>(i);
    StatisticsTable table;
    std::vector<std::pair<int, int>> chosen;
    for (std::size_t i = 0; i < first.rows.size(); ++i) {
        const auto place = places.find(keyOf(first.rows[i].file, first.rows[i].condition));
        if (place == places.end())
            continue;
        table.rows.push_back(first.rows[i]);
        chosen.emplace_back(static_cast<int>(i), place->second);
    }
    const int columns = first.values.cols;
    table.values.create(static_cast<int>(chosen.size()), columns + second.values.cols, CV_16F);
    for (int row = 0; row < table.values.rows; ++row) {
        const auto& [of, with] = chosen[static_cast<std::size_t>(row)];
        first.values.row(of).copyTo(table.values(cv::Rect(0, row, columns, 1)));
        second.values.row(with).copyTo(table.values(cv::Rect(columns, row, second.values.cols, 1)));
    }
    return table;
}

} // namespace core::training
