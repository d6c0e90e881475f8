// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/folder_watch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace ui::cases {

namespace {

/// A folder of 100,000 files may take a second to look through; most of the time is for others.
constexpr qint64 kRestPerLook = 10;

} // namespace

FolderWatch::FolderWatch(QObject* parent, int pauseMs) : QObject(parent), m_pauseMs(pauseMs) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FolderWatch::look);
    connect(&m_look, &QFutureWatcherBase::finished, this, [this] {
        if (m_look.future().resultCount() > 0)
            take(m_look.result());
    });
}

FolderWatch::~FolderWatch() {
    m_stop.request_stop();
}

void FolderWatch::start(const QString& folder, std::set<std::string> known) {
    stop();
    m_folder = folder;
    m_files = std::make_shared<core::cases::NewFiles>(QFile::encodeName(folder).toStdString(),
                                                      std::move(known));
    m_timer.start(0);
}

void FolderWatch::stop() {
    m_stop.request_stop();
    m_stop = {};
    m_timer.stop();
    m_folder.clear();
    m_lastProblem.clear();
    m_files.reset();
}

void FolderWatch::look() {
    const auto promise = std::make_shared<QPromise<Look>>();
    m_look.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, files = m_files, stop = m_stop.get_token()] {
        QElapsedTimer timer;
        timer.start();
        Look look;
        const auto found = files->look(stop);
        if (found)
            for (const auto& file : *found)
                look.files << QFile::decodeName(QByteArray::fromStdString(file.string()));
        else if (found.error().code != core::ErrorCode::Cancelled)
            look.problem = QString::fromStdString(found.error().message);
        look.milliseconds = timer.elapsed();
        promise->addResult(look);
        promise->finish();
    });
}

void FolderWatch::take(const Look& look) {
    if (!m_files)
        return;
    if (!look.files.isEmpty())
        Q_EMIT arrived(look.files);
    if (!look.problem.isEmpty() && look.problem != m_lastProblem)
        Q_EMIT failed(look.problem);
    m_lastProblem = look.problem;
    m_timer.start(std::max<qint64>(m_pauseMs, kRestPerLook * look.milliseconds));
}

} // namespace ui::cases
