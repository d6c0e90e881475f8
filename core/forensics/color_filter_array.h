// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <memory>

namespace core::forensics {

/// Looks for the lattice that demosaicing leaves: a camera measures green on one diagonal of each
/// 2 x 2 cell and interpolates it on the other, where more values lie between those of their
/// neighbors. At most 128 windows of 128 px, evenly spread, are counted.
/// @source Choi, Choi & Lee, Forensic Science International 2011; Bammey et al., IPOL 2021
[[nodiscard]] std::unique_ptr<Analyzer> makeColorFilterArray();

} // namespace core::forensics
