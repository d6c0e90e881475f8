// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/shortcuts_dialog.h"

#include "ui/main_window/key_bindings.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::main_window {

namespace {

QTreeWidgetItem* addRow(QTreeWidget* table, const QString& action, const QString& keys) {
    auto* row = new QTreeWidgetItem(table);
    row->setText(0, action);
    row->setText(1, keys);
    return row;
}

QString keysOf(const QAction* action) {
    return QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
}

QString plain(const QAction* action) {
    return QString(action->text()).remove('&');
}

} // namespace

ShortcutsDialog::ShortcutsDialog(KeyBindings* keys, QWidget* parent)
    : QDialog(parent), m_keys(keys) {
    setObjectName("shortcutsDialog");
    setWindowTitle(tr("Keyboard shortcuts"));
    m_search = new QLineEdit;
    m_search->setObjectName("shortcutSearch");
    m_search->setPlaceholderText(tr("Search for an action or a key"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_table = new QTreeWidget;
    m_table->setObjectName("shortcutTable");
    m_table->setAccessibleName(windowTitle());
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->setHeaderLabels({tr("Action"), tr("Keys")});
    m_edit = new QKeySequenceEdit;
    m_edit->setObjectName("shortcutEdit");
    m_edit->setAccessibleName(tr("New key for the chosen action"));
    m_set = new QPushButton(tr("Assign"));
    m_set->setObjectName("shortcutSet");
    m_reset = new QPushButton(tr("Reset"));
    m_reset->setObjectName("shortcutReset");
    for (QPushButton* button : {m_set, m_reset})
        button->setAutoDefault(false); // Return in the search changes no key
    m_problem = new QLabel;
    m_problem->setObjectName("shortcutProblem");
    m_problem->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_set);
    row->addWidget(m_reset);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* all = buttons->addButton(tr("Reset all"), QDialogButtonBox::ResetRole);
    all->setAutoDefault(false);
    all->setObjectName("shortcutResetAll");
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(620, 620);
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::showOnly);
    connect(m_table, &QTreeWidget::currentItemChanged, this, [this] {
        const QAction* action = current();
        m_edit->setKeySequence(action != nullptr ? action->shortcut() : QKeySequence());
        m_problem->clear();
        for (QWidget* part : std::initializer_list<QWidget*>{m_edit, m_set, m_reset})
            part->setEnabled(action != nullptr);
    });
    connect(m_set, &QPushButton::clicked, this, &ShortcutsDialog::take);
    connect(m_reset, &QPushButton::clicked, this, &ShortcutsDialog::reset);
    connect(all, &QPushButton::clicked, this, &ShortcutsDialog::resetAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_table->setCurrentItem(m_table->topLevelItem(0));
}

void ShortcutsDialog::fill() {
    m_table->clear();
    for (int i = 0; i < m_keys->actions().size(); ++i)
        addRow(m_table, plain(m_keys->actions().at(i)), keysOf(m_keys->actions().at(i)));
    addFixed();
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->header()->setStretchLastSection(false);
}

/// What cannot be another key: the mouse, and keys that mean the same in every program.
void ShortcutsDialog::addFixed() {
    addRow(m_table, tr("Bare picture and loupe for a moment"), tr("Hold their key"));
    addRow(m_table, tr("Zoom"), tr("Mouse wheel"));
    addRow(m_table, tr("Heat map opacity"), tr("Alt and mouse wheel"));
    addRow(m_table, tr("Move the picture"), tr("Drag, or Alt and arrow keys"));
    addRow(m_table, tr("Move the picture sideways"), tr("Shift and mouse wheel"));
    addRow(m_table, tr("Move the picture while drawing"), tr("Hold the space bar and drag"));
    addRow(m_table, tr("Fit and 100 % in turns"), tr("Double click"));
    addRow(m_table, tr("Show or hide all panels"), tr("Tab, on the picture"));
    addRow(m_table, tr("Move the chosen annotation"), tr("Arrow keys: one pixel; with Shift: ten"));
    addRow(m_table, tr("Close a polygon; stop drawing"), tr("Return; Escape"));
    addRow(m_table, tr("Label and comment of the chosen annotation"), tr("Return"));
}

void ShortcutsDialog::showOnly(const QString& words) {
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_table->topLevelItem(i);
        item->setHidden(!item->text(0).contains(words, Qt::CaseInsensitive) &&
                        !item->text(1).contains(words, Qt::CaseInsensitive));
    }
    chooseShown();
}

/// The key below the list is that of an action in sight.
void ShortcutsDialog::chooseShown() {
    if (m_table->currentItem() != nullptr && !m_table->currentItem()->isHidden())
        return;
    for (int i = 0; i < m_table->topLevelItemCount(); ++i)
        if (QTreeWidgetItem* item = m_table->topLevelItem(i); !item->isHidden()) {
            m_table->setCurrentItem(item);
            return;
        }
}

QAction* ShortcutsDialog::current() const {
    const int row = m_table->indexOfTopLevelItem(m_table->currentItem());
    return row >= 0 && row < m_keys->actions().size() ? m_keys->actions().at(row) : nullptr;
}

void ShortcutsDialog::take() {
    QAction* action = current();
    if (action == nullptr)
        return;
    const QKeySequence key = m_edit->keySequence();
    if (const QAction* owner = m_keys->owner(key, action)) {
        refuse(key, *owner);
        return;
    }
    m_problem->clear();
    m_keys->set(action, key);
    m_table->currentItem()->setText(1, keysOf(action));
    Q_EMIT changed();
}

void ShortcutsDialog::refuse(const QKeySequence& key, const QAction& owner) {
    m_problem->setText(tr("%1 belongs to “%2”. Give that another key first.")
                           .arg(key.toString(QKeySequence::NativeText), plain(&owner)));
}

void ShortcutsDialog::reset() {
    QAction* action = current();
    if (action == nullptr)
        return;
    if (const QAction* taker = m_keys->reset(action)) {
        refuse(taker->shortcut(), *taker);
        return;
    }
    m_table->currentItem()->setText(1, keysOf(action));
    m_edit->setKeySequence(action->shortcut());
    m_problem->clear();
    Q_EMIT changed();
}

void ShortcutsDialog::resetAll() {
    m_keys->resetAll();
    fill();
    m_table->setCurrentItem(m_table->topLevelItem(0));
    Q_EMIT changed();
}

} // namespace ui::main_window
