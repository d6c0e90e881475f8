// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/file_form/form_traits.h"

#include "core/provenance/file_form/known_sizes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace core::provenance {

namespace {

using image::Format;

constexpr std::array<std::string_view, 24> kNames = {
    "size_generator_square", "size_generator_oblong",
    "size_generator_scaled", "size_sensor",
    "size_multiple_of_64",   "size_multiple_of_16",
    "size_multiple_of_8",    "size_no_multiple",
    "shape_square",          "shape_four_to_three",
    "shape_three_to_two",    "shape_sixteen_to_nine",
    "pixels_many",           "container_png_64k",
    "container_png",         "container_webp",
    "container_photoshop",   "container_progressive",
    "container_exif_first",  "tables_own",
    "sampling_none",         "sampling_uncommon",
    "camera_complete",       "camera_partial",
};

/// Few generators write more; most cameras and telephones since 2008 do.
constexpr double kManyPixels = 5e6;
/// How far a ratio of sides may be from the named one.
constexpr double kShapeTolerance = 0.004;
/// Pillow, the Python library, writes PNG data in pieces of this size (MAXBLOCK in ImageFile.py).
constexpr std::uint64_t kPillowPiece = 65'536;

class TraitList {
  public:
    explicit TraitList(const FormFacts& facts)
        : m_numbers{{"width", facts.width}, {"height", facts.height}} {}

    void add(std::string_view name) { m_traits.push_back({name, m_numbers, {}}); }
    void add(std::string_view name, const GeneratorSize& size) {
        add(name);
        m_traits.back().numbers["of_width"] = size.width;
        m_traits.back().numbers["of_height"] = size.height;
        m_traits.back().quotes["writer"] = size.writer;
    }
    [[nodiscard]] std::vector<FoundTrait> take() { return std::move(m_traits); }

  private:
    std::map<std::string, double> m_numbers;
    std::vector<FoundTrait> m_traits;
};

bool areMultiples(const FormFacts& facts, int of) {
    return facts.width % of == 0 && facts.height % of == 0;
}

/// @return whether it is a generator's
bool addSize(const FormFacts& facts, TraitList& list) {
    const auto known = generatorSizeOf(facts.width, facts.height);
    const bool isExact = known && known->scale == SizeScale::Exact;
    // Canon's 3072 x 2048 is also twice a generator's 1536 x 1024.
    if (!isExact && isSensorSize(facts.width, facts.height)) {
        list.add("size_sensor");
        return false;
    }
    if (known) {
        list.add(!isExact                        ? "size_generator_scaled"
                 : known->width == known->height ? "size_generator_square"
                                                 : "size_generator_oblong",
                 *known);
        return true;
    }
    list.add(areMultiples(facts, 64)   ? "size_multiple_of_64"
             : areMultiples(facts, 16) ? "size_multiple_of_16"
             : areMultiples(facts, 8)  ? "size_multiple_of_8"
                                       : "size_no_multiple");
    return false;
}

void addShape(const FormFacts& facts, TraitList& list) {
    static constexpr std::array<std::pair<double, std::string_view>, 4> kShapes = {
        {{1.0, "shape_square"},
         {4.0 / 3, "shape_four_to_three"},
         {3.0 / 2, "shape_three_to_two"},
         {16.0 / 9, "shape_sixteen_to_nine"}}};
    const double longer = std::max(facts.width, facts.height);
    const double ratio = longer / std::min(facts.width, facts.height);
    for (const auto& [shape, name] : kShapes) {
        if (std::abs(ratio / shape - 1) < kShapeTolerance) {
            list.add(name);
            return;
        }
    }
}

void addContainer(const FormFacts& facts, TraitList& list) {
    if (facts.format == Format::Png)
        list.add(facts.largestPngPiece == kPillowPiece ? "container_png_64k" : "container_png");
    else if (facts.format == Format::Webp)
        list.add("container_webp");
    else if (facts.hasPhotoshopBlocks)
        list.add("container_photoshop");
    else if (facts.jpeg && facts.jpeg->isProgressive)
        list.add("container_progressive");
    else if (facts.beginsWithExif)
        list.add("container_exif_first");
}

void addCoding(const image::JpegStructure& jpeg, TraitList& list) {
    if (!jpeg.isStandardTable)
        list.add("tables_own");
    if (jpeg.components != 3)
        return;
    const std::pair sampling{jpeg.horizontalSampling, jpeg.verticalSampling};
    if (sampling == std::pair{1, 1})
        list.add("sampling_none");
    else if (sampling != std::pair{2, 2})
        list.add("sampling_uncommon");
}

void addCamera(const FormFacts& facts, TraitList& list) {
    const CameraTraces& traces = *facts.camera;
    const bool fits =
        std::minmax(traces.width, traces.height) == std::minmax(facts.width, facts.height);
    const bool isComplete =
        traces.hasExposure && fits && (traces.hasMakerNote || traces.hasThumbnail);
    list.add(isComplete ? "camera_complete" : "camera_partial");
}

} // namespace

std::span<const std::string_view> formTraitNames() {
    return kNames;
}

std::vector<FoundTrait> formTraits(const FormFacts& facts) {
    if (facts.width < 1 || facts.height < 1)
        return {};
    TraitList list(facts);
    // A generator's size has a shape of its own, which says nothing beyond it.
    if (!addSize(facts, list))
        addShape(facts, list);
    if (static_cast<double>(facts.width) * facts.height > kManyPixels)
        list.add("pixels_many");
    addContainer(facts, list);
    if (facts.jpeg)
        addCoding(*facts.jpeg, list);
    if (facts.camera)
        addCamera(facts, list);
    return list.take();
}

} // namespace core::provenance
