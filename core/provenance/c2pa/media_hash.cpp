// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/hard_binding.h"
#include "core/provenance/c2pa/hashing.h"
#include "core/provenance/c2pa/media_boxes.h"
#include "core/provenance/c2pa/merkle.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace core::provenance::c2pa {

namespace {

using image::ByteOrder;
using image::readNumber;
using image::slice;

/// A step of a path: box type and, where written, which one of that type, from 1.
struct Step {
    std::string type;
    int instance = 0; ///< 0: all
};

/// One entry of `exclusions`.
struct Exclusion {
    std::vector<Step> path;
    const Cbor* entry = nullptr;
};

constexpr std::size_t kMaxMatches = 20'000;

bool isFullBox(const std::string& type) {
    return type == "meta";
}

/// Boxes inside a box start after its header, in a full box after version and flags as well.
/// QuickTime's meta is no full box: its first child would not be named there.
std::uint64_t childrenStart(const MediaBox& box, Bytes file) {
    const std::uint64_t start = box.start + box.header;
    if (!isFullBox(box.type))
        return start;
    const auto name = slice(file, start + 4, 4);
    const bool isQuickTime = name && image::asText(*name) == "hdlr";
    return isQuickTime ? start : start + 4;
}

std::optional<std::vector<Step>> stepsOf(std::string_view path) {
    std::vector<Step> steps;
    while (path.starts_with('/') && steps.size() < 16) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        std::string_view name = path.substr(0, end);
        path.remove_prefix(end);
        Step step;
        if (const auto bracket = name.find('['); bracket != std::string_view::npos) {
            const std::string_view number = name.substr(bracket + 1);
            const auto read =
                std::from_chars(number.data(), number.data() + number.size(), step.instance);
            if (read.ec != std::errc() || step.instance < 1)
                return std::nullopt;
            name = name.substr(0, bracket);
        }
        if (name.size() != 4)
            return std::nullopt;
        step.type = std::string(name);
        steps.push_back(std::move(step));
    }
    return path.empty() && !steps.empty() ? std::optional(steps) : std::nullopt;
}

void collect(Bytes file, std::span<const Step> steps, Range within, std::vector<MediaBox>& found) {
    int instance = 0;
    for (const MediaBox& box : boxesIn(file, within.start, within.end())) {
        if (box.type != steps.front().type || found.size() >= kMaxMatches)
            continue;
        ++instance;
        if (steps.front().instance != 0 && steps.front().instance != instance)
            continue;
        if (steps.size() == 1) {
            found.push_back(box);
            continue;
        }
        const std::uint64_t start = childrenStart(box, file);
        const std::uint64_t end = box.start + box.length;
        if (start < end)
            collect(file, steps.subspan(1), {start, end - start}, found);
    }
}

const Cbor* given(const Cbor& entry, std::string_view key) {
    const Cbor* value = entry.find(key);
    return value == nullptr || value->is(Cbor::Kind::Null) ? nullptr : value;
}

bool hasFlags(const MediaBox& box, const Cbor& entry, Bytes file) {
    const Cbor* flags = given(entry, "flags");
    if (flags == nullptr)
        return true;
    const auto own = slice(file, box.start + box.header + 1, 3);
    if (!own || flags->bytes.size() != 3)
        return false;
    const Cbor* exact = given(entry, "exact");
    const bool isExact = exact == nullptr || exact->isTrue;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::uint8_t wanted = flags->bytes[i];
        if (isExact ? (*own)[i] != wanted : ((*own)[i] & wanted) != wanted)
            return false;
    }
    return true;
}

bool hasData(const MediaBox& box, const Cbor& entry, Bytes file) {
    const Cbor* data = given(entry, "data");
    if (data == nullptr)
        return true;
    for (const Cbor& wanted : data->items) {
        const Cbor* offset = wanted.find("offset", Cbor::Kind::Unsigned);
        const Cbor* value = wanted.find("value");
        if (offset == nullptr || value == nullptr || offset->number > box.length ||
            box.length - offset->number < value->bytes.size())
            return false;
        const auto own = slice(file, box.start + offset->number, value->bytes.size());
        if (!own || !std::ranges::equal(*own, value->bytes))
            return false;
    }
    return true;
}

