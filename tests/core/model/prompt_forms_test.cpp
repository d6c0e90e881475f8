// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/safe_decoder.h"
#include "core/model/checkpoint/safetensors.h"
#include "core/model/text/prompt_template.h"
#include "core/model/vision_language_model.h"
#include "tests/support/shared_data.h"

#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>
#include <fstream>

using namespace core;
using namespace core::model;

namespace {

template <typename Stored>
std::vector<Stored> numbers(const SafetensorsFile& file, const std::string& name) {
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end() || sizeOf(found->second.type) != sizeof(Stored))
        return {};
    const auto bytes = file.bytes(found->second);
    std::vector<Stored> values(bytes.size() / sizeof(Stored));
    std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

} // namespace

/// The forms in which a question is put, and what stands between it and the answer.
class PromptFormsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyFormHasItsOwnPrompt();
    void aFollowUpGoesOnInTheFormOfTheFirstPrompt();
    void bothFormsMatchTheReference_data();
    void bothFormsMatchTheReference();
};

void PromptFormsTest::everyFormHasItsOwnPrompt() {
    using Model = VisionLanguageModel;
    QCOMPARE(*Model::fullPrompt(""), std::string("<image>Does the image looks real/fake?"));
    QCOMPARE(*Model::fullPrompt("", PromptForm::Chat),
             std::string("USER: <image>\nDoes the image looks real/fake? ASSISTANT:"));
    QCOMPARE(*Model::fullPrompt("<image>\nWhat is it?", PromptForm::Published),
             std::string("<image>What is it?"));
    // A person's question is put in the form of the training, a whole prompt is left alone.
    QCOMPARE(*Model::fullPrompt("What is it?"),
             std::string("USER: <image>\nWhat is it? ASSISTANT:"));
    QCOMPARE(*Model::fullPrompt("Look: <image> So?"), std::string("Look: <image> So?"));
    QCOMPARE(*Model::fullPrompt("USER: So? ASSISTANT:"),
             std::string("USER: <image>\nSo? ASSISTANT:"));
    QVERIFY(!Model::fullPrompt("<image><image>", PromptForm::Own));
    for (const PromptForm form : {PromptForm::Published, PromptForm::Chat, PromptForm::Own})
        QCOMPARE(promptFormNamed(nameOf(form)), std::optional(form));
    QVERIFY(!promptFormNamed("raw"));
}

void PromptFormsTest::aFollowUpGoesOnInTheFormOfTheFirstPrompt() {
    QCOMPARE(followUpFor("Why?", "<image>Is it?"), std::string("\nWhy?"));
    QCOMPARE(followUpFor("Why?", "USER: <image>\nIs it? ASSISTANT:"),
             std::string(" USER: Why? ASSISTANT:"));
}

void PromptFormsTest::bothFormsMatchTheReference_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("picture");
    for (const char* form : {"published", "chat"})
        for (const char* picture : {"photo.jpg", "scene.png", "gray.png"})
            QTest::addRow("%s %s", form, picture) << form << picture;
}

void PromptFormsTest::bothFormsMatchTheReference() {
    QFETCH(QString, form);
    QFETCH(QString, picture);
    const auto reference = tests::sharedData("fixtures/llava-tune-tiny");
    const auto base = tests::sharedData("fixtures/llava-tiny");
    if (!reference || !base)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    std::ifstream jsonFile(*reference / "golden.json");
    const auto golden = nlohmann::json::parse(jsonFile).at("forms").at(form.toStdString());
    const auto& expected = golden.at("images").at(picture.toStdString());
    const auto tensors = SafetensorsFile::open(*reference / expected.at("file").get<std::string>());
    QVERIFY(tensors.has_value());

    const auto model = VisionLanguageModel::load(*base / "checkpoint", {}, {}, {});
    QVERIFY(model.has_value());
    const auto file = image::readEvidence(*base / "images" / picture.toStdString(), {});
    QVERIFY(file.has_value());
    const auto decoded = image::decode(*file, {});
    QVERIFY(decoded.has_value());
    QTemporaryDir out;
    GenerationOptions options;
    options.form = promptFormNamed(form.toStdString());
    options.maxNewTokens = 32;
    const auto answer =
        (*model)->trace(decoded->image.view(), "", options, out.path().toStdString(), {}, {});
    QVERIFY(answer.has_value());
    QCOMPARE(answer->prompt, golden.at("text").get<std::string>());
    QCOMPARE(answer->form, *options.form);
    QCOMPARE(answer->text, expected.at("answer").get<std::string>());

    const auto ours = SafetensorsFile::open(std::filesystem::path(out.path().toStdString()) /
                                            "trace.safetensors");
    QVERIFY(ours.has_value());
    QCOMPARE(numbers<std::int64_t>(*ours, "input_ids"),
             numbers<std::int64_t>(*tensors, "input_ids"));
    QCOMPARE(answer->tokenIds, numbers<std::int64_t>(*tensors, "generated_ids"));
    const auto logits = numbers<float>(*ours, "prefill_logits");
    const auto theirs = numbers<float>(*tensors, "prefill_logits");
    QCOMPARE(logits.size(), theirs.size());
    QVERIFY(!logits.empty());
    for (std::size_t i = 0; i < logits.size(); ++i)
        QVERIFY(std::abs(logits[i] - theirs[i]) <= 1e-3F);

    const auto& wordings = expected.at("wordings");
    double best = -INFINITY;
    for (const Separator separator : {Separator::Newline, Separator::Space}) {
        const auto& scores = answer->likelihood.bySeparator[static_cast<std::size_t>(separator)];
        const std::string name(nameOf(separator));
        const double fake = wordings.at(name + "_fake").at("log_likelihood").get<double>();
        const double real = wordings.at(name + "_real").at("log_likelihood").get<double>();
        QVERIFY(std::abs(scores.logFake - fake) <= 1e-3);
        QVERIFY(std::abs(scores.logReal - real) <= 1e-3);
        const double together = std::log(std::exp(fake - real) + 1) + real;
        if (together > best) {
            best = together;
            QVERIFY(answer->likelihood.separator == separator || separator == Separator::Newline);
        }
    }
    const auto& kept = answer->likelihood.with(answer->likelihood.separator);
    QCOMPARE(answer->likelihood.pFake, kept.pFake);
}

QTEST_GUILESS_MAIN(PromptFormsTest)
#include "prompt_forms_test.moc"
