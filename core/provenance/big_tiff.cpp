// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/big_tiff.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace core::provenance {

namespace {

using image::ByteOrder;
using image::Bytes;

constexpr std::uint64_t kMaxEntries = 1'000;
constexpr std::uint64_t kMaxValueBytes = 1u << 20;
constexpr std::uint64_t kExifDirectory = 34665;
constexpr std::uint64_t kGpsDirectory = 34853;
constexpr std::uint64_t kLong = 4;

std::uint64_t sizeOfType(std::uint64_t type) {
    constexpr std::array<std::uint8_t, 14> kSizes = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    return type < kSizes.size() ? kSizes[type] : 0;
}

struct Entry {
    std::uint64_t tag = 0;
    std::uint64_t type = 0;
    std::uint64_t count = 0;
    std::string value;
    std::uint64_t directory = 0; ///< of the tags that point to one
};

class Converter {
  public:
    Converter(Bytes file, ByteOrder order) : m_file(file), m_order(order) {}

    std::string convert(std::uint64_t directory) {
        m_out.assign(m_order == ByteOrder::Big ? "MM" : "II");
        m_out.append(number(42, 2)).append(number(8, 4));
        write(entriesOf(directory));
        return std::move(m_out);
    }

  private:
    [[nodiscard]] std::string number(std::uint64_t value, int width) const {
        std::string text(static_cast<std::size_t>(width), '\0');
        for (int i = 0; i < width; ++i) {
            const int shift = 8 * (m_order == ByteOrder::Big ? width - 1 - i : i);
            text[static_cast<std::size_t>(i)] = static_cast<char>(value >> shift & 255);
        }
        return text;
    }

    [[nodiscard]] std::vector<Entry> entriesOf(std::uint64_t directory) const {
        std::vector<Entry> entries;
        const auto count = image::readNumber(m_file, directory, 8, m_order);
        for (std::uint64_t i = 0; count && i < std::min(*count, kMaxEntries); ++i) {
            const std::uint64_t at = directory + 8 + i * 20;
            const auto tag = image::readNumber(m_file, at, 2, m_order);
            const auto type = image::readNumber(m_file, at + 2, 2, m_order);
            const auto values = image::readNumber(m_file, at + 4, 8, m_order);
            const auto place = image::readNumber(m_file, at + 12, 8, m_order);
            if (!tag || !type || !values || !place)
                break;
            Entry entry{*tag, *type, *values, {}, 0};
            if (*tag == kExifDirectory || *tag == kGpsDirectory) {
                entry.directory = *type == kLong
                                      ? image::readNumber(m_file, at + 12, 4, m_order).value_or(0)
                                      : *place;
                entries.push_back(std::move(entry));
                continue;
            }
            const std::uint64_t size = sizeOfType(*type);
            if (size == 0 || *values > kMaxValueBytes / size)
                continue;
            const std::uint64_t bytes = size * *values;
            const auto value = image::slice(m_file, bytes <= 8 ? at + 12 : *place, bytes);
            if (!value)
                continue;
            entry.value = image::asText(*value);
            entries.push_back(std::move(entry));
        }
        return entries;
    }

    /// Writes a directory at the end, then its values, then those that it points to.
    void write(const std::vector<Entry>& entries, int depth = 0) {
        const std::size_t start = m_out.size();
        m_out += number(entries.size(), 2);
        m_out.resize(m_out.size() + entries.size() * 12 + 4, '\0');
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Entry& entry = entries[i];
            std::string line = number(entry.tag, 2);
            if (entry.directory != 0) {
                line += number(kLong, 2) + number(1, 4) + number(m_out.size(), 4);
                write(depth == 0 ? entriesOf(entry.directory) : std::vector<Entry>(), depth + 1);
            } else {
                line += number(entry.type, 2) + number(entry.count, 4);
                if (entry.value.size() <= 4) {
                    line += entry.value;
                } else {
                    line += number(m_out.size(), 4);
                    m_out += entry.value;
                    m_out.resize(m_out.size() + m_out.size() % 2, '\0');
                }
            }
            line.resize(12, '\0');
            m_out.replace(start + 2 + i * 12, 12, line);
        }
    }

    Bytes m_file;
    ByteOrder m_order;
    std::string m_out;
};

} // namespace

std::optional<std::string> classicTiffOf(Bytes file) {
    const auto mark = image::slice(file, 0, 2);
    if (!mark || (image::asText(*mark) != "II" && image::asText(*mark) != "MM"))
        return std::nullopt;
    const ByteOrder order = image::asText(*mark) == "MM" ? ByteOrder::Big : ByteOrder::Little;
    const auto directory = image::readNumber(file, 8, 8, order);
    if (image::readNumber(file, 2, 2, order) != 43u || !directory)
        return std::nullopt;
    return Converter(file, order).convert(*directory);
}

} // namespace core::provenance