bool fits(const MediaBox& box, const Cbor& entry, Bytes file) {
    if (const Cbor* length = given(entry, "length");
        length != nullptr && length->integer() != static_cast<std::int64_t>(box.length))
        return false;
    if (const Cbor* version = given(entry, "version");
        version != nullptr &&
        readNumber(file, box.start + box.header, 1, ByteOrder::Big) != version->number)
        return false;
    return hasFlags(box, entry, file) && hasData(box, entry, file);
}

/// The parts of a box that an exclusion leaves out: all of it, or its subsets.
std::vector<Range> partsOf(const MediaBox& box, const Cbor& entry) {
    const Cbor* subset = given(entry, "subset");
    if (subset == nullptr)
        return {{box.start, box.length}};
    std::vector<Range> parts;
    for (const Cbor& part : subset->items) {
        const Cbor* offset = part.find("offset", Cbor::Kind::Unsigned);
        const Cbor* length = part.find("length", Cbor::Kind::Unsigned);
        if (offset == nullptr || length == nullptr || offset->number >= box.length)
            continue;
        const std::uint64_t rest = box.length - offset->number;
        parts.push_back({box.start + offset->number,
                         length->number == 0 ? rest : std::min(rest, length->number)});
    }
    return parts;
}

/// Ranges in order, joined where they touch.
std::vector<Range> joined(std::vector<Range> ranges) {
    std::ranges::sort(ranges, {}, &Range::start);
    std::vector<Range> result;
    for (const Range& range : ranges) {
        if (!result.empty() && range.start <= result.back().end())
            result.back().length = std::max(result.back().end(), range.end()) - result.back().start;
        else
            result.push_back(range);
    }
    return result;
}

bool covers(const std::vector<Range>& ranges, const Range& part) {
    return std::ranges::any_of(ranges, [&part](const Range& range) {
        return range.start <= part.start && part.end() <= range.end();
    });
}

/// The hash over what is left; from version 2 on, the place of each top-level box that is not left
/// out as a whole goes before its bytes.
Digest digestOfMedia(std::string_view algorithm, Bytes file, const std::vector<Range>& excluded,
                     bool withOffsets) {
    Hasher hasher(algorithm);
    std::vector<std::uint64_t> starts;
    if (withOffsets)
        for (const MediaBox& box : topLevelBoxes(file))
            if (!covers(excluded, {box.start, box.length}))
                starts.push_back(box.start);
    std::uint64_t at = 0;
    auto start = starts.begin();
    const auto addUntil = [&](std::uint64_t end) {
        while (at < end) {
            const bool isStart = start != starts.end() && *start == at;
            if (isStart) {
                std::array<std::uint8_t, 8> number{};
                for (int i = 0; i < 8; ++i)
                    number[static_cast<std::size_t>(i)] =
                        static_cast<std::uint8_t>(at >> (56 - 8 * i));
                hasher.add(number);
                ++start;
            }
            const std::uint64_t next =
                start != starts.end() && *start < end ? std::max(*start, at + 1) : end;
            hasher.add(file.subspan(at, next - at));
            at = next;
        }
    };
    for (const Range& range : excluded) {
        addUntil(std::min<std::uint64_t>(range.start, file.size()));
        // A box of which only the start is left out still has its place hashed.
        while (start != starts.end() && *start < range.end()) {
            if (*start >= range.start) {
                std::array<std::uint8_t, 8> number{};
                for (int i = 0; i < 8; ++i)
                    number[static_cast<std::size_t>(i)] =
                        static_cast<std::uint8_t>(*start >> (56 - 8 * i));
                hasher.add(number);
            }
            ++start;
        }
        at = std::max(at, range.end());
    }
    addUntil(file.size());
    return hasher.finish();
}

