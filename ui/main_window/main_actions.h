// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QKeySequence;
class QMainWindow;
class QMenu;
class QToolBar;

namespace ui::main_window {

/// Every action of the window with its keys, in its menu and with its name for the shortcuts list.
class MainActions : public QObject {
    Q_OBJECT

  public:
    explicit MainActions(QMainWindow* window);

    QAction* openFiles = nullptr;
    QAction* openFolder = nullptr;
    QAction* paste = nullptr;
    QAction* newCase = nullptr;
    QAction* openCase = nullptr;
    QAction* closeCase = nullptr;
    QAction* saveAsCase = nullptr; ///< what was opened without a case
    QAction* discard = nullptr;    ///< the same
    QAction* locate = nullptr;
    QAction* watch = nullptr;
    QMenu* recentCases = nullptr;
    QAction* exportPdf = nullptr;
    QAction* settings = nullptr;
    QAction* engines = nullptr;
    QAction* quit = nullptr;
    QAction* next = nullptr;
    QAction* previous = nullptr;
    QAction* first = nullptr;
    QAction* last = nullptr;
    QAction* goTo = nullptr;
    QAction* nextUnseen = nullptr;
    QAction* previousUnseen = nullptr;
    QAction* search = nullptr;
    QAction* filter = nullptr;
    QAction* arrange = nullptr;
    QAction* toggleStack = nullptr;
    QAction* toggleAllStacks = nullptr;
    QAction* pauseQueue = nullptr;
    QAction* cancelQueue = nullptr;
    QAction* examineAgain = nullptr;
    QAction* retryFailed = nullptr;
    QAction* copySentence = nullptr;
    QAction* fullScreen = nullptr;
    QAction* showGallery = nullptr;
    QAction* largerThumbnails = nullptr;
    QAction* smallerThumbnails = nullptr;
    QAction* showPanels = nullptr;
    QAction* compare = nullptr;
    QAction* shortcuts = nullptr;
    QAction* about = nullptr;

    /// Actions of other parts, for menus of their own; null: a separator.
    struct FeatureActions {
        QList<QAction*> view;   ///< of the review page
        QList<QAction*> edit;   ///< undo and redo
        QList<QAction*> review; ///< decisions about the picture on screen
        QList<QAction*> group;  ///< decisions about the selection
        QList<QAction*> annotate;
    };
    /// Says the key in each action's tool tip; again after keys were changed.
    void explainKeys();
    /// Whether there is a picture that actions can be about.
    void setHasPictures(bool has);
    /// Fills the menu bar and the tool bar.
    void fillMenus(QMainWindow* window, const FeatureActions& features);

    /// There from fillMenus() on.
    [[nodiscard]] QToolBar* toolBar() const { return m_toolBar; }
    /// Actions with a key, for the shortcuts list.
    [[nodiscard]] QList<QAction*> all() const { return m_all; }

  private:
    void adopt(QMainWindow* window, const QList<QAction*>& actions);
    void fillToolBar(const QList<QAction*>& viewActions);
    QAction* add(const QString& name, const QString& text, const QList<QKeySequence>& keys);

    QMainWindow* m_window;
    QToolBar* m_toolBar = nullptr;
    QList<QAction*> m_all;
};

} // namespace ui::main_window
