// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/document.h"

#include "core/image/safe_decoder.h"
#include "core/image/thumbnailer.h"

#include <sys/stat.h>

#include <array>
#include <ctime>
#include <list>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace core::image {

namespace {

/// A file that changes in place changes one of these. Times are those of the file system's clock,
/// which ticks every few milliseconds: see isSettled().
struct Identity {
    std::string path;
    std::array<std::int64_t, 6> stamp{};
    std::array<std::int64_t, 4> limits{};

    auto operator<=>(const Identity&) const = default;
};

std::int64_t nanoseconds(const timespec& time) {
    constexpr std::int64_t kPerSecond = 1'000'000'000;
    return time.tv_sec * kPerSecond + time.tv_nsec;
}

std::optional<Identity> identityOf(const std::filesystem::path& path, const DecodeLimits& limits) {
    struct stat state {};
    if (::stat(path.c_str(), &state) != 0)
        return std::nullopt;
    Identity identity;
    identity.path = path.string();
    identity.stamp = {static_cast<std::int64_t>(state.st_dev),
                      static_cast<std::int64_t>(state.st_ino),
                      static_cast<std::int64_t>(state.st_mode),
                      static_cast<std::int64_t>(state.st_size),
                      nanoseconds(state.st_mtim),
                      nanoseconds(state.st_ctim)};
    identity.limits = {limits.maxPixels, limits.maxFileBytes, limits.maxSide,
                       limits.maxMemoryBytes};
    return identity;
}

/// Within one tick of the file system's clock a file can change twice and look the same.
bool isSettled(const Identity& identity) {
    constexpr std::int64_t kTicksNs = 100'000'000;
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return nanoseconds(now) - identity.stamp.back() > kTicksNs;
}

} // namespace

/// Shared with the documents, so that they can say that they have grown.
struct Document::Cache {
    using Opened = ComputedOnce<std::shared_ptr<const Document>>;
    struct Entry {
        std::shared_ptr<Opened> opening; ///< while somebody reads it
        std::weak_ptr<const Document> document;
        std::shared_ptr<const Document> kept; ///< while it is among those used last
        std::list<Identity>::iterator used;   ///< valid while kept
    };

    explicit Cache(std::int64_t bytes) : budget(bytes) {}

    /// With the mutex held.
    void forget(std::map<Identity, Entry>::iterator entry) {
        if (entry->second.kept)
            lastUsed.erase(entry->second.used);
        entries.erase(entry);
    }

    /// With the mutex held. @return what fell out, to be destroyed without it
    std::vector<std::shared_ptr<const Document>> trim() {
        std::vector<std::shared_ptr<const Document>> dropped;
        std::int64_t bytes = 0;
        for (const Identity& identity : lastUsed)
            bytes += entries.at(identity).kept->memory();
        while (bytes > budget && !lastUsed.empty()) {
            Entry& entry = entries.at(lastUsed.back());
            bytes -= entry.kept->memory();
            dropped.push_back(std::exchange(entry.kept, nullptr));
            lastUsed.pop_back();
        }
        return dropped;
    }

    /// With the mutex held.
    void use(const Identity& identity, Entry& entry, std::shared_ptr<const Document> document) {
        if (entry.kept)
            lastUsed.erase(entry.used);
        lastUsed.push_front(identity);
        entry.used = lastUsed.begin();
        entry.document = document;
        entry.kept = std::move(document);
    }

    /// With the mutex held: entries whose document is gone.
    void sweep() {
        std::erase_if(entries, [](const auto& entry) {
            return !entry.second.opening && !entry.second.kept && entry.second.document.expired();
        });
    }

    std::int64_t budget;
    std::mutex mutex;
    std::map<Identity, Entry> entries;
    std::list<Identity> lastUsed; ///< the last one first
};

Document::Document(EvidenceFile file, const DecodeLimits& limits, std::weak_ptr<Cache> cache)
    : m_file(std::move(file)), m_limits(limits), m_cache(std::move(cache)) {}

