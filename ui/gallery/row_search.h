// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ui::gallery {

class GalleryModel;

/// Rows that have every word of a query in their name, folder, hash, answer or clues, without
/// regard to case. For pictures of the session; a case has an index.
[[nodiscard]] std::vector<int> rowsWith(const GalleryModel& model, const QString& query);

} // namespace ui::gallery
