// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/engines/engine_state.h"

#include <QObject>
#include <QPointer>

class QToolButton;

namespace ui::engines {

class EngineDialog;

/// What the window knows about engines: a button that names the one in use and opens the dialog.
/// It loads nothing by itself.
class EngineDesk : public QObject {
    Q_OBJECT

  public:
    /// @param window  owns the dialog
    explicit EngineDesk(QWidget* window);

    /// For the status bar, which then owns it.
    [[nodiscard]] QToolButton* button() const { return m_button; }
    [[nodiscard]] const EngineState& state() const { return m_state; }

    void setFolders(const QStringList& folders);
    /// The base models that were chosen, by the adapter's folder.
    void setBases(const QMap<QString, QString>& bases);
    void setLoading(const core::inference::EngineChoice& choice);
    void setProgress(double fraction);
    void setInUse(const core::inference::EngineInUse& engine);
    /// The engine before stays in use.
    /// @param problem  what to tell the user; empty when the user cancelled
    void setFailed(const QString& problem);
    void clearProblem();
    void openDialog();

  Q_SIGNALS:
    void chosen(const core::inference::EngineChoice& choice);
    void loadingCancelled();
    void foldersChanged(const QStringList& folders);
    void basesChanged(const QMap<QString, QString>& bases);
    void textChanged(const QString& text); ///< of the button

  private:
    /// @param base  empty: none any more
    void changeBase(const QString& folder, const QString& base);
    void update();
    [[nodiscard]] QString text() const;

    QWidget* m_window;
    QToolButton* m_button = nullptr;
    QPointer<EngineDialog> m_dialog; ///< the one opened last, while it lives
    EngineState m_state;
};

} // namespace ui::engines
