// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/image/document.h"
#include "ui/viewer/picture_levels.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <cstdint>
#include <memory>
#include <stop_token>
#include <utility>

namespace ui::viewer {

/// Decodes pictures for display on the thread pool. Only the latest request is answered: older ones
/// are stopped and their results dropped. A large JPEG comes twice, first as a preview.
class PictureLoader : public QObject {
    Q_OBJECT

  public:
    explicit PictureLoader(QObject* parent = nullptr);
    ~PictureLoader() override;

    void load(const QString& path);
    /// Answers nothing more to what was asked so far.
    void cancel();
    [[nodiscard]] const core::image::DecodeLimits& limits() const { return m_limits; }
    /// Whether color profiles are applied; to pictures that are loaded from now on.
    void setColorManaged(bool managed) { m_isManaged = managed; }
    void setLimits(const core::image::DecodeLimits& limits) { m_limits = limits; }
    /// Shared with others who read the same files; without, each picture is read for itself.
    void setDocuments(std::shared_ptr<core::image::Documents> documents) {
        m_documents = std::move(documents);
    }
    [[nodiscard]] const std::shared_ptr<core::image::Documents>& documents() const {
        return m_documents;
    }

  Q_SIGNALS:
    void loaded(const QString& path, const ui::viewer::PictureLevels& picture);
    void failed(const QString& path, const core::Error& error);

  private:
    core::image::DecodeLimits m_limits;
    std::shared_ptr<core::image::Documents> m_documents =
        std::make_shared<core::image::Documents>();
    bool m_isManaged = true;
    std::stop_source m_stop;
    std::uint64_t m_latest = 0;
    /// Not the global pool: Qt paints large images with its help and would wait for the decoding.
    QThreadPool m_pool;
};

} // namespace ui::viewer
