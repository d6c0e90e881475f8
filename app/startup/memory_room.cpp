// SPDX-License-Identifier: GPL-3.0-or-later
/// Ends the program with a message where a limit on its address space (ulimit -v) leaves too little
/// for OpenBLAS.
///
/// When OpenBLAS is loaded it takes a buffer of 128 MiB for each core, and when it does not get one
/// it asks again for ever, before main() and with no way to be stopped but by a signal. So the
/// memory is asked for here, before any library is initialized, and given back.
/// Source: OpenBLAS 0.3.21, driver/others/memory.c, blas_memory_alloc.

#include <sched.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>

namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;
constexpr std::size_t kBufferOfOneCore = 128 * kMiB;
constexpr std::size_t kForAllElse = 64 * kMiB; ///< what the libraries take until main()
constexpr int kMostCores = 64;                 ///< that Debian's OpenBLAS uses

int cores() {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    const int count = CPU_COUNT(&set);
    return count < kMostCores ? count : kMostCores;
}

/// Decimal digits at the end of a buffer. @return where they begin
const char* digits(std::size_t number, char* end) {
    do {
        *--end = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number > 0);
    return end;
}

void say(const char* text, std::size_t length) {
    [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, text, length);
}

/// No library is initialized yet: only plain system calls may be used.
void checkRoom(int /*argc*/, char** /*argv*/, char** /*environment*/) {
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return;
    const std::size_t room = kBufferOfOneCore * static_cast<std::size_t>(cores()) + kForAllElse;
    void* place = mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (place != MAP_FAILED) {
        munmap(place, room);
        return;
    }
    constexpr const char* kBegin = "There is too little memory: the address space is limited to ";
    constexpr const char* kEnd = " MiB (ulimit -v). Raise the limit or take it away.\n";
    char buffer[24];
    const char* number = digits(limit.rlim_cur / kMiB, buffer + sizeof buffer);
    say(kBegin, std::strlen(kBegin));
    say(number, static_cast<std::size_t>(buffer + sizeof buffer - number));
    say(kEnd, std::strlen(kEnd));
    _exit(1);
}

} // namespace

[[gnu::section(".preinit_array"),
  gnu::used]] static void (*const kBeforeLibraries)(int, char**, char**) = checkRoom;
