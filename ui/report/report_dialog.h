// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/pdf_report.h"

#include <QDialog>
#include <QString>

#include <memory>
#include <stop_token>
#include <vector>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QProgressBar;

namespace ui::report {

/// Asks for title, examiner and file, and writes the PDF in the background.
class ReportDialog : public QDialog {
    Q_OBJECT

  public:
    /// @param leftOut  files that the report names as not examined
    ReportDialog(std::vector<core::report::ReportItem> items,
                 std::vector<core::report::LeftOutFile> leftOut, const QString& examiner,
                 const QString& file, QWidget* parent = nullptr);
    ~ReportDialog() override;

    /// How the pictures' files are read, as everywhere else in the program.
    void setDocuments(std::shared_ptr<core::image::Documents> documents,
                      const core::image::DecodeLimits& limits);
    /// Writes the report to the file named in the dialog. A file that exists is replaced only when
    /// this is asked for twice, and evidence never.
    void startExport();
    [[nodiscard]] QString examiner() const;
    void reject() override; ///< stops the writing first

  Q_SIGNALS:
    void exported(const QString& file);
    void exportFailed(const core::Error& error);

  private:
    void finish(const core::Result<void>& result, const QString& file);
    void browse();
    /// Why the file must not be written now; empty when it may.
    [[nodiscard]] QString objectionTo(const QString& file);
    void showRunning(bool isRunning);

    std::vector<core::report::ReportItem> m_items;
    std::vector<core::report::LeftOutFile> m_leftOut;
    std::shared_ptr<core::image::Documents> m_documents;
    core::image::DecodeLimits m_limits;
    QLineEdit* m_title = nullptr;
    QLineEdit* m_examiner = nullptr;
    QLineEdit* m_file = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_message = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
    std::stop_source m_stop;
    bool m_isRunning = false;
    QString m_mayReplace; ///< an existing file that the user agreed to lose
};

} // namespace ui::report
