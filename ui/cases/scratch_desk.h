// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

class QWidget;

namespace ui::cases {

class CaseDesk;

/// Pictures that were opened without a case. They go into a scratch case of the program's own, so
/// that results, decisions and annotations outlive a quit or a crash, until the user saves it as a
/// case or discards it.
class ScratchDesk : public QObject {
    Q_OBJECT

  public:
    /// @param cases   outlives the desk
    /// @param window  parent of its dialogs
    ScratchDesk(CaseDesk* cases, QWidget* window);

    /// Where scratch cases are kept; until this is said there are none, and pictures are loose.
    void setRoot(const QString& folder);
    /// The scratch case of the last time; empty: none.
    [[nodiscard]] QString kept() const;
    /// Whether the case that is open is a scratch case.
    [[nodiscard]] bool isOpen() const;
    /// Takes files into a new scratch case, or the one kept. @return false: they stay loose
    bool takeIn(const QStringList& files);
    void askToSave(const QString& place);
    void saveAs(const QString& folder);
    void askToDiscard();
    /// Before it is closed: save, discard, or not at all.
    void askWhatToDo(const QString& place);

  Q_SIGNALS:
    void inUse(); ///< another window of the program has the one of the last time

  private:
    void begin();
    void discard();

    CaseDesk* m_cases;
    QWidget* m_window;
    QString m_root;
    bool m_isBeginning = false; ///< one is being opened or made
    bool m_isKeptInUse = false; ///< by another window of the program
    QStringList m_waiting;      ///< files for it
};

} // namespace ui::cases
