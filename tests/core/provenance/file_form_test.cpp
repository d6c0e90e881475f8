// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/file_form/form_evidence.h"

#include "core/base/data_directory.h"
#include "core/clues/clue_catalog.h"
#include "core/image/safe_decoder.h"
#include "core/provenance/file_form/form_facts.h"
#include "core/provenance/file_form/known_sizes.h"
#include "core/provenance/provenance_reader.h"
#include "tests/core/provenance/labelled_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <memory>
#include <random>
#include <set>

using namespace core::provenance;
using namespace tests;
using core::examination::Clue;
using core::examination::Direction;

namespace {

core::image::EvidenceFile fileOf(const ByteBuffer& bytes) {
    return {
        "test", std::make_shared<const ByteBuffer>(bytes), "", core::image::sniffFormat(bytes), {}};
}

std::set<std::string> traitsOf(const ByteBuffer& bytes) {
    const auto file = fileOf(bytes);
    const auto picture = core::image::decode(file, {});
    if (!picture)
        return {"undecodable"};
    std::set<std::string> names;
    for (const auto& trait : formTraits(formFacts(file, picture->image.width(),
                                                  picture->image.height(), readProvenance(file))))
        names.emplace(trait.name);
    return names;
}

std::set<std::string> traitsOfSize(int width, int height) {
    FormFacts facts;
    facts.width = width;
    facts.height = height;
    std::set<std::string> names;
    for (const auto& trait : formTraits(facts))
        names.emplace(trait.name);
    return names;
}

TraitStatistics statistics(const std::string& name, double weight, double spread,
                           RatioInterval alone) {
    return {name, {51, 9, 0.51}, {2, 2, 0.02}, alone, weight, {weight - spread, weight + spread}};
}

} // namespace

class FileFormTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void generatorSizesAreKnownLyingAndStanding();
    void halvesAndDoublesComeAfterExactSizesAndSensors();
    void sizesFallIntoOneGroup_data();
    void sizesFallIntoOneGroup();
    void jpegCodingIsSeen();
    void pngPiecesAreSeen();
    void cameraEntriesMustFitTheSize();
    void aCameraNameBesideAGeneratorGivesNoCredit();
    void statedSizesAreThoseOfThePicture();
    void damagedFilesNeverCrash();
    void whatCountsIsTheBoundNearerToOne();
    void traitsJoinAsFittedAndStayBelowTen();
    void sentencesSayBothFrequencies();
    void weakTraitsHaveNoSentence();
    void everyTraitHasASentence();
    void aMissingTableIsNamed();
    void damagedTablesAreErrors();
    void theInstalledTableKnowsEveryTrait();
};

void FileFormTest::generatorSizesAreKnownLyingAndStanding() {
    for (const auto& [width, height] : {std::pair{1024, 1024},
                                        {1536, 1024},
                                        {1792, 1024},
                                        {832, 1216},
                                        {1344, 768},
                                        {1248, 832},
                                        {1664, 928},
                                        {2816, 1536}}) {
        const auto lying = generatorSizeOf(width, height);
        const auto standing = generatorSizeOf(height, width);
        QVERIFY(lying && standing);
        QCOMPARE(lying->scale, SizeScale::Exact);
        QVERIFY(!lying->writer.empty());
        QCOMPARE(standing->width, std::max(width, height));
    }
    QVERIFY(!generatorSizeOf(1023, 1024));
    QVERIFY(!generatorSizeOf(0, 0));
    QVERIFY(!generatorSizeOf(-1024, 1024));
    QVERIFY(!generatorSizeOf(2'000'000'000, 2'000'000'000));
}

void FileFormTest::halvesAndDoublesComeAfterExactSizesAndSensors() {
    QCOMPARE(generatorSizeOf(672, 384)->scale, SizeScale::Half);
    QCOMPARE(generatorSizeOf(2432, 1664)->scale, SizeScale::Double);
    QCOMPARE(generatorSizeOf(1024, 1024)->scale, SizeScale::Exact); // also twice 512 x 512
    // Twice 1536 x 1024, and the sensor of several cameras.
    QVERIFY(traitsOfSize(3072, 2048).contains("size_sensor"));
}

