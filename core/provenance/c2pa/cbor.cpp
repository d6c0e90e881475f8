// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/cbor.h"

#include <cbor.h>

#include <algorithm>
#include <set>

namespace core::provenance::c2pa {

namespace {

/// An array, map or tag that still waits for values.
struct Open {
    Cbor value;
    std::uint64_t missing = 0; ///< values still to come; ignored when endless
    bool isEndless = false;    ///< ended by a break
};

bool hasDuplicateKeys(const Cbor& map) {
    std::set<std::pair<int, std::string_view>> texts;
    std::set<std::pair<int, std::uint64_t>> numbers;
    for (std::size_t i = 0; i < map.items.size(); i += 2) {
        const Cbor& key = map.items[i];
        const int kind = static_cast<int>(key.kind);
        const bool isNew = key.is(Cbor::Kind::Text) || key.is(Cbor::Kind::Bytes)
                               ? texts.emplace(kind, key.text()).second
                               : numbers.emplace(kind, key.number).second;
        if (!isNew)
            return true;
    }
    return false;
}

/// Builds the tree from the decoder's events. The decoder itself allocates nothing.
class Builder {
  public:
    explicit Builder(const CborLimits& limits) : m_limits(limits) {}

    void add(Cbor value) {
        const bool isOver = m_limits.budget != nullptr && *m_limits.budget == 0;
        if (m_isBroken || m_isDone || isOver || ++m_items > m_limits.items) {
            m_isBroken = true;
            return;
        }
        if (m_limits.budget != nullptr)
            --*m_limits.budget;
        if (m_open.empty()) {
            m_root = std::move(value);
            m_isDone = true;
            return;
        }
        Open& parent = m_open.back();
        parent.value.items.push_back(std::move(value));
        if (!parent.isEndless && --parent.missing == 0)
            close();
    }

    void open(Cbor::Kind kind, std::uint64_t number, std::uint64_t missing, bool isEndless) {
        if (m_isBroken || m_isDone || static_cast<int>(m_open.size()) >= m_limits.depth ||
            missing > m_limits.items) {
            m_isBroken = true;
            return;
        }
        Open next;
        next.value.kind = kind;
        next.value.number = number;
        next.missing = missing;
        next.isEndless = isEndless;
        m_open.push_back(std::move(next));
        if (!isEndless && missing == 0)
            close();
    }

    void endEndless() {
        if (m_isBroken || m_open.empty() || !m_open.back().isEndless)
            m_isBroken = true;
        else
            close();
    }

    void refuse() { m_isBroken = true; }
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    [[nodiscard]] bool isDone() const { return m_isDone; }
    [[nodiscard]] Cbor take() { return std::move(m_root); }

  private:
    void close() {
        Cbor value = std::move(m_open.back().value);
        m_open.pop_back();
        if (value.is(Cbor::Kind::Map) && (value.items.size() % 2 != 0 || hasDuplicateKeys(value)))
            m_isBroken = true;
        else
            add(std::move(value));
    }

