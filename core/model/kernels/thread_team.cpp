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
        while (m_workers.size() < count)
            m_workers.emplace_back([this, seen = m_task.load()]() mutable {
                while (true) {
                    awaitChange(m_task, seen);
                    if (m_isStopping)
                        return;
                    seen = m_task.load(std::memory_order_acquire);
                    takeRanges();
                }
            });
    } catch (const std::system_error&) {
        // The system gives no more threads; those that are there do the work.
    }
}

void ThreadTeam::takeRanges() {
    Ticket ticket = m_ticket.load(std::memory_order_acquire);
    while (ticket.left > 0) {
        if (!m_ticket.compare_exchange_weak(ticket, {ticket.task, ticket.left - 1},
                                            std::memory_order_acq_rel))
            continue;
        const std::int64_t range = m_ranges - ticket.left;
        (*m_work)(m_count * range / m_ranges, m_count * (range + 1) / m_ranges);
        if (--m_open == 0)
            m_open.notify_one();
        ticket = m_ticket.load(std::memory_order_acquire);
    }
}

void ThreadTeam::run(std::int64_t count,
                     const std::function<void(std::int64_t, std::int64_t)>& work) {
    const auto threads = std::min<std::int64_t>(at::get_num_threads(), count);
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (threads <= 1 || !lock.owns_lock()) {
        if (count > 0)
            work(0, count);
        return;
    }
    startWorkers(static_cast<std::size_t>(threads - 1));
    // Short ranges, because the end of a task is as late as its last range.
    constexpr std::int64_t kRangesPerThread = 8;
    m_work = &work;
    m_count = count;
    m_ranges = std::min(count, threads * kRangesPerThread);
    m_open = static_cast<std::uint32_t>(m_ranges);
    m_ticket = Ticket{m_task + 1, static_cast<std::uint32_t>(m_ranges)};
    ++m_task;
    m_task.notify_all();
    takeRanges();
    for (std::uint32_t open = m_open; open != 0; open = m_open)
        awaitChange(m_open, open);
}

} // namespace core::model
