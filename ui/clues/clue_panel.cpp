// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/clue_panel.h"

#include "ui/clues/clue_delegate.h"
#include "ui/clues/clue_list_model.h"
#include "ui/clues/clue_view.h"
#include "ui/clues/verdict_card.h"
#include "ui/theme/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace ui::clues {

CluePanel::CluePanel(QWidget* parent) : QWidget(parent) {
    m_scroll = new QScrollArea;
    m_scroll->setObjectName("clueScroll");
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(makeContent());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(makeCheckBar());
    connectList();
}

QWidget* CluePanel::makeContent() {
    m_card = new VerdictCard;
    m_title = new QLabel(tr("What speaks for and against"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_none = new QLabel(tr("No method found anything unusual."));
    m_none->setObjectName("noClues");
    m_none->setWordWrap(true);
    m_model = new ClueListModel(this);
    m_list = new ClueView;
    m_list->setObjectName("clueList");
    m_list->setAccessibleName(tr("Clues"));
    m_list->setModel(m_model);
    m_delegate = new ClueDelegate(m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->viewport()->installEventFilter(this);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(theme::kApart, theme::kApart, theme::kApart, theme::kNear);
    layout->setSpacing(theme::kNear);
    layout->addWidget(m_card);
    layout->addWidget(m_title);
    layout->addWidget(m_none);
    layout->addWidget(m_list);
    layout->addStretch(1);
    return content;
}

void CluePanel::connectList() {
    connect(m_card, &VerdictCard::nextStepRequested, this, &CluePanel::nextStepRequested);
    connect(m_list, &QListView::entered, this,
            [this](const QModelIndex& index) { Q_EMIT clueHovered(m_model->clueAt(index.row())); });
    // A row that opens or closes moves those below it.
    connect(m_model, &QAbstractItemModel::dataChanged, m_list, &ClueView::doItemsLayout);
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
    layout->setContentsMargins(theme::kApart, theme::kTight, theme::kApart, theme::kTight);
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
    m_card->setExamination(examination.get());
    const bool hasClues = m_model->rowCount() > 0;
    m_title->setVisible(examination != nullptr);
    m_list->setVisible(hasClues);
    m_none->setVisible(examination != nullptr && !hasClues);
}

void CluePanel::selectClue(int clue) {
    const QModelIndex index = m_model->index(m_model->rowOf(clue), 0);
    m_list->setCurrentIndex(index);
    if (!index.isValid()) {
        m_list->clearSelection();
        return;
    }
    const QRect row = m_list->visualRect(index);
    const QPoint middle = m_list->viewport()->mapTo(m_scroll->widget(), row.center());
    m_scroll->ensureVisible(middle.x(), middle.y(), 0, row.height() / 2 + theme::kNear);
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
