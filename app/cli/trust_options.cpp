// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trust_options.h"

#include "core/inference/trust_files.h"
#include "core/provenance/c2pa/trust_list.h"
#include "core/settings/settings.h"

#include <CLI/CLI.hpp>

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace app::cli {

namespace {

using core::examination::TrustList;

core::Result<TrustList> readList(const std::string& path) {
    constexpr qint64 kMost = qint64{16} << 20;
    QFile file(QFile::decodeName(path.c_str()));
    if (!file.exists())
        return core::fail(core::ErrorCode::FileNotFound, "There is no trust list " + path + ".");
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMost)
        return core::fail(core::ErrorCode::FileUnreadable,
                          "The trust list " + path + " cannot be read or is larger than 16 MiB.");
    const QFileInfo info(file);
    TrustList list{info.fileName().toStdString(),
                   info.lastModified().date().toString(Qt::ISODate).toStdString(),
                   file.readAll().toStdString()};
    if (core::provenance::c2pa::certificatesIn(list.pem) == 0)
        return core::fail(core::ErrorCode::InvalidArgument,
                          "The trust list " + path +
                              " holds no certificate; it must be a PEM file.");
    return list;
}

core::Result<void> readAll(const std::vector<std::string>& paths, std::vector<TrustList>& lists) {
    for (const std::string& path : paths) {
        auto list = readList(path);
        if (!list)
            return tl::unexpected(list.error());
        lists.push_back(std::move(*list));
    }
    return {};
}

std::shared_ptr<const core::examination::TrustLists> trustOfSettings(StatusLine& status) {
    const auto settings = core::settings::loadSettings(core::settings::defaultSettingsFile());
    for (const core::settings::TrustFile& file : settings.trustFiles)
        if (!QFileInfo(file.path).isReadable())
            status.say("The trust list " + file.path.toStdString() +
                       ", which the settings name, cannot be read and is left out.");
    return core::inference::readTrustFiles(settings);
}

} // namespace

void addTrustOptions(CLI::App& command, TrustOptions& options) {
    command
        .add_option("--trust", options.signers,
                    "PEM file of certificates whose signatures on Content Credentials are trusted; "
                    "may be given again; without this and the next option, the lists of the "
                    "settings are used")
        ->type_name("FILE.pem")
        ->allow_extra_args(false);
    command
        .add_option("--timestamp-trust", options.timeStamps,
                    "PEM file of trusted time-stamp authorities; only theirs then count")
        ->type_name("FILE.pem")
        ->allow_extra_args(false);
}

core::Result<std::shared_ptr<const core::examination::TrustLists>>
readTrust(const TrustOptions& options, StatusLine& status) {
    if (options.signers.empty() && options.timeStamps.empty())
        return trustOfSettings(status);
    auto lists = std::make_shared<core::examination::TrustLists>();
    if (auto read = readAll(options.signers, lists->signers); !read)
        return tl::unexpected(read.error());
    if (auto read = readAll(options.timeStamps, lists->timeStamps); !read)
        return tl::unexpected(read.error());
    return lists;
}

} // namespace app::cli
