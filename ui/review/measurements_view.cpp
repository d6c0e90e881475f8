// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/measurements_view.h"

#include "core/report/translated_words.h"
#include "ui/theme/tone_color.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::review {

namespace {

QString number(double value) {
    return QLocale().toString(value, 'g', 3);
}

QString range(const core::examination::Measurement& measurement) {
    const QString low = number(measurement.referenceLow);
    const QString high = number(measurement.referenceHigh);
    return low == high ? low : MeasurementsView::tr("%1 to %2").arg(low, high);
}

/// Outside of the usual: bold, colored, and with an arrow for those who see no color.
void markUnusual(QTreeWidgetItem* item, const core::examination::Measurement& measurement,
                 const QPalette& palette) {
    const bool isAbove = measurement.value > measurement.referenceHigh;
    if (!isAbove && measurement.value >= measurement.referenceLow)
        return;
    item->setText(1, item->text(1) + QStringLiteral(" ") + QChar(isAbove ? 0x25B2 : 0x25BC));
    const QString words = isAbove ? MeasurementsView::tr("above the usual range")
                                  : MeasurementsView::tr("below the usual range");
    item->setData(1, Qt::AccessibleTextRole, number(measurement.value) + ", " + words);
    item->setToolTip(1, item->toolTip(1) + QStringLiteral("; ") + words);
    item->setForeground(1, theme::directionColor(core::examination::Direction::Fake, palette));
    QFont bold = item->font(1);
    bold.setBold(true);
    item->setFont(1, bold);
}

} // namespace

MeasurementsView::MeasurementsView(QWidget* parent) : QWidget(parent) {
    m_hint = new QLabel;
    m_hint->setObjectName("measurementHint");
    m_hint->setWordWrap(true);
    m_table = new QTreeWidget;
    m_table->setObjectName("measurementTable");
    m_table->setAccessibleName(tr("Measurements"));
    m_table->setHeaderLabels({tr("Analyzer"), tr("Value"), tr("Usual")});
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(true);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_table->header()->setStretchLastSection(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_hint);
    layout->addWidget(m_table, 1);
    connect(m_table, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item == nullptr || !m_examination)
            return;
        const auto row = static_cast<std::size_t>(m_table->indexOfTopLevelItem(item));
        const core::examination::Measurement& chosen = m_examination->measurements[row];
        Q_EMIT mapChosen(core::report::analyzerWord(chosen.analyzer), chosen.map);
    });
}

void MeasurementsView::setExamination(
    std::shared_ptr<const core::examination::Examination> examination) {
    const QSignalBlocker quiet(m_table);
    m_table->clear();
    m_examination = std::move(examination);
    if (!m_examination)
        return;
    m_hint->setText(m_examination->measurements.empty()
                        ? tr("This engine measures nothing; its clues are what the model says.")
                        : tr("Choose a row to see its map over the picture."));
    for (const core::examination::Measurement& measurement : m_examination->measurements) {
        auto* item = new QTreeWidgetItem(m_table);
        item->setText(0, core::report::analyzerWord(measurement.analyzer));
        if (measurement.applies) {
            item->setText(1, number(measurement.value));
            item->setText(2, range(measurement));
            item->setToolTip(1, QString::fromStdString(measurement.statistic));
            item->setToolTip(0, QString::fromStdString(measurement.statistic));
            markUnusual(item, measurement, palette());
        } else {
            item->setText(1, tr("does not apply"));
            const QString reason = core::report::reasonText(measurement);
            for (int column = 0; column < 3; ++column)
                item->setToolTip(column, reason);
            item->setText(0, item->text(0) + "\n" + reason);
        }
    }
}

} // namespace ui::review
