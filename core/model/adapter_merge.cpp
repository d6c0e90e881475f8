// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/adapter_merge.h"

#include "core/model/checkpoint/checkpoint_copy.h"
#include "core/model/checkpoint/lora_adapter.h"
#include "core/model/checkpoint/stored_tensor.h"
#include "core/model/checkpoint/weight_map.h"
#include "core/model/checkpoint_check.h"
#include "core/model/llava/guarded.h"
#include "core/model/quantization/streamed_safetensors.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace core::model {

namespace {

class Merging {
  public:
    Merging(const MergeOrder& order, const ProgressCallback& progress, std::stop_token stop)
        : m_order(order), m_progress(progress), m_stop(std::move(stop)), m_folder(order.target) {}

    Result<MergeSummary> run() {
        const CheckpointReport report = checkCheckpoint(m_order.base, m_order.adapter);
        if (!report.isReady)
            return fail(report.code, report.sentence);
        m_totalBytes = report.weightBytes;
        auto adapter = LoraAdapter::open(m_order.adapter);
        const auto shards = listShards(m_order.base);
        if (!adapter || !shards)
            return fail(ErrorCode::ModelInvalid,
                        "The folders changed while they were read. Try again.");
        m_adapter.emplace(std::move(*adapter));
        auto done = m_folder.make();
        for (const std::string& name : shards->files)
            if (done)
                done = mergeShard(name);
        if (done && shards->files.size() > 1)
            done = writeShardIndex(m_folder.path(), m_places, m_summary.bytes);
        if (done)
            done = copyOtherFiles(m_order.base, m_folder.path());
        if (done)
            done = m_folder.finish();
        if (!done)
            return tl::unexpected(done.error());
        return m_summary;
    }

  private:
    Result<void> mergeShard(const std::string& fileName) {
        const auto shard = SafetensorsFile::open(m_order.base / fileName);
        if (!shard)
            return tl::unexpected(shard.error());
        std::vector<PlannedTensor> tensors;
        for (const auto& [name, entry] : shard->tensors())
            tensors.push_back({name, entry.type, entry.shape});
        auto out =
            StreamedSafetensors::create(m_folder.path() / fileName, tensors, shard->metadata());
        if (!out)
            return tl::unexpected(out.error());
        for (const auto& [name, entry] : shard->tensors()) {
            if (m_stop.stop_requested())
                return cancelled();
            if (auto written = write(name, *shard, entry, *out); !written)
                return written;
            m_places[name] = fileName;
            shard->dropPages(entry);
        }
        return out->close();
    }

    Result<void> write(const std::string& name, const SafetensorsFile& shard,
                       const TensorEntry& entry, StreamedSafetensors& out) {
        const std::string weight = canonicalName(name);
        const std::uint64_t bytes = entry.end - entry.begin;
        m_summary.bytes += bytes;
        if (m_progress && m_totalBytes > 0)
            m_progress("merge", std::min(1.0, static_cast<double>(m_summary.bytes) /
                                                  static_cast<double>(m_totalBytes)));
        if (!m_adapter->changes(weight)) {
            ++m_summary.copiedTensors;
            return out.write(name, 0, shard.bytes(entry));
        }
        ++m_summary.mergedTensors;
        const at::Tensor merged = m_adapter->applied(weight, wideTensor(shard, entry));
        return out.write(name, 0, storedBytes(merged, entry.type));
    }

    const MergeOrder& m_order;
    const ProgressCallback& m_progress;
    std::stop_token m_stop;
    UnfinishedFolder m_folder;
    std::optional<LoraAdapter> m_adapter;
    std::map<std::string, std::string> m_places;
    std::uint64_t m_totalBytes = 0;
    MergeSummary m_summary;
};

} // namespace

Result<MergeSummary> mergeAdapter(const MergeOrder& order, const ProgressCallback& progress,
                                  std::stop_token stop) {
    return guarded([&] { return Merging(order, progress, stop).run(); });
}

} // namespace core::model
