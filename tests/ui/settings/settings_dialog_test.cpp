// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/active_window.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/trust_page.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using core::settings::Settings;
using core::settings::Theme;
using ui::settings::SettingsDialog;

class SettingsDialogTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Settings>(); }

    void init() {
        m_start = {};
        m_start.language = "fr";
        m_start.theme = Theme::Dark;
        m_start.maxPixels = 120'000'000;
        m_start.maxFileBytes = std::int64_t{512} << 20;
        m_start.overlayOpacity = 0.3;
        m_start.examinerName = "A. Examiner";
        m_start.engine = "fakevlm";
        m_start.modelDirectory = "/models/a";
        m_start.modelDirectories = QStringList{"/models/a", "/models/b"};
        m_start.adapterBases = {{"/models/b", "/models/a"}};
        m_start.recentPictures = QStringList{"/p/a.jpg"};
        open();
    }

    void showsTheSettingsAndChangesNothingByItself() {
        QCOMPARE(part<QComboBox>("languageChoice")->currentText(), QStringLiteral("Français"));
        QCOMPARE(part<QComboBox>("themeChoice")->currentText(), QString("Dark"));
        QCOMPARE(part<QSpinBox>("megapixelLimit")->value(), 120);
        QCOMPARE(part<QSpinBox>("fileLimit")->value(), 512);
        QCOMPARE(part<QSlider>("opacityDefault")->value(), 30);
        QCOMPARE(part<QLineEdit>("examinerName")->text(), QString("A. Examiner"));
        QCOMPARE(m_changes, 0);
        QCOMPARE(m_dialog->settings(), m_start);
    }

    void everyControlAppliesAtOnce() {
        choose("languageChoice", "Deutsch");
        QCOMPARE(m_last.language, QString("de"));
        choose("themeChoice", "Light");
        QCOMPARE(m_last.theme, Theme::Light);
        part<QSpinBox>("megapixelLimit")->setValue(80);
        QCOMPARE(m_last.maxPixels, std::int64_t{80'000'000});
        part<QSpinBox>("fileLimit")->setValue(64);
        QCOMPARE(m_last.maxFileBytes, std::int64_t{64} << 20);
        part<QSlider>("opacityDefault")->setValue(75);
        QCOMPARE(m_last.overlayOpacity, 0.75);
        part<QLineEdit>("examinerName")->clear();
        QTest::keyClicks(part<QLineEdit>("examinerName"), "B. Other");
        QCOMPARE(m_last.examinerName, QString("B. Other"));
        QCOMPARE(m_last.recentPictures, m_start.recentPictures);
    }

    void leadsToTheEngines() {
        QSignalSpy requested(m_dialog.get(), &SettingsDialog::enginesRequested);
        m_dialog->findChild<QTabWidget*>()->setCurrentIndex(1);
        QTest::mouseClick(part<QPushButton>("openEngines"), Qt::LeftButton);
        QCOMPARE(requested.count(), 1);
        QVERIFY(!m_dialog->isVisible());
    }

    void trustListsAreAddedAndRemoved() {
        QTemporaryDir folder;
        QFile list(folder.filePath("official.pem"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n");
        list.close();
        auto* page = m_dialog->findChild<ui::settings::TrustPage*>();
        page->addFile(list.fileName(), true);
        auto* table = part<QTreeWidget>("trustLists");
        QCOMPARE(table->topLevelItemCount(), 1);
        QVERIFY(table->topLevelItem(0)->text(3).startsWith("1 "));
        QCOMPARE(m_dialog->settings().trustFiles.size(), 1);
        QCOMPARE(m_dialog->settings().trustFiles[0].name, QString("official"));
        QVERIFY(m_dialog->settings().trustFiles[0].isForTimeStamps);
        // The date is the user's to say.
        table->topLevelItem(0)->setText(1, "2026-08-21");
        QCOMPARE(m_dialog->settings().trustFiles[0].date, QString("2026-08-21"));
        table->topLevelItem(0)->setSelected(true);
        part<QPushButton>("removeTrustList")->click();
        QVERIFY(m_dialog->settings().trustFiles.isEmpty());
    }

    void restoringDefaultsKeepsWhatTheProgramRemembers() {
        auto* buttons = m_dialog->findChild<QDialogButtonBox*>();
        QTest::mouseClick(buttons->button(QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
        Settings expected;
        expected.engine = m_start.engine;
        expected.modelDirectory = m_start.modelDirectory;
        expected.modelDirectories = m_start.modelDirectories;
        expected.adapterBases = m_start.adapterBases;
        expected.recentPictures = m_start.recentPictures;
        QCOMPARE(m_last, expected);
        QCOMPARE(part<QSpinBox>("megapixelLimit")->value(), 300);
    }

  private:
    void open() {
        m_dialog = std::make_unique<SettingsDialog>(m_start);
        m_changes = 0;
        m_last = m_start;
        connect(m_dialog.get(), &SettingsDialog::changed, this, [this](const Settings& settings) {
            ++m_changes;
            m_last = settings;
        });
        QVERIFY(tests::showActive(m_dialog.get()));
    }

    void choose(const char* name, const char* text) {
        auto* box = part<QComboBox>(name);
        box->setCurrentIndex(box->findText(QString::fromLatin1(text)));
    }

    template <typename T> T* part(const char* name) const {
        return m_dialog->findChild<T*>(QString::fromLatin1(name));
    }

    Settings m_start;
    Settings m_last;
    int m_changes = 0;
    std::unique_ptr<SettingsDialog> m_dialog;
};

QTEST_MAIN(SettingsDialogTest)
#include "settings_dialog_test.moc"
