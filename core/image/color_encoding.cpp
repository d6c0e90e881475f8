// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/color_encoding.h"

#include <lcms2.h>

#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace core::image {

namespace {

constexpr double kReferenceWhite = 203; // cd/m2, ITU-R BT.2408
constexpr double kHlgPeak = 1000;       // cd/m2
constexpr double kHlgSystemGamma = 1.2; // ITU-R BT.2100, for that peak
constexpr int kSameAsSrgb = 2;          // levels
constexpr int kLargestShiftOfGray = 32; // levels; profiles of cameras and screens stay below
constexpr int kCurvePoints = 4096;
constexpr int kPixelsPerBand = 1 << 16;
constexpr unsigned kIntent = INTENT_RELATIVE_COLORIMETRIC;

constexpr int kPq = 16;
constexpr int kHlg = 18;

struct ProfileCloser {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, ProfileCloser>;
struct CurveFreer {
    void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
using Curve = std::unique_ptr<cmsToneCurve, CurveFreer>;

using Primaries = std::array<double, 8>; // white, red, green, blue

constexpr Primaries kBt709 = {.3127, .3290, .64, .33, .30, .60, .15, .06};
constexpr Primaries kDisplayP3 = {.3127, .3290, .680, .320, .265, .690, .15, .06};
constexpr Primaries kBt2020 = {.3127, .3290, .708, .292, .170, .797, .131, .046};
constexpr Primaries kAdobeRgb = {.3127, .3290, .64, .33, .21, .71, .15, .06};

struct NamedPrimaries {
    int number;
    const char* name;
    Primaries values;
};
constexpr std::array kPrimaries = {
    NamedPrimaries{4, "BT.470 M primaries", {.310, .316, .67, .33, .21, .71, .14, .08}},
    NamedPrimaries{5, "BT.601 625 primaries", {.3127, .3290, .64, .33, .29, .60, .15, .06}},
    NamedPrimaries{6, "BT.601 525 primaries", {.3127, .3290, .63, .34, .31, .595, .155, .07}},
    NamedPrimaries{7, "SMPTE 240M primaries", {.3127, .3290, .63, .34, .31, .595, .155, .07}},
    NamedPrimaries{8, "film primaries", {.310, .316, .681, .319, .243, .692, .145, .049}},
    NamedPrimaries{9, "BT.2020", kBt2020},
    NamedPrimaries{11, "DCI-P3", {.314, .351, .680, .320, .265, .690, .15, .06}},
    NamedPrimaries{12, "Display P3", kDisplayP3},
    NamedPrimaries{22, "EBU 3213 primaries", {.3127, .3290, .63, .34, .295, .605, .155, .077}},
};

Curve tabulated(double (*linear)(double)) {
    std::vector<float> table(kCurvePoints);
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<float>(
            std::clamp(linear(static_cast<double>(i) / (kCurvePoints - 1)), 0.0, 1.0));
    return Curve(cmsBuildTabulatedToneCurveFloat(nullptr, kCurvePoints, table.data()));
}

/// SMPTE ST 2084; relative to reference white.
double pqToLinear(double value) {
    constexpr double kM1 = 2610.0 / 16384;
    constexpr double kM2 = 2523.0 / 4096 * 128;
    constexpr double kC1 = 3424.0 / 4096;
    constexpr double kC2 = 2413.0 / 4096 * 32;
    constexpr double kC3 = 2392.0 / 4096 * 32;
    const double power = std::pow(value, 1 / kM2);
    const double nits =
        10'000 * std::pow(std::max(power - kC1, 0.0) / (kC2 - kC3 * power), 1 / kM1);
    return nits / kReferenceWhite;
}

/// ITU-R BT.2100, the display's part taken channel by channel; relative to reference white.
double hlgToLinear(double value) {
    constexpr double kA = 0.17883277;
    constexpr double kB = 0.28466892;
    constexpr double kC = 0.55991073;
    const double scene = value <= 0.5 ? value * value / 3 : (std::exp((value - kC) / kA) + kB) / 12;
    return kHlgPeak * std::pow(scene, kHlgSystemGamma) / kReferenceWhite;
}

Curve srgbCurve() {
    const double parameters[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    return Curve(cmsBuildParametricToneCurve(nullptr, 4, parameters));
}

Curve gammaCurve(double exponent) {
    return Curve(cmsBuildGamma(nullptr, exponent));
}

struct NamedCurve {
    std::string name; ///< empty for what is shown like sRGB
    Curve curve;      ///< null when it is not known
};

NamedCurve curveOf(int transfer) {
    switch (transfer) {
    case 1: // video curves are shown as sRGB, as everybody does
    case 2:
    case 6:
    case 7:
    case 13:
    case 14:
    case 15:
        return {"", srgbCurve()};
    case 4:
        return {"gamma 2.2", gammaCurve(2.2)};
    case 5:
        return {"gamma 2.8", gammaCurve(2.8)};
    case 8:
        return {"linear", gammaCurve(1)};
    case kPq:
        return {"PQ (high dynamic range)", tabulated(&pqToLinear)};
    case kHlg:
        return {"HLG (high dynamic range)", tabulated(&hlgToLinear)};
    default:
        return {"transfer characteristics number " + std::to_string(transfer), nullptr};
    }
}

Profile profileOf(const Primaries& p, const Curve& curve) {
    const cmsCIExyY white = {p[0], p[1], 1};
    const cmsCIExyYTRIPLE primaries = {{p[2], p[3], 1}, {p[4], p[5], 1}, {p[6], p[7], 1}};
    cmsToneCurve* curves[] = {curve.get(), curve.get(), curve.get()};
    return Profile(cmsCreateRGBProfile(&white, &primaries, curves));
}

std::string descriptionOf(void* profile) {
    std::array<char, 200> text{};
    cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", text.data(),
                           static_cast<cmsUInt32Number>(text.size() - 1));
    std::string name(text.data());
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    return name.empty() ? "unnamed profile" : name;
}

} // namespace

struct ColorConverter::Transforms {
    cmsHTRANSFORM narrow = nullptr; ///< BGR 8 to BGR 8; of gray: 1 channel to BGR 8
    cmsHTRANSFORM wide = nullptr;   ///< RGB 16 to BGR 8; of gray: 1 channel

