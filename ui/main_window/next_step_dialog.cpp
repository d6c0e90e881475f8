// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/next_step_dialog.h"

#include "ui/theme/scale.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace ui::main_window {

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("NextStep", text);
}

QString titleOf(core::report::NextStep step) {
    switch (step) {
    case core::report::NextStep::LargerCopy:
        return words(QT_TRANSLATE_NOOP("NextStep", "A larger copy"));
    case core::report::NextStep::CompleteCopy:
        return words(QT_TRANSLATE_NOOP("NextStep", "A complete copy"));
    default:
        return words(QT_TRANSLATE_NOOP("NextStep", "The original file"));
    }
}

QString adviceOf(core::report::NextStep step) {
    switch (step) {
    case core::report::NextStep::LargerCopy:
        return words(QT_TRANSLATE_NOOP(
            "NextStep", "Small pictures hold too little to measure. Look for a larger copy: "
                        "open the page that the picture comes from and save the full size, or "
                        "search the web with the picture itself."));
    case core::report::NextStep::CompleteCopy:
        return words(QT_TRANSLATE_NOOP("NextStep", "This file breaks off before its end. Fetch it "
                                                   "again, or have it sent again."));
    default:
        return words(QT_TRANSLATE_NOOP(
            "NextStep", "Messengers and web sites save pictures anew and remove most traces. Ask "
                        "for the file as the camera or the program wrote it, sent as a file (in "
                        "an e-mail or as a document), not as a picture in a chat."));
    }
}

QString requestFor(const QString& name) {
    return words(QT_TRANSLATE_NOOP(
                     "NextStep",
                     "Could you send me the original file of the picture “%1”? Please send it as "
                     "a file attachment, straight from the device or program that made it, "
                     "without cropping, editing or taking a screenshot. Please also tell me who "
                     "made it, when, and with what."))
        .arg(name);
}

} // namespace

void showNextStep(QWidget* window, core::report::NextStep step, const QString& name,
                  std::function<void()> open) {
    auto* dialog = new QDialog(window);
    dialog->setObjectName("nextStepDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(titleOf(step));
    auto* advice = new QLabel(adviceOf(step));
    advice->setWordWrap(true);
    auto* request = new QPlainTextEdit(requestFor(name));
    request->setObjectName("requestText");
    request->setAccessibleName(words(QT_TRANSLATE_NOOP("NextStep", "A request that you can send")));
    auto* label = new QLabel(request->accessibleName());
    label->setBuddy(request);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copy = buttons->addButton(words(QT_TRANSLATE_NOOP("NextStep", "Copy the request")),
                                           QDialogButtonBox::ActionRole);
    copy->setObjectName("copyRequest");
    QPushButton* openIt = buttons->addButton(
        words(QT_TRANSLATE_NOOP("NextStep", "Open such a copy…")), QDialogButtonBox::AcceptRole);
    openIt->setObjectName("openCopy");
    QObject::connect(copy, &QPushButton::clicked, dialog,
                     [request] { QGuiApplication::clipboard()->setText(request->toPlainText()); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog,
                     [dialog, open = std::move(open)] {
                         dialog->accept();
                         open();
                     });
    auto* layout = new QVBoxLayout(dialog);
    layout->setSpacing(theme::kNear);
    layout->addWidget(advice);
    layout->addWidget(label);
    layout->addWidget(request, 1);
    layout->addWidget(buttons);
    dialog->resize(520, 340);
    dialog->open();
}

} // namespace ui::main_window
