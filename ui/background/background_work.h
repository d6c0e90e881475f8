// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace ui::background {

/// Calls in the window's thread, from any thread, unless the receiver is gone by then.
template <typename Call> void callUnlessGone(const QPointer<QObject>& receiver, Call call) {
    // The application object outlives the pools' work.
    QMetaObject::invokeMethod(qApp, [receiver, call = std::move(call)]() mutable {
        if (receiver)
            call();
    });
}

/// Runs `work` on a pool and then `done` with its result in the window's thread, unless the
/// receiver is gone. Who can stop the work gives it a std::stop_token.
/// @param work  must not touch the receiver
template <typename Work, typename Done>
void run(QThreadPool& pool, QObject* receiver, Work work, Done done) {
    pool.start([receiver = QPointer<QObject>(receiver), work = std::move(work),
                done = std::move(done)]() mutable {
        callUnlessGone(receiver, [result = work(), done = std::move(done)]() mutable {
            done(std::move(result));
        });
    });
}

/// On the pool that all share.
template <typename Work, typename Done> void run(QObject* receiver, Work work, Done done) {
    run(*QThreadPool::globalInstance(), receiver, std::move(work), std::move(done));
}

} // namespace ui::background
