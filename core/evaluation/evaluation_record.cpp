// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation_record.h"

#include "core/examination/vocabulary.h"
#include "core/image/mat.h"
#include "core/image/safe_decoder.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <chrono>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace core::evaluation {

namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

/// The picture before its EXIF orientation was undone.
image::Image asStored(const image::Image& upright, int orientation) {
    const cv::Mat from = image::asMat(upright);
    cv::Mat to;
    switch (orientation) {
    case 2:
        cv::flip(from, to, 1);
        break;
    case 3:
        cv::flip(from, to, -1);
        break;
    case 4:
        cv::flip(from, to, 0);
        break;
    case 5:
        cv::transpose(from, to);
        break;
    case 6:
        cv::rotate(from, to, cv::ROTATE_90_COUNTERCLOCKWISE);
        break;
    case 7:
        cv::transpose(from, to);
        cv::flip(to, to, -1);
        break;
    case 8:
        cv::rotate(from, to, cv::ROTATE_90_CLOCKWISE);
        break;
    default:
        return upright;
    }
    return {
        to.cols, to.rows,
        std::make_shared<const image::ByteBuffer>(to.data, to.data + to.total() * to.elemSize())};
}

/// The engine sees no metadata: a detector is measured by what it finds in the pixels.
Result<inference::EngineInput> inputFor(const EvaluationItem& item, Condition condition,
                                        std::string& sha256, std::stop_token stop) {
    auto original = image::readEvidence(item.file, {}, stop);
    if (!original)
        return tl::unexpected(original.error());
    sha256 = original->sha256;
    auto picture = image::decode(*original, {}, stop);
    if (!picture)
        return tl::unexpected(picture.error());
    if (item.ignoresOrientation)
        picture->image = asStored(picture->image, picture->orientation);
    if (condition == Condition::AsIs)
        return inference::EngineInput{std::move(*original), std::move(*picture), {}};
    auto changed = underCondition(*original, picture->image, condition);
    if (!changed)
        return tl::unexpected(changed.error());
    auto again = image::decode(*changed, {}, stop);
    if (!again)
        return tl::unexpected(again.error());
    return inference::EngineInput{std::move(*changed), std::move(*again), {}};
}

Result<image::Image> maskOf(const EvaluationItem& item, std::stop_token stop) {
    auto file = image::readEvidence(item.mask, {}, stop);
    if (!file)
        return tl::unexpected(file.error());
    auto mask = image::decode(*file, {}, stop);
    if (!mask)
        return tl::unexpected(mask.error());
    return mask->image;
}

std::vector<Region> markedBy(const std::vector<examination::Clue>& clues) {
    std::vector<Region> regions;
    for (const examination::Clue& clue : clues) {
        if (clue.direction == examination::Direction::Fake)
            regions.insert(regions.end(), clue.regions.begin(), clue.regions.end());
    }
    return regions;
}

/// A mask of the original, brought to the changed picture's size.
image::Image fitted(const image::Image& mask, const image::Image& picture) {
    if (mask.width() == picture.width() && mask.height() == picture.height())
        return mask;
    cv::Mat scaled;
    cv::resize(image::asMat(mask), scaled, {picture.width(), picture.height()}, 0, 0,
               cv::INTER_NEAREST);
    return {scaled.cols, scaled.rows,
            std::make_shared<const image::ByteBuffer>(
                scaled.data, scaled.data + scaled.total() * scaled.elemSize())};
}

Json toJson(const LocalizationScore& score) {
    return {{"f1", score.f1}, {"iou", score.iou}, {"best_f1", score.bestF1}};
}

std::optional<LocalizationScore> scoreFrom(const Json& json, const char* name) {
    if (!json.contains(name))
        return std::nullopt;
    const Json& score = json[name];
    return LocalizationScore{score.at("f1"), score.at("iou"), score.at("best_f1")};
}

Result<void> fill(EvaluationRecord& record, const EvaluationItem& item, Condition condition,
                  inference::Engine& engine, std::stop_token stop) {
    const auto input = inputFor(item, condition, record.sha256, stop);
    if (!input)
        return tl::unexpected(input.error());
    const auto start = Clock::now();
    const auto examination = inference::examine(engine, *input, {}, stop);
    if (!examination)
        return tl::unexpected(examination.error());
    record.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    record.pFake = examination->pFake;
    record.verdict = examination->verdict;
    record.isRefused = !examination->inconclusiveReason.empty();
    record.answer = examination->answer.value_or("");
    if (item.mask.empty() || !keepsFrame(condition))
        return {};
    const auto mask = maskOf(item, stop);
    if (!mask)
        return tl::unexpected(mask.error());
    record.place = examination->map ? localization(*examination->map, *mask) : LocalizationScore{};
    record.marked = localization(markedBy(examination->clues), fitted(*mask, input->picture.image));
    return {};
}

} // namespace

Result<EvaluationRecord> evaluated(const EvaluationItem& item, Condition condition,
                                   inference::Engine& engine, std::stop_token stop) {
    EvaluationRecord record;
    record.name = item.name;
    record.condition = conditionName(condition);
    record.source = item.source;
    record.generator = item.generator;
    record.look = item.look;
    record.isFake = item.isFake;
    record.reference = item.reference;
    try {
        const auto filled = fill(record, item, condition, engine, stop);
        if (!filled && filled.error().code == ErrorCode::Cancelled)
            return tl::unexpected(filled.error());
        if (!filled)
            record.error = filled.error().message;
    } catch (const std::bad_alloc&) {
        record.error = "There is not enough free memory to examine this picture.";
    }
    return record;
}

std::string toJsonLine(const EvaluationRecord& record) {
    Json json = {{"file", record.name},           {"condition", record.condition},
                 {"sha256", record.sha256},       {"source", record.source},
                 {"generator", record.generator}, {"look", record.look},
                 {"is_fake", record.isFake}};
    if (!record.error.empty()) {
        json["error"] = record.error;
    } else {
        json["p_fake"] = record.pFake;
        json["verdict"] = examination::wordFor(record.verdict);
        json["refused"] = record.isRefused;
        json["ms"] = record.milliseconds;
    }
    if (!record.answer.empty())
        json["answer"] = record.answer;
    if (!record.reference.empty())
        json["reference"] = record.reference;
    if (record.place)
        json["place"] = toJson(*record.place);
    if (record.marked)
        json["marked"] = toJson(*record.marked);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<EvaluationRecord> recordFromJson(const std::string& line) {
    try {
        const Json json = Json::parse(line);
        EvaluationRecord record;
        record.name = json.at("file");
        record.condition = json.at("condition");
        record.sha256 = json.at("sha256");
        record.source = json.at("source");
        record.generator = json.at("generator");
        record.look = json.at("look");
        record.isFake = json.at("is_fake");
        record.error = json.value("error", "");
        if (record.error.empty()) {
            record.pFake = json.at("p_fake");
            record.verdict =
                examination::valueOf<examination::Verdict>(json.at("verdict").get<std::string>())
                    .value_or(examination::Verdict::Inconclusive);
            record.isRefused = json.at("refused");
            record.milliseconds = json.at("ms");
        }
        record.answer = json.value("answer", "");
        record.reference = json.value("reference", "");
        record.place = scoreFrom(json, "place");
        record.marked = scoreFrom(json, "marked");
        return record;
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidJson,
                    std::string("A line of earlier results is damaged: ") + error.what());
    }
}

} // namespace core::evaluation
