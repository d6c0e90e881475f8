// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/published_figures.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace core::evaluation {

namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

std::string text(const std::optional<double>& value) {
    if (!value)
        return "-";
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.6f", *value);
    return buffer;
}

Json confusion(const PublishedCounts& counts) {
    return {{"real_called_real", counts.realCalledReal},
            {"real_called_fake", counts.realCalledFake},
            {"fake_called_real", counts.fakeCalledReal},
            {"fake_called_fake", counts.fakeCalledFake}};
}

} // namespace

std::string toJson(const PublishedFigures& figures) {
    const PublishedCounts& all = figures.all;
    Json categories = Json::object();
    for (const auto& [name, counts] : figures.byCategory)
        categories[name] = {{"answers", counts.answers},
                            {"undecided", counts.undecided},
                            {"accuracy", orNull(counts.accuracy())},
                            {"real_accuracy", orNull(counts.realAccuracy())},
                            {"fake_accuracy", orNull(counts.fakeAccuracy())}};
    Json json = {{"answers", all.answers},
                 {"undecided", all.undecided},
                 {"without_truth", figures.withoutTruth},
                 {"accuracy", orNull(all.accuracy())},
                 {"accuracy_with_coins", orNull(all.accuracyWithCoins())},
                 {"real_accuracy", orNull(all.realAccuracy())},
                 {"fake_accuracy", orNull(all.fakeAccuracy())},
                 {"f1_real", orNull(all.f1Real())},
                 {"f1_fake", orNull(all.f1Fake())},
                 {"f1_macro", orNull(all.f1Macro())},
                 {"confusion", confusion(all)},
                 {"by_category", std::move(categories)},
                 {"references", figures.withReference}};
    if (figures.rougeL)
        json["rouge_l"] = *figures.rougeL;
    if (figures.css) {
        json["css"] = *figures.css;
        json["encoder"] = figures.encoder;
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string readableText(const PublishedFigures& figures) {
    const PublishedCounts& all = figures.all;
    std::string out = "Counted as FakeVLM's authors do\n";
    const auto line = [&](const std::string& name, const std::string& value) {
        out +=
            "  " + name + std::string(name.size() < 26 ? 26 - name.size() : 1, ' ') + value + "\n";
    };
    line("answers", std::to_string(all.answers));
    line("undecided (coins)", std::to_string(all.undecided));
    if (figures.withoutTruth > 0)
        line("left out, no truth", std::to_string(figures.withoutTruth));
    line("accuracy, decided ones", text(all.accuracy()));
    line("accuracy with coins", text(all.accuracyWithCoins()));
    line("F1, real is positive", text(all.f1Real()));
    line("F1, fake is positive", text(all.f1Fake()));
    line("F1, mean of the two", text(all.f1Macro()));
    line("real called real / fake",
         std::to_string(all.realCalledReal) + " / " + std::to_string(all.realCalledFake));
    line("fake called fake / real",
         std::to_string(all.fakeCalledFake) + " / " + std::to_string(all.fakeCalledReal));
    for (const auto& [name, counts] : figures.byCategory)
        line("category " + (name.empty() ? std::string("not said") : name),
             text(counts.accuracy()) + " of " + std::to_string(counts.answers) + ", real " +
                 text(counts.realAccuracy()) + ", fake " + text(counts.fakeAccuracy()));
    if (figures.rougeL)
        line("ROUGE-L", text(figures.rougeL) + " over " + std::to_string(figures.withReference));
    if (figures.css)
        line("CSS", text(figures.css) + ", encoder " + figures.encoder);
    return out;
}

} // namespace core::evaluation
