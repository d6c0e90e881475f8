// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace app::cli {

/// Makes `count` products on several threads and hands them over in order.
template <typename Product> class OrderedWork {
  public:
    /// Called on worker thread `worker` (from 0). Nothing: the work was cancelled.
    using Make = std::function<std::optional<Product>(std::size_t index, std::size_t worker,
                                                      std::stop_token stop)>;
    /// Called on the thread that runs run(). False ends the work.
    using Deliver = std::function<bool(std::size_t index, Product product)>;

    OrderedWork(Make make, Deliver deliver)
        : m_make(std::move(make)), m_deliver(std::move(deliver)) {}

    /// Returns when all is delivered or the work was stopped; what was finished by then is
    /// delivered in order, with gaps.
    void run(std::size_t count, std::size_t workers, std::stop_token stop) {
        m_slots.assign(count, std::nullopt);
        m_isFinished.assign(count, false);
        m_next = 0;
        m_active = workers;
        const std::stop_callback forward(std::move(stop), [this] { m_stop.request_stop(); });
        std::vector<std::jthread> threads;
        for (std::size_t worker = 0; worker < workers; ++worker)
            threads.emplace_back([this, worker] { work(worker); });
        for (std::size_t index = 0; index < count; ++index) {
            auto product = take(index);
            if (product && !m_deliver(index, std::move(*product))) {
                m_stop.request_stop();
                return;
            }
        }
    }

  private:
    void work(std::size_t worker) {
        while (!m_stop.stop_requested()) {
            std::size_t index = 0;
            {
                const std::lock_guard lock(m_mutex);
                if (m_next == m_slots.size())
                    break;
                index = m_next++;
            }
            auto product = m_make(index, worker, m_stop.get_token());
            const std::lock_guard lock(m_mutex);
            m_slots[index] = std::move(product);
            m_isFinished[index] = true;
            m_changed.notify_one();
        }
        const std::lock_guard lock(m_mutex);
        --m_active;
        m_changed.notify_one();
    }

    /// Waits for a product; nothing when it will never come.
    std::optional<Product> take(std::size_t index) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_isFinished[index] || m_active == 0; });
        return std::exchange(m_slots[index], std::nullopt);
    }

    Make m_make;
    Deliver m_deliver;
    std::stop_source m_stop;
    std::mutex m_mutex; ///< guards everything below
    std::condition_variable m_changed;
    std::vector<std::optional<Product>> m_slots;
    std::vector<bool> m_isFinished;
    std::size_t m_next = 0;
    std::size_t m_active = 0;
};

} // namespace app::cli
