// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"

#include "app/desktop/translators.h"
#include "core/inference/analysis_queue.h"
#include "core/model/blas_info.h"
#include "ui/main_window/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPointer>

#include <utility>

namespace app::desktop {

using core::inference::AnalysisQueue;
using core::inference::EngineChoice;
using core::inference::InferenceWorker;
using ui::main_window::MainWindow;

namespace {

constexpr int kSaveMs = 300;

EngineChoice choiceFrom(const core::settings::Settings& settings) {
    EngineChoice choice;
    for (const auto& engine : core::inference::engineCatalog()) {
        if (QString::fromStdString(engine.name) == settings.engine)
            choice.kind = engine.kind;
    }
    choice.modelDirectory = settings.modelDirectory.toStdString();
    return choice;
}

} // namespace

Composition::Composition(std::filesystem::path settingsFile, InferenceWorker::EngineFactory factory)
    : m_settingsFile(std::move(settingsFile)),
      m_settings(core::settings::loadSettings(m_settingsFile)) {
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance())) {
        installTranslators(*application, m_settings.language);
        ui::theme::apply(*application, m_settings.theme);
    }
    m_queue = std::make_unique<AnalysisQueue>(core::image::DecodeLimits());
    m_window = std::make_unique<MainWindow>(m_queue.get(), m_settings);
    m_worker = new InferenceWorker(std::move(factory));
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName("inference");
    connectWorker();
    m_writing.setMaxThreadCount(1);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(kSaveMs);
    connect(&m_saveSoon, &QTimer::timeout, this, &Composition::saveSettings);
    connect(m_window.get(), &MainWindow::settingsChanged, this, &Composition::useSettings);
}

Composition::~Composition() {
    m_queue->cancelAll();
    m_thread.quit();
    m_thread.wait();
    if (m_saveSoon.isActive())
        saveSettings();
    m_writing.waitForDone();
}

void Composition::connectWorker() {
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_queue.get(), &AnalysisQueue::requested, m_worker, &InferenceWorker::analyze,
            Qt::QueuedConnection);
    connect(m_worker, &InferenceWorker::finished, m_queue.get(), &AnalysisQueue::complete,
            Qt::QueuedConnection);
    connect(m_worker, &InferenceWorker::progressed, m_queue.get(), &AnalysisQueue::report,
            Qt::QueuedConnection);
    connect(this, &Composition::engineChosen, m_worker, &InferenceWorker::useEngine,
            Qt::QueuedConnection);
    connect(m_worker, &InferenceWorker::engineReady, this,
            [this](const QString& name, const QString& version) {
                m_window->setEngineText(tr("Engine: %1 %2, ready").arg(name, version));
            });
    connect(m_worker, &InferenceWorker::engineFailed, this,
            [this](const QString&, const QString& message) {
                m_window->showEngineProblem(tr("The engine could not start: %1").arg(message));
            });
}

void Composition::start() {
    m_window->show();
    m_thread.start();
    Q_EMIT engineChosen(choiceFrom(m_settings));
    core::model::useThreads(core::model::physicalCores());
    const core::model::BlasInfo blas = core::model::liveBlas();
    if (blas.isReference)
        m_window->showMessage(tr("Examinations will be slow: the system uses the reference BLAS "
                                 "(%1). Install the package "
                                 "libopenblas0-openmp, which makes them 30 times faster.")
                                  .arg(QString::fromStdString(blas.library)));
}

void Composition::useSettings(const core::settings::Settings& settings) {
    const core::settings::Settings before = std::exchange(m_settings, settings);
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance());
        application != nullptr && settings.theme != before.theme)
        ui::theme::apply(*application, settings.theme);
    if (settings.engine != before.engine || settings.modelDirectory != before.modelDirectory)
        Q_EMIT engineChosen(choiceFrom(settings));
    if (settings.language != before.language)
        m_window->showMessage(tr("The language changes when the program is started again."));
    if (settings != before)
        m_saveSoon.start();
}

void Composition::saveSettings() {
    const QPointer<MainWindow> window(m_window.get());
    m_writing.start([window, settings = m_settings, file = m_settingsFile] {
        const auto saved = core::settings::saveSettings(settings, file);
        if (saved)
            return;
        QMetaObject::invokeMethod(
            qApp, [window, message = QString::fromStdString(saved.error().message)] {
                if (window)
                    window->showMessage(message);
            });
    });
}

} // namespace app::desktop
