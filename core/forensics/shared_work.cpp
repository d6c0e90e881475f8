// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/shared_work.h"

#include "core/image/mat.h"

#include <algorithm>
#include <utility>

namespace core::forensics {

namespace {

template <typename Value> Result<std::shared_ptr<const Value>> kept(Result<Value> value) {
    if (!value)
        return tl::unexpected(value.error());
    return std::make_shared<const Value>(std::move(*value));
}

} // namespace

Result<std::shared_ptr<const SaveTraces>> sharedSaveTraces(const Subject& subject,
                                                           const std::stop_token& stop) {
    return subject.shared->traces.get(stop, [&] { return kept(saveTraces(subject, stop)); });
}

Result<std::shared_ptr<const Layout>> sharedLayout(const Subject& subject,
                                                   const std::stop_token& stop) {
    return subject.shared->layout.get(
        stop, [&] { return kept(layoutOf(image::asMat(subject.picture.image), stop)); });
}

bool areOpenParts(const Subject& subject, const std::vector<Region>& areas,
                  const std::stop_token& stop) {
    const auto layout = sharedLayout(subject, stop);
    return layout && !areas.empty() && std::ranges::all_of(areas, [&](const Region& area) {
               const Rect& box = area.box;
               return (*layout)->explains({box.x, box.y, box.width, box.height});
           });
}

} // namespace core::forensics
