// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/thread_team.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <system_error>

namespace core::model {

namespace {

/// Waits until `value` is no longer `old`. The products of one token follow each other within 20 to
/// 200 microseconds, and waking a sleeping thread takes as long: so it is looked at for a while
/// before the thread sleeps.
void awaitChange(const std::atomic<std::uint32_t>& value, std::uint32_t old) {
    constexpr int kLooks = 16'000; // 0.2 to 0.6 milliseconds
    for (int look = 0; look < kLooks; ++look) {
        if (value.load(std::memory_order_acquire) != old)
            return;
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }
    value.wait(old);
}

} // namespace

ThreadTeam& ThreadTeam::instance() {
    static ThreadTeam team;
    return team;
}

ThreadTeam::~ThreadTeam() {
    m_isStopping = true;
    ++m_task;
    m_task.notify_all();
    for (std::thread& worker : m_workers)
        worker.join();
}

void ThreadTeam::startWorkers(std::size_t count) {
    try {
        while (m_workers.size() < count) {
            const auto part = static_cast<std::int64_t>(m_workers.size()) + 1;
            m_workers.emplace_back([this, part, seen = m_task.load()]() mutable {
                for (;; ++seen) {
                    awaitChange(m_task, seen);
                    if (m_isStopping)
                        return;
                    takePart(part);
                }
            });
        }
    } catch (const std::system_error&) {
        // The system gives no more threads; those that are there do the work.
    }
}

void ThreadTeam::takePart(std::int64_t part) {
    runPart(part);
    if (--m_busyWorkers == 0)
        m_busyWorkers.notify_one();
}

void ThreadTeam::runPart(std::int64_t part) const {
    if (part < m_parts)
        (*m_work)(m_count * part / m_parts, m_count * (part + 1) / m_parts);
}

void ThreadTeam::run(std::int64_t count,
                     const std::function<void(std::int64_t, std::int64_t)>& work) {
    const auto threads = std::min<std::int64_t>(at::get_num_threads(), count);
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (threads <= 1 || !lock.owns_lock()) {
        work(0, count);
        return;
    }
    startWorkers(static_cast<std::size_t>(threads - 1));
    m_work = &work;
    m_count = count;
    m_parts = std::min(threads, static_cast<std::int64_t>(m_workers.size()) + 1);
    m_busyWorkers = static_cast<std::uint32_t>(m_workers.size());
    ++m_task;
    m_task.notify_all();
    runPart(0);
    for (std::uint32_t busy = m_busyWorkers; busy != 0; busy = m_busyWorkers)
        awaitChange(m_busyWorkers, busy);
}

} // namespace core::model
