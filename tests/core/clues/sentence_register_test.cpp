// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/sentence_register.h"

#include <QtTest>

using namespace core;
using namespace core::clues;
using namespace core::examination;

namespace {

Examination saying(const std::vector<std::string>& sentences) {
    Examination examination;
    examination.answer = "This is a fake image.";
    for (const std::string& sentence : sentences) {
        Clue clue;
        clue.text = sentence;
        clue.source = ClueSource::Model;
        clue.strength = 0.8;
        examination.clues.push_back(clue);
    }
    return examination;
}

} // namespace

class SentenceRegisterTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void subjectsDoNotTellSentencesApart() {
        QCOMPARE(coreOfSentence("The lighting on the dog is inconsistent."),
                 coreOfSentence("The lighting on the person is inconsistent!"));
        QVERIFY(coreOfSentence("The lighting is inconsistent.") !=
                coreOfSentence("The shadows are inconsistent."));
    }

    void sentencesOfMostPicturesAreBoilerplate() {
        SentenceRegister sentences;
        for (std::uint64_t picture = 0; picture < 5; ++picture)
            sentences.add(picture,
                          saying({"The lighting is unnatural.",
                                  "The sign reads word number" + std::to_string(picture) + "."}));
        auto examination = saying({"The lighting is unnatural.", "The sign reads word number3."});
        sentences.annotate(examination);
        QCOMPARE(examination.clues[0].repetition, (Repetition{5, 5, true}));
        QCOMPARE(examination.clues[0].strength, 0.4);
        QCOMPARE(examination.clues[1].repetition, (Repetition{1, 5, false}));
        QCOMPARE(examination.clues[1].strength, 0.8);
        sentences.annotate(examination); // no second time
        QCOMPARE(examination.clues[0].strength, 0.4);
        QCOMPARE(orderOfClues(examination.clues), (std::vector<std::size_t>{1, 0}));
    }

    void fewPicturesHaveNoBoilerplate() {
        SentenceRegister sentences;
        for (std::uint64_t picture = 0; picture < 3; ++picture)
            sentences.add(picture, saying({"The lighting is unnatural."}));
        auto examination = saying({"The lighting is unnatural."});
        sentences.annotate(examination);
        QCOMPARE(examination.clues[0].repetition, (Repetition{3, 3, false}));
    }

    void countingAgainReplaces() {
        SentenceRegister sentences;
        sentences.add(7, saying({"The lighting is unnatural."}));
        sentences.add(7, saying({"The shadow is wrong."}));
        auto examination = saying({"The lighting is unnatural.", "The shadow is wrong."});
        sentences.annotate(examination);
        QCOMPARE(examination.clues[0].repetition.pictures, 0);
        QCOMPARE(examination.clues[1].repetition.said, 1);
    }

    void measuredCluesAreNotCounted() {
        SentenceRegister sentences;
        Examination measured;
        measured.clues.emplace_back();
        for (std::uint64_t picture = 0; picture < 5; ++picture)
            sentences.add(picture, measured);
        sentences.annotate(measured);
        QCOMPARE(measured.clues[0].repetition, Repetition());
    }
};

QTEST_GUILESS_MAIN(SentenceRegisterTest)
#include "sentence_register_test.moc"
