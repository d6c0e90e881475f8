// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/analyzer.h"

#include "core/forensics/shared_work.h"
#include "core/image/mat.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <new>

namespace core::forensics {

namespace {

constexpr int kRowsPerStrip = 256; // a strip of a 65,500 px wide picture takes about 20 ms

void lumaRow(const std::uint8_t* bgr, float* luma, int width) {
    for (int x = 0; x < width; ++x, bgr += 3)
        luma[x] = 0.299F * static_cast<float>(bgr[2]) + 0.587F * static_cast<float>(bgr[1]) +
                  0.114F * static_cast<float>(bgr[0]);
}

Result<cv::Mat> lumaOf(const image::Image& picture, const std::stop_token& stop) {
    const cv::Mat bgr = image::asMat(picture);
    cv::Mat luma(bgr.rows, bgr.cols, CV_32F);
    for (int first = 0; first < bgr.rows; first += kRowsPerStrip) {
        if (stop.stop_requested())
            return cancelled();
        const int last = std::min(first + kRowsPerStrip, bgr.rows);
        cv::parallel_for_(cv::Range(first, last), [&](const cv::Range& rows) {
            for (int y = rows.start; y < rows.end; ++y)
                lumaRow(bgr.ptr<std::uint8_t>(y), luma.ptr<float>(y), bgr.cols);
        });
    }
    return luma;
}

} // namespace

Result<Subject> makeSubject(const image::EvidenceFile& file, const image::DecodedPicture& picture,
                            std::stop_token stop) {
    try {
        Subject subject{file, picture, {}, {}, {}, std::make_shared<SharedWork>()};
        auto luma = lumaOf(picture.image, stop);
        if (!luma)
            return tl::unexpected(luma.error());
        subject.luma = *luma;
        if (file.format != image::Format::Jpeg || !file.bytes)
            return subject;

        // A JPEG whose headers or coefficients cannot be read still has pixels to look at, so the
        // analyzers that need them say that they do not apply.
        if (auto structure = image::readJpegStructure(*file.bytes))
            subject.jpeg = *structure;
        if (stop.stop_requested())
            return cancelled();
        if (auto coefficients = image::readJpegCoefficients(*file.bytes))
            subject.coefficients = std::move(*coefficients);
        if (stop.stop_requested())
            return cancelled();
        return subject;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded, "Not enough memory to prepare the picture.");
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::LimitExceeded,
                    std::string("The picture could not be prepared: ") + error.what());
    }
}

} // namespace core::forensics
