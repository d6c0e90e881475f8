// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/picture_loader.h"

#include "core/image/safe_decoder.h"
#include "core/report/picture_image.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QThreadPool>

#include <filesystem>

namespace ui::viewer {

namespace {

core::Result<QImage> decoded(const QString& path, const core::image::DecodeLimits& limits,
                             std::stop_token stop) {
    const std::filesystem::path file = QFile::encodeName(path).toStdString();
    auto evidence = core::image::readEvidence(file, limits, stop);
    if (!evidence)
        return tl::unexpected(evidence.error());
    auto picture = core::image::decode(*evidence, limits, stop);
    if (!picture)
        return tl::unexpected(picture.error());
    return core::report::toQImage(picture->image);
}

} // namespace

PictureLoader::PictureLoader(QObject* parent) : QObject(parent) {}

PictureLoader::~PictureLoader() {
    m_stop.request_stop();
}

void PictureLoader::load(const QString& path) {
    m_stop.request_stop();
    m_stop = {};
    const std::uint64_t ticket = ++m_latest;
    const QPointer<PictureLoader> self(this);
    QThreadPool::globalInstance()->start(
        [self, path, ticket, limits = m_limits, stop = m_stop.get_token()] {
            auto picture = decoded(path, limits, stop);
            // The application object outlives the pool's work; the loader itself may be gone by
            // then.
            QMetaObject::invokeMethod(qApp, [self, path, ticket, picture = std::move(picture)] {
                if (!self || self->m_latest != ticket)
                    return;
                if (picture)
                    Q_EMIT self->loaded(path, *picture);
                else if (picture.error().code != core::ErrorCode::Cancelled)
                    Q_EMIT self->failed(path, picture.error());
            });
        });
}

} // namespace ui::viewer
