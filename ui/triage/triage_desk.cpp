// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triage_desk.h"

#include "ui/cases/case_desk.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/triage/mark_words.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

#include <algorithm>
#include <optional>
#include <set>

namespace ui::triage {

using core::cases::CaseSession;
using core::cases::Conclusion;
using core::cases::MarkChange;
using core::examination::Verdict;
namespace mark = core::cases::mark;

namespace {

constexpr int kBestRating = 5;
constexpr int kColors = 4;
constexpr int kFirstColorKey = Qt::Key_6;

/// What the examiner says; nothing where there is no verdict to confirm.
std::optional<Verdict> verdictOf(TriageDesk::Decision decision, std::optional<Verdict> machine) {
    switch (decision) {
    case TriageDesk::Decision::Confirm:
        return machine;
    case TriageDesk::Decision::Real:
        return Verdict::Real;
    case TriageDesk::Decision::Fake:
        return Verdict::Fake;
    case TriageDesk::Decision::Inconclusive:
        break;
    }
    return Verdict::Inconclusive;
}

} // namespace

TriageDesk::TriageDesk(cases::CaseDesk* cases, gallery::GalleryModel* model,
                       gallery::GalleryPanel* gallery, QWidget* window)
    : QObject(window), m_cases(cases), m_model(model), m_gallery(gallery), m_window(window) {
    makeActions(window);
    addGroupActions();
    showHistory({});
    connect(m_cases->session(), &CaseSession::historyChanged, this, &TriageDesk::showHistory);
    connect(m_cases, &cases::CaseDesk::closed, this, [this] { showHistory({}); });
    connect(m_cases->session(), &CaseSession::marked, this,
            [this](const core::cases::Gesture& gesture) {
                if (gesture.number == 0)
                    return;
                std::set<std::int64_t> pictures;
                for (const MarkChange& change : gesture.changes)
                    pictures.insert(change.exhibit);
                Q_EMIT toast(tr("Changed: %1 of %n picture(s). %2 takes it back.", nullptr,
                                static_cast<int>(pictures.size()))
                                 .arg(gestureWord(gesture.name),
                                      m_undo->shortcut().toString(QKeySequence::NativeText)));
            });
}

QAction* TriageDesk::add(QList<QAction*>& list, const QString& name, const QString& text,
                         const QList<QKeySequence>& keys, const std::function<void()>& run) {
    auto* action = new QAction(text, m_window);
    action->setObjectName(name);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, run);
    list << action;
    return action;
}

