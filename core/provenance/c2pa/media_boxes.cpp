// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/media_boxes.h"

#include <algorithm>
#include <array>

namespace core::provenance::c2pa {

using image::ByteOrder;
using image::readNumber;
using image::slice;

std::vector<MediaBox> boxesIn(Bytes file, std::uint64_t start, std::uint64_t end) {
    constexpr std::size_t kMaxBoxes = 20'000;
    std::vector<MediaBox> boxes;
    end = std::min<std::uint64_t>(end, file.size());
    while (boxes.size() < kMaxBoxes && start < end) {
        const auto length = readNumber(file, start, 4, ByteOrder::Big);
        const auto type = slice(file, start + 4, 4);
        if (!length || !type)
            return boxes;
        MediaBox box{std::string(image::asText(*type)), start, 8, *length};
        if (*length == 1) {
            box.header = 16;
            box.length = readNumber(file, start + 8, 8, ByteOrder::Big).value_or(0);
        } else if (*length == 0) {
            box.length = end - start;
        }
        if (box.length < box.header || box.length > end - start)
            return boxes;
        start += box.length;
        boxes.push_back(std::move(box));
    }
    return boxes;
}

std::vector<MediaBox> topLevelBoxes(Bytes file) {
    return boxesIn(file, 0, file.size());
}

bool isCredentialBox(const MediaBox& box, Bytes file) {
    constexpr std::array<std::uint8_t, 16> kUuid = {0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C,
                                                    0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81};
    const auto uuid = slice(file, box.start + box.header, 16);
    return box.type == "uuid" && box.length - box.header >= 16 && uuid &&
           std::ranges::equal(*uuid, kUuid);
}

} // namespace core::provenance::c2pa
