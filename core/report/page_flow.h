// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure_images.h"

#include <QSize>
#include <QString>

#include <memory>
#include <utility>
#include <vector>

class QImage;
class QPainter;
class QTextDocument;

namespace core::report {

/// Lengths on a page are in dots of 1/150 inch.
constexpr int kDotsPerInch = 150;

/// A part of a report that stays whole on one page: a paragraph, a row of a table, a figure.
struct Piece {
    QString html;               ///< the subset of QTextDocument; sizes in px are dots
    double spaceBefore = 0;     ///< not at the top of a page
    bool keepsWithNext = false; ///< on the same page as the piece that follows
    double leastHeight = 0;     ///< takes at least this much
};
using Pieces = std::vector<Piece>;

/// Pieces laid out on pages of one size, from the top of the first. The layout depends on nothing
/// but the pieces and the fonts: not on the screen, not on whether images are there yet.
class PageFlow {
  public:
    PageFlow(const Pieces& pieces, QSizeF page);
    ~PageFlow();
    PageFlow(const PageFlow&) = delete;
    PageFlow& operator=(const PageFlow&) = delete;

    [[nodiscard]] int pageCount() const { return m_pageCount; }
    [[nodiscard]] double lastPageHeight() const; ///< what the pieces take of the last page

    /// Gives the pixels of an image that a piece names in its `src`. Its size on the page is that
    /// of the piece's `width` and `height`.
    void addImage(const QString& name, const QImage& image);
    /// The same with a drawing in the place of pixels.
    void addDrawing(const QString& name, Drawing drawing) {
        m_images->add(name, std::move(drawing));
    }

    /// @param page  from 0; the painter's origin is the page's upper left corner
    void paint(QPainter& painter, int page) const;

  private:
    struct Part {
        std::unique_ptr<QTextDocument> document;
        double height = 0;
        double spaceBefore = 0;
        bool keepsWithNext = false;
        int page = 0; ///< the first one, for a part that is taller than a page
        double top = 0;
    };

    void measure(const Pieces& pieces);
    void place();
    double heightToKeep(std::size_t first) const;

    QSizeF m_page;
    std::unique_ptr<FigureImages> m_images = std::make_unique<FigureImages>(); ///< of all parts
    std::vector<Part> m_parts;
    int m_pageCount = 1;
};

} // namespace core::report
