// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/document.h"
#include "core/workspace/picture_list.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace core::workspace {

/// The open pictures, their files, and the queue that examines them. What the queue reports is in
/// the pictures before anybody who connected later hears of it.
class Workspace : public QObject {
    Q_OBJECT

  public:
    /// @param queue  outlives the workspace
    explicit Workspace(inference::AnalysisQueue* queue, QObject* parent = nullptr);

    [[nodiscard]] PictureList* pictures() const { return m_pictures; }
    [[nodiscard]] inference::AnalysisQueue* queue() const { return m_queue; }
    /// Shared by all who read the pictures' files, so that they see the same bytes.
    [[nodiscard]] const std::shared_ptr<image::Documents>& documents() const { return m_documents; }

    /// Loose pictures, which are examined as soon as the queue comes to them.
    void open(const QStringList& paths);
    /// Gives jobs to pictures that have none.
    void examine(const std::vector<PictureId>& pictures);
    /// Examines a picture anew, or for the first time in this session.
    void examineAgain(PictureId picture);
    /// Forgets all pictures and their jobs: another case is opened.
    void clear();

  private:
    inference::AnalysisQueue* m_queue;
    PictureList* m_pictures;
    std::shared_ptr<image::Documents> m_documents;
};

} // namespace core::workspace
