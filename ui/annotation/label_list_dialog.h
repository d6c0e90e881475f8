// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QListWidget;

namespace ui::annotation {

/// The labels that are offered for annotations: to be added, renamed, moved and removed. What was
/// drawn already keeps its label.
class LabelListDialog : public QDialog {
    Q_OBJECT

  public:
    LabelListDialog(const QStringList& labels, const QStringList& defaults,
                    QWidget* parent = nullptr);

  Q_SIGNALS:
    void changed(const QStringList& labels); ///< at once, without empty ones and repetitions

  private:
    void fill(const QStringList& labels);
    void append(const QString& label);
    void addNew();
    void removeCurrent();
    void moveCurrent(int by);
    void tell();

    QListWidget* m_list;
};

} // namespace ui::annotation
