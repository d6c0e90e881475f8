// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/answer_parser.h"

#include <QtTest>

#include <random>

using namespace core::clues;
using core::examination::Verdict;

class AnswerParserTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void publishedRuleReadsSubstrings_data();
    void publishedRuleReadsSubstrings();
    void strictRuleReadsWholeWords_data();
    void strictRuleReadsWholeWords();
    void answersAreCutIntoSentences_data();
    void answersAreCutIntoSentences();
    void sentencesKnowTheirPlace();
    void verdictSentenceIsNoClue();
    void aReasonThatWasCutIsUnfinished();
    void anyBytesAreCutWithoutLoss();
};

namespace {
QString join(const std::vector<AnswerSentence>& sentences) {
    QStringList texts;
    for (const AnswerSentence& sentence : sentences)
        texts << QString::fromStdString(sentence.text);
    return texts.join(" | ");
}
} // namespace

void AnswerParserTest::publishedRuleReadsSubstrings_data() {
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char* answer, Verdict verdict) {
        QTest::newRow(answer) << answer << static_cast<int>(verdict);
    };
    row("This is a fake image. The fur is odd.", Verdict::Fake);
    row("This is a real image.", Verdict::Real);
    row("THIS IS A REAL IMAGE", Verdict::Real);
    row("An unrealistic fake.", Verdict::Real);
    row("I see a dog. It is fake.", Verdict::Fake);
    row("I see a dog. It runs. It is fake.", Verdict::Inconclusive);
    row("Is it real? This is a fake image.", Verdict::Fake);
    row("", Verdict::Inconclusive);
    row("No idea", Verdict::Inconclusive);
}

void AnswerParserTest::publishedRuleReadsSubstrings() {
    QFETCH(QString, answer);
    QTEST(static_cast<int>(publishedReading(answer.toStdString())), "verdict");
}

void AnswerParserTest::strictRuleReadsWholeWords_data() {
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char* answer, Verdict verdict) {
        QTest::newRow(answer) << answer << static_cast<int>(verdict);
    };
    row("This is a fake image. The fur is odd.", Verdict::Fake);
    row("This is a real image.", Verdict::Real);
    row("An unrealistic picture, really.", Verdict::Inconclusive);
    row("An unrealistic picture. It is fake.", Verdict::Fake);
    row("This is not a real image.", Verdict::Inconclusive);
    row("It isn't fake.", Verdict::Inconclusive);
    row("Real or fake, who knows.", Verdict::Inconclusive);
    row("I cannot tell.", Verdict::Inconclusive);
}

void AnswerParserTest::strictRuleReadsWholeWords() {
    QFETCH(QString, answer);
    QTEST(static_cast<int>(strictReading(answer.toStdString())), "verdict");
}

void AnswerParserTest::answersAreCutIntoSentences_data() {
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("sentences");
    const auto row = [](const char* answer, const char* sentences) {
        QTest::newRow(answer) << answer << sentences;
    };
    row("One. Two! Three?", "One. | Two! | Three?");
    row("Its width is 3.14 m. Next.", "Its width is 3.14 m. | Next.");
    row("Marks, e.g. seams, show. So does i.e. this.",
        "Marks, e.g. seams, show. | So does i.e. this.");
    row("Dr. Smith and J. Doe agree. Yes.", "Dr. Smith and J. Doe agree. | Yes.");
    row("Fur, eyes, etc. are odd. Fur, eyes, etc. The end.",
        "Fur, eyes, etc. are odd. | Fur, eyes, etc. | The end.");
    row("Clues:\n1. The fur is smooth.\n2. The eyes differ.\n",
        "Clues: | The fur is smooth. | The eyes differ.");
    row("- First\n- Second\n* Third", "First | Second | Third");
    row("It says \"stop.\" Then (it ends.) Really.",
        "It says \"stop.\" | Then (it ends.) | Really.");
    row("Well... it ends. Visit example.org now.", "Well... it ends. | Visit example.org now.");
    row("At 5 p.m. and later. No. 5 is odd.", "At 5 p.m. and later. | No. 5 is odd.");
    row("No stop at the end", "No stop at the end");
    row(" \n .\n ", "");
    row("This is a fake image. The mouth is rigid; the hair is blurry (a; b); the skin is waxy.",
        "This is a fake image. | The mouth is rigid | the hair is blurry (a; b) | the skin is "
        "waxy.");
    row("It shows a;b here;", "It shows a;b here");
    row("Die Größe stimmt nicht. Ende.", "Die Größe stimmt nicht. | Ende.");
}

void AnswerParserTest::answersAreCutIntoSentences() {
    QFETCH(QString, answer);
    QTEST(join(sentencesOf(answer.toStdString())), "sentences");
}

void AnswerParserTest::sentencesKnowTheirPlace() {
    const std::string answer = "  This is fake.\n2) The fur is odd.  ";
    for (const AnswerSentence& sentence : sentencesOf(answer))
        QCOMPARE(answer.substr(sentence.begin, sentence.end - sentence.begin), sentence.text);
    QCOMPARE(sentencesOf(answer).size(), std::size_t{2});
}

void AnswerParserTest::verdictSentenceIsNoClue() {
    const auto parsed = parseAnswer("This is a fake image. The real fur looks fake.");
    QCOMPARE(parsed.verdict, Verdict::Fake);
    QCOMPARE(join(parsed.clues), QString("The real fur looks fake."));
}

void AnswerParserTest::aReasonThatWasCutIsUnfinished() {
    const std::string cut = "This is a fake image. The mouth is rigid; the skin is overly smo";
    const auto clues = parseAnswer(cut, AnswerEnd::CutOff).clues;
    QCOMPARE(join(clues), QString("The mouth is rigid | the skin is overly smo"));
    QVERIFY(!clues[0].isUnfinished && clues[1].isUnfinished);
    QVERIFY(parseAnswer(cut, AnswerEnd::Unknown).clues[1].isUnfinished);
    // The model itself ended here.
    QVERIFY(!parseAnswer(cut, AnswerEnd::Complete).clues[1].isUnfinished);
    // Cut where a reason ends by chance.
    for (const char* whole : {"This is a fake image. The mouth is rigid.",
                              "This is a fake image. The mouth is rigid; the skin is waxy; "})
        for (const AnswerSentence& clue : parseAnswer(whole, AnswerEnd::CutOff).clues)
            QVERIFY(!clue.isUnfinished);
    QVERIFY(!parseAnswer("The mouth is rigid", AnswerEnd::Unknown).clues[0].isUnfinished);
}

void AnswerParserTest::anyBytesAreCutWithoutLoss() {
    std::mt19937 random(3);
    constexpr std::string_view kLetters = "ab A.?!;\n1 -*\"')\xE2\x80\xA2\xFF";
    for (int round = 0; round < 500; ++round) {
        std::string answer;
        for (unsigned i = random() % 60; i > 0; --i)
            answer.push_back(kLetters[random() % kLetters.size()]);
        std::size_t last = 0;
        for (const AnswerSentence& sentence : sentencesOf(answer)) {
            QVERIFY(sentence.begin >= last && sentence.end > sentence.begin);
            QCOMPARE(answer.substr(sentence.begin, sentence.end - sentence.begin), sentence.text);
            last = sentence.end;
        }
        (void)publishedReading(answer);
        (void)parseAnswer(answer);
    }
}

QTEST_GUILESS_MAIN(AnswerParserTest)
#include "answer_parser_test.moc"
