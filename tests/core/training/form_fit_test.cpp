// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/form_fit.h"

#include "core/provenance/file_form/form_traits.h"
#include "core/training/form_rows.h"
#include "core/training/training_list.h"
#include "tests/support/picture_maker.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>

using namespace core::training;

namespace {

std::size_t indexOf(std::string_view name) {
    const auto names = core::provenance::formTraitNames();
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

void addRows(std::vector<FormRow>& rows, const std::string& source, bool isGenerated, int count,
             const std::vector<std::size_t>& traits) {
    for (int i = 0; i < count; ++i)
        rows.push_back({source, "photo", source + std::to_string(rows.size()), isGenerated,
                        formFoldOf(source), traits});
}

/// 30 sources of each class: in `generated` of 30 all pictures have the trait, in `photographs` of
/// 30 likewise.
std::vector<FormRow> rowsWith(std::size_t trait, int generated, int photographs) {
    std::vector<FormRow> rows;
    for (int i = 0; i < 30; ++i) {
        const std::vector<std::size_t> has = {trait};
        addRows(rows, std::to_string(i) + "/generated", true, 5,
                i < generated ? has : std::vector<std::size_t>{});
        addRows(rows, std::to_string(i) + "/photographs", false, 5,
                i < photographs ? has : std::vector<std::size_t>{});
    }
    return rows;
}

double aloneOf(const std::vector<FormRow>& rows, std::string_view name) {
    const auto table = formTable(rows, {});
    return table ? table->find(name)->alone.ratio : -1;
}

} // namespace

class FormFitTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void ratiosAreSharesOfTheClasses();
    void aSourceWeighsTheSquareRootOfItsPictures();
    void aTraitThatOneClassNeverHasStaysFinite();
    void traitsThatAlwaysComeTogetherAreNotCountedTwice();
    void aTraitWithoutMeaningCountsOne();
    void bothClassesAreNeeded();
    void sourcesKeepTheirFold();
    void cutOutAndRepeatedPicturesAreLeftOut();
    void theWrittenTableLoads();
};

void FormFitTest::ratiosAreSharesOfTheClasses() {
    const auto rows = rowsWith(indexOf("pixels_many"), 20, 4);
    const auto table = formTable(rows, {});
    QVERIFY(table);
    const auto* trait = table->find("pixels_many");
    QVERIFY(std::abs(trait->alone.ratio - 5) < 1e-6);
    QVERIFY(trait->alone.low > 1 && trait->alone.low < 5 && trait->alone.high > 5);
    QCOMPARE(trait->generated.pictures, 100);
    QCOMPARE(trait->photographs.sources, 4);
    const std::vector<std::string_view> names = {"pixels_many"};
    QVERIFY(table->joined(names).counted() > 1);
    QVERIFY(table->joined({}).counted() < 1);
}

void FormFitTest::aSourceWeighsTheSquareRootOfItsPictures() {
    std::vector<FormRow> rows;
    addRows(rows, "large", true, 100, {indexOf("pixels_many")});
    addRows(rows, "small", true, 1, {});
    addRows(rows, "other", false, 4, {indexOf("pixels_many")});
    const auto table = formTable(rows, {});
    QVERIFY(table);
    QVERIFY(std::abs(table->find("pixels_many")->generated.share - 10.0 / 11) < 1e-9);
}

void FormFitTest::aTraitThatOneClassNeverHasStaysFinite() {
    const double ratio = aloneOf(rowsWith(indexOf("camera_complete"), 0, 20), "camera_complete");
    // One-sided 95 % bound for none of 30: 1 - 0.05^(1/30) = 0.095, over two thirds.
    QVERIFY(std::abs(ratio - (1 - std::pow(0.05, 1.0 / 30)) / (2.0 / 3)) < 1e-6);
}

void FormFitTest::traitsThatAlwaysComeTogetherAreNotCountedTwice() {
    auto rows = rowsWith(indexOf("pixels_many"), 20, 4);
    const auto once = formTable(rows, {});
    for (FormRow& row : rows) {
        if (!row.traits.empty())
            row.traits.push_back(indexOf("tables_own"));
    }
    const auto twice = formTable(rows, {});
    QVERIFY(once && twice);
    const std::vector<std::string_view> one = {"pixels_many"};
    const std::vector<std::string_view> both = {"pixels_many", "tables_own"};
    const double single = std::log(once->joined(one).ratio);
    const double joined = std::log(twice->joined(both).ratio);
    QVERIFY2(joined < 1.3 * single, std::to_string(joined / single).c_str());
}

