// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/translated_words.h"

#include "core/clues/clue_catalog.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace core::examination;
using namespace core::report;

namespace {

constexpr std::array kVerdicts = {Verdict::Real, Verdict::Fake, Verdict::Inconclusive};

/// Every value from the first to the last gives other words, and none gives nothing.
template <typename Value> void verifyWords(QString (*words)(Value), Value last) {
    QSet<QString> seen;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const QString word = words(static_cast<Value>(i));
        QVERIFY2(!word.trimmed().isEmpty(), qPrintable(QString::number(i)));
        QVERIFY2(!seen.contains(word), qPrintable(word));
        seen.insert(word);
    }
}

/// A clue of the catalog with a value for each gap.
Clue filledClue(const core::clues::ClueTemplate& entry) {
    static const QRegularExpression kGap("\\{(@?)([^}:]+)");
    Clue clue;
    clue.templateId = std::string(entry.id);
    for (auto it = kGap.globalMatch(entry.sentence); it.hasNext();) {
        const auto gap = it.next();
        if (gap.captured(1).isEmpty())
            clue.evidence[gap.captured(2).toStdString()] = 1.5;
        else
            clue.quotes[gap.captured(2).toStdString()] = "quoted";
    }
    return clue;
}

} // namespace

class TranslatedWordsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyValueHasWordsOfItsOwn_data() { languages(); }
    void everyValueHasWordsOfItsOwn() {
        QFETCH(const QString, language);
        const auto translator = installed(language);
        verifyWords(verdictWord, Verdict::Inconclusive);
        verifyWords(verdictLetter, Verdict::Inconclusive);
        verifyWords(mannerWord, Manner::Unknown);
        verifyWords(categoryWord, Category::Unknown);
        verifyWords(clueKindWord, ClueKind::Metadata);
        verifyWords(clueSourceWord, ClueSource::File);
        verifyWords(directionWord, Direction::Neutral);
    }

    void gapsOfEverySentenceAreFilled_data() { languages(); }
    void gapsOfEverySentenceAreFilled() {
        QFETCH(const QString, language);
        const auto translator = installed(language);
        for (const auto& entry : core::clues::clueCatalog()) {
            const QString text = clueText(filledClue(entry));
            QVERIFY2(!text.contains('{') && !text.contains('}') && !text.contains('?'),
                     qPrintable(text));
            QVERIFY(!text.isEmpty());
        }
    }

    void modelsOwnWordsStay() {
        Clue clue;
        clue.text = "The hand has {six} fingers.";
        QCOMPARE(clueText(clue), QString("The hand has {six} fingers."));
        clue.templateId = "unknown.sentence";
        QCOMPARE(clueText(clue), QString("The hand has {six} fingers."));
    }

    void unknownAnalyzerKeepsItsName() {
        QCOMPARE(analyzerWord("noise_residual"), QString("Noise level"));
        QCOMPARE(analyzerWord("of_tomorrow"), QString("of_tomorrow"));
    }

    void verdictSaysTheProbability() {
        for (const Verdict verdict : kVerdicts) {
            Examination examination;
            examination.verdict = verdict;
            examination.pFake = 0.427;
            QVERIFY(verdictSentence(examination).contains("43 %"));
        }
        Examination outside;
        outside.pFake = 0.9;
        outside.inconclusiveReason = "No verdict: it is too small.";
        QVERIFY(!verdictSentence(outside).contains("probability"));
    }

    void numbersFollowTheLanguageNotTheSystem() {
        QCOMPARE(numberText(-1.73912), QString("-1.739"));
        QTranslator german;
        QVERIFY(german.load(":/i18n/clueglass_de.qm"));
        QCoreApplication::installTranslator(&german);
        QCOMPARE(numberText(-1.73912), QString("-1,739"));
        QCOMPARE(numberText(12), QString("12"));
    }

  private:
    static void languages() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "";
        QTest::newRow("German") << "de";
        QTest::newRow("French") << "fr";
    }

    /// A language for as long as its translator lives; null for English.
    static std::unique_ptr<QTranslator> installed(const QString& language) {
        if (language.isEmpty())
            return nullptr;
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(":/i18n/clueglass_" + language + ".qm"))
            qFatal("The translation is not in the program.");
        QCoreApplication::installTranslator(translator.get());
        return translator;
    }

    void noProbabilityIsSaidToBeCertain() {
        QCOMPARE(percentText(1.0), QString("> 99"));
        QCOMPARE(percentText(0.996), QString("> 99"));
        QCOMPARE(percentText(0.99), QString("99"));
        QCOMPARE(percentText(0.5), QString("50"));
        QCOMPARE(percentText(0.01), QString("1"));
        QCOMPARE(percentText(0.001), QString("< 1"));
    }
};

QTEST_MAIN(TranslatedWordsTest)
#include "translated_words_test.moc"
