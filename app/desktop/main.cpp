// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"
#include "app/desktop/frame_trace.h"
#include "core/inference/engine_catalog.h"
#include "ui/cases/case_desk.h"
#include "ui/main_window/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QSocketNotifier>
#include <QStandardPaths>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr const char* kTraceFrames = "trace-frames";

/// The signal handler writes a byte here; the event loop reads it and closes the window in order.
int g_signalPipe[2] = {-1, -1};

void closeOnSignals(QApplication& application) {
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, g_signalPipe) != 0)
        return;
    auto* notifier = new QSocketNotifier(g_signalPipe[1], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application,
                     [] { QApplication::closeAllWindows(); });
    const auto handler = [](int) {
        const char byte = 1;
        [[maybe_unused]] const auto written = ::write(g_signalPipe[0], &byte, 1);
    };
    std::signal(SIGTERM, handler);
    std::signal(SIGINT, handler);
}

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        "Tells photographs from generated and manipulated pictures, and shows why.");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QString::fromLatin1(kTraceFrames),
                      "Logs how long the window was busy with each event.", "file"});
    parser.addPositionalArgument("paths", "Pictures and folders to open.", "[PATHS...]");
}

/// Version and help need no screen.
bool asksForText(int argc, char** argv) {
    return std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        return argument == "--version" || argument == "-v" || argument == "--help" ||
               argument == "-h" || argument == "--help-all";
    });
}

/// Until the application stands, a fatal message means that Qt found no screen; its own way is to
/// abort.
void tellMissingScreen(QtMsgType type, const QMessageLogContext&, const QString& message) {
    std::fprintf(stderr, "%s\n", qPrintable(message));
    if (type != QtFatalMsg)
        return;
    std::fprintf(stderr, "clueglass: There is no screen that a window could open on. Start it in a "
                         "desktop session, or use clueglass-cli, which needs none.\n");
    std::_Exit(1);
}

QStringList absolute(const QStringList& paths) {
    QStringList result;
    for (const QString& path : paths)
        result << QFileInfo(path).absoluteFilePath();
    return result;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName("clueglass");
    QCoreApplication::setApplicationVersion(CLUEGLASS_VERSION);
    QCommandLineParser parser;
    describe(parser);
    if (asksForText(argc, argv)) {
        const QCoreApplication application(argc, argv);
        parser.process(application); // prints and ends the program
    }
    const QtMessageHandler usual = qInstallMessageHandler(tellMissingScreen);
    app::desktop::TracingApplication application(argc, argv);
    qInstallMessageHandler(usual);
    QApplication::setDesktopFileName("org.clueglass.Clueglass");
    QApplication::setWindowIcon(QIcon(":/icons/org.clueglass.Clueglass.svg"));
    parser.process(application);
    closeOnSignals(application);

    app::desktop::Composition composition(core::settings::defaultSettingsFile(),
                                          core::inference::makeEngine);
    if (parser.isSet(kTraceFrames) && !application.traceFrames(parser.value(kTraceFrames))) {
        std::fprintf(stderr, "The log %s cannot be written.\n",
                     qPrintable(parser.value(kTraceFrames)));
        return 2;
    }
    QObject::connect(composition.window()->cases(), &ui::cases::CaseDesk::opened, &application,
                     [&application] { application.note("case opened"); });
    QObject::connect(composition.window()->cases(), &ui::cases::CaseDesk::loaded, &application,
                     [&application] { application.note("all pictures of the case listed"); });
    composition.start();
    auto* window = composition.window();
    window->setScratchRoot(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
                           "/scratch");
    window->open(window->keptFromLastTime() + absolute(parser.positionalArguments()));
    return QApplication::exec();
}
