// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/provenance/file_parts_view.h"

#include "core/image/saved_part.h"
#include "core/image/thumbnailer.h"
#include "core/report/html_parts.h"
#include "core/report/picture_image.h"
#include "ui/background/background_work.h"
#include "ui/files/file_chooser.h"

#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace ui::provenance {

namespace {

using core::examination::ExtraPart;

constexpr int kSide = 120;

void clear(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString shown(const std::string& text) {
    return core::report::visible(QString::fromStdString(text));
}

QImage small(const core::image::Image& image) {
    return core::report::toQImage(core::image::reduced(image, kSide));
}

} // namespace

FilePartsView::FilePartsView(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_parts = new QVBoxLayout;
    layout->addLayout(m_parts);
    m_message = new QLabel;
    m_message->setObjectName("partMessage");
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    layout->addWidget(m_message);
    m_pictures = new QScrollArea;
    m_pictures->setObjectName("previewPictures");
    m_pictures->setAccessibleName(tr("Small pictures in the file"));
    m_pictures->setWidgetResizable(true);
    m_pictures->setFrameShape(QFrame::NoFrame);
    auto* strip = new QWidget;
    m_row = new QHBoxLayout(strip);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_pictures->setWidget(strip);
    m_pictures->viewport()->setAutoFillBackground(false);
    strip->setAutoFillBackground(false);
    m_pictures->setFixedHeight(kSide + 4 * fontMetrics().height());
    m_pictures->hide();
    layout->addWidget(m_pictures);
}

FilePartsView::~FilePartsView() {
    m_stop.request_stop();
}

void FilePartsView::setFile(const FileAtHand& file, const std::vector<ExtraPart>& parts) {
    m_stop.request_stop();
    m_stop = {};
    m_file = file;
    m_message->hide();
    m_pictures->hide();
    clear(m_parts);
    if (!m_file.path.isEmpty())
        for (const ExtraPart& part : parts)
            addPart(part);
    m_isLoaded = m_file.path.isEmpty() || !m_file.open;
    if (isVisible())
        loadPreviews();
}

void FilePartsView::addPart(const ExtraPart& part) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* text = new QLabel(
        tr("%1 bytes from byte %2 on: %3").arg(part.bytes).arg(part.offset).arg(shown(part.what)));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto* button = new QPushButton(tr("Save…"));
    button->setObjectName("savePart");
    button->setAccessibleName(tr("Save this part of the file"));
    connect(button, &QPushButton::clicked, this, [this, part] { askWhere(part); });
    layout->addWidget(text, 1);
    layout->addWidget(button);
    m_parts->addWidget(row);
}

void FilePartsView::askWhere(const ExtraPart& part) {
    const std::string_view known = core::image::endingFor(part.what);
    const QString ending = QString::fromUtf8(known.data(), static_cast<qsizetype>(known.size()));
    files::chooseFileToWrite(this,
                             {tr("Save a part of the file"),
                              QFileInfo(m_file.path).fileName() + ".part" + ending, QString(),
                              ending.mid(1)},
                             [this, part](const QString& target) { savePart(part, target); });
}

void FilePartsView::savePart(const ExtraPart& part, const QString& target) {
    background::run(
        this,
        [part, target, file = m_file, stop = m_stop.get_token()] {
            return core::image::savePart(
                {QFile::encodeName(file.path).toStdString(), file.sha256, part.offset, part.bytes},
                QFile::encodeName(target).toStdString(), file.limits, stop);
        },
        [this, target, bytes = part.bytes](const core::Result<void>& saved) {
            m_message->setText(
                saved ? tr("Saved %1 bytes as %2.").arg(bytes).arg(core::report::visible(target))
                      : shown(saved.error().message));
            m_message->show();
        });
}

void FilePartsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    loadPreviews();
}

FilePartsView::Shown FilePartsView::readPreviews(const FileAtHand& file,
                                                 const std::stop_token& stop) {
    Shown shown;
    const auto document = file.open(stop);
    if (!document || (*document)->file().sha256 != file.sha256)
        return shown;
    const auto picture = (*document)->picture(stop);
    auto previews = core::inference::previewPictures((*document)->file(),
                                                     picture ? &picture->image : nullptr, stop);
    if (picture && !previews.empty())
        shown.picture = small(picture->image);
    for (auto& preview : previews) {
        if (preview.picture.isNull())
            continue;
        const QImage reduced = small(preview.picture);
        preview.picture = core::image::Image(preview.picture.width(), preview.picture.height(), {});
        shown.previews.emplace_back(reduced, std::move(preview));
    }
    return shown;
}

void FilePartsView::loadPreviews() {
    if (std::exchange(m_isLoaded, true))
        return;
    background::run(
        this,
        [file = m_file, stop = m_stop.get_token()] {
            return std::pair(readPreviews(file, stop), stop);
        },
        [this](const std::pair<Shown, std::stop_token>& read) {
            if (!read.second.stop_requested())
                showPreviews(read.first);
        });
}

void FilePartsView::showPreviews(const Shown& shownPictures) {
    clear(m_row);
    m_pictures->setVisible(!shownPictures.previews.empty());
    if (shownPictures.previews.empty())
        return;
    if (!shownPictures.picture.isNull())
        addPicture(shownPictures.picture, tr("The picture"), false);
    for (const auto& [picture, preview] : shownPictures.previews) {
        QString caption = tr("%1, %2 × %3")
                              .arg(shown(preview.where))
                              .arg(preview.picture.width())
                              .arg(preview.picture.height());
        if (preview.likeness)
            caption += '\n' + (preview.isOther ? tr("shows something else (likeness %1)")
                                               : tr("likeness %1"))
                                  .arg(*preview.likeness, 0, 'f', 2);
        if (preview.differingHashBits)
            caption += '\n' + tr("%1 of 64 hash bits differ").arg(*preview.differingHashBits);
        addPicture(picture, caption, preview.isOther);
    }
    m_row->addStretch(1);
}

void FilePartsView::addPicture(const QImage& picture, const QString& caption, bool isOdd) {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* image = new QLabel;
    image->setPixmap(QPixmap::fromImage(picture));
    image->setFixedHeight(kSide);
    image->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* text = new QLabel(caption);
    text->setTextFormat(Qt::PlainText);
    QFont font = text->font();
    font.setBold(isOdd);
    text->setFont(font);
    image->setAccessibleName(caption);
    layout->addWidget(image);
    layout->addWidget(text);
    layout->addStretch(1);
    m_row->addWidget(box);
}

} // namespace ui::provenance
