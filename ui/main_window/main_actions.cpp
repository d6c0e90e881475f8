// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_actions.h"

#include "ui/main_window/menu_letters.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include <utility>

namespace ui::main_window {

MainActions::MainActions(QMainWindow* window) : QObject(window), m_window(window) {
    openFiles = add("openFiles", tr("&Open pictures…"), {QKeySequence::Open});
    openFolder = add("openFolder", tr("Open &folder…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O});
    paste = add("paste", tr("&Paste pictures"), {QKeySequence::Paste});
    newCase = add("newCase", tr("&New case…"), {QKeySequence::New});
    openCase = add("openCase", tr("Open &case…"), {Qt::CTRL | Qt::ALT | Qt::Key_O});
    closeCase = add("closeCase", tr("C&lose the case"), {Qt::CTRL | Qt::Key_W});
    saveAsCase = add("saveAsCase", tr("Sa&ve as case…"), {QKeySequence::Save});
    discard = add("discardUnsaved", tr("&Discard the unsaved pictures…"), {});
    locate = add("locateMissing", tr("Find &missing pictures again…"), {});
    watch = add("watchFolder", tr("&Watch a folder for new pictures…"), {});
    watch->setCheckable(true);
    for (QAction* action : {closeCase, saveAsCase, discard, locate, watch})
        action->setEnabled(false);
    exportPdf = add("exportPdf", tr("&Export PDF report…"), {Qt::CTRL | Qt::Key_E});
    settings = add("settings", tr("&Settings…"), {Qt::CTRL | Qt::Key_Comma});
    engines = add("engines", tr("E&ngines…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E});
    quit = add("quit", tr("&Quit"), {Qt::CTRL | Qt::Key_Q});
    next = add("nextPicture", tr("&Next picture"), {Qt::Key_Right, Qt::Key_Space});
    previous =
        add("previousPicture", tr("&Previous picture"), {Qt::Key_Left, Qt::SHIFT | Qt::Key_Space});
    first = add("firstPicture", tr("&First picture"), {Qt::Key_Home});
    last = add("lastPicture", tr("&Last picture"), {Qt::Key_End});
    goTo = add("goToPicture", tr("&Go to picture…"), {Qt::CTRL | Qt::Key_G});
    nextUnseen = add("nextUnseen", tr("Next unre&viewed picture"), {Qt::CTRL | Qt::Key_Right});
    previousUnseen =
        add("previousUnseen", tr("Previous &unreviewed picture"), {Qt::CTRL | Qt::Key_Left});
    search = add("search", tr("&Search the pictures"), {Qt::CTRL | Qt::Key_F});
    filter = add("filter", tr("&Filter the pictures"), {Qt::CTRL | Qt::SHIFT | Qt::Key_F});
    arrange = add("arrange", tr("Filter and sort &again"), {Qt::SHIFT | Qt::Key_F5});
    toggleStack = add("toggleStack", tr("&Open or close the stack"), {Qt::Key_S});
    toggleAllStacks =
        add("toggleAllStacks", tr("Open or close a&ll stacks"), {Qt::SHIFT | Qt::Key_S});
    pauseQueue = add("pauseQueue", tr("Pause or &resume"), {Qt::CTRL | Qt::SHIFT | Qt::Key_P});
    cancelQueue = add("cancelQueue", tr("&Cancel all"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    examineAgain = add("examineAgain", tr("E&xamine again"), {Qt::Key_F5});
    retryFailed = add("retryFailed", tr("Re&try failed"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R});
    copySentence = add("copySentence", tr("&Copy the verdict as a sentence"),
                       {Qt::CTRL | Qt::ALT | Qt::Key_S});
    fullScreen = add("fullScreen", tr("F&ull screen"), {Qt::Key_F11});
    fullScreen->setCheckable(true);
    showGallery = add("showGallery", tr("Show the &thumbnails"), {Qt::CTRL | Qt::Key_T});
    showGallery->setCheckable(true);
    showGallery->setChecked(true);
    largerThumbnails = add("largerThumbnails", tr("&Larger thumbnails"), {Qt::CTRL | Qt::Key_Plus});
    smallerThumbnails =
        add("smallerThumbnails", tr("S&maller thumbnails"), {Qt::CTRL | Qt::Key_Minus});
    // Also the key Tab, but only on the picture: elsewhere it goes from field to field.
    showPanels = add("showPanels", tr("Show all &panels"), {Qt::SHIFT | Qt::Key_F11});
    showPanels->setCheckable(true);
    showPanels->setChecked(true);
    compare = add("compare", tr("&Compare pictures…"), {Qt::CTRL | Qt::ALT | Qt::Key_C});
    shortcuts = add("shortcuts", tr("&Keyboard shortcuts"), {Qt::Key_F1, Qt::Key_Question});
    about = add("about", tr("&About Clueglass"), {});
    openFiles->setIcon(theme::icon("open"));
    openFolder->setIcon(theme::icon("folder"));
    exportPdf->setIcon(theme::icon("export-pdf"));
    settings->setIcon(theme::icon("settings"));
    quit->setMenuRole(QAction::QuitRole);
    settings->setMenuRole(QAction::PreferencesRole);
    about->setMenuRole(QAction::AboutRole);
}

QAction* MainActions::add(const QString& name, const QString& text,
                          const QList<QKeySequence>& keys) {
    auto* action = new QAction(text, m_window);
    action->setObjectName(name);
    action->setShortcuts(keys);
    m_window->addAction(action);
    m_all << action;
    return action;
}

void MainActions::adopt(QMainWindow* window, const QList<QAction*>& actions) {
    for (QAction* action : actions) {
        if (action == nullptr)
            continue;
        window->addAction(action);
        m_all << action;
    }
}

namespace {

void fill(QMenu* menu, const QList<QAction*>& actions) {
    for (QAction* action : actions) {
        if (action != nullptr)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
}

} // namespace

void MainActions::fillMenus(QMainWindow* window, const FeatureActions& features) {
    QMenuBar* bar = window->menuBar();
    QMenu* file = bar->addMenu(tr("&File"));
    file->addActions({openFiles, openFolder, paste});
    file->addSeparator();
    file->addActions({newCase, openCase});
    recentCases = file->addMenu(tr("&Recent cases"));
    file->addActions({saveAsCase, watch, locate, closeCase, discard});
    file->addSeparator();
    file->addAction(exportPdf);
    file->addSeparator();
    file->addActions({engines, settings, quit});
    fill(bar->addMenu(tr("&Edit")), features.edit);
    QMenu* picture = bar->addMenu(tr("P&icture"));
    picture->addActions({next, previous, nextUnseen, previousUnseen, first, last, goTo});
    picture->addSeparator();
    picture->addActions({search, filter, arrange, toggleStack, toggleAllStacks});
    picture->addSeparator();
    picture->addAction(copySentence);
    QMenu* review = bar->addMenu(tr("&Review"));
    fill(review, features.review);
    fill(review->addMenu(tr("&Selected pictures and identical files")), features.group);
    fill(bar->addMenu(tr("&Annotate")), features.annotate);
    QMenu* view = bar->addMenu(tr("&View"));
    view->addActions(features.view);
    view->addSeparator();
    view->addActions(
        {compare, showGallery, largerThumbnails, smallerThumbnails, showPanels, fullScreen});
    QMenu* queue = bar->addMenu(tr("&Queue"));
    queue->addActions({pauseQueue, cancelQueue, examineAgain, retryFailed});
    QMenu* help = bar->addMenu(tr("&Help"));
    help->addActions({shortcuts, about});
    makeLettersUnique(bar->actions());
    for (const auto* actions :
         {&features.edit, &features.review, &features.group, &features.annotate, &features.view})
        adopt(window, *actions);
    m_toolBar = window->addToolBar(tr("Main tool bar"));
    fillToolBar(features.view);
}

void MainActions::explainKeys() {
    for (QAction* action : m_all) {
        const QString text = action->iconText();
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key));
    }
}

void MainActions::setHasPictures(bool has) {
    for (QAction* action :
         {next, previous, first, last, goTo, nextUnseen, previousUnseen, search, filter, arrange,
          toggleStack, toggleAllStacks, examineAgain, copySentence, compare, exportPdf})
        action->setEnabled(has);
}

void MainActions::fillToolBar(const QList<QAction*>& viewActions) {
    m_toolBar->setObjectName("mainToolBar");
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->addActions({openFiles, openFolder, exportPdf, compare});
    m_toolBar->addSeparator();
    const std::pair<const char*, const char*> iconOf[] = {{"zoomIn", "zoom-in"},
                                                          {"zoomOut", "zoom-out"},
                                                          {"fit", "zoom-fit"},
                                                          {"showHeat", "heat"},
                                                          {"showRegions", "regions"},
                                                          {"nextLayer", "layers"},
                                                          {"originalSize", "zoom-original"}};
    for (QAction* action : viewActions) {
        for (const auto& [name, icon] : iconOf) {
            if (action->objectName() == name)
                action->setIcon(theme::icon(icon));
        }
        const QString name = action->objectName();
        if (name == "fit" || name == "originalSize" || name == "showHeat" ||
            name == "showRegions" || name == "nextLayer")
            m_toolBar->addAction(action);
    }
}

} // namespace ui::main_window
