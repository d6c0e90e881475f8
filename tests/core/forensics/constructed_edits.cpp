// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/forensics/constructed_edits.h"

#include "core/clues/clue_catalog.h"
#include "core/image/mat.h"
#include "core/image/safe_decoder.h"
#include "tests/support/picture_maker.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace tests {

using namespace core;
using namespace core::forensics;

namespace {

template <typename Value> Value valueOrEnd(Result<Value> result) {
    if (!result) {
        std::fprintf(stderr, "constructed_edits: %s\n", result.error().message.c_str());
        std::abort();
    }
    return std::move(*result);
}

image::Image imageOf(const cv::Mat& pixels) {
    image::ByteBuffer bytes(pixels.total() * 3);
    pixels.copyTo(cv::Mat(pixels.rows, pixels.cols, CV_8UC3, bytes.data()));
    return pictureOf(pixels.cols, pixels.rows, std::move(bytes));
}

image::EvidenceFile fileOf(image::ByteBuffer bytes, image::Format format) {
    image::EvidenceFile file;
    file.format = format;
    file.bytes = std::make_shared<const image::ByteBuffer>(std::move(bytes));
    return file;
}

Subject subjectOf(const image::EvidenceFile& file) {
    return valueOrEnd(makeSubject(file, valueOrEnd(image::decode(file, {}))));
}

} // namespace

cv::Mat texturedScene(int width, int height, unsigned seed) {
    cv::RNG random(seed);
    cv::Mat scene(height, width, CV_32FC3, cv::Scalar::all(125));
    for (const double scale : {1.0, 2.0, 4.0, 16.0, 64.0}) {
        cv::Mat layer(static_cast<int>(height / scale) + 2, static_cast<int>(width / scale) + 2,
                      CV_32FC3);
        random.fill(layer, cv::RNG::UNIFORM, -1, 1);
        // The channels of real texture go together.
        cv::transform(layer, layer, cv::Matx33f(.8F, .1F, .1F, .1F, .8F, .1F, .1F, .1F, .8F));
        cv::resize(layer, layer, scene.size(), 0, 0, cv::INTER_CUBIC);
        scene += layer * (4.0 + 3.0 * std::sqrt(scale));
    }
    cv::Mat pixels;
    scene.convertTo(pixels, CV_8UC3);
    cv::max(pixels, cv::Scalar::all(20), pixels);
    cv::min(pixels, cv::Scalar::all(235), pixels);
    return pixels;
}

cv::Mat savedAt(const cv::Mat& pixels, int quality) {
    const auto file = fileOf(jpegBytes(imageOf(pixels), quality), image::Format::Jpeg);
    return image::asMat(valueOrEnd(image::decode(file, {})).image).clone();
}

cv::Mat withPart(const cv::Mat& scene, const cv::Mat& other, const Rect& place) {
    const cv::Rect part(place.x, place.y, place.width, place.height);
    cv::Mat edited = scene.clone();
    other(part).copyTo(edited(part));
    return edited;
}

Subject jpegSubject(const cv::Mat& pixels, int quality, int orientation) {
    auto bytes = jpegBytes(imageOf(pixels), quality);
    if (orientation != 1)
        bytes = withExifOrientation(bytes, orientation);
    return subjectOf(fileOf(std::move(bytes), image::Format::Jpeg));
}

Subject pngSubject(const cv::Mat& pixels) {
    return subjectOf(fileOf(pngBytes(imageOf(pixels)), image::Format::Png));
}

Evidence measuredBy(const Analyzer& analyzer, const Subject& subject) {
    return valueOrEnd(analyzer.analyze(subject, {}));
}

int accusations(const Evidence& evidence) {
    return static_cast<int>(
        std::ranges::count(evidence.findings, examination::Direction::Fake, &Finding::direction));
}

double bestOverlap(const Evidence& evidence, const Rect& place) {
    double best = 0;
    for (const Finding& finding : evidence.findings) {
        for (const Region& region : finding.regions)
            best = std::max(best, intersectionOverUnion(region.box, place));
    }
    return best;
}

std::string sentenceProblem(const Evidence& evidence) {
    if (!evidence.applies) {
        const char* sentence = clues::clueSentence(evidence.reasonId);
        return sentence != nullptr && evidence.reason == sentence ? ""
                                                                  : "reason " + evidence.reasonId;
    }
    for (const Finding& finding : evidence.findings) {
        const char* sentence = clues::clueSentence(finding.templateId);
        if (sentence == nullptr)
            return "no sentence " + finding.templateId;
        if (clues::filled(sentence, finding.numbers, {}).find('?') != std::string::npos)
            return "a gap stays empty in " + finding.templateId;
    }
    for (const auto& [name, value] : evidence.features) {
        if (!std::isfinite(value))
            return "not finite: " + name;
    }
    return "";
}

} // namespace tests
