// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/checkpoint_copy.h"

#include "core/base/output_file.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace core::model {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndex = "model.safetensors.index.json";

} // namespace

UnfinishedFolder::UnfinishedFolder(const fs::path& target)
    : m_target(target), m_path(fs::path(target) += ".unfinished") {}

UnfinishedFolder::~UnfinishedFolder() {
    std::error_code ignored;
    if (m_isOurs)
        fs::remove_all(m_path, ignored);
}

Result<void> UnfinishedFolder::make() {
    std::error_code error;
    if (fs::exists(fs::symlink_status(m_target, error)))
        return fail(ErrorCode::InvalidArgument,
                    m_target.string() + " exists already; nothing is overwritten. Choose another "
                                        "folder.");
    if (fs::exists(m_path, error))
        return fail(ErrorCode::InvalidArgument,
                    m_path.string() + " is left from an interrupted run. Delete it first.");
    auto made = OutputFile::makeFolder(m_path);
    m_isOurs = made.has_value();
    return made;
}

Result<void> UnfinishedFolder::finish() {
    std::error_code error;
    fs::rename(m_path, m_target, error);
    if (error)
        return fail(ErrorCode::WriteFailed, m_target.string() + " cannot be made.");
    m_isOurs = false;
    return {};
}

Result<void> copyOtherFiles(const fs::path& from, const fs::path& to) {
    std::error_code error;
    for (const auto& file : fs::directory_iterator(from, error)) {
        const std::string name = file.path().filename().string();
        const std::string type = file.path().extension().string();
        const bool isWanted = type == ".json" || type == ".model" || type == ".jinja" ||
                              name.starts_with("LICENSE") || name.starts_with("README");
        if (!isWanted || name == kIndex || name == "adapter_config.json" ||
            !file.is_regular_file(error))
            continue;
        if (!fs::copy_file(file.path(), to / name, error) || error)
            return fail(ErrorCode::WriteFailed,
                        name + " cannot be copied to " + to.string() + ". Is the disk full?");
    }
    return {};
}

Result<void> writeShardIndex(const fs::path& folder,
                             const std::map<std::string, std::string>& places,
                             std::uint64_t bytes) {
    const nlohmann::json index = {{"metadata", {{"total_size", bytes}}}, {"weight_map", places}};
    return writeOutput(folder / kIndex, output_kind::kOwnJson, index.dump(1));
}

} // namespace core::model
