// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/model_folder.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>

namespace ui::engines {

/// Looks at one checkpoint folder at a time, behind the window.
class FolderCheck : public QObject {
    Q_OBJECT

  public:
    using Inspect = std::function<core::inference::ModelFolderReport(const QString& folder,
                                                                     const QString& base)>;

    explicit FolderCheck(QObject* parent = nullptr);
    /// @param inspect  called on another thread
    FolderCheck(Inspect inspect, QObject* parent);

    /// Drops the check before it.
    /// @param base  of a folder that holds an adapter alone; empty: as the adapter names it
    void start(const QString& folder, const QString& base);
    /// The folder is left alone as soon as its drive answers; no result comes.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

  Q_SIGNALS:
    void finished(const QString& folder, const core::inference::ModelFolderReport& report);

  private:
    Inspect m_inspect;
    std::uint64_t m_latest = 0;
    bool m_isRunning = false;
};

} // namespace ui::engines
