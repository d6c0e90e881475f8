// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/file_rules.h"
#include "tests/architecture/include_rules.h"
#include "tests/architecture/mirror_rules.h"
#include "tests/architecture/writer_rules.h"
#include "tests/support/shared_data.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

using namespace tests;

namespace {

using Lines = std::vector<std::string>;

Lines linesOf(const std::filesystem::path& path) {
    Lines lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

/// Calls `visit` for every .h and .cpp below a folder of the sources. @return how many there were
int forEachSource(const std::string& folder,
                  const std::function<void(const std::string& file, const Lines&)>& visit) {
    int count = 0;
    const auto root = sourceDirectory();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
        const auto ending = entry.path().extension();
        if (!entry.is_regular_file() || (ending != ".h" && ending != ".cpp"))
            continue;
        visit(std::filesystem::relative(entry.path(), root).generic_string(),
              linesOf(entry.path()));
        ++count;
    }
    return count;
}

void reportAll(const Lines& faults) {
    for (const std::string& fault : faults)
        qWarning("%s", fault.c_str());
    QVERIFY2(faults.empty(), "See the warnings above.");
}

} // namespace

class ArchitectureTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void forbiddenLinesAreFound_data();
    void forbiddenLinesAreFound();
    void allowedLinesPass_data();
    void allowedLinesPass();
    void everyFormOfIncludeIsRead();
    void faultyFilesAreFound();
    void includesKeepToTheLayers();
    void torchStaysInTheModelModule();
    void filesAreInOrder();
    void sourcesWithoutTestAreFound();
    void everySourceOfCoreIsTested();
    void writersAreFound_data();
    void writersAreFound();
    void filesAreWrittenInOneWay();
};

void ArchitectureTest::forbiddenLinesAreFound_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    const auto add = [](const char* file, const char* line) {
        QTest::addRow("%s: %s", file, line) << QString(file) << QString(line);
    };
    add("core/image/codec.cpp", "#include \"ui/theme/theme.h\"");
    add("core/report/pdf_report.cpp", "#include \"app/cli/command.h\"");
    add("ui/theme/theme.cpp", "#include \"app/desktop/composition.h\"");
    add("core/report/pdf_report.cpp", "#include <QLabel>");
    add("core/report/pdf_report.cpp", "#include <QtWidgets/QLabel>");
    add("core/inference/engine.h", "#include <QWidget>");
    add("ui/viewer/image_view.cpp", "#include <torch/torch.h>");
    add("app/cli/main.cpp", "#include <ATen/ATen.h>");
    add("core/inference/fakevlm/fakevlm_engine.cpp", "#include <c10/core/Device.h>");
    add("core/training/detector_fit.cpp", "#include <torch/torch.h>");
    add("core/model/vision/clip_preprocess.cpp", "#include <opencv2/imgproc.hpp>");
    add("core/model/blas_info.cpp", "#include <QString>");
    add("core/model/blas_info.cpp", "#include \"core/image/image.h\"");
    add("ui/viewer/image_view.cpp", "#include <opencv2/core.hpp>");
    add("ui/viewer/image_view.cpp", "#include \"core/model/vision_language_model.h\"");
    add("core/provenance/png_text.cpp", "#include <opencv2/core.hpp>");
    add("core/image/codec.cpp", "#include <exiv2/exiv2.hpp>");
    add("core/image/codec.cpp", "#include <QImage>");
    add("core/image/thumbnailer.h", "#include \"core/forensics/analyzer.h\"");
    add("core/clues/clue_catalog.cpp", "#include <QString>");
    add("core/base/digest.cpp", "#include \"core/image/image.h\"");
    add("core/inference/engine.h", "#include \"core/forensics/analyzer.h\"");
    add("core/inference/embedded/evidence_set.h", "#include <opencv2/core.hpp>");
    add("core/cases/case_store.h", "#include <QImage>");
    add("core/new_module/thing.cpp", "#include \"core/base/result.h\"");
    add("core/image/codec.cpp", "#include <boost/asio.hpp>");
    add("core/image/codec.cpp", "#include \"codec.h\"");
    add("core/image/codec.cpp", "#include SOME_HEADER");
    add("core/clues/words.h", "  #  include\t<torch/torch.h> // why not");
}

void ArchitectureTest::forbiddenLinesAreFound() {
    QFETCH(const QString, file);
    QFETCH(const QString, line);
    QVERIFY(forbiddenInclude(file.toStdString(), line.toStdString()).has_value());
}

void ArchitectureTest::allowedLinesPass_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    const auto add = [](const char* file, const char* line) {
        QTest::addRow("%s: %s", file, line) << QString(file) << QString(line);
    };
    add("core/image/bmp_decoder.cpp", "#include <QImage>");
    add("core/image/jpeg_decoder.cpp", "#include <jpeglib.h>");
    add("core/model/llava/llava.cpp", "#include <ATen/ATen.h>");
    add("core/report/pdf_report.cpp", "#include <QTextDocument>");
    add("core/inference/embedded/embedded_engine.cpp", "#include \"core/model/blas_info.h\"");
    add("core/cases/case_database.cpp", "#include <QSqlQuery>");
    add("ui/plots/plots_panel.cpp", "#include <qcustomplot.h>");
    add("app/desktop/composition.cpp", "#include \"ui/main_window/main_window.h\"");
    add("core/clues/words.h", "#include <string_view>");
    add("core/clues/words.h", "// #include <torch/torch.h>");
    add("core/clues/words.h", "#pragma once");
}

void ArchitectureTest::allowedLinesPass() {
    QFETCH(const QString, file);
    QFETCH(const QString, line);
    const auto fault = forbiddenInclude(file.toStdString(), line.toStdString());
    QVERIFY2(!fault, fault.value_or("").c_str());
}