void FileFormTest::sizesFallIntoOneGroup_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("square") << 512 << 512 << QStringList{"size_generator_square"};
    QTest::newRow("oblong") << 1216 << 832 << QStringList{"size_generator_oblong"};
    QTest::newRow("scaled") << 608 << 416 << QStringList{"size_generator_scaled"};
    QTest::newRow("telephone") << 3024 << 4032
                               << QStringList{"pixels_many", "shape_four_to_three", "size_sensor"};
    QTest::newRow("64") << 640 << 320 << QStringList{"size_multiple_of_64"};
    QTest::newRow("16") << 640 << 496 << QStringList{"size_multiple_of_16"};
    QTest::newRow("8") << 600 << 488 << QStringList{"size_multiple_of_8"};
    QTest::newRow("web") << 500 << 333 << QStringList{"shape_three_to_two", "size_no_multiple"};
    QTest::newRow("screen") << 1366 << 768
                            << QStringList{"shape_sixteen_to_nine", "size_no_multiple"};
    QTest::newRow("none") << 0 << 0 << QStringList{};
}

void FileFormTest::sizesFallIntoOneGroup() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const std::string& name : traitsOfSize(width, height))
        found.append(QString::fromStdString(name));
    QCOMPARE(found, expected);
}

void FileFormTest::jpegCodingIsSeen() {
    const auto scene = noisyScene(100, 77, 1);
    const auto common = traitsOf(jpegBytes(scene, 90, 2));
    QVERIFY(!common.contains("tables_own"));
    QVERIFY(!common.contains("sampling_none"));
    QVERIFY(traitsOf(jpegBytes(scene, 90, 1)).contains("sampling_none"));
    // One step of the luma table changed: no longer the IJG's.
    ByteBuffer own = jpegBytes(scene, 90, 2);
    const std::array<std::uint8_t, 2> kTable = {0xFF, 0xDB};
    const auto table = std::ranges::search(own, kTable).begin();
    QVERIFY(own.end() - table > 70);
    table[5] += 1;
    QVERIFY(traitsOf(own).contains("tables_own"));
    // A segment of Adobe's behind the first marker.
    ByteBuffer adobe = jpegBytes(scene, 90, 2);
    const std::string segment =
        std::string("\xFF\xED\x00\x10", 4) + std::string("Photoshop 3.0\0", 14);
    adobe.insert(adobe.begin() + 2, segment.begin(), segment.end());
    QVERIFY(traitsOf(adobe).contains("container_photoshop"));
    QVERIFY(traitsOf(webpBytes(scene)).contains("container_webp"));
}

