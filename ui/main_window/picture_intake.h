// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>
#include <utility>

class QMimeData;

namespace core::workspace {
class Workspace;
}

namespace ui::main_window {

class PathScanner;

/// The one way of pictures into the program, however they come: it finds the files, leaves out
/// those that are there already and opens the others.
class PictureIntake : public QObject {
    Q_OBJECT

  public:
    /// @param workspace  outlives the intake
    explicit PictureIntake(core::workspace::Workspace* workspace, QObject* parent = nullptr);

    [[nodiscard]] static bool accepts(const QMimeData* data);

    /// Files and folders; they are searched in the background. With a case folder among them the
    /// others wait for it: see openForCase().
    void open(const QStringList& paths);
    /// The case that was chosen is open now, or will not be.
    void openForCase();
    void forgetForCase() { m_forCase.clear(); }
    /// Files, folders, paths as text, or a picture's pixels.
    void take(const QMimeData* data);
    /// Stops searching; what was found so far stays.
    void cancel();

    /// Found files go there while it returns true, and become no rows here: a case takes them in.
    using Target = std::function<bool(const QStringList& files)>;
    void setTarget(Target target) { m_target = std::move(target); }

  Q_SIGNALS:
    void caseChosen(const QString& folder); ///< a case folder came instead of pictures
    void opened(const QStringList& paths);  ///< what a person chose, before it is searched
    void added();                           ///< a batch of new rows
    void arrived(int row);                  ///< the first new one of what was opened
    void alreadyThere(int row);             ///< nothing in a batch was new
    void message(const QString& text);

  private:
    void add(const QStringList& found);
    void keep(const QMimeData& data);

    core::workspace::Workspace* m_workspace;
    PathScanner* m_scanner = nullptr;
    Target m_target;
    QStringList m_forCase;
    bool m_isFirstBatch = false;
    bool m_hasFound = false; ///< the present search found something
};

} // namespace ui::main_window
