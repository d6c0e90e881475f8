// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/jumbf.h"

#include <algorithm>

namespace core::provenance::c2pa {

namespace {

using image::asText;
using image::ByteOrder;
using image::readNumber;
using image::slice;

constexpr int kMaxDepth = 32;
constexpr int kMaxBoxes = 10'000;
constexpr std::size_t kMaxLabel = 4'000;

/// What follows the four letters in the UUIDs of all JUMBF types but embedded files.
constexpr std::array<std::uint8_t, 12> kTypeTail = {0x00, 0x11, 0x00, 0x10, 0x80, 0x00,
                                                    0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71};

struct BoxHead {
    std::string type;
    Bytes whole;
    Bytes payload;
};

struct Refused {
    std::string problem;
};

class Parser {
  public:
    Superbox superbox(Bytes bytes) { return superbox(boxAt(bytes, 0), 1); }

  private:
    Superbox superbox(const BoxHead& head, int depth) {
        if (depth > kMaxDepth)
            throw Refused{"The boxes of the credentials are nested too deep."};
        if (head.type != "jumb")
            throw Refused{"A box of the credentials is not of the expected type."};
        Superbox box;
        box.whole = head.whole;
        box.content = head.payload;
        const BoxHead description = boxAt(head.payload, 0);
        if (description.type != "jumd")
            throw Refused{"A box of the credentials has no description."};
        describe(box, description.payload);
        std::size_t at = description.whole.size();
        while (at < head.payload.size()) {
            const BoxHead next = boxAt(head.payload, at);
            if (next.type == "jumb")
                box.children.push_back(superbox(next, depth + 1));
            else
                box.boxes.push_back({next.type, next.payload});
            at += next.whole.size();
        }
        return box;
    }

    BoxHead boxAt(Bytes bytes, std::size_t at) {
        if (++m_boxes > kMaxBoxes)
            throw Refused{"The credentials hold more than 10,000 boxes."};
        const auto length = readNumber(bytes, at, 4, ByteOrder::Big);
        const auto type = slice(bytes, at + 4, 4);
        if (!length || !type)
            throw Refused{"A box of the credentials ends early."};
        std::uint64_t whole = *length;
        std::size_t header = 8;
        if (whole == 1) {
            const auto large = readNumber(bytes, at + 8, 8, ByteOrder::Big);
            if (!large)
                throw Refused{"A box of the credentials ends early."};
            whole = *large;
            header = 16;
        }
        if (whole < header)
            throw Refused{"A box of the credentials states an impossible length."};
        const auto part = slice(bytes, at, whole);
        if (!part)
            throw Refused{"A box of the credentials is longer than what holds it."};
        return {std::string(asText(*type)), *part, part->subspan(header)};
    }

    static void describe(Superbox& box, Bytes description) {
        const auto uuid = slice(description, 0, 16);
        const auto toggles = readNumber(description, 16, 1, ByteOrder::Big);
        if (!uuid || !toggles)
            throw Refused{"A description in the credentials ends early."};
        box.type = std::string(asText(*uuid).substr(0, 4));
        if (!std::equal(kTypeTail.begin(), kTypeTail.end(), uuid->begin() + 4))
            box.type = std::string(asText(*uuid));
        if ((*toggles & 2U) == 0)
            return;
        const std::string_view rest = asText(description.subspan(17));
        const auto end = rest.find('\0');
        if (end == std::string_view::npos || end > kMaxLabel)
            throw Refused{"A label in the credentials has no end."};
        box.label = std::string(rest.substr(0, end));
    }

    int m_boxes = 0;
};

} // namespace

const Superbox* Superbox::child(std::string_view childLabel) const {
    const auto found = std::ranges::find(children, childLabel, &Superbox::label);
    return found == children.end() ? nullptr : &*found;
}

Bytes Superbox::payload(std::string_view boxType) const {
    const auto found = std::ranges::find(boxes, boxType, &ContentBox::type);
    return found == boxes.end() ? Bytes() : found->payload;
}

ParsedSuperbox parseSuperbox(Bytes bytes) {
    try {
        return {Parser().superbox(bytes), {}};
    } catch (const Refused& refused) {
        return {{}, refused.problem};
    }
}

bool beginsStore(Bytes bytes) {
    const std::string_view text = asText(bytes);
    const std::size_t header =
        statedLength(bytes) != 0 && text.substr(0, 4) == std::string_view("\0\0\0\1", 4) ? 16 : 8;
    return text.size() >= header + 12 && text.substr(4, 4) == "jumb" &&
           text.substr(header + 4, 4) == "jumd" && text.substr(header + 8, 4) == "c2pa";
}

std::uint64_t statedLength(Bytes bytes) {
    const auto length = readNumber(bytes, 0, 4, ByteOrder::Big);
    if (!length)
        return 0;
    if (*length != 1)
        return *length;
    return readNumber(bytes, 8, 8, ByteOrder::Big).value_or(0);
}

} // namespace core::provenance::c2pa
