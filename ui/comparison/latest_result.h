// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/background/background_work.h"

#include <QObject>

#include <functional>
#include <utility>

namespace ui::comparison {

/// Computes in another thread, one thing at a time. What is asked for meanwhile replaces what was
/// asked for before it and has not begun.
template <typename Value> class LatestResult {
  public:
    explicit LatestResult(std::function<void(const Value&)> done) : m_done(std::move(done)) {}

    void ask(std::function<Value()> work) {
        if (m_isRunning)
            m_next = std::move(work);
        else
            start(std::move(work));
    }

  private:
    void start(std::function<Value()> work) {
        m_isRunning = true;
        background::run(&m_receiver, std::move(work), [this](const Value& value) {
            m_isRunning = false;
            if (m_next)
                start(std::exchange(m_next, {}));
            else
                m_done(value);
        });
    }

    std::function<void(const Value&)> m_done;
    std::function<Value()> m_next;
    bool m_isRunning = false;
    QObject m_receiver; ///< nothing is delivered after this
};

} // namespace ui::comparison
