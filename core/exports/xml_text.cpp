// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/xml_text.h"

namespace core::exports {

QString xmlText(const std::string& text) {
    QString kept;
    for (const QChar letter : QString::fromStdString(text)) {
        const ushort code = letter.unicode();
        const bool isControl = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
        if (isControl || code == 0xFFFE || code == 0xFFFF)
            kept += QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0'));
        else
            kept += letter;
    }
    return kept;
}

QString xmlWord(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace core::exports
