// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QProxyStyle>
#include <QStyleOptionButton>

namespace ui::theme {

namespace {

struct Colors {
    QColor window;
    QColor base;
    QColor alternate;
    QColor text;
    QColor button;
    QColor mid;
    QColor highlight;
    QColor highlightedText;
    QColor link;
};

QPalette paletteOf(const Colors& colors) {
    QPalette palette(colors.button, colors.window);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, colors.text);
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::AlternateBase, colors.alternate);
    palette.setColor(QPalette::ToolTipBase, colors.base);
    palette.setColor(QPalette::Mid, colors.mid);
    palette.setColor(QPalette::Highlight, colors.highlight);
    palette.setColor(QPalette::HighlightedText, colors.highlightedText);
    palette.setColor(QPalette::Link, colors.link);
    QColor faint = colors.text;
    faint.setAlphaF(0.6F);
    palette.setColor(QPalette::PlaceholderText, faint);
    QColor disabled = colors.text;
    disabled.setAlphaF(0.45F);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

/// Fusion draws every control from the palette alone, so both themes are complete; only the icons
/// on the buttons of dialogs would be black in both, and the outlines of fields and of boxes to
/// tick, which it makes of a darker window color, could not be seen on dark ground.
class PaletteStyle : public QProxyStyle {
  public:
    PaletteStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override {
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        constexpr int kFusionDarkens = 140;
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame != nullptr && element == PE_FrameLineEdit) {
            QStyleOptionFrame outlined = *frame;
            outlined.palette.setColor(QPalette::Window,
                                      frame->palette.color(QPalette::Mid).lighter(kFusionDarkens));
            QProxyStyle::drawPrimitive(element, &outlined, painter, widget);
            return;
        }
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button == nullptr ||
            (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton)) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        QStyleOptionButton outlined = *button;
        outlined.palette.setColor(QPalette::Window,
                                  button->palette.color(QPalette::Mid).lighter(kFusionDarkens));
        QProxyStyle::drawPrimitive(element, &outlined, painter, widget);
    }
};

} // namespace

QPalette lightPalette() {
    return paletteOf({QColor(0xf3, 0xf3, 0xf4), Qt::white, QColor(0xf7, 0xf7, 0xf8),
                      QColor(0x1b, 0x1c, 0x1e), QColor(0xe8, 0xe8, 0xea), QColor(0x8a, 0x8a, 0x90),
                      QColor(0x1f, 0x5f, 0xa8), Qt::white, QColor(0x1f, 0x5f, 0xa8)});
}

QPalette darkPalette() {
    return paletteOf({QColor(0x25, 0x26, 0x29), QColor(0x1b, 0x1c, 0x1e), QColor(0x22, 0x23, 0x26),
                      QColor(0xec, 0xec, 0xee), QColor(0x34, 0x35, 0x39), QColor(0x7a, 0x7a, 0x82),
                      QColor(0x2f, 0x6f, 0xb8), Qt::white, QColor(0x7f, 0xb4, 0xee)});
}

void apply(QApplication& application, core::settings::Theme theme) {
    static const QPalette kSystemPalette = QApplication::palette();
    if (theme == core::settings::Theme::System) {
        application.setPalette(kSystemPalette);
        return;
    }
    QApplication::setStyle(new PaletteStyle);
    application.setPalette(theme == core::settings::Theme::Dark ? darkPalette() : lightPalette());
}

} // namespace ui::theme