    Transforms(void* profile, bool isGray) {
        const Profile screen(cmsCreate_sRGBProfile());
        constexpr unsigned kFlags = cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION;
        narrow = cmsCreateTransform(profile, isGray ? TYPE_GRAY_8 : TYPE_BGR_8, screen.get(),
                                    TYPE_BGR_8, kIntent, kFlags);
        wide = cmsCreateTransform(profile, isGray ? TYPE_GRAY_16 : TYPE_RGB_16, screen.get(),
                                  TYPE_BGR_8, kIntent, kFlags);
    }
    ~Transforms() {
        if (narrow != nullptr)
            cmsDeleteTransform(narrow);
        if (wide != nullptr)
            cmsDeleteTransform(wide);
    }
    Transforms(const Transforms&) = delete;
    Transforms& operator=(const Transforms&) = delete;
    [[nodiscard]] bool isValid() const { return narrow != nullptr && wide != nullptr; }
};

ColorConverter::ColorConverter(const ColorStatement& statement, bool isGray) {
    open(statement, isGray);
    if (m_transforms && !m_transforms->isValid()) {
        m_transforms.reset();
        m_problem = "The color profile of the file (" + m_name + ") cannot be applied.";
    }
    judge();
}

ColorConverter::~ColorConverter() = default;

bool ColorConverter::isNeeded() const {
    return m_transforms != nullptr;
}

void ColorConverter::open(const ColorStatement& statement, bool isGray) {
    m_problem = statement.iccProblem;
    Profile profile;
    if (statement.codes && (statement.codes->primaries != 2 || statement.codes->transfer != 2)) {
        const auto* known =
            std::ranges::find(kPrimaries, statement.codes->primaries, &NamedPrimaries::number);
        NamedCurve curve = curveOf(statement.codes->transfer);
        m_name = known == kPrimaries.end() ? "" : known->name;
        if (!curve.name.empty())
            m_name += (m_name.empty() ? "" : ", ") + curve.name;
        const int transfer = statement.codes->transfer;
        m_isCalibrated = curve.curve && transfer != kPq && transfer != kHlg;
        if (!curve.curve)
            return;
        profile = profileOf(known == kPrimaries.end() ? kBt709 : known->values, curve.curve);
    } else if (!statement.icc.empty()) {
        profile.reset(cmsOpenProfileFromMem(statement.icc.data(),
                                            static_cast<cmsUInt32Number>(statement.icc.size())));
        if (!profile) {
            m_problem = "The color profile of the file is damaged and was not applied.";
            return;
        }
        m_name = descriptionOf(profile.get());
        const auto space = cmsGetColorSpace(profile.get());
        m_isGray = space == cmsSigGrayData;
        if ((space != cmsSigRgbData && space != cmsSigGrayData) || (m_isGray && !isGray)) {
            m_problem = "The color profile of the file (" + m_name +
                        ") is for other channels than the picture has and was not applied.";
            m_name.clear();
            return;
        }
    } else if (statement.gamma || statement.chromaticities) {
        const double exponent = statement.gamma.value_or(1 / 2.2);
        const bool isUsual = std::abs(exponent * 2.2 - 1) < 0.05;
        const Primaries primaries = statement.chromaticities.value_or(kBt709);
        m_name = isUsual ? "" : exponent == 1 ? "linear" : "gamma of its own";
        if (statement.chromaticities && primaries != kBt709)
            m_name += m_name.empty() ? "primaries of its own" : ", primaries of its own";
        profile = profileOf(primaries, isUsual ? srgbCurve() : gammaCurve(1 / exponent));
    } else if (statement.isAdobeByExif) {
        m_name = "Adobe RGB (by EXIF)";
        profile = profileOf(kAdobeRgb, gammaCurve(2.19921875));
    }
    if (profile)
        m_transforms = std::make_unique<Transforms>(profile.get(), m_isGray);
}

void ColorConverter::judge() {
    if (!m_transforms)
        return;
    // Every ninth level and the last, in all three channels.
    std::vector<std::uint8_t> from;
    constexpr int kStep = 15;
    for (int b = 0; b < 256; b += kStep) {
        for (int g = 0; g < 256; g += kStep) {
            for (int r = 0; r < 256; r += kStep) {
                if (m_isGray && (b != g || g != r))
                    continue;
                for (const int level : {b, g, r})
                    from.push_back(static_cast<std::uint8_t>(level));
            }
        }
    }
    ByteBuffer to = from;
    convert(to);
    int farthest = 0;
    int grayShift = 0;
    for (std::size_t i = 0; i < from.size(); i += 3) {
        int shift = 0;
        for (std::size_t c = i; c < i + 3; ++c)
            shift = std::max(shift, std::abs(from[c] - to[c]));
        farthest = std::max(farthest, shift);
        if (from[i] == from[i + 1] && from[i] == from[i + 2])
            grayShift = std::max(grayShift, shift);
    }
    m_isCalibrated = m_isCalibrated && grayShift <= kLargestShiftOfGray;
    if (farthest <= kSameAsSrgb && m_isCalibrated) {
        m_transforms.reset();
        m_name.clear();
    }
}

void ColorConverter::convert(ByteBuffer& bgr) const {
    const auto pixels = static_cast<int>(bgr.size() / 3);
    const int bands = (pixels + kPixelsPerBand - 1) / kPixelsPerBand;
    cv::parallel_for_(cv::Range(0, bands), [&](const cv::Range& range) {
        ByteBuffer gray;
        for (int band = range.start; band < range.end; ++band) {
            const int first = band * kPixelsPerBand;
            const int count = std::min(kPixelsPerBand, pixels - first);
            std::uint8_t* to = bgr.data() + static_cast<std::ptrdiff_t>(first) * 3;
            if (m_isGray) {
                gray.resize(static_cast<std::size_t>(count));
                for (int i = 0; i < count; ++i)
                    gray[static_cast<std::size_t>(i)] = to[static_cast<std::ptrdiff_t>(i) * 3];
            }
            cmsDoTransform(m_transforms->narrow, m_isGray ? gray.data() : to, to,
                           static_cast<cmsUInt32Number>(count));
        }
    });
}

void ColorConverter::convert(const std::vector<std::uint16_t>& rgb, ByteBuffer& bgr) const {
    const auto pixels = static_cast<int>(std::min(rgb.size(), bgr.size()) / 3);
    const int bands = (pixels + kPixelsPerBand - 1) / kPixelsPerBand;
    cv::parallel_for_(cv::Range(0, bands), [&](const cv::Range& range) {
        std::vector<std::uint16_t> gray;
        for (int band = range.start; band < range.end; ++band) {
            const int first = band * kPixelsPerBand;
            const int count = std::min(kPixelsPerBand, pixels - first);
            const std::uint16_t* from = rgb.data() + static_cast<std::ptrdiff_t>(first) * 3;
            if (m_isGray) {
                gray.resize(static_cast<std::size_t>(count));
                for (int i = 0; i < count; ++i)
                    gray[static_cast<std::size_t>(i)] = from[static_cast<std::ptrdiff_t>(i) * 3];
            }
            cmsDoTransform(m_transforms->wide, m_isGray ? gray.data() : from,
                           bgr.data() + static_cast<std::ptrdiff_t>(first) * 3,
                           static_cast<cmsUInt32Number>(count));
        }
    });
}

LabConverter::LabConverter() {
    const Profile lab(cmsCreateLab4Profile(nullptr));
    const Profile screen(cmsCreate_sRGBProfile());
    m_transform = cmsCreateTransform(lab.get(), TYPE_Lab_16, screen.get(), TYPE_BGR_8, kIntent,
                                     cmsFLAGS_NOCACHE);
}

LabConverter::~LabConverter() {
    if (m_transform != nullptr)
        cmsDeleteTransform(m_transform);
}

void LabConverter::convert(const std::uint16_t* lab, std::uint8_t* bgr, int pixels) const {
    if (m_transform != nullptr)
        cmsDoTransform(m_transform, lab, bgr, static_cast<cmsUInt32Number>(pixels));
}

} // namespace core::image
