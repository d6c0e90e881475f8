// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace ui::comparison {

/// Computes in another thread, one thing at a time. What is asked for meanwhile replaces what was
/// asked for before it and has not begun.
template <typename Value> class LatestResult {
  public:
    explicit LatestResult(std::function<void(const Value&)> done) : m_done(std::move(done)) {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] {
            if (m_next)
                start(std::exchange(m_next, {}));
            else if (m_watcher.future().resultCount() > 0)
                m_done(m_watcher.result());
        });
    }

    void ask(std::function<Value()> work) {
        if (m_watcher.isRunning())
            m_next = std::move(work);
        else
            start(std::move(work));
    }

  private:
    void start(std::function<Value()> work) {
        const auto promise = std::make_shared<QPromise<Value>>();
        m_watcher.setFuture(promise->future());
        promise->start();
        QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
            promise->addResult(work());
            promise->finish();
        });
    }

    std::function<void(const Value&)> m_done;
    std::function<Value()> m_next;
    QFutureWatcher<Value> m_watcher;
};

} // namespace ui::comparison
