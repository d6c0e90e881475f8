// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"

namespace core::workspace {

using inference::AnalysisQueue;
using inference::JobState;

namespace {

/// A picture of 48 megapixels with its bytes, and those beside it.
constexpr std::int64_t kDocumentBytes = 256 << 20;

} // namespace

Workspace::Workspace(AnalysisQueue* queue, QObject* parent)
    : QObject(parent), m_queue(queue), m_pictures(new PictureList(this)),
      m_documents(std::make_shared<image::Documents>(kDocumentBytes)) {
    connect(queue, &AnalysisQueue::stateChanged, m_pictures, &PictureList::setState);
    connect(queue, &AnalysisQueue::progressed, m_pictures, &PictureList::setProgress);
    connect(queue, &AnalysisQueue::finished, m_pictures, &PictureList::setOutcome);
}

void Workspace::open(const QStringList& paths) {
    examine(m_pictures->add(paths));
}

void Workspace::examine(const std::vector<PictureId>& pictures) {
    QStringList files;
    for (const PictureId id : pictures)
        files << m_pictures->find(id)->file();
    m_queue->add(pictures, files);
}

void Workspace::examineAgain(PictureId picture) {
    if (m_queue->state(picture)) {
        m_queue->retry(picture);
        return;
    }
    if (m_pictures->find(picture) == nullptr)
        return;
    m_pictures->setState(picture, JobState::Waiting);
    examine({picture});
}

void Workspace::clear() {
    m_queue->clear();
    m_pictures->clear();
}

} // namespace core::workspace
