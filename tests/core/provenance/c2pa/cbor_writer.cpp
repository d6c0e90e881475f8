// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/provenance/c2pa/cbor_writer.h"

namespace tests::cbor {

namespace {

/// The shortest form: what is signed has one encoding only.
Bytes head(int major, std::uint64_t argument) {
    const int width = argument < 24             ? 0
                      : argument <= 0xFF        ? 1
                      : argument <= 0xFFFF      ? 2
                      : argument <= 0xFFFFFFFFU ? 4
                                                : 8;
    const int code = width == 0   ? static_cast<int>(argument)
                     : width == 1 ? 24
                     : width == 2 ? 25
                     : width == 4 ? 26
                                  : 27;
    Bytes to{static_cast<std::uint8_t>(major << 5 | code)};
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        to.push_back(static_cast<std::uint8_t>(argument >> shift));
    return to;
}

} // namespace

Bytes& operator+=(Bytes& to, const Bytes& more) {
    to.insert(to.end(), more.begin(), more.end());
    return to;
}

Bytes joined(const std::vector<Bytes>& parts) {
    Bytes all;
    for (const Bytes& part : parts)
        all += part;
    return all;
}

Bytes text(std::string_view value) {
    Bytes to = head(3, value.size());
    to.insert(to.end(), value.begin(), value.end());
    return to;
}

Bytes bytes(const Bytes& value) {
    Bytes to = head(2, value.size());
    return to += value;
}

Bytes number(std::uint64_t value) {
    if (value > 0xFFFFFFFF)
        return head(0, value);
    Bytes to{0x1A};
    for (int shift = 24; shift >= 0; shift -= 8)
        to.push_back(static_cast<std::uint8_t>(value >> shift));
    return to;
}

Bytes negative(int value) {
    return head(1, static_cast<std::uint64_t>(-1 - value));
}

Bytes boolean(bool value) {
    return {static_cast<std::uint8_t>(value ? 0xF5 : 0xF4)};
}

Bytes null() {
    return {0xF6};
}

Bytes array(const std::vector<Bytes>& items) {
    Bytes to = head(4, items.size());
    return to += joined(items);
}

Bytes map(const std::vector<std::pair<std::string_view, Bytes>>& entries) {
    Bytes to = head(5, entries.size());
    for (const auto& [key, value] : entries)
        (to += text(key)) += value;
    return to;
}

Bytes rawMap(const std::vector<std::pair<Bytes, Bytes>>& entries) {
    Bytes to = head(5, entries.size());
    for (const auto& [key, value] : entries)
        (to += key) += value;
    return to;
}

Bytes tagged(int tag, const Bytes& value) {
    Bytes to = head(6, static_cast<std::uint64_t>(tag));
    return to += value;
}

} // namespace tests::cbor