    CborLimits m_limits;
    std::vector<Open> m_open;
    Cbor m_root;
    std::size_t m_items = 0;
    bool m_isBroken = false;
    bool m_isDone = false;
};

Builder& builderOf(void* context) {
    return *static_cast<Builder*>(context);
}

void addNumber(void* context, Cbor::Kind kind, std::uint64_t number) {
    Cbor value;
    value.kind = kind;
    value.number = number;
    builderOf(context).add(std::move(value));
}

void addString(void* context, Cbor::Kind kind, cbor_data data, std::uint64_t length) {
    Cbor value;
    value.kind = kind;
    value.bytes = Bytes(data, static_cast<std::size_t>(length));
    builderOf(context).add(std::move(value));
}

void addFloat(void* context, double real) {
    Cbor value;
    value.kind = Cbor::Kind::Float;
    value.real = real;
    builderOf(context).add(std::move(value));
}

cbor_callbacks makeCallbacks() {
    cbor_callbacks events = cbor_empty_callbacks;
    events.uint8 = [](void* to, std::uint8_t n) { addNumber(to, Cbor::Kind::Unsigned, n); };
    events.uint16 = [](void* to, std::uint16_t n) { addNumber(to, Cbor::Kind::Unsigned, n); };
    events.uint32 = [](void* to, std::uint32_t n) { addNumber(to, Cbor::Kind::Unsigned, n); };
    events.uint64 = [](void* to, std::uint64_t n) { addNumber(to, Cbor::Kind::Unsigned, n); };
    events.negint8 = [](void* to, std::uint8_t n) { addNumber(to, Cbor::Kind::Negative, n); };
    events.negint16 = [](void* to, std::uint16_t n) { addNumber(to, Cbor::Kind::Negative, n); };
    events.negint32 = [](void* to, std::uint32_t n) { addNumber(to, Cbor::Kind::Negative, n); };
    events.negint64 = [](void* to, std::uint64_t n) { addNumber(to, Cbor::Kind::Negative, n); };
    events.byte_string = [](void* to, cbor_data data, auto length) {
        addString(to, Cbor::Kind::Bytes, data, length);
    };
    events.string = [](void* to, cbor_data data, auto length) {
        addString(to, Cbor::Kind::Text, data, length);
    };
    events.byte_string_start = [](void* to) { builderOf(to).refuse(); };
    events.string_start = [](void* to) { builderOf(to).refuse(); };
    events.array_start = [](void* to, auto count) {
        builderOf(to).open(Cbor::Kind::Array, 0, count, false);
    };
    events.indef_array_start = [](void* to) { builderOf(to).open(Cbor::Kind::Array, 0, 0, true); };
    events.map_start = [](void* to, auto count) {
        const std::uint64_t pairs = count;
        if (pairs > UINT32_MAX)
            builderOf(to).refuse();
        else
            builderOf(to).open(Cbor::Kind::Map, 0, pairs * 2, false);
    };
    events.indef_map_start = [](void* to) { builderOf(to).open(Cbor::Kind::Map, 0, 0, true); };
    events.tag = [](void* to, std::uint64_t number) {
        builderOf(to).open(Cbor::Kind::Tag, number, 1, false);
    };
    events.float2 = [](void* to, float real) { addFloat(to, static_cast<double>(real)); };
    events.float4 = [](void* to, float real) { addFloat(to, static_cast<double>(real)); };
    events.float8 = [](void* to, double real) { addFloat(to, real); };
    events.null = [](void* to) { builderOf(to).add({}); };
    events.undefined = [](void* to) { builderOf(to).add({}); };
    events.boolean = [](void* to, bool isTrue) {
        Cbor value;
        value.kind = Cbor::Kind::Bool;
        value.isTrue = isTrue;
        builderOf(to).add(std::move(value));
    };
    events.indef_break = [](void* to) { builderOf(to).endEndless(); };
    return events;
}

} // namespace

const Cbor* Cbor::find(std::string_view key) const {
    if (!is(Kind::Map))
        return nullptr;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        if (items[i].is(Kind::Text) && items[i].text() == key)
            return &items[i + 1];
    return nullptr;
}

const Cbor* Cbor::find(std::int64_t key) const {
    if (!is(Kind::Map))
        return nullptr;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        if (const auto number = items[i].integer(); number && *number == key)
            return &items[i + 1];
    return nullptr;
}

const Cbor* Cbor::find(std::string_view key, Kind wanted) const {
    const Cbor* value = find(key);
    return value != nullptr && value->is(wanted) ? value : nullptr;
}

std::optional<std::int64_t> Cbor::integer() const {
    if ((!is(Kind::Unsigned) && !is(Kind::Negative)) || number > INT64_MAX)
        return std::nullopt;
    const auto value = static_cast<std::int64_t>(number);
    return is(Kind::Unsigned) ? value : -1 - value;
}

std::string Cbor::textOf(std::string_view key) const {
    const Cbor* value = find(key, Kind::Text);
    return value == nullptr ? std::string() : std::string(value->text());
}

std::optional<Cbor> parseCbor(Bytes bytes, const CborLimits& limits) {
    static const cbor_callbacks kEvents = makeCallbacks();
    Builder builder(limits);
    std::size_t at = 0;
    while (!builder.isDone() && !builder.isBroken() && at < bytes.size()) {
        // libcbor 0.8 refuses tags 6 to 20 as unassigned; COSE_Sign1 is 18.
        if (bytes[at] >= 0xC6 && bytes[at] <= 0xD4) {
            builder.open(Cbor::Kind::Tag, bytes[at] & 0x1FU, 1, false);
            ++at;
            continue;
        }
        const cbor_decoder_result step =
            cbor_stream_decode(bytes.data() + at, bytes.size() - at, &kEvents, &builder);
        if (step.status != CBOR_DECODER_FINISHED || step.read == 0)
            return std::nullopt;
        at += step.read;
    }
    if (builder.isBroken() || !builder.isDone() || at != bytes.size())
        return std::nullopt;
    return builder.take();
}

void appendCborHead(std::vector<std::uint8_t>& to, int majorType, std::uint64_t argument) {
    const auto major = static_cast<std::uint8_t>(majorType << 5);
    if (argument < 24) {
        to.push_back(static_cast<std::uint8_t>(major | argument));
        return;
    }
    const int width = argument <= 0xFF         ? 1
                      : argument <= 0xFFFF     ? 2
                      : argument <= UINT32_MAX ? 4
                                               : 8;
    const int code = width == 1 ? 24 : width == 2 ? 25 : width == 4 ? 26 : 27;
    to.push_back(static_cast<std::uint8_t>(major | code));
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        to.push_back(static_cast<std::uint8_t>(argument >> shift));
}

void appendCborBytes(std::vector<std::uint8_t>& to, Bytes bytes) {
    appendCborHead(to, 2, bytes.size());
    to.insert(to.end(), bytes.begin(), bytes.end());
}

void appendCborText(std::vector<std::uint8_t>& to, std::string_view text) {
    appendCborHead(to, 3, text.size());
    to.insert(to.end(), text.begin(), text.end());
}

} // namespace core::provenance::c2pa
