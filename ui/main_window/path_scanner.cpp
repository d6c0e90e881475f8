// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/path_scanner.h"

#include "core/base/readable_bytes.h"
#include "core/image/folder_scanner.h"
#include "ui/background/background_work.h"

#include <QFile>
#include <QPointer>

#include <filesystem>
#include <vector>

namespace ui::main_window {

namespace {

/// Names that the window cannot hold are left out here; problemsWith() names them.
QStringList toStrings(const std::vector<std::filesystem::path>& files) {
    QStringList strings;
    for (const auto& file : files)
        if (core::isUtf8(file.string()))
            strings << QFile::decodeName(QByteArray::fromStdString(file.string()));
    return strings;
}

QStringList problemsWith(const std::vector<std::filesystem::path>& files) {
    QStringList problems;
    for (const auto& file : files)
        if (!core::isUtf8(file.string()))
            problems << PathScanner::tr("The name of %1 is not valid UTF-8, so the window cannot "
                                        "open it. Rename it, or examine it on the command line.")
                            .arg(QString::fromStdString(core::readableBytes(file.string())));
    return problems;
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
    const std::stop_token stop = m_stop.get_token();
    const auto deliver = [this, receiver = QPointer<QObject>(this),
                          stop](const std::vector<std::filesystem::path>& files) {
        background::callUnlessGone(receiver, [this, stop, batch = toStrings(files)] {
            if (!stop.stop_requested())
                Q_EMIT found(batch);
        });
    };
    const auto work = [paths, stop, deliver] {
        QStringList problems;
        for (const QString& path : paths) {
            const std::filesystem::path start = QFile::encodeName(path).toStdString();
            auto scan = core::image::scanFolder(start, core::image::Descend::Yes, deliver, stop);
            if (!scan) {
                problems << QString::fromStdString(scan.error().message);
                continue;
            }
            for (const core::Error& problem : scan->problems)
                problems << QString::fromStdString(core::readableBytes(problem.message));
            problems << problemsWith(scan->files);
            if (scan->others.empty())
                continue;
            // Rows for them too: nothing of a folder is left out unseen.
            deliver(scan->others);
            //: %1 folder
            problems << tr("%n file(s) in %1 are hidden or no pictures by name and content; each "
                           "has a row that says what it is.",
                           nullptr, static_cast<int>(scan->others.size()))
                            .arg(path);
        }
        return problems;
    };
    background::run(this, work, [this](const QStringList& problems) { Q_EMIT finished(problems); });
}

} // namespace ui::main_window
