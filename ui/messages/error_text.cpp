// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/error_text.h"

#include <QCoreApplication>

namespace ui::messages {

namespace {

struct Texts {
    const char* what;
    const char* advice;
};

Texts textsFor(core::ErrorCode code) {
    using core::ErrorCode;
    switch (code) {
    case ErrorCode::FileNotFound:
        return {QT_TRANSLATE_NOOP("Errors", "The file is no longer there."),
                QT_TRANSLATE_NOOP("Errors",
                                  "Connect its drive or add it again from its new place; in a "
                                  "case, choose File, Find missing pictures again.")};
    case ErrorCode::FileUnreadable:
        return {
            QT_TRANSLATE_NOOP("Errors", "The file cannot be read."),
            QT_TRANSLATE_NOOP("Errors", "Check its permissions and its drive, then try again.")};
    case ErrorCode::FileEmpty:
        return {QT_TRANSLATE_NOOP("Errors", "The file is empty."),
                QT_TRANSLATE_NOOP("Errors", "Ask for the picture again; nothing of it is here.")};
    case ErrorCode::UnknownFormat:
        return {
            QT_TRANSLATE_NOOP("Errors", "The content is no picture."),
            QT_TRANSLATE_NOOP("Errors", "Check what the file really is; its name may mislead.")};
    case ErrorCode::UnsupportedFormat:
        return {QT_TRANSLATE_NOOP("Errors", "This kind of picture cannot be decoded."),
                QT_TRANSLATE_NOOP("Errors", "Ask for the picture as JPEG, PNG, TIFF or WebP.")};
    case ErrorCode::Truncated:
        return {QT_TRANSLATE_NOOP("Errors", "The file ends before anything of the picture shows."),
                QT_TRANSLATE_NOOP("Errors", "Copy or download it again.")};
    case ErrorCode::Corrupt:
        return {QT_TRANSLATE_NOOP("Errors", "The file is damaged."),
                QT_TRANSLATE_NOOP("Errors", "Copy or download it again.")};
    case ErrorCode::LimitExceeded:
        return {QT_TRANSLATE_NOOP("Errors", "The picture is larger than the limits allow."),
                QT_TRANSLATE_NOOP(
                    "Errors", "Raise the limits in the settings if the computer has the memory.")};
    case ErrorCode::Cancelled:
        return {QT_TRANSLATE_NOOP("Errors", "The examination was cancelled."),
                QT_TRANSLATE_NOOP("Errors", "Choose Try again to examine it after all.")};
    case ErrorCode::WriteFailed:
        return {
            QT_TRANSLATE_NOOP("Errors", "The file could not be written."),
            QT_TRANSLATE_NOOP("Errors", "Check the free space and the permissions of the folder.")};
    case ErrorCode::ModelMissing:
    case ErrorCode::ModelInvalid:
        return {QT_TRANSLATE_NOOP("Errors", "The engine's model is missing or cannot be used."),
                QT_TRANSLATE_NOOP("Errors", "Choose another engine or repair the installation.")};
    case ErrorCode::EngineUnavailable:
        return {QT_TRANSLATE_NOOP("Errors", "The engine cannot start."),
                QT_TRANSLATE_NOOP("Errors", "Choose another engine in the settings.")};
    case ErrorCode::NetworkFailed:
        return {QT_TRANSLATE_NOOP("Errors", "The server did not answer."),
                QT_TRANSLATE_NOOP("Errors", "Check the connection and the server's address.")};
    case ErrorCode::InvalidJson:
    case ErrorCode::InvalidArgument:
    case ErrorCode::Internal:
        break;
    }
    return {
        QT_TRANSLATE_NOOP("Errors", "Something went wrong inside the program."),
        QT_TRANSLATE_NOOP("Errors", "Try again; if it stays, report it with the details below.")};
}

} // namespace

QString errorText(core::ErrorCode code) {
    return QCoreApplication::translate("Errors", textsFor(code).what);
}

QString errorAdvice(core::ErrorCode code) {
    return QCoreApplication::translate("Errors", textsFor(code).advice);
}

} // namespace ui::messages
