// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/provenance/credentials_view.h"

#include "core/inference/credential_pictures.h"
#include "core/report/credential_words.h"
#include "core/report/html_parts.h"
#include "core/report/picture_image.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QPixmap>
#include <QPointer>
#include <QThreadPool>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::provenance {

namespace {

using namespace core::examination;

constexpr int kThumbnailSide = 72;
constexpr int kMaxDepth = 20;

QTreeWidgetItem* addRow(QTreeWidgetItem* parent, const QString& text, const QString& value = {}) {
    auto* row = new QTreeWidgetItem(parent, {text, value});
    row->setToolTip(0, text);
    row->setToolTip(1, value);
    return row;
}

QString shown(const std::string& text) {
    return core::report::visible(QString::fromStdString(text));
}

} // namespace

CredentialsView::CredentialsView(QWidget* parent) : QWidget(parent) {
    m_text = new QLabel;
    m_text->setObjectName("credentialAnswers");
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText); // every text of the file is escaped
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tree = new QTreeWidget;
    m_tree->setObjectName("credentialTree");
    m_tree->setAccessibleName(tr("Manifests and ingredients"));
    m_tree->setHeaderLabels({tr("Made from"), tr("Details")});
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_tree->setColumnWidth(0, 260);
    m_tree->setIconSize({kThumbnailSide, kThumbnailSide});
    m_tree->setAlternatingRowColors(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_tree, 1);
    setCredentials({}, {});
}

CredentialsView::~CredentialsView() {
    m_stop.request_stop();
}

void CredentialsView::setCredentials(const C2paRecord& record, const FileAtHand& file) {
    m_stop.request_stop();
    m_stop = {};
    m_record = record;
    m_file = file;
    fillAnswers();
    fillTree();
    m_tree->setVisible(!m_record.manifests.empty());
    m_isLoaded = !m_file.open || m_record.manifests.empty();
    if (isVisible())
        loadPictures();
}

void CredentialsView::fillAnswers() {
    QString html = QStringLiteral("<p><b>%1</b></p>")
                       .arg(core::report::credentialSummaryText(m_record).toHtmlEscaped());
    for (const auto& [question, answer] : core::report::credentialAnswerTexts(m_record))
        html += QStringLiteral("<p><b>%1</b><br>%2</p>")
                    .arg(question.toHtmlEscaped(), answer.toHtmlEscaped());
    if (const QString time = core::report::credentialTimeText(m_record); !time.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(time.toHtmlEscaped());
    for (const C2paByteRange& range : m_record.notCovered)
        html += QStringLiteral("<p>%1</p>")
                    .arg(tr("Not covered by the signature: %1 bytes from %2. %3")
                             .arg(range.length)
                             .arg(range.start)
                             .arg(shown(range.what))
                             .toHtmlEscaped());
    m_text->setText(html);
}

void CredentialsView::fillTree() {
    m_tree->clear();
    m_items.clear();
    m_shown.clear();
    addManifest(m_record.activeManifest, m_tree->invisibleRootItem(), 0);
    for (const C2paManifest& manifest : m_record.manifests)
        if (!m_shown.contains(manifest.label))
            addManifest(manifest.label, m_tree->invisibleRootItem(), 0);
    m_tree->expandToDepth(2);
}

void CredentialsView::addManifest(const std::string& label, QTreeWidgetItem* parent, int depth) {
    const C2paManifest* manifest = manifestOf(m_record, label);
    if (manifest == nullptr || depth > kMaxDepth || !m_shown.insert(label).second)
        return;
    auto* row = addRow(parent, core::report::credentialManifestText(*manifest), shown(label));
    m_items[{label, {}}] = row;
    if (manifest->signer)
        addRow(row, tr("Certificate"),
               tr("%1 (%2), issued by %3, %4")
                   .arg(shown(manifest->signer->name), shown(manifest->signer->organization),
                        shown(manifest->signer->issuer), shown(manifest->signer->algorithm)));
    for (const C2paAction& action : manifest->actions)
        addRow(row, tr("Action"), core::report::credentialActionText(action));
    for (const C2paIngredient& ingredient : manifest->ingredients) {
        auto* child = addRow(row, core::report::credentialIngredientText(ingredient),
                             shown(ingredient.format));
        m_items[{label, ingredient.label}] = child;
        if (!ingredient.manifest.empty())
            addManifest(ingredient.manifest, child, depth + 1);
    }
    for (const C2paAssertion& assertion : manifest->assertions)
        if (assertion.label.starts_with("cawg.identity"))
            addRow(row, tr("Identity"), tr("stated, not verified"));
    addStatus(*manifest, row);
}

void CredentialsView::addStatus(const C2paManifest& manifest, QTreeWidgetItem* parent) {
    if (manifest.status.failure.empty())
        return;
    auto* failures =
        addRow(parent, tr("Checks that failed"), QString::number(manifest.status.failure.size()));
    for (const C2paStatus& status : manifest.status.failure)
        addRow(failures, shown(status.code), shown(status.detail));
}

void CredentialsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    loadPictures();
}

void CredentialsView::loadPictures() {
    if (std::exchange(m_isLoaded, true))
        return;
    QThreadPool::globalInstance()->start(
        [self = QPointer<CredentialsView>(this), file = m_file, stop = m_stop.get_token()] {
            const auto document = file.open(stop);
            if (!document || (!file.sha256.empty() && (*document)->file().sha256 != file.sha256))
                return;
            for (const auto& one : core::inference::credentialPictures(**document, stop)) {
                const QImage picture = core::report::toQImage(one.picture)
                                           .scaled(kThumbnailSide, kThumbnailSide,
                                                   Qt::KeepAspectRatio, Qt::SmoothTransformation);
                QMetaObject::invokeMethod(
                    qApp,
                    [self, stop, picture, place = Place(one.manifest, one.ingredient)] {
                        if (self && !stop.stop_requested())
                            self->showPicture(place, picture);
                    },
                    Qt::QueuedConnection);
            }
        });
}

void CredentialsView::showPicture(const Place& place, const QImage& picture) {
    const auto item = m_items.find(place);
    if (item != m_items.end())
        item->second->setIcon(0, QIcon(QPixmap::fromImage(picture)));
}

} // namespace ui::provenance
