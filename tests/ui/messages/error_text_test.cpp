// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/error_text.h"
#include "ui/messages/shared_verdict.h"

#include <QCoreApplication>
#include <QSet>
#include <QTest>

class ErrorTextTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyCodeSaysWhatHappenedAndWhatToDo() {
        for (int code = 0; code <= static_cast<int>(core::ErrorCode::Internal); ++code) {
            for (const QString& text :
                 {ui::messages::errorText(static_cast<core::ErrorCode>(code)),
                  ui::messages::errorAdvice(static_cast<core::ErrorCode>(code))})
                QVERIFY2(text.endsWith('.') && text.size() > 10, qPrintable(text));
        }
    }

    void kindsOfBadFilesAreToldApart() {
        QSet<QString> texts;
        for (const auto code : {core::ErrorCode::FileNotFound, core::ErrorCode::FileUnreadable,
                                core::ErrorCode::FileEmpty, core::ErrorCode::UnknownFormat,
                                core::ErrorCode::UnsupportedFormat, core::ErrorCode::Truncated,
                                core::ErrorCode::Corrupt, core::ErrorCode::LimitExceeded})
            texts << ui::messages::errorText(code);
        QCOMPARE(texts.size(), 8);
    }

    void aSharedVerdictStandsAlone() {
        QCoreApplication::setApplicationVersion("9.8.7");
        core::examination::Examination examination;
        examination.verdict = core::examination::Verdict::Fake;
        examination.pFake = 0.93;
        examination.engine.name = "embedded";
        const QString text = ui::messages::verdictForSharing("/p/100%1.jpg", examination);
        for (const char* part : {"/p/100%1.jpg", "93", "embedded", "9.8.7", "not a proof"})
            QVERIFY2(text.contains(part), qPrintable(text));
    }
};

QTEST_MAIN(ErrorTextTest)
#include "error_text_test.moc"
