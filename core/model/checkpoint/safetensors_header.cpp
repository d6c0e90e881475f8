// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/safetensors_header.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace core::model {

namespace {

constexpr std::size_t kMostDimensions = 8;

struct TypeName {
    DataType type;
    std::string_view name;
    std::size_t size;
};
constexpr std::array<TypeName, 15> kTypes = {{{DataType::F64, "F64", 8},
                                              {DataType::F32, "F32", 4},
                                              {DataType::F16, "F16", 2},
                                              {DataType::BF16, "BF16", 2},
                                              {DataType::F8E5M2, "F8_E5M2", 1},
                                              {DataType::F8E4M3, "F8_E4M3", 1},
                                              {DataType::I64, "I64", 8},
                                              {DataType::I32, "I32", 4},
                                              {DataType::I16, "I16", 2},
                                              {DataType::I8, "I8", 1},
                                              {DataType::U64, "U64", 8},
                                              {DataType::U32, "U32", 4},
                                              {DataType::U16, "U16", 2},
                                              {DataType::U8, "U8", 1},
                                              {DataType::Bool, "BOOL", 1}}};

const TypeName& describe(DataType type) {
    return *std::ranges::find(kTypes, type, &TypeName::type);
}

/// Follows the one structure a header may have and stops the parser at the first other token:
/// { NAME: {"dtype": string, "shape": [n...], "data_offsets": [n, n]}, "__metadata__": {string:
/// string} }
class HeaderReader : public nlohmann::json_sax<nlohmann::json> {
  public:
    SafetensorsHeader header;
    std::string problem;

    bool null() override { return unexpected(); }
    bool boolean(bool) override { return unexpected(); }
    bool number_integer(number_integer_t) override { return refuse("has a negative number"); }
    bool number_float(number_float_t, const string_t&) override { return unexpected(); }
    bool binary(binary_t&) override { return unexpected(); }

    bool number_unsigned(number_unsigned_t value) override {
        if (m_place == Place::Shape) {
            if (m_entry.shape.size() == kMostDimensions)
                return refuse("gives " + quoted(m_name) + " more than 8 dimensions");
            if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
                return refuse("gives " + quoted(m_name) + " an impossible shape");
            m_entry.shape.push_back(static_cast<std::int64_t>(value));
            return true;
        }
        if (m_place != Place::Offsets || m_offsetCount == 2)
            return unexpected();
        (m_offsetCount == 0 ? m_entry.begin : m_entry.end) = value;
        ++m_offsetCount;
        return true;
    }

    bool string(string_t& value) override {
        if (m_place == Place::Metadata) {
            header.metadata[m_field] = std::move(value);
            return true;
        }
        if (m_place != Place::Entry || m_field != "dtype")
            return unexpected();
        const auto* type = std::ranges::find(kTypes, std::string_view(value), &TypeName::name);
        if (type == kTypes.end())
            return refuse("stores " + quoted(m_name) + " as " + quoted(value) +
                          ", a type that is not known");
        m_entry.type = type->type;
        m_hasType = true;
        return true;
    }

    bool key(string_t& value) override {
        if (m_place == Place::Top) {
            if (header.tensors.contains(value))
                return refuse("names " + quoted(value) + " twice");
            m_name = std::move(value);
        } else {
            m_field = std::move(value);
        }
        return true;
    }

    bool start_object(std::size_t) override {
        if (m_place == Place::Outside) {
            m_place = Place::Top;
        } else if (m_place == Place::Top) {
            m_place = m_name == "__metadata__" ? Place::Metadata : Place::Entry;
            m_entry = {};
            m_hasType = m_hasShape = false;
            m_offsetCount = 0;
        } else {
            return unexpected();
        }
        return true;
    }

    bool end_object() override {
        if (m_place == Place::Entry) {
            if (!m_hasType || !m_hasShape || m_offsetCount != 2)
                return refuse("describes " + quoted(m_name) + " incompletely");
            header.tensors.emplace(m_name, std::move(m_entry));
        }
        m_place = m_place == Place::Top ? Place::Outside : Place::Top;
        return true;
    }

