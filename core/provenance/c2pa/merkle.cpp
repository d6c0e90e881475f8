// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/merkle.h"

#include "core/provenance/c2pa/hashing.h"
#include "core/provenance/c2pa/media_boxes.h"

#include <algorithm>
#include <optional>

namespace core::provenance::c2pa {

namespace {

constexpr std::uint64_t kMaxLeaves = 1'000'000;

/// The sizes of the blocks that media data of `length` bytes is hashed in; nothing when they do not
/// add up to it.
std::optional<std::vector<std::uint64_t>> blocksOf(const Cbor& tree, std::uint64_t length) {
    std::vector<std::uint64_t> blocks;
    if (const Cbor* variable = tree.find("variableBlockSizes", Cbor::Kind::Array)) {
        std::uint64_t sum = 0;
        for (const Cbor& size : variable->items) {
            if (!size.is(Cbor::Kind::Unsigned) || size.number > length - sum)
                return std::nullopt;
            sum += size.number;
            blocks.push_back(size.number);
        }
        return sum == length ? std::optional(blocks) : std::nullopt;
    }
    const Cbor* fixed = tree.find("fixedBlockSize", Cbor::Kind::Unsigned);
    if (fixed == nullptr)
        return std::vector<std::uint64_t>{length};
    if (fixed->number == 0 || length / fixed->number > kMaxLeaves)
        return std::nullopt;
    for (std::uint64_t at = 0; at < length; at += blocks.back())
        blocks.push_back(std::min(fixed->number, length - at));
    return blocks;
}

/// The row above: two by two, a last one without a neighbour goes up as it is.
std::vector<Digest> rowAbove(const std::vector<Digest>& row, std::string_view algorithm) {
    std::vector<Digest> above;
    for (std::size_t i = 0; i < row.size(); i += 2) {
        if (i + 1 == row.size()) {
            above.push_back(row[i]);
            continue;
        }
        Hasher hasher(algorithm);
        hasher.add(row[i]);
        hasher.add(row[i + 1]);
        above.push_back(hasher.finish());
    }
    return above;
}

bool fitsTree(Bytes data, const Cbor& tree, std::string_view claimed) {
    const std::string own = tree.textOf("alg");
    const std::string_view algorithm = own.empty() ? claimed : std::string_view(own);
    const Cbor* hashes = tree.find("hashes", Cbor::Kind::Array);
    const Cbor* count = tree.find("count", Cbor::Kind::Unsigned);
    const auto blocks = blocksOf(tree, data.size());
    if (!isHashAlgorithm(algorithm) || hashes == nullptr || hashes->items.empty() || !blocks ||
        blocks->empty() || (count != nullptr && count->number != blocks->size()))
        return false;
    std::vector<Digest> row;
    std::uint64_t at = 0;
    for (const std::uint64_t size : *blocks) {
        row.push_back(digestOf(algorithm, data.subspan(at, size)));
        at += size;
    }
    while (row.size() > hashes->items.size())
        row = rowAbove(row, algorithm);
    return std::ranges::equal(row, hashes->items, [](const Digest& digest, const Cbor& stored) {
        return isSame(digest, stored.bytes);
    });
}

} // namespace

MerkleResult checkMerkle(Bytes file, const Cbor& trees, std::string_view algorithm) {
    std::vector<Bytes> data;
    for (const MediaBox& box : topLevelBoxes(file))
        if (box.type == "mdat")
            data.push_back(file.subspan(box.start + box.header, box.length - box.header));
    for (const Cbor& tree : trees.items) {
        const Cbor* initHash = tree.find("initHash");
        if (initHash != nullptr && !initHash->is(Cbor::Kind::Null))
            return MerkleResult::Elsewhere;
        const Cbor* local = tree.find("localId", Cbor::Kind::Unsigned);
        const std::uint64_t index = local == nullptr ? 0 : local->number;
        if (index >= data.size() || !fitsTree(data[index], tree, algorithm))
            return MerkleResult::Mismatch;
    }
    // Media data without a tree would not be covered at all.
    return trees.items.size() == data.size() ? MerkleResult::Good : MerkleResult::Mismatch;
}

} // namespace core::provenance::c2pa
