// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_run.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <csignal>

/// Runs that end before they are finished, and what the next run makes of them.
class InterruptionTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { m_desk.addPictures("pictures", kPictures); }

    void signalEndsTheRunWithWhatWasFinished_data() {
        QTest::addColumn<int>("number");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
    }
    void signalEndsTheRunWithWhatWasFinished() {
        QFETCH(int, number);
        QProcess process;
        tests::CliResult run;
        startAndAwaitFirstResult(process, {"--jobs", "2"}, run);
        QElapsedTimer timer;
        timer.start();
        ::kill(static_cast<pid_t>(process.processId()), number);
        QVERIFY(process.waitForFinished(kPatienceMs));
        QVERIFY2(timer.elapsed() < kPatienceMs / 4, "The run went on after the signal.");
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        run.output += process.readAllStandardOutput();
        QVERIFY(run.output.endsWith('\n'));
        const auto lines = run.lines();
        QVERIFY(!lines.empty() && lines.size() < std::size_t{kPictures});
        for (const auto& line : lines)
            QVERIFY(line.contains("verdict"));
    }

    void readerThatGoesAwayIsNoTrouble() {
        QProcess process;
        tests::CliResult run;
        startAndAwaitFirstResult(process, {}, run);
        process.closeReadChannel(QProcess::StandardOutput);
        QVERIFY(process.waitForFinished(kPatienceMs));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY2(process.readAllStandardError().isEmpty(), "It complained.");
    }

    void killedRunIsResumedAndTornLineIsTolerated() {
        QProcess process;
        tests::CliResult killed;
        startAndAwaitFirstResult(process, {"--resume", "resume.jsonl"}, killed);
        process.kill();
        QVERIFY(process.waitForFinished(kPatienceMs));
        killed.output += process.readAllStandardOutput();
        const QByteArray kept = resumeFile("resume.jsonl");
        QVERIFY(kept.count('\n') >= 2); // the head and at least the picture that was printed

        QFile file(m_desk.path("resume.jsonl"));
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"file\":\"/torn/by/a/ki");
        file.close();
        const auto resumed = m_desk.run(
            m_desk.withEngine({"analyze", "pictures", "--json", "--resume", "resume.jsonl"}));
        QCOMPARE(resumed.exitCode, 0);
        QCOMPARE(resumed.lines().size(), std::size_t{kPictures});
        QVERIFY(resumeFile("resume.jsonl").startsWith(kept)); // only added to

        // Everything is known now: the same is printed, timings too, and nothing is added.
        const QByteArray complete = resumeFile("resume.jsonl");
        const auto again = m_desk.run(
            m_desk.withEngine({"analyze", "pictures", "--json", "--resume", "resume.jsonl"}));
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.output, resumed.output);
        QCOMPARE(resumeFile("resume.jsonl"), complete);
        // What the killed run had printed is what the resumed one prints.
        const QByteArray first = killed.output.left(killed.output.indexOf('\n') + 1);
        QVERIFY(resumed.output.startsWith(first));
    }

    void changedPictureIsExaminedAgain() {
        m_desk.addPictures("changing", 2, 70);
        const QStringList arguments =
            m_desk.withEngine({"analyze", "changing", "--json", "--resume", "changing.jsonl"});
        const auto first = m_desk.run(arguments);
        m_desk.addPictures("changing", 1, 90); // overwrites the first one
        const auto second = m_desk.run(arguments);
        QCOMPARE(second.exitCode, 0);
        QVERIFY(first.lines()[0]["sha256"] != second.lines()[0]["sha256"]);
        QVERIFY(first.lines()[1] == second.lines()[1]);
    }

    void watchedFolderIsTakenInUntilCtrlC() {
        m_desk.addPictures("card", 1, 60);
        QCOMPARE(m_desk.run({"case", "new", "watch.clueglass"}).exitCode, 0);
        QProcess process;
        m_desk.start(process, m_desk.withEngine({"case", "watch", "watch.clueglass", "card"}));
        QByteArray output;
        const auto await = [&](const char* name) {
            QElapsedTimer timer;
            timer.start();
            while (!output.contains(name) && timer.elapsed() < kPatienceMs) {
                process.waitForReadyRead(1000);
                output += process.readAllStandardOutput();
            }
            return output.contains(name);
        };
        QVERIFY(await("00.jpg"));
        m_desk.addPictures("card/second", 1, 61);
        QVERIFY(await("second/00.jpg"));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(kPatienceMs));
        QCOMPARE(process.exitCode(), 0); // this is how watching ends
        QCOMPARE(m_desk.run({"case", "list", "watch.clueglass", "--json"}).lines().size(),
                 std::size_t{2});
        QCOMPARE(m_desk.run({"case", "verify", "watch.clueglass"}).exitCode, 0);
    }

    void pictureIsNeverTakenForAResumeFile() {
        m_desk.addPictures("evidence", 1, 30);
        const auto before = m_desk.snapshot("evidence");
        for (const char* target : {"pictures/00.jpg", "evidence/00.jpg"}) {
            const auto run =
                m_desk.run(m_desk.withEngine({"analyze", "pictures/00.jpg", "--resume", target}));
            QCOMPARE(run.exitCode, 2);
        }
        QVERIFY(m_desk.snapshot("evidence") == before);
    }

  private:
    static constexpr int kPictures = 10;
    static constexpr int kPatienceMs = 60'000;

    void startAndAwaitFirstResult(QProcess& process, const QStringList& options,
                                  tests::CliResult& run) {
        m_desk.start(process,
                     m_desk.withEngine(QStringList({"analyze", "pictures", "--json"}) + options));
        while (!run.output.contains('\n')) {
            QVERIFY(process.waitForReadyRead(kPatienceMs));
            run.output += process.readAllStandardOutput();
        }
    }

    QByteArray resumeFile(const char* name) const {
        QFile file(m_desk.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    tests::CliDesk m_desk;
};

QTEST_GUILESS_MAIN(InterruptionTest)
#include "interruption_test.moc"
