// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/picture_list.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace core::workspace {

using inference::JobState;

namespace {

/// Results of exhibits in memory; the case has them all.
constexpr std::size_t kMostNear = 64;

/// Failures that say nothing about the bytes that were examined before.
bool keepsResult(ErrorCode code) {
    return code == ErrorCode::FileNotFound || code == ErrorCode::FileUnreadable ||
           code == ErrorCode::Cancelled;
}

} // namespace

std::vector<PictureId> PictureList::add(const QStringList& paths) {
    std::vector<PictureId> ids;
    std::vector<Picture> pictures;
    for (const QString& path : paths) {
        Picture picture;
        picture.id = ++m_lastId;
        picture.first = picture.id;
        picture.path = path;
        ids.push_back(picture.id);
        pictures.push_back(std::move(picture));
    }
    append(std::move(pictures));
    return ids;
}

Picture PictureList::pictureFrom(PictureId id, const cases::CaseEntry& entry) const {
    Picture picture;
    picture.id = id;
    picture.path = QString::fromStdString(entry.receivedPath);
    if (entry.file != entry.receivedPath)
        picture.storedAt = QFile::decodeName(QByteArray::fromStdString(entry.file));
    picture.exhibit = entry.number;
    picture.bytes = entry.bytes;
    if (entry.state != cases::ExhibitState::Pending)
        picture.state =
            entry.state == cases::ExhibitState::Examined ? JobState::Done : JobState::Failed;
    picture.verdict = entry.verdict;
    picture.pFake = entry.pFake;
    picture.error = entry.error;
    picture.marks = entry.marks;
    picture.isReviewed = entry.marks.isReviewed();
    return picture;
}

void PictureList::addEntries(const std::vector<cases::CaseEntry>& entries) {
    std::vector<Picture> pictures;
    for (const cases::CaseEntry& entry : entries) {
        if (const int known = indexOfExhibit(entry.number); known >= 0) {
            update(known, pictureFrom(at(known).id, entry));
            continue;
        }
        Picture picture = pictureFrom(++m_lastId, entry);
        const int index = count() + static_cast<int>(pictures.size());
        m_indexOfExhibit[entry.number] = index;
        picture.first = picture.id;
        // The first one with these bytes has a smaller number, so that it is here or in this batch.
        const int first = entry.duplicateOf == 0 ? -1 : indexOfExhibit(entry.duplicateOf);
        if (first >= 0) {
            picture.first = first < count()
                                ? at(first).id
                                : pictures[static_cast<std::size_t>(first - count())].id;
            m_repeatedOf.emplace(picture.first, index);
        }
        pictures.push_back(std::move(picture));
    }
    append(std::move(pictures));
}

void PictureList::append(std::vector<Picture> pictures) {
    if (pictures.empty())
        return;
    const int first = count();
    const int last = first + static_cast<int>(pictures.size()) - 1;
    Q_EMIT aboutToAdd(first, last);
    for (Picture& picture : pictures) {
        m_indexOf[picture.id] = count();
        m_indexOfPath[picture.path] = count();
        m_reviewed += picture.isReviewed ? 1 : 0;
        m_pictures.push_back(std::move(picture));
    }
    Q_EMIT added(first, last);
}

void PictureList::update(int index, Picture entry) {
    Picture& known = get(index);
    Changes what = Change::Reviewed | Changes(Change::Marks);
    if (known.storedAt != entry.storedAt) {
        known.storedAt = entry.storedAt;
        what |= Change::File;
    }
    known.marks = std::move(entry.marks);
    m_reviewed += static_cast<int>(entry.isReviewed) - static_cast<int>(known.isReviewed);
    known.isReviewed = entry.isReviewed;
    Q_EMIT changed(index, what);
}

void PictureList::clear() {
    Q_EMIT aboutToClear();
    m_pictures.clear();
    m_indexOf.clear();
    m_indexOfExhibit.clear();
    m_indexOfPath.clear();
    m_repeatedOf.clear();
    m_near.clear();
    m_reviewed = 0;
    Q_EMIT cleared();
}

void PictureList::setState(PictureId id, JobState state) {
    const int index = indexOf(id);
    if (index < 0)
        return;
    Picture& picture = get(index);
    picture.state = state;
    if (state != JobState::Waiting) {
        Q_EMIT changed(index, Change::State);
        return;
    }
    // The result so far stays until there is another one: the file may be gone by then.
    picture.verdict.reset();
    picture.error.reset();
    picture.stage.clear();
    picture.progress = 0;
    if (!picture.isExhibit())
        m_reviewed -= std::exchange(picture.isReviewed, false) ? 1 : 0;
    Q_EMIT changed(index, Changes(Change::State) | Change::Verdict | Change::Reviewed);
}

