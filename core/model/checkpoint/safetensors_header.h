// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/safetensors.h"

#include <map>
#include <string>
#include <string_view>

namespace core::model {

/// What the JSON at the start of a safetensors file says.
struct SafetensorsHeader {
    std::map<std::string, TensorEntry> tensors;
    std::map<std::string, std::string> metadata;
};

/// Reads the header and checks every entry against the size of the data behind it: known type,
/// shape without overflow, offsets in order, without overlap and without gaps. Refuses anything
/// that is not the format's own structure at the first wrong token, so depth and memory stay
/// bounded by the header's length.
/// @param json      the header's text
/// @param dataSize  bytes between header and end of file
/// @return          ModelInvalid with a sentence that starts in lower case ("its header ...")
[[nodiscard]] Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json,
                                                               std::uint64_t dataSize);

} // namespace core::model
