// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_database.h"
#include "core/cases/case_folder.h"
#include "core/cases/exhibit_facts.h"
#include "tests/core/cases/made_case.h"
#include "tests/support/sample_examination.h"

#include <QTest>

#include <cmath>
#include <fstream>

using namespace core::cases;
using core::examination::Examination;
using Numbers = std::vector<std::int64_t>;

/// Exhibits: 1 harbor.jpg, 2 Nachtaufnahme.png, 3 with the bytes of 1, 4 not examined.
class CaseIndexTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_made = std::make_unique<tests::MadeCase>();
        m_store = m_made->open();
        for (const auto& [name, bytes] : {std::pair{"port/harbor.jpg", "a"},
                                          {"Nachtaufnahme.png", "b"},
                                          {"ÄÖ.jpg", "a"},
                                          {"later.jpg", "c"}})
            QVERIFY(m_store->takeIn(m_made->evidence(name, bytes), Keeping::Referenced, {})
                        .has_value());
        record(1, [](Examination& e) {
            e.clues = {tests::sampleClue("The shadow’s edge is doubled at 3 places.", {})};
            e.provenance.camera = "Leica Q2";
        });
        record(2, [](Examination& e) { e.answer = "This is a fake image. Größe stimmt nicht."; });
        follow();
    }
    void cleanup() { m_store.reset(); }

    void everythingThatWasSaidIsFound() {
        QVERIFY(found("HARBOR") == Numbers{1});
        QVERIFY(found("arbo") == Numbers{1});
        QVERIFY(found("ÄÖ") == Numbers{3});        // shorter than the pieces that are indexed
        QVERIFY(found("shad") == (Numbers{1, 3})); // files with the same bytes share the result
        QVERIFY(found("hadow").empty());           // of sentences, words from their beginning
        QVERIFY(found("doubled edge") == (Numbers{1, 3}));
        QVERIFY(found("doubled harbor") == Numbers{1});
        QVERIFY(found("größe") == Numbers{2});
        QVERIFY(found("leica") == (Numbers{1, 3}));
        QVERIFY(found("doubled nothing").empty());
        for (const char* odd : {"\"", "shadow's", "*", "a*b(", "%", "_", "NEAR(", ""})
            QVERIFY(m_store->search(odd).has_value());
    }

    void hashesAreFoundByTheirBeginning() {
        const auto exhibit = m_store->exhibits()->at(1);
        QVERIFY(found(exhibit.sha256.substr(0, 8)) == Numbers{2});
        QVERIFY(found(exhibit.md5) == Numbers{2});
    }

    void marksAreFoundAndForgottenWithTheirUndo() {
        QVERIFY(m_store->apply("tag", {{2, mark::kTag + std::string("protest"), {}, "1"}}));
        QVERIFY(m_store->apply("note", {{4, mark::kNote, {}, "Ask the desk"}}));
        follow();
        QVERIFY(found("protest") == Numbers{2});
        QVERIFY(found("desk ask") == Numbers{4});
        QVERIFY(m_store->undo().has_value());
        follow();
        QVERIFY(found("desk ask").empty());
        QVERIFY(found("protest") == Numbers{2});
    }

    void aNewResultReplacesTheWordsOfTheOld() {
        record(1, [](Examination& e) { e.answer = "Nothing to see."; });
        follow();
        QVERIFY(found("shadow").empty());
        QVERIFY(found("nothing") == (Numbers{1, 3}));
    }

    void theIndexIsMadeAgainWhenItIsGoneDamagedOrOfAnotherCase() {
        const auto before = *m_store->facts();
        const auto file = CaseFolder{m_made->caseFolder()}.index();
        for (const int trial : {0, 1, 2}) {
            m_store.reset();
            for (const char* ending : {"", "-wal", "-shm"})
                std::filesystem::remove(file.string() + ending);
            if (trial == 1)
                std::ofstream(file) << "no database";
            if (trial == 2)
                makeAnotherIndex(file);
            m_store = m_made->open();
            follow();
            QVERIFY(found("doubled harbor") == Numbers{1});
            QVERIFY(found("later") == Numbers{4});
            QVERIFY(*m_store->facts() == before);
        }
        QVERIFY(m_store->verify({}, {})->findings.empty());
    }

    void whatAKilledProgramLeftIsMadeUpFor() {
        record(4, [](Examination& e) { e.answer = "Afterwards."; });
        m_store.reset(); // before the index heard of it
        m_store = m_made->open();
        follow();
        QVERIFY(found("afterwards") == Numbers{4});
    }

    void cluesAreFoundInTheExaminersLanguage() {
        m_store->setClueWording([](const core::examination::Clue&) { return "Schatten doppelt"; });
        record(1, [](Examination& e) { e.clues = {tests::sampleClue("Doubled.", {})}; });
        follow();
        QVERIFY(found("schatten") == (Numbers{1, 3}));
        QVERIFY(found("doubled") == (Numbers{1, 3}));
    }

    void factsAreKnown() {
        record(4, [](Examination& e) {
            e.manner = {{core::examination::Manner::Splice, 0.7}};
            e.category = core::examination::Category::Human;
            e.source.perceptualHash = 0xFEDCBA9876543210U;
            e.provenance.capturedAt = "2024:05:06 07:08:09";
        });
        follow();
        const ExhibitFacts facts = m_store->facts()->at(3);
        QCOMPARE(facts.exhibit, std::int64_t{4});
        QVERIFY(facts.manner == core::examination::Manner::Splice);
        QVERIFY(facts.category == core::examination::Category::Human);
        QVERIFY(facts.perceptualHash == 0xFEDCBA9876543210U);
        QCOMPARE(facts.capturedAt, std::string("2024:05:06 07:08:09"));
        QCOMPARE(m_store->facts()->at(0).camera, std::string("Leica Q2"));
    }

    void heatMapsAndCurvesComeBack() {
        auto sample = *tests::sampleExamination();
        sample.source.sha256 = m_store->exhibits()->at(3).sha256;
        sample.clues[1].map = sample.clues[0].map;
        sample.plots = {{"histogram", "red", {0, 1}, {0.25, 3}, {}, {1, 2}}};
        QVERIFY(m_store->recordExamination(4, sample).has_value());
        m_store.reset();
        m_store = m_made->open();
        const auto back = m_store->examinationOf(4);
        QVERIFY(back && back->map && back->clues[0].map && back->measurements[0].map);
        QVERIFY(back->clues[0].map == back->clues[1].map); // kept once
        QVERIFY(!back->clues[2].map && !back->measurements[1].map);
        for (std::size_t i = 0; i < sample.map->values.size(); ++i)
            QVERIFY(std::abs(back->map->values[i] - sample.map->values[i]) <= 0.5 / 255 + 1e-6);
        QCOMPARE(back->plots.size(), std::size_t{1});
        QVERIFY(back->plots[0].y == sample.plots[0].y && back->plots[0].high.size() == 2);
        QVERIFY(m_store->verify({}, {})->findings.empty());
        // Another result: the old maps are not its own.
        record(4, [](Examination&) {});
        QVERIFY(!m_store->examinationOf(4)->map);
    }

    void mapsThatTheLogDoesNotVouchForAreNotShown() {
        auto sample = *tests::sampleExamination();
        sample.source.sha256 = m_store->exhibits()->at(3).sha256;
        QVERIFY(m_store->recordExamination(4, sample).has_value());
        m_store.reset();
        {
            CaseDatabase index;
            QVERIFY(index.open(CaseFolder{m_made->caseFolder()}.index(), Access::Write));
            auto data = index.run("SELECT data FROM layers WHERE exhibit = 4");
            QVERIFY(data && data->next());
            QByteArray changed = data->value(0).toByteArray();
            changed.back() = static_cast<char>(changed.back() ^ 1);
            QVERIFY(index.run("UPDATE layers SET data = ? WHERE exhibit = 4", {changed}));
        }
        m_store = m_made->open();
        QVERIFY(m_store->examinationOf(4) && !m_store->examinationOf(4)->map);
    }

    void aCaseThatIsOnlyReadIsSearchedToo() {
        const auto reader = m_made->open(); // the first one holds the lock
        QVERIFY(!reader->readOnlyReason().empty());
        QVERIFY(*reader->search("harbor") == Numbers{1});
    }

  private:
    template <typename Change> void record(std::int64_t exhibit, Change change) {
        const auto all = m_store->exhibits();
        auto examination =
            tests::examinationOfBytes(all->at(static_cast<std::size_t>(exhibit - 1)).sha256);
        change(examination);
        QVERIFY(m_store->recordExamination(exhibit, examination).has_value());
    }
    void follow() {
        for (;;) {
            const auto step = m_store->updateIndex();
            QVERIFY(step.has_value());
            if (step->isComplete)
                return;
        }
    }
    Numbers found(const std::string& query) const {
        return m_store->search(query).value_or(Numbers{-1});
    }
    /// As after a case folder's parts were mixed up: more rows than this case has.
    static void makeAnotherIndex(const std::filesystem::path& file) {
        const tests::MadeCase other;
        auto store = other.open();
        for (int i = 0; i < 20; ++i)
            QVERIFY(store
                        ->takeIn(other.evidence(std::to_string(i), std::to_string(i)),
                                 Keeping::Referenced, {})
                        .has_value());
        QVERIFY(store->updateIndex().has_value());
        store.reset();
        std::filesystem::copy_file(CaseFolder{other.caseFolder()}.index(), file);
    }

    std::unique_ptr<tests::MadeCase> m_made;
    std::unique_ptr<CaseStore> m_store;
};

QTEST_GUILESS_MAIN(CaseIndexTest)
#include "case_index_test.moc"
