// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/shared_verdict.h"

#include "core/report/translated_words.h"

#include <QCoreApplication>

namespace ui::messages {

QString verdictForSharing(const QString& path, const core::examination::Examination& examination) {
    //: %1 file, %2 a whole sentence with the verdict, %3 and %4 engine and program version
    return QCoreApplication::translate(
               "SharedVerdict",
               "%1: %2 Examined by the %3 engine of Clueglass %4; a probability, not a proof.")
        .arg(path, core::report::verdictSentence(examination),
             QString::fromStdString(examination.engine.name),
             QCoreApplication::applicationVersion());
}

} // namespace ui::messages
