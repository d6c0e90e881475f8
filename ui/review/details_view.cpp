// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/details_view.h"

#include "core/report/translated_words.h"
#include "ui/review/stage_words.h"

#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::review {

namespace {

QString textOf(const core::examination::Examination& examination) {
    const auto& source = examination.source;
    const auto& engine = examination.engine;
    QStringList lines;
    const auto add = [&](const QString& name, const QString& value) {
        lines << name + ": " + value;
    };
    const auto text = [](const std::string& value) { return QString::fromStdString(value); };
    add(DetailsView::tr("Verdict"), core::report::verdictSentence(examination));
    add(DetailsView::tr("File"), text(source.path));
    add(DetailsView::tr("SHA-256"), text(source.sha256));
    add(DetailsView::tr("Size"), QLocale().formattedDataSize(static_cast<qint64>(source.bytes)));
    add(DetailsView::tr("Format"), text(source.format).toUpper());
    add(DetailsView::tr("Pixels"), QStringLiteral("%1 × %2").arg(source.width).arg(source.height));
    if (source.orientation != 1)
        add(DetailsView::tr("EXIF orientation, undone"), QString::number(source.orientation));
    add(DetailsView::tr("Content"), core::report::categoryWord(examination.category));
    add(DetailsView::tr("Engine"), text(engine.name + " " + engine.version));
    add(DetailsView::tr("Model"), text(engine.model));
    add(DetailsView::tr("Model SHA-256"), text(engine.modelSha256));
    add(DetailsView::tr("Computed on"), text(engine.device + ", " + engine.precision));
    if (!engine.prompt.empty())
        add(DetailsView::tr("Question to the model"), text(engine.prompt));
    if (!engine.promptForm.empty())
        add(DetailsView::tr("Form of the question"), text(engine.promptForm));
    for (const auto& reading : examination.promptReadings)
        add(DetailsView::tr("Probability of a fake, asked in the form \"%1\"")
                .arg(text(reading.form)),
            QLocale().toString(reading.pFake, 'f', 3));
    for (const auto& [stage, milliseconds] : examination.timingMs)
        add(DetailsView::tr("Time for %1").arg(stageWord(stage)),
            DetailsView::tr("%1 ms").arg(milliseconds, 0, 'f', 0));
    if (examination.answer)
        lines << QString() << DetailsView::tr("The model's answer, verbatim:")
              << text(*examination.answer);
    return lines.join('\n');
}

} // namespace

DetailsView::DetailsView(QWidget* parent) : QWidget(parent) {
    m_text = new QPlainTextEdit;
    m_text->setObjectName("detailsText");
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Details"));
    auto* copy = new QPushButton(tr("Copy all"));
    copy->setObjectName("copyDetails");
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(copy, 0, Qt::AlignRight);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_text->toPlainText()); });
}

void DetailsView::setExamination(const core::examination::Examination* examination) {
    m_text->setPlainText(examination != nullptr ? textOf(*examination) : QString());
}

} // namespace ui::review
