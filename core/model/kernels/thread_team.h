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

    /// Splits 0 to `count` into contiguous ranges, one for each thread that libtorch is told to use
    /// (at::get_num_threads), and returns when all are done. Any thread may call; while the team is
    /// busy for another one the caller works alone. `work` must not throw, and must give the same
    /// whatever the ranges.
    void run(std::int64_t count,
             const std::function<void(std::int64_t first, std::int64_t last)>& work);

  private:
    void startWorkers(std::size_t count);
    void takePart(std::int64_t part);
    void runPart(std::int64_t part) const;

    std::mutex m_mutex;
    std::vector<std::thread> m_workers;
    const std::function<void(std::int64_t, std::int64_t)>* m_work = nullptr;
    std::int64_t m_count = 0;
    std::int64_t m_parts = 1;
    std::atomic<std::uint32_t> m_task{0};
    std::atomic<std::uint32_t> m_busyWorkers{0};
    std::atomic<bool> m_isStopping{false};
};

} // namespace core::model
