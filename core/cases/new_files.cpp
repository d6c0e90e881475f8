// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/new_files.h"

#include "core/image/folder_scanner.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace core::cases {

namespace {

namespace fs = std::filesystem;

bool isPartial(const fs::path& file) {
    constexpr std::array kEndings = {".part", ".crdownload", ".tmp"};
    const std::string ending = file.extension().string();
    return std::ranges::any_of(kEndings, [&](const char* known) { return ending == known; });
}

} // namespace

Result<std::vector<fs::path>> NewFiles::look(std::stop_token stop) {
    const auto scan = image::scanFolder(m_folder, image::Descend::Yes, {}, std::move(stop));
    if (!scan)
        return tl::unexpected(scan.error());
    std::vector<fs::path> settled;
    std::map<std::string, State> arriving;
    for (const fs::path& file : scan->files) {
        const std::string name = file.string();
        std::error_code error;
        const State now{fs::file_size(file, error), fs::last_write_time(file, error)};
        if (error || m_known.contains(name) || isPartial(file))
            continue;
        const auto before = m_arriving.find(name);
        if (before == m_arriving.end() || before->second != now || now.bytes == 0) {
            arriving.emplace(name, now);
            continue;
        }
        m_known.insert(name);
        settled.push_back(file);
    }
    m_arriving = std::move(arriving);
    return settled;
}

} // namespace core::cases
