// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/feature_table.h"

#include "core/forensics/analyzer_catalog.h"
#include "core/image/safe_decoder.h"
#include "core/inference/embedded/evidence_set.h"
#include "core/model/detector/residual_features.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <cmath>
#include <fstream>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace core::training {

namespace {

constexpr std::size_t kTilesKept = 32;
constexpr std::uint64_t kSeed = 77;
/// Photographs above this are camera originals: the program meets them at full size.
constexpr int kOriginalSide = 1800;

using Json = nlohmann::json;

std::uint64_t seedOf(const std::string& text) {
    // FNV-1a: stable over machines and runs, unlike std::hash.
    std::uint64_t hash = 1469598103934665603ULL ^ kSeed;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

std::string keyOf(const std::string& file, std::string_view chain) {
    return file + "|" + std::string(chain);
}

std::vector<std::vector<float>> thinned(std::vector<std::vector<float>> rows) {
    if (rows.size() <= kTilesKept)
        return rows;
    std::vector<std::vector<float>> kept;
    for (std::size_t i = 0; i < kTilesKept; ++i)
        kept.push_back(rows[i * rows.size() / kTilesKept]);
    return kept;
}

struct Loaded {
    image::EvidenceFile file;
    image::Image picture;
};

std::optional<Loaded> loaded(const TrainingItem& item) {
    auto file = image::readEvidence(item.file, {});
    if (!file)
        return std::nullopt;
    auto picture = image::decode(*file, {});
    if (!picture)
        return std::nullopt;
    return Loaded{std::move(*file), picture->image};
}

std::optional<FeatureRow> measured(const TrainingItem& item, const image::EvidenceFile& file,
                                   Chain chain, const inference::Analyzers& analyzers) {
    auto picture = image::decode(file, {});
    if (!picture)
        return std::nullopt;
    auto subject = forensics::makeSubject(file, *picture);
    if (!subject)
        return std::nullopt;
    FeatureRow row{item.file.string(),
                   item.source,
                   item.generator,
                   item.look,
                   std::string(chainName(chain)),
                   item.isGenerated,
                   chain == Chain::Spliced || chain == Chain::CopyMoved,
                   picture->image.width(),
                   picture->image.height(),
                   {},
                   {}};
    for (const auto& analyzer : analyzers) {
        auto evidence = analyzer->analyze(*subject, {});
        if (evidence)
            inference::addFusionInputs(*evidence, row.evidence);
    }
    auto tiles = model::residualFeatures(picture->image.view());
    if (tiles)
        row.tiles = thinned(std::move(tiles->rows));
    return row;
}

Json toJson(const FeatureRow& row) {
    return {{"file", row.file},
            {"source", row.source},
            {"generator", row.generator},
            {"look", row.look},
            {"chain", row.chain},
            {"generated", row.isGenerated},
            {"manipulated", row.isManipulated},
            {"width", row.width},
            {"height", row.height},
            {"tiles", row.tiles},
            {"evidence", row.evidence}};
}

FeatureRow rowFrom(const Json& json) {
    return {json.at("file"),
            json.at("source"),
            json.at("generator"),
            json.at("look"),
            json.at("chain"),
            json.at("generated"),
            json.at("manipulated"),
            json.at("width"),
            json.at("height"),
            json.at("tiles").get<std::vector<std::vector<float>>>(),
            json.at("evidence").get<std::map<std::string, double>>()};
}

std::set<std::string> keysIn(const std::filesystem::path& table) {
    std::set<std::string> keys;
    std::ifstream stream(table);
    std::string line;
    while (std::getline(stream, line)) {
        const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
        if (!json.is_discarded())
            keys.insert(
                keyOf(json.at("file").get<std::string>(), json.at("chain").get<std::string>()));
    }
    return keys;
}

} // namespace

std::vector<Chain> chainsFor(const TrainingItem& item, std::uint64_t seed) {
    std::vector<Chain> chains = {Chain::Web};
    if (seed % 2 == 0)
        chains.push_back(Chain::Platform);
    if (item.hasCameraExif || item.file.extension() == ".png")
        chains.push_back(Chain::AsIs);
    if (!item.isGenerated && seed % 5 == 1)
        chains.push_back(Chain::Spliced);
    if (!item.isGenerated && seed % 5 == 2)
        chains.push_back(Chain::CopyMoved);
    return chains;
}

Result<int> extendFeatureTable(const std::vector<TrainingItem>& items,
                               const std::filesystem::path& table, int threads,
                               const std::function<void(int, int)>& progress) {
    const std::set<std::string> known = keysIn(table);
    std::ofstream out(table, std::ios::app);
    if (!out)
        return fail(ErrorCode::WriteFailed, "The table " + table.string() + " cannot be written.");
    std::mutex outMutex; // guards out and done
    int done = 0;
    std::atomic<std::size_t> next = 0;
    std::atomic<int> skipped = 0;
    const auto work = [&] {
        const inference::Analyzers analyzers = forensics::makeAnalyzers();
        for (std::size_t i = next++; i < items.size(); i = next++) {
            const TrainingItem& item = items[i];
            const std::uint64_t seed = seedOf(item.file.filename().string());
            std::vector<Chain> wanted = chainsFor(item, seed);
            std::erase_if(wanted, [&](Chain chain) {
                return known.contains(keyOf(item.file.string(), chainName(chain)));
            });
            const auto original = wanted.empty() ? std::nullopt : loaded(item);
            const auto donor = !wanted.empty() && seed % 5 == 1
                                   ? loaded(items[(i * 7 + 13) % items.size()])
                                   : std::nullopt;
            for (const Chain chain : wanted) {
                if (!original) {
                    ++skipped;
                    continue;
                }
                auto file = processed(original->file, original->picture,
                                      donor ? donor->picture : image::Image(), chain,
                                      seed + static_cast<std::uint64_t>(chain));
                const auto row = file ? measured(item, *file, chain, analyzers) : std::nullopt;
                if (!row) {
                    ++skipped;
                    continue;
                }
                const std::string line = toJson(*row).dump();
                const std::lock_guard lock(outMutex);
                out << line << '\n' << std::flush;
            }
            const std::lock_guard lock(outMutex);
            if (progress)
                progress(++done, static_cast<int>(items.size()));
        }
    };
    std::vector<std::jthread> pool;
    for (int i = 0; i < threads; ++i)
        pool.emplace_back(work);
    pool.clear();
    if (!out)
        return fail(ErrorCode::WriteFailed,
                    "Writing " + table.string() + " failed; is the disk full?");
    return skipped.load();
}

Result<std::vector<FeatureRow>> readFeatureTable(const std::filesystem::path& table) {
    std::ifstream stream(table);
    if (!stream)
        return fail(ErrorCode::FileNotFound, "There is no table " + table.string() + ".");
    std::vector<FeatureRow> rows;
    std::string line;
    while (std::getline(stream, line)) {
        const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
        if (json.is_discarded()) // the line that a stopped run did not finish
            continue;
        try {
            rows.push_back(rowFrom(json));
        } catch (const std::exception& error) {
            return fail(ErrorCode::InvalidJson,
                        std::string("A row of the table is wrong: ") + error.what());
        }
    }
    return rows;
}

} // namespace core::training
