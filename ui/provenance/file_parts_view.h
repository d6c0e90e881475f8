// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/origin_record.h"
#include "core/image/document.h"
#include "core/inference/preview_pictures.h"

#include <QWidget>

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

class QHBoxLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ui::provenance {

/// The file whose parts are shown.
struct FileAtHand {
    QString path;       ///< empty: not at hand
    std::string sha256; ///< of the bytes that were examined; no others are shown or saved
    core::image::DecodeLimits limits;
    std::function<core::Result<std::shared_ptr<const core::image::Document>>(std::stop_token)> open;
};

/// What lies beside a file's picture: parts that can be saved, and small pictures next to the one
/// that is shown. Takes no room when there is nothing.
class FilePartsView : public QWidget {
    Q_OBJECT

  public:
    explicit FilePartsView(QWidget* parent = nullptr);
    ~FilePartsView() override;

    /// The previews are read, on the thread pool, when the widget is seen.
    void setFile(const FileAtHand& file, const std::vector<core::examination::ExtraPart>& parts);

    /// Writes a part as it stands; the outcome is told below the list.
    void savePart(const core::examination::ExtraPart& part, const QString& target);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    struct Shown {
        QImage picture; ///< small
        std::vector<std::pair<QImage, core::inference::PreviewPicture>> previews;
    };

    void addPart(const core::examination::ExtraPart& part);
    void askWhere(const core::examination::ExtraPart& part);
    void loadPreviews();
    void showPreviews(const Shown& shown);
    void addPicture(const QImage& picture, const QString& caption, bool isOdd);
    static Shown readPreviews(const FileAtHand& file, const std::stop_token& stop);

    FileAtHand m_file;
    QVBoxLayout* m_parts = nullptr;
    QLabel* m_message = nullptr;
    QScrollArea* m_pictures = nullptr;
    QHBoxLayout* m_row = nullptr;
    bool m_isLoaded = true;
    std::stop_source m_stop;
};

} // namespace ui::provenance