void TriageDesk::makeActions(QWidget*) {
    QList<QAction*> edit;
    m_undo = add(edit, "undo", tr("&Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)},
                 [this] { m_cases->session()->undo(); });
    m_redo =
        add(edit, "redo", tr("&Redo"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
            [this] { m_cases->session()->redo(); });
    add(m_review, "confirm", tr("&Confirm the machine's verdict"),
        {QKeySequence(Qt::CTRL | Qt::Key_Return)},
        [this] { conclude(Decision::Confirm, Scope::Current); });
    add(m_review, "concludeReal", tr("Conclude: &real"), {QKeySequence(Qt::Key_F2)},
        [this] { conclude(Decision::Real, Scope::Current); });
    add(m_review, "concludeFake", tr("Conclude: f&ake"), {QKeySequence(Qt::Key_F3)},
        [this] { conclude(Decision::Fake, Scope::Current); });
    add(m_review, "concludeInconclusive", tr("Conclude: &inconclusive"),
        {QKeySequence(Qt::Key_F4), QKeySequence(Qt::CTRL | Qt::Key_I)},
        [this] { conclude(Decision::Inconclusive, Scope::Current); });
    m_review << nullptr;
    add(m_review, "pick", tr("&Pick"), {QKeySequence(Qt::Key_P)},
        [this] { setFlag(mark::kPicked, Scope::Current); });
    add(m_review, "reject", tr("Re&ject"), {QKeySequence(Qt::Key_X)},
        [this] { setFlag(mark::kRejected, Scope::Current); });
    add(m_review, "clearFlag", tr("Remove the &flag"), {QKeySequence(Qt::Key_U)},
        [this] { setFlag({}, Scope::Current); });
    m_review << nullptr;
    for (int rating = 0; rating <= kBestRating; ++rating)
        add(m_review, QStringLiteral("rate%1").arg(rating),
            rating == 0 ? tr("No rating") : tr("Rating %1").arg(rating),
            {QKeySequence(Qt::Key_0 + rating)}, [this, rating] { rate(rating, Scope::Current); });
    m_review << nullptr;
    for (int color = 1; color <= kColors; ++color)
        add(m_review, QStringLiteral("color%1").arg(color),
            tr("Color label: %1").arg(colorWord(color)), {QKeySequence(kFirstColorKey + color - 1)},
            [this, color] { setColor(color, Scope::Current); });
    m_review << nullptr;
    add(m_review, "editTags", tr("&Tags…"), {QKeySequence(Qt::SHIFT | Qt::Key_T)},
        [this] { Q_EMIT tagsRequested(); });
    add(m_review, "editNote", tr("&Note…"), {QKeySequence(Qt::Key_N)},
        [this] { Q_EMIT noteRequested(); });
}

void TriageDesk::addGroupActions() {
    add(m_group, "groupConfirm", tr("Selection: confirm"),
        {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Return)},
        [this] { conclude(Decision::Confirm, Scope::Group); });
    add(m_group, "groupReal", tr("Selection: real"), {QKeySequence(Qt::CTRL | Qt::Key_F2)},
        [this] { conclude(Decision::Real, Scope::Group); });
    add(m_group, "groupFake", tr("Selection: fake"), {QKeySequence(Qt::CTRL | Qt::Key_F3)},
        [this] { conclude(Decision::Fake, Scope::Group); });
    add(m_group, "groupInconclusive", tr("Selection: inconclusive"),
        {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I)},
        [this] { conclude(Decision::Inconclusive, Scope::Group); });
    add(m_group, "groupPick", tr("Selection: pick"), {QKeySequence(Qt::ALT | Qt::Key_P)},
        [this] { setFlag(mark::kPicked, Scope::Group); });
    add(m_group, "groupReject", tr("Selection: reject"), {QKeySequence(Qt::ALT | Qt::Key_X)},
        [this] { setFlag(mark::kRejected, Scope::Group); });
    add(m_group, "groupClearFlag", tr("Selection: remove the flag"),
        {QKeySequence(Qt::ALT | Qt::Key_U)}, [this] { setFlag({}, Scope::Group); });
    for (int rating = 0; rating <= kBestRating; ++rating)
        add(m_group, QStringLiteral("groupRate%1").arg(rating),
            rating == 0 ? tr("Selection: no rating") : tr("Selection: rating %1").arg(rating),
            {QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + rating))},
            [this, rating] { rate(rating, Scope::Group); });
    for (int color = 1; color <= kColors; ++color)
        add(m_group, QStringLiteral("groupColor%1").arg(color),
            tr("Selection: color label %1").arg(colorWord(color)),
            {QKeySequence(Qt::ALT | static_cast<Qt::Key>(kFirstColorKey + color - 1))},
            [this, color] { setColor(color, Scope::Group); });
}

bool TriageDesk::canDecide() {
    if (m_cases->session()->isWritable())
        return m_gallery->currentRow() >= 0;
    Q_EMIT message(m_cases->isOpen()
                       ? m_cases->session()->openedCase().readOnlyReason
                       : tr("Decisions are kept in a case. Make one with File, New case: it takes "
                            "in the pictures that are open, with their results."));
    return false;
}

std::vector<int> TriageDesk::rowsFor(Scope scope) const {
    if (scope == Scope::Current)
        return {m_gallery->currentRow()};
    std::set<int> rows;
    for (const int row : m_gallery->selectedRows()) {
        rows.insert(row);
        for (const int same : m_model->identicalTo(row))
            rows.insert(same);
    }
    return {rows.begin(), rows.end()};
}

