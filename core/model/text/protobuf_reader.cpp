// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text/protobuf_reader.h"

namespace core::model {

std::optional<std::uint64_t> ProtobufReader::varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0)
            return value;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> ProtobufReader::fixed(std::size_t width) {
    if (m_rest.size() < width)
        return std::nullopt;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i)
        value |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(m_rest[i])) << (8 * i);
    m_rest.remove_prefix(width);
    return value;
}

std::optional<ProtobufField> ProtobufReader::next() {
    if (m_isDamaged || m_rest.empty())
        return std::nullopt;
    m_isDamaged = true; // until the field has been read completely
    const auto tag = varint();
    if (!tag || *tag >> 3U == 0 || *tag >> 35U != 0)
        return std::nullopt;
    ProtobufField field{static_cast<std::uint32_t>(*tag >> 3U), 0, {}};
    const auto wireType = *tag & 7U;
    std::optional<std::uint64_t> value;
    if (wireType == 0 || wireType == 2)
        value = varint();
    else if (wireType == 1 || wireType == 5)
        value = fixed(wireType == 1 ? 8 : 4);
    if (!value)
        return std::nullopt;
    field.value = *value;
    if (wireType == 2) {
        if (*value > m_rest.size())
            return std::nullopt;
        field.bytes = m_rest.substr(0, *value);
        m_rest.remove_prefix(*value);
    }
    m_isDamaged = false;
    return field;
}

} // namespace core::model
