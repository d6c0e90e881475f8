// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/engine_pool.h"
#include "app/cli/exit_codes.h"
#include "app/cli/model_command.h"
#include "app/cli/user_limits.h"
#include "core/model/blas_info.h"

#include <CLI/CLI.hpp>

#include <QApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <vector>

namespace {

using namespace app::cli;

/// How threads wait for each other; see app/startup/thread_waiting.cpp.
std::string waitingText() {
    if (const char* spins = std::getenv("GOMP_SPINCOUNT"))
        return std::string("GOMP_SPINCOUNT ") + spins;
    const char* policy = std::getenv("OMP_WAIT_POLICY");
    return std::string("wait policy ") + (policy == nullptr ? "not set" : policy);
}

std::string versionText() {
    if (const std::string warning = slowBlasWarning(); !warning.empty())
        StatusLine().say(warning);
    return std::string("clueglass-cli ") + CLUEGLASS_VERSION + "\nQt " + qVersion() +
           "\nlibtorch " + CLUEGLASS_TORCH_VERSION + "\nBLAS " + core::model::liveBlas().library +
           "\nOpenMP " + waitingText();
}

/// Qt's own remarks about the session are of no use here; real trouble is.
void printOnlyTrouble(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg)
        StatusLine().say(message.toStdString());
}

int runCommand(const std::vector<std::unique_ptr<Command>>& commands, CommandContext& context) {
    // Overlays, reports and plots are painted, which needs fonts and widgets but no screen.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(printOnlyTrouble);
    static char name[] = "clueglass-cli";
    std::array<char*, 2> arguments = {name, nullptr};
    int count = 1; // Qt would take its own options out of ours
    const QApplication application(count, arguments.data());
    // Qt asks for the user's locale, with which C libraries would write decimal commas.
    std::setlocale(LC_NUMERIC, "C");
    for (const auto& command : commands) {
        if (command->isChosen())
            return command->run(context);
    }
    return kWrongUsage;
}

/// Whether everything reached standard output. @return the program's exit code
int printedToTheEnd() {
    errno = 0;
    if (std::cout.flush() || errno == EPIPE)
        return kAllDone;
    StatusLine().say(std::string("The results could not be written: ") +
                     std::strerror(errno == 0 ? EIO : errno) + ".");
    return kSomeFailed;
}

} // namespace

int main(int argc, char** argv) {
    Interruption interruption;
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is noticed when writing
    CLI::App program("Says whether pictures are photographs, generated or manipulated, and shows "
                     "why.",
                     "clueglass-cli");
    program.set_version_flag("--version", versionText,
                             "Print the versions of program, Qt, libtorch and the BLAS in use");
    program.require_subcommand(1);
    program.footer(
        "Results go to standard output, everything else to standard error.\n"
        "Exit codes: 0 all done, 1 some images failed, 2 wrong usage, 3 the engine could "
        "not start, 130 interrupted.");
    std::vector<std::unique_ptr<Command>> commands;
    for (const auto make : {makeAnalyzeCommand, makeInspectCommand, makeCaseCommand,
                            makeReportCommand, makeBenchCommand, makeEvalCommand})
        commands.push_back(make(program));
    constexpr int kNotRun = -1;
    int modelExitCode = kNotRun;
    app::addModelCommand(program, interruption.token(), modelExitCode);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // Help and version are answers, everything else is wrong usage.
        const int code = program.exit(error, std::cout, std::cerr) == 0 ? kAllDone : kWrongUsage;
        return std::max(code, printedToTheEnd());
    }
    if (modelExitCode != kNotRun) // it ran while the words were parsed
        return std::max(modelExitCode, printedToTheEnd());
    Output output;
    StatusLine status;
    CommandContext context{interruption, output, status, userLimits()};
    try {
        return runCommand(commands, context);
    } catch (const std::exception& error) {
        status.say(std::string("An error that should not happen ended the program: ") +
                   error.what() + ".");
        return kSomeFailed;
    }
}
