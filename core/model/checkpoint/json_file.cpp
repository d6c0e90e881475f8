// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/json_file.h"

#include "core/model/checkpoint/mapped_file.h"

#include <stdexcept>
#include <string>
#include <string_view>

namespace core::model {

Result<nlohmann::json> readJsonFile(const std::filesystem::path& path, std::uint64_t mostBytes) {
    const auto name = path.filename().string();
    auto file = MappedFile::open(path);
    if (!file) {
        if (file.error().code == ErrorCode::FileEmpty)
            return fail(ErrorCode::ModelInvalid, name + " is empty. Download it again.");
        return tl::unexpected(file.error());
    }
    const auto bytes = file->bytes();
    if (bytes.size() > mostBytes)
        return fail(ErrorCode::ModelInvalid,
                    name + " is larger than any file of this name should be.");
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (text.starts_with("version https://git-lfs"))
        return fail(ErrorCode::ModelInvalid, name + " is a Git-LFS pointer, not the file itself. "
                                                    "Run \"git lfs pull\" in the folder.");
    // Depth is bounded before the tree is built, because a tree is taken apart recursively.
    constexpr int kDeepest = 64;
    const auto notTooDeep = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
        if (depth > kDeepest)
            throw std::length_error("nested too deeply");
        return true;
    };
    try {
        auto json = nlohmann::json::parse(text, notTooDeep);
        if (!json.is_object())
            return fail(ErrorCode::ModelInvalid, name + " does not hold a JSON object.");
        return json;
    } catch (const nlohmann::json::parse_error& error) {
        return fail(ErrorCode::ModelInvalid, name + " is not valid JSON at byte " +
                                                 std::to_string(error.byte) +
                                                 "; it may be cut off. Download it again.");
    } catch (const std::exception&) {
        return fail(ErrorCode::ModelInvalid,
                    name + " is not valid JSON; it may be cut off. Download it again.");
    }
}

} // namespace core::model
