// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start_page/start_page.h"

#include "ui/background/background_work.h"
#include "ui/theme/icons.h"
#include "ui/theme/scale.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::start_page {

namespace {

constexpr int kPathRole = Qt::UserRole + 1;
constexpr int kLogoSide = 48;

} // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent) {
    setObjectName("startPage");
    auto* logo = new QLabel;
    logo->setPixmap(theme::icon("org.clueglass.Clueglass").pixmap(kLogoSide, kLogoSide));
    logo->setAlignment(Qt::AlignCenter);
    logo->setAccessibleName(tr("Clueglass"));
    auto* name = new QLabel(tr("Clueglass"));
    QFont title = theme::scaled(name->font(), theme::TextSize::Headline);
    title.setBold(true);
    name->setFont(title);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::kApart);
    head->addStretch(1);
    head->addWidget(logo);
    head->addWidget(name);
    head->addStretch(1);
    m_target = new QLabel(tr("Drop pictures or folders here"));
    m_target->setObjectName("dropTarget");
    m_target->setAlignment(Qt::AlignCenter);
    QFont large = m_target->font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    m_target->setFont(large);
    m_target->setWordWrap(true);
    m_target->setMinimumHeight(140);
    m_target->setMargin(24);
    auto* what =
        new QLabel(tr("Each picture gets a verdict with a probability, the regions it rests on "
                      "and the clues in plain words. Nothing leaves this computer, and your "
                      "files are only read."));
    what->setWordWrap(true);
    what->setAlignment(Qt::AlignCenter);
    auto* files = new QPushButton(tr("Open pictures…"));
    files->setObjectName("openFilesButton");
    auto* folder = new QPushButton(tr("Open folder…"));
    folder->setObjectName("openFolderButton");
    auto* newCase = new QPushButton(tr("New case…"));
    newCase->setObjectName("newCaseButton");
    auto* openCase = new QPushButton(tr("Open case…"));
    openCase->setObjectName("openCaseButton");
    for (QPushButton* button : {files, folder, newCase, openCase})
        button->setMinimumSize(button->sizeHint() + QSize(32, 10));
    m_engine = new QLabel;
    m_engine->setObjectName("engineState");
    m_engine->setAlignment(Qt::AlignCenter);
    m_recentTitle = new QLabel(tr("Recent"));
    m_recent = new QListWidget;
    m_recent->setObjectName("recentList");
    m_recent->setAccessibleName(m_recentTitle->text());
    m_recent->setMaximumHeight(180);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(files);
    buttons->addWidget(folder);
    buttons->addSpacing(24);
    buttons->addWidget(newCase);
    buttons->addWidget(openCase);
    buttons->addStretch();
    auto* column = new QVBoxLayout;
    column->addStretch(1);
    column->addLayout(head);
    column->addSpacing(theme::kApart);
    column->addWidget(m_target, 4);
    column->addWidget(what);
    column->addSpacing(12);
    column->addLayout(buttons);
    column->addSpacing(12);
    column->addWidget(m_engine);
    column->addWidget(m_recentTitle);
    column->addWidget(m_recent, 1);
    column->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addLayout(column, 3);
    row->addStretch(1);
    connect(files, &QPushButton::clicked, this, &StartPage::openFilesRequested);
    connect(folder, &QPushButton::clicked, this, &StartPage::openFolderRequested);
    connect(newCase, &QPushButton::clicked, this, &StartPage::newCaseRequested);
    connect(openCase, &QPushButton::clicked, this, &StartPage::openCaseRequested);
    connect(m_recent, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        Q_EMIT pathChosen(item->data(kPathRole).toString());
    });
    setDropActive(false);
    m_recent->hide();
    m_recentTitle->hide();
}

void StartPage::setRecent(const QStringList& paths) {
    if (m_recentPaths == paths)
        return;
    m_recentPaths = paths;
    m_recent->clear();
    for (const QString& path : paths)
        addRecent(path);
    m_recent->setVisible(!paths.isEmpty());
    m_recentTitle->setVisible(!paths.isEmpty());
    grayMissing();
}

/// By name, with its kind and where it is: nobody reads raw paths.
void StartPage::addRecent(const QString& path) {
    const QFileInfo file(path); // text alone; nothing is read
    const bool isCase = path.endsWith(QLatin1String(".clueglass"));
    auto* item = new QListWidgetItem(m_recent);
    item->setData(kPathRole, path);
    item->setText(isCase ? tr("Case: %1").arg(file.completeBaseName())
                         : QStringLiteral("%1   –   %2")
                               .arg(file.fileName(), QDir::toNativeSeparators(file.path())));
    item->setToolTip(QDir::toNativeSeparators(path));
    item->setIcon(theme::icon(isCase || file.suffix().isEmpty() ? "folder" : "open"));
}

void StartPage::grayMissing() {
    // An unplugged or far drive may take seconds to answer.
    const auto work = [paths = m_recentPaths] {
        QStringList missing;
        for (const QString& path : paths) {
            if (!QFileInfo::exists(path))
                missing << path;
        }
        return missing;
    };
    background::run(this, work, [this](const QStringList& missing) { markMissing(missing); });
}

void StartPage::markMissing(const QStringList& missing) {
    for (int i = 0; i < m_recent->count(); ++i) {
        QListWidgetItem* item = m_recent->item(i);
        if (!missing.contains(item->data(kPathRole).toString()))
            continue;
        item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsSelectable));
        item->setToolTip(tr("No longer there"));
    }
}

void StartPage::setEngineText(const QString& text) {
    m_engine->setText(text);
}

QString StartPage::invitation() const {
    return m_case.isEmpty()
               ? tr("Drop pictures or folders here")
               : tr("Drop pictures or folders here to take them into the case “%1”").arg(m_case);
}

void StartPage::setCase(const QString& name) {
    m_case = name;
    setDropActive(false);
}

void StartPage::setDropActive(bool active) {
    m_target->setText(active ? tr("Let go to examine them") : invitation());
    m_target->setStyleSheet(
        QStringLiteral("border: 3px %1 %2; border-radius: 12px;")
            .arg(active ? "solid" : "dashed", active ? "palette(highlight)" : "palette(mid)"));
}

} // namespace ui::start_page
