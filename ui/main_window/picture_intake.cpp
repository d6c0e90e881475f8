// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/picture_intake.h"

#include "core/workspace/workspace.h"
#include "ui/cases/case_desk.h"
#include "ui/main_window/dropped_paths.h"
#include "ui/main_window/pasted_picture.h"
#include "ui/main_window/path_scanner.h"

#include <QMimeData>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace ui::main_window {

PictureIntake::PictureIntake(core::workspace::Workspace* workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace) {
    m_scanner = new PathScanner(this);
    connect(m_scanner, &PathScanner::found, this, &PictureIntake::add);
    connect(m_scanner, &PathScanner::finished, this, [this](const QStringList& problems) {
        if (!problems.isEmpty())
            Q_EMIT message(problems.join('\n'));
        else if (!m_hasFound)
            Q_EMIT message(tr("There is no picture in what was opened."));
    });
}

bool PictureIntake::accepts(const QMimeData* data) {
    // An address is taken, too: only so can it be said why it is of no use.
    return !localPathsIn(data).isEmpty() || holdsPicture(data) || holdsOnlyAddress(data);
}

void PictureIntake::open(const QStringList& paths) {
    if (paths.isEmpty())
        return;
    if (const auto found = std::ranges::find_if(paths, cases::CaseDesk::isCase);
        found != paths.end()) {
        // A case does not lie within another: of several the first is opened.
        m_forCase.clear();
        std::ranges::remove_copy_if(paths, std::back_inserter(m_forCase), cases::CaseDesk::isCase);
        Q_EMIT caseChosen(*found);
        return;
    }
    m_hasFound = false;
    m_isFirstBatch = true;
    Q_EMIT opened(paths);
    m_scanner->scan(paths);
}

void PictureIntake::openForCase() {
    open(std::exchange(m_forCase, {}));
}

void PictureIntake::take(const QMimeData* data) {
    if (const QStringList paths = localPathsIn(data); !paths.isEmpty())
        open(paths);
    else if (holdsPicture(data))
        keep(*data);
    else if (holdsOnlyAddress(data))
        Q_EMIT message(tr("Only the address of a picture came along, and this program never goes "
                          "online. Save the picture in the browser (right click, “Save image "
                          "as”) and drop the file here; the file also says more than the pixels."));
    else
        Q_EMIT message(tr("There is neither a picture nor a file in it."));
}

void PictureIntake::keep(const QMimeData& data) {
    keepPicture(data, this, [this](const core::Result<QString>& file) {
        if (!file) {
            Q_EMIT message(QString::fromStdString(file.error().message));
            return;
        }
        Q_EMIT message(tr("This picture came without a file: what a file would tell about its "
                          "origin is missing. It was kept as %1.")
                           .arg(*file));
        open({*file});
    });
}

void PictureIntake::cancel() {
    m_scanner->cancel();
}

void PictureIntake::add(const QStringList& found) {
    m_hasFound = m_hasFound || !found.isEmpty();
    if (m_target && m_target(found))
        return;
    const core::workspace::PictureList* pictures = m_workspace->pictures();
    QStringList files;
    QSet<QString> seen;
    for (const QString& file : found) {
        if (pictures->indexOfPath(file) < 0 && !seen.contains(file)) {
            seen.insert(file);
            files << file;
        }
    }
    if (files.isEmpty()) {
        if (!found.isEmpty())
            Q_EMIT alreadyThere(pictures->indexOfPath(found.front()));
        return;
    }
    const int first = pictures->count();
    m_workspace->open(files);
    Q_EMIT added();
    if (std::exchange(m_isFirstBatch, false))
        Q_EMIT arrived(first);
}

} // namespace ui::main_window
