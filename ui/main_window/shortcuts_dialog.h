// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;
class QKeySequence;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace ui::main_window {

class KeyBindings;

/// All actions with their keys in one list, to read and to change. A key that another action has
/// is not taken away from it: the dialog says whose it is.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

  public:
    /// @param keys  outlives the dialog
    explicit ShortcutsDialog(KeyBindings* keys, QWidget* parent = nullptr);

  Q_SIGNALS:
    void changed(); ///< an action has other keys now

  private:
    void fill();
    void showOnly(const QString& words);
    void chooseShown();
    [[nodiscard]] QAction* current() const;
    void take();
    void reset();
    void refuse(const QKeySequence& key, const QAction& owner);
    void addFixed();
    void resetAll();

    KeyBindings* m_keys;
    QLineEdit* m_search = nullptr;
    QTreeWidget* m_table = nullptr;
    QKeySequenceEdit* m_edit = nullptr;
    QPushButton* m_set = nullptr;
    QPushButton* m_reset = nullptr;
    QLabel* m_problem = nullptr;
};

} // namespace ui::main_window
