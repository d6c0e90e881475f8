// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/clue_panel.h"

#include "core/report/clue_notes.h"
#include "core/report/translated_words.h"
#include "ui/clues/clue_delegate.h"
#include "ui/clues/clue_list_model.h"
#include "ui/clues/verdict_gauge.h"
#include "ui/theme/verdict_badge.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <vector>

namespace ui::clues {

namespace {

constexpr int kBadgeSide = 32;

QPixmap badgePixmap(theme::Badge badge, core::examination::Basis basis, double ratio) {
    QPixmap pixmap(QSize(kBadgeSide, kBadgeSide) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRectF place(6, 2, kBadgeSide - 8, kBadgeSide - 8);
    theme::paintBadge(painter, place, badge);
    theme::paintBasis(painter, place, basis);
    return pixmap;
}

QString mannerLine(const core::examination::Examination& examination) {
    std::vector<std::pair<double, core::examination::Manner>> sorted;
    for (const auto& [manner, score] : examination.manner)
        sorted.emplace_back(score, manner);
    std::ranges::sort(sorted, std::greater<>{});
    QStringList parts;
    for (const auto& [score, manner] : sorted)
        parts << QStringLiteral("%1 %2 %")
                     .arg(core::report::mannerWord(manner))
                     .arg(100 * score, 0, 'f', 0);
    return parts.join(QStringLiteral(", "));
}

} // namespace

CluePanel::CluePanel(QWidget* parent) : QWidget(parent) {
    m_badge = new QLabel;
    m_badge->setFixedSize(kBadgeSide, kBadgeSide);
    m_badge->setAccessibleName(tr("Verdict badge"));
    m_verdict = new QLabel;
    m_verdict->setObjectName("verdictText");
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont large = m_verdict->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_verdict->setFont(large);
    m_gauge = new VerdictGauge;
    m_manner = new QLabel;
    m_manner->setObjectName("mannerText");
    m_manner->setWordWrap(true);
    m_notes = new QLabel;
    m_notes->setObjectName("notesText");
    m_notes->setWordWrap(true);
    m_model = new ClueListModel(this);
    m_list = new QListView;
    m_list->setObjectName("clueList");
    m_list->setAccessibleName(tr("Clues"));
    m_list->setModel(m_model);
    m_delegate = new ClueDelegate(m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->installEventFilter(this);

    auto* headline = new QHBoxLayout;
    headline->addWidget(m_badge, 0, Qt::AlignTop);
    headline->addWidget(m_verdict, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(headline);
    layout->addWidget(m_gauge);
    layout->addWidget(m_manner);
    layout->addWidget(m_notes);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeCheckBar());

    connect(m_list, &QListView::entered, this,
            [this](const QModelIndex& index) { Q_EMIT clueHovered(m_model->clueAt(index.row())); });
    // Not the current row: a list that gets the keyboard makes its first row current by itself.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateCheckBar();
        Q_EMIT clueSelected(selectedClue());
    });
}

QWidget* CluePanel::makeCheckBar() {
    m_checkOne = new QPushButton(tr("Check this region"));
    m_checkOne->setObjectName("checkClue");
    m_checkAll = new QPushButton(tr("Check all regions"));
    m_checkAll->setObjectName("checkAllClues");
    const QString what = tr("Removes the region from the picture and asks how readily the model "
                            "still says the sentence, beside equally large other places. This "
                            "takes many times as long as the answer.");
    m_checkOne->setToolTip(what);
    m_checkAll->setToolTip(what);
    m_checkProgress = new QProgressBar;
    m_checkProgress->setObjectName("checkProgress");
    m_checkProgress->setAccessibleName(tr("Progress of the check"));
    m_checkProgress->setRange(0, 100);
    m_checkCancel = new QPushButton(tr("Cancel the check"));
    m_checkCancel->setObjectName("checkCancel");
    m_checkProblem = new QLabel;
    m_checkProblem->setObjectName("checkProblem");
    m_checkProblem->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_checkOne);
    row->addWidget(m_checkAll);
    row->addWidget(m_checkProgress, 1);
    row->addWidget(m_checkCancel);
    m_checkBar = new QWidget;
    auto* layout = new QVBoxLayout(m_checkBar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_checkProblem);
    layout->addLayout(row);
    connect(m_checkOne, &QPushButton::clicked, this,
            [this] { Q_EMIT checkRequested(selectedClue()); });
    connect(m_checkAll, &QPushButton::clicked, this, [this] { Q_EMIT checkRequested(-1); });
    connect(m_checkCancel, &QPushButton::clicked, this, &CluePanel::checkCancelled);
    setCheck(false, 0, {});
    return m_checkBar;
}

