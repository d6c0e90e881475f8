// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/overlay_folder.h"

#include "core/image/safe_decoder.h"
#include "core/report/drawing_file.h"
#include "core/report/overlay_painter.h"
#include "core/report/picture_image.h"

#include <map>

namespace app::cli {

using core::ErrorCode;

core::Result<void> OverlayFolder::open(const std::filesystem::path& folder,
                                       const std::vector<InputFile>& inputs,
                                       const core::KeptFiles& kept) {
    if (auto made = core::OutputFile::makeFolder(folder); !made)
        return made;
    m_kept = kept;
    std::map<std::string, int> used;
    for (const InputFile& input : inputs) {
        const std::string name = input.path.filename().string();
        const int number = ++used[name];
        const std::string distinct = number == 1 ? name : name + "." + std::to_string(number);
        // A picture may itself be called as a numbered one would be.
        if (number > 1)
            ++used[distinct];
        m_files.push_back(folder / (distinct + ".overlay.png"));
    }
    for (const auto& file : m_files) {
        if (auto allowed = core::OutputFile::check(file, core::output_kind::kDrawing, m_kept);
            !allowed)
            return core::fail(ErrorCode::InvalidArgument,
                              "The overlays cannot be written there. " + allowed.error().message +
                                  " Choose another folder for --overlay.");
    }
    return {};
}

core::Result<void> OverlayFolder::write(std::size_t input, const std::filesystem::path& picture,
                                        const core::examination::Examination& examination,
                                        const core::image::DecodeLimits& limits,
                                        const std::stop_token& stop) const {
    auto evidence = core::image::readEvidence(picture, limits, stop);
    if (!evidence)
        return tl::unexpected(evidence.error());
    if (evidence->sha256 != examination.source.sha256)
        return core::fail(ErrorCode::Corrupt, "The file " + picture.string() +
                                                  " changed while it was examined; there is no "
                                                  "overlay of it.");
    auto decoded = core::image::decode(*evidence, limits, stop);
    if (!decoded)
        return tl::unexpected(decoded.error());
    return core::report::writeDrawing(
        core::report::paintOverlay(core::report::toQImage(decoded->image), examination,
                                   core::report::OverlayOptions()),
        m_files[input], m_kept);
}

} // namespace app::cli
