// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <stop_token>

namespace ui::main_window {

/// Finds the pictures of files and folders on the thread pool and hands them over in batches.
class PathScanner : public QObject {
    Q_OBJECT

  public:
    explicit PathScanner(QObject* parent = nullptr);
    ~PathScanner() override;

    void scan(const QStringList& paths);
    void cancel();

  Q_SIGNALS:
    void found(const QStringList& files);
    /// After the last batch; the sentences say which folders could not be read.
    void finished(const QStringList& problems);

  private:
    std::stop_source m_stop;
};

} // namespace ui::main_window
