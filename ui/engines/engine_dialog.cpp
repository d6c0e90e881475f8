// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engines/engine_dialog.h"

#include "ui/engines/engine_words.h"
#include "ui/engines/model_check_view.h"
#include "ui/files/folder_chooser.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace ui::engines {

namespace {

using core::inference::EngineChoice;
using core::inference::EngineKind;

constexpr int kChoiceRole = Qt::UserRole + 1;

QLabel* makeText(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // file names may look like markup
    return label;
}

QPushButton* makeButton(const char* name, const QString& text) {
    auto* button = new QPushButton(text);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    return button;
}

QStringList droppedFolders(const QMimeData* data) {
    QStringList folders;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isDir())
            folders << url.toLocalFile();
    }
    return folders;
}

} // namespace

EngineDialog::EngineDialog(const EngineState& state, QWidget* parent)
    : EngineDialog(state, nullptr, parent) {}

EngineDialog::EngineDialog(const EngineState& state, FolderCheck::Inspect inspect, QWidget* parent)
    : QDialog(parent), m_state(state) {
    setObjectName("engineDialog");
    setWindowTitle(tr("Engines"));
    setAcceptDrops(true);
    resize(820, 560);
    m_check = inspect ? new FolderCheck(std::move(inspect), this) : new FolderCheck(this);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(makeList());
    splitter->addWidget(makeDetails());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({280, 540});
    splitter->setChildrenCollapsible(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connectParts();
    fillList();
    showLoading();
}

QWidget* EngineDialog::makeList() {
    m_list = new QListWidget;
    m_list->setObjectName("engineList");
    m_list->setAccessibleName(tr("Engines"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto* hint = makeText("engineHint");
    hint->setText(tr("Drop the folder of a FakeVLM checkpoint here, or choose it."));
    auto* add = makeButton("addModelFolder", tr("&Add checkpoint folder…"));
    connect(add, &QPushButton::clicked, this, &EngineDialog::browse);
    m_remove = makeButton("removeModelFolder", tr("&Remove from the list"));
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 6, 0);
    layout->addWidget(m_list, 1);
    layout->addWidget(hint);
    layout->addWidget(add);
    layout->addWidget(m_remove);
    return box;
}

QWidget* EngineDialog::makeDetails() {
    m_title = makeText("engineTitle");
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_title->setFont(large);
    m_folder = makeText("engineFolder");
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_description = makeText("engineDescription");
    m_base = makeText("adapterBase");
    m_chooseBase = makeButton("chooseBaseFolder", tr("Choose the &base model's folder…"));
    m_checkAgain = makeButton("checkModelFolder", tr("&Check the folder"));
    m_stopCheck = makeButton("cancelCheck", tr("Cancel the check"));
    m_checking = new QProgressBar;
    m_checking->setObjectName("checkProgress");
    m_checking->setAccessibleName(tr("The folder is being checked"));
    m_checking->setRange(0, 0);
    m_report = new ModelCheckView;
    auto* row = new QHBoxLayout;
    row->addWidget(m_checkAgain);
    row->addWidget(m_checking, 1);
    row->addWidget(m_stopCheck);
    row->addStretch();
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_folder);
    layout->addWidget(m_description);
    layout->addLayout(row);
    layout->addWidget(m_base);
    layout->addWidget(m_chooseBase, 0, Qt::AlignLeft);
    layout->addWidget(m_report, 1);
    layout->addStretch();
    layout->addWidget(makeLoading());
    return box;
}

QWidget* EngineDialog::makeLoading() {
    m_use = makeButton("useEngine", tr("&Use this engine"));
    m_status = makeText("engineStatus");
    m_loading = new QProgressBar;
    m_loading->setObjectName("loadProgress");
    m_loading->setAccessibleName(tr("Loading the engine"));
    m_loading->setRange(0, 100);
    m_stopLoading = makeButton("cancelLoading", tr("Cancel &loading"));
    m_problem = makeText("engineProblem");
    auto* row = new QHBoxLayout;
    row->addWidget(m_use);
    row->addWidget(m_loading, 1);
    row->addWidget(m_stopLoading);
    row->addStretch();
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_problem);
    layout->addWidget(m_status);
    layout->addLayout(row);
    return box;
}

void EngineDialog::connectParts() {
    connect(m_list, &QListWidget::currentItemChanged, this, &EngineDialog::showSelected);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const QString folder = folderOf(selected());
        m_reports.remove(folder);
        Q_EMIT folderRemoved(folder);
    });
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT chosen(selected()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { m_use->click(); });
    connect(m_stopLoading, &QPushButton::clicked, this, &EngineDialog::loadingCancelled);
    connect(m_checkAgain, &QPushButton::clicked, this, [this] {
        startCheck(folderOf(selected()));
        showCheck();
    });
    connect(m_chooseBase, &QPushButton::clicked, this, &EngineDialog::browseForBase);
    connect(m_stopCheck, &QPushButton::clicked, this, [this] {
        m_check->cancel();
        showCheck();
    });
    connect(m_check, &FolderCheck::finished, this,
            [this](const QString& folder, const core::inference::ModelFolderReport& report) {
                m_reports.insert(folder, report);
                showCheck();
                showLoading();
            });
}

void EngineDialog::addRow(const EngineChoice& choice) {
    const bool isInUse = m_state.inUse && m_state.inUse->choice == choice;
    auto* item = new QListWidgetItem(
        isInUse ? tr("%1 (in use)").arg(engineTitle(choice)) : engineTitle(choice), m_list);
    item->setData(kChoiceRole, QVariant::fromValue(choice));
    item->setToolTip(folderOf(choice));
    QFont font = item->font();
    font.setBold(isInUse);
    item->setFont(font);
    if (choice.kind == EngineKind::Remote)
        item->setForeground(palette().brush(QPalette::Disabled, QPalette::Text));
}

