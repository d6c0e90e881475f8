// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace ui::clues {

/// A list as high as all of its rows, so that whatever it lies in scrolls as a whole.
class ClueView : public QListView {
    Q_OBJECT

  public:
    explicit ClueView(QWidget* parent = nullptr);

    void doItemsLayout() override;
    QSize minimumSizeHint() const override { return {120, height()}; }

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; ///< for whatever it lies in
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
};

} // namespace ui::clues
