// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_examination.h"
#include "ui/clues/clue_list_model.h"
#include "ui/clues/clue_panel.h"
#include "ui/clues/verdict_gauge.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
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

    [[nodiscard]] static core::examination::Clue templated(const char* id, const char* text) {
        core::examination::Clue clue = tests::sampleClue(text, {});
        clue.templateId = id;
        return clue;
    }

    void oneWordItsBasisOneReasonAndOneNumber() {
        QCOMPARE(part<QLabel>("verdictText")->text(), QString("Manipulated"));
        QCOMPARE(part<QLabel>("verdictBasis")->text(), QString("Judged from the pixels"));
        QCOMPARE(part<QLabel>("verdictReason")->text(),
                 QString("The left is quieter than the rest."));
        QCOMPARE(part<QLabel>("mannerText")->text(), QString("Points to: Splice"));
        QCOMPARE(part<QLabel>("supportText")->text(), QString("Probability of a fake: 93 %"));
        auto supported = tests::sampleExamination();
        supported->manner = {{core::examination::Manner::AiGenerated, 0.9}};
        supported->support = core::examination::supportFrom(123.4, 30, 400, {});
        m_panel->setExamination(supported);
        QCOMPARE(part<QLabel>("verdictText")->text(), QString("Generated"));
        QCOMPARE(part<QLabel>("supportText")->text(),
                 QString("Moderately strong support for generated: 120 to 1"));
        QVERIFY(part<ui::clues::VerdictGauge>("verdictGauge")->counts());
        QVERIFY(!part<QLabel>("mannerText")->isVisible());
        // A changed part decides although the whole looks like a photograph.
        auto local = tests::sampleExamination();
        local->support = core::examination::supportFrom(1 / 28.0, 0.01, 0.1, {});
        m_panel->setExamination(local);
        QCOMPARE(part<QLabel>("supportText")->text(),
                 QString("The picture as a whole: Moderate support for a photograph: 28 to 1"));
    }

    void withoutAVerdictTheScaleIsGrayAndTheReasonIsNotRepeated() {
        auto examination = tests::sampleExamination();
        examination->verdict = core::examination::Verdict::Inconclusive;
        examination->clues.push_back(templated("verdict.too_small", "No verdict: 90 pixels."));
        examination->inconclusiveReason = "No verdict: 90 pixels.";
        examination->source.warnings = {"The file ends early."};
        m_panel->setExamination(examination);
        QCOMPARE(part<QLabel>("verdictText")->text(), QString("Inconclusive"));
        QCOMPARE(part<QLabel>("verdictReason")->text(),
                 QString("The picture is too small to tell."));
        QVERIFY(!part<ui::clues::VerdictGauge>("verdictGauge")->counts());
        QVERIFY(!part<QLabel>("supportText")->isVisible());
        QCOMPARE(part<QLabel>("notesText")->text(), QString("Note: The file ends early."));
        QCOMPARE(list()->model()->rowCount(), 4);
        QVERIFY(part<QPushButton>("stepLargerCopy")->isVisible());
        QSignalSpy wanted(m_panel.get(), &CluePanel::nextStepRequested);
        part<QPushButton>("stepLargerCopy")->click();
        part<QPushButton>("stepAnotherEngine")->click();
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[0][0].value<core::report::NextStep>(), core::report::NextStep::LargerCopy);
    }

    void whatTheFileSaysStandsAboveTheWord() {
        QVERIFY(!part<QWidget>("originBanner")->isVisible());
        auto examination = tests::sampleExamination();
        examination->verdictBasis = core::examination::Basis::File;
        examination->provenance.origin.emplace();
        examination->provenance.origin->by = "ComfyUI";
        examination->provenance.origin->field = "PNG text: prompt";
        auto& made = examination->provenance.generation.emplace();
        made.model = "sdxl";
        made.seed = "42";
        made.prompt = QString("a red <b>barn</b> ").repeated(30).toStdString();
        examination->clues.push_back(templated("file.generator_named", "The file names ComfyUI."));
        m_panel->setExamination(examination);
        QVERIFY(part<QWidget>("originBanner")->isVisible());
        QCOMPARE(part<QLabel>("originTitle")->text(), QString("The file says: made with ComfyUI"));
        QCOMPARE(part<QLabel>("originFacts")->text(), QString("Model: sdxl · Seed: 42"));
        QVERIFY(part<QLabel>("originPrompt")->text().contains("a red <b>barn</b>"));
        QCOMPARE(part<QLabel>("verdictBasis")->text(), QString("Rests on what the file says"));
        QCOMPARE(list()->model()->rowCount(), 4); // not said twice
        part<QPushButton>("originWholePrompt")->click();
        auto* whole = part<QPlainTextEdit>("wholePrompt");
        QVERIFY(whole != nullptr);
        QCOMPARE(whole->toPlainText().toStdString(), made.prompt);
    }

    void numbersAreBehindWhy() {
        auto examination = tests::sampleExamination();
        examination->clues = {templated("spectrum.lattice_peak", "A peak of 14.2 dB.")};
        examination->clues[0].evidence = {{"peak", 14.2}, {"fx", 0.1}, {"fy", 0.2}, {"usual", 9}};
        examination->clues[0].kind = core::examination::ClueKind::Spectrum;
        m_panel->setExamination(examination);
        const QModelIndex row = list()->model()->index(0, 0);
        QVERIFY(!row.data().toString().contains("14.2"));
        QVERIFY(row.data(ui::clues::ClueListModel::LongRole).toString().contains("14.2 dB"));
        QVERIFY(!row.data(ui::clues::ClueListModel::AdviceRole).toString().isEmpty());
        const int closed = list()->visualRect(row).height();
        list()->setCurrentIndex(row);
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_VERIFY(list()->visualRect(row).height() > closed);
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains("14.2 dB"));
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(list()->visualRect(row).height(), closed);
        // The same with the mouse, on the last line of the row.
        const QRect place = list()->visualRect(row);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          {place.left() + 45, place.bottom() - 14});
        QTRY_VERIFY(list()->visualRect(row).height() > closed);
    }

    void whatMattersComesFirst() {
        auto examination = tests::sampleExamination();
        examination->clues[0].direction = core::examination::Direction::Neutral;
        examination->clues[1].direction = core::examination::Direction::Real;
        m_panel->setExamination(examination);
        QStringList texts;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            texts << list()->model()->index(row, 0).data().toString();
        QCOMPARE(texts, QStringList({"The corner was enlarged.", "A small part repeats.",
                                     "The spectrum is that of photographs.",
                                     "The left is quieter than the rest."}));
    }

    void aChangedPartIsSaidFirstAlsoOfAPhotograph() {
        auto examination = tests::sampleExamination();
        examination->verdict = core::examination::Verdict::Real;
        examination->clues[0].direction = core::examination::Direction::Real;
        examination->clues[0].strength = 1;
        m_panel->setExamination(examination);
        QCOMPARE(part<QLabel>("verdictText")->text(), QString("No sign of generation"));
        QVERIFY(part<QLabel>("verdictReason")->text().contains("a part may have been changed"));
        QCOMPARE(list()->model()->index(0, 0).data().toString(), QString("A small part repeats."));
    }

    void anAnswerThatDecidesNothingStaysInItsTab() {
        auto examination = tests::sampleExamination();
        examination->verdict = core::examination::Verdict::Inconclusive;
        examination->verdictBasis = core::examination::Basis::Model;
        examination->inconclusiveReason = "The model's answer says neither.";
        examination->clues[0].source = core::examination::ClueSource::Model;
        m_panel->setExamination(examination);
        QCOMPARE(list()->model()->rowCount(), 3);
        QCOMPARE(m_panel->findChild<QLabel*>("verdictReason")->text(),
                 QString("The model's answer says neither."));
    }

    void withoutResultNothingIsClaimed() {
        m_panel->setExamination(nullptr);
        for (const char* name : {"verdictText", "verdictReason", "supportText", "notesText"})
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