    bool start_array(std::size_t) override {
        if (m_place != Place::Entry)
            return unexpected();
        if (m_field == "shape" && !m_hasShape) {
            m_place = Place::Shape;
            m_hasShape = true;
        } else if (m_field == "data_offsets" && m_offsetCount == 0) {
            m_place = Place::Offsets;
        } else {
            return unexpected();
        }
        return true;
    }

    bool end_array() override {
        m_place = Place::Entry;
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return refuse("is not valid JSON");
    }

  private:
    enum class Place { Outside, Top, Metadata, Entry, Shape, Offsets };

    static std::string quoted(std::string_view text) {
        constexpr std::size_t kLongest = 120;
        std::string result(1, '"');
        return result.append(text.substr(0, kLongest)).append(1, '"');
    }
    bool refuse(const std::string& what) {
        if (problem.empty())
            problem.append("its header ").append(what).append(".");
        return false;
    }
    bool unexpected() { return refuse("does not have the structure of a safetensors file"); }

    Place m_place = Place::Outside;
    std::string m_name;
    std::string m_field;
    TensorEntry m_entry;
    bool m_hasType = false;
    bool m_hasShape = false;
    int m_offsetCount = 0;
};

/// Bytes that a tensor needs; nothing when the product does not fit.
std::optional<std::uint64_t> bytesNeeded(const TensorEntry& entry) {
    std::uint64_t bytes = sizeOf(entry.type);
    for (const std::int64_t extent : entry.shape) {
        const auto factor = static_cast<std::uint64_t>(extent);
        if (factor != 0 && bytes > std::numeric_limits<std::int64_t>::max() / factor)
            return std::nullopt;
        bytes *= factor;
    }
    return bytes;
}

Result<void> checkPlaces(const SafetensorsHeader& header, std::uint64_t dataSize) {
    std::vector<std::pair<std::string_view, const TensorEntry*>> inOrder;
    inOrder.reserve(header.tensors.size());
    for (const auto& [name, entry] : header.tensors) {
        const auto needed = bytesNeeded(entry);
        if (entry.begin > entry.end || !needed || *needed != entry.end - entry.begin)
            return fail(ErrorCode::ModelInvalid, "its header gives \"" + name.substr(0, 120) +
                                                     "\" a shape and a place that do not agree.");
        inOrder.emplace_back(name, &entry);
    }
    std::ranges::sort(inOrder, [](const auto& a, const auto& b) {
        return std::pair(a.second->begin, a.second->end) <
               std::pair(b.second->begin, b.second->end);
    });
    std::uint64_t position = 0;
    for (const auto& [name, entry] : inOrder) {
        if (entry->begin != position)
            return fail(ErrorCode::ModelInvalid, "its header leaves a gap before \"" +
                                                     std::string(name.substr(0, 120)) +
                                                     "\" or lets it overlap another tensor.");
        position = entry->end;
    }
    if (position > dataSize)
        return fail(ErrorCode::ModelInvalid, "it is cut off: " + std::to_string(position) +
                                                 " bytes of weights are announced, " +
                                                 std::to_string(dataSize) +
                                                 " are there. Download this file again.");
    if (position < dataSize)
        return fail(ErrorCode::ModelInvalid, "it holds " + std::to_string(dataSize - position) +
                                                 " bytes that its header does not mention.");
    return {};
}

} // namespace

std::size_t sizeOf(DataType type) {
    return describe(type).size;
}

std::string_view nameOf(DataType type) {
    return describe(type).name;
}

std::int64_t TensorEntry::elements() const {
    std::int64_t count = 1;
    for (const std::int64_t extent : shape)
        count *= extent;
    return count;
}

Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json, std::uint64_t dataSize) {
    HeaderReader reader;
    // The parser itself throws only on broken promises of the reader, and on lack of memory.
    try {
        if (!nlohmann::json::sax_parse(json, &reader))
            return fail(ErrorCode::ModelInvalid,
                        reader.problem.empty() ? "its header is not valid JSON." : reader.problem);
    } catch (const std::exception&) {
        return fail(ErrorCode::ModelInvalid, "its header cannot be read.");
    }
    if (auto placed = checkPlaces(reader.header, dataSize); !placed)
        return tl::unexpected(placed.error());
    return std::move(reader.header);
}

} // namespace core::model
