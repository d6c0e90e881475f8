// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/path_scanner.h"

#include "core/image/folder_scanner.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QThreadPool>

#include <filesystem>
#include <vector>

namespace ui::main_window {

namespace {

QStringList toStrings(const std::vector<std::filesystem::path>& files) {
    QStringList strings;
    for (const auto& file : files)
        strings << QFile::decodeName(QByteArray::fromStdString(file.string()));
    return strings;
}

} // namespace

PathScanner::PathScanner(QObject* parent) : QObject(parent) {}

PathScanner::~PathScanner() {
    m_stop.request_stop();
}

void PathScanner::cancel() {
    m_stop.request_stop();
    m_stop = {};
}

void PathScanner::scan(const QStringList& paths) {
    const QPointer<PathScanner> self(this);
    QThreadPool::globalInstance()->start([self, paths, stop = m_stop.get_token()] {
        QStringList problems;
        const auto deliver = [self, stop](const std::vector<std::filesystem::path>& files) {
            QMetaObject::invokeMethod(qApp, [self, stop, batch = toStrings(files)] {
                if (self && !stop.stop_requested())
                    Q_EMIT self->found(batch);
            });
        };
        for (const QString& path : paths) {
            const std::filesystem::path start = QFile::encodeName(path).toStdString();
            auto scan = core::image::scanFolder(start, core::image::Descend::Yes, deliver, stop);
            if (!scan) {
                problems << QString::fromStdString(scan.error().message);
                continue;
            }
            for (const core::Error& problem : scan->problems)
                problems << QString::fromStdString(problem.message);
        }
        QMetaObject::invokeMethod(qApp, [self, problems] {
            if (self)
                Q_EMIT self->finished(problems);
        });
    });
}

} // namespace ui::main_window
