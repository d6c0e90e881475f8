// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace app::desktop {

/// Installs our translation and Qt's own in place of those installed before.
/// @param language  "de", "fr", ...; empty: the system's; English needs no translation
void installTranslators(QCoreApplication& application, const QString& language);

} // namespace app::desktop
