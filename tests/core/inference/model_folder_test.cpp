// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/model_folder.h"

#include "tests/support/tiny_checkpoint.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace core;
using namespace core::inference;

class ModelFolderTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aWholeCheckpointIsReady() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        QVERIFY(tests::writeTinyCheckpoint(path).has_value());
        const ModelFolderReport report = inspectModelFolder(path);
        QVERIFY(report.isReady);
        QVERIFY(!report.kind.empty());
        QVERIFY(report.parameters > 0);
        QVERIFY(report.weightBytes > 0);
        QCOMPARE(report.storedPrecision, std::string("fp32"));
        QVERIFY(report.problems.empty());
        QVERIFY(!report.memory.empty());
        QVERIFY(std::ranges::all_of(report.files, [](const ModelFile& file) {
            return file.state == ModelFile::State::Present && file.bytes > 0;
        }));
    }

    void whatIsMissingOrDamagedIsNamed() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        QVERIFY(tests::writeTinyCheckpoint(path).has_value());
        std::filesystem::resize_file(path / "model.safetensors", 100);
        std::filesystem::remove(path / "preprocessor_config.json");
        const ModelFolderReport report = inspectModelFolder(path);
        QVERIFY(!report.isReady);
        QCOMPARE(report.problems.size(), std::size_t{2});
        const auto state = [&](const char* name) {
            return std::ranges::find(report.files, name, &ModelFile::name)->state;
        };
        QCOMPARE(state("model.safetensors"), ModelFile::State::Damaged);
        QCOMPARE(state("preprocessor_config.json"), ModelFile::State::Missing);
    }

    void aFolderThatIsNotThereIsAReport() {
        const ModelFolderReport report = inspectModelFolder("/no/such/folder");
        QVERIFY(!report.isReady);
        QCOMPARE(report.code, ErrorCode::ModelMissing);
        QCOMPARE(report.problems.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(ModelFolderTest)
#include "model_folder_test.moc"
