// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/made_case.h"

#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

using namespace core::cases;
namespace fs = std::filesystem;

namespace {

/// A small disk of its own; needs the right to mount one.
class SmallDisk {
  public:
    SmallDisk() {
        if (!m_folder.isValid())
            return;
        m_isMounted = ::mount("none", place().c_str(), "tmpfs", 0, "size=2m") == 0;
    }
    ~SmallDisk() {
        if (m_isMounted)
            ::umount2(place().c_str(), MNT_DETACH);
    }
    [[nodiscard]] bool isThere() const { return m_isMounted; }
    [[nodiscard]] fs::path place() const { return m_folder.path().toStdString(); }
    /// Leaves not a byte.
    void fill() const {
        std::ofstream file(place() / "ballast", std::ios::binary);
        const std::string block(4096, 'x');
        while (file.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
        }
    }
    void makeRoom() const { fs::remove(place() / "ballast"); }

  private:
    QTemporaryDir m_folder;
    bool m_isMounted = false;
};

} // namespace

/// A full disk, evidence that goes away, a folder that cannot be written.
class HardTimesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aFullDiskIsAMessageAndWorkGoesOnAfterwards() {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("A disk of two megabytes cannot be mounted here; that needs root.");
        const QTemporaryDir elsewhere;
        const auto evidence = [&](const std::string& name) {
            const fs::path file = fs::path(elsewhere.path().toStdString()) / name;
            std::ofstream(file) << "bytes of " << name;
            return file;
        };
        auto store = createCase(disk.place() / "desk.clueglass", "tester");
        QVERIFY(store.has_value());
        QVERIFY((*store)->takeIn(evidence("1.jpg"), Keeping::Copied, {}).has_value());
        disk.fill();
        const auto copied = (*store)->takeIn(evidence("2.jpg"), Keeping::Copied, {});
        QVERIFY(!copied && copied.error().code == core::ErrorCode::WriteFailed);
        // Of a few changes one needs more room than the files have left.
        core::Result<Gesture> gesture;
        for (int i = 0; i < 200 && gesture; ++i)
            gesture = (*store)->apply(
                "note", {{1, mark::kNote, {}, std::string(4000, static_cast<char>('a' + i % 26))}});
        QVERIFY(!gesture && gesture.error().code == core::ErrorCode::WriteFailed);
        QVERIFY2(gesture.error().message.find("full") != std::string::npos,
                 gesture.error().message.c_str());
        const auto before = (*store)->entry(1)->marks.note;
        disk.makeRoom();
        QVERIFY((*store)->apply("rating", {{1, mark::kRating, {}, "4"}}).has_value());
        QVERIFY((*store)->takeIn(evidence("2.jpg"), Keeping::Copied, {}).has_value());
        store->reset();
        const auto again = openCase(disk.place() / "desk.clueglass", "tester");
        QVERIFY(again.has_value());
        QCOMPARE((*again)->entry(1)->marks.note, before); // nothing half done
        QCOMPARE((*again)->entry(1)->marks.rating, 4);
        const auto verification = (*again)->verify({}, {});
        QVERIFY(verification && verification->findings.empty());
    }

    void evidenceThatGoesAwayIsAMessage() {
        const tests::MadeCase made;
        const auto store = made.open();
        const auto file = made.evidence("card/1.jpg", "bytes");
        QVERIFY(made.takeInExamined(*store, file, Keeping::Referenced) == 1);
        fs::remove_all(made.root() / "card");
        const auto intake = store->takeIn(file, Keeping::Referenced, {});
        QVERIFY(!intake && intake.error().code == core::ErrorCode::FileNotFound);
        // Everything that does not need the bytes still works.
        QVERIFY(store->apply("flag", {{1, mark::kFlag, {}, mark::kPicked}}).has_value());
        QVERIFY(store->examinationOf(1).has_value());
        const auto missing = store->verify({}, {});
        QCOMPARE(missing->findings.size(), std::size_t{1});
        QCOMPARE(missing->findings[0].kind, VerificationFinding::Kind::Evidence);
        made.evidence("card/1.jpg", "bytes"); // plugged in again
        QVERIFY(store->verify({}, {})->findings.empty());
    }

    void aFolderThatCannotBeWrittenIsReadAndSaysSo() {
        if (::geteuid() == 0)
            QSKIP("Root may write everywhere; the test needs another user.");
        const tests::MadeCase made;
        QVERIFY(made.takeInExamined(*made.open(), made.evidence("1.jpg", "bytes"),
                                    Keeping::Copied) == 1);
        const auto makeWritable = [&](bool writable) {
            for (const auto& entry : fs::recursive_directory_iterator(made.caseFolder()))
                ::chmod(entry.path().c_str(), writable ? 0700 : 0500);
            ::chmod(made.caseFolder().c_str(), writable ? 0700 : 0500);
        };
        makeWritable(false);
        {
            const auto store = made.open();
            QVERIFY(store && !store->readOnlyReason().empty());
            QCOMPARE(store->exhibits()->size(), std::size_t{1});
            QVERIFY(store->examinationOf(1).has_value());
            const auto change = store->apply("rating", {{1, mark::kRating, {}, "4"}});
            QVERIFY(!change && change.error().code == core::ErrorCode::WriteFailed);
        }
        makeWritable(true);
        QVERIFY(made.open()->readOnlyReason().empty());
    }
};

QTEST_GUILESS_MAIN(HardTimesTest)
#include "hard_times_test.moc"