void FormFitTest::aTraitWithoutMeaningCountsOne() {
    const auto table = formTable(rowsWith(indexOf("tables_own"), 10, 10), {});
    QVERIFY(table);
    QCOMPARE(table->find("tables_own")->alone.counted(), 1.0);
    const std::vector<std::string_view> names = {"tables_own"};
    QCOMPARE(table->joined(names).counted(), 1.0);
}

void FormFitTest::bothClassesAreNeeded() {
    std::vector<FormRow> rows;
    addRows(rows, "one", true, 3, {});
    QCOMPARE(formTable(rows, {}).error().code, core::ErrorCode::InvalidArgument);
    QVERIFY(!formTable({}, {}));
}

void FormFitTest::sourcesKeepTheirFold() {
    // From FNV-1a computed outside of the program: folds must not move between versions.
    QCOMPARE(formFoldOf("NVlabs/stylegan2"), 3);
    QCOMPARE(formFoldOf("T0NY24/Ecuadorian-political-deepfake-dataset"), 5);
    std::set<int> folds;
    for (int i = 0; i < 100; ++i)
        folds.insert(formFoldOf("source" + std::to_string(i)));
    QCOMPARE(folds, (std::set<int>{0, 1, 2, 3, 4, 5}));
}

void FormFitTest::cutOutAndRepeatedPicturesAreLeftOut() {
    QTemporaryDir folder;
    const std::filesystem::path pictures = folder.path().toStdString();
    tests::writeFile(folder, "a.png", tests::pngBytes(tests::slope(64, 64)));
    tests::writeFile(folder, "b.png", tests::pngBytes(tests::slope(64, 48)));
    tests::writeFile(folder, "c.bmp", tests::bmpBytes(tests::slope(50, 40)));
    std::ofstream(pictures / "index.tsv")
        << "a.png\tl\tai\tg\tphoto\ts/one\tx.png#crop=0,0,64,64\t\n"
           "b.png\tl\treal\tcamera\tphoto\ts/two\ty.png\tAcme\n"
           "b.png\tl\tai\tg\tphoto\ts/three\tz.png\t\n"
           "c.bmp\tl\tai\tg\tgraphic\ts/three\tz.bmp\t\n"
           "gone.png\tl\tai\tg\tphoto\ts/three\tw.png\t\n";
    const auto items = readPictureIndex(pictures);
    const auto cutOut = cutOutPictures(pictures);
    QVERIFY(items && cutOut);
    QCOMPARE(items->size(), std::size_t{5});
    QCOMPARE((*items)[1].camera, std::string("Acme"));
    const auto read = readFormRows(*items, *cutOut, 2, {});
    QCOMPARE(read.rows.size(), std::size_t{2});
    QCOMPARE(read.skipped, 1);
    QCOMPARE(read.rows[0].source, std::string("s/two"));
    QVERIFY(std::ranges::find(read.rows[1].traits, indexOf("size_no_multiple")) !=
            read.rows[1].traits.end());
    QVERIFY(!cutOutPictures(pictures / "nowhere"));
}

void FormFitTest::theWrittenTableLoads() {
    QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "file_form.json";
    const auto rows = rowsWith(indexOf("pixels_many"), 20, 4);
    const auto json = fitForm(rows, {1, 40}, file);
    QVERIFY(json);
    const double area = json->at("cross_validated").at("joined_ratio").at("auc");
    QVERIFY2(area > 0.6, std::to_string(area).c_str());
    const auto heldOut = json->at("held_out").at("generated").at("pictures").get<int>();
    const auto expected = std::ranges::count_if(
        rows, [](const FormRow& row) { return row.isGenerated && row.fold == kHeldOutFold; });
    QCOMPARE(heldOut, static_cast<int>(expected));
    const auto table = core::provenance::FormTable::load(file);
    QVERIFY(table);
    QVERIFY(table->find("pixels_many")->alone.ratio > 1);
    QVERIFY(!fitForm(rows, {1, 40}, "/no/such/folder/file_form.json"));
}

QTEST_GUILESS_MAIN(FormFitTest)
#include "form_fit_test.moc"
