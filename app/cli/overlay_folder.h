// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/input_files.h"
#include "core/base/result.h"
#include "core/examination/examination.h"
#include "core/image/decode_limits.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace app::cli {

/// A folder of pictures with heat map and regions, NAME.overlay.png for each picture NAME. Equal
/// names from different folders get numbers, the same in every run over the same inputs.
class OverlayFolder {
  public:
    /// Makes the folder and settles all names.
    /// @param kept  no overlay replaces one of these
    /// @errors InvalidArgument (an overlay would break the rule of core::OutputFile), WriteFailed
    [[nodiscard]] core::Result<void> open(const std::filesystem::path& folder,
                                          const std::vector<InputFile>& inputs,
                                          const core::KeptFiles& kept);

    [[nodiscard]] bool isOpen() const { return !m_files.empty(); }
    [[nodiscard]] const std::filesystem::path& file(std::size_t input) const {
        return m_files[input];
    }

    /// Paints and writes one; it appears only when it is complete. Any thread.
    /// @errors those of decode; WriteFailed, Cancelled; Corrupt when the picture changed meanwhile
    [[nodiscard]] core::Result<void> write(std::size_t input, const std::filesystem::path& picture,
                                           const core::examination::Examination& examination,
                                           const core::image::DecodeLimits& limits,
                                           const std::stop_token& stop) const;

  private:
    std::vector<std::filesystem::path> m_files; ///< one for each input
    core::KeptFiles m_kept;
};

} // namespace app::cli
