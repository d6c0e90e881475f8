// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/pasted_picture.h"

#include "core/base/digest.h"
#include "core/base/output_file.h"
#include "ui/background/background_work.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

#include <utility>

namespace ui::main_window {

namespace {

struct Encoded {
    QByteArray bytes;
    QString ending;
};

/// Bytes of larger pictures do not travel in an address.
constexpr qsizetype kMostLetters = 96 << 20;

/// The picture in "data:image/png;base64,…", which stands in a list of addresses or in HTML.
Encoded dataUrlIn(const QMimeData& data) {
    QString text;
    for (const QUrl& url : data.urls())
        if (url.scheme() == "data")
            text = url.toString(QUrl::FullyEncoded);
    if (text.isEmpty() && data.hasHtml() && data.html().size() <= kMostLetters)
        text = data.html();
    static const QRegularExpression kPicture(
        QStringLiteral("data:image/(png|jpe?g|webp|gif|avif|bmp);base64,([A-Za-z0-9+/=%\\s]+)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch found = kPicture.match(text);
    if (!found.hasMatch())
        return {};
    const QByteArray letters = QByteArray::fromPercentEncoding(found.captured(2).toLatin1());
    QString ending = found.captured(1).toLower();
    if (ending == "jpeg")
        ending = "jpg";
    return {QByteArray::fromBase64(letters), ending};
}

/// What the other program encoded is nearer to the evidence than what we would encode again.
Encoded encodedIn(const QMimeData& data) {
    for (const auto& [type, ending] :
         {std::pair("image/jpeg", "jpg"), std::pair("image/webp", "webp"),
          std::pair("image/png", "png")}) {
        if (data.hasFormat(type))
            return {data.data(type), ending};
    }
    return dataUrlIn(data);
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
    const QString digest = QString::fromStdString(
        core::sha256({reinterpret_cast<const std::uint8_t*>(picture.bytes.constData()),
                      static_cast<std::size_t>(picture.bytes.size())}));
    const QString path =
        folder.filePath(QStringLiteral("pasted-%1.%2").arg(digest.left(12), picture.ending));
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
    return data != nullptr && (data->hasImage() || !dataUrlIn(*data).bytes.isEmpty());
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
