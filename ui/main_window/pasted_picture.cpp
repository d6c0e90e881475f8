// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/pasted_picture.h"

#include "core/base/output_file.h"
#include "ui/background/background_work.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QStandardPaths>

#include <utility>

namespace ui::main_window {

namespace {

struct Encoded {
    QByteArray bytes;
    QString ending;
};

/// What the other program encoded is nearer to the evidence than what we would encode again.
Encoded encodedIn(const QMimeData& data) {
    for (const auto& [type, ending] :
         {std::pair("image/jpeg", "jpg"), std::pair("image/webp", "webp"),
          std::pair("image/png", "png")}) {
        if (data.hasFormat(type))
            return {data.data(type), ending};
    }
    return {};
}

core::Result<QString> written(Encoded picture, const QImage& pixels) {
    if (picture.bytes.isEmpty()) {
        picture.ending = "png";
        QBuffer buffer(&picture.bytes);
        if (!buffer.open(QIODevice::WriteOnly) || !pixels.save(&buffer, "PNG"))
            return core::fail(core::ErrorCode::UnknownFormat,
                              "The clipboard holds no picture that can be read.");
    }
    const QDir folder(pastedFolder());
    // Named by content: pasting the same picture twice gives the same file.
    const QByteArray digest =
        QCryptographicHash::hash(picture.bytes, QCryptographicHash::Sha256).toHex();
    const QString path = folder.filePath(
        QStringLiteral("pasted-%1.%2").arg(QString::fromLatin1(digest.left(12)), picture.ending));
    // The one that is there may be an exhibit of a case by now.
    QFile present(path);
    if (present.open(QIODevice::ReadOnly) && present.readAll() == picture.bytes)
        return path;
    if (auto made = core::OutputFile::makeFolder(folder.path().toStdString()); !made)
        return tl::unexpected(made.error());
    if (auto kept = core::writeOutput(
            QFile::encodeName(path).toStdString(), core::output_kind::kNew,
            {picture.bytes.constData(), static_cast<std::size_t>(picture.bytes.size())});
        !kept)
        return tl::unexpected(kept.error());
    return path;
}

} // namespace

bool holdsPicture(const QMimeData* data) {
    return data != nullptr && data->hasImage();
}

QString pastedFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + "/pasted";
}

void keepPicture(const QMimeData& data, QObject* receiver,
                 std::function<void(const core::Result<QString>&)> done) {
    Encoded encoded = encodedIn(data);
    const QImage pixels =
        encoded.bytes.isEmpty() ? qvariant_cast<QImage>(data.imageData()) : QImage();
    background::run(
        receiver, [pixels, encoded = std::move(encoded)] { return written(encoded, pixels); },
        std::move(done));
}

} // namespace ui::main_window
