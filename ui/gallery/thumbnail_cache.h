// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/document.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

namespace ui::gallery {

/// Thumbnails made in the background, kept up to a number of bytes, the least used dropped first.
/// What was asked for last is made first: it is what is visible now.
class ThumbnailCache : public QObject {
    Q_OBJECT

  public:
    explicit ThumbnailCache(qsizetype bytes = 128 << 20, QObject* parent = nullptr);
    ~ThumbnailCache() override;

    /// The thumbnail, or a null pixmap while it is being made; ready() tells when it is there.
    [[nodiscard]] QPixmap pixmap(quint64 id, const QString& path);

    /// For the thumbnails that are made from now on.
    void setLimits(const core::image::DecodeLimits& limits) { m_limits = limits; }
    /// Thumbnails of files that somebody has open are made of the bytes that they have.
    void setDocuments(std::shared_ptr<core::image::Documents> documents) {
        m_documents = std::move(documents);
    }

    /// The picture is elsewhere now.
    void forget(quint64 id) { m_pixmaps.remove(id); }

    /// Longer side in device pixels.
    static constexpr int kSide = 320;

  Q_SIGNALS:
    void ready(quint64 id);

  private:
    struct Request {
        quint64 id = 0;
        QString path;
    };

    void startNext();
    void finish(quint64 id, const QImage& thumbnail);

    QCache<quint64, QPixmap> m_pixmaps;
    QHash<quint64, bool> m_pending;  ///< value: being made now
    std::vector<Request> m_requests; ///< last one first
    QThreadPool m_pool;
    core::image::DecodeLimits m_limits;
    std::shared_ptr<core::image::Documents> m_documents =
        std::make_shared<core::image::Documents>();
    std::stop_source m_stop;
    int m_running = 0;
};

} // namespace ui::gallery
