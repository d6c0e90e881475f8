// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/made_case.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

using namespace core::cases;

namespace {

/// What a writer does until it is killed: it takes a picture in, examines it and rates it, again
/// and again, and says after each step how many ratings are on disk.
[[noreturn]] void work(const tests::MadeCase& made, int round, int told) {
    const auto store = made.open();
    for (int i = 0; store; ++i) {
        const std::string name = std::to_string(round) + "-" + std::to_string(i) + ".jpg";
        const auto number = made.takeInExamined(*store, made.evidence(name, name),
                                                i % 2 == 0 ? Keeping::Copied : Keeping::Referenced);
        const auto rated =
            store->apply("rating", {{number, mark::kRating, {}, std::to_string(1 + i % 5)}});
        if (number == 0 || !rated || (i % 7 == 6 && !store->undo()))
            break;
        const char step = i % 7 == 6 ? 'u' : 'r';
        static_cast<void>(::write(told, &step, 1) == 1);
    }
    ::_exit(1);
}

} // namespace

/// Kills a writing process at random moments. CLUEGLASS_KILLS says how often.
class PowerCutTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nothingThatWasDoneIsLost() {
        const tests::MadeCase made;
        std::mt19937 random(20);
        const int kills = qEnvironmentVariableIsSet("CLUEGLASS_KILLS")
                              ? qEnvironmentVariableIntValue("CLUEGLASS_KILLS")
                              : 6;
        int rated = 0;
        for (int round = 0; round < kills; ++round) {
            rated += workUntilKilled(made, round, std::chrono::milliseconds(random() % 250));
            const auto store = made.open();
            QVERIFY2(store && store->readOnlyReason().empty(), "The case does not open.");
            const auto verification = store->verify({}, {});
            QVERIFY(verification.has_value());
            for (const auto& finding : verification->findings)
                qWarning("round %d: %s", round, finding.message.c_str());
            QVERIFY(verification->findings.empty());
            const int kept = ratings(*store);
            // The gesture in progress may be there or not.
            QVERIFY2(kept >= rated - 1 && kept <= rated + 1,
                     qPrintable(QStringLiteral("%1 of %2 ratings").arg(kept).arg(rated)));
            rated = kept;
        }
    }

  private:
    /// @return ratings more than before, as the writer told
    static int workUntilKilled(const tests::MadeCase& made, int round,
                               std::chrono::milliseconds after) {
        int pipe[2];
        if (::pipe(pipe) != 0)
            return 0;
        const pid_t child = ::fork();
        if (child == 0)
            work(made, round, pipe[1]);
        ::close(pipe[1]);
        // Waiting for the first step, else a slow machine would kill before anything was done.
        char step = 0;
        int more = ::read(pipe[0], &step, 1) == 1 ? 1 : 0;
        std::this_thread::sleep_for(after); // the moment of the cut
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        while (::read(pipe[0], &step, 1) == 1)
            more += step == 'r' ? 1 : 0;
        ::close(pipe[0]);
        return more;
    }

    static int ratings(const CaseStore& store) {
        int count = 0;
        const auto read = store.entries([&](const std::vector<CaseEntry>& page) {
            for (const CaseEntry& entry : page)
                count += entry.marks.rating > 0 ? 1 : 0;
            return true;
        });
        return read ? count : -1;
    }
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "power_cut_test.moc"
