// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/picture_image.h"

namespace core::report {

QImage toQImage(const image::Image& image) {
    if (image.isNull())
        return {};
    using Shared = std::shared_ptr<const image::ByteBuffer>;
    auto* owner = new Shared(image.bytes()); // deleted by the QImage's clean-up function
    const PixelView view = image.view();
    return {view.data,
            view.width,
            view.height,
            view.bytesPerRow,
            QImage::Format_BGR888,
            [](void* pointer) { delete static_cast<Shared*>(pointer); },
            owner};
}

} // namespace core::report
