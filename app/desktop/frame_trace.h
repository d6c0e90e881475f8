// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/output_file.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QString>

#include <optional>
#include <vector>

namespace app::desktop {

/// The application, which can log how long its thread was busy with each event: while it is, no
/// frame can be drawn. The log is lines of "milliseconds since the start, milliseconds busy,
/// event", for what took a millisecond or more, and "# ..." for what happened.
class TracingApplication : public QApplication {
    Q_OBJECT

  public:
    TracingApplication(int& argc, char** argv);
    ~TracingApplication() override;

    /// The file is there when the program ends. @return false when it cannot be written
    bool traceFrames(const QString& file);
    void note(const QString& what);

    bool notify(QObject* receiver, QEvent* event) override;

  private:
    void summarize();
    void write(const QString& line);

    std::optional<core::OutputFile> m_file;
    QElapsedTimer m_clock;
    double m_inner = 0;           ///< milliseconds of the events within the present one
    std::vector<double> m_paints; ///< milliseconds of events in which the window was painted
    double m_longest = 0;
    bool m_isTorn = false; ///< something could not be written
};

} // namespace app::desktop
