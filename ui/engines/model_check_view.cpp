// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engines/model_check_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::engines {

namespace {

using core::inference::ModelFile;
using core::inference::ModelFolderReport;

constexpr std::size_t kShownProblems = 5;

QLabel* makeText(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // file names may look like markup
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString sizeText(std::uint64_t bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes));
}

QString countText(std::uint64_t parameters) {
    const QLocale locale;
    const auto value = static_cast<double>(parameters);
    if (parameters >= 1'000'000'000)
        return ModelCheckView::tr("%1 billion").arg(locale.toString(value / 1e9, 'f', 2));
    if (parameters >= 1'000'000)
        return ModelCheckView::tr("%1 million").arg(locale.toString(value / 1e6, 'f', 1));
    return locale.toString(static_cast<qulonglong>(parameters));
}

QString headline(const ModelFolderReport& report) {
    if (report.isReady)
        return ModelCheckView::tr("Ready to use.");
    if (report.code == core::ErrorCode::ModelMissing)
        return ModelCheckView::tr("Not ready: something is missing.");
    return ModelCheckView::tr("Not ready: this folder cannot be used as it is.");
}

QString problemLines(const ModelFolderReport& report) {
    QStringList lines;
    for (std::size_t i = 0; i < report.problems.size() && i < kShownProblems; ++i)
        lines << QString::fromStdString(report.problems[i]);
    if (report.problems.size() > kShownProblems)
        lines << ModelCheckView::tr("… and %1 more.").arg(report.problems.size() - kShownProblems);
    for (const std::string& note : report.notes)
        lines << QString::fromStdString(note);
    return lines.join('\n');
}

QString facts(const ModelFolderReport& report) {
    QStringList lines;
    if (!report.kind.empty())
        lines << ModelCheckView::tr("Kind: %1").arg(QString::fromStdString(report.kind));
    if (report.parameters > 0)
        lines << ModelCheckView::tr("Parameters: %1").arg(countText(report.parameters));
    if (!report.storedPrecision.empty())
        lines << ModelCheckView::tr("Stored as %1, %2")
                     .arg(QString::fromStdString(report.storedPrecision),
                          sizeText(report.weightBytes));
    return lines.join('\n');
}

QString memoryText(const ModelFolderReport& report) {
    QStringList parts;
    for (const auto& need : report.memory)
        parts << QStringLiteral("%1: %2").arg(QString::fromStdString(need.precision),
                                              sizeText(need.bytes));
    return parts.isEmpty() ? QString()
                           : ModelCheckView::tr("Memory needed, by precision: %1")
                                 .arg(parts.join(QStringLiteral(", ")));
}

QString stateText(ModelFile::State state) {
    switch (state) {
    case ModelFile::State::Present:
        return ModelCheckView::tr("present");
    case ModelFile::State::Missing:
        return ModelCheckView::tr("missing");
    case ModelFile::State::Damaged:
        break;
    }
    return ModelCheckView::tr("damaged");
}

void setOrHide(QLabel* label, const QString& text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ModelCheckView::ModelCheckView(QWidget* parent) : QWidget(parent) {
    m_headline = makeText("checkHeadline");
    QFont bold = m_headline->font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_problems = makeText("checkProblems");
    m_facts = makeText("checkFacts");
    m_memory = makeText("checkMemory");
    m_files = new QTreeWidget;
    m_files->setObjectName("checkFiles");
    m_files->setAccessibleName(tr("Files of the checkpoint"));
    m_files->setRootIsDecorated(false);
    m_files->setHeaderLabels({tr("File"), tr("Size"), tr("State")});
    m_files->header()->setStretchLastSection(false);
    m_files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_files->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_files->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_headline, m_problems, m_facts, m_memory})
        layout->addWidget(part);
    layout->addWidget(m_files, 100);
    layout->addStretch(1); // keeps the sentences together when there are no files
}

void ModelCheckView::setReport(const ModelFolderReport& report) {
    m_headline->setText(headline(report));
    setOrHide(m_problems, problemLines(report));
    setOrHide(m_facts, facts(report));
    setOrHide(m_memory, memoryText(report));
    fillFiles(report);
}

void ModelCheckView::fillFiles(const ModelFolderReport& report) {
    m_files->clear();
    for (const ModelFile& file : report.files) {
        const bool isMissing = file.state == ModelFile::State::Missing;
        auto* item = new QTreeWidgetItem(m_files, {QString::fromStdString(file.name),
                                                   isMissing ? QString() : sizeText(file.bytes),
                                                   stateText(file.state)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(2, QString::fromStdString(file.problem));
    }
    m_files->setVisible(!report.files.empty());
}

} // namespace ui::engines
