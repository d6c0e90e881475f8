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
#include <csignal>
#include <cstdint>

namespace app::cli {

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
    while (true) {
        std::array<pollfd, 2> files = {{{m_signals, POLLIN, 0}, {m_end, POLLIN, 0}}};
        if (::poll(files.data(), files.size(), -1) < 0 && errno != EINTR)
            return;
        if (files[1].revents != 0)
            return;
        signalfd_siginfo info{};
        if ((files[0].revents & POLLIN) == 0 || ::read(m_signals, &info, sizeof info) <= 0)
            continue;
        if (m_stop.stop_requested())
            ::_exit(kInterrupted);
        m_stop.request_stop();
    }
}

} // namespace app::cli
