// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/provenance/metadata_view.h"

#include "core/report/credential_words.h"

#include "core/inference/file_statements.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QThreadPool>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::provenance {

namespace {

QString orUnknown(const std::optional<std::string>& text) {
    return text ? QString::fromStdString(*text) : MetadataView::tr("not stated");
}

QStandardItem* readOnly(const std::string& text) {
    auto* item = new QStandardItem(QString::fromStdString(text));
    item->setEditable(false);
    item->setToolTip(item->text());
    return item;
}

} // namespace

MetadataView::MetadataView(QWidget* parent) : QWidget(parent) {
    m_summary = new QLabel;
    m_summary->setObjectName("provenanceSummary");
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText); // the file's words are never markup
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_search = new QLineEdit;
    m_search->setObjectName("metadataSearch");
    m_search->setPlaceholderText(tr("Search in the metadata"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_model = new QStandardItemModel(this);
    m_model->setHorizontalHeaderLabels({tr("Field"), tr("Value")});
    m_filter = new QSortFilterProxyModel(this);
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table = new QTreeView;
    m_table->setObjectName("metadataTable");
    m_table->setAccessibleName(tr("Metadata fields"));
    m_table->setModel(m_filter);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_table->setColumnWidth(0, 190);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto* layout = new QVBoxLayout(this);
    m_parts = new FilePartsView;
    layout->addWidget(m_summary);
    layout->addWidget(m_parts);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    addCopying(layout);
    connect(m_search, &QLineEdit::textChanged, m_filter,
            &QSortFilterProxyModel::setFilterFixedString);
}

void MetadataView::addCopying(QVBoxLayout* layout) {
    auto* copy = new QAction(tr("&Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* button = new QPushButton(tr("Copy fields"));
    button->setObjectName("copyMetadata");
    layout->addWidget(button, 0, Qt::AlignRight);
    connect(copy, &QAction::triggered, this, &MetadataView::copyFields);
    connect(button, &QPushButton::clicked, this, &MetadataView::copyFields);
}

void MetadataView::copyFields() const {
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_filter->rowCount(); ++row)
            rows << m_filter->index(row, 0);
    }
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex& row : rows)
        lines << row.data().toString() + '\t' + row.siblingAtColumn(1).data().toString();
    QApplication::clipboard()->setText(lines.join('\n'));
}

void MetadataView::setProvenance(const core::examination::ProvenanceRecord& provenance) {
    m_summary->setText(
        QStringList(
            {tr("Camera: %1").arg(orUnknown(provenance.camera)),
             tr("Taken: %1").arg(orUnknown(provenance.capturedAt)),
             tr("Software: %1").arg(orUnknown(provenance.software)),
             tr("Image generator: %1").arg(orUnknown(provenance.generator)),
             tr("Content credentials: %1").arg(core::report::credentialStateWord(provenance.c2pa))})
            .join('\n'));
    m_extraParts = provenance.extraParts;
    m_parts->setFile({}, {});
    ++m_shown;
    m_model->removeRows(0, m_model->rowCount());
    if (provenance.generation)
        addGeneration(*provenance.generation);
    for (const core::examination::ExtraPart& part : provenance.extraParts)
        addRow(tr("Beside the picture"),
               tr("%1 bytes from byte %2 on: %3")
                   .arg(part.bytes)
                   .arg(part.offset)
                   .arg(QString::fromStdString(part.what))
                   .toStdString(),
               tr("Bytes of the file that are not part of its picture"));
    for (const core::examination::DatedEvent& date : provenance.dates)
        addRow(tr("Date"),
               date.when + (date.zone.empty() ? std::string() : " " + date.zone) + "  (" +
                   date.source + ")",
               tr("In the order of time; without a zone the clock's place is not known"));
    for (const core::examination::MetadataField& field : provenance.fields) {
        const QString guess =
            field.guess.empty()
                ? QString()
                : '\n' + tr("The file does not say how its text is coded; read as %1, a guess.")
                             .arg(QString::fromStdString(field.guess));
        addRow(QString::fromStdString(field.name), field.value,
               QString::fromStdString(field.group + ": " + field.name) + guess);
    }
}

void MetadataView::setFile(const FileAtHand& file) {
    m_parts->setFile(file, m_extraParts);
}

void MetadataView::addRow(const QString& name, const std::string& value, const QString& tip) {
    auto* item = new QStandardItem(name);
    item->setEditable(false);
    item->setToolTip(tip);
    m_model->appendRow({item, readOnly(value)});
}

/// What a generator wrote down comes first: it is what people look for.
void MetadataView::addGeneration(const core::examination::GenerationRecord& generation) {
    const QString tip = tr("Stated by the file: %1").arg(QString::fromStdString(generation.field));
    const std::pair<QString, const std::string*> rows[] = {
        {tr("Generator"), &generation.program}, {tr("Model"), &generation.model},
        {tr("Prompt"), &generation.prompt},     {tr("Negative prompt"), &generation.negativePrompt},
        {tr("Seed"), &generation.seed},         {tr("Sampler"), &generation.sampler}};
    for (const auto& [name, value] : rows)
        if (!value->empty())
            addRow(name, *value, tip);
    if (generation.usedPicture)
        addRow(tr("From another picture"),
               (*generation.usedPicture ? tr("yes") : tr("no")).toStdString(), tip);
    for (const auto& [name, value] : generation.settings)
        addRow(QString::fromStdString(name), value, tip);
}

void MetadataView::readFrom(const QString& path, const core::inference::IntakeRules& rules,
                            std::shared_ptr<core::image::Documents> documents) {
    const QPointer<MetadataView> self(this);
    QThreadPool::globalInstance()->start([self, path, rules, documents, shown = m_shown] {
        auto record = core::inference::readStatements(QFile::encodeName(path).toStdString(), rules,
                                                      *documents);
        if (!record)
            return;
        QMetaObject::invokeMethod(qApp, [self, shown, record = std::move(*record)] {
            if (!self || self->m_shown != shown)
                return;
            self->setProvenance(record);
            Q_EMIT self->provenanceRead(record);
        });
    });
}

} // namespace ui::provenance
