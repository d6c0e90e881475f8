// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/data_directory.h"
#include "core/inference/embedded/embedded_engine.h"
#include "core/inference/examine_file.h"
#include "tests/support/picture_maker.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace core;

/// The form of a file is a line of evidence of its own: it must not reach the probability.
class FormEvidenceTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_folder;

    [[nodiscard]] std::filesystem::path modelsWithout(const std::string& left) const {
        const auto to = std::filesystem::path(m_folder.path().toStdString()) / ("no_" + left);
        std::filesystem::copy(*dataDirectory() / "models" / "embedded", to);
        std::filesystem::remove(to / left);
        return to;
    }

    static Result<examination::Examination> examined(const std::filesystem::path& picture,
                                                     const std::filesystem::path& models) {
        inference::EmbeddedEngine engine(models);
        if (const auto ready = engine.prepare({}, {}); !ready)
            return tl::unexpected(ready.error());
        return inference::examineFile(picture, engine, {}, {}, {});
    }

    static examination::Measurement formRow(const examination::Examination& examination) {
        const auto row = std::ranges::find(examination.measurements, std::string("file_form"),
                                           &examination::Measurement::analyzer);
        return row == examination.measurements.end() ? examination::Measurement{} : *row;
    }

  private Q_SLOTS:
    void theFormIsSaidAndChangesNoVerdict() {
        const auto picture = tests::writeFile(m_folder, "picture.png",
                                              tests::pngBytes(tests::noisyScene(512, 512, 3)));
        const auto with = examined(picture, *dataDirectory() / "models" / "embedded");
        const auto without = examined(picture, modelsWithout("file_form.json"));
        QVERIFY(with && without);
        QCOMPARE(with->pFake, without->pFake);
        QCOMPARE(with->verdict, without->verdict);
        QVERIFY(formRow(*with).applies);
        QVERIFY(formRow(*with).value > 1);
        QVERIFY(std::ranges::any_of(with->clues, [](const examination::Clue& clue) {
            return clue.templateId == "form.size_generator_square";
        }));
        QCOMPARE(formRow(*without).reasonId, std::string("reason.no_form_table"));
        QVERIFY(with->engine.modelSha256 != without->engine.modelSha256);
    }

    void aDamagedTableIsAnError() {
        const auto models = modelsWithout("training_record.json");
        std::ofstream(models / "file_form.json") << "{}";
        inference::EmbeddedEngine engine(models);
        const auto ready = engine.prepare({}, {});
        QVERIFY(!ready);
        QCOMPARE(ready.error().code, ErrorCode::ModelInvalid);
    }
};

QTEST_GUILESS_MAIN(FormEvidenceTest)
#include "form_evidence_test.moc"
