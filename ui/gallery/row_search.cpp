// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/row_search.h"

#include "core/report/translated_words.h"
#include "ui/gallery/gallery_model.h"

#include <algorithm>

namespace ui::gallery {

namespace {

QString textOf(const GalleryModel& model, int row) {
    QString text = model.path(row);
    const auto examination = model.examination(row);
    if (!examination)
        return text;
    const auto add = [&](const QString& more) { text += QLatin1Char('\n') + more; };
    add(QString::fromStdString(examination->source.sha256));
    add(QString::fromStdString(examination->answer.value_or(std::string())));
    add(QString::fromStdString(examination->provenance.camera.value_or(std::string())));
    for (const auto& clue : examination->clues) {
        add(core::report::clueText(clue));
        add(QString::fromStdString(clue.text));
    }
    return text;
}

} // namespace

std::vector<int> rowsWith(const GalleryModel& model, const QString& query) {
    const QStringList words = query.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<int> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString text = textOf(model, row);
        if (std::ranges::all_of(words, [&](const QString& word) {
                return text.contains(word, Qt::CaseInsensitive);
            }))
            rows.push_back(row);
    }
    return rows;
}

} // namespace ui::gallery
