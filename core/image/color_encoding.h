// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/codec.h"
#include "core/image/format_sniffer.h"
#include "core/image/image.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::image {

/// Numbers of ITU-T H.273 that name the colors of a video-like picture (nclx, cICP).
struct ColorCodes {
    int primaries = 2; ///< 2: not said
    int transfer = 2;
};

/// What a file says about how its numbers stand for colors. The first that is there counts.
struct ColorStatement {
    std::optional<ColorCodes> codes;
    ByteBuffer icc;
    std::string iccProblem;      ///< why a profile that is there cannot be used; a sentence
    std::optional<double> gamma; ///< PNG gAMA: exponent of the encoding, 1 for linear
    /// PNG cHRM: x and y of white, red, green and blue
    std::optional<std::array<double, 8>> chromaticities;
    bool isMissing = false;     ///< HEIC, AVIF: neither the container nor the stream says anything
    bool isAdobeByExif = false; ///< DCF option file: EXIF names Adobe RGB, nothing is embedded
};

/// @source ITU-T H.273; PNG 3rd edition, 11.3.2; ICC.1:2022 Annex B; DCF 2.0 (JEITA CP-3461B)
[[nodiscard]] ColorStatement colorStatement(Format format, Bytes file);

/// The way from a file's numbers to sRGB, by LittleCMS. High dynamic range is shown with reference
/// white (203 cd/m2) as white; what is brighter is clipped.
class ColorConverter {
  public:
    /// @param isGray  whether the file has one channel of color
    ColorConverter(const ColorStatement& statement, bool isGray);
    ~ColorConverter();
    ColorConverter(const ColorConverter&) = delete;
    ColorConverter& operator=(const ColorConverter&) = delete;

    /// False for sRGB, what comes close to it, and where nothing can be done.
    [[nodiscard]] bool isNeeded() const;
    [[nodiscard]] const std::string& name() const { return m_name; } ///< e.g. "Display P3"
    /// Whether gray stays about where it is, as on the pictures of the calibration.
    [[nodiscard]] bool isCalibrated() const { return m_isCalibrated; }
    [[nodiscard]] const std::string& problem() const { return m_problem; } ///< a sentence, or empty

    /// In place. @param bgr  pixels x 3
    void convert(ByteBuffer& bgr) const;
    /// @param rgb  pixels x 3, R G B, 0 to 65535; @param bgr  pixels x 3
    void convert(const std::vector<std::uint16_t>& rgb, ByteBuffer& bgr) const;

  private:
    struct Transforms;
    void open(const ColorStatement& statement, bool isGray);
    void judge();

    std::unique_ptr<Transforms> m_transforms;
    std::string m_name;
    std::string m_problem;
    bool m_isCalibrated = true;
    bool m_isGray = false;
};

/// CIE L*a*b* (D50) to sRGB.
class LabConverter {
  public:
    LabConverter();
    ~LabConverter();
    LabConverter(const LabConverter&) = delete;
    LabConverter& operator=(const LabConverter&) = delete;

    /// @param lab  pixels x 3: L 0 to 65535 for 0 to 100, a and b 257 for each step from -128
    void convert(const std::uint16_t* lab, std::uint8_t* bgr, int pixels) const;

  private:
    void* m_transform = nullptr;
};

} // namespace core::image
