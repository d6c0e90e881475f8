// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::main_window {

namespace {

void addRow(QTreeWidget* table, const QString& action, const QString& keys) {
    auto* row = new QTreeWidgetItem(table);
    row->setText(0, action);
    row->setText(1, keys);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent) {
    setObjectName("shortcutsDialog");
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* table = new QTreeWidget;
    table->setObjectName("shortcutTable");
    table->setAccessibleName(windowTitle());
    table->setRootIsDecorated(false);
    table->setAlternatingRowColors(true);
    table->setHeaderLabels({tr("Action"), tr("Keys")});
    for (const QAction* action : actions) {
        if (!action->shortcuts().isEmpty())
            addRow(table, action->text().remove('&'),
                   QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText));
    }
    // What is no action: keys that are held and turns of the wheel.
    addRow(table, tr("Bare picture while held"),
           QKeySequence(Qt::Key_H).toString(QKeySequence::NativeText));
    addRow(table, tr("Heat map opacity"), tr("Alt and mouse wheel"));
    addRow(table, tr("Move the picture"), tr("Drag, or Alt and arrow keys"));
    table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->header()->setStretchLastSection(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(560, 520);
}

} // namespace ui::main_window
