// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/theme/tone_color.h"

#include <QApplication>
#include <QTest>

#include <cmath>

namespace {

double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

/// Contrast ratio as WCAG 2.1 defines it.
double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void resultsAndSelectionsCanBeReadInBothThemes() {
        constexpr double kReadable = 4.5; // WCAG 2, level AA
        for (const QPalette& palette : {ui::theme::lightPalette(), ui::theme::darkPalette()}) {
            using core::report::Tone;
            for (const Tone tone : {Tone::Generated, Tone::LeansGenerated, Tone::Neutral,
                                    Tone::LeansPhotograph, Tone::NoSign})
                for (const QPalette::ColorRole ground : {QPalette::Base, QPalette::Window})
                    QVERIFY(ui::theme::contrast(ui::theme::toneColor(tone, palette),
                                                palette.color(ground)) >= kReadable);
            QVERIFY(ui::theme::contrast(palette.color(QPalette::HighlightedText),
                                        palette.color(QPalette::Highlight)) >= kReadable);
            QVERIFY(ui::theme::contrast(palette.color(QPalette::Link),
                                        palette.color(QPalette::Base)) >= kReadable);
        }
    }

    void textIsLegible_data() {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << ui::theme::lightPalette();
        QTest::newRow("dark") << ui::theme::darkPalette();
    }

    void textIsLegible() {
        QFETCH(QPalette, palette);
        using Role = QPalette::ColorRole;
        const std::pair<Role, Role> pairs[] = {{QPalette::WindowText, QPalette::Window},
                                               {QPalette::Text, QPalette::Base},
                                               {QPalette::Text, QPalette::AlternateBase},
                                               {QPalette::ButtonText, QPalette::Button},
                                               {QPalette::ToolTipText, QPalette::ToolTipBase},
                                               {QPalette::Link, QPalette::Base}};
        for (const auto& [ink, paper] : pairs)
            QVERIFY2(contrast(palette.color(ink), palette.color(paper)) >= 4.5,
                     qPrintable(QStringLiteral("roles %1 on %2: %3")
                                    .arg(ink)
                                    .arg(paper)
                                    .arg(contrast(palette.color(ink), palette.color(paper)))));
        // Selected rows hold large bold badges and names.
        QVERIFY(contrast(palette.color(QPalette::HighlightedText),
                         palette.color(QPalette::Highlight)) >= 3.9);
    }

    void applyingGoesThereAndBack() {
        auto& application = *qobject_cast<QApplication*>(QCoreApplication::instance());
        const QColor before = QApplication::palette().color(QPalette::Window);
        ui::theme::apply(application, core::settings::Theme::System);
        ui::theme::apply(application, core::settings::Theme::Dark);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 80);
        ui::theme::apply(application, core::settings::Theme::Light);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 200);
        ui::theme::apply(application, core::settings::Theme::System);
        QCOMPARE(QApplication::palette().color(QPalette::Window), before);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
