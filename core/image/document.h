// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/decode_limits.h"
#include "core/image/image.h"

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

namespace core::image {

class Documents;

/// A value that is computed by whoever asks first; the others wait for it. Only success is kept:
/// what failed for want of memory may work later.
template <typename T> class ComputedOnce {
  public:
    /// @errors those of `compute`; Cancelled while waiting
    template <typename Compute> Result<T> get(const std::stop_token& stop, Compute compute) {
        std::unique_lock lock(m_mutex);
        if (!m_isFree.wait(lock, stop, [this] { return !m_isBusy; }))
            return cancelled();
        if (m_value)
            return *m_value;
        m_isBusy = true;
        lock.unlock();
        const Release release{*this};
        Result<T> result = compute();
        if (result) {
            const std::lock_guard keep(m_mutex);
            m_value = *result;
        }
        return result;
    }

    [[nodiscard]] std::optional<T> known() const {
        const std::lock_guard lock(m_mutex);
        return m_value;
    }

  private:
    struct Release {
        ComputedOnce& of;
        ~Release() {
            const std::lock_guard lock(of.m_mutex);
            of.m_isBusy = false;
            of.m_isFree.notify_all();
        }
    };

    mutable std::mutex m_mutex;
    std::condition_variable_any m_isFree;
    std::optional<T> m_value;
    bool m_isBusy = false;
};

/// One evidence file as it was read: its bytes and their hash, read once, and the picture decoded
/// from these very bytes, once. Several threads may use it.
class Document {
  public:
    /// The file as it was when it was opened.
    [[nodiscard]] const EvidenceFile& file() const { return m_file; }
    /// Within the limits that the document was opened with. The first caller decodes.
    /// @errors those of decode()
    [[nodiscard]] Result<DecodedPicture> picture(std::stop_token stop = {}) const;
    /// A small upright copy of the picture: from the decoded one where it is there already.
    /// @errors those of thumbnail()
    [[nodiscard]] Result<Image> thumbnail(int side, std::stop_token stop = {}) const;
    /// Of the bytes and the pixels that are in memory.
    [[nodiscard]] std::int64_t memory() const;

  private:
    friend class Documents;
    struct Cache;
    Document(EvidenceFile file, const DecodeLimits& limits, std::weak_ptr<Cache> cache);

    EvidenceFile m_file;
    DecodeLimits m_limits;
    std::weak_ptr<Cache> m_cache;
    mutable ComputedOnce<DecodedPicture> m_picture;
};

/// The documents that are in use or were used last. Whoever opens a file that somebody has open, or
/// that was used a moment ago and is unchanged on disk since, gets the same document. Several
/// threads may use it.
class Documents {
  public:
    /// @param budget  bytes of documents kept that nobody uses; 0: none
    explicit Documents(std::int64_t budget = 0);
    ~Documents();

    /// @errors those of readEvidence()
    [[nodiscard]] Result<std::shared_ptr<const Document>>
    open(const std::filesystem::path& path, const DecodeLimits& limits, std::stop_token stop = {});
    /// The same, but only when it is here already; else null.
    [[nodiscard]] std::shared_ptr<const Document> find(const std::filesystem::path& path,
                                                       const DecodeLimits& limits) const;
    /// Bytes of the documents kept, used or not.
    [[nodiscard]] std::int64_t memory() const;

  private:
    std::shared_ptr<Document::Cache> m_cache;
};

} // namespace core::image
