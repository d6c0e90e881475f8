// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace screenshots {

/// Writes computed pictures of several kinds into a folder: landscapes with noise like a sensor's,
/// one of them with a copied part; one whose file says how it was generated; a chart; a night; a
/// portrait format.
/// @return their paths; the one with the copied part first
[[nodiscard]] QStringList writeScenes(const QString& folder);

} // namespace screenshots
