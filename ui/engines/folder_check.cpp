// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engines/folder_check.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace ui::engines {

FolderCheck::FolderCheck(QObject* parent)
    : FolderCheck(
          [](const QString& folder) {
              return core::inference::inspectModelFolder(QFile::encodeName(folder).toStdString());
          },
          parent) {}

FolderCheck::FolderCheck(Inspect inspect, QObject* parent)
    : QObject(parent), m_inspect(std::move(inspect)) {}

void FolderCheck::start(const QString& folder) {
    const std::uint64_t id = ++m_latest;
    m_isRunning = true;
    const QPointer<FolderCheck> self(this);
    QThreadPool::globalInstance()->start([self, id, folder, inspect = m_inspect] {
        const auto report = inspect(folder);
        QMetaObject::invokeMethod(qApp, [self, id, folder, report] {
            if (!self || self->m_latest != id)
                return;
            self->m_isRunning = false;
            Q_EMIT self->finished(folder, report);
        });
    });
}

void FolderCheck::cancel() {
    ++m_latest;
    m_isRunning = false;
}

} // namespace ui::engines
