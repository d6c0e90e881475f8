// SPDX-License-Identifier: GPL-3.0-or-later
/// Makes libtorch's and OpenBLAS's OpenMP threads sleep while they wait for each other.
///
/// By default GNU's libgomp spins for milliseconds at every barrier. As soon as another program
/// wants a core as well, the spinning thread keeps the working one off it: beside a compiler on two
/// cores the learned detector took 7.7 s for a 12-megapixel picture instead of 1.4 s. libgomp reads
/// its setting once, when it is loaded, hence before main(). So the program starts itself anew with
/// the setting in its environment, before any library is initialized; that costs about 30 ms.
/// Source: libgomp manual, "OMP_WAIT_POLICY" and "GOMP_SPINCOUNT".

#include <unistd.h>

#include <climits>
#include <cstddef>
#include <cstring>

namespace {

constexpr const char* kSetting = "OMP_WAIT_POLICY=PASSIVE";
constexpr std::size_t kMostVariables = 4000;

bool starts(const char* variable, const char* name) {
    return std::strncmp(variable, name, std::strlen(name)) == 0;
}

/// No library is initialized yet: only plain system calls and memory of our own may be used.
void restartWithSleepingThreads(int /*argc*/, char** argv, char** environment) {
    static const char* extended[kMostVariables + 2];
    std::size_t count = 0;
    for (; environment[count] != nullptr; ++count) {
        // The user's own choice stands; this is also how the second start is known.
        if (starts(environment[count], "OMP_WAIT_POLICY=") ||
            starts(environment[count], "GOMP_SPINCOUNT=") || count == kMostVariables)
            return;
        extended[count] = environment[count];
    }
    extended[count] = kSetting;
    // The resolved name, so that process lists show the program's own.
    static char program[PATH_MAX + 1];
    const ssize_t length = readlink("/proc/self/exe", program, PATH_MAX);
    if (length <= 0)
        return;
    execve(program, argv, const_cast<char**>(extended));
    // Without the restart the program works as well, only slower on a busy machine.
}

} // namespace

// .preinit_array is for executables only and runs before the constructors of all shared libraries
// (System V ABI, "Initialization and Termination Functions").
[[gnu::section(".preinit_array"),
  gnu::used]] static void (*const kBeforeLibraries)(int, char**,
                                                    char**) = restartWithSleepingThreads;
