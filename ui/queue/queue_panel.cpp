// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queue_panel.h"

#include "core/inference/analysis_queue.h"
#include "ui/messages/error_text.h"
#include "ui/review/stage_words.h"
#include "ui/theme/elided_label.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::queue {

namespace {

using core::inference::JobId;
using core::inference::JobState;

constexpr int kRefreshMs = 100;
constexpr int kJobRole = Qt::UserRole + 1;
constexpr std::size_t kRatedJobs = 20; ///< the rate is that of the last jobs, not of the whole day

QString durationText(qint64 milliseconds) {
    const int seconds = static_cast<int>((milliseconds + 999) / 1000);
    const int minutes = (seconds + 30) / 60;
    return seconds < 90
               ? QCoreApplication::translate("Durations", "%n second(s)", nullptr, seconds)
               : QCoreApplication::translate("Durations", "%n minute(s)", nullptr, minutes);
}

} // namespace

QueuePanel::QueuePanel(core::inference::AnalysisQueue* queue, QWidget* parent)
    : QWidget(parent), m_queue(queue) {
    setObjectName("queuePanel");
    m_text = new theme::ElidedLabel(Qt::ElideRight);
    m_text->setObjectName("queueText");
    m_current = new theme::ElidedLabel(Qt::ElideMiddle);
    m_current->setObjectName("queueCurrent");
    m_bar = new QProgressBar;
    m_bar->setObjectName("queueProgress");
    m_bar->setAccessibleName(tr("Progress of the queue"));
    m_bar->setMaximumWidth(120);
    m_pause = new QPushButton(tr("Pause"));
    m_pause->setObjectName("pauseButton");
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName("cancelButton");
    m_retry = new QPushButton(tr("Retry failed"));
    m_retry->setObjectName("retryFailedButton");
    m_showProblems = new QToolButton;
    m_showProblems->setObjectName("showProblemsButton");
    m_showProblems->setCheckable(true);
    m_problems = new QListWidget;
    m_problems->setObjectName("problemList");
    m_problems->setAccessibleName(tr("Problems"));
    m_problems->setMaximumHeight(130);
    m_problems->setWordWrap(true);
    m_problems->setLayoutMode(QListView::Batched);
    m_problems->hide();

    m_line = new QWidget;
    auto* row = new QHBoxLayout(m_line);
    row->setContentsMargins(6, 2, 6, 2);
    row->addWidget(m_bar);
    row->addWidget(m_text);
    row->addWidget(m_current, 1);
    row->addStretch(); // keeps the buttons small when there is no current picture
    row->addWidget(m_showProblems);
    row->addWidget(m_retry);
    row->addWidget(m_pause);
    row->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_line);
    layout->addWidget(m_problems);

    connect(m_pause, &QPushButton::clicked, this, &QueuePanel::togglePause);
    connect(m_cancel, &QPushButton::clicked, m_queue, &core::inference::AnalysisQueue::cancelAll);
    connect(m_retry, &QPushButton::clicked, this, &QueuePanel::retryFailed);
    connect(m_showProblems, &QToolButton::toggled, m_problems, &QWidget::setVisible);
    connect(m_problems, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr)
            Q_EMIT problemChosen(item->data(kJobRole).toULongLong());
    });
    // Many jobs change at once; the strip is redrawn ten times a second at most.
    connect(m_queue, &core::inference::AnalysisQueue::changed, this, &QueuePanel::refreshSoon);
    connect(m_queue, &core::inference::AnalysisQueue::progressed, this, &QueuePanel::showProgress);
    connect(m_queue, &core::inference::AnalysisQueue::finished, this, &QueuePanel::collect);
    connect(m_queue, &core::inference::AnalysisQueue::stateChanged, this,
            [this](JobId id, JobState state) {
                if (state == JobState::Waiting)
                    forgetProblem(id);
                // The rate begins with the work: the time between two drops is no part of it.
                if (state == JobState::Running && m_finishedAt.empty())
                    m_finishedAt.push_back(m_clock.elapsed());
            });
    m_clock.start();
    refresh();
}

void QueuePanel::refreshSoon() {
    if (!std::exchange(m_isRefreshPending, true))
        QTimer::singleShot(kRefreshMs, this, &QueuePanel::refresh);
}

void QueuePanel::togglePause() {
    if (m_queue->isPaused())
        m_queue->resume();
    else
        m_queue->pause();
}

