// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/folder_watch.h"

#include "core/base/readable_bytes.h"

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

void FolderWatch::Look::take(const std::vector<core::cases::NewFile>& found,
                             const std::vector<core::Error>& leftOut) {
    for (const core::cases::NewFile& file : found) {
        const QString name = QString::fromStdString(core::readableBytes(file.path.string()));
        if (!core::isUtf8(file.path.string())) {
            notes << tr("The name of %1 is not valid UTF-8, so it is not taken in. Rename it, or "
                        "take it in as a copy on the command line.")
                         .arg(name);
            continue;
        }
        files << name;
        if (file.hasChanged)
            notes << tr("%1 changed after it was taken in; it is taken in again.").arg(name);
        if (!file.isWhole)
            notes << tr("%1 lacks its end, and nothing was added to it for a minute; it is taken "
                        "in as it is.")
                         .arg(name);
    }
    for (const core::Error& error : leftOut)
        leftOutNotes << QString::fromStdString(error.message);
}

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

void FolderWatch::start(const QString& folder, std::map<std::string, std::uintmax_t> known,
                        const core::image::DecodeLimits& limits) {
    stop();
    m_folder = folder;
    m_files = std::make_shared<core::cases::NewFiles>(QFile::encodeName(folder).toStdString(),
                                                      std::move(known), limits);
    m_timer.start(0);
}

void FolderWatch::stop() {
    m_stop.request_stop();
    m_stop = {};
    m_timer.stop();
    m_folder.clear();
    m_lastProblem.clear();
    m_told.clear();
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
            look.take(*found, files->problems());
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
    QStringList notes = look.notes;
    for (const QString& note : look.leftOutNotes)
        if (!m_told.contains(note)) {
            m_told << note;
            notes << note;
        }
    if (!notes.isEmpty())
        Q_EMIT noticed(notes.join('\n'));
    if (!look.problem.isEmpty() && look.problem != m_lastProblem)
        Q_EMIT failed(look.problem);
    m_lastProblem = look.problem;
    m_timer.start(std::max<qint64>(m_pauseMs, kRestPerLook * look.milliseconds));
}

} // namespace ui::cases