void EngineDialog::fillList() {
    EngineChoice keep = selected();
    if (m_list->currentItem() == nullptr)
        keep = m_state.loading ? *m_state.loading
                               : (m_state.inUse ? m_state.inUse->choice : EngineChoice());
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        addRow({});
        for (const QString& folder : m_state.folders)
            addRow(folderChoice(folder, m_state.bases.value(folder)));
        addRow({EngineKind::Remote, {}, {}});
        int row = 0;
        for (int i = 0; i < m_list->count(); ++i) {
            if (const auto listed = m_list->item(i)->data(kChoiceRole).value<EngineChoice>();
                listed.kind == keep.kind && folderOf(listed) == folderOf(keep))
                row = i; // also with another base
        }
        m_list->setCurrentRow(row);
    }
    showSelected();
}

EngineChoice EngineDialog::selected() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr ? EngineChoice() : item->data(kChoiceRole).value<EngineChoice>();
}

void EngineDialog::browse() {
    const QString last = m_state.folders.isEmpty() ? QDir::homePath() : m_state.folders.last();
    files::chooseFolder(this, tr("Checkpoint folder"), last,
                        [this](const QString& folder) { addFolder(folder); });
}

void EngineDialog::browseForBase() {
    const QString folder = folderOf(selected());
    const QString last = m_state.bases.value(folder, QFileInfo(folder).path());
    files::chooseFolder(this, tr("Base model's folder"), last,
                        [this, folder](const QString& base) { useBase(folder, base); });
}

void EngineDialog::useBase(const QString& folder, const QString& base) {
    m_reports.remove(folder); // checked again where it is shown
    Q_EMIT baseChosen(folder, QDir::cleanPath(base));
}

void EngineDialog::addFolder(const QString& folder) {
    const QString clean = QDir::cleanPath(folder);
    Q_EMIT folderAdded(clean);
    for (int i = 0; i < m_list->count(); ++i) {
        if (folderOf(m_list->item(i)->data(kChoiceRole).value<EngineChoice>()) == clean)
            m_list->setCurrentRow(i);
    }
}

void EngineDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFolders(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void EngineDialog::dropEvent(QDropEvent* event) {
    // Folders stay where they are, also when the other program offers to move them.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    for (const QString& folder : droppedFolders(event->mimeData()))
        addFolder(folder);
}

void EngineDialog::setState(const EngineState& state) {
    const bool hasOtherRows = state.folders != m_state.folders || state.bases != m_state.bases ||
                              state.inUse.has_value() != m_state.inUse.has_value() ||
                              (state.inUse && state.inUse->choice != m_state.inUse->choice);
    m_state = state;
    if (hasOtherRows)
        fillList();
    showLoading();
}

void EngineDialog::showSelected() {
    const EngineChoice choice = selected();
    const QString folder = folderOf(choice);
    m_title->setText(engineTitle(choice));
    m_folder->setText(folder);
    m_folder->setVisible(!folder.isEmpty());
    m_description->setText(engineDescription(choice.kind));
    m_remove->setEnabled(!folder.isEmpty());
    if (!folder.isEmpty() && !m_reports.contains(folder))
        startCheck(folder);
    else
        m_check->cancel();
    showCheck();
    showLoading();
}

void EngineDialog::startCheck(const QString& folder) {
    m_reports.remove(folder);
    m_check->start(folder, m_state.bases.value(folder));
}

void EngineDialog::showCheck() {
    const QString folder = folderOf(selected());
    const bool isChecking = m_check->isRunning();
    m_checkAgain->setVisible(!folder.isEmpty() && !isChecking);
    m_checking->setVisible(isChecking);
    m_stopCheck->setVisible(isChecking);
    const auto report = m_reports.constFind(folder);
    m_report->setVisible(report != m_reports.constEnd());
    if (report != m_reports.constEnd())
        m_report->setReport(*report);
    showBase();
}

/// Only an adapter's folder has one.
void EngineDialog::showBase() {
    const QString folder = folderOf(selected());
    const QString base = m_state.bases.value(folder);
    const auto report = m_reports.constFind(folder);
    m_chooseBase->setVisible(report != m_reports.constEnd() && report->isAdapter);
    m_base->setText(base.isEmpty() ? QString() : tr("Base model: %1").arg(base));
    m_base->setVisible(!base.isEmpty());
}

void EngineDialog::showLoading() {
    const EngineChoice choice = selected();
    const bool isInUse = m_state.inUse && m_state.inUse->choice == choice;
    const bool isLoadingThis = m_state.loading == choice;
    const auto report = m_reports.constFind(folderOf(choice));
    const bool isKnownBad = report != m_reports.constEnd() && !report->isReady;
    m_use->setEnabled(!isInUse && !isLoadingThis && !isKnownBad &&
                      choice.kind != EngineKind::Remote);
    m_loading->setVisible(m_state.loading.has_value());
    m_loading->setValue(static_cast<int>(std::lround(100 * m_state.fraction)));
    m_stopLoading->setVisible(m_state.loading.has_value());
    m_problem->setText(m_state.problem);
    m_problem->setVisible(!m_state.problem.isEmpty());
    if (m_state.loading)
        m_status->setText(tr("%1 is being loaded; it takes over when the picture in progress is "
                             "done.")
                              .arg(engineTitle(*m_state.loading)));
    else if (isInUse)
        m_status->setText(tr("This engine is in use. Pictures that are already examined keep "
                             "their result."));
    else if (m_state.inUse)
        m_status->setText(tr("In use: %1").arg(engineTitle(m_state.inUse->choice)));
    else
        m_status->clear();
}

} // namespace ui::engines
