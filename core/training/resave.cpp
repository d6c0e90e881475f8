// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/resave.h"

#include "core/base/digest.h"
#include "core/image/copy_encoder.h"
#include "core/image/jpeg_encoder.h"
#include "core/image/mat.h"
#include "core/image/safe_decoder.h"

#include <memory>
#include <utility>

namespace core::training {

namespace {

Result<cv::Mat> decoded(const image::EvidenceFile& file) {
    auto picture = image::decode(file, {});
    if (!picture)
        return tl::unexpected(picture.error());
    return image::asMat(picture->image).clone();
}

} // namespace

Result<image::EvidenceFile> savedAsJpeg(const cv::Mat& picture, int quality, int sampling) {
    auto bytes = image::encodeJpeg(image::imageFrom(picture), {quality, sampling, sampling});
    if (!bytes)
        return tl::unexpected(bytes.error());
    image::EvidenceFile file;
    file.sha256 = sha256(*bytes);
    file.bytes = std::make_shared<const image::ByteBuffer>(std::move(*bytes));
    file.format = image::Format::Jpeg;
    return file;
}

Result<cv::Mat> resavedAsJpeg(const cv::Mat& picture, int quality, int sampling) {
    const auto file = savedAsJpeg(picture, quality, sampling);
    if (!file)
        return tl::unexpected(file.error());
    return decoded(*file);
}

Result<cv::Mat> resavedAsWebp(const cv::Mat& picture, int quality) {
    auto bytes = image::encodeWebp(image::imageFrom(picture), quality);
    if (!bytes)
        return tl::unexpected(bytes.error());
    image::EvidenceFile file;
    file.bytes = std::make_shared<const image::ByteBuffer>(std::move(*bytes));
    file.format = image::Format::Webp;
    return decoded(file);
}

} // namespace core::training
