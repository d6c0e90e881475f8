// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_run.h"

#include <QImage>
#include <QProcess>
#include <QTest>

#include <sys/stat.h>

#include <filesystem>

class AnalyzeCommandTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        m_desk.addPictures("pictures", 4);
        m_desk.addPictures("pictures/below", 1, 50);
        m_desk.addFile("broken/text.jpg", "This is only text.");
        m_desk.addFile("empty/readme.txt", "no picture");
        m_before = m_desk.snapshot("pictures");
    }
    void cleanup() {
        QVERIFY(m_desk.snapshot("pictures") == m_before);
    } // evidence is never written

    void everyImageGivesOneObjectWithTheContractsFields() {
        const auto run = m_desk.run(m_desk.withEngine({"analyze", "pictures", "--json"}));
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.messages.isEmpty(), run.messages); // no terminal, nothing to say
        const auto lines = run.lines();
        QCOMPARE(lines.size(), std::size_t{4});
        for (const char* field :
             {"path", "sha256", "bytes", "format", "width", "height", "warnings", "verdict",
              "p_fake", "thresholds", "manner", "category", "clues", "not_examined", "provenance",
              "engine", "answer", "timing_ms"})
            QVERIFY2(lines[0].contains(field), field);
        QCOMPARE(lines[0]["path"].get<std::string>(), std::string("pictures/00.jpg"));
        QCOMPARE(lines[0]["engine"]["name"].get<std::string>(), std::string("fakevlm"));
    }

    void orderIsThatOfTheArguments() {
        const auto run =
            m_desk.run(m_desk.withEngine({"analyze", "pictures/03.jpg", "missing.jpg", "pictures",
                                          "--recursive", "--jobs", "2", "--json"}));
        QCOMPARE(run.exitCode, 1);
        std::vector<std::string> paths;
        for (const auto& line : run.lines())
            paths.push_back(line["path"].get<std::string>());
        const std::vector<std::string> wanted = {
            "pictures/03.jpg", "missing.jpg",     "pictures/00.jpg",      "pictures/01.jpg",
            "pictures/02.jpg", "pictures/03.jpg", "pictures/below/00.jpg"};
        QVERIFY(paths == wanted);
        QCOMPARE(run.lines()[1]["error"]["code"].get<std::string>(), std::string("file.not_found"));
    }

    void twoJobsFindWhatOneFinds() {
        const auto one = m_desk.run(m_desk.withEngine({"analyze", "pictures", "--json"}));
        const auto two =
            m_desk.run(m_desk.withEngine({"analyze", "pictures", "--json", "--jobs", "2"}));
        QCOMPARE(two.exitCode, 0);
        QVERIFY(tests::withoutTimings(one.lines()) == tests::withoutTimings(two.lines()));
    }

    void textNamedAsPictureIsAFailedImage() {
        const auto run = m_desk.run(m_desk.withEngine({"analyze", "broken", "--json"}));
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.lines().size(), std::size_t{1});
        QCOMPARE(run.lines()[0]["error"]["code"].get<std::string>(),
                 std::string("decode.unknown_format"));
        QVERIFY(!run.lines()[0]["error"]["message"].get<std::string>().empty());
    }

    void runWithoutAnyPictureSaysSo() {
        const auto run = m_desk.run({"analyze", "empty", "--json"});
        QCOMPARE(run.exitCode, 1);
        for (const auto& line : run.lines())
            QVERIFY(line.contains("error")); // what is there is named, and is no picture
        QVERIFY2(run.messages.contains("no picture in empty"), run.messages);
    }

    void theUsersLimitsHoldHereToo() {
        m_desk.addPictures("costly", 1, 77); // 96 x 80 pixels
        const QStringList command = m_desk.withEngine({"analyze", "costly", "--json"});
        QCOMPARE(m_desk.run(command).exitCode, 0);
        m_desk.addFile("config/clueglass/clueglass.ini", "[limits]\nmax_pixels=5000\n");
        const auto run = m_desk.run(command);
        std::filesystem::remove_all(m_desk.root() / "config");
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.lines()[0]["error"]["code"].get<std::string>(), std::string("limit.exceeded"));
    }

    void wrongUsageEndsWithTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no path") << QStringList({"analyze"});
        QTest::newRow("unknown command") << QStringList({"examine", "a.jpg"});
        QTest::newRow("unknown option") << QStringList({"analyze", "a.jpg", "--fast"});
        QTest::newRow("no jobs") << QStringList({"analyze", "a.jpg", "--jobs", "0"});
        QTest::newRow("unknown engine") << QStringList({"analyze", "a.jpg", "--engine", "magic"});
    }
    void wrongUsageEndsWithTwo() {
        QFETCH(QStringList, arguments);
        const auto run = m_desk.run(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.output.isEmpty());
        QVERIFY(!run.messages.isEmpty());
    }

    void engineThatCannotStartEndsWithThree() {
        const auto run = m_desk.run(
            {"analyze", "pictures", "--engine", "fakevlm", "--model", "nowhere", "--json"});
        QCOMPARE(run.exitCode, 3);
        QVERIFY(run.output.isEmpty());
        QVERIFY2(run.messages.contains("could not start"), run.messages);
        QCOMPARE(m_desk.run({"analyze", "pictures", "--engine", "fakevlm"}).exitCode, 3);
    }

    void overlaysHaveDistinctNames() {
        const auto run = m_desk.run(m_desk.withEngine(
            {"analyze", "pictures/00.jpg", "pictures/below/00.jpg", "--overlay", "overlays"}));
        QCOMPARE(run.exitCode, 0);
        const QImage first(m_desk.path("overlays/00.jpg.overlay.png"));
        QCOMPARE(first.size(), QSize(96, 80));
        const QImage second(m_desk.path("overlays/00.jpg.2.overlay.png"));
        QCOMPARE(second.size(), QSize(96, 80));
        QVERIFY(first != second);
    }

    void overlayNeverReplacesAnInput() {
        const auto first =
            m_desk.run(m_desk.withEngine({"analyze", "pictures/00.jpg", "--overlay", "mixed"}));
        QCOMPARE(first.exitCode, 0);
        const auto before = m_desk.snapshot("mixed");
        const auto run = m_desk.run(
            m_desk.withEngine({"analyze", "pictures/00.jpg", "mixed", "--overlay", "mixed"}));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.messages.contains("would overwrite"), run.messages);
        QVERIFY(m_desk.snapshot("mixed") == before);
    }

    void overlayNeverGoesThroughALink() {
        m_desk.addPictures("kept", 1);
        std::filesystem::create_directories(m_desk.root() / "links");
        std::filesystem::create_symlink(m_desk.root() / "kept" / "00.jpg",
                                        m_desk.root() / "links" / "00.jpg.overlay.png");
        const auto before = m_desk.snapshot("kept");
        const auto run =
            m_desk.run(m_desk.withEngine({"analyze", "pictures/00.jpg", "--overlay", "links"}));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.messages.contains("is a link"), run.messages);
        QVERIFY(m_desk.snapshot("kept") == before);
    }

    void namesThatAreNoUtf8StayTwo() {
        m_desk.addPictures("latin", 2);
        const auto folder = m_desk.root() / "latin";
        std::filesystem::rename(folder / "00.jpg", folder / "caf\xe8.jpg");
        std::filesystem::rename(folder / "01.jpg", folder / "caf\xe9.jpg");
        const QStringList arguments =
            m_desk.withEngine({"analyze", "latin", "--json", "--overlay", "latin_overlays",
                               "--resume", "latin.jsonl"});
        const auto run = m_desk.run(arguments);
        QCOMPARE(run.exitCode, 0);
        const auto lines = run.lines();
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[0]["path"].get<std::string>(), std::string("latin/caf\\xE8.jpg"));
        QCOMPARE(lines[1]["path"].get<std::string>(), std::string("latin/caf\\xE9.jpg"));
        for (const char* name : {"caf\xe8.jpg.overlay.png", "caf\xe9.jpg.overlay.png"})
            QVERIFY(std::filesystem::exists(m_desk.root() / "latin_overlays" / name));
        QCOMPARE(m_desk.run(arguments).output, run.output); // both are known again
        const auto text = m_desk.run(m_desk.withEngine({"analyze", "latin"}));
        for (const char* name : {"latin/caf\\xE8.jpg", "latin/caf\\xE9.jpg"})
            QVERIFY2(text.output.contains(name), text.output);
    }

    void whatIsLeftOutIsNamedAndCounted() {
        m_desk.addPictures("odd", 1);
        std::filesystem::create_symlink("/media/stick/x.jpg", m_desk.root() / "odd" / "gone.jpg");
        QCOMPARE(::mkfifo(m_desk.path("odd/pipe.jpg").toUtf8().constData(), 0600), 0);
        const auto run = m_desk.run(m_desk.withEngine({"analyze", "odd", "--json"}));
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.lines().size(), std::size_t{1});
        for (const char* words : {"gone.jpg is a link to /media/stick/x.jpg", "pipe.jpg is a pipe",
                                  "Left out: 2 entries"})
            QVERIFY2(run.messages.contains(words), run.messages);
    }

    void fullDeviceIsAMessage() {
        for (const QStringList& arguments :
             {QStringList{"inspect", "--json", "pictures/00.jpg"}, QStringList{"--help"}}) {
            QProcess process;
            process.setStandardOutputFile("/dev/full");
            m_desk.start(process, arguments);
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitCode(), 1);
            const QByteArray messages = process.readAllStandardError();
            QVERIFY2(messages.contains("could not be written"), messages);
        }
    }

    void tooLittleMemoryIsAMessage() {
        QProcess process;
        process.start("bash",
                      {"-c", "ulimit -v 700000; exec \"$0\" --version",
                       QString::fromLocal8Bit(qgetenv("CLUEGLASS_BIN_DIR")) + "/clueglass-cli"});
        QVERIFY2(process.waitForFinished(), "It hangs.");
        if (process.exitCode() != 1)
            QSKIP("Here not even the libraries can be loaded into so little memory.");
        const QByteArray messages = process.readAllStandardError();
        QVERIFY2(messages.contains("too little memory"), messages);
    }

    void textNamesVerdictAndProbability() {
        const auto run =
            m_desk.run(m_desk.withEngine({"analyze", "pictures/00.jpg", "broken/text.jpg"}));
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.output.contains("probability of a fake"), run.output);
        QVERIFY2(run.output.contains("failed    decode.unknown_format"), run.output);
    }

    void versionNamesTheLibraries() {
        const auto run = m_desk.run({"--version"});
        QCOMPARE(run.exitCode, 0);
        for (const char* name : {"clueglass-cli ", "Qt 6", "libtorch ", "BLAS "})
            QVERIFY2(run.output.contains(name), run.output);
    }

    void threadsSleepWhileTheyWaitUnlessTheUserSaysOtherwise() {
        const auto versionWith = [&](const QString& policy) {
            QProcess process;
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.remove("OMP_WAIT_POLICY");
            if (!policy.isEmpty())
                environment.insert("OMP_WAIT_POLICY", policy);
            process.setProcessEnvironment(environment);
            process.start(qEnvironmentVariable("CLUEGLASS_BIN_DIR") + "/clueglass-cli",
                          {"--version"});
            process.waitForFinished();
            return process.readAllStandardOutput();
        };
        QVERIFY2(versionWith({}).contains("wait policy PASSIVE"), versionWith({}));
        QVERIFY(versionWith("ACTIVE").contains("wait policy ACTIVE"));
    }

  private:
    tests::CliDesk m_desk;
    std::map<std::string, std::pair<std::string, std::filesystem::file_time_type>> m_before;
};

QTEST_GUILESS_MAIN(AnalyzeCommandTest)
#include "analyze_command_test.moc"
