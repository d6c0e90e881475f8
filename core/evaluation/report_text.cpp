// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation_report.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace core::evaluation {

namespace {

using Json = nlohmann::ordered_json;

std::string number(double value, int digits) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string text(const std::optional<Figure>& figure) {
    if (!figure)
        return "-";
    return number(figure->value, 3) + " (" + number(figure->interval.low, 3) + " to " +
           number(figure->interval.high, 3) + ")";
}

std::string text(const Rate& rate) {
    if (rate.trials == 0)
        return "-";
    const Interval interval = rate.interval();
    return number(100 * rate.value(), 1) + " % (" + std::to_string(rate.events) + " of " +
           std::to_string(rate.trials) + "; " + number(100 * interval.low, 1) + " to " +
           number(100 * interval.high, 1) + ")";
}

void addRow(std::string& out, const std::string& name, const std::string& value) {
    if (value == "-")
        return;
    out += "  " + name + std::string(name.size() < 34 ? 34 - name.size() : 1, ' ') + value + "\n";
}

std::string block(const std::string& title, const GroupScores& scores) {
    std::string out = title + ": " + std::to_string(scores.pictures) + " pictures";
    out += scores.failed > 0 ? ", " + std::to_string(scores.failed) + " failed\n" : "\n";
    addRow(out, "AUC", text(scores.auc));
    addRow(out, "accuracy where there is a verdict", text(scores.accuracy));
    addRow(out, "photograph called fake", text(scores.accused));
    addRow(out, "photograph called real", text(scores.cleared));
    addRow(out, "fake called fake", text(scores.found));
    addRow(out, "fake called real", text(scores.missed));
    addRow(out, "no verdict", text(scores.abstained));
    addRow(out, "F1 fake, real, mean of both",
           number(scores.f1Fake, 3) + ", " + number(scores.f1Real, 3) + ", " +
               number((scores.f1Fake + scores.f1Real) / 2, 3));
    addRow(out, "calibration error, 15 widths", text(scores.calibrationErrorByWidth));
    addRow(out, "calibration error, 10 masses", text(scores.calibrationErrorByMass));
    addRow(out, "Brier score", text(scores.brier));
    addRow(out, "place: F1 at 0.5", text(scores.placeF1));
    addRow(out, "place: IoU at 0.5", text(scores.placeIou));
    addRow(out, "place: F1, best threshold each", text(scores.placeBestF1));
    addRow(out, "marked areas: F1", text(scores.markedF1));
    addRow(out, "marked areas: IoU", text(scores.markedIou));
    if (scores.rougeL)
        addRow(out, "ROUGE-L", number(*scores.rougeL, 3));
    if (scores.strict) {
        addRow(out, "answers right, strict reading", text(scores.strict->right));
        addRow(out, "  unreadable", text(scores.strict->unreadable));
    }
    if (scores.published) {
        addRow(out, "answers right, published reading", text(scores.published->right));
        addRow(out, "  decided by a coin", text(scores.published->unreadable));
    }
    return out;
}

Json json(const Figure& figure) {
    return {{"value", figure.value}, {"interval95", {figure.interval.low, figure.interval.high}}};
}

Json json(const Rate& rate) {
    const Interval interval = rate.interval();
    return {{"rate", rate.value()},
            {"events", rate.events},
            {"of", rate.trials},
            {"interval95", {interval.low, interval.high}}};
}

Json json(const Reading& reading) {
    return {{"right", json(reading.right)}, {"unreadable", json(reading.unreadable)}};
}

template <typename Value>
void add(Json& object, const char* name, const std::optional<Value>& value) {
    if (value)
        object[name] = json(*value);
}

Json json(const GroupScores& scores) {
    Json object = {{"pictures", scores.pictures}, {"failed", scores.failed}};
    add(object, "auc", scores.auc);
    add(object, "accuracy_where_verdict", scores.accuracy);
    object["real_called_fake"] = json(scores.accused);
    object["real_called_real"] = json(scores.cleared);
    object["fake_called_fake"] = json(scores.found);
    object["fake_called_real"] = json(scores.missed);
    object["no_verdict"] = json(scores.abstained);
    object["f1"] = {{"fake", scores.f1Fake},
                    {"real", scores.f1Real},
                    {"macro", (scores.f1Fake + scores.f1Real) / 2}};
    add(object, "ece_15_equal_width", scores.calibrationErrorByWidth);
    add(object, "ece_10_equal_mass", scores.calibrationErrorByMass);
    add(object, "brier", scores.brier);
    add(object, "place_f1", scores.placeF1);
    add(object, "place_iou", scores.placeIou);
    add(object, "place_best_f1", scores.placeBestF1);
    add(object, "marked_f1", scores.markedF1);
    add(object, "marked_iou", scores.markedIou);
    if (scores.rougeL)
        object["rouge_l"] = *scores.rougeL;
    add(object, "answers_strict", scores.strict);
    add(object, "answers_published", scores.published);
    return object;
}

} // namespace

std::string readableReport(const EvaluationReport& report) {
    std::string out = "Engine: " + report.engine +
                      "\nPictures (SHA-256 of their list): " + report.listHash +
                      "\nBehind a figure: its 95 % interval, bootstrapped over sources; behind a "
                      "share: counts and Clopper-Pearson.\n";
    for (const auto& [condition, scores] : report.byCondition)
        out += "\n" + block("Condition " + condition, scores);
    for (const auto& [kind, groups] : report.groups) {
        for (const auto& [name, scores] : groups)
            out += "\n" + block(report.groupCondition + ", " + kind + " " + name, scores);
    }
    if (report.published)
        out += "\n" + readableText(*report.published);
    return out;
}

std::string toJson(const EvaluationReport& report) {
    Json object = {{"clueglass", "evaluation report"}, // by it the file is known again
                   {"engine", report.engine},
                   {"list_sha256", report.listHash}};
    object["by_condition"] = Json::object();
    for (const auto& [condition, scores] : report.byCondition)
        object["by_condition"][condition] = json(scores);
    if (report.published)
        object["published"] = Json::parse(toJson(*report.published));
    object["groups_under"] = report.groupCondition;
    for (const auto& [kind, groups] : report.groups) {
        Json& all = object["by_" + kind] = Json::object();
        for (const auto& [name, scores] : groups)
            all[name] = json(scores);
    }
    return object.dump(1, ' ', false, Json::error_handler_t::replace);
}

} // namespace core::evaluation
