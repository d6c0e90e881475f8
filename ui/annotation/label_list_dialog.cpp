// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/annotation/label_list_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::annotation {

LabelListDialog::LabelListDialog(const QStringList& labels, const QStringList& defaults,
                                 QWidget* parent)
    : QDialog(parent), m_list(new QListWidget) {
    setObjectName("labelListDialog");
    setWindowTitle(tr("Labels for annotations"));
    m_list->setObjectName("labelList");
    m_list->setAccessibleName(windowTitle());
    auto* hint = new QLabel(tr("These are offered when an annotation is labeled. What is drawn "
                               "already keeps its label. F2 renames."));
    hint->setWordWrap(true);
    auto* column = new QVBoxLayout;
    const auto add = [&](const char* name, const QString& text, auto&& run) {
        auto* button = new QPushButton(text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, run);
        column->addWidget(button);
    };
    add("addLabel", tr("&Add"), [this] { addNew(); });
    add("removeLabel", tr("&Remove"), [this] { removeCurrent(); });
    add("moveLabelUp", tr("Move &up"), [this] { moveCurrent(-1); });
    add("moveLabelDown", tr("Move &down"), [this] { moveCurrent(1); });
    add("defaultLabels", tr("De&faults"), [this, defaults] {
        fill(defaults);
        tell();
    });
    column->addStretch();
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addLayout(column);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemChanged, this, &LabelListDialog::tell);
    fill(labels);
}

void LabelListDialog::fill(const QStringList& labels) {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const QString& label : labels)
        append(label);
    m_list->setCurrentRow(labels.isEmpty() ? -1 : 0);
}

void LabelListDialog::append(const QString& label) {
    auto* item = new QListWidgetItem(label, m_list);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
}

void LabelListDialog::addNew() {
    append({});
    m_list->setCurrentRow(m_list->count() - 1);
    m_list->editItem(m_list->currentItem());
}

void LabelListDialog::removeCurrent() {
    delete m_list->takeItem(m_list->currentRow());
    tell();
}

void LabelListDialog::moveCurrent(int by) {
    const int from = m_list->currentRow();
    const int to = std::clamp(from + by, 0, m_list->count() - 1);
    if (from < 0 || from == to)
        return;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
    tell();
}

void LabelListDialog::tell() {
    QStringList labels;
    for (int row = 0; row < m_list->count(); ++row)
        if (const QString label = m_list->item(row)->text().trimmed(); !label.isEmpty())
            labels << label;
    labels.removeDuplicates();
    Q_EMIT changed(labels);
}

} // namespace ui::annotation
