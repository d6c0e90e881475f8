// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/comma_table.h"
#include "core/evaluation/published_figures.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <filesystem>
#include <fstream>

using namespace core;
using namespace core::evaluation;

namespace {

bool isNear(const std::optional<double>& value, double wanted) {
    return value && std::abs(*value - wanted) < 1e-6;
}

} // namespace

class PublishedFiguresTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_folder.emplace(); }
    void publishedConfusionGivesThePublishedFigures();
    void classesAndCategoriesAreCountedApart();
    void theQuestionInFrontIsNoPartOfTheWords();
    void sentencesAreComparedByTheirEmbeddings();
    void everyWayOfStoringIsRead();
    void truthComesFromTheListWhereARowHasNone();
    void whatCannotBeScoredIsRefused();
    void damagedRowsAreNamed();
    void labelsOfTablesAreRead();
    void quotedCellsHoldCommasAndBreaks();

  private:
    std::filesystem::path write(const char* name, const std::string& text) {
        const std::filesystem::path path =
            std::filesystem::path(m_folder->path().toStdString()) / name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    std::optional<QTemporaryDir> m_folder;
};

void PublishedFiguresTest::publishedConfusionGivesThePublishedFigures() {
    // The counts of a public repetition of the published test on 5,000 pictures.
    PublishedCounts counts;
    const auto add = [&](int times, const char* answer, bool isFake) {
        for (int i = 0; i < times; ++i)
            counts.add(answer, isFake);
    };
    add(1760, "<image> Is it real/fake?\nThis is a real image. It is sharp.", false);
    add(48, "<image> Is it real/fake?\nThis is a fake image.", false);
    add(20, "This image is real.", true);
    add(3168, "A dog. It is fake.", true);
    add(4, "A dog. A cat. It is fake.", true);
    QCOMPARE(counts.answers, 5000);
    QCOMPARE(counts.undecided, 4);
    QVERIFY(isNear(counts.accuracy(), 0.986389));
    QVERIFY(isNear(counts.f1Real(), 0.981048));
    QVERIFY(isNear(counts.f1Fake(), 2 * 3168.0 / (2 * 3168 + 68)));
    QVERIFY(isNear(counts.f1Macro(), (*counts.f1Real() + *counts.f1Fake()) / 2));
    QVERIFY(isNear(counts.accuracyWithCoins(), 4930.0 / 5000));
}

void PublishedFiguresTest::classesAndCategoriesAreCountedApart() {
    const std::vector<StoredAnswer> answers = {{"This is a real image.", false, "animal", ""},
                                               {"This is a fake image.", false, "animal", ""},
                                               {"This is a fake image.", true, "doc", ""},
                                               {"I cannot say", true, "doc", ""},
                                               {"This is a fake image.", std::nullopt, "doc", ""}};
    const auto figures = publishedFigures(answers, {});
    QVERIFY(figures.has_value());
    QCOMPARE(figures->all.answers, 4);
    QCOMPARE(figures->withoutTruth, 1);
    const PublishedCounts& animal = figures->byCategory.at("animal");
    QVERIFY(isNear(animal.accuracy(), 0.5) && isNear(animal.realAccuracy(), 0.5));
    QVERIFY(!animal.fakeAccuracy());
    QCOMPARE(figures->byCategory.at("doc").undecided, 1);
    QVERIFY(isNear(figures->byCategory.at("doc").fakeAccuracy(), 1));
    QVERIFY(!figures->rougeL && !figures->css);
    QVERIFY(!publishedFigures({}, {})->all.accuracy());
    QVERIFY(toJson(*figures).find("\"f1_real\":") != std::string::npos);
    QVERIFY(!readableText(*figures).empty());
}

void PublishedFiguresTest::theQuestionInFrontIsNoPartOfTheWords() {
    QCOMPARE(comparedWords("<image> Real/fake?\n  This is it. "), std::string("This is it."));
    QCOMPARE(comparedWords("This is it."), std::string("This is it."));
    QCOMPARE(comparedWords("What?"), std::string());
    const std::vector<StoredAnswer> answers = {
        {"Does it?\nThis is a fake image.", true, "", "This is a fake image."},
        {"This is real", false, "", "This was fake"}};
    QVERIFY(isNear(publishedFigures(answers, {})->rougeL, (1 + 1.0 / 3) / 2));
}

void PublishedFiguresTest::sentencesAreComparedByTheirEmbeddings() {
    const std::vector<StoredAnswer> answers = {{"one", true, "", "two"}, {"one", false, "", "one"}};
    const auto embed = [](std::span<const std::string> texts) {
        std::vector<std::vector<float>> vectors;
        for (const std::string& text : texts)
            vectors.push_back(text == "one" ? std::vector<float>{3, 4} : std::vector<float>{1, 0});
        return Result<std::vector<std::vector<float>>>(std::move(vectors));
    };
    QVERIFY(isNear(publishedFigures(answers, embed)->css, (0.6 + 1) / 2));
    const auto broken = [](std::span<const std::string>) {
        return Result<std::vector<std::vector<float>>>(fail(ErrorCode::Cancelled, "Stopped."));
    };
    QCOMPARE(publishedFigures(answers, broken).error().code, ErrorCode::Cancelled);
}

void PublishedFiguresTest::everyWayOfStoringIsRead() {
    const std::string row =
        R"({"idx": 0, "label": 0, "cate": "deepfake", "prediction_text": "Is it?\nThis, \"so\""})";
    for (const std::string& text :
         {"[" + row + "]", row + "\n\n", "\xEF\xBB\xBF[" + row + "]",
          std::string(
              "idx,label,cate,prediction_text\n0,0,deepfake,\"Is it?\nThis, \"\"so\"\"\"\n")}) {
        const auto answers = readStoredAnswers(write("answers", text), {});
        QVERIFY2(answers.has_value(), answers ? "" : answers.error().message.c_str());
        QCOMPARE(answers->size(), std::size_t{1});
        QCOMPARE(answers->front().text, std::string("Is it?\nThis, \"so\""));
        QCOMPARE(answers->front().isFake, std::optional(true));
        QCOMPARE(answers->front().category, std::string("deepfake"));
    }
}