void FileFormTest::pngPiecesAreSeen() {
    const ByteBuffer png = pngBytes(slope(32, 24));
    QVERIFY(traitsOf(png).contains("container_png"));
    // Such a piece makes the file unreadable as a picture, so only its facts are asked.
    const auto file = fileOf(withPngChunk(png, "IDAT", std::string(65'536, '\0')));
    const auto facts = formFacts(file, 32, 24, {});
    QCOMPARE(facts.largestPngPiece, std::uint64_t{65'536});
    const auto traits = formTraits(facts);
    QVERIFY(std::ranges::any_of(traits,
                                [](const auto& each) { return each.name == "container_png_64k"; }));
}

void FileFormTest::cameraEntriesMustFitTheSize() {
    std::map<std::string, std::string> entries = {
        {"Exif.Image.Make", "Acme"},          {"Exif.Image.Model", "Snapper 3"},
        {"Exif.Photo.ExposureTime", "1/60"},  {"Exif.Photo.PixelXDimension", "32"},
        {"Exif.Photo.PixelYDimension", "24"}, {"Exif.Photo.MakerNote", "1 2 3 4"}};
    const ByteBuffer picture = jpegBytes(slope(32, 24));
    QVERIFY(traitsOf(withMetadata(picture, entries)).contains("camera_complete"));
    entries["Exif.Photo.PixelXDimension"] = "4032";
    QVERIFY(traitsOf(withMetadata(picture, entries)).contains("camera_partial"));
    entries["Exif.Photo.PixelXDimension"] = "32";
    entries.erase("Exif.Photo.MakerNote");
    QVERIFY(traitsOf(withMetadata(picture, entries)).contains("camera_partial"));
    const auto none = traitsOf(picture);
    QVERIFY(!none.contains("camera_complete") && !none.contains("camera_partial"));
}

void FileFormTest::aCameraNameBesideAGeneratorGivesNoCredit() {
    core::examination::ProvenanceRecord record;
    record.camera = "Acme Snapper 3";
    const auto file = fileOf(jpegBytes(slope(32, 24)));
    QVERIFY(formFacts(file, 32, 24, record).camera);
    record.generator = "ComfyUI";
    QVERIFY(!formFacts(file, 32, 24, record).camera);
}

void FileFormTest::statedSizesAreThoseOfThePicture() {
    const auto picture = slope(37, 24);
    const std::pair size{37, 24};
    for (const ByteBuffer& bytes :
         {jpegBytes(picture), pngBytes(picture), webpBytes(picture), webpBytes(picture, 80)})
        QCOMPARE(statedSize(fileOf(bytes)).value_or(std::pair{0, 0}), size);
    QVERIFY(!statedSize(fileOf(bmpBytes(picture))));
}

void FileFormTest::damagedFilesNeverCrash() {
    std::mt19937 random(7);
    const auto entries = std::map<std::string, std::string>{{"Exif.Image.Make", "Acme"},
                                                            {"Exif.Photo.MakerNote", "1 2 3 4"}};
    core::examination::ProvenanceRecord record;
    record.camera = "Acme";
    for (const ByteBuffer& bytes : {withMetadata(jpegBytes(slope(40, 30)), entries),
                                    withMetadata(pngBytes(slope(40, 30)), entries),
                                    withMetadata(webpBytes(slope(40, 30)), entries)}) {
        for (int i = 0; i < 300; ++i) {
            ByteBuffer damaged = bytes;
            for (int change = 0; change < 8; ++change)
                damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
            if (i % 2 == 0)
                damaged.resize(random() % damaged.size());
            const auto file = fileOf(damaged);
            const auto facts = formFacts(file, 40, 30, record);
            QCOMPARE(facts.width, 40);
            const auto size = statedSize(file);
            QVERIFY(!size || size->first >= 0);
        }
    }
}

void FileFormTest::whatCountsIsTheBoundNearerToOne() {
    QCOMPARE((RatioInterval{4, 2, 8}).counted(), 2.0);
    QCOMPARE((RatioInterval{0.25, 0.1, 0.5}).counted(), 0.5);
    QCOMPARE((RatioInterval{1.5, 0.9, 3}).counted(), 1.0);
}

void FileFormTest::traitsJoinAsFittedAndStayBelowTen() {
    const FormTable table(
        0.1, {0.0, 0.2},
        {statistics("a", std::log(2.0), 0.2, {}), statistics("b", std::log(20.0), 0.2, {})});
    const std::vector<std::string_view> one = {"a", "unknown"};
    const auto joined = table.joined(one);
    QVERIFY(std::abs(joined.ratio - 2 * std::exp(0.1)) < 1e-9);
    QVERIFY(std::abs(joined.low - 2 * std::exp(-0.2)) < 1e-9);
    QVERIFY(std::abs(joined.high - 2 * std::exp(0.4)) < 1e-9);
    const std::vector<std::string_view> both = {"a", "b"};
    QVERIFY(std::abs(table.joined(both).ratio - FormTable::kMostRatio) < 1e-9);
    QVERIFY(table.find("c") == nullptr);
}

void FileFormTest::sentencesSayBothFrequencies() {
    const FormTable table(0, {0, 0}, {statistics("size_generator_square", 1.5, 0.1, {20, 4, 40})});
    const auto file = fileOf(pngBytes(slope(512, 512)));
    const auto picture = core::image::decode(file, {});
    QVERIFY(picture);
    const auto evidence = formEvidence(file, *picture, readProvenance(file), table);
    QVERIFY(std::abs(evidence.ratio - std::exp(1.4)) < 1e-9);
    QCOMPARE(evidence.traits.size(), std::size_t{1});
    const auto clues = formClues(evidence);
    QCOMPARE(clues.size(), std::size_t{1});
    QCOMPARE(clues[0].direction, Direction::Fake);
    QCOMPARE(clues[0].source, core::examination::ClueSource::File);
    QVERIFY2(clues[0].text.find("exactly 512 x 512 pixels") != std::string::npos,
             clues[0].text.c_str());
    QVERIFY(clues[0].text.find("51 of 100 generated pictures and 2 of 100 photographs") !=
            std::string::npos);
    const auto row = formMeasurement(evidence);
    QCOMPARE(row.analyzer, std::string("file_form"));
    QVERIFY(row.applies);
    QCOMPARE(row.value, evidence.ratio);
    QCOMPARE(row.parameters.at("size_generator_square"), 20.0);
}

void FileFormTest::weakTraitsHaveNoSentence() {
    FormEvidence evidence;
    evidence.traits = {{{"shape_square", {}, {}}, statistics("shape_square", 1, 0, {5, 1.9, 9})},
                       {{"pixels_many", {}, {}}, statistics("pixels_many", -1, 0, {0.1, 0, 0.4})}};
    const auto clues = formClues(evidence);
    QCOMPARE(clues.size(), std::size_t{1});
    QCOMPARE(clues[0].direction, Direction::Real);
    QVERIFY(clues[0].strength > 0 && clues[0].strength <= 0.4);
}

void FileFormTest::everyTraitHasASentence() {
    std::set<std::string_view> names;
    for (const std::string_view name : formTraitNames()) {
        QVERIFY(names.insert(name).second);
        const char* sentence = core::clues::clueSentence("form." + std::string(name));
        QVERIFY2(sentence != nullptr, std::string(name).c_str());
        for (const char* gap : {"{generated:0} of 100", "{photographs:0} of 100"})
            QVERIFY2(std::string_view(sentence).find(gap) != std::string_view::npos, sentence);
    }
}

void FileFormTest::aMissingTableIsNamed() {
    const auto row = formMeasurement(std::nullopt);
    QVERIFY(!row.applies);
    QVERIFY(row.reason.find("not installed") != std::string::npos);
    QCOMPARE(FormTable::load("/no/such/file_form.json").error().code,
             core::ErrorCode::ModelMissing);
}

void FileFormTest::damagedTablesAreErrors() {
    QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "file_form.json";
    for (const char* text :
         {"", "{}", "[1, 2",
          R"({"intercept": 0, "drawn_intercepts": [0, 0], "traits": [{"name": "a",
          "generated": {"pictures": 1, "sources": 1, "share": 0.1},
          "photographs": {"pictures": 1, "sources": 1, "share": 0.1}, "ratio": 1, "low": 1,
          "high": 1, "weight": 0, "drawn_weights": [0]}],
          "photographs_usual": {"low": 0.1, "high": 1}})"}) {
        std::ofstream(path) << text;
        const auto table = FormTable::load(path);
        QVERIFY(!table);
        QCOMPARE(table.error().code, core::ErrorCode::ModelInvalid);
    }
}

void FileFormTest::theInstalledTableKnowsEveryTrait() {
    const auto data = core::dataDirectory();
    QVERIFY(data);
    const auto table = FormTable::load(*data / "models" / "embedded" / "file_form.json");
    QVERIFY2(table, table ? "" : table.error().message.c_str());
    for (const std::string_view name : formTraitNames()) {
        const TraitStatistics* trait = table->find(name);
        QVERIFY2(trait != nullptr, std::string(name).c_str());
        QVERIFY(trait->alone.low <= trait->alone.ratio && trait->alone.ratio <= trait->alone.high);
        const std::vector<std::string_view> alone = {name};
        const auto joined = table->joined(alone);
        QVERIFY(joined.counted() >= 0.0999 && joined.counted() <= 10.001);
    }
}

QTEST_GUILESS_MAIN(FileFormTest)
#include "file_form_test.moc"