void ArchitectureTest::everyFormOfIncludeIsRead() {
    QCOMPARE(includedName("#include <vector>").value_or(""), std::string("<vector>"));
    QCOMPARE(includedName("  # include \"a/b.h\" // c").value_or(""), std::string("\"a/b.h\""));
    QCOMPARE(includedName("#include NAME").value_or(""), std::string("NAME"));
    QVERIFY(!includedName("#define include <vector>").has_value());
    QVERIFY(!includedName("").has_value());
}

void ArchitectureTest::faultyFilesAreFound() {
    const std::string spdx = "// SPDX-License-Identifier: GPL-3.0-or-later";
    QVERIFY(fileFaults("core/image/codec.h", Lines(250, spdx)).empty());
    QCOMPARE(fileFaults("core/image/codec.h", Lines(251, spdx)).size(), std::size_t{1});
    QVERIFY(fileFaults("core/image/codec.cpp", Lines(600, spdx)).empty());
    QCOMPARE(fileFaults("core/image/codec.cpp", Lines(601, spdx)).size(), std::size_t{1});
    QCOMPARE(fileFaults("core/image/codec.cpp", {"#pragma once"}).size(), std::size_t{1});
    QCOMPARE(fileFaults("core/image/codec.cpp", {}).size(), std::size_t{1});
    QCOMPARE(fileFaults("core/image/image_utils.cpp", {spdx}).size(), std::size_t{1});
    QCOMPARE(fileFaults("ui/gallery/manager.h", {spdx}).size(), std::size_t{1});
    QVERIFY(fileFaults("core/image/commonality.h", {spdx}).empty());
}

void ArchitectureTest::includesKeepToTheLayers() {
    Lines faults;
    for (const char* layer : {"core", "ui", "app"}) {
        const int files = forEachSource(layer, [&](const std::string& file, const Lines& lines) {
            for (const std::string& line : lines) {
                if (auto fault = forbiddenInclude(file, line))
                    faults.push_back(std::move(*fault));
            }
        });
        QVERIFY2(files > 0, layer);
    }
    reportAll(faults);
}

void ArchitectureTest::torchStaysInTheModelModule() {
    Lines faults;
    forEachSource("tests", [&](const std::string& file, const Lines& lines) {
        for (const std::string& line : lines) {
            const auto name = includedName(line);
            if (name && ownerOf(*name) == "torch" && !file.starts_with("tests/core/model/") &&
                !file.starts_with("tests/bench/"))
                faults.push_back(file + " includes " + *name + ".");
        }
    });
    reportAll(faults);
}

void ArchitectureTest::filesAreInOrder() {
    Lines faults;
    for (const char* folder : {"core", "ui", "app", "tests"}) {
        forEachSource(folder, [&](const std::string& file, const Lines& lines) {
            const auto found = fileFaults(file, lines);
            faults.insert(faults.end(), found.begin(), found.end());
        });
    }
    reportAll(faults);
}

void ArchitectureTest::sourcesWithoutTestAreFound() {
    const auto nothing = [](std::string_view) { return false; };
    const auto everything = [](std::string_view) { return true; };
    QVERIFY(missingTest("core/new_module/thing.cpp", nothing).has_value());
    QVERIFY(missingTest("core/image/codec.cpp", nothing).has_value());
    QVERIFY(!missingTest("core/new_module/thing.cpp", everything));
    const auto mirrored = [](std::string_view file) {
        return file == "tests/core/new_module/thing_test.cpp";
    };
    QVERIFY(!missingTest("core/new_module/thing.cpp", mirrored));
}

void ArchitectureTest::everySourceOfCoreIsTested() {
    Lines faults;
    const auto exists = [](std::string_view file) {
        return std::filesystem::exists(sourceDirectory() / file);
    };
    forEachSource("core", [&](const std::string& file, const Lines&) {
        if (!file.ends_with(".cpp"))
            return;
        if (auto missing = missingTest(file, exists))
            faults.push_back(std::move(*missing));
    });
    reportAll(faults);
}

void ArchitectureTest::writersAreFound_data() {
    QTest::addColumn<QString>("line");
    for (const char* line :
         {"std::ofstream out(file);", "QSaveFile file(name);", "auto* f = fopen(name, \"w\");",
          "::open(name, O_WRONLY | O_CREAT)", "cv::imwrite(name, pixels);", "image.save(name);",
          "file.open(QIODevice::WriteOnly)", "fs::copy_file(a, b);", "fs::rename(a, b, error);",
          "plot.savePng(name, 1, 1);", "QPdfWriter writer(name);"})
        QTest::newRow(line) << line;
}

void ArchitectureTest::writersAreFound() {
    QFETCH(const QString, line);
    QVERIFY(forbiddenWriter("ui/viewer/image_view.cpp", line.toStdString()).has_value());
    // A reason holds for its words alone.
    QVERIFY(forbiddenWriter("core/settings/settings.cpp", line.toStdString()).has_value());
    QVERIFY(!forbiddenWriter("ui/viewer/image_view.cpp", "painter.save(); // ofstream"));
}

void ArchitectureTest::filesAreWrittenInOneWay() {
    Lines faults;
    for (const char* layer : {"core", "ui", "app"})
        forEachSource(layer, [&](const std::string& file, const Lines& lines) {
            for (const std::string& line : lines)
                if (auto fault = forbiddenWriter(file, line))
                    faults.push_back(std::move(*fault));
        });
    const auto left = firstWriterWithoutFile(
        [](std::string_view file) { return std::filesystem::exists(sourceDirectory() / file); });
    if (!left.empty())
        faults.push_back("writer_rules.cpp names " + std::string(left) + ", which is gone.");
    reportAll(faults);
}

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "architecture_test.moc"
