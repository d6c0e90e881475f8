// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engines/engine_desk.h"

#include "ui/engines/engine_dialog.h"
#include "ui/engines/engine_words.h"

#include <QToolButton>

#include <cmath>

namespace ui::engines {

using core::inference::EngineChoice;

EngineDesk::EngineDesk(QWidget* window) : QObject(window), m_window(window) {
    m_button = new QToolButton;
    m_button->setObjectName("engineButton");
    m_button->setAutoRaise(true);
    m_button->setToolTip(tr("Choose the engine"));
    connect(m_button, &QToolButton::clicked, this, &EngineDesk::openDialog);
    update();
}

void EngineDesk::setFolders(const QStringList& folders) {
    m_state.folders = folders;
    update();
}

void EngineDesk::setBases(const QMap<QString, QString>& bases) {
    m_state.bases = bases;
    update();
}

void EngineDesk::setLoading(const EngineChoice& choice) {
    m_state.loading = choice;
    m_state.fraction = 0;
    update();
}

void EngineDesk::setProgress(double fraction) {
    m_state.fraction = fraction;
    update();
}

void EngineDesk::setInUse(const core::inference::EngineInUse& engine) {
    m_state.inUse = engine;
    m_state.loading.reset();
    update();
}

void EngineDesk::setFailed(const QString& problem) {
    m_state.loading.reset();
    m_state.problem = problem;
    update();
}

void EngineDesk::clearProblem() {
    m_state.problem.clear();
    update();
}

void EngineDesk::openDialog() {
    // One that was just closed is still there for a moment.
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    auto* dialog = new EngineDialog(m_state, m_window);
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EngineDialog::chosen, this, &EngineDesk::chosen);
    connect(dialog, &EngineDialog::loadingCancelled, this, &EngineDesk::loadingCancelled);
    connect(dialog, &EngineDialog::folderAdded, this, [this](const QString& folder) {
        if (!m_state.folders.contains(folder)) {
            setFolders(m_state.folders + QStringList(folder));
            Q_EMIT foldersChanged(m_state.folders);
        }
    });
    connect(dialog, &EngineDialog::folderRemoved, this, [this](const QString& folder) {
        QStringList left = m_state.folders;
        left.removeAll(folder);
        setFolders(left);
        Q_EMIT foldersChanged(left);
        if (m_state.bases.contains(folder))
            changeBase(folder, {});
    });
    connect(dialog, &EngineDialog::baseChosen, this, &EngineDesk::changeBase);
    dialog->show();
}

void EngineDesk::changeBase(const QString& folder, const QString& base) {
    QMap<QString, QString> bases = m_state.bases;
    if (base.isEmpty())
        bases.remove(folder);
    else
        bases.insert(folder, base);
    setBases(bases);
    Q_EMIT basesChanged(bases);
}

QString EngineDesk::text() const {
    if (m_state.loading)
        return tr("Loading %1: %2 %")
            .arg(engineTitle(*m_state.loading))
            .arg(std::lround(100 * m_state.fraction));
    if (m_state.inUse)
        return tr("Engine: %1").arg(engineTitle(m_state.inUse->choice));
    return tr("The engine is loaded with the first picture");
}

void EngineDesk::update() {
    m_button->setText(text());
    m_button->setAccessibleName(text());
    if (m_dialog)
        m_dialog->setState(m_state);
    Q_EMIT textChanged(text());
}

} // namespace ui::engines
