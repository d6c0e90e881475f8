// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engines/folder_check.h"

#include "ui/background/background_work.h"

#include <QFile>

#include <utility>

namespace ui::engines {

FolderCheck::FolderCheck(QObject* parent)
    : FolderCheck(
          [](const QString& folder, const QString& base) {
              return core::inference::inspectModelFolder(QFile::encodeName(folder).toStdString(),
                                                         QFile::encodeName(base).toStdString());
          },
          parent) {}

FolderCheck::FolderCheck(Inspect inspect, QObject* parent)
    : QObject(parent), m_inspect(std::move(inspect)) {}

void FolderCheck::start(const QString& folder, const QString& base) {
    const std::uint64_t id = ++m_latest;
    m_isRunning = true;
    background::run(
        this, [folder, base, inspect = m_inspect] { return inspect(folder, base); },
        [this, id, folder](const core::inference::ModelFolderReport& report) {
            if (m_latest != id)
                return;
            m_isRunning = false;
            Q_EMIT finished(folder, report);
        });
}

void FolderCheck::cancel() {
    ++m_latest;
    m_isRunning = false;
}

} // namespace ui::engines
