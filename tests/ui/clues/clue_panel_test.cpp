// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_examination.h"
#include "ui/clues/clue_panel.h"
#include "ui/clues/verdict_gauge.h"

#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using ui::clues::CluePanel;

class CluePanelTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<CluePanel> m_panel;

    template <typename Part> [[nodiscard]] Part* part(const char* name) const {
        return m_panel->findChild<Part*>(name);
    }
    [[nodiscard]] QListView* list() const { return part<QListView>("clueList"); }
    [[nodiscard]] QPoint middleOf(int row) const {
        return list()->visualRect(list()->model()->index(row, 0)).center();
    }

  private Q_SLOTS:
    void init() {
        m_panel = std::make_unique<CluePanel>();
        m_panel->resize(360, 600);
        m_panel->setExamination(tests::sampleExamination());
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }

    void cleanup() { m_panel.reset(); }

    void verdictProbabilityAndMannerAreSaid() {
        QVERIFY(part<QLabel>("verdictText")->text().contains("93"));
        QCOMPARE(part<QLabel>("mannerText")->text(),
                 QString("Points to: Splice 70 %, AI-generated 20 %"));
        const auto* gauge = m_panel->findChild<ui::clues::VerdictGauge*>();
        QVERIFY(gauge->accessibleDescription().contains("93 %"));
    }

    void whatLimitsTheVerdictIsSaid() {
        auto examination = tests::sampleExamination();
        examination->verdict = core::examination::Verdict::Inconclusive;
        examination->inconclusiveReason = "The picture is too small.";
        examination->source.warnings = {"The file ends early."};
        m_panel->setExamination(examination);
        const QString notes = part<QLabel>("notesText")->text();
        QCOMPARE(notes, QString("The picture is too small.\nNote: The file ends early."));
        QVERIFY(part<QLabel>("notesText")->isVisible());
    }

    void withoutResultNothingIsClaimed() {
        m_panel->setExamination(nullptr);
        for (const char* name : {"verdictText", "mannerText", "notesText"})
            QVERIFY(!part<QLabel>(name)->isVisible());
        QVERIFY(!list()->isVisible());
    }

    void pointingAtARowAnnouncesItsClue() {
        QSignalSpy hovered(m_panel.get(), &CluePanel::clueHovered);
        QTest::mouseMove(list()->viewport(), middleOf(1));
        QTRY_VERIFY(!hovered.isEmpty());
        QCOMPARE(hovered.last().first().toInt(), 1);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(list()->viewport(), &leave);
        QCOMPARE(hovered.last().first().toInt(), -1);
    }

    void clickingARowSelectsItsClue() {
        QSignalSpy selected(m_panel.get(), &CluePanel::clueSelected);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, middleOf(2));
        QCOMPARE(selected.last().first().toInt(), 2);
        QCOMPARE(m_panel->selectedClue(), 2);
    }

    void stepsGoAroundTheEnds() {
        QCOMPARE(m_panel->selectedClue(), -1);
        m_panel->selectNext(1);
        QCOMPARE(m_panel->selectedClue(), 0);
        m_panel->selectNext(-1);
        QCOMPARE(m_panel->selectedClue(), 3);
        m_panel->selectNext(1);
        QCOMPARE(m_panel->selectedClue(), 0);
    }

    void theRowOfALitRegionIsMarked() {
        const QRect row = list()->visualRect(list()->model()->index(1, 0));
        const QImage before = list()->viewport()->grab(row).toImage();
        m_panel->setHoveredClue(1);
        QVERIFY(list()->viewport()->grab(row).toImage() != before);
        m_panel->setHoveredClue(-1);
        QCOMPARE(list()->viewport()->grab(row).toImage(), before);
    }

    void regionsOfAModelCanBeChecked() {
        QVERIFY(!part<QPushButton>("checkAllClues")->isVisible()); // measured clues need no check
        auto examination = tests::sampleExamination();
        examination->clues[1].source = core::examination::ClueSource::Model;
        examination->clues[1].grounding.emplace();
        m_panel->setExamination(examination);
        QVERIFY(part<QPushButton>("checkAllClues")->isVisible());
        QVERIFY(!part<QPushButton>("checkClue")->isEnabled());
        m_panel->selectClue(1);
        QVERIFY(part<QPushButton>("checkClue")->isEnabled());
        QSignalSpy requested(m_panel.get(), &CluePanel::checkRequested);
        part<QPushButton>("checkClue")->click();
        part<QPushButton>("checkAllClues")->click();
        QCOMPARE(requested.size(), 2);
        QCOMPARE(requested[0][0].toInt(), 1);
        QCOMPARE(requested[1][0].toInt(), -1);
        m_panel->selectClue(0);
        QVERIFY(!part<QPushButton>("checkClue")->isEnabled());
    }

    void aCheckShowsItsProgressAndCanBeCancelled() {
        auto examination = tests::sampleExamination();
        examination->clues[0].grounding.emplace();
        m_panel->setExamination(examination);
        m_panel->setCheck(true, 0.42, {});
        QCOMPARE(part<QProgressBar>("checkProgress")->value(), 42);
        QVERIFY(!part<QPushButton>("checkAllClues")->isVisible());
        QSignalSpy cancelled(m_panel.get(), &CluePanel::checkCancelled);
        part<QPushButton>("checkCancel")->click();
        QCOMPARE(cancelled.size(), 1);
        m_panel->setCheck(false, 0, "The file has changed.");
        QVERIFY(part<QPushButton>("checkAllClues")->isVisible());
        QCOMPARE(part<QLabel>("checkProblem")->text(), QString("The file has changed."));
        QVERIFY(part<QLabel>("checkProblem")->isVisible());
    }

    void boilerplateComesLastWithItsOwnNumber() {
        auto examination = tests::sampleExamination();
        examination->clues[0].repetition = {4, 5, true};
        m_panel->setExamination(examination);
        QSignalSpy selected(m_panel.get(), &CluePanel::clueSelected);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, middleOf(0));
        QCOMPARE(selected.last().first().toInt(), 1);
        m_panel->selectClue(0);
        QCOMPARE(list()->currentIndex().row(), 3);
        QVERIFY(list()->currentIndex().data(Qt::ToolTipRole).toString().contains("4 of 5"));
        m_panel->selectNext(1);
        QCOMPARE(m_panel->selectedClue(), 1);
    }

    void longSentencesWrapInsteadOfBeingCut() {
        auto examination = tests::sampleExamination();
        examination->clues[0].text = QString("many words ").repeated(40).toStdString();
        m_panel->setExamination(examination);
        const auto heightAt = [this](int width) {
            m_panel->resize(width, 600);
            QTest::qWait(0);
            return list()->visualRect(list()->model()->index(0, 0)).height();
        };
        const int wide = heightAt(600);
        QTRY_VERIFY(heightAt(320) > wide);
        QVERIFY(wide > 3 * list()->fontMetrics().height());
        QVERIFY(list()->visualRect(list()->model()->index(0, 0)).width() <=
                list()->viewport()->width());
    }
};

QTEST_MAIN(CluePanelTest)
#include "clue_panel_test.moc"