void CluePanel::setCheck(bool isRunning, double fraction, const QString& problem) {
    m_isChecking = isRunning;
    m_checkProgress->setValue(static_cast<int>(std::lround(100 * fraction)));
    m_checkProblem->setText(problem);
    m_checkProblem->setVisible(!problem.isEmpty());
    updateCheckBar();
}

void CluePanel::updateCheckBar() {
    bool isAnyCheckable = false;
    for (int row = 0; row < m_model->rowCount(); ++row)
        isAnyCheckable =
            isAnyCheckable || m_model->index(row).data(ClueListModel::CheckableRole).toBool();
    const QModelIndex selected = m_model->index(m_model->rowOf(selectedClue()));
    m_checkBar->setVisible(isAnyCheckable);
    m_checkOne->setVisible(!m_isChecking);
    m_checkAll->setVisible(!m_isChecking);
    m_checkOne->setEnabled(selected.isValid() &&
                           selected.data(ClueListModel::CheckableRole).toBool());
    m_checkProgress->setVisible(m_isChecking);
    m_checkCancel->setVisible(m_isChecking);
}

void CluePanel::setExamination(std::shared_ptr<const core::examination::Examination> examination) {
    m_model->setExamination(examination);
    updateCheckBar();
    const bool hasVerdict = examination != nullptr;
    for (QWidget* part : std::initializer_list<QWidget*>{m_badge, m_verdict, m_gauge, m_list})
        part->setVisible(hasVerdict);
    if (hasVerdict) {
        showVerdict(*examination);
    } else {
        m_manner->hide();
        m_notes->hide();
    }
}

void CluePanel::showVerdict(const core::examination::Examination& examination) {
    m_badge->setPixmap(badgePixmap(theme::badgeFor(examination.verdict), examination.verdictBasis,
                                   devicePixelRatioF()));
    m_verdict->setText(core::report::verdictSentence(examination));
    m_gauge->setVerdict(examination.verdict, examination.pFake, examination.thresholds);
    const QString manner = mannerLine(examination);
    m_manner->setText(tr("Points to: %1").arg(manner));
    m_manner->setVisible(!manner.isEmpty() &&
                         examination.verdict != core::examination::Verdict::Real);
    QStringList notes;
    if (const QString basis = core::report::basisNote(examination); !basis.isEmpty())
        notes << basis;
    if (const QString support = core::report::supportText(examination); !support.isEmpty())
        notes << support;
    if (const QString second = core::report::secondOpinionText(examination); !second.isEmpty())
        notes << second;
    if (const QString reason = core::report::inconclusiveText(examination); !reason.isEmpty())
        notes << reason;
    for (const std::string& warning : examination.source.warnings)
        notes << tr("Note: %1").arg(QString::fromStdString(warning));
    m_notes->setText(notes.join('\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void CluePanel::selectClue(int clue) {
    const QModelIndex index = m_model->index(m_model->rowOf(clue), 0);
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
    else
        m_list->clearSelection();
}

void CluePanel::setHoveredClue(int clue) {
    m_delegate->setHoveredRow(m_model->rowOf(clue));
    m_list->viewport()->update();
}

int CluePanel::selectedClue() const {
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    return selected.isEmpty() ? -1 : m_model->clueAt(selected.first().row());
}

void CluePanel::selectNext(int step) {
    const int count = m_model->rowCount();
    const int row = m_model->rowOf(selectedClue());
    if (count > 0)
        selectClue(m_model->clueAt((row + step + (row < 0 && step < 0 ? 1 : 0) + count) % count));
}

bool CluePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave)
        Q_EMIT clueHovered(-1);
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::clues
