// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_dialog.h"

#include "ui/settings/trust_page.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <cmath>

namespace ui::settings {

namespace {

constexpr std::int64_t kMegapixel = 1'000'000;
constexpr std::int64_t kMebibyte = 1 << 20;

void choose(QComboBox* box, const QVariant& data) {
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

SettingsDialog::SettingsDialog(const core::settings::Settings& settings, QWidget* parent)
    : QDialog(parent) {
    setObjectName("settingsDialog");
    setWindowTitle(tr("Settings"));
    auto* tabs = new QTabWidget;
    tabs->addTab(makeGeneralPage(), tr("General"));
    tabs->addTab(makeEnginePage(), tr("Engine"));
    m_trust = new TrustPage;
    tabs->addTab(m_trust, tr("Credentials"));
    connect(m_trust, &TrustPage::changed, this, &SettingsDialog::read);
    auto* buttons =
        new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults);
    buttons->button(QDialogButtonBox::RestoreDefaults)->setObjectName("restoreDefaults");
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(tabs);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] {
                core::settings::Settings defaults;
                // What the program remembers by itself is no setting to restore.
                defaults.windowGeometry = m_settings.windowGeometry;
                defaults.windowState = m_settings.windowState;
                defaults.engine = m_settings.engine;
                defaults.modelDirectory = m_settings.modelDirectory;
                defaults.modelDirectories = m_settings.modelDirectories;
                defaults.adapterBases = m_settings.adapterBases;
                defaults.recentPictures = m_settings.recentPictures;
                defaults.recentCases = m_settings.recentCases;
                defaults.annotationLabels = m_settings.annotationLabels;
                defaults.savedViews = m_settings.savedViews;
                defaults.viewerGround = m_settings.viewerGround;
                defaults.thumbnailSide = m_settings.thumbnailSide;
                defaults.lastFolder = m_settings.lastFolder;
                defaults.trustFiles = m_settings.trustFiles; // removed one by one
                defaults.keys = m_settings.keys; // they have their own list and its button
                fillFrom(defaults);
                read();
            });
    fillFrom(settings);
}

QWidget* SettingsDialog::makeGeneralPage() {
    m_language = new QComboBox;
    m_language->setObjectName("languageChoice");
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), "en");
    m_language->addItem(QStringLiteral("Deutsch"), "de");
    m_language->addItem(QStringLiteral("Français"), "fr");
    m_theme = new QComboBox;
    m_theme->setObjectName("themeChoice");
    m_theme->addItem(tr("As the system"), static_cast<int>(core::settings::Theme::System));
    m_theme->addItem(tr("Light"), static_cast<int>(core::settings::Theme::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(core::settings::Theme::Dark));
    m_megapixels = new QSpinBox;
    m_megapixels->setObjectName("megapixelLimit");
    m_megapixels->setRange(1, 2000);
    m_megapixels->setSuffix(tr(" megapixels"));
    m_mebibytes = new QSpinBox;
    m_mebibytes->setObjectName("fileLimit");
    m_mebibytes->setRange(1, 65536);
    m_mebibytes->setSuffix(tr(" MiB"));
    m_opacity = new QSlider(Qt::Horizontal);
    m_opacity->setObjectName("opacityDefault");
    m_opacity->setRange(0, 100);
    m_examiner = new QLineEdit;
    m_examiner->setObjectName("examinerName");
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->addRow(tr("&Language:"), m_language);
    form->addRow(tr("&Colors:"), m_theme);
    form->addRow(tr("&Heat map opacity:"), m_opacity);
    form->addRow(tr("Largest &picture:"), m_megapixels);
    form->addRow(tr("Largest &file:"), m_mebibytes);
    form->addRow(tr("&Examiner in reports:"), m_examiner);
    for (QComboBox* box : {m_language, m_theme})
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsDialog::read);
    for (QSpinBox* box : {m_megapixels, m_mebibytes})
        connect(box, &QSpinBox::valueChanged, this, &SettingsDialog::read);
    connect(m_opacity, &QSlider::valueChanged, this, &SettingsDialog::read);
    // Not only when it is finished: Escape would lose what was typed.
    connect(m_examiner, &QLineEdit::textEdited, this, &SettingsDialog::read);
    return page;
}

QWidget* SettingsDialog::makeEnginePage() {
    auto* hint = new QLabel(tr("Which engine examines the pictures is chosen in a window of its "
                               "own: it lists the engines, checks the checkpoint folders and shows "
                               "how loading goes on."));
    hint->setWordWrap(true);
    auto* open = new QPushButton(tr("&Engines…"));
    open->setObjectName("openEngines");
    m_promptForm = new QComboBox;
    m_promptForm->setObjectName("promptForm");
    m_promptForm->addItem(tr("As published: picture and question alone"), "published");
    m_promptForm->addItem(tr("As a chat: USER, ASSISTANT"), "chat");
    m_bothForms = new QPushButton(tr("Ask in &both forms"));
    m_bothForms->setObjectName("bothForms");
    m_bothForms->setCheckable(true);
    m_bothForms->setToolTip(tr("Where the two probabilities disagree, the confidence is halved. "
                               "Each picture takes longer."));
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(hint);
    layout->addWidget(open, 0, Qt::AlignLeft);
    auto* form = new QFormLayout;
    form->addRow(tr("&FakeVLM is asked:"), m_promptForm);
    form->addRow(QString(), m_bothForms);
    layout->addLayout(form);
    layout->addStretch();
    connect(m_promptForm, &QComboBox::currentIndexChanged, this, &SettingsDialog::read);
    connect(m_bothForms, &QPushButton::toggled, this, &SettingsDialog::read);
    connect(open, &QPushButton::clicked, this, [this] {
        accept(); // this window would keep the other one from taking clicks
        Q_EMIT enginesRequested();
    });
    return page;
}

void SettingsDialog::fillFrom(const core::settings::Settings& settings) {
    m_isShowing = true;
    m_settings = settings;
    choose(m_language, settings.language);
    choose(m_theme, static_cast<int>(settings.theme));
    m_megapixels->setValue(static_cast<int>(settings.maxPixels / kMegapixel));
    m_mebibytes->setValue(static_cast<int>(settings.maxFileBytes / kMebibyte));
    m_opacity->setValue(static_cast<int>(std::lround(100 * settings.overlayOpacity)));
    m_examiner->setText(settings.examinerName);
    m_trust->setFiles(settings.trustFiles);
    choose(m_promptForm, settings.promptForm);
    m_bothForms->setChecked(settings.asksBothForms);
    m_isShowing = false;
}

void SettingsDialog::read() {
    if (m_isShowing)
        return;
    m_settings.language = m_language->currentData().toString();
    m_settings.theme = static_cast<core::settings::Theme>(m_theme->currentData().toInt());
    m_settings.maxPixels = m_megapixels->value() * kMegapixel;
    m_settings.maxFileBytes = m_mebibytes->value() * kMebibyte;
    m_settings.overlayOpacity = m_opacity->value() / 100.0;
    m_settings.examinerName = m_examiner->text();
    m_settings.trustFiles = m_trust->files();
    m_settings.promptForm = m_promptForm->currentData().toString();
    m_settings.asksBothForms = m_bothForms->isChecked();
    Q_EMIT changed(m_settings);
}

} // namespace ui::settings