void PublishedFiguresTest::truthComesFromTheListWhereARowHasNone() {
    const auto data = write("data.json", R"([
        {"image": "animal/real/a.jpg", "label": 1, "cate": "animal",
         "conversations": [{"from": "human", "value": "?"}, {"from": "gpt", "value": "So."}]},
        {"image": "doc/fake/b.png", "label": 0, "cate": "doc"}])");
    const auto answers = readStoredAnswers(write("answers.json", R"([
        {"image_path": "/data/test/animal/real/a.jpg", "output": "one"},
        {"id": 1, "caption": "two"},
        {"id": "doc/fake/b.png", "caption": "three"},
        {"image_path": "elsewhere.png", "output": "four"},
        {"idx": 0, "label": 0, "prediction_text": "five"}])"),
                                           data);
    QVERIFY2(answers.has_value(), answers ? "" : answers.error().message.c_str());
    QCOMPARE(answers->at(0).isFake, std::optional(false));
    QCOMPARE(answers->at(0).reference, std::string("So."));
    QCOMPARE(answers->at(1).isFake, std::optional(true));
    QCOMPARE(answers->at(2).category, std::string("doc"));
    QVERIFY(!answers->at(3).isFake);
    QCOMPARE(answers->at(4).isFake, std::optional(true)); // its own label counts
    QCOMPARE(answers->at(4).category, std::string("animal"));
}

void PublishedFiguresTest::whatCannotBeScoredIsRefused() {
    const auto code = [&](const std::string& text, const std::filesystem::path& data = {}) {
        const auto answers = readStoredAnswers(write("answers.json", text), data);
        return answers ? ErrorCode::Internal : answers.error().code;
    };
    QCOMPARE(code(R"([{"idx": 0, "label": 0}])"), ErrorCode::InvalidArgument);
    QCOMPARE(code(R"([{"output": "This is fake."}])"), ErrorCode::InvalidArgument);
    QCOMPARE(code("[{]"), ErrorCode::InvalidJson);
    QCOMPARE(code("[1, 2]"), ErrorCode::InvalidJson);
    QCOMPARE(code(R"([{"label": 0, "output": "x"}])", "/none.json"), ErrorCode::FileNotFound);
    QCOMPARE(readStoredAnswers("/none.json", {}).error().code, ErrorCode::FileNotFound);
    QCOMPARE(code(""), ErrorCode::InvalidJson);
    QCOMPARE(code("[]"), ErrorCode::InvalidJson);
    QCOMPARE(code("\xFF\xFE binary"), ErrorCode::InvalidJson);
}

void PublishedFiguresTest::damagedRowsAreNamed() {
    const auto sentence = [&](const std::string& text, const std::filesystem::path& data = {}) {
        const auto answers = readStoredAnswers(write("answers", text), data);
        return answers ? std::string() : answers.error().message;
    };
    const std::string row = R"({"label": 1, "output": "This is a real image."})";
    const auto names = [](const std::string& text, const char* place) {
        return text.find(place) != std::string::npos;
    };
    QVERIFY(names(sentence("[" + row + R"(, {"label": 1}])"), "Entry 2"));
    QVERIFY(names(sentence("[" + row + ", 7]"), "entry 2"));
    QVERIFY(names(sentence(row + "\n\n" + R"({"label": 1, "outp)"), "line 3"));
    QVERIFY(names(sentence(row + "\n[1]\n"), "line 2"));
    QVERIFY(names(sentence("[" + row + R"(, {"label": 7, "output": "x"}])"), "label 7"));
    QVERIFY(names(sentence("label,output\n1,This is real.\n0,\"This is"), "line 3"));
    const auto data =
        write("data.json", R"([{"image": "a", "label": 1}, {"image": "b", "label": 2}])");
    QVERIFY(names(sentence(R"([{"image": "a", "output": "x"}])", data), "Entry 2 of"));
}

void PublishedFiguresTest::labelsOfTablesAreRead() {
    const auto answers = readStoredAnswers(
        write("answers.json", R"([{"label": 1.0, "output": "x"}, {"label": false, "output": "x"},
                                  {"label": "0.0", "output": "x"}, {"label": null, "output": "x"}])"),
        {});
    QVERIFY2(answers.has_value(), answers ? "" : answers.error().message.c_str());
    QCOMPARE(answers->at(0).isFake, std::optional(false));
    QCOMPARE(answers->at(1).isFake, std::optional(true));
    QCOMPARE(answers->at(2).isFake, std::optional(true));
    QVERIFY(!answers->at(3).isFake);
}

void PublishedFiguresTest::quotedCellsHoldCommasAndBreaks() {
    const auto rows = rowsOfCommaTable("a,b\r\n\"1,\n2\",\"say \"\"so\"\"\"\n\nlast,");
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), std::size_t{3});
    QCOMPARE(rows->at(1), (std::vector<std::string>{"1,\n2", "say \"so\""}));
    QCOMPARE(rows->at(2), (std::vector<std::string>{"last", ""}));
    QVERIFY(rowsOfCommaTable("")->empty());
    const auto open = rowsOfCommaTable("a,b\n1,\"2\n3");
    QVERIFY(!open.has_value());
    QVERIFY(open.error().message.find("line 2") != std::string::npos);
}

QTEST_GUILESS_MAIN(PublishedFiguresTest)
#include "published_figures_test.moc"
