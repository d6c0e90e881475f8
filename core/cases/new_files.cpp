// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/new_files.h"

#include "core/image/file_end.h"
#include "core/image/folder_scanner.h"
#include "core/image/safe_decoder.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace core::cases {

namespace {

namespace fs = std::filesystem;

bool isPartial(const fs::path& file) {
    constexpr std::array kEndings = {".part", ".crdownload", ".tmp"};
    const std::string ending = file.extension().string();
    return std::ranges::any_of(kEndings, [&](const char* known) { return ending == known; });
}

/// What cannot be read is told all the same: the intake says why.
bool isWhole(const fs::path& file, const image::DecodeLimits& limits, const std::stop_token& stop) {
    const auto evidence = image::readEvidence(file, limits, stop);
    return !evidence || image::reachesItsEnd(*evidence->bytes);
}

} // namespace

NewFiles::NewFiles(fs::path folder, std::map<std::string, std::uintmax_t> known,
                   const image::DecodeLimits& limits)
    : m_folder(std::move(folder)), m_limits(limits), m_knownSizes(std::move(known)) {}

bool NewFiles::isKnown(const std::string& name, const State& now) {
    // One of an earlier session: unchanged as far as its size says.
    if (const auto size = m_knownSizes.find(name); size != m_knownSizes.end()) {
        const bool isSame = size->second == 0 || size->second == now.bytes;
        m_known[name] = isSame ? now : State{size->second, {}};
        m_knownSizes.erase(size);
    }
    const auto known = m_known.find(name);
    return known != m_known.end() && known->second == now;
}

Result<std::vector<NewFile>> NewFiles::look(std::stop_token stop, Clock::time_point now) {
    const auto scan = image::scanFolder(m_folder, image::Descend::Yes, {}, stop);
    if (!scan)
        return tl::unexpected(scan.error());
    m_problems = scan->problems;
    std::vector<NewFile> settled;
    std::map<std::string, Arriving> arriving;
    for (const fs::path& file : scan->files) {
        const std::string name = file.string();
        std::error_code error;
        const State state{fs::file_size(file, error), fs::last_write_time(file, error)};
        if (error || isPartial(file) || isKnown(name, state))
            continue;
        const auto before = m_arriving.find(name);
        if (before == m_arriving.end() || before->second.state != state || state.bytes == 0) {
            arriving.emplace(name, Arriving{state, now, false});
            continue;
        }
        Arriving waiting = before->second;
        waiting.isCut = waiting.isCut || !isWhole(file, m_limits, stop);
        if (stop.stop_requested())
            return cancelled();
        if (waiting.isCut && now - waiting.since < kPatience) {
            arriving.emplace(name, waiting);
            continue;
        }
        settled.push_back({file, m_known.contains(name), !waiting.isCut});
        m_known[name] = state;
    }
    m_arriving = std::move(arriving);
    return settled;
}

} // namespace core::cases
