// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"
#include "core/inference/analysis_queue.h"
#include "core/inference/engine_catalog.h"
#include "core/settings/settings.h"
#include "tests/screenshots/scenes.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFont>
#include <QIcon>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <span>
#include <utility>

using core::inference::JobState;

namespace {

struct Shot {
    const char* name;
    QSize size;
};

constexpr int kPatienceMs = 300'000;

void settle(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

bool waitForResults(const core::inference::AnalysisQueue& queue, int pictures) {
    QElapsedTimer timer;
    timer.start();
    while (queue.count(JobState::Done) + queue.count(JobState::Failed) < pictures) {
        if (timer.elapsed() > kPatienceMs)
            return false;
        settle(50);
    }
    return true;
}

bool shoot(ui::main_window::MainWindow* window, const QString& file) {
    settle(700); // the picture is loaded on a thread of its own
    if (!window->grab().save(file)) {
        std::fprintf(stderr, "%s cannot be written.\n", qPrintable(file));
        return false;
    }
    std::printf("%s\n", qPrintable(file));
    return true;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: take_screenshots FOLDER [FONT PERCENT]\n");
        return 2;
    }
    // Before there is a window, as a desktop does it.
    const int percent = argc > 2 ? std::atoi(argv[2]) : 100;
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    QApplication::setFont(font);
    QDir().mkpath(argv[1]);
    const QDir out(argv[1]);
    const QTemporaryDir own;
    const QStringList files = screenshots::writeScenes(own.filePath("pictures"));
    app::desktop::Composition composition(own.filePath("settings.ini").toStdString(),
                                          core::inference::makeEngine);
    composition.start();
    auto* window = composition.window();
    window->resize(1280, 800);
    const bool isDouble = window->devicePixelRatioF() > 1.5;
    if (!shoot(window, out.filePath(isDouble         ? "start-2x.png"
                                    : percent != 100 ? "start-font-150.png"
                                                     : "start.png")))
        return 1;
    window->open(files);
    if (!waitForResults(*composition.queue(), static_cast<int>(files.size()))) {
        std::fprintf(stderr, "The pictures were not examined in time.\n");
        return 1;
    }
    auto* gallery = window->findChild<ui::gallery::GalleryPanel*>("galleryPanel");
    const Shot plain[] = {{"1280x800", {1280, 800}}, {"900x600", {900, 600}}};
    const Shot twice[] = {{"2x", {1280, 800}}};
    const Shot large[] = {{"font-150", {1280, 800}}};
    const std::span<const Shot> shots = isDouble         ? std::span<const Shot>(twice)
                                        : percent != 100 ? std::span<const Shot>(large)
                                                         : std::span<const Shot>(plain);
    for (const auto& [theme, word] : {std::pair(core::settings::Theme::Light, "light"),
                                      std::pair(core::settings::Theme::Dark, "dark")}) {
        ui::theme::apply(application, theme);
        for (const Shot& shot : shots) {
            window->resize(shot.size);
            for (int row = 0; row < 3; ++row) {
                gallery->select(row);
                const QString name = QString("%1-%2-%3.png").arg(shot.name, word).arg(row + 1);
                if (!shoot(window, out.filePath(name)))
                    return 1;
            }
        }
    }
    return 0;
}
