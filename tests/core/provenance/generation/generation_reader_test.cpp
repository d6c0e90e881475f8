// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/generation/generation_reader.h"

#include <QTest>

using core::examination::GenerationRecord;
using core::examination::MetadataField;
using core::provenance::readGeneration;

namespace {

std::optional<GenerationRecord> ofText(const std::string& keyword, const std::string& text) {
    return readGeneration({{"PNG text", keyword, text}});
}

std::string setting(const GenerationRecord& record, std::string_view wanted) {
    for (const auto& [name, value] : record.settings)
        if (name == wanted)
            return value;
    return "none";
}

const std::string kGraph = R"({
 "3": {"class_type": "KSampler", "inputs": {"seed": 1234567890123456789, "steps": 20, "cfg": 8.0,
       "sampler_name": "dpmpp_2m", "scheduler": "karras", "denoise": 1.0, "model": ["10", 0],
       "positive": ["6", 0], "negative": ["7", 0], "latent_image": ["5", 0]}},
 "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sdxl_base.safetensors"}},
 "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 512}},
 "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "a street at night", "clip": ["10", 1]}},
 "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "blurry", "clip": ["10", 1]}},
 "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
 "9": {"class_type": "SaveImage", "inputs": {"images": ["8", 0]}},
 "10": {"class_type": "LoraLoader", "inputs": {"lora_name": "film.safetensors",
        "strength_model": 0.7, "model": ["4", 0], "clip": ["4", 1]}},
 "11": {"class_type": "CLIPTextEncode", "inputs": {"text": "not used", "clip": ["4", 1]},
        "is_changed": [NaN]}
})";

} // namespace

class GenerationReaderTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void webUiTextIsTakenApart() {
        const auto record =
            ofText("parameters", "a castle, sunset <lora:film:0.7>\nsecond line\nNegative prompt: "
                                 "blurry, Steps\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: "
                                 "1234567890, Size: 512x768, Lora hashes: \"film: 1a2b, x: 3\", "
                                 "Model: dreamshaper_8, Version: v1.6.0");
        QVERIFY(record);
        QCOMPARE(record->program, std::string("Stable Diffusion WebUI"));
        QCOMPARE(record->prompt, std::string("a castle, sunset <lora:film:0.7>\nsecond line"));
        QCOMPARE(record->negativePrompt, std::string("blurry, Steps"));
        QCOMPARE(record->model, std::string("dreamshaper_8"));
        QCOMPARE(record->seed, std::string("1234567890"));
        QCOMPARE(record->sampler, std::string("Euler a"));
        QCOMPARE(setting(*record, "Size"), std::string("512x768"));
        QCOMPARE(setting(*record, "Lora hashes"), std::string("film: 1a2b, x: 3"));
        QVERIFY(!record->usedPicture);
    }

    void aGivenPictureIsNoticed() {
        const std::string line = "x\nSteps: 20, Sampler: Euler a, Seed: 1";
        QVERIFY(ofText("parameters", line + ", Denoising strength: 0.5")->usedPicture == true);
        // Enlarging the program's own picture is no use of another one.
        QVERIFY(!ofText("parameters", line + ", Denoising strength: 0.5, Hires upscale: 2")
                     ->usedPicture);
    }

    void theGraphIsWalkedFromTheSavedPicture() {
        const auto record = ofText("prompt", kGraph);
        QVERIFY(record);
        QCOMPARE(record->program, std::string("ComfyUI"));
        QCOMPARE(record->prompt, std::string("a street at night"));
        QCOMPARE(record->negativePrompt, std::string("blurry"));
        QCOMPARE(record->model, std::string("sdxl_base.safetensors"));
        QCOMPARE(record->seed, std::string("1234567890123456789"));
        QCOMPARE(record->sampler, std::string("dpmpp_2m"));
        QCOMPARE(setting(*record, "LoRA"), std::string("film.safetensors (0.7)"));
        QVERIFY(record->usedPicture == false);
    }

    void aLoadedPictureInTheGraphIsNoticed() {
        std::string graph = kGraph;
        graph.replace(graph.find("EmptyLatentImage"), 16, "LoadImage");
        QVERIFY(ofText("prompt", graph)->usedPicture == true);
    }

    void graphsThatLeadInCirclesEnd() {
        const auto record =
            ofText("prompt", R"({"1": {"class_type": "KSampler", "inputs": {"positive": ["2", 0]}},
                                 "2": {"class_type": "A", "inputs": {"x": ["1", 0]}}})");
        QVERIFY(record);
        QCOMPARE(record->prompt, std::string());
    }

    void otherProgramsSettingsAreRead_data() {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("prompt");
        QTest::newRow("SwarmUI")
            << "PNG text"
            << "parameters"
            << R"({"sui_image_params": {"prompt": "cat", "model": "m", "seed": 5}})"
            << "SwarmUI"
            << "cat";
        QTest::newRow("InvokeAI") << "PNG text"
                                  << "invokeai_metadata"
                                  << R"({"positive_prompt": "cat", "seed": 5,
                                         "model": {"name": "m"}, "scheduler": "ddim"})"
                                  << "InvokeAI"
                                  << "cat";
        QTest::newRow("NovelAI") << "PNG text"
                                 << "Comment"
                                 << R"({"prompt": "cat", "uc": "dog", "seed": 5})"
                                 << "NovelAI"
                                 << "cat";
        QTest::newRow("Draw Things")
            << "XMP"
            << "Xmp.exif.UserComment"
            << R"({"c": "cat", "uc": "dog", "seed": 5, "sampler": "DDIM", "model": "m"})"
            << "Draw Things"
            << "cat";
        QTest::newRow("Midjourney")
            << "PNG text"
            << "Description"
            << "cat --ar 3:2 --v 6 Job ID: 01234567-89ab-cdef-0123-456789abcdef"
            << "Midjourney"
            << "cat";
        QTest::newRow("label of Chinese services")
            << "XMP"
            << "Xmp.TC260.AIGC"
            << R"({"Label": "1", "ContentProducer": "A", "ProduceID": "7"})"
            << "a service with the label AIGC"
            << "";
    }
    void otherProgramsSettingsAreRead() {
        QFETCH(QString, group);
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, program);
        QFETCH(QString, prompt);
        const auto record =
            readGeneration({{group.toStdString(), name.toStdString(), text.toStdString()}});
        QVERIFY(record);
        QCOMPARE(QString::fromStdString(record->program), program);
        QCOMPARE(QString::fromStdString(record->prompt), prompt);
    }

    void ordinaryTextsAreNoSettings_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("prose") << "Steps: three of them lead up to the house.";
        QTest::newRow("json") << R"({"title": "a cat", "tags": ["x"]})";
        QTest::newRow("broken json") << R"({"3": {"class_type": )";
        QTest::newRow("deep") << QString(200'000, '[');
        QTest::newRow("wrong shapes")
            << R"({"class_type": 7, "inputs": [], "1": {"class_type": []}})";
    }
    void ordinaryTextsAreNoSettings() {
        QFETCH(QString, text);
        const auto record = ofText("Description", text.toStdString());
        QVERIFY(!record || record->prompt.empty());
    }
};

QTEST_APPLESS_MAIN(GenerationReaderTest)
#include "generation_reader_test.moc"
