// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace core {

/// A value that is computed by whoever asks first; the others wait for it. Only success is kept:
/// what failed for want of memory may work later.
template <typename T> class ComputedOnce {
  public:
    /// @errors those of `compute`; Cancelled while waiting
    template <typename Compute> Result<T> get(const std::stop_token& stop, Compute compute) {
        std::unique_lock lock(m_mutex);
        if (!m_isFree.wait(lock, stop, [this] { return !m_isBusy; }))
            return cancelled();
        if (m_value)
            return *m_value;
        m_isBusy = true;
        lock.unlock();
        const Release release{*this};
        Result<T> result = compute();
        if (result) {
            const std::lock_guard keep(m_mutex);
            m_value = *result;
        }
        return result;
    }

    [[nodiscard]] std::optional<T> known() const {
        const std::lock_guard lock(m_mutex);
        return m_value;
    }

  private:
    struct Release {
        ComputedOnce& of;
        ~Release() {
            const std::lock_guard lock(of.m_mutex);
            of.m_isBusy = false;
            of.m_isFree.notify_all();
        }
    };

    mutable std::mutex m_mutex;
    std::condition_variable_any m_isFree;
    std::optional<T> m_value;
    bool m_isBusy = false;
};

} // namespace core
