// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_report.h"

#include "core/report/examiner_words.h"
#include "core/workspace/workspace.h"
#include "ui/cases/case_desk.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/main_window/window_dialogs.h"
#include "ui/messages/error_text.h"
#include "ui/report/report_dialog.h"

#include <QFileInfo>

#include <utility>

namespace ui::main_window {

WindowReport::WindowReport(core::workspace::Workspace* workspace, gallery::GalleryModel* model,
                           gallery::GalleryPanel* gallery, cases::CaseDesk* cases, QWidget* window)
    : QObject(window), m_workspace(workspace), m_model(model), m_gallery(gallery), m_cases(cases),
      m_window(window) {}

core::report::LeftOutFile WindowReport::leftOut(int row) const {
    const auto error = m_model->error(row);
    return {m_model->path(row).toStdString(),
            error ? messages::errorText(error->code).toStdString() + ' ' + error->message
                  : tr("It was not examined when the report was written.").toStdString()};
}

void WindowReport::open(const QString& examiner) {
    const std::vector<int> rows = m_gallery->rowsForExport();
    std::vector<std::string> files;
    std::vector<core::cases::Marks> marks;
    std::vector<core::report::LeftOutFile> missing;
    for (const int row : rows) {
        files.push_back(m_model->file(row).toStdString());
        marks.push_back(m_model->marks(row));
        missing.push_back(leftOut(row));
    }
    m_cases->gather(rows, [this, files, marks, missing, examiner](const auto& examinations) {
        std::vector<core::report::ReportItem> items;
        std::vector<core::report::LeftOutFile> leftOut;
        for (std::size_t i = 0; i < examinations.size(); ++i) {
            if (!examinations[i]) {
                leftOut.push_back(missing[i]);
                continue;
            }
            auto examination = examinations[i];
            // A copy or a moved file is printed from where its bytes are now.
            if (examination->source.path != files[i] &&
                !QFileInfo::exists(QString::fromStdString(examination->source.path))) {
                auto moved = *examination;
                moved.source.path = files[i];
                examination =
                    std::make_shared<const core::examination::Examination>(std::move(moved));
            }
            items.push_back(core::report::reportItem(std::move(examination), marks[i]));
        }
        show(std::move(items), std::move(leftOut), examiner);
    });
}

void WindowReport::show(std::vector<core::report::ReportItem> items,
                        std::vector<core::report::LeftOutFile> leftOut, const QString& examiner) {
    if (items.empty()) {
        Q_EMIT message(tr("There is no result to report yet."));
        return;
    }
    auto* dialog = new report::ReportDialog(std::move(items), std::move(leftOut), examiner,
                                            suggestedReport(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDocuments(m_workspace->documents(), m_workspace->queue()->limits());
    connect(dialog, &report::ReportDialog::exported, this, [this](const QString& file) {
        m_cases->session()->recordAction("export", {{"file", file.toStdString()}});
        Q_EMIT message(tr("The report was written to %1.").arg(file));
    });
    dialog->open();
}

} // namespace ui::main_window
