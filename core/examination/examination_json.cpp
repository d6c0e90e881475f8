// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/examination_json.h"

#include "core/base/readable_bytes.h"
#include "core/examination/clue_json.h"
#include "core/examination/provenance_json.h"

#include <algorithm>

namespace core::examination {

namespace {

Json toValue(const Measurement& measurement) {
    Json value = {{"analyzer", measurement.analyzer}, {"applies", measurement.applies}};
    if (!measurement.applies) {
        value["reason"] = measurement.reason;
        value["reason_id"] = measurement.reasonId;
    } else {
        value["statistic"] = measurement.statistic;
        value["value"] = measurement.value;
        value["reference"] = {measurement.referenceLow, measurement.referenceHigh};
    }
    value["parameters"] = objectFrom(measurement.parameters);
    value["ms"] = measurement.milliseconds;
    return value;
}

std::string hexadecimal(std::uint64_t value) {
    std::string digits(16, '0');
    for (auto digit = digits.rbegin(); value != 0; ++digit, value >>= 4U)
        *digit = "0123456789abcdef"[value & 15U];
    return digits;
}

Json toValue(const EngineRecord& engine) {
    Json value = {{"name", engine.name},     {"version", engine.version},
                  {"model", engine.model},   {"model_sha256", engine.modelSha256},
                  {"device", engine.device}, {"precision", engine.precision}};
    if (!engine.prompt.empty())
        value["prompt"] = engine.prompt;
    if (!engine.promptForm.empty())
        value["prompt_form"] = engine.promptForm;
    return value;
}

Json toValue(const PromptReading& reading) {
    return {{"form", reading.form}, {"separator", reading.separator}, {"p_fake", reading.pFake}};
}

Json toValue(const SecondOpinion& opinion) {
    return {{"engine", toValue(opinion.engine)},
            {"verdict", wordFor(opinion.verdict)},
            {"p_fake", opinion.pFake},
            {"thresholds",
             {{"real_below", opinion.thresholds.realBelow},
              {"fake_above", opinion.thresholds.fakeAbove}}},
            {"first_p_fake", opinion.pFakeAlone},
            {"conflict", opinion.isConflict}};
}

Json toValue(const Support& support) {
    Json parts = Json::array();
    for (const SupportPart& part : support.parts)
        parts.push_back({{"basis", wordFor(part.basis)}, {"ratio", part.ratio}});
    return {{"ratio", support.ratio},
            {"low", support.low},
            {"high", support.high},
            {"step", wordFor(support.step)},
            {"direction", wordFor(support.direction)},
            {"parts", std::move(parts)}};
}

std::string line(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// ---- reading -------------------------------------------------------------------------------

Measurement measurementFrom(const Json& value) {
    Measurement measurement;
    measurement.analyzer = value.at("analyzer").get<std::string>();
    measurement.applies = value.at("applies").get<bool>();
    if (measurement.applies) {
        measurement.statistic = value.at("statistic").get<std::string>();
        measurement.value = value.at("value").get<double>();
        measurement.referenceLow = value.at("reference").at(0).get<double>();
        measurement.referenceHigh = value.at("reference").at(1).get<double>();
    } else {
        measurement.reason = value.at("reason").get<std::string>();
        measurement.reasonId = value.value("reason_id", std::string());
    }
    measurement.parameters = value.at("parameters").get<std::map<std::string, double>>();
    measurement.milliseconds = value.value("ms", 0.0);
    return measurement;
}

EngineRecord engineFrom(const Json& value) {
    EngineRecord engine;
    engine.name = value.at("name").get<std::string>();
    engine.version = value.at("version").get<std::string>();
    engine.model = value.at("model").get<std::string>();
    engine.modelSha256 = value.at("model_sha256").get<std::string>();
    engine.device = value.at("device").get<std::string>();
    engine.precision = value.at("precision").get<std::string>();
    engine.prompt = value.value("prompt", std::string());
    engine.promptForm = value.value("prompt_form", std::string());
    return engine;
}

SecondOpinion secondOpinionFrom(const Json& value) {
    SecondOpinion opinion;
    opinion.engine = engineFrom(value.at("engine"));
    opinion.verdict = wordFrom<Verdict>(value, "verdict");
    opinion.pFake = value.at("p_fake").get<double>();
    opinion.thresholds = {value.at("thresholds").at("real_below").get<double>(),
                          value.at("thresholds").at("fake_above").get<double>()};
    opinion.pFakeAlone = value.at("first_p_fake").get<double>();
    opinion.isConflict = value.at("conflict").get<bool>();
    return opinion;
}

Support supportFromValue(const Json& value) {
    Support support;
    support.ratio = value.at("ratio").get<double>();
    support.low = value.at("low").get<double>();
    support.high = value.at("high").get<double>();
    support.step = wordFrom<SupportStep>(value, "step");
    support.direction = wordFrom<Direction>(value, "direction");
    for (const Json& part : value.at("parts"))
        support.parts.push_back({wordFrom<Basis>(part, "basis"), part.at("ratio").get<double>()});
    return support;
}

Source sourceFrom(const Json& value) {
    Source source;
    source.path = value.at("path").get<std::string>();
    source.sha256 = value.at("sha256").get<std::string>();
    source.bytes = value.at("bytes").get<std::uint64_t>();
    source.format = value.at("format").get<std::string>();
    source.width = value.at("width").get<int>();
    source.height = value.at("height").get<int>();
    source.orientation = value.value("orientation", 1);
    source.bitsPerSample = value.value("bits_per_sample", 8);
    if (value.contains("perceptual_hash"))
        source.perceptualHash =
            std::stoull(value.at("perceptual_hash").get<std::string>(), nullptr, 16);
    source.warnings = value.at("warnings").get<std::vector<std::string>>();
    return source;
}

std::map<Manner, double> mannerFrom(const Json& object) {
    std::map<Manner, double> manner;
    for (const auto& [word, score] : object.items()) {
        const auto value = valueOf<Manner>(word);
        if (!value)
            throw std::invalid_argument("manner has the unknown name \"" + word + "\"");
        manner[*value] = score.get<double>();
    }
    return manner;
}

Examination examinationFrom(const Json& value) {
    Examination examination;
    examination.source = sourceFrom(value);
    examination.verdict = wordFrom<Verdict>(value, "verdict");
    examination.pFake = value.at("p_fake").get<double>();
    examination.thresholds = {value.at("thresholds").at("real_below").get<double>(),
                              value.at("thresholds").at("fake_above").get<double>()};
    // Records of earlier versions have no basis: a model's answer, or the pixels.
    if (value.contains("verdict_basis"))
        examination.verdictBasis = wordFrom<Basis>(value, "verdict_basis");
    else if (value.contains("answer") && !value.at("answer").is_null())
        examination.verdictBasis = Basis::Model;
    if (value.contains("support"))
        examination.support = supportFromValue(value.at("support"));
    examination.inconclusiveReason = value.value("inconclusive_reason", std::string());
    examination.manner = mannerFrom(value.at("manner"));
    examination.category = wordFrom<Category>(value, "category");
    for (const Json& clue : value.at("clues"))
        examination.clues.push_back(clueFrom(clue));
    for (const Json& measurement : value.value("measurements", Json::array()))
        examination.measurements.push_back(measurementFrom(measurement));
    for (const Json& box : value.at("not_examined"))
        examination.notExamined.push_back(rectFrom(box));
    examination.provenance = provenanceFrom(value.at("provenance"));
    examination.engine = engineFrom(value.at("engine"));
    if (value.contains("second_opinion"))
        examination.secondOpinion = secondOpinionFrom(value.at("second_opinion"));
    examination.answer = textOrNothing(value, "answer");
    for (const Json& reading : value.value("prompt_readings", Json::array()))
        examination.promptReadings.push_back({reading.at("form").get<std::string>(),
                                              reading.at("separator").get<std::string>(),
                                              reading.at("p_fake").get<double>()});
    examination.timingMs = value.at("timing_ms").get<std::map<std::string, double>>();
    return examination;
}

Json verdictFields(const Examination& examination) {
    Json manner = Json::object();
    for (const auto& [kind, score] : examination.manner)
        manner[std::string(wordFor(kind))] = score;
    Json value = {{"verdict", wordFor(examination.verdict)},
                  {"verdict_basis", wordFor(examination.verdictBasis)},
                  {"p_fake", examination.pFake},
                  {"thresholds",
                   {{"real_below", examination.thresholds.realBelow},
                    {"fake_above", examination.thresholds.fakeAbove}}}};
    if (examination.support)
        value["support"] = toValue(*examination.support);
    if (!examination.inconclusiveReason.empty())
        value["inconclusive_reason"] = examination.inconclusiveReason;
    value["manner"] = std::move(manner);
    value["category"] = wordFor(examination.category);
    return value;
}

template <typename List> Json arrayFrom(const List& list) {
    Json array = Json::array();
    for (const auto& entry : list)
        array.push_back(toValue(entry));
    return array;
}

} // namespace

bool Examination::sameRecordAs(const Examination& other) const {
    return source == other.source && verdict == other.verdict && pFake == other.pFake &&
           verdictBasis == other.verdictBasis && support == other.support &&
           thresholds == other.thresholds && inconclusiveReason == other.inconclusiveReason &&
           manner == other.manner && category == other.category && clues == other.clues &&
           measurements == other.measurements && notExamined == other.notExamined &&
           provenance == other.provenance && engine == other.engine &&
           secondOpinion == other.secondOpinion && answer == other.answer &&
           promptReadings == other.promptReadings && timingMs == other.timingMs;
}

bool hasConflict(const Examination& examination) {
    return (examination.secondOpinion && examination.secondOpinion->isConflict) ||
           std::ranges::any_of(examination.clues, [](const Clue& clue) {
               return clue.agreement == Agreement::Conflicts;
           });
}

std::string toJson(const Examination& examination) {
    const Source& source = examination.source;
    Json value = {{"path", readableBytes(source.path)},
                  {"sha256", source.sha256},
                  {"bytes", source.bytes},
                  {"format", source.format},
                  {"width", source.width},
                  {"height", source.height},
                  {"orientation", source.orientation},
                  {"bits_per_sample", source.bitsPerSample},
                  {"warnings", source.warnings}};
    if (source.perceptualHash)
        value["perceptual_hash"] = hexadecimal(*source.perceptualHash);
    value.update(verdictFields(examination));
    value["clues"] = arrayFrom(examination.clues);
    value["measurements"] = arrayFrom(examination.measurements);
    value["not_examined"] = Json::array();
    for (const Rect& box : examination.notExamined)
        value["not_examined"].push_back(boxValue(box));
    value["provenance"] = toValue(examination.provenance);
    value["engine"] = toValue(examination.engine);
    if (examination.secondOpinion)
        value["second_opinion"] = toValue(*examination.secondOpinion);
    value["answer"] = orNull(examination.answer);
    if (!examination.promptReadings.empty())
        value["prompt_readings"] = arrayFrom(examination.promptReadings);
    value["timing_ms"] = objectFrom(examination.timingMs);
    return line(value);
}

std::string toJson(std::string_view path, const Error& error) {
    return line(
        {{"path", readableBytes(path)},
         {"error", {{"code", errorName(error.code)}, {"message", readableBytes(error.message)}}}});
}

Result<Examination> examinationFromJson(std::string_view text) {
    try {
        return examinationFrom(Json::parse(text));
    } catch (const Json::parse_error& error) {
        return fail(ErrorCode::InvalidJson,
                    "This examination record is not valid JSON: it breaks at byte " +
                        std::to_string(error.byte) + ".");
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidJson,
                    std::string("This is not a complete examination record: ") + error.what() +
                        ".");
    }
}

} // namespace core::examination
