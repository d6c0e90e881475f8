// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/remote_manifest.h"

#include "core/provenance/c2pa/findings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace core::provenance::c2pa {

namespace {

std::string utf8Of(unsigned long code) {
    std::string text;
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | code >> 6);
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0 | code >> 12);
        text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    }
    return text;
}

std::string entityOf(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kNamed = {
        {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}}};
    for (const auto& [known, text] : kNamed)
        if (name == known)
            return std::string(text);
    if (!name.starts_with('#'))
        return "&" + std::string(name) + ";";
    const bool isHex = name.starts_with("#x") || name.starts_with("#X");
    const std::string_view digits = name.substr(isHex ? 2 : 1);
    unsigned long code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, isHex ? 16 : 10);
    return utf8Of(code);
}

std::string decoded(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto begin = text.find('&');
        result += text.substr(0, begin);
        if (begin == std::string_view::npos)
            break;
        const auto end = text.find(';', begin);
        if (end == std::string_view::npos || end - begin > 12) {
            result += '&';
            text.remove_prefix(begin + 1);
            continue;
        }
        result += entityOf(text.substr(begin + 1, end - begin - 1));
        text.remove_prefix(end + 1);
    }
    return result;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    const auto end = text.find_last_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, end - begin + 1);
}

/// What stands after the name: ="value", ='value' or >value<.
std::string_view valueAfter(std::string_view rest) {
    constexpr std::size_t kMost = 4'000;
    rest = rest.substr(0, kMost);
    const auto start = rest.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos)
        return {};
    rest.remove_prefix(start);
    if (rest.front() == '=') {
        const auto quote = rest.find_first_not_of(" \t\r\n", 1);
        if (quote == std::string_view::npos || (rest[quote] != '"' && rest[quote] != '\''))
            return {};
        const auto end = rest.find(rest[quote], quote + 1);
        return end == std::string_view::npos ? std::string_view()
                                             : rest.substr(quote + 1, end - quote - 1);
    }
    if (rest.front() != '>')
        return {};
    const auto end = rest.find('<');
    return end == std::string_view::npos ? std::string_view() : trimmed(rest.substr(1, end - 1));
}

bool isWebAddress(std::string_view address) {
    std::string start(address.substr(0, 8));
    std::ranges::transform(start, start.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    });
    return start.starts_with("http://") || start.starts_with("https://");
}

/// The address in one XMP packet.
std::optional<std::string> addressIn(std::string_view packet) {
    constexpr std::string_view kName = "dcterms:provenance";
    for (auto at = packet.find(kName); at != std::string_view::npos;
         at = packet.find(kName, at + 1)) {
        const std::string address = decoded(valueAfter(packet.substr(at + kName.size())));
        if (isWebAddress(address))
            return clipped(address);
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> remoteManifest(image::Bytes file) {
    constexpr int kMaxPackets = 50;
    std::string_view text = image::asText(file);
    for (int i = 0; i < kMaxPackets; ++i) {
        const auto begin = text.find("<rdf:RDF");
        if (begin == std::string_view::npos)
            return std::nullopt;
        const auto end = std::min(text.find("</rdf:RDF>", begin), text.size());
        if (const auto address = addressIn(text.substr(begin, end - begin)))
            return address;
        text.remove_prefix(end);
    }
    return std::nullopt;
}

} // namespace core::provenance::c2pa
