// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSlider;
class QSpinBox;

namespace ui::settings {

class TrustPage;

/// All settings; every change applies at once.
class SettingsDialog : public QDialog {
    Q_OBJECT

  public:
    explicit SettingsDialog(const core::settings::Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] const core::settings::Settings& settings() const { return m_settings; }

  Q_SIGNALS:
    void changed(const core::settings::Settings& settings);
    void enginesRequested();

  private:
    QWidget* makeGeneralPage();
    QWidget* makeEnginePage();
    void fillFrom(const core::settings::Settings& settings);
    void read();

    core::settings::Settings m_settings;
    bool m_isShowing = false; ///< controls are being filled: their signals are not the user's
    QComboBox* m_language = nullptr;
    QComboBox* m_theme = nullptr;
    QSpinBox* m_megapixels = nullptr;
    QSpinBox* m_mebibytes = nullptr;
    QSlider* m_opacity = nullptr;
    QLineEdit* m_examiner = nullptr;
    TrustPage* m_trust = nullptr;
    QComboBox* m_promptForm = nullptr;
    QPushButton* m_bothForms = nullptr; ///< pressed: FakeVLM is asked in both
};

} // namespace ui::settings
