// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/export_writer.h"

#include "core/report/drawing_file.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <utility>

namespace core::exports {

namespace {

/// A map of a larger picture is written at a share of its size.
constexpr int kGreatestSide = 16384;

/// As large as the picture; each pixel has its cell's value, 0 to 255.
QImage grayPicture(const HeatMap& map, int width, int height) {
    const double share =
        std::min(1.0, static_cast<double>(kGreatestSide) / std::max({width, height, 1}));
    const int columns = std::max(1, static_cast<int>(width * share));
    const int rows = std::max(1, static_cast<int>(height * share));
    QImage picture(columns, rows, QImage::Format_Grayscale8);
    if (picture.isNull())
        return picture;
    for (int y = 0; y < rows; ++y) {
        uchar* line = picture.scanLine(y);
        const int row = static_cast<int>(static_cast<long long>(y) * map.rows / rows);
        for (int x = 0; x < columns; ++x) {
            const int column = static_cast<int>(static_cast<long long>(x) * map.columns / columns);
            line[x] = static_cast<uchar>(
                std::lround(std::clamp(map.at(column, row), 0.0F, 1.0F) * 255.0F));
        }
    }
    return picture;
}

bool isDrawable(const std::shared_ptr<const HeatMap>& map) {
    return map && map->columns > 0 && map->rows > 0 &&
           map->values.size() ==
               static_cast<std::size_t>(map->columns) * static_cast<std::size_t>(map->rows);
}

/// A part of a file's name.
std::string nameOf(std::string text) {
    for (char& letter : text)
        if (!((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')))
            letter = '_';
    return text;
}

/// "exhibit-000001.png" for the engine's map, "-clue-2" and "-noise_level" for the others.
class MapPictures : public ExportWriter {
  public:
    explicit MapPictures(ExportPlace place) : m_place(std::move(place)) {}

    Result<void> begin(const CaseFacts& /*facts*/) override {
        return OutputFile::makeFolder(m_place.target);
    }

    Result<std::string> add(const ExportedExhibit& one) override {
        if (!one.examination)
            return std::string("it was not examined.");
        const auto& found = *one.examination;
        std::vector<std::pair<std::string, std::shared_ptr<const HeatMap>>> maps = {
            {"", found.map}};
        for (std::size_t i = 0; i < found.clues.size(); ++i)
            maps.emplace_back("-clue-" + std::to_string(i + 1), found.clues[i].map);
        for (const auto& measurement : found.measurements)
            maps.emplace_back("-" + nameOf(measurement.analyzer), measurement.map);
        std::string number = std::to_string(one.exhibit.number);
        number.insert(0, number.size() < 6 ? 6 - number.size() : 0, '0');
        bool isWritten = false;
        for (const auto& [what, map] : maps) {
            if (!isDrawable(map))
                continue;
            auto written = report::writeDrawing(
                grayPicture(*map, found.source.width, found.source.height),
                m_place.target / ("exhibit-" + number + what + ".png"), m_place.evidence);
            if (!written)
                return tl::unexpected(written.error());
            isWritten = true;
        }
        return isWritten ? std::string()
                         : std::string("it has no map, or the case no longer holds it; examine it "
                                       "again.");
    }

    Result<void> end(Exported& /*exported*/) override { return {}; }

  private:
    ExportPlace m_place;
};

} // namespace

Result<std::unique_ptr<ExportWriter>> makeMapPictures(const ExportPlace& place) {
    return std::make_unique<MapPictures>(place);
}

} // namespace core::exports
