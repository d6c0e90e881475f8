// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/trust_files.h"

#include <QFile>

namespace core::inference {

std::shared_ptr<const examination::TrustLists> readTrustFiles(const settings::Settings& settings) {
    constexpr qint64 kMost = qint64{16} << 20;
    auto lists = std::make_shared<examination::TrustLists>();
    for (const settings::TrustFile& file : settings.trustFiles) {
        QFile source(file.path);
        if (!source.open(QIODevice::ReadOnly) || source.size() > kMost)
            continue;
        auto& kind = file.isForTimeStamps ? lists->timeStamps : lists->signers;
        kind.push_back(
            {file.name.toStdString(), file.date.toStdString(), source.readAll().toStdString()});
    }
    return lists;
}

} // namespace core::inference
