// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/thumbnail_cache.h"

#include "core/report/picture_image.h"
#include "ui/background/background_work.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPen>

namespace ui::gallery {

namespace {

/// The examination needs the cores more.
constexpr int kThreads = 1;
/// Requests older than this many are for rows that were scrolled away.
constexpr std::size_t kMostRequests = 200;

QImage made(const QString& path, core::image::Documents& documents,
            const core::image::DecodeLimits& limits, std::stop_token stop) {
    const auto document = documents.open(QFile::encodeName(path).toStdString(), limits, stop);
    if (!document)
        return {};
    const auto thumbnail = (*document)->thumbnail(ThumbnailCache::kSide, stop);
    // A copy, so that the pixels do not keep a larger buffer alive.
    return thumbnail ? core::report::toQImage(*thumbnail).convertToFormat(QImage::Format_RGB32)
                     : QImage();
}

/// A crossed frame, visible on light and dark ground.
QPixmap unreadable() {
    constexpr int kSide = 120;
    const QRect frame(20, 30, 80, 60);
    QPixmap pixmap(kSide, kSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(128, 128, 132), 3));
    painter.drawRect(frame);
    painter.drawLine(frame.topLeft(), frame.bottomRight());
    painter.drawLine(frame.bottomLeft(), frame.topRight());
    return pixmap;
}

} // namespace

ThumbnailCache::ThumbnailCache(qsizetype bytes, QObject* parent)
    : QObject(parent), m_pixmaps(bytes) {
    m_pool.setMaxThreadCount(kThreads);
    m_pool.setThreadPriority(QThread::LowPriority);
}

ThumbnailCache::~ThumbnailCache() {
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

QPixmap ThumbnailCache::pixmap(quint64 id, const QString& path) {
    if (const QPixmap* known = m_pixmaps.object(id))
        return *known;
    if (!m_pending.contains(id)) {
        m_pending.insert(id, false);
        m_requests.push_back({id, path});
        if (m_requests.size() > kMostRequests) {
            m_pending.remove(m_requests.front().id);
            m_requests.erase(m_requests.begin());
        }
        startNext();
    }
    return {};
}

void ThumbnailCache::startNext() {
    if (m_running >= kThreads || m_requests.empty())
        return;
    const Request next = m_requests.back();
    m_requests.pop_back();
    m_pending[next.id] = true;
    ++m_running;
    background::run(
        m_pool, this,
        [path = next.path, documents = m_documents, limits = m_limits, stop = m_stop.get_token()] {
            return made(path, *documents, limits, stop);
        },
        [this, id = next.id](const QImage& thumbnail) { finish(id, thumbnail); });
}

void ThumbnailCache::finish(quint64 id, const QImage& thumbnail) {
    --m_running;
    m_pending.remove(id);
    // A picture that cannot be read keeps its sign, so that it is not tried at each paint.
    auto* pixmap = new QPixmap(thumbnail.isNull() ? unreadable() : QPixmap::fromImage(thumbnail));
    m_pixmaps.insert(id, pixmap, std::max<qsizetype>(4, thumbnail.sizeInBytes()));
    Q_EMIT ready(id);
    startNext();
}

} // namespace ui::gallery
