// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/picture_loader.h"

#include "core/image/jpeg_structure.h"
#include "core/report/picture_image.h"
#include "ui/background/background_work.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>

#include <filesystem>
#include <functional>

namespace ui::viewer {

namespace {

constexpr long long kPreviewFrom = 8'000'000; ///< pixels; smaller pictures are decoded at once
constexpr int kPreviewSide = 1024;

using Deliver = std::function<void(const core::Result<PictureLevels>&)>;

/// A JPEG decodes at an eighth of its size in a fraction of the time. The preview is made of the
/// bytes that were hashed: a file that changes meanwhile must not be shown beside their hash.
void deliverPreview(const core::image::Document& document, const std::stop_token& stop,
                    const Deliver& deliver) {
    const core::image::EvidenceFile& evidence = document.file();
    if (evidence.format != core::image::Format::Jpeg)
        return;
    const auto structure = core::image::readJpegStructure(*evidence.bytes);
    if (!structure || static_cast<long long>(structure->width) * structure->height < kPreviewFrom)
        return;
    const auto small = document.thumbnail(kPreviewSide, stop);
    if (!small)
        return;
    // The structure knows the stored grid, the thumbnail is upright.
    QSize size(structure->width, structure->height);
    if ((small->width() > small->height()) != (size.width() > size.height()))
        size.transpose();
    PictureLevels preview = previewOf(core::report::toQImage(*small), size);
    preview.sha256 = evidence.sha256;
    deliver(preview);
}

/// The decoder has brought the colors to sRGB, as for every other output; on request the numbers of
/// the file are shown as they are.
PictureLevels levelsFor(const core::image::DecodedPicture& picture, bool isManaged) {
    const QImage shown = core::report::toQImage(picture.image);
    if (picture.stored.isNull()) {
        PictureLevels levels = levelsOf(shown);
        levels.profile = QString::fromStdString(picture.encoding);
        return levels;
    }
    const QImage stored = core::report::toQImage(picture.stored);
    PictureLevels levels = levelsOf(isManaged ? shown : stored);
    levels.profile = QString::fromStdString(picture.encoding);
    levels.isManaged = isManaged;
    if (isManaged)
        levels.stored = stored;
    return levels;
}

void load(const QString& path, core::image::Documents& documents,
          const core::image::DecodeLimits& limits, bool isManaged, const std::stop_token& stop,
          const Deliver& deliver) {
    const std::filesystem::path file = QFile::encodeName(path).toStdString();
    const auto document = documents.open(file, limits, stop);
    if (!document) {
        deliver(tl::unexpected(document.error()));
        return;
    }
    deliverPreview(**document, stop, deliver);
    const auto picture = (*document)->picture(stop);
    if (!picture) {
        deliver(tl::unexpected(picture.error()));
        return;
    }
    PictureLevels levels = levelsFor(*picture, isManaged);
    levels.sha256 = (*document)->file().sha256;
    deliver(levels);
}

} // namespace

PictureLoader::PictureLoader(QObject* parent) : QObject(parent) {}

PictureLoader::~PictureLoader() {
    m_stop.request_stop();
}

void PictureLoader::cancel() {
    m_stop.request_stop();
    m_stop = {};
    ++m_latest;
}

void PictureLoader::load(const QString& path) {
    cancel();
    const std::uint64_t ticket = m_latest;
    const auto deliver = [this, receiver = QPointer<QObject>(this), path,
                          ticket](const core::Result<PictureLevels>& picture) {
        background::callUnlessGone(receiver, [this, path, ticket, picture] {
            if (m_latest != ticket)
                return;
            if (picture)
                Q_EMIT loaded(path, *picture);
            else if (picture.error().code != core::ErrorCode::Cancelled)
                Q_EMIT failed(path, picture.error());
        });
    };
    m_pool.start([path, deliver, documents = m_documents, limits = m_limits,
                  isManaged = m_isManaged, stop = m_stop.get_token()] {
        viewer::load(path, *documents, limits, isManaged, stop, deliver);
    });
}

} // namespace ui::viewer
