// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/form_rows.h"

#include "core/image/safe_decoder.h"
#include "core/provenance/file_form/form_facts.h"
#include "core/provenance/file_form/form_traits.h"
#include "core/provenance/provenance_reader.h"
#include "core/training/stable_seed.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <optional>
#include <sstream>
#include <thread>
#include <utility>

namespace core::training {

namespace {

std::optional<std::pair<int, int>> sizeOf(const image::EvidenceFile& file) {
    if (const auto stated = provenance::statedSize(file))
        return stated;
    const auto picture = image::decode(file, {});
    if (!picture)
        return std::nullopt;
    return std::pair{picture->image.width(), picture->image.height()};
}

std::optional<FormRow> rowOf(const TrainingItem& item) {
    const auto file = image::readEvidence(item.file, {});
    if (!file)
        return std::nullopt;
    const auto size = sizeOf(*file);
    if (!size)
        return std::nullopt;
    const auto names = provenance::formTraitNames();
    FormRow row{item.source,
                item.look,
                item.file.filename().string(),
                item.isGenerated,
                formFoldOf(item.source),
                {}};
    for (const auto& trait : provenance::formTraits(provenance::formFacts(
             *file, size->first, size->second, provenance::readProvenance(*file))))
        row.traits.push_back(
            static_cast<std::size_t>(std::ranges::find(names, trait.name) - names.begin()));
    return row;
}

std::vector<TrainingItem> withoutRepeats(const std::vector<TrainingItem>& items,
                                         const std::set<std::filesystem::path>& leftOut) {
    std::vector<TrainingItem> once;
    std::set<std::filesystem::path> seen = leftOut;
    for (const TrainingItem& item : items) {
        if (seen.insert(item.file).second)
            once.push_back(item);
    }
    return once;
}

} // namespace

int formFoldOf(const std::string& source) {
    return static_cast<int>((stableSeed(source) >> 20) % (kFormFolds + 1));
}

Result<std::set<std::filesystem::path>> cutOutPictures(const std::filesystem::path& pictures) {
    const auto index = pictures / "index.tsv";
    std::ifstream stream(index);
    if (!stream)
        return fail(ErrorCode::FileNotFound, "The index " + index.string() + " cannot be read.");
    std::set<std::filesystem::path> files;
    std::string line;
    while (std::getline(stream, line)) {
        if (line.find("#crop") != std::string::npos)
            files.insert(pictures / line.substr(0, line.find('\t')));
    }
    return files;
}

FormRows readFormRows(const std::vector<TrainingItem>& items,
                      const std::set<std::filesystem::path>& leftOut, int threads,
                      const std::function<void(int, int)>& progress) {
    const std::vector<TrainingItem> once = withoutRepeats(items, leftOut);
    std::vector<std::optional<FormRow>> rows(once.size());
    std::atomic<std::size_t> next = 0;
    std::atomic<int> done = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < once.size(); i = next++) {
            rows[i] = rowOf(once[i]);
            if (progress)
                progress(++done, static_cast<int>(once.size()));
        }
    };
    std::vector<std::jthread> pool;
    for (int i = 0; i < threads; ++i)
        pool.emplace_back(work);
    pool.clear();
    FormRows read;
    for (auto& row : rows) {
        if (row)
            read.rows.push_back(std::move(*row));
        else
            ++read.skipped;
    }
    return read;
}

} // namespace core::training