void TriageDesk::apply(const std::string& name, const std::string& field, Scope scope,
                       const Value& value) {
    if (!canDecide())
        return;
    std::vector<MarkChange> changes;
    for (const int row : rowsFor(scope))
        changes.push_back({m_cases->exhibitOf(row), field, {}, value(row)});
    m_cases->session()->apply(name, changes);
}

void TriageDesk::rate(int rating, Scope scope) {
    apply("rating", mark::kRating, scope,
          [rating](int) { return rating == 0 ? std::string() : std::to_string(rating); });
}

void TriageDesk::setFlag(const std::string& flag, Scope scope) {
    apply("flag", mark::kFlag, scope, [flag](int) { return flag; });
}

void TriageDesk::setColor(int color, Scope scope) {
    const int current = m_gallery->currentRow();
    const bool isThere = current >= 0 && m_model->marks(current).color == color;
    apply("color", mark::kColor, scope,
          [=](int) { return isThere ? std::string() : std::to_string(color); });
}

void TriageDesk::conclude(Decision decision, Scope scope) {
    if (!canDecide())
        return;
    std::vector<MarkChange> changes;
    for (const int row : rowsFor(scope)) {
        const auto verdict = verdictOf(decision, m_model->verdict(row));
        if (!verdict)
            continue;
        const auto present = m_model->marks(row).conclusion;
        Conclusion conclusion;
        conclusion.verdict = *verdict;
        if (present && present->verdict == conclusion.verdict)
            continue; // with its support and reasons
        changes.push_back({m_cases->exhibitOf(row),
                           mark::kConclusion,
                           {},
                           core::cases::conclusionText(conclusion)});
    }
    if (changes.empty() && decision == Decision::Confirm &&
        !m_model->verdict(m_gallery->currentRow()))
        Q_EMIT message(tr("There is no verdict to confirm yet."));
    if (!changes.empty())
        m_cases->session()->apply("conclusion", changes);
}

void TriageDesk::changeConclusion(const std::function<void(Conclusion&)>& change) {
    if (!canDecide())
        return;
    const int row = m_gallery->currentRow();
    auto conclusion = m_model->marks(row).conclusion;
    if (!conclusion)
        return;
    change(*conclusion);
    apply("conclusion", mark::kConclusion, Scope::Current,
          [&](int) { return core::cases::conclusionText(*conclusion); });
}

void TriageDesk::setSupport(int support) {
    changeConclusion([support](Conclusion& conclusion) { conclusion.support = support; });
}

void TriageDesk::setReasons(const QString& reasons) {
    changeConclusion([&](Conclusion& conclusion) { conclusion.reasons = reasons.toStdString(); });
}

void TriageDesk::setNote(const QString& note) {
    apply("note", mark::kNote, Scope::Current, [&](int) { return note.toStdString(); });
}

void TriageDesk::setTags(const QStringList& tags) {
    if (!canDecide())
        return;
    const int row = m_gallery->currentRow();
    const std::int64_t exhibit = m_cases->exhibitOf(row);
    std::set<std::string> wanted;
    for (const QString& tag : tags) {
        if (!tag.trimmed().isEmpty())
            wanted.insert(tag.trimmed().toStdString());
    }
    std::vector<MarkChange> changes;
    for (const std::string& tag : m_model->marks(row).tags) {
        if (!wanted.contains(tag))
            changes.push_back({exhibit, mark::kTag + tag, {}, {}});
    }
    for (const std::string& tag : wanted)
        changes.push_back({exhibit, mark::kTag + tag, {}, "1"});
    m_cases->session()->apply("tags", changes);
}

void TriageDesk::showHistory(const core::cases::History& history) {
    const auto show = [](QAction* action, const QString& plain, const QString& named,
                         const std::string& name) {
        action->setText(name.empty() ? plain : named.arg(gestureWord(name)));
        action->setEnabled(!name.empty());
    };
    show(m_undo, tr("&Undo"), tr("&Undo: %1"), history.undoName);
    show(m_redo, tr("&Redo"), tr("&Redo: %1"), history.redoName);
}

} // namespace ui::triage
