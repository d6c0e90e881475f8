// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include "app/cli/exit_codes.h"

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <optional>
#include <string_view>

namespace app::cli {

namespace {

/// All work looks at the stop token within fractions of a second. What hangs in a library, as
/// OpenBLAS does when it gets no memory, never does.
constexpr std::chrono::seconds kPatience{5};

} // namespace

Interruption::Interruption() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_signals = ::signalfd(-1, &signals, SFD_CLOEXEC);
    m_end = ::eventfd(0, EFD_CLOEXEC);
    m_listener = std::thread([this] { listen(); });
}

Interruption::~Interruption() {
    const std::uint64_t one = 1;
    if (::write(m_end, &one, sizeof one) == sizeof one)
        m_listener.join();
    else
        m_listener.detach();
    ::close(m_signals);
    ::close(m_end);
}

void Interruption::listen() const {
    using Clock = std::chrono::steady_clock;
    std::optional<Clock::time_point> last; // until which the program may tidy up
    while (true) {
        std::array<pollfd, 2> files = {{{m_signals, POLLIN, 0}, {m_end, POLLIN, 0}}};
        const auto left = last ? std::chrono::ceil<std::chrono::milliseconds>(*last - Clock::now())
                               : std::chrono::milliseconds(-1);
        if (last && left.count() <= 0) {
            constexpr std::string_view kWhy = "clueglass-cli: ended, because it did not stop "
                                              "within five seconds.\n";
            [[maybe_unused]] const auto said = ::write(STDERR_FILENO, kWhy.data(), kWhy.size());
            ::_exit(kInterrupted);
        }
        if (::poll(files.data(), files.size(), static_cast<int>(left.count())) < 0 &&
            errno != EINTR)
            return;
        if (files[1].revents != 0)
            return;
        signalfd_siginfo info{};
        if ((files[0].revents & POLLIN) == 0 || ::read(m_signals, &info, sizeof info) <= 0)
            continue;
        if (m_stop.stop_requested())
            ::_exit(kInterrupted);
        last = Clock::now() + kPatience;
        m_stop.request_stop();
    }
}

} // namespace app::cli
