// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/manipulation_set.h"

#include "core/image/copy_encoder.h"
#include "core/image/jpeg_encoder.h"
#include "core/image/mat.h"
#include "core/image/safe_decoder.h"
#include "core/training/blending.h"
#include "core/training/manipulation.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace core::training {

namespace {

constexpr int kLargestSide = 1280;

std::optional<image::Image> reduced(const std::filesystem::path& file) {
    const auto bytes = image::readEvidence(file, {});
    if (!bytes)
        return std::nullopt;
    const auto picture = image::decode(*bytes, {});
    if (!picture)
        return std::nullopt;
    const int longer = std::max(picture->image.width(), picture->image.height());
    if (longer <= kLargestSide)
        return picture->image;
    cv::Mat small;
    const double scale = static_cast<double>(kLargestSide) / longer;
    cv::resize(image::asMat(picture->image), small, {}, scale, scale, cv::INTER_AREA);
    return image::imageFrom(small);
}

bool write(const std::filesystem::path& file, const Result<image::ByteBuffer>& bytes) {
    if (!bytes)
        return false;
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes->data()),
              static_cast<std::streamsize>(bytes->size()));
    return static_cast<bool>(out.flush());
}

/// What to make of the picture with this number.
struct Task {
    std::optional<Manipulation> manipulation;
    std::uint64_t seed = 0;
    bool isLossless = false;
};

Task taskFor(int number, std::uint64_t seed) {
    Task task;
    task.seed = seed * 1000003 + static_cast<std::uint64_t>(number);
    task.isLossless = number % 4 == 3;
    if (number % 3 != 2)
        task.manipulation =
            kAllManipulations[static_cast<std::size_t>(number / 3 * 2 + number % 3) %
                              kAllManipulations.size()];
    return task;
}

/// One finished picture; nothing when it could not be made.
std::optional<Manipulated> made(const TrainingItem& item, const TrainingItem& donorItem,
                                const Task& task) {
    auto host = reduced(item.file);
    if (!host || !task.manipulation)
        return host ? std::optional(Manipulated{*host, {}}) : std::nullopt;
    const auto donor = *task.manipulation == Manipulation::Splice ? reduced(donorItem.file)
                                                                  : std::optional(image::Image());
    auto result = manipulated(*host, donor.value_or(image::Image()), *task.manipulation, task.seed);
    return result ? std::optional(std::move(*result)) : std::nullopt;
}

Result<void> save(const Manipulated& picture, const Task& task, const std::filesystem::path& stem,
                  std::string& name) {
    Random random(task.seed ^ 0x5bd1e995U);
    name = stem.filename().string() + (task.isLossless ? ".png" : ".jpg");
    const int quality = integer(random, 75, 97);
    const int sampling = integer(random, 1, 2);
    const auto bytes = task.isLossless
                           ? image::encodePng(picture.picture)
                           : image::encodeJpeg(picture.picture, {quality, sampling, sampling});
    bool isWritten = write(stem.parent_path() / name, bytes);
    if (isWritten && !picture.mask.isNull())
        isWritten = write(stem.string() + ".mask.png", image::encodePng(picture.mask));
    if (!isWritten)
        return fail(ErrorCode::WriteFailed,
                    "The pictures cannot be written to " + stem.parent_path().string() + ".");
    return {};
}

} // namespace

Result<int> writeManipulationSet(const std::vector<TrainingItem>& items, int count,
                                 std::uint64_t seed, const std::filesystem::path& folder) {
    std::vector<TrainingItem> reals;
    std::ranges::copy_if(items, std::back_inserter(reals),
                         [](const TrainingItem& item) { return !item.isGenerated; });
    if (reals.empty())
        return fail(ErrorCode::InvalidArgument, "The list has no real picture.");
    Random random(seed);
    std::ranges::shuffle(reals, random);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::ofstream manifest(folder / "manifest.tsv");
    manifest << "file\tclass\tgenerator\tlook\tsource\tmask\n";
    int written = 0;
    for (std::size_t i = 0; i < reals.size() && written < count; ++i) {
        const Task task = taskFor(written, seed);
        const auto picture = made(reals[i], reals[(i * 7 + 13) % reals.size()], task);
        if (!picture)
            continue;
        const std::string number = std::to_string(10000 + written).substr(1);
        std::string name;
        if (auto saved = save(*picture, task, folder / number, name); !saved)
            return tl::unexpected(saved.error());
        manifest << name << '\t' << (task.manipulation ? "manipulated" : "real") << '\t'
                 << (task.manipulation ? manipulationName(*task.manipulation) : "camera") << '\t'
                 << reals[i].look << '\t' << reals[i].source << '\t'
                 << (task.manipulation ? number + ".mask.png" : "") << '\n';
        ++written;
    }
    if (!manifest.flush())
        return fail(ErrorCode::WriteFailed,
                    "The list cannot be written to " + folder.string() + ".");
    return written;
}

} // namespace core::training