/// Whether leaving it out is what the specification foresees for every file.
bool isUsualExclusion(const std::vector<Step>& path) {
    return path.size() == 1 && (path[0].type == "ftyp" || path[0].type == "mfra");
}

struct Excluded {
    std::vector<Range> ranges;
    bool isMalformed = false;
    bool hasFurther = false;
};

Excluded excludedBy(const Asset& asset, const Binding& binding, Uncovered& uncovered) {
    Excluded result;
    const Cbor* list = binding.content.find("exclusions", Cbor::Kind::Array);
    constexpr std::size_t kMostExclusions = 100;
    result.isMalformed = list == nullptr || list->items.size() > kMostExclusions;
    if (result.isMalformed)
        return result;
    for (const Cbor& entry : list->items) {
        const auto path = stepsOf(entry.textOf("xpath"));
        if (!path) {
            result.isMalformed = true;
            return result;
        }
        std::vector<MediaBox> boxes;
        collect(asset.file, *path, {0, asset.file.size()}, boxes);
        for (const MediaBox& box : boxes) {
            if (!fits(box, entry, asset.file))
                continue;
            const auto parts = partsOf(box, entry);
            if (result.ranges.size() + parts.size() > kMaxMatches) {
                result.isMalformed = true;
                return result;
            }
            result.ranges.insert(result.ranges.end(), parts.begin(), parts.end());
            if (isCredentialBox(box, asset.file) || isUsualExclusion(*path))
                continue;
            result.hasFurther = true;
            for (const Range& part : parts)
                if (uncovered.size() < 100)
                    uncovered.push_back({part.start, part.length, "box " + entry.textOf("xpath")});
        }
    }
    result.ranges = joined(std::move(result.ranges));
    return result;
}

} // namespace

void checkMediaHash(const Asset& asset, const Binding& binding, Findings& findings,
                    Uncovered& uncovered) {
    const std::string algorithm = algorithmOf(binding);
    if (algorithm.empty())
        return findings.fail("algorithm.unsupported", binding.uri);
    Excluded excluded = excludedBy(asset, binding, uncovered);
    const Cbor* hash = given(binding.content, "hash");
    const Cbor* merkle = given(binding.content, "merkle");
    if (excluded.isMalformed || (hash == nullptr && merkle == nullptr))
        return findings.fail("assertion.bmffHash.malformed", binding.uri,
                             "The hash of the file's boxes is not written as it must be.");
    if (!asset.isDetached && !covers(excluded.ranges, asset.place))
        return findings.fail("assertion.bmffHash.mismatch", binding.uri,
                             "The hash does not leave out the place of the credentials.");
    const bool withOffsets = binding.label.starts_with("c2pa.hash.bmff.v");
    bool isGood = asset.problem.empty();
    std::string_view problem = asset.problem.empty()
                                   ? "The bytes of the file are not the ones that were signed."
                                   : std::string_view(asset.problem);
    if (isGood && hash != nullptr)
        isGood =
            isSame(digestOfMedia(algorithm, asset.file, excluded.ranges, withOffsets), hash->bytes);
    if (isGood && merkle != nullptr) {
        const MerkleResult trees = checkMerkle(asset.file, *merkle, algorithm);
        isGood = trees == MerkleResult::Good;
        if (trees == MerkleResult::Elsewhere)
            problem = "The credentials cover parts of the recording that are not in this file.";
    }
    if (!isGood)
        return findings.fail("assertion.bmffHash.mismatch", binding.uri, problem);
    findings.succeed("assertion.bmffHash.match", binding.uri);
    if (excluded.hasFurther)
        findings.inform("assertion.bmffHash.additionalExclusionsPresent", binding.uri,
                        "Some boxes besides the credentials are not covered by the hash.");
}

} // namespace core::provenance::c2pa
