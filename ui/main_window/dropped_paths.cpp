// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/dropped_paths.h"

#include <QDir>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace ui::main_window {

QStringList localPathsIn(const QMimeData* data) {
    QStringList paths;
    if (data == nullptr)
        return paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty() || !data->hasText())
        return paths;
    // A terminal or an editor gives paths as text, one a line.
    for (const QString& line : data->text().split('\n', Qt::SkipEmptyParts)) {
        const QString path = line.trimmed();
        if (QDir::isAbsolutePath(path))
            paths << path;
        else if (path.startsWith("file://"))
            paths << QUrl(path).toLocalFile();
    }
    return paths;
}

bool holdsOnlyAddress(const QMimeData* data) {
    if (data == nullptr || !localPathsIn(data).isEmpty() || data->hasImage())
        return false;
    const auto isOnline = [](const QUrl& url) {
        return url.scheme() == "http" || url.scheme() == "https";
    };
    const QList<QUrl> urls = data->urls();
    return std::any_of(urls.begin(), urls.end(), isOnline) ||
           (data->hasText() && isOnline(QUrl(data->text().trimmed())));
}

} // namespace ui::main_window
