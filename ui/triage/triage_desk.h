// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/review_marks.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <string>
#include <vector>

class QAction;
class QKeySequence;
class QWidget;

namespace ui::cases {
class CaseDesk;
}
namespace ui::gallery {
class GalleryModel;
class GalleryPanel;
} // namespace ui::gallery

namespace ui::triage {

/// Whom a decision is about.
enum class Scope {
    Current, ///< the picture on screen
    Group,   ///< all selected pictures, and every file with the bytes of one of them
};

/// What an examiner can decide about pictures, as actions with keys. Everything goes through the
/// case's journal, so that each of these can be undone.
class TriageDesk : public QObject {
    Q_OBJECT

  public:
    /// All outlive the desk.
    TriageDesk(cases::CaseDesk* cases, gallery::GalleryModel* model, gallery::GalleryPanel* gallery,
               QWidget* window);

    /// Undo and redo, with the name of what they are about.
    [[nodiscard]] QList<QAction*> editActions() const { return {m_undo, m_redo}; }
    /// For the review menu; null: a separator.
    [[nodiscard]] QList<QAction*> reviewActions() const { return m_review; }
    /// Those that decide about the selection, for a menu of their own.
    [[nodiscard]] QList<QAction*> groupActions() const { return m_group; }

    void rate(int rating, Scope scope);
    void setFlag(const std::string& flag, Scope scope);
    void setColor(int color, Scope scope); ///< the same color again takes it away
    enum class Decision { Confirm, Real, Fake, Inconclusive };
    void conclude(Decision decision, Scope scope);
    void setSupport(int support);
    void setReasons(const QString& reasons);
    void setNote(const QString& note);
    void setTags(const QStringList& tags);

  Q_SIGNALS:
    void message(const QString& text); ///< why nothing was decided
    void toast(const QString& text);   ///< what was decided, for a few seconds
    void noteRequested();
    void tagsRequested();

  private:
    using Value = std::function<std::string(int row)>;

    void makeActions(QWidget* window);
    QAction* add(QList<QAction*>& list, const QString& name, const QString& text,
                 const QList<QKeySequence>& keys, const std::function<void()>& run);
    void addGroupActions();
    [[nodiscard]] bool canDecide();
    [[nodiscard]] std::vector<int> rowsFor(Scope scope) const;
    void apply(const std::string& name, const std::string& field, Scope scope, const Value& value);
    void changeConclusion(const std::function<void(core::cases::Conclusion&)>& change);
    void showHistory(const core::cases::History& history);

    cases::CaseDesk* m_cases;
    gallery::GalleryModel* m_model;
    gallery::GalleryPanel* m_gallery;
    QWidget* m_window;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QList<QAction*> m_review;
    QList<QAction*> m_group;
};

} // namespace ui::triage
