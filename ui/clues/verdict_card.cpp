// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/verdict_card.h"

#include "core/report/clue_notes.h"
#include "core/report/translated_words.h"
#include "ui/clues/origin_banner.h"
#include "ui/clues/verdict_gauge.h"
#include "ui/gallery/flow_layout.h"
#include "ui/theme/scale.h"
#include "ui/theme/tone_color.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::clues {

using core::examination::Examination;
using core::examination::Manner;
using core::report::NextStep;

namespace {

constexpr double kWorthNaming = 0.5; ///< support for a second kind of fake

struct StepWords {
    NextStep step;
    const char* name;
    QString label;
    QString explanation;
};

std::vector<StepWords> stepWords() {
    return {{NextStep::OriginalFile, "stepOriginalFile", VerdictCard::tr("Get the original file"),
             VerdictCard::tr("The file as the camera or the generator wrote it holds the most "
                             "traces; messengers and web sites remove them.")},
            {NextStep::LargerCopy, "stepLargerCopy", VerdictCard::tr("Get a larger copy"),
             VerdictCard::tr("Small pictures hold too little to measure.")},
            {NextStep::CompleteCopy, "stepCompleteCopy", VerdictCard::tr("Get a complete copy"),
             VerdictCard::tr("This file breaks off before its end.")},
            {NextStep::AnotherEngine, "stepAnotherEngine", VerdictCard::tr("Ask another engine"),
             VerdictCard::tr("A language model looks at what the picture shows, which measurements "
                             "cannot.")}};
}

QLabel* makeLabel(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString mannerLine(const Examination& examination) {
    std::vector<std::pair<double, Manner>> sorted;
    for (const auto& [manner, score] : examination.manner)
        if (manner != Manner::Unknown && manner != Manner::AiGenerated)
            sorted.emplace_back(score, manner);
    std::ranges::sort(sorted, std::greater<>{});
    QStringList words;
    for (const auto& [score, manner] : sorted)
        if (words.isEmpty() || score >= kWorthNaming)
            words << core::report::mannerWord(manner);
    return words.join(QStringLiteral(", "));
}

} // namespace

VerdictCard::VerdictCard(QWidget* parent) : QWidget(parent) {
    setObjectName("verdictCard");
    m_banner = new OriginBanner;
    m_word = makeLabel("verdictText");
    QFont headline = theme::scaled(m_word->font(), theme::TextSize::Headline);
    headline.setBold(true);
    m_word->setFont(headline);
    m_basis = makeLabel("verdictBasis");
    m_basis->setFont(theme::scaled(font(), theme::TextSize::Small));
    m_reason = makeLabel("verdictReason");
    m_support = makeLabel("supportText");
    QFont bold = font();
    bold.setBold(true);
    m_support->setFont(bold);
    m_manner = makeLabel("mannerText");
    m_gauge = new VerdictGauge;
    m_notes = makeLabel("notesText");
    m_notes->setFont(theme::scaled(font(), theme::TextSize::Small));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kTight);
    layout->addWidget(m_banner);
    layout->addSpacing(theme::kTight);
    layout->addWidget(m_word);
    layout->addWidget(m_basis);
    layout->addWidget(m_reason);
    layout->addWidget(m_manner);
    layout->addWidget(m_gauge);
    layout->addWidget(m_support);
    layout->addWidget(makeSteps());
    layout->addWidget(m_notes);
    setExamination(nullptr);
}

QWidget* VerdictCard::makeSteps() {
    m_steps = new QWidget;
    m_steps->setObjectName("nextSteps");
    auto* row = new gallery::FlowLayout(m_steps);
    for (const StepWords& words : stepWords()) {
        auto* button = new QPushButton(words.label);
        button->setObjectName(QString::fromLatin1(words.name));
        button->setToolTip(words.explanation);
        button->setAccessibleDescription(words.explanation);
        connect(button, &QPushButton::clicked, this,
                [this, step = words.step] { Q_EMIT nextStepRequested(step); });
        row->addWidget(button);
    }
    return m_steps;
}

void VerdictCard::setExamination(const Examination* examination) {
    m_banner->setExamination(examination);
    for (QWidget* part : std::initializer_list<QWidget*>{m_word, m_basis, m_reason, m_support,
                                                         m_gauge, m_manner, m_steps, m_notes})
        part->setVisible(false);
    if (examination == nullptr)
        return;
    showWords(*examination);
    showSteps(*examination);
    showNotes(*examination);
    color();
}

void VerdictCard::showWords(const Examination& examination) {
    const auto put = [](QLabel* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    m_tone = core::report::toneOf(examination);
    put(m_word, core::report::headlineWord(examination));
    put(m_basis, core::report::headlineBasis(examination));
    put(m_reason, core::report::headlineReason(examination));
    m_word->setAccessibleDescription(core::report::verdictSentence(examination));
    QString support = core::report::supportHeadline(examination);
    // A changed part, or what the file says, decides although the whole looks otherwise.
    if (!support.isEmpty() && m_tone == core::report::Tone::Generated &&
        examination.support->direction != core::examination::Direction::Fake)
        support = tr("The picture as a whole: %1").arg(support);
    const bool counts = examination.inconclusiveReason.empty();
    put(m_support,
        !support.isEmpty() || !counts
            ? support
            : tr("Probability of a fake: %1 %").arg(core::report::percentText(examination.pFake)));
    m_support->setToolTip(core::report::supportText(examination));
    const bool isAboutFakes =
        m_tone == core::report::Tone::Generated || m_tone == core::report::Tone::LeansGenerated;
    const QString manner = isAboutFakes ? mannerLine(examination) : QString();
    put(m_manner, manner.isEmpty() ? QString() : tr("Points to: %1").arg(manner));
    m_gauge->setVisible(true);
    m_gauge->setResult(examination);
}

void VerdictCard::showSteps(const Examination& examination) {
    const auto steps = core::report::nextSteps(examination);
    for (const StepWords& words : stepWords())
        m_steps->findChild<QPushButton*>(QString::fromLatin1(words.name))
            ->setVisible(std::ranges::find(steps, words.step) != steps.end());
    m_steps->setVisible(!steps.empty());
}

void VerdictCard::showNotes(const Examination& examination) {
    QStringList notes;
    if (const QString second = core::report::secondOpinionText(examination); !second.isEmpty())
        notes << second;
    for (const std::string& warning : examination.source.warnings)
        notes << tr("Note: %1").arg(QString::fromStdString(warning));
    m_notes->setText(notes.join('\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void VerdictCard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        color();
}

void VerdictCard::color() {
    const QColor wanted = theme::toneColor(m_tone, palette());
    if (m_word->palette().color(QPalette::WindowText) == wanted)
        return;
    QPalette colored = m_word->palette();
    colored.setColor(QPalette::WindowText, wanted);
    m_word->setPalette(colored);
}

} // namespace ui::clues
