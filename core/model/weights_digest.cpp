// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/weights_digest.h"

#include "core/base/digest.h"
#include "core/base/output_file.h"
#include "core/model/checkpoint/json_file.h"
#include "core/model/checkpoint/model_parts.h"
#include "core/model/checkpoint/weight_map.h"

#include <nlohmann/json.hpp>

#include <span>
#include <system_error>

namespace core::model {

namespace {

namespace fs = std::filesystem;

/// Changes whenever a file is replaced, resized or rewritten.
std::string fingerprint(const fs::path& directory, const ShardList& shards) {
    std::error_code error;
    std::string text = fs::weakly_canonical(directory, error).string();
    for (const std::string& name : shards.files) {
        const auto size = fs::file_size(directory / name, error);
        const auto changed =
            fs::last_write_time(directory / name, error).time_since_epoch().count();
        text.append("|").append(name);
        text.append("|").append(std::to_string(size)).append("|").append(std::to_string(changed));
    }
    return text;
}

nlohmann::json rememberedDigests(const fs::path& file) {
    if (!file.empty())
        if (auto json = readJsonFile(file))
            return std::move(*json);
    return nlohmann::json::object();
}

void remember(const fs::path& file, nlohmann::json digests, const std::string& key,
              const std::string& digest) {
    if (file.empty())
        return;
    digests[key] = digest;
    // What cannot be remembered is computed again.
    if (OutputFile::makeFolder(file.parent_path()))
        static_cast<void>(
            writeOutput(file, output_kind::kOwnJson,
                        digests.dump(1, ' ', false, nlohmann::json::error_handler_t::replace)));
}

Result<std::string> computed(const fs::path& directory, const ShardList& shards,
                             const ProgressCallback& progress, std::stop_token stop) {
    std::string lines;
    std::string last;
    for (std::size_t i = 0; i < shards.files.size(); ++i) {
        if (progress)
            progress("hash", static_cast<double>(i) / static_cast<double>(shards.files.size()));
        auto digest = sha256OfFile(directory / shards.files[i], stop);
        if (!digest)
            return digest;
        lines.append(*digest).append("  ").append(shards.files[i]).append("\n");
        last = std::move(*digest);
    }
    if (shards.files.size() == 1)
        return last;
    return sha256(std::span(reinterpret_cast<const std::uint8_t*>(lines.data()), lines.size()));
}

Result<std::string> withAdapter(const std::string& base, const fs::path& adapter,
                                std::stop_token stop) {
    std::string lines = base + "  base\n";
    for (const char* name : {"adapter_model.safetensors", "adapter_config.json"}) {
        const auto digest = sha256OfFile(adapter / name, stop);
        if (!digest)
            return digest;
        lines.append(*digest).append("  ").append(name).append("\n");
    }
    return sha256(std::span(reinterpret_cast<const std::uint8_t*>(lines.data()), lines.size()));
}

} // namespace

Result<std::string> weightsSha256(const fs::path& folder, const fs::path& remembered,
                                  const ProgressCallback& progress, std::stop_token stop,
                                  const fs::path& chosenAdapter) {
    const auto parts = partsOf(folder, chosenAdapter);
    if (!parts)
        return tl::unexpected(parts.error());
    if (!parts->adapter.empty()) {
        const auto base = weightsSha256(parts->base, remembered, progress, stop);
        return base ? withAdapter(*base, parts->adapter, stop) : base;
    }
    const fs::path& directory = parts->base;
    const auto shards = listShards(directory);
    if (!shards)
        return tl::unexpected(shards.error());
    const std::string key = fingerprint(directory, *shards);
    nlohmann::json digests = rememberedDigests(remembered);
    const auto known = digests.find(key);
    if (known != digests.end() && known->is_string() && known->get<std::string>().size() == 64)
        return known->get<std::string>();
    auto digest = computed(directory, *shards, progress, stop);
    if (digest)
        remember(remembered, std::move(digests), key, *digest);
    return digest;
}

} // namespace core::model
