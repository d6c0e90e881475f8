// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/trust_page.h"

#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::settings {

namespace {

using core::settings::TrustFile;

enum Column { Name, Date, Purpose, Content, Path };
constexpr int kIsForTimeStamps = Qt::UserRole;

/// How many certificates a file holds, as text.
QString contentOf(const QString& path) {
    constexpr qint64 kMost = qint64{16} << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMost)
        return TrustPage::tr("cannot be read");
    const auto count = file.readAll().count("-----BEGIN CERTIFICATE-----");
    return TrustPage::tr("%n certificates", nullptr, static_cast<int>(count));
}

} // namespace

TrustPage::TrustPage(QWidget* parent) : QWidget(parent) {
    auto* hint = new QLabel(tr(
        "Signers of Content Credentials are called trusted only when they are on a list that you "
        "give here. The program brings no list and never fetches one. Lists are PEM files: save "
        "the official list of the C2PA, its list of time-stamp authorities, or certificates of "
        "your own, and add them. Pictures that were examined before keep their result."));
    hint->setWordWrap(true);
    m_list = new QTreeWidget;
    m_list->setObjectName("trustLists");
    m_list->setAccessibleName(tr("Trust lists"));
    m_list->setHeaderLabels({tr("Name"), tr("Date"), tr("For"), tr("Content"), tr("File")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setSectionResizeMode(Name, QHeaderView::ResizeToContents);
    auto* add = new QPushButton(tr("&Add list…"));
    add->setObjectName("addTrustList");
    auto* addTime = new QPushButton(tr("Add list of &time-stamp authorities…"));
    addTime->setObjectName("addTimeStampList");
    m_remove = new QPushButton(tr("&Remove"));
    m_remove->setObjectName("removeTrustList");
    m_remove->setEnabled(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(addTime);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, [this] { choose(false); });
    connect(addTime, &QPushButton::clicked, this, [this] { choose(true); });
    connect(m_remove, &QPushButton::clicked, this, &TrustPage::removeChosen);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(m_list, &QTreeWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT changed();
    });
}

void TrustPage::setFiles(const QList<TrustFile>& files) {
    m_isFilling = true;
    m_list->clear();
    for (const TrustFile& file : files)
        addRow(file);
    m_isFilling = false;
}

QList<TrustFile> TrustPage::files() const {
    QList<TrustFile> files;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* row = m_list->topLevelItem(i);
        files << TrustFile{row->text(Path), row->text(Name), row->text(Date),
                           row->data(Name, kIsForTimeStamps).toBool()};
    }
    return files;
}

QTreeWidgetItem* TrustPage::addRow(const TrustFile& file) {
    auto* row = new QTreeWidgetItem(
        m_list, {file.name, file.date, file.isForTimeStamps ? tr("time stamps") : tr("signatures"),
                 contentOf(file.path), file.path});
    row->setData(Name, kIsForTimeStamps, file.isForTimeStamps);
    row->setFlags(row->flags() | Qt::ItemIsEditable);
    row->setToolTip(Path, file.path);
    return row;
}

void TrustPage::addFile(const QString& path, bool isForTimeStamps) {
    const QFileInfo info(path);
    m_isFilling = true;
    addRow({info.absoluteFilePath(), info.completeBaseName(),
            info.lastModified().date().toString(Qt::ISODate), isForTimeStamps});
    m_isFilling = false;
    Q_EMIT changed();
}

void TrustPage::choose(bool isForTimeStamps) {
    auto* dialog = new QFileDialog(this, tr("Choose a list of certificates"), {},
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, isForTimeStamps](const QString& path) { addFile(path, isForTimeStamps); });
    dialog->open();
}

void TrustPage::removeChosen() {
    qDeleteAll(m_list->selectedItems());
    Q_EMIT changed();
}

} // namespace ui::settings
