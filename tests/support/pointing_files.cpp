// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture_maker.h"
#include "tests/support/pointing_checkpoint.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

/// Writes the checkpoint whose true regions are known, and pictures for it, into a folder: to look
/// at regions and checks in the real window.
int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: pointing_files FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder / "model");
    if (const auto written = tests::writePointingCheckpoint(folder / "model"); !written) {
        std::cerr << written.error().message << '\n';
        return 1;
    }
    constexpr std::uint32_t kPictures = 6;
    for (std::uint32_t seed = 1; seed <= kPictures; ++seed) {
        auto picture = tests::seededPattern(seed, static_cast<int>(seed % 3));
        // A wide picture, of which the model sees the middle.
        constexpr int kScale = 4;
        const auto scaled = [&](core::Rect box) {
            return core::Rect{box.x * kScale + 128, box.y * kScale, box.width * kScale,
                              box.height * kScale};
        };
        picture.upright = scaled(picture.upright);
        picture.level = scaled(picture.level);
        for (auto& sink : picture.sinks)
            sink = scaled(sink);
        picture.width = picture.width * kScale + 256;
        picture.height *= kScale;
        const auto pixels = picture.pixels();
        const auto png = tests::pngBytes(
            tests::pictureOf(picture.width, picture.height, {pixels.begin(), pixels.end()}));
        std::ofstream(folder / ("pattern" + std::to_string(seed) + ".png"), std::ios::binary)
            .write(reinterpret_cast<const char*>(png.data()),
                   static_cast<std::streamsize>(png.size()));
    }
    return 0;
}