Result<DecodedPicture> Document::picture(std::stop_token stop) const {
    bool isNew = false;
    auto picture = m_picture.get(stop, [&] {
        isNew = true;
        return decode(m_file, m_limits, stop);
    });
    if (isNew && picture)
        tellGrown();
    return picture;
}

void Document::tellGrown() const {
    std::vector<std::shared_ptr<const Document>> dropped;
    if (const auto cache = m_cache.lock()) {
        const std::lock_guard lock(cache->mutex);
        dropped = cache->trim();
    }
}

std::shared_ptr<Document::OneThumbnail> Document::thumbnailOf(int side) const {
    const std::lock_guard lock(m_mutex);
    auto& thumbnail = m_thumbnails[side];
    if (!thumbnail)
        thumbnail = std::make_shared<OneThumbnail>();
    return thumbnail;
}

Result<Image> Document::thumbnail(int side, std::stop_token stop) const {
    if (side < 1)
        return image::thumbnail(m_file, side, m_limits, std::move(stop)); // its failure has words
    bool isNew = false;
    auto made = thumbnailOf(side)->get(stop, [&]() -> Result<Image> {
        isNew = true;
        if (const auto known = m_picture.known())
            return reduced(known->image, side);
        return image::thumbnail(m_file, side, m_limits, stop);
    });
    if (isNew && made)
        tellGrown();
    return made;
}

std::int64_t Document::memory() const {
    auto bytes = static_cast<std::int64_t>(m_file.bytes->size());
    if (const auto known = m_picture.known())
        for (const Image* image : {&known->image, &known->stored, &known->visible})
            if (image->bytes())
                bytes += static_cast<std::int64_t>(image->bytes()->size());
    const std::lock_guard lock(m_mutex);
    for (const auto& [side, thumbnail] : m_thumbnails)
        if (const auto known = thumbnail->known())
            bytes += static_cast<std::int64_t>(known->bytes()->size());
    return bytes;
}

Documents::Documents(std::int64_t budget) : m_cache(std::make_shared<Document::Cache>(budget)) {}
Documents::~Documents() = default;

Result<std::shared_ptr<const Document>> Documents::open(const std::filesystem::path& path,
                                                        const DecodeLimits& limits,
                                                        std::stop_token stop) {
    const auto read = [&]() -> Result<std::shared_ptr<const Document>> {
        auto file = readEvidence(path, limits, stop);
        if (!file)
            return tl::unexpected(file.error());
        return std::shared_ptr<const Document>(new Document(std::move(*file), limits, m_cache));
    };
    const auto identity = identityOf(path, limits);
    if (!identity || !isSettled(*identity))
        return read(); // its failure has a sentence
    std::shared_ptr<Document::Cache::Opened> opening;
    std::vector<std::shared_ptr<const Document>> dropped;
    {
        const std::lock_guard lock(m_cache->mutex);
        auto& entry = m_cache->entries[*identity];
        if (auto known = entry.document.lock()) {
            m_cache->use(*identity, entry, known);
            dropped = m_cache->trim();
            return known;
        }
        if (!entry.opening)
            entry.opening = std::make_shared<Document::Cache::Opened>();
        opening = entry.opening;
    }
    auto document = opening->get(stop, read);
    const std::lock_guard lock(m_cache->mutex);
    const auto entry = m_cache->entries.find(*identity);
    if (entry != m_cache->entries.end() && entry->second.opening == opening) {
        if (document) {
            entry->second.opening.reset();
            m_cache->use(*identity, entry->second, *document);
            dropped = m_cache->trim();
        } else if (opening.use_count() == 2) { // ours and the entry's: nobody else is waiting
            m_cache->forget(entry);
        }
    }
    m_cache->sweep();
    return document;
}

std::int64_t Documents::memory() const {
    const std::lock_guard lock(m_cache->mutex);
    std::int64_t bytes = 0;
    for (const Identity& identity : m_cache->lastUsed)
        bytes += m_cache->entries.at(identity).kept->memory();
    return bytes;
}

} // namespace core::image
