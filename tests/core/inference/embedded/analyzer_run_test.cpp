// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/analyzer_catalog.h"
#include "core/image/safe_decoder.h"
#include "core/inference/embedded/analyzer_run.h"
#include "tests/support/picture_maker.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>

using namespace core;

namespace {

/// Says its name; waits until it may, or fails.
class Scripted : public forensics::Analyzer {
  public:
    Scripted(std::string name, std::function<Result<void>()> act)
        : m_name(std::move(name)), m_act(std::move(act)) {}
    [[nodiscard]] std::string_view name() const override { return m_name; }
    [[nodiscard]] Result<forensics::Evidence> analyze(const forensics::Subject&,
                                                      std::stop_token) const override {
        if (auto acted = m_act(); !acted)
            return tl::unexpected(acted.error());
        forensics::Evidence evidence;
        evidence.analyzer = m_name;
        return evidence;
    }

  private:
    std::string m_name;
    std::function<Result<void>()> m_act;
};

Result<void> nothing() {
    return {};
}

void notReported(std::string_view, std::size_t) {}

} // namespace

class AnalyzerRunTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_directory;

    [[nodiscard]] forensics::Subject subject() const {
        const auto bytes = tests::jpegBytes(tests::noisyScene(640, 480, 1), 85);
        const auto file = image::readEvidence(tests::writeFile(m_directory, "picture", bytes), {});
        return *forensics::makeSubject(*file, *image::decode(*file, {}));
    }

  private Q_SLOTS:
    void resultsComeInTheOrderOfTheAnalyzers() {
        inference::Analyzers analyzers;
        for (const char* name : {"a", "b", "c", "d", "e"})
            analyzers.push_back(std::make_unique<Scripted>(name, nothing));
        const auto runs = inference::runAnalyzers(subject(), analyzers, notReported, {});
        QVERIFY(runs.has_value());
        std::string names;
        for (const auto& run : *runs)
            names += run.evidence.analyzer;
        QCOMPARE(names, std::string("abcde"));
    }

    void theLastRunsBesideTheOthers() {
        std::atomic<int> waiting = 0;
        // Each goes on only when the other one has come as well.
        const auto meet = [&]() -> Result<void> {
            ++waiting;
            const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
            while (waiting < 2 && std::chrono::steady_clock::now() < end)
                std::this_thread::yield();
            return waiting == 2 ? Result<void>() : fail(ErrorCode::Internal, "alone");
        };
        inference::Analyzers analyzers;
        analyzers.push_back(std::make_unique<Scripted>("a", meet));
        analyzers.push_back(std::make_unique<Scripted>("b", meet));
        QVERIFY(inference::runAnalyzers(subject(), analyzers, notReported, {}).has_value());
    }

    void anErrorIsTheResult() {
        inference::Analyzers analyzers;
        analyzers.push_back(std::make_unique<Scripted>("a", nothing));
        analyzers.push_back(std::make_unique<Scripted>(
            "b", []() -> Result<void> { return fail(ErrorCode::LimitExceeded, "too large"); }));
        analyzers.push_back(std::make_unique<Scripted>("c", nothing));
        const auto runs = inference::runAnalyzers(subject(), analyzers, notReported, {});
        QVERIFY(!runs.has_value());
        QCOMPARE(runs.error().message, std::string("too large"));
    }

    void everyStageIsReportedInOrderFromThisThread() {
        inference::Analyzers analyzers;
        for (const char* name : {"a", "b", "c"})
            analyzers.push_back(std::make_unique<Scripted>(name, nothing));
        const auto thisThread = std::this_thread::get_id();
        std::string names;
        const auto started = [&](std::string_view name, std::size_t before) {
            if (std::this_thread::get_id() == thisThread && before == names.size())
                names += name;
        };
        QVERIFY(inference::runAnalyzers(subject(), analyzers, started, {}).has_value());
        QCOMPARE(names, std::string("abc"));
    }

    void errorsOfTheLastAreTheResultToo() {
        inference::Analyzers analyzers;
        analyzers.push_back(std::make_unique<Scripted>("a", nothing));
        analyzers.push_back(std::make_unique<Scripted>(
            "b", []() -> Result<void> { return fail(ErrorCode::LimitExceeded, "too large"); }));
        QVERIFY(!inference::runAnalyzers(subject(), analyzers, notReported, {}));
        QVERIFY(inference::runAnalyzers(subject(), {}, notReported, {})->empty());
    }

    void companyDoesNotChangeWhatIsFound() {
        const auto analyzers = forensics::makeAnalyzers();
        const auto picture = subject();
        const auto runs = inference::runAnalyzers(picture, analyzers, notReported, {});
        QVERIFY(runs.has_value());
        for (std::size_t i = 0; i < analyzers.size(); ++i) {
            const auto alone = analyzers[i]->analyze(picture, {});
            QVERIFY(alone.has_value());
            const forensics::Evidence& beside = (*runs)[i].evidence;
            QCOMPARE(beside.analyzer, std::string(analyzers[i]->name()));
            QCOMPARE(beside.applies, alone->applies);
            QVERIFY(beside.features == alone->features);
            QCOMPARE(beside.findings.size(), alone->findings.size());
        }
    }

    void cancelledIsAnError() {
        std::stop_source stop;
        stop.request_stop();
        const auto runs = inference::runAnalyzers(subject(), forensics::makeAnalyzers(),
                                                  notReported, stop.get_token());
        QVERIFY(!runs.has_value());
        QCOMPARE(runs.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(AnalyzerRunTest)
#include "analyzer_run_test.moc"