void QueuePanel::retryFailed() {
    std::vector<JobId> jobs;
    for (int i = 0; i < m_problems->count(); ++i)
        jobs.push_back(m_problems->item(i)->data(kJobRole).toULongLong());
    m_problems->clear();
    for (const JobId id : jobs) {
        if (m_queue->state(id))
            m_queue->retry(id);
        else
            Q_EMIT examineRequested(id);
    }
    refresh();
}

QString QueuePanel::summary() const {
    const int done = m_queue->count(JobState::Done) + m_queue->count(JobState::Failed);
    const int cancelled = m_queue->count(JobState::Cancelled);
    QString text = tr("%1 of %2 examined").arg(done).arg(m_queue->total());
    if (cancelled > 0)
        text += ", " + tr("%n cancelled", nullptr, cancelled);
    if (done + cancelled == m_queue->total())
        return text;
    if (m_queue->isPaused())
        return text + ", " + tr("paused");
    text += rateText();
    if (const auto remaining = m_queue->remainingMilliseconds())
        text += ", " + tr("about %1 left").arg(durationText(*remaining));
    return text;
}

QString QueuePanel::rateText() const {
    if (m_finishedAt.size() < 2)
        return {};
    const double minutes = static_cast<double>(m_finishedAt.back() - m_finishedAt.front()) / 60'000;
    if (minutes <= 0)
        return {};
    const double rate = static_cast<double>(m_finishedAt.size() - 1) / minutes;
    return ", " + tr("%1 a minute").arg(locale().toString(rate, 'f', rate < 10 ? 1 : 0));
}

void QueuePanel::forgetProblem(JobId id) {
    // The list would make a neighbor current, and that would take the user to another picture.
    const QSignalBlocker quiet(m_problems);
    for (int i = 0; i < m_problems->count(); ++i) {
        if (m_problems->item(i)->data(kJobRole).toULongLong() == id) {
            delete m_problems->takeItem(i);
            return;
        }
    }
}

void QueuePanel::refresh() {
    m_isRefreshPending = false;
    const int open = m_queue->count(JobState::Waiting) + m_queue->count(JobState::Running);
    if (m_queue->count(JobState::Running) == 0 && (open == 0 || m_queue->isPaused()))
        m_finishedAt.clear();
    m_bar->setRange(0, std::max(1, m_queue->total()));
    m_bar->setValue(m_queue->total() - open);
    m_text->setText(m_queue->total() > 0 ? summary() : QString());
    m_pause->setText(m_queue->isPaused() ? tr("Resume") : tr("Pause"));
    m_pause->setEnabled(open > 0);
    m_cancel->setEnabled(open > 0);
    m_pause->setVisible(open > 0);
    m_cancel->setVisible(open > 0);
    m_bar->setVisible(open > 0);
    m_current->setVisible(open > 0);
    const int problems = m_problems->count();
    m_retry->setVisible(problems > 0);
    m_showProblems->setVisible(problems > 0);
    m_showProblems->setText(tr("%n problem(s)", nullptr, problems));
    if (problems == 0)
        m_showProblems->setChecked(false);
    // With nothing to do and nothing to say there is no line.
    m_line->setVisible(open > 0 || problems > 0 || m_queue->count(JobState::Cancelled) > 0);
}

void QueuePanel::showProgress(const core::inference::AnalysisProgress& progress) {
    const int running = m_queue->count(JobState::Running);
    // With several the names would change faster than they can be read.
    const QString name = running > 1 ? tr("%n picture(s) at the same time", nullptr, running)
                                     : QFileInfo(m_queue->path(progress.id)).fileName();
    m_current->setText(name + " · " + review::stageWord(progress.stage.toStdString()));
}

void QueuePanel::collect(const core::inference::AnalysisOutcome& outcome) {
    if (!outcome.examination && outcome.examination.error().code == core::ErrorCode::Cancelled)
        return;
    m_finishedAt.push_back(m_clock.elapsed());
    if (m_finishedAt.size() > kRatedJobs)
        m_finishedAt.pop_front();
    if (outcome.examination)
        return;
    addProblem(outcome.id, outcome.path, outcome.examination.error());
}

void QueuePanel::addProblem(JobId id, const QString& path, const core::Error& error) {
    auto* item =
        new QListWidgetItem(QStringLiteral("%1: %2 %3")
                                .arg(QFileInfo(path).fileName(), messages::errorText(error.code),
                                     messages::errorAdvice(error.code)),
                            m_problems);
    item->setToolTip(QString::fromStdString(error.message));
    item->setData(kJobRole, QVariant::fromValue<qulonglong>(id));
    refreshSoon();
}

void QueuePanel::forgetProblems() {
    const QSignalBlocker quiet(m_problems);
    m_problems->clear();
    refreshSoon();
}

} // namespace ui::queue
