// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/picture_list.h"

#include <QObject>
#include <QStringList>

namespace core::workspace {

/// The open pictures and the queue that examines them. What the queue reports is in the pictures
/// before anybody who connected later hears of it.
class Workspace : public QObject {
    Q_OBJECT

  public:
    /// @param queue  outlives the workspace
    explicit Workspace(inference::AnalysisQueue* queue, QObject* parent = nullptr);

    [[nodiscard]] PictureList* pictures() const { return m_pictures; }
    [[nodiscard]] inference::AnalysisQueue* queue() const { return m_queue; }

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
};

} // namespace core::workspace
