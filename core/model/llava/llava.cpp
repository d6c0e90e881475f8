// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/llava/llava.h"

namespace core::model {

Result<EncodedPicture> Llava::encode(const PreparedPicture& picture, std::stop_token stop) const {
    const std::int64_t side = m_config.vision.imageSize;
    if (picture.geometry.width != side || picture.geometry.height != side)
        return fail(ErrorCode::InvalidArgument,
                    "The prepared picture does not have the size that the model was made for.");
    const at::Tensor pixels = at::tensor(picture.values).view({3, side, side}).to(m_device);
    auto features = m_tower.features(pixels, stop);
    if (!features)
        return tl::unexpected(features.error());
    if (stop.stop_requested())
        return cancelled();
    return EncodedPicture{*features, m_projector(*features)};
}

} // namespace core::model
