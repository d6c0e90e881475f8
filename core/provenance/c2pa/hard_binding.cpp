// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/hard_binding.h"

#include "core/provenance/c2pa/hashing.h"
#include "core/provenance/c2pa/jpeg_walk.h"

#include <algorithm>

namespace core::provenance::c2pa {

namespace {

using examination::C2paByteRange;

std::string hexadecimal(int byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    return {kDigits[static_cast<std::size_t>(byte) >> 4U & 15U],
            kDigits[static_cast<std::size_t>(byte) & 15U]};
}

/// What lies in a range, in words; empty when it is not known.
std::string nameOf(const Asset& asset, const Range& range) {
    if (asset.container != Container::Jpeg)
        return {};
    std::string names;
    for (const JpegSegment& segment : walkJpeg(asset.file, JpegExtent::WholeFile).segments) {
        const std::uint64_t end = segment.start + segment.length;
        if (end <= range.start || segment.start >= range.end() || names.size() > 200)
            continue;
        const bool isApp = segment.marker >= 0xE0 && segment.marker <= 0xEF;
        names += names.empty() ? "JPEG " : ", ";
        names += isApp ? "APP" + std::to_string(segment.marker - 0xE0)
                       : "marker FF" + hexadecimal(segment.marker);
    }
    return names;
}

void noteUncovered(const Asset& asset, std::uint64_t start, std::uint64_t end,
                   Uncovered& uncovered) {
    constexpr std::size_t kMost = 100;
    constexpr std::size_t kMostNamed = 5; // a name takes a walk over the file
    if (end <= start || uncovered.size() >= kMost)
        return;
    const std::string name =
        uncovered.size() < kMostNamed ? nameOf(asset, {start, end - start}) : std::string();
    uncovered.push_back({start, end - start, name});
}

/// The exclusions in order; nothing when they are malformed.
std::optional<std::vector<Range>> exclusionsOf(const Binding& binding) {
    std::vector<Range> ranges;
    const Cbor* list = binding.content.find("exclusions");
    if (list == nullptr || list->is(Cbor::Kind::Null))
        return ranges;
    if (!list->is(Cbor::Kind::Array))
        return std::nullopt;
    for (const Cbor& entry : list->items) {
        const Cbor* start = entry.find("start", Cbor::Kind::Unsigned);
        const Cbor* length = entry.find("length", Cbor::Kind::Unsigned);
        if (start == nullptr || length == nullptr || start->number > UINT64_MAX - length->number)
            return std::nullopt;
        ranges.push_back({start->number, length->number});
    }
    std::ranges::sort(ranges, {}, &Range::start);
    return ranges;
}

bool overlap(const std::vector<Range>& ranges) {
    for (std::size_t i = 1; i < ranges.size(); ++i)
        if (ranges[i].start < ranges[i - 1].end())
            return true;
    return false;
}

bool touches(const Range& range, const Range& place) {
    return range.start < place.end() && place.start < range.end();
}

bool isPlace(const Range& range, const Asset& asset) {
    return range == asset.place || (asset.frame.length > 0 && range == asset.frame) ||
           (asset.padding > 0 && range.start == asset.place.start &&
            range.length == asset.place.length + asset.padding);
}

/// What is wrong with where the exclusions lie, as a sentence; empty when nothing is. What they
/// leave out besides the credentials is noted.
std::string problemOf(const Asset& asset, const std::vector<Range>& ranges, bool& hasFurther,
                      Uncovered& uncovered) {
    if (!asset.problem.empty())
        return asset.problem;
    bool hasPlace = asset.isDetached;
    for (const Range& range : ranges) {
        if (range.end() > asset.file.size())
            return "The hash leaves out bytes past the end of the file.";
        if (range.length == 0)
            continue;
        if (asset.isDetached)
            return "The hash leaves out bytes although the credentials lie in a file of their own.";
        if (isPlace(range, asset)) {
            hasPlace = true;
        } else if (touches(range, asset.place)) {
            noteUncovered(asset, range.start, std::min(range.end(), asset.place.start), uncovered);
            noteUncovered(asset, std::max(range.start, asset.place.end()), range.end(), uncovered);
            return "The hash leaves out more or less than the place of the credentials.";
        } else {
            hasFurther = true;
            noteUncovered(asset, range.start, range.end(), uncovered);
        }
    }
    return hasPlace ? std::string() : "The hash does not leave out the place of the credentials.";
}

} // namespace

bool isHardBinding(std::string_view label) {
    const std::string_view name = label.substr(0, label.find("__"));
    return name == "c2pa.hash.data" || name == "c2pa.hash.boxes" || name == "c2pa.hash.bmff" ||
           name == "c2pa.hash.bmff.v2" || name == "c2pa.hash.bmff.v3" ||
           name == "c2pa.hash.collection.data";
}

std::string algorithmOf(const Binding& binding) {
    std::string name = binding.content.textOf("alg");
    if (name.empty())
        name = binding.algorithm;
    return isHashAlgorithm(name) ? name : std::string();
}

void checkBinding(const Asset& asset, const Binding& binding, Findings& findings,
                  Uncovered& uncovered) {
    if (binding.label.starts_with("c2pa.hash.data"))
        checkDataHash(asset, binding, findings, uncovered);
    else if (binding.label.starts_with("c2pa.hash.boxes"))
        checkBoxesHash(asset, binding, findings);
    else if (binding.label.starts_with("c2pa.hash.bmff"))
        checkMediaHash(asset, binding, findings, uncovered);
    else
        findings.fail("assertion.collectionHash.malformed", binding.uri,
                      "A collection of files cannot be compared with one file.");
}

void checkDataHash(const Asset& asset, const Binding& binding, Findings& findings,
                   Uncovered& uncovered) {
    const std::string algorithm = algorithmOf(binding);
    const Cbor* hash = binding.content.find("hash", Cbor::Kind::Bytes);
    auto ranges = exclusionsOf(binding);
    if (algorithm.empty()) {
        findings.fail("algorithm.unsupported", binding.uri);
        return;
    }
    if (hash == nullptr || !ranges || overlap(*ranges)) {
        findings.fail("assertion.dataHash.malformed", binding.uri,
                      "The hash of the file's bytes is not written as it must be.");
        return;
    }
    if (binding.isInherited) { // the parent's store has grown by the update
        for (Range& range : *ranges)
            if (range.start == asset.place.start && range.length <= asset.place.length)
                range.length = asset.place.length;
        if (overlap(*ranges))
            return findings.fail("assertion.dataHash.malformed", binding.uri);
    }
    bool hasFurther = false;
    const std::string problem = problemOf(asset, *ranges, hasFurther, uncovered);
    if (!problem.empty()) {
        findings.fail("assertion.dataHash.mismatch", binding.uri, problem);
        return;
    }
    if (!isSame(digestOutside(algorithm, asset.file, *ranges), hash->bytes)) {
        findings.fail("assertion.dataHash.mismatch", binding.uri,
                      "The bytes of the file are not the ones that were signed.");
        return;
    }
    findings.succeed("assertion.dataHash.match", binding.uri);
    if (hasFurther)
        findings.inform("assertion.dataHash.additionalExclusionsPresent", binding.uri,
                        "Some bytes besides the credentials are not covered by the hash.");
}

} // namespace core::provenance::c2pa
