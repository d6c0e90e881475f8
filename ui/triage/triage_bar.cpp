// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triage_bar.h"

#include "core/report/examiner_words.h"
#include "ui/gallery/flow_layout.h"
#include "ui/theme/elided_label.h"
#include "ui/triage/mark_words.h"
#include "ui/triage/triage_desk.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::triage {

namespace {

constexpr int kBestRating = 5;

QString tagText(const std::vector<std::string>& tags) {
    QStringList words;
    for (const std::string& tag : tags)
        words << QString::fromStdString(tag);
    return words.join(QStringLiteral(", "));
}

/// A field in which somebody types is left alone.
void put(QLineEdit* edit, const std::string& text) {
    const QString shown = QString::fromStdString(text);
    if (!edit->hasFocus() && edit->text() != shown)
        edit->setText(shown);
}

} // namespace

TriageBar::TriageBar(TriageDesk* desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setObjectName("triageBar");
    m_state = new theme::ElidedLabel(Qt::ElideRight);
    m_state->setObjectName("triageState");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->setSpacing(2);
    layout->addWidget(makeDecisions());
    layout->addWidget(makeTexts());
    connect(m_desk, &TriageDesk::noteRequested, this, [this] { m_note->setFocus(); });
    connect(m_desk, &TriageDesk::tagsRequested, this, [this] { m_tags->setFocus(); });
}

QWidget* TriageBar::makeDecisions() {
    auto* box = new QWidget;
    auto* row = new gallery::FlowLayout(box);
    for (QAction* action : m_desk->reviewActions()) {
        const QString name = action != nullptr ? action->objectName() : QString();
        QString text;
        if (name == "confirm")
            text = tr("Confirm");
        else if (name == "concludeReal")
            text = tr("Real");
        else if (name == "concludeFake")
            text = tr("Fake");
        else if (name == "concludeInconclusive")
            text = tr("Inconclusive");
        else if (name == "pick")
            text = tr("Pick");
        else if (name == "reject")
            text = tr("Reject");
        if (text.isEmpty())
            continue;
        auto* button = new QToolButton;
        button->setObjectName(name + "Button");
        button->setText(text);
        const auto explain = [button, action] {
            button->setToolTip(QString(action->text()).remove('&') + " (" +
                               action->shortcut().toString(QKeySequence::NativeText) + ")");
        };
        connect(action, &QAction::changed, button, explain); // it may get another key
        explain();
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        row->addWidget(button);
    }
    row->addWidget(m_state);
    return box;
}

QWidget* TriageBar::makeTexts() {
    m_support = new QComboBox;
    m_support->setObjectName("supportScale");
    m_support->setAccessibleName(tr("How strongly the findings support the conclusion"));
    m_support->setToolTip(m_support->accessibleName());
    m_support->addItems(core::report::supportWords());
    connect(m_support, &QComboBox::activated, this,
            [this](int support) { m_desk->setSupport(support); });
    m_support->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_support->setMinimumContentsLength(8);
    m_reasons =
        makeEdit("reasonsEdit", tr("Reasons for the conclusion"), &TriageBar::finishReasons);
    m_tags = makeEdit("tagsEdit", tr("Tags, with commas between them"), &TriageBar::finishTags);
    m_note = makeEdit("noteEdit", tr("Note"), &TriageBar::finishNote);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_support, 1);
    row->addWidget(m_reasons, 2);
    row->addWidget(m_tags, 1);
    row->addWidget(m_note, 2);
    return box;
}

QLineEdit* TriageBar::makeEdit(const char* name, const QString& label,
                               void (TriageBar::*finish)(QLineEdit*)) {
    auto* edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(label);
    edit->setPlaceholderText(label);
    edit->setToolTip(label);
    connect(edit, &QLineEdit::editingFinished, this,
            [this, edit, finish] { (this->*finish)(edit); });
    // The keys go through the pictures again.
    connect(edit, &QLineEdit::returnPressed, edit, [this] { parentWidget()->setFocus(); });
    return edit;
}

void TriageBar::finishReasons(QLineEdit* edit) {
    if (m_marks.conclusion && edit->text().toStdString() != m_marks.conclusion->reasons)
        m_desk->setReasons(edit->text());
}

void TriageBar::finishTags(QLineEdit* edit) {
    if (edit->text() != tagText(m_marks.tags))
        m_desk->setTags(edit->text().split(','));
}

void TriageBar::finishNote(QLineEdit* edit) {
    if (edit->text().toStdString() != m_marks.note)
        m_desk->setNote(edit->text());
}

void TriageBar::show(const core::cases::Marks& marks,
                     std::optional<core::examination::Verdict> machine) {
    m_marks = marks;
    QStringList words;
    words << (machine ? tr("Machine: %1").arg(core::report::conclusionWord(*machine))
                      : tr("Machine: no verdict"));
    words << (marks.conclusion
                  ? tr("Examiner: %1").arg(core::report::conclusionWord(marks.conclusion->verdict))
                  : tr("Examiner: no conclusion"));
    if (marks.conclusion && machine && marks.conclusion->verdict != *machine)
        words << tr("they disagree");
    if (marks.isPicked)
        words << tr("picked");
    if (marks.isRejected)
        words << tr("rejected");
    if (marks.rating > 0)
        words << QString(marks.rating, QChar(0x2605)) +
                     QString(kBestRating - marks.rating, QChar(0x2606));
    if (marks.color > 0)
        words << colorWord(marks.color);
    m_state->setText(words.join(QStringLiteral("  ·  ")));
    const QSignalBlocker quiet(m_support);
    m_support->setCurrentIndex(marks.conclusion ? marks.conclusion->support : 0);
    m_support->setEnabled(marks.conclusion.has_value());
    m_reasons->setEnabled(marks.conclusion.has_value());
    put(m_reasons, marks.conclusion ? marks.conclusion->reasons : std::string());
    put(m_tags, tagText(marks.tags).toStdString());
    put(m_note, marks.note);
}

} // namespace ui::triage
