// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/origin_banner.h"

#include "core/report/headline.h"
#include "core/report/translated_words.h"
#include "ui/theme/scale.h"
#include "ui/theme/tone_color.h"

#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::clues {

namespace {

constexpr qsizetype kShownLetters = 140; ///< of a prompt; the rest is behind a button

QLabel* makeLabel(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // a file's words are never markup
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString oneLine(const std::string& text) {
    return QString::fromStdString(text).simplified();
}

QString factsOf(const core::examination::Examination& examination) {
    const auto& generation = examination.provenance.generation;
    if (!generation)
        return {};
    QStringList facts;
    const bool isNamed =
        examination.provenance.origin &&
        examination.provenance.origin->by.find(generation->model) != std::string::npos;
    if (!generation->model.empty() && !isNamed)
        facts << OriginBanner::tr("Model: %1").arg(oneLine(generation->model));
    if (!generation->seed.empty())
        facts << OriginBanner::tr("Seed: %1").arg(oneLine(generation->seed));
    if (generation->usedPicture.value_or(false))
        facts << OriginBanner::tr("Made from another picture.");
    return facts.join(QStringLiteral(" · "));
}

QString wholePromptOf(const core::examination::Examination& examination) {
    const auto& generation = examination.provenance.generation;
    if (!generation || generation->prompt.empty())
        return {};
    QString text = QString::fromStdString(generation->prompt);
    if (!generation->negativePrompt.empty())
        text +=
            QStringLiteral("\n\n") + OriginBanner::tr("Not wanted: %1")
                                         .arg(QString::fromStdString(generation->negativePrompt));
    for (const auto& [name, value] : generation->settings)
        text += QStringLiteral("\n%1: %2")
                    .arg(QString::fromStdString(name), QString::fromStdString(value));
    return text;
}

} // namespace

OriginBanner::OriginBanner(QWidget* parent) : QFrame(parent) {
    setObjectName("originBanner");
    setAccessibleName(tr("What is stated about the origin"));
    m_title = makeLabel("originTitle");
    QFont bold = theme::scaled(m_title->font(), theme::TextSize::Title);
    bold.setBold(true);
    m_title->setFont(bold);
    m_facts = makeLabel("originFacts");
    m_prompt = makeLabel("originPrompt");
    m_worth = makeLabel("originWorth");
    m_worth->setFont(theme::scaled(font(), theme::TextSize::Small));
    m_whole = new QPushButton(tr("Show the whole prompt…"));
    m_whole->setObjectName("originWholePrompt");
    connect(m_whole, &QPushButton::clicked, this, &OriginBanner::showPrompt);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kApart, theme::kNear, theme::kNear, theme::kNear);
    layout->setSpacing(theme::kTight);
    for (QLabel* label : {m_title, m_facts, m_prompt})
        layout->addWidget(label);
    layout->addWidget(m_whole, 0, Qt::AlignLeft);
    layout->addWidget(m_worth);
    hide();
}

void OriginBanner::setExamination(const core::examination::Examination* examination) {
    const QString title =
        examination != nullptr ? core::report::originHeadline(*examination) : QString();
    setVisible(!title.isEmpty());
    if (title.isEmpty())
        return;
    m_direction = examination->provenance.origin->direction;
    m_title->setText(title);
    const QString facts = factsOf(*examination);
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
    m_wholePrompt = wholePromptOf(*examination);
    const QString prompt = examination->provenance.generation
                               ? oneLine(examination->provenance.generation->prompt)
                               : QString();
    m_prompt->setText(tr("Prompt: “%1”")
                          .arg(prompt.size() > kShownLetters
                                   ? prompt.left(kShownLetters).trimmed() + QChar(0x2026)
                                   : prompt));
    m_prompt->setVisible(!prompt.isEmpty());
    m_whole->setVisible(!m_wholePrompt.isEmpty() &&
                        m_wholePrompt.simplified().size() > std::min(prompt.size(), kShownLetters));
    // With another basis the headline says what that one is worth.
    const QString field = QString::fromStdString(examination->provenance.origin->field);
    m_worth->setText(field.isEmpty() ? QString() : tr("Stands in: %1").arg(field));
    m_worth->setVisible(!field.isEmpty());
    color();
}

void OriginBanner::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        color();
}

void OriginBanner::color() {
    QColor edge = theme::directionColor(m_direction, palette());
    QColor ground = edge;
    ground.setAlpha(theme::isDark(palette()) ? 48 : 26);
    const QString style = QStringLiteral("#originBanner { border: 0; border-left: 4px solid %1; "
                                         "background: %2; }")
                              .arg(edge.name(), ground.name(QColor::HexArgb));
    if (styleSheet() != style)
        setStyleSheet(style);
}

void OriginBanner::showPrompt() {
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("What the file says about its making"));
    auto* text = new QPlainTextEdit(m_wholePrompt);
    text->setObjectName("wholePrompt");
    text->setReadOnly(true);
    text->setAccessibleName(dialog->windowTitle());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName("copyPrompt");
    connect(copy, &QPushButton::clicked, dialog,
            [all = m_wholePrompt] { QGuiApplication::clipboard()->setText(all); });
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    dialog->resize(560, 360);
    dialog->open();
}

} // namespace ui::clues
