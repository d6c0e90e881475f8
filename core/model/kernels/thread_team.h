// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace core::model {

/// Threads that work on the parts of one task together and sleep in between. (libtorch's own
/// at::parallel_for is serial in code that is not compiled for OpenMP.)
class ThreadTeam {
  public:
    /// The one of the process; starts no thread before it is needed.
    [[nodiscard]] static ThreadTeam& instance();

    ThreadTeam() = default;
    ~ThreadTeam();
    ThreadTeam(const ThreadTeam&) = delete;
    ThreadTeam& operator=(const ThreadTeam&) = delete;

    /// Splits 0 to `count` into contiguous ranges, some for each thread that libtorch is told to
    /// use (at::get_num_threads), and returns when all are done. A thread that is late finds its
    /// ranges taken by the others. Any thread may call; while the team is busy for another one the
    /// caller works alone. `work` must not throw, and must give the same whatever the ranges.
    void run(std::int64_t count,
             const std::function<void(std::int64_t first, std::int64_t last)>& work);

  private:
    void startWorkers(std::size_t count);
    void takeRanges();

    /// Which task is worked on, and how many of its ranges nobody has taken yet: one number, so
    /// that a thread that wakes late never takes a range of a task that it does not know.
    struct Ticket {
        std::uint32_t task = 0;
        std::uint32_t left = 0;
    };

    std::mutex m_mutex;
    std::vector<std::thread> m_workers;
    // Of the task that is worked on; changed only while none of its ranges is open.
    const std::function<void(std::int64_t, std::int64_t)>* m_work = nullptr;
    std::int64_t m_count = 0;
    std::int64_t m_ranges = 1;
    std::atomic<Ticket> m_ticket{};
    std::atomic<std::uint32_t> m_task{0}; ///< what the workers watch
    std::atomic<std::uint32_t> m_open{0}; ///< ranges that are not finished
    std::atomic<bool> m_isStopping{false};
};

} // namespace core::model
