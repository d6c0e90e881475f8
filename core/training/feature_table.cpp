// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/feature_table.h"

#include "core/forensics/analyzer_catalog.h"
#include "core/image/safe_decoder.h"
#include "core/inference/embedded/evidence_set.h"
#include "core/training/stable_seed.h"
#include "core/training/tile_store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace core::training {

namespace {

using Json = nlohmann::json;

std::string keyOf(const std::string& file, std::string_view chain) {
    return file + "|" + std::string(chain);
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
    FeatureRow row;
    row.file = item.file.string();
    row.source = item.source;
    row.generator = item.generator;
    row.look = item.look;
    row.chain = chainName(chain);
    row.isGenerated = item.isGenerated;
    row.isManipulated = chain == Chain::Spliced || chain == Chain::CopyMoved;
    row.width = picture->image.width();
    row.height = picture->image.height();
    for (const auto& analyzer : analyzers) {
        auto evidence = analyzer->analyze(*subject, {});
        if (evidence)
            inference::addFusionInputs(*evidence, row.evidence);
    }
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
            {"processed", row.processed.string()},
            {"evidence", row.evidence}};
}

FeatureRow rowFrom(const Json& json) {
    FeatureRow row;
    row.file = json.at("file");
    row.source = json.at("source");
    row.generator = json.at("generator");
    row.look = json.at("look");
    row.chain = json.at("chain");
    row.isGenerated = json.at("generated");
    row.isManipulated = json.at("manipulated");
    row.width = json.at("width");
    row.height = json.at("height");
    row.processed = json.at("processed").get<std::string>();
    row.evidence = json.at("evidence").get<std::map<std::string, double>>();
    return row;
}

std::set<std::string> keysIn(const std::filesystem::path& table) {
    std::set<std::string> keys;
    for (const Json& row : rowsIn(table))
        keys.insert(keyOf(row.at("file").get<std::string>(), row.at("chain").get<std::string>()));
    return keys;
}

/// The table and its folder of pictures, written by several threads.
class TableWriter {
  public:
    explicit TableWriter(const std::filesystem::path& table)
        : m_rows(table, std::ios::app), m_folder(table.string() + ".pictures") {
        std::error_code error;
        std::filesystem::create_directories(m_folder, error);
    }
    void append(FeatureRow row, const image::EvidenceFile& file) {
        if (row.chain == chainName(Chain::AsIs)) {
            row.processed = row.file;
        } else {
            row.processed = m_folder / (std::to_string(stableSeed(row.file)) + "-" + row.chain);
            std::ofstream out(row.processed, std::ios::binary);
            out.write(reinterpret_cast<const char*>(file.bytes->data()),
                      static_cast<std::streamsize>(file.bytes->size()));
            if (!out.flush())
                m_isGood = false;
        }
        const std::lock_guard lock(m_mutex);
        m_rows << toJson(row).dump() << '\n' << std::flush;
    }
    [[nodiscard]] bool isGood() const { return m_isGood && m_rows.good(); }

  private:
    std::mutex m_mutex; // guards m_rows
    std::ofstream m_rows;
    std::filesystem::path m_folder;
    std::atomic<bool> m_isGood = true;
};

/// @return how many chains could not be measured
int measureItem(const std::vector<TrainingItem>& items, std::size_t index,
                const std::set<std::string>& known, const inference::Analyzers& analyzers,
                TableWriter& writer) {
    const TrainingItem& item = items[index];
    const std::uint64_t seed = stableSeed(item.file.filename().string());
    std::vector<Chain> wanted = chainsFor(item, seed);
    std::erase_if(wanted, [&](Chain chain) {
        return known.contains(keyOf(item.file.string(), chainName(chain)));
    });
    if (wanted.empty())
        return 0;
    const auto original = loaded(item);
    if (!original)
        return static_cast<int>(wanted.size());
    int skipped = 0;
    for (const Chain chain : wanted) {
        const auto donor =
            chain == Chain::Spliced ? loaded(items[(index * 7 + 13) % items.size()]) : std::nullopt;
        auto file =
            processed(original->file, original->picture, donor ? donor->picture : image::Image(),
                      chain, seed + static_cast<std::uint64_t>(chain));
        auto row = file ? measured(item, *file, chain, analyzers) : std::nullopt;
        if (row)
            writer.append(std::move(*row), *file);
        else
            ++skipped;
    }
    return skipped;
}

} // namespace

bool isFake(const FeatureRow& row) {
    return row.isGenerated || row.isManipulated;
}

std::vector<Chain> chainsFor(const TrainingItem& item, std::uint64_t seed) {
    std::vector<Chain> chains = {Chain::Web};
    if (seed % 2 == 0)
        chains.push_back(Chain::Platform);
    if (seed % 2 == 1)
        chains.push_back(Chain::Worn);
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
    TableWriter writer(table);
    if (!writer.isGood())
        return fail(ErrorCode::WriteFailed, "The table " + table.string() + " cannot be written.");
    std::atomic<std::size_t> next = 0;
    std::atomic<int> done = 0;
    std::atomic<int> skipped = 0;
    const auto work = [&] {
        const inference::Analyzers analyzers = forensics::makeAnalyzers();
        for (std::size_t i = next++; i < items.size(); i = next++) {
            skipped += measureItem(items, i, known, analyzers, writer);
            if (progress)
                progress(++done, static_cast<int>(items.size()));
        }
    };
    std::vector<std::jthread> pool;
    for (int i = 0; i < threads; ++i)
        pool.emplace_back(work);
    pool.clear();
    if (!writer.isGood())
        return fail(ErrorCode::WriteFailed,
                    "Writing " + table.string() + " failed; is the disk full?");
    return skipped.load();
}

Result<std::vector<FeatureRow>> readFeatureTable(const std::filesystem::path& table) {
    std::vector<FeatureRow> rows;
    try {
        for (const Json& json : rowsIn(table))
            rows.push_back(rowFrom(json));
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidJson,
                    std::string("A row of the table is wrong: ") + error.what());
    }
    if (rows.empty())
        return fail(ErrorCode::FileNotFound, "The table " + table.string() + " has no rows.");
    // Threads append as they finish; sums must not depend on that.
    std::ranges::sort(rows, {}, [](const FeatureRow& row) { return keyOf(row.file, row.chain); });
    return rows;
}

} // namespace core::training
