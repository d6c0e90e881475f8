// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/picture_layers.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace core::cases {

namespace {

using examination::Examination;
using examination::PlotSeries;
using Map = std::shared_ptr<const HeatMap>;

constexpr quint32 kMagic = 0x434C4731; // "CLG1"
constexpr quint32 kMostMaps = 4096;
constexpr quint32 kMostCells = 1U << 24U;
/// qUncompress() takes the size from the first four bytes before it looks at the rest.
constexpr quint32 kMostBytes = 256U << 20U;

/// Every place of an examination where a map may be, in a fixed order.
template <typename Subject> auto mapsOf(Subject& examination) {
    std::vector<decltype(&examination.map)> places{&examination.map};
    for (auto& clue : examination.clues)
        places.push_back(&clue.map);
    for (auto& measurement : examination.measurements)
        places.push_back(&measurement.map);
    return places;
}

void write(QDataStream& stream, const HeatMap& map) {
    QByteArray cells(static_cast<qsizetype>(map.values.size()), 0);
    std::ranges::transform(map.values, cells.begin(), [](float value) {
        return static_cast<char>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255));
    });
    stream << qint32{map.columns} << qint32{map.rows} << cells;
}

Map readMap(QDataStream& stream) {
    qint32 columns = 0;
    qint32 rows = 0;
    QByteArray cells;
    stream >> columns >> rows >> cells;
    if (stream.status() != QDataStream::Ok || columns <= 0 || rows <= 0 ||
        cells.size() != qint64{columns} * rows || cells.size() > kMostCells)
        return nullptr;
    auto map = std::make_shared<HeatMap>(HeatMap{columns, rows, {}});
    map->values.resize(static_cast<std::size_t>(cells.size()));
    std::ranges::transform(cells, map->values.begin(), [](char cell) {
        return static_cast<float>(static_cast<unsigned char>(cell)) / 255.0F;
    });
    return map;
}

template <typename Value> void writeList(QDataStream& stream, const std::vector<Value>& values) {
    stream << static_cast<quint32>(values.size());
    for (const Value value : values)
        stream << value;
}

/// QList's own reading would ask for as much memory as a damaged count says.
template <typename Value> std::vector<Value> readList(QDataStream& stream) {
    quint32 count = 0;
    stream >> count;
    if (qint64{count} * qint64{sizeof(Value)} > stream.device()->bytesAvailable()) {
        stream.setStatus(QDataStream::ReadCorruptData);
        return {};
    }
    std::vector<Value> values(count);
    for (Value& value : values)
        stream >> value;
    return values;
}

void write(QDataStream& stream, const PlotSeries& series) {
    stream << QByteArray::fromStdString(series.plot) << QByteArray::fromStdString(series.name);
    for (const auto* values : {&series.x, &series.y, &series.low, &series.high})
        writeList(stream, *values);
}

PlotSeries readSeries(QDataStream& stream) {
    QByteArray plot;
    QByteArray name;
    stream >> plot >> name;
    PlotSeries series{plot.toStdString(), name.toStdString(), {}, {}, {}, {}};
    for (auto* values : {&series.x, &series.y, &series.low, &series.high})
        *values = readList<double>(stream);
    return series;
}

/// Maps that several places share are written once.
struct SharedMaps {
    std::vector<Map> maps;
    std::vector<qint32> numberAt; ///< for each place; -1: none
};

SharedMaps sharedMaps(const Examination& examination) {
    SharedMaps shared;
    std::map<const HeatMap*, qint32> numbers;
    for (const Map* place : mapsOf(examination)) {
        if (!*place || (*place)->isEmpty()) {
            shared.numberAt.push_back(-1);
            continue;
        }
        const auto [known, isNew] =
            numbers.emplace(place->get(), static_cast<qint32>(shared.maps.size()));
        if (isNew)
            shared.maps.push_back(*place);
        shared.numberAt.push_back(known->second);
    }
    return shared;
}

} // namespace

QByteArray packLayers(const Examination& examination) {
    const SharedMaps shared = sharedMaps(examination);
    if (shared.maps.empty() && examination.plots.empty())
        return {};
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << kMagic << static_cast<quint32>(shared.maps.size());
    for (const Map& map : shared.maps)
        write(stream, *map);
    writeList(stream, shared.numberAt);
    stream << static_cast<quint32>(examination.plots.size());
    for (const PlotSeries& series : examination.plots)
        write(stream, series);
    return qCompress(bytes);
}

bool unpackLayers(const QByteArray& packed, Examination& examination) {
    constexpr qsizetype kSizeBytes = 4;
    if (packed.size() < kSizeBytes)
        return false;
    quint32 size = 0;
    QDataStream(packed.first(kSizeBytes)) >> size;
    const QByteArray bytes = size <= kMostBytes ? qUncompress(packed) : QByteArray();
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint32 count = 0;
    stream >> magic >> count;
    if (magic != kMagic || count > kMostMaps)
        return false;
    std::vector<Map> maps;
    for (quint32 i = 0; i < count; ++i) {
        maps.push_back(readMap(stream));
        if (!maps.back())
            return false;
    }
    const auto numberAt = readList<qint32>(stream);
    stream >> count;
    const auto places = mapsOf(examination);
    if (numberAt.size() != places.size() || count > kMostMaps ||
        !std::ranges::all_of(numberAt, [&](qint32 n) { return n < qint32(maps.size()); }))
        return false;
    std::vector<PlotSeries> plots;
    for (quint32 i = 0; i < count; ++i)
        plots.push_back(readSeries(stream));
    if (stream.status() != QDataStream::Ok)
        return false;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (const qint32 number = numberAt[i]; number >= 0)
            *places[i] = maps[static_cast<std::size_t>(number)];
    examination.plots = std::move(plots);
    return true;
}

} // namespace core::cases
