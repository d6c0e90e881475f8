// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/moved_evidence.h"

#include <algorithm>
#include <map>

namespace core::cases {

namespace {

namespace fs = std::filesystem;

/// Regular files by their size, which is told without reading them.
std::multimap<std::uintmax_t, fs::path> filesBySize(const fs::path& folder,
                                                    const std::stop_token& stop) {
    std::multimap<std::uintmax_t, fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied,
                                        error);
    for (; !error && at != fs::recursive_directory_iterator() && !stop.stop_requested();
         at.increment(error)) {
        std::error_code ignored;
        if (at->is_regular_file(ignored))
            files.emplace(at->file_size(ignored), at->path());
    }
    return files;
}

} // namespace

Result<MovedEvidence> locateMoved(CaseStore& store, const fs::path& folder, std::stop_token stop) {
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::FileUnreadable,
                    "The folder " + folder.string() + " cannot be read; choose another one.");
    const auto exhibits = store.exhibits();
    if (!exhibits)
        return tl::unexpected(exhibits.error());
    const auto files = filesBySize(folder, stop);
    MovedEvidence moved;
    for (const Exhibit& exhibit : *exhibits) {
        if (stop.stop_requested())
            return cancelled();
        if (!exhibit.storedName.empty() || fs::exists(store.evidencePath(exhibit), error))
            continue;
        auto [first, last] = files.equal_range(exhibit.bytes);
        std::vector<fs::path> candidates;
        for (; first != last; ++first)
            candidates.push_back(first->second);
        // The one that kept its name is most likely the one.
        const fs::path name = fs::path(exhibit.receivedPath).filename();
        std::stable_partition(candidates.begin(), candidates.end(),
                              [&](const fs::path& file) { return file.filename() == name; });
        bool isFound = false;
        for (const fs::path& file : candidates) {
            const auto relocated = store.relocate(exhibit.number, file, stop);
            isFound = relocated.has_value();
            if (isFound)
                break;
            if (relocated.error().code == ErrorCode::WriteFailed ||
                relocated.error().code == ErrorCode::Cancelled)
                return tl::unexpected(relocated.error());
        }
        if (isFound)
            moved.found.push_back(exhibit.number);
        else
            moved.missing.push_back(exhibit.number);
    }
    return moved;
}

} // namespace core::cases
