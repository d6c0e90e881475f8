// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QString>

#include <memory>
#include <vector>

class QFile;

namespace app::desktop {

/// The application, which can log how long its thread was busy with each event: while it is, no
/// frame can be drawn. The log is lines of "milliseconds since the start, milliseconds busy,
/// event", for what took a millisecond or more, and "# ..." for what happened.
class TracingApplication : public QApplication {
    Q_OBJECT

  public:
    TracingApplication(int& argc, char** argv);
    ~TracingApplication() override;

    /// @return false when the file cannot be written
    bool traceFrames(const QString& file);
    void note(const QString& what);

    bool notify(QObject* receiver, QEvent* event) override;

  private:
    void summarize();

    std::unique_ptr<QFile> m_file;
    QElapsedTimer m_clock;
    double m_inner = 0; ///< milliseconds of the events within the present one
    std::vector<double> m_paints; ///< milliseconds of events in which the window was painted
    double m_longest = 0;
};

} // namespace app::desktop
