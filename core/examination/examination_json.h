// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/examination/examination.h"

#include <string>
#include <string_view>

namespace core::examination {

/// One line of JSON without the closing newline; the fields are described by
/// resources/schema/examination.schema.json. Heat maps and plots are not written: they are remade
/// from the file. Text that is not valid UTF-8 is written with replacement characters.
[[nodiscard]] std::string toJson(const Examination& examination);

/// `{"path": ..., "error": {"code": ..., "message": ...}}` for an image that could not be examined.
[[nodiscard]] std::string toJson(std::string_view path, const Error& error);

/// Reads what toJson wrote; unknown fields are ignored.
/// @errors InvalidJson, naming the field
[[nodiscard]] Result<Examination> examinationFromJson(std::string_view text);

} // namespace core::examination
