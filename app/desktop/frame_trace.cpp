// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/frame_trace.h"

#include <QEvent>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <utility>

namespace app::desktop {

TracingApplication::TracingApplication(int& argc, char** argv) : QApplication(argc, argv) {}

TracingApplication::~TracingApplication() {
    summarize();
}

bool TracingApplication::traceFrames(const QString& file) {
    auto log = core::OutputFile::create(QFile::encodeName(file).toStdString(),
                                        core::output_kind::kFrameLog);
    if (!log)
        return false;
    m_file.emplace(std::move(*log));
    write(QStringLiteral("# times in ms\n"));
    m_clock.start();
    return true;
}

void TracingApplication::note(const QString& what) {
    if (m_file)
        write(QStringLiteral("# %1 ms: %2\n").arg(m_clock.elapsed()).arg(what));
}

bool TracingApplication::notify(QObject* receiver, QEvent* event) {
    // Other threads deliver their events through here too.
    if (!m_file || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const QEvent::Type type = event->type();
    // An event within an event is counted on its own: its time is not the outer one's.
    const double outer = std::exchange(m_inner, 0);
    const qint64 before = m_clock.nsecsElapsed();
    const bool result = QApplication::notify(receiver, event);
    const double whole = static_cast<double>(m_clock.nsecsElapsed() - before) / 1e6;
    const double busy = whole - m_inner;
    m_inner = outer + whole;
    m_longest = std::max(m_longest, busy);
    if (type == QEvent::UpdateRequest)
        m_paints.push_back(busy);
    if (busy >= 1)
        write(QStringLiteral("%1, %2, %3\n")
                  .arg(m_clock.elapsed())
                  .arg(busy, 0, 'f', 1)
                  .arg(static_cast<int>(type)));
    return result;
}

void TracingApplication::summarize() {
    if (!m_file)
        return;
    std::ranges::sort(m_paints);
    const auto at = [this](double share) {
        return m_paints.empty() ? 0.0
                                : m_paints[static_cast<std::size_t>(
                                      share * static_cast<double>(m_paints.size() - 1))];
    };
    note(QStringLiteral("%1 frames painted, half of them within %2 ms, 99 of 100 within %3 ms, the "
                        "longest %4 ms; the longest event of any kind %5 ms")
             .arg(m_paints.size())
             .arg(at(0.5), 0, 'f', 1)
             .arg(at(0.99), 0, 'f', 1)
             .arg(at(1), 0, 'f', 1)
             .arg(m_longest, 0, 'f', 1));
    if (m_isTorn || !m_file->commit())
        qWarning("The log of frames could not be written.");
    m_file.reset();
}

void TracingApplication::write(const QString& line) {
    const QByteArray bytes = line.toUtf8();
    m_isTorn =
        m_isTorn || !m_file->write({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace app::desktop
