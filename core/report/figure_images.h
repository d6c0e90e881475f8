// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QTextObjectInterface>

#include <functional>

class QPainter;
class QRectF;

namespace core::report {

/// Paints what stands in the place of an image. The place is in the painter's coordinates.
using Drawing = std::function<void(QPainter& painter, const QRectF& place)>;

/// The images of a text document as drawings, so that lines and numbers stay lines and numbers on
/// a page, however few pixels the picture below them has.
class FigureImages : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

  public:
    void add(const QString& name, Drawing drawing) { m_drawings.insert(name, std::move(drawing)); }

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& place, QTextDocument* document, int position,
                    const QTextFormat& format) override;

  private:
    QHash<QString, Drawing> m_drawings;
};

} // namespace core::report
