// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_dialog.h"

#include "core/inference/credential_pictures.h"
#include "ui/background/background_work.h"
#include "ui/files/file_chooser.h"
#include "ui/messages/error_text.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <filesystem>

namespace ui::report {

ReportDialog::ReportDialog(std::vector<core::report::ReportItem> items,
                           std::vector<core::report::LeftOutFile> leftOut, const QString& examiner,
                           const QString& file, QWidget* parent)
    : QDialog(parent), m_items(std::move(items)), m_leftOut(std::move(leftOut)) {
    setObjectName("reportDialog");
    setWindowTitle(tr("Export a PDF report"));
    m_title = new QLineEdit;
    m_title->setObjectName("reportTitle");
    m_examiner = new QLineEdit(examiner);
    m_examiner->setObjectName("reportExaminer");
    m_file = new QLineEdit(file);
    m_file->setObjectName("reportFile");
    m_file->setMinimumWidth(360);
    auto* browseButton = new QPushButton(tr("Browse…"));
    browseButton->setObjectName("reportBrowse");
    m_progress = new QProgressBar;
    m_progress->setObjectName("reportProgress");
    m_progress->setRange(0, 100);
    m_progress->hide();
    QString contents = tr("%n picture(s) with a result will be in the report.", nullptr,
                          static_cast<int>(m_items.size()));
    if (!m_leftOut.empty())
        contents += '\n' + tr("%n file(s) without a result will be named in it.", nullptr,
                              static_cast<int>(m_leftOut.size()));
    m_message = new QLabel(contents);
    m_message->setObjectName("reportMessage");
    m_message->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("Write the report"));
    m_buttons->button(QDialogButtonBox::Save)->setObjectName("reportSave");

    auto* fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browseButton);
    auto* form = new QFormLayout;
    form->addRow(tr("&Title:"), m_title);
    form->addRow(tr("&Examiner:"), m_examiner);
    auto* fileLabel = new QLabel(tr("&File:"));
    fileLabel->setBuddy(m_file); // of a row of several parts none is found by itself
    form->addRow(fileLabel, fileRow);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addWidget(m_progress);
    layout->addWidget(m_buttons);
    connect(browseButton, &QPushButton::clicked, this, &ReportDialog::browse);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ReportDialog::startExport);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ReportDialog::reject);
}

ReportDialog::~ReportDialog() {
    m_stop.request_stop();
}

QString ReportDialog::examiner() const {
    return m_examiner->text();
}

void ReportDialog::setDocuments(std::shared_ptr<core::image::Documents> documents,
                                const core::image::DecodeLimits& limits) {
    m_documents = std::move(documents);
    m_limits = limits;
}

void ReportDialog::browse() {
    files::chooseFileToWrite(
        this, {windowTitle(), m_file->text(), tr("PDF document (*.pdf)"), QStringLiteral("pdf")},
        [this](const QString& file) {
            m_file->setText(file);
            m_mayReplace = file; // the file dialog has asked
        });
}

QString ReportDialog::objectionTo(const QString& file) {
    const QFileInfo info(file);
    if (file.isEmpty())
        return tr("Name the file for the report first.");
    if (info.isDir())
        return tr("%1 is a folder. Name a file in it.").arg(file);
    for (const core::report::ReportItem& item : m_items) {
        const QFileInfo evidence(QFile::decodeName(item.examination->source.path.c_str()));
        if (evidence.exists() && info.exists() &&
            evidence.canonicalFilePath() == info.canonicalFilePath())
            return tr("%1 is one of the examined pictures. Choose another file.").arg(file);
    }
    if (info.exists() && m_mayReplace != file) {
        m_mayReplace = file;
        return tr("%1 exists already. Write the report again to replace it.").arg(file);
    }
    return {};
}

void ReportDialog::showRunning(bool isRunning) {
    m_isRunning = isRunning;
    m_progress->setValue(0);
    m_progress->setVisible(isRunning);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(!isRunning);
    for (QWidget* field : std::initializer_list<QWidget*>{m_title, m_examiner, m_file})
        field->setEnabled(!isRunning);
}

void ReportDialog::startExport() {
    const QString file = m_file->text().trimmed();
    if (m_isRunning)
        return;
    if (const QString objection = objectionTo(file); !objection.isEmpty()) {
        m_message->setText(objection);
        return;
    }
    m_stop = {};
    m_message->setText(tr("Writing the report…"));
    showRunning(true);
    core::report::ReportOptions options;
    options.title = m_title->text().toStdString();
    options.examiner = m_examiner->text().toStdString();
    options.leftOut = m_leftOut;
    options.credentialThumbnails = [](const core::image::Document& document, std::stop_token stop) {
        std::vector<core::report::CredentialThumbnail> thumbnails;
        for (auto& one : core::inference::credentialPictures(document, std::move(stop)))
            thumbnails.push_back({one.manifest, one.ingredient, std::move(one.picture)});
        return thumbnails;
    };
    options.documents = m_documents;
    options.limits = m_limits;
    options.createdAtUnixSeconds = QDateTime::currentSecsSinceEpoch();
    const auto progress = [receiver = QPointer<QObject>(this), bar = m_progress](std::string_view,
                                                                                 double fraction) {
        background::callUnlessGone(receiver, [bar, fraction] {
            bar->setValue(static_cast<int>(std::lround(100 * fraction)));
        });
    };
    background::run(
        this,
        [items = m_items, options, file, progress, stop = m_stop.get_token()] {
            const std::filesystem::path path = QFile::encodeName(file).toStdString();
            return core::report::writePdfReport(items, options, path, progress, stop);
        },
        [this, file](const core::Result<void>& result) { finish(result, file); });
}

void ReportDialog::finish(const core::Result<void>& result, const QString& file) {
    showRunning(false);
    if (result) {
        Q_EMIT exported(file);
        accept();
        return;
    }
    const core::Error& error = result.error();
    m_message->setText(
        QStringList({messages::errorText(error.code), messages::errorAdvice(error.code),
                     QString::fromStdString(error.message)})
            .join('\n'));
    Q_EMIT exportFailed(error);
}

void ReportDialog::reject() {
    m_stop.request_stop();
    QDialog::reject();
}

} // namespace ui::report
