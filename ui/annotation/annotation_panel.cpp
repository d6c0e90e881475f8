// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/annotation/annotation_panel.h"

#include "core/report/annotation_words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::annotation {

using core::annotations::Annotation;

AnnotationPanel::AnnotationPanel(QWidget* parent)
    : QWidget(parent), m_hint(new QLabel), m_list(new QListWidget), m_words(new QWidget),
      m_label(new QComboBox), m_comment(new QLineEdit), m_link(new QComboBox) {
    m_hint->setText(tr("Nothing is drawn on this picture. Choose a shape in the Annotate menu and "
                       "drag over the picture; Escape ends drawing."));
    m_hint->setWordWrap(true);
    setObjectName("annotationPanel");
    m_list->setObjectName("annotationList");
    m_list->setAccessibleName(tr("Annotations of this picture"));
    m_list->setWordWrap(true);
    m_label->setObjectName("annotationLabel");
    m_label->setEditable(true);
    m_label->setInsertPolicy(QComboBox::NoInsert);
    m_comment->setObjectName("annotationComment");
    m_link->setObjectName("annotationLink");
    auto* form = new QFormLayout(m_words);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Label:"), m_label);
    form->addRow(tr("&Comment:"), m_comment);
    form->addRow(tr("Linked &to:"), m_link);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_hint);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_words);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT chosen(m_annotations[static_cast<std::size_t>(row)].id);
    });
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (m_list->currentRow() >= 0)
            Q_EMIT zoomRequested(m_annotations[static_cast<std::size_t>(m_list->currentRow())].id);
    });
    connect(m_label, &QComboBox::textActivated, this, &AnnotationPanel::finish);
    connect(m_label->lineEdit(), &QLineEdit::editingFinished, this, &AnnotationPanel::finish);
    connect(m_comment, &QLineEdit::editingFinished, this, &AnnotationPanel::finish);
    connect(m_label->lineEdit(), &QLineEdit::returnPressed, this, &AnnotationPanel::editComment);
    connect(m_comment, &QLineEdit::returnPressed, this, &AnnotationPanel::left);
    connect(m_link, &QComboBox::activated, this, &AnnotationPanel::finish);
    show({}, {}, {}, {});
}

void AnnotationPanel::show(const std::vector<Annotation>& annotations, const std::string& selected,
                           const QStringList& labels, const Links& links) {
    const QSignalBlocker quiet(m_list);
    m_annotations = annotations;
    m_selected = selected;
    m_list->clear();
    int row = -1;
    for (const Annotation& annotation : annotations) {
        if (annotation.id == selected)
            row = m_list->count();
        m_list->addItem(core::report::annotationSentence(annotation));
    }
    m_list->setCurrentRow(row);
    m_hint->setVisible(annotations.empty());
    m_list->setVisible(!annotations.empty());
    showWords(row < 0 ? nullptr : &m_annotations[static_cast<std::size_t>(row)], labels, links);
}

void AnnotationPanel::editLabel() {
    m_label->setFocus();
    m_label->lineEdit()->selectAll();
}

void AnnotationPanel::editComment() {
    m_comment->setFocus();
    m_comment->selectAll();
}

void AnnotationPanel::showWords(const Annotation* annotation, const QStringList& labels,
                                const Links& links) {
    m_words->setVisible(annotation != nullptr);
    if (annotation == nullptr)
        return;
    // What is being typed stays.
    if (!m_label->lineEdit()->hasFocus()) {
        m_label->clear();
        m_label->addItems(labels);
        m_label->setCurrentText(QString::fromStdString(annotation->label));
    }
    if (!m_comment->hasFocus())
        m_comment->setText(QString::fromStdString(annotation->comment));
    m_link->clear();
    m_link->addItem(tr("nothing"), QString());
    for (const auto& [link, words] : links)
        m_link->addItem(words, QString::fromStdString(link));
    const int place = m_link->findData(QString::fromStdString(annotation->link));
    m_link->setCurrentIndex(std::max(0, place));
}

void AnnotationPanel::finish() {
    const auto found = std::ranges::find(m_annotations, m_selected, &Annotation::id);
    if (found == m_annotations.end())
        return;
    Annotation now = *found;
    now.label = m_label->currentText().trimmed().toStdString();
    now.comment = m_comment->text().trimmed().toStdString();
    now.link = m_link->currentData().toString().toStdString();
    if (now == *found)
        return;
    *found = now;
    Q_EMIT edited(now);
}

} // namespace ui::annotation
