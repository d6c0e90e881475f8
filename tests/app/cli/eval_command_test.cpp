// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_run.h"

#include <QFile>
#include <QImage>
#include <QTest>

#include <csignal>

/// clueglass-cli eval on made pictures.
class EvalCommandTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        m_desk.addPictures("pictures", kPictures);
        std::string list = "file\tclass\tgenerator\tlook\tsource\n";
        for (int i = 0; i < kPictures; ++i)
            list += "0" + std::to_string(i) + ".jpg\t" +
                    (i % 2 == 0 ? "real\tcamera\tphoto\tone\n" : "ai\tpainter\tphoto\ttwo\n");
        m_desk.addFile("list.tsv", list);
        m_desk.addFile("missing.tsv", "file\tclass\n00.jpg\treal\n99.jpg\tai\n");
        m_desk.addFile("clue.json", R"([{"image":"00.jpg","label":1,"cate":"animal",
            "conversations":[{"from":"gpt","value":"This is a real image."}]},
            {"image":"01.jpg","label":0,"cate":"human",
            "conversations":[{"from":"gpt","value":"This is a fake image."}]}])");
        m_before = m_desk.snapshot("pictures");
    }
    void cleanup() {
        QVERIFY(m_desk.snapshot("pictures") == m_before);
    } // evidence is never written

    void everyConditionIsMeasuredAndReported() {
        const auto run = evaluate({"--conditions", "as_is,jpeg70,resize50", "--json"});
        QVERIFY2(run.exitCode == 0, run.messages);
        const auto report = nlohmann::json::parse(run.output.toStdString());
        QCOMPARE(report["by_condition"].size(), std::size_t{3});
        const auto& asFound = report["by_condition"]["as_is"];
        QCOMPARE(asFound["pictures"].get<int>(), kPictures);
        QCOMPARE(asFound["real_called_fake"]["of"].get<int>(), kPictures / 2);
        QVERIFY(asFound.contains("auc"));
        QVERIFY(asFound.contains("answers_strict")); // this engine answers in words
        QVERIFY(report["by_generator"].contains("painter"));
        QVERIFY(report["by_source"].contains("one"));
    }

    void secondRunTakesWhatTheFirstOneKept() {
        const auto first = evaluate({"--out", "report.json"});
        QVERIFY2(first.exitCode == 0, first.messages);
        const QByteArray kept = bytesOf("report.json.pictures.jsonl");
        QCOMPARE(kept.count('\n'), kPictures + 1);
        const auto second = evaluate({"--out", "report.json"});
        QCOMPARE(second.exitCode, 0);
        QVERIFY(second.output == first.output);
        QVERIFY(bytesOf("report.json.pictures.jsonl") == kept);
        QVERIFY(!nlohmann::json::parse(bytesOf("report.json").toStdString()).empty());
    }

    void tornLineIsMeasuredAgain() {
        QCOMPARE(evaluate({"--out", "torn.json"}).exitCode, 0);
        const QByteArray whole = bytesOf("torn.json.pictures.jsonl");
        QFile file(m_desk.path("torn.json.pictures.jsonl"));
        QVERIFY(file.resize(whole.size() - 20));
        const auto run = evaluate({"--out", "torn.json", "--json"});
        QVERIFY2(run.exitCode == 0, run.messages);
        const auto report = nlohmann::json::parse(run.output.toStdString());
        QCOMPARE(report["by_condition"]["as_is"]["pictures"].get<int>(), kPictures);
    }

    void interruptedRunKeepsItsResults() {
        QProcess process;
        m_desk.start(process,
                     m_desk.withEngine({"eval", "--data", "list.tsv", "--images", "pictures",
                                        "--conditions", "all", "--out", "stopped.json"}));
        QTRY_VERIFY_WITH_TIMEOUT(bytesOf("stopped.json.pictures.jsonl").count('\n') >= 3, 30'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardError().contains("goes on from here"));
        QVERIFY(!QFile::exists(m_desk.path("stopped.json")));
    }

    void plotsAreDrawn() {
        QCOMPARE(evaluate({"--plots", "plots"}).exitCode, 0);
        for (const char* name :
             {"plots/roc.png", "plots/reliability.png", "plots/risk_coverage.png"}) {
            const QImage plot(m_desk.path(name));
            QCOMPARE(plot.size(), QSize(900, 700));
        }
    }

    void fakeClueAnswersAreComparedWithTheirReference() {
        const auto run = m_desk.run(
            m_desk.withEngine({"eval", "--data", "clue.json", "--images", "pictures", "--json"}));
        QVERIFY2(run.exitCode == 0, run.messages);
        const auto report = nlohmann::json::parse(run.output.toStdString());
        QVERIFY(report["by_condition"]["as_is"].contains("rouge_l"));
        QVERIFY(report["by_look"].contains("human"));
    }

    void missingPicturesAreCountedAndToldOf() {
        const auto run = m_desk.run(
            m_desk.withEngine({"eval", "--data", "missing.tsv", "--images", "pictures", "--json"}));
        QCOMPARE(run.exitCode, 1);
        const auto report = nlohmann::json::parse(run.output.toStdString());
        QCOMPARE(report["by_condition"]["as_is"]["failed"].get<int>(), 1);
        QVERIFY2(run.messages.contains("99.jpg"), run.messages);
    }

    void wrongUsageEndsWithTwo() {
        QCOMPARE(m_desk.run({"eval"}).exitCode, 2);
        QCOMPARE(evaluate({"--conditions", "jpeg71"}).exitCode, 2);
        QCOMPARE(m_desk.run({"eval", "--data", "none.tsv", "--images", "pictures"}).exitCode, 2);
        QCOMPARE(evaluate({"--out", "pictures/00.jpg"}).exitCode, 2);
    }

  private:
    [[nodiscard]] tests::CliResult evaluate(const QStringList& more) const {
        return m_desk.run(m_desk.withEngine(
            QStringList{"eval", "--data", "list.tsv", "--images", "pictures"} + more));
    }
    [[nodiscard]] QByteArray bytesOf(const std::string& name) const {
        QFile file(m_desk.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static constexpr int kPictures = 6;
    tests::CliDesk m_desk;
    std::map<std::string, std::pair<std::string, std::filesystem::file_time_type>> m_before;
};

QTEST_GUILESS_MAIN(EvalCommandTest)
#include "eval_command_test.moc"
