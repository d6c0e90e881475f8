// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_taxonomy.h"

#include <QtTest>

using namespace core::clues;
using namespace core::examination;

class ClueTaxonomyTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void sentencesGetTheirKind_data();
    void sentencesGetTheirKind();
    void sentencesWithoutAKnownWordHaveNoKind();
    void answersGetTheirCategory_data();
    void answersGetTheirCategory();
    void directionFollowsTheWords_data();
    void directionFollowsTheWords();
};

void ClueTaxonomyTest::sentencesGetTheirKind_data() {
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* sentence, ClueKind kind) {
        QTest::newRow(sentence) << sentence << static_cast<int>(kind);
    };
    row("The fur appears overly smooth and lacks natural texture.", ClueKind::Texture);
    row("The shadow falls in the wrong direction.", ClueKind::Lighting);
    row("The smooth surface reflects light without any highlight.", ClueKind::Lighting);
    row("The perspective of the walls is inconsistent.", ClueKind::Geometry);
    row("Colors are oversaturated and vibrant.", ClueKind::Color);
    row("The left hand has six fingers.", ClueKind::Anatomy);
    row("The text on the sign is illegible.", ClueKind::Text);
    row("The font and the spelling vary.", ClueKind::Text);
    row("The noise differs between the two halves.", ClueKind::Noise);
    row("There are JPEG compression artifacts along the border.", ClueKind::Compression);
    row("The pattern repeats identically.", ClueKind::Duplication);
    row("A watermark of a generator is visible.", ClueKind::Provenance);
}

void ClueTaxonomyTest::sentencesGetTheirKind() {
    QFETCH(QString, sentence);
    const auto kind = kindOf(sentence.toStdString());
    QVERIFY(kind.has_value());
    QTEST(static_cast<int>(*kind), "kind");
}

void ClueTaxonomyTest::sentencesWithoutAKnownWordHaveNoKind() {
    QVERIFY(!kindOf("Something is off here.").has_value());
    QVERIFY(!kindOf("").has_value());
}

void ClueTaxonomyTest::answersGetTheirCategory_data() {
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("category");
    const auto row = [](const char* answer, Category category) {
        QTest::newRow(answer) << answer << static_cast<int>(category);
    };
    row("The dog's fur is too regular. The paws are odd.", Category::Animal);
    row("The car has a wheel too many.", Category::Object);
    row("The mountain and the sky have no depth.", Category::Scenery);
    row("The woman's clothing merges with the wall.", Category::Human);
    row("This satellite view has roads that end.", Category::Satellite);
    row("The receipt's font varies.", Category::Document);
    row("Facial features and the hairline are blended.", Category::Face);
    row("Something is off.", Category::Unknown);
}

void ClueTaxonomyTest::answersGetTheirCategory() {
    QFETCH(QString, answer);
    QTEST(static_cast<int>(categoryOf(answer.toStdString())), "category");
}

void ClueTaxonomyTest::directionFollowsTheWords_data() {
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<int>("direction");
    const auto row = [](const char* sentence, Verdict verdict, Direction direction) {
        QTest::newRow(sentence) << sentence << static_cast<int>(verdict)
                                << static_cast<int>(direction);
    };
    row("The light is unnatural.", Verdict::Inconclusive, Direction::Fake);
    row("The fur lacks natural variation.", Verdict::Inconclusive, Direction::Fake);
    row("The shadows are consistent with the sun.", Verdict::Fake, Direction::Real);
    row("There are no signs of editing.", Verdict::Inconclusive, Direction::Real);
    row("It doesn't look realistic.", Verdict::Real, Direction::Fake);
    row("A tree stands on the left.", Verdict::Fake, Direction::Fake);
    row("A tree stands on the right.", Verdict::Real, Direction::Real);
    row("A tree stands there.", Verdict::Inconclusive, Direction::Neutral);
}

void ClueTaxonomyTest::directionFollowsTheWords() {
    QFETCH(QString, sentence);
    QFETCH(int, verdict);
    QTEST(static_cast<int>(directionOf(sentence.toStdString(), static_cast<Verdict>(verdict))),
          "direction");
}

QTEST_GUILESS_MAIN(ClueTaxonomyTest)
#include "clue_taxonomy_test.moc"
