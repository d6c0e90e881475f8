// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engines/engine_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace ui::engines {

using core::inference::EngineChoice;
using core::inference::EngineKind;

EngineChoice folderChoice(const QString& folder, const QString& base) {
    EngineChoice choice;
    choice.kind = EngineKind::FakeVlm;
    // File names are bytes on Linux.
    choice.modelDirectory = QFile::encodeName(base.isEmpty() ? folder : base).toStdString();
    if (!base.isEmpty())
        choice.adapterDirectory = QFile::encodeName(folder).toStdString();
    return choice;
}

QString folderOf(const EngineChoice& choice) {
    return QFile::decodeName(QByteArray::fromStdString(
        choice.adapterDirectory.empty() ? choice.modelDirectory : choice.adapterDirectory));
}

QString engineTitle(const EngineChoice& choice) {
    switch (choice.kind) {
    case EngineKind::Embedded:
        return QCoreApplication::translate("Engines", "Embedded engine");
    case EngineKind::FakeVlm:
        //: %1 is the name of a folder
        return QCoreApplication::translate("Engines", "FakeVLM: %1")
            .arg(QFileInfo(QDir::cleanPath(folderOf(choice))).fileName());
    case EngineKind::Remote:
        break;
    }
    return QCoreApplication::translate("Engines", "Remote server");
}

QString engineDescription(EngineKind kind) {
    switch (kind) {
    case EngineKind::Embedded:
        return QCoreApplication::translate(
            "Engines", "Comes with the program and works at once, offline. It measures traces in "
                       "the picture and answers in seconds.");
    case EngineKind::FakeVlm:
        return QCoreApplication::translate(
            "Engines", "A language model that looks at the picture and says in its own words what "
                       "it finds. It runs on this computer from a checkpoint folder that you have; "
                       "a large one needs much memory and minutes per picture.");
    case EngineKind::Remote:
        break;
    }
    return QCoreApplication::translate("Engines",
                                       "Remote servers are not available in this version of "
                                       "Clueglass. Pictures never leave this computer.");
}

} // namespace ui::engines
