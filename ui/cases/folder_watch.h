// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/new_files.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <cstdint>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace ui::cases {

/// Looks for new pictures below a folder every few seconds, in another thread. Looking works on
/// network drives too, where no system tells about changes.
class FolderWatch : public QObject {
    Q_OBJECT

  public:
    static constexpr int kPauseMs = 2000;

    /// @param pauseMs  between two looks, at least
    explicit FolderWatch(QObject* parent, int pauseMs = kPauseMs);
    ~FolderWatch() override;

    /// @param known  paths that are not new, with their size
    void start(const QString& folder, std::map<std::string, std::uintmax_t> known,
               const core::image::DecodeLimits& limits = {});
    void stop();
    [[nodiscard]] QString folder() const { return m_folder; } ///< empty: none is watched

  Q_SIGNALS:
    void arrived(const QStringList& files);
    void failed(const QString& reason); ///< once, until it works again
    void noticed(const QString& what);  ///< about one of those that arrived

  private:
    struct Look {
        QStringList files;
        QStringList notes;
        QStringList leftOutNotes;
        QString problem;
        qint64 milliseconds = 0;

        void take(const std::vector<core::cases::NewFile>& found,
                  const std::vector<core::Error>& leftOut);
    };

    void look();
    void take(const Look& look);

    int m_pauseMs;
    QString m_folder;
    QString m_lastProblem;
    QStringList m_told;                             ///< what was left out, said once each
    std::shared_ptr<core::cases::NewFiles> m_files; ///< used by one look at a time
    std::stop_source m_stop;
    QFutureWatcher<Look> m_look;
    QTimer m_timer;
};

} // namespace ui::cases
