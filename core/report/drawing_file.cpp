// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/drawing_file.h"

#include <QBuffer>

namespace core::report {

Result<void> writeDrawing(QImage drawing, const std::filesystem::path& file,
                          const KeptFiles& kept) {
    // By this text the file is known again; a text chunk stands before the pixels.
    drawing.setText(QStringLiteral("Software"), QStringLiteral("Clueglass"));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !drawing.save(&buffer, "PNG"))
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory to write " + file.string() + ".");
    return writeOutput(file, output_kind::kDrawing,
                       {bytes.constData(), static_cast<std::size_t>(bytes.size())}, kept);
}

} // namespace core::report
