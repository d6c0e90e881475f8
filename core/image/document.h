// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/computed_once.h"
#include "core/base/result.h"
#include "core/image/decode_limits.h"
#include "core/image/image.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

namespace core::image {

class Documents;

/// One evidence file as it was read: its bytes and their hash, read once, and the picture decoded
/// from these very bytes, once. Several threads may use it.
class Document {
  public:
    /// The file as it was when it was opened.
    [[nodiscard]] const EvidenceFile& file() const { return m_file; }
    [[nodiscard]] const DecodeLimits& limits() const { return m_limits; }
    /// Within the limits that the document was opened with. The first caller decodes.
    /// @errors those of decode()
    [[nodiscard]] Result<DecodedPicture> picture(std::stop_token stop = {}) const;
    /// A small upright copy of the picture, made once for each size: from the decoded picture where
    /// that is there already.
    /// @errors those of thumbnail()
    [[nodiscard]] Result<Image> thumbnail(int side, std::stop_token stop = {}) const;
    /// Of the bytes, the pixels and the thumbnails that are in memory.
    [[nodiscard]] std::int64_t memory() const;

  private:
    friend class Documents;
    struct Cache;
    using OneThumbnail = ComputedOnce<Image>;
    [[nodiscard]] std::shared_ptr<OneThumbnail> thumbnailOf(int side) const;
    void tellGrown() const;
    Document(EvidenceFile file, const DecodeLimits& limits, std::weak_ptr<Cache> cache);

    EvidenceFile m_file;
    DecodeLimits m_limits;
    std::weak_ptr<Cache> m_cache;
    mutable ComputedOnce<DecodedPicture> m_picture;
    mutable std::mutex m_mutex;                                        ///< guards m_thumbnails
    mutable std::map<int, std::shared_ptr<OneThumbnail>> m_thumbnails; ///< by side
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
    /// Bytes of the documents kept, used or not.
    [[nodiscard]] std::int64_t memory() const;

  private:
    std::shared_ptr<Document::Cache> m_cache;
};

} // namespace core::image
