// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace app::cli {

/// Turns Ctrl-C (SIGINT) and SIGTERM into a request to stop. The second one ends the program at
/// once, and so do five seconds after the first. To be made before any other thread, because
/// threads inherit which signals they leave to it.
class Interruption {
  public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    [[nodiscard]] bool isRequested() const { return m_stop.stop_requested(); }
    void request() { m_stop.request_stop(); }

  private:
    void listen() const;

    mutable std::stop_source m_stop;
    int m_signals = -1; ///< readable when a signal came
    int m_end = -1;     ///< readable when the listener shall end
    std::thread m_listener;
};

} // namespace app::cli