void PictureList::setProgress(const inference::AnalysisProgress& progress) {
    const int index = indexOf(progress.id);
    if (index < 0)
        return;
    get(index).stage = progress.stage;
    get(index).progress = progress.fraction;
    Q_EMIT changed(index, Change::Progress);
}

void PictureList::setOutcome(const inference::AnalysisOutcome& outcome) {
    const int index = indexOf(outcome.id);
    if (index < 0)
        return;
    setResult(index, outcome);
    const auto [first, last] = m_repeatedOf.equal_range(outcome.id);
    for (auto repeated = first; repeated != last; ++repeated)
        setResult(repeated->second, outcome);
}

void PictureList::setResult(int index, const inference::AnalysisOutcome& outcome) {
    Picture& picture = get(index);
    Changes what = Changes(Change::State) | Change::Verdict;
    if (outcome.examination) {
        picture.state = JobState::Done;
        picture.verdict = (*outcome.examination)->verdict;
        picture.pFake = (*outcome.examination)->pFake;
        picture.error.reset();
        hold(index, *outcome.examination);
        what |= Change::Examination;
    } else {
        picture.error = outcome.examination.error();
        picture.state =
            picture.error->code == ErrorCode::Cancelled ? JobState::Cancelled : JobState::Failed;
        if (picture.examination && keepsResult(picture.error->code)) {
            picture.verdict = picture.examination->verdict;
            picture.pFake = picture.examination->pFake;
        } else {
            picture.examination.reset();
            picture.sha256.clear();
        }
        what |= Change::Examination;
    }
    Q_EMIT changed(index, what);
}

void PictureList::setExamination(int index,
                                 std::shared_ptr<const examination::Examination> examination) {
    hold(index, std::move(examination));
    Q_EMIT changed(index, Change::Examination);
}

void PictureList::hold(int index, std::shared_ptr<const examination::Examination> examination) {
    Picture& picture = get(index);
    picture.examination = std::move(examination);
    if (picture.examination) {
        picture.bytes = picture.examination->source.bytes;
        picture.sha256 = picture.examination->source.sha256;
    }
    if (picture.isExhibit())
        keepNear(index);
}

void PictureList::keepNear(int index) {
    // The case has them all; a loose picture has its result only here.
    m_near.push_back(at(index).id);
    if (m_near.size() <= kMostNear)
        return;
    const int oldest = indexOf(m_near.front());
    m_near.pop_front();
    if (oldest >= 0 && oldest != index)
        get(oldest).examination.reset();
}

void PictureList::markReviewed(int index) {
    Picture& picture = get(index);
    if (picture.isReviewed || picture.isExhibit() || !picture.examination)
        return;
    picture.isReviewed = true;
    ++m_reviewed;
    Q_EMIT changed(index, Change::Reviewed);
}

const Picture* PictureList::find(PictureId id) const {
    const int index = indexOf(id);
    return index < 0 ? nullptr : &at(index);
}

int PictureList::indexOf(PictureId id) const {
    const auto found = m_indexOf.find(id);
    return found == m_indexOf.end() ? -1 : found->second;
}

int PictureList::indexOfPath(const QString& path) const {
    return m_indexOfPath.value(path, -1);
}

int PictureList::indexOfExhibit(std::int64_t exhibit) const {
    const auto found = m_indexOfExhibit.find(exhibit);
    return found == m_indexOfExhibit.end() ? -1 : found->second;
}

std::vector<int> PictureList::identicalTo(int index) const {
    std::vector<int> others;
    if (!at(index).isExhibit())
        return others;
    if (at(index).isRepeated())
        others.push_back(indexOf(at(index).first));
    const auto [first, last] = m_repeatedOf.equal_range(at(index).first);
    for (auto repeated = first; repeated != last; ++repeated) {
        if (repeated->second != index)
            others.push_back(repeated->second);
    }
    std::ranges::sort(others);
    return others;
}

bool PictureList::hasIdentical(int index) const {
    return at(index).isRepeated() || m_repeatedOf.contains(at(index).id);
}

} // namespace core::workspace
