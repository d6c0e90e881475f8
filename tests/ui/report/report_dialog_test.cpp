// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture_maker.h"
#include "tests/support/sample_examination.h"
#include "ui/report/report_dialog.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <memory>

using ui::report::ReportDialog;

class ReportDialogTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_picture;

    [[nodiscard]] std::unique_ptr<ReportDialog> dialogFor(const QString& file) const {
        auto examination = tests::sampleExamination();
        examination->source.path = QFile::encodeName(m_picture).toStdString();
        return std::make_unique<ReportDialog>(
            std::vector<core::report::ReportItem>{{examination, "A note."}},
            std::vector<core::report::LeftOutFile>{{"b.jpg", "It is empty."}}, "Ada Examiner",
            file);
    }
    static QString message(const ReportDialog& dialog) {
        return dialog.findChild<QLabel*>("reportMessage")->text();
    }
    static QByteArray content(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void pressSave(const ReportDialog& dialog) {
        QTest::mouseClick(dialog.findChild<QPushButton*>("reportSave"), Qt::LeftButton);
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_picture = QString::fromStdString(
            tests::writeFile(*m_folder, "a.png", tests::pngBytes(tests::slope(400, 200))).string());
    }

    void writesThePdfThatWasNamed() {
        const QString file = m_folder->filePath("report.pdf");
        const auto dialog = dialogFor(file);
        dialog->show();
        QCOMPARE(dialog->examiner(), QString("Ada Examiner"));
        QVERIFY2(message(*dialog).contains("1 file(s) without a result"),
                 qPrintable(message(*dialog)));
        QSignalSpy exported(dialog.get(), &ReportDialog::exported);
        pressSave(*dialog);
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, 30'000);
        QCOMPARE(exported.first().first().toString(), file);
        QVERIFY(content(file).startsWith("%PDF"));
        QCOMPARE(dialog->result(), int(QDialog::Accepted));
    }

    void anExistingFileIsReplacedOnlyAfterAsking() {
        const QString file = m_folder->filePath("old.pdf");
        tests::writeFile(*m_folder, "old.pdf", {'%', 'P', 'D', 'F', '-', 'o', 'l', 'd'});
        const auto dialog = dialogFor(file);
        dialog->show();
        QSignalSpy exported(dialog.get(), &ReportDialog::exported);
        pressSave(*dialog);
        QVERIFY(message(*dialog).contains("exists already"));
        QCOMPARE(content(file), QByteArray("%PDF-old"));
        pressSave(*dialog);
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, 30'000);
        QVERIFY(content(file).startsWith("%PDF"));
    }

    void evidenceIsNeverOverwritten() {
        const QByteArray before = content(m_picture);
        const auto dialog = dialogFor(m_picture);
        dialog->show();
        QSignalSpy exported(dialog.get(), &ReportDialog::exported);
        for (int i = 0; i < 3; ++i)
            pressSave(*dialog);
        QVERIFY(message(*dialog).contains("one of the examined pictures"));
        QCOMPARE(exported.size(), 0);
        QCOMPARE(content(m_picture), before);
    }

    void withoutAFileNothingIsWritten() {
        const auto dialog = dialogFor({});
        dialog->show();
        pressSave(*dialog);
        QVERIFY(message(*dialog).contains("Name the file"));
    }

    void aFolderThatIsMissingIsExplained() {
        const auto dialog = dialogFor(m_folder->filePath("none/report.pdf"));
        dialog->show();
        QSignalSpy failed(dialog.get(), &ReportDialog::exportFailed);
        pressSave(*dialog);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
        QVERIFY(dialog->isVisible());
        QVERIFY(!message(*dialog).isEmpty());
        QVERIFY(dialog->findChild<QPushButton*>("reportSave")->isEnabled());
    }

    void cancellingLeavesNoFile() {
        const QString file = m_folder->filePath("cancelled.pdf");
        auto dialog = dialogFor(file);
        dialog->show();
        dialog->startExport();
        dialog->reject();
        dialog.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30'000));
        // Either it was stopped, or it was complete before it could be.
        QVERIFY(!QFile::exists(file) || content(file).contains("%%EOF"));
    }
};

QTEST_MAIN(ReportDialogTest)
#include "report_dialog_test.moc"
