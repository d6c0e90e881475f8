// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ui::theme {

/// One line of text that ends in dots where it does not fit, and never makes a window wider.
class ElidedLabel : public QLabel {
    Q_OBJECT

  public:
    explicit ElidedLabel(Qt::TextElideMode mode = Qt::ElideMiddle, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override; ///< the whole text as tool tip while it is cut

  private:
    [[nodiscard]] bool isCut() const;

    Qt::TextElideMode m_mode;
};

} // namespace ui::theme
