// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_drop.h"

#include "ui/main_window/dropped_paths.h"
#include "ui/main_window/picture_intake.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QWidget>

namespace ui::main_window {

WindowDrop::WindowDrop(QWidget* window) : QObject(window) {
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool WindowDrop::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::DragEnter) {
        auto* drag = static_cast<QDragEnterEvent*>(event);
        if (!PictureIntake::accepts(drag->mimeData()))
            return false;
        drag->acceptProposedAction();
        m_isAddress = holdsOnlyAddress(drag->mimeData());
        Q_EMIT hovering(true);
        return true;
    }
    if (event->type() == QEvent::DragLeave) {
        Q_EMIT hovering(false);
        return true;
    }
    if (event->type() == QEvent::Drop) {
        auto* drop = static_cast<QDropEvent*>(event);
        // Evidence is only ever read: also when the other program offers to move the files here.
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        Q_EMIT hovering(false);
        Q_EMIT dropped(drop->mimeData());
        return true;
    }
    return false;
}

} // namespace ui::main_window
