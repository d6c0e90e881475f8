// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/active_window.h"
#include "tests/support/dropped_files.h"
#include "tests/support/tiny_checkpoint.h"
#include "ui/engines/engine_dialog.h"
#include "ui/engines/engine_words.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <memory>
#include <span>
#include <vector>

using core::inference::EngineChoice;
using core::inference::EngineInUse;
using core::inference::EngineKind;
using ui::engines::EngineDialog;
using ui::engines::EngineState;
using ui::engines::folderChoice;

class EngineDialogTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QDir(m_directory.path()).mkpath("whole");
        QDir(m_directory.path()).mkpath("empty");
        QVERIFY(tests::writeTinyCheckpoint(path("whole").toStdString()).has_value());
    }

    void init() {
        m_state = {};
        m_state.inUse = EngineInUse{};
        m_state.folders = QStringList{path("whole"), path("empty")};
    }

    void cleanup() { m_dialog.reset(); }

    void listsTheEnginesAndMarksTheOneInUse() {
        open();
        auto* list = part<QListWidget>("engineList");
        QCOMPARE(list->count(), 4);
        QCOMPARE(list->item(0)->text(), QString("Embedded engine (in use)"));
        QCOMPARE(list->item(1)->text(), QString("FakeVLM: whole"));
        QCOMPARE(list->item(2)->text(), QString("FakeVLM: empty"));
        QCOMPARE(list->item(3)->text(), QString("Remote server"));
        QVERIFY(!part<QPushButton>("useEngine")->isEnabled());
        list->setCurrentRow(3);
        QVERIFY(part<QLabel>("engineDescription")->text().contains("not available"));
        QVERIFY(!part<QPushButton>("useEngine")->isEnabled());
        QVERIFY(!part<QPushButton>("removeModelFolder")->isEnabled());
    }

    void aSelectedFolderIsChecked() {
        open();
        part<QListWidget>("engineList")->setCurrentRow(1);
        QTRY_COMPARE(part<QLabel>("checkHeadline")->text(), QString("Ready to use."));
        QVERIFY(part<QLabel>("checkHeadline")->isVisible());
        QVERIFY(part<QLabel>("checkFacts")->text().contains("Parameters: "));
        QVERIFY(part<QLabel>("checkFacts")->text().contains("fp32"));
        QVERIFY(part<QLabel>("checkMemory")->text().contains("fp16: "));
        QVERIFY(part<QTreeWidget>("checkFiles")->topLevelItemCount() >= 4);
        QVERIFY(!part<QProgressBar>("checkProgress")->isVisible());
        QVERIFY(part<QPushButton>("useEngine")->isEnabled());
    }

    void aFolderThatIsNoCheckpointCannotBeUsed() {
        open();
        part<QListWidget>("engineList")->setCurrentRow(2);
        QTRY_VERIFY(part<QLabel>("checkHeadline")->text().startsWith("Not ready"));
        QVERIFY(part<QLabel>("checkProblems")->text().contains("This folder is empty"));
        QVERIFY(!part<QPushButton>("useEngine")->isEnabled());
        // What is put right is seen by checking again.
        QVERIFY(tests::writeTinyCheckpoint(path("empty").toStdString()).has_value());
        QTest::mouseClick(part<QPushButton>("checkModelFolder"), Qt::LeftButton);
        QTRY_COMPARE(part<QLabel>("checkHeadline")->text(), QString("Ready to use."));
        QVERIFY(part<QPushButton>("useEngine")->isEnabled());
        QVERIFY(QDir(path("empty")).removeRecursively());
        QDir(m_directory.path()).mkpath("empty");
    }

    void aLongCheckCanBeCancelled() {
        QSemaphore drive;
        m_dialog = std::make_unique<EngineDialog>(
            m_state,
            [&drive](const QString&, const QString&) {
                drive.acquire(); // a drive that does not answer
                core::inference::ModelFolderReport report;
                report.isReady = true;
                return report;
            },
            nullptr);
        QVERIFY(tests::showActive(m_dialog.get()));
        part<QListWidget>("engineList")->setCurrentRow(1);
        QVERIFY(part<QProgressBar>("checkProgress")->isVisible());
        QTest::mouseClick(part<QPushButton>("cancelCheck"), Qt::LeftButton);
        QVERIFY(!part<QProgressBar>("checkProgress")->isVisible());
        QVERIFY(part<QPushButton>("checkModelFolder")->isVisible());
        drive.release();
        QTest::mouseClick(part<QPushButton>("checkModelFolder"), Qt::LeftButton);
        drive.release();
        QTRY_VERIFY(part<QLabel>("checkHeadline")->isVisible());
    }

    void droppedFoldersAreAddedAndSelected() {
        m_state.folders.clear();
        open();
        keepFolders();
        QFile file(path("whole") + "/note.txt");
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!tests::dropFiles(m_dialog.get(), {file.fileName()}));
        QVERIFY(tests::dropFiles(m_dialog.get(), {path("whole")}));
        QCOMPARE(m_state.folders, QStringList{path("whole")});
        QCOMPARE(part<QListWidget>("engineList")->currentRow(), 1);
        QTRY_COMPARE(part<QLabel>("checkHeadline")->text(), QString("Ready to use."));
        QTest::mouseClick(part<QPushButton>("removeModelFolder"), Qt::LeftButton);
        QVERIFY(m_state.folders.isEmpty());
        QCOMPARE(part<QListWidget>("engineList")->count(), 2);
    }

    void anAdaptersBaseCanBeChosen() {
        writeAdapterWithoutBase(path("adapter"));
        m_state.folders = QStringList{path("adapter"), path("whole")};
        open();
        connect(m_dialog.get(), &EngineDialog::baseChosen, this,
                [this](const QString& folder, const QString& base) {
                    m_state.bases.insert(folder, base);
                    m_dialog->setState(m_state);
                });
        part<QListWidget>("engineList")->setCurrentRow(1);
        auto* choose = part<QPushButton>("chooseBaseFolder");
        QTRY_VERIFY(choose->isVisible());
        QVERIFY(part<QLabel>("checkHeadline")->text().startsWith("Not ready"));
        QVERIFY(part<QLabel>("checkProblems")->text().contains("nobody/base"));
        QVERIFY(!part<QPushButton>("useEngine")->isEnabled());
        QVERIFY(!part<QLabel>("adapterBase")->isVisible());
        QTest::mouseClick(choose, Qt::LeftButton);
        auto* files = m_dialog->findChild<QFileDialog*>();
        QVERIFY(files != nullptr);
        files->setDirectory(m_directory.path());
        auto* typed = files->findChild<QLineEdit*>("fileNameEdit");
        typed->setText("whole");
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_COMPARE(m_state.bases.value(path("adapter")), path("whole"));
        QTRY_COMPARE(part<QLabel>("checkHeadline")->text(), QString("Ready to use."));
        QCOMPARE(part<QLabel>("engineTitle")->text(), QString("FakeVLM: adapter"));
        QVERIFY(part<QLabel>("adapterBase")->text().endsWith(path("whole")));
        QSignalSpy chosen(m_dialog.get(), &EngineDialog::chosen);
        QTest::mouseClick(part<QPushButton>("useEngine"), Qt::LeftButton);
        const auto choice = chosen.value(0).value(0).value<EngineChoice>();
        QCOMPARE(QString::fromStdString(choice.modelDirectory), path("whole"));
        QCOMPARE(QString::fromStdString(choice.adapterDirectory), path("adapter"));
        // A whole model has no base.
        part<QListWidget>("engineList")->setCurrentRow(2);
        QTRY_COMPARE(part<QLabel>("checkHeadline")->text(), QString("Ready to use."));
        QVERIFY(!choose->isVisible());
        QVERIFY(!part<QLabel>("adapterBase")->isVisible());
    }

    void loadingIsShownAndCanBeCancelled() {
        open();
        part<QListWidget>("engineList")->setCurrentRow(1);
        QSignalSpy chosen(m_dialog.get(), &EngineDialog::chosen);
        QTest::mouseClick(part<QPushButton>("useEngine"), Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(chosen[0][0].value<EngineChoice>() == folderChoice(path("whole")));
        m_state.loading = folderChoice(path("whole"));
        m_state.fraction = 0.4;
        m_dialog->setState(m_state);
        QCOMPARE(part<QProgressBar>("loadProgress")->value(), 40);
        QVERIFY(part<QProgressBar>("loadProgress")->isVisible());
        QVERIFY(!part<QPushButton>("useEngine")->isEnabled());
        QSignalSpy cancelled(m_dialog.get(), &EngineDialog::loadingCancelled);
        QTest::mouseClick(part<QPushButton>("cancelLoading"), Qt::LeftButton);
        QCOMPARE(cancelled.count(), 1);
    }

    void aFailureIsASentenceAndSuccessMarksTheList() {
        open();
        m_state.problem = "It does not fit into the memory.";
        m_dialog->setState(m_state);
        QVERIFY(part<QLabel>("engineProblem")->isVisible());
        QCOMPARE(part<QLabel>("engineProblem")->text(), m_state.problem);
        m_state.problem.clear();
        m_state.inUse->choice = folderChoice(path("whole"));
        m_dialog->setState(m_state);
        QVERIFY(!part<QLabel>("engineProblem")->isVisible());
        QCOMPARE(part<QListWidget>("engineList")->item(1)->text(),
                 QString("FakeVLM: whole (in use)"));
    }

    void everyControlHasAName() {
        open();
        for (const QWidget* widget : m_dialog->findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) == 0 ||
                widget->objectName().startsWith("qt_") || widget->inherits("QScrollBar") ||
                widget->inherits("QHeaderView"))
                continue;
            QVERIFY2(!(widget->accessibleName() + widget->property("text").toString()).isEmpty() ||
                         widget->inherits("QLabel"),
                     qPrintable(widget->objectName()));
        }
    }

  private:
    QString path(const char* name) const { return m_directory.filePath(QLatin1String(name)); }

    /// Changes one layer of the tiny checkpoint by nothing.
    static void writeAdapterWithoutBase(const QString& folder) {
        QVERIFY(QDir().mkpath(folder));
        QFile config(folder + "/adapter_config.json");
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(R"({"peft_type": "LORA", "r": 1, "lora_alpha": 1,
                         "target_modules": ["q_proj"], "base_model_name_or_path": "nobody/base"})");
        const std::vector<float> zeros(32);
        const std::span bytes(reinterpret_cast<const std::uint8_t*>(zeros.data()),
                              zeros.size() * sizeof(float));
        const std::string layer =
            "base_model.model.language_model.model.layers.0.self_attn.q_proj.lora_";
        using core::model::DataType;
        const std::vector<core::model::TensorToWrite> tensors = {
            {layer + "A.weight", DataType::F32, {1, 32}, bytes},
            {layer + "B.weight", DataType::F32, {32, 1}, bytes}};
        QVERIFY(core::model::writeSafetensors((folder + "/adapter_model.safetensors").toStdString(),
                                              tensors)
                    .has_value());
    }

    void open() {
        m_dialog = std::make_unique<EngineDialog>(m_state);
        QVERIFY(tests::showActive(m_dialog.get()));
    }

    /// Does what the window does with the folders.
    void keepFolders() {
        connect(m_dialog.get(), &EngineDialog::folderAdded, this, [this](const QString& folder) {
            m_state.folders << folder;
            m_dialog->setState(m_state);
        });
        connect(m_dialog.get(), &EngineDialog::folderRemoved, this, [this](const QString& folder) {
            m_state.folders.removeAll(folder);
            m_dialog->setState(m_state);
        });
    }

    template <typename T> T* part(const char* name) const {
        return m_dialog->findChild<T*>(QString::fromLatin1(name));
    }

    QTemporaryDir m_directory;
    EngineState m_state;
    std::unique_ptr<EngineDialog> m_dialog;
};

QTEST_MAIN(EngineDialogTest)
#include "engine_dialog_test.moc"
