// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/stage_words.h"

#include "core/report/translated_words.h"

#include <QCoreApplication>

namespace ui::review {

QString stageWord(const std::string& stage) {
    if (stage == "preprocess")
        return QCoreApplication::translate("Stages", "Preparing the picture");
    if (stage == "vision")
        return QCoreApplication::translate("Stages", "Looking at the picture");
    if (stage == "prefill")
        return QCoreApplication::translate("Stages", "Reading the question");
    if (stage == "answer")
        return QCoreApplication::translate("Stages", "Answering");
    return core::report::analyzerWord(stage);
}

} // namespace ui::review
