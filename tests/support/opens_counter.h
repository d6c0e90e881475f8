// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <filesystem>

namespace tests {

/// Counts how often a file is opened, by anybody on this machine.
class OpensCounter {
  public:
    explicit OpensCounter(const std::filesystem::path& file)
        : m_queue(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
          m_watch(inotify_add_watch(m_queue, file.c_str(), IN_OPEN | IN_ACCESS | IN_CLOSE)) {}
    ~OpensCounter() { ::close(m_queue); }
    OpensCounter(const OpensCounter&) = delete;
    OpensCounter& operator=(const OpensCounter&) = delete;

    [[nodiscard]] bool isWatching() const { return m_watch >= 0; }

    /// Since the counter was made. Two opens without a read between them may count as one.
    int count() {
        std::array<char, 4096> events{};
        for (ssize_t got; (got = ::read(m_queue, events.data(), events.size())) > 0;) {
            for (ssize_t at = 0; at < got;) {
                inotify_event event{};
                std::memcpy(&event, events.data() + at, sizeof event);
                m_count += (event.mask & IN_OPEN) != 0 ? 1 : 0;
                at += static_cast<ssize_t>(sizeof event) + event.len;
            }
        }
        return m_count;
    }

  private:
    int m_queue;
    int m_watch;
    int m_count = 0;
};

} // namespace tests
