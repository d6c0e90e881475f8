// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace tests {

struct CliResult {
    int exitCode = -1;
    QByteArray output;
    QByteArray messages;

    /// One for each line of the output; throws when a line is not JSON.
    [[nodiscard]] std::vector<nlohmann::json> lines() const;
};

/// A folder with pictures and a tiny random checkpoint, so that the built program can be run
/// without the models that ship with it. Its working directory is the folder.
class CliDesk {
  public:
    CliDesk();

    [[nodiscard]] std::filesystem::path root() const { return m_folder.path().toStdString(); }
    [[nodiscard]] QString path(const std::string& name) const;

    /// Small pictures "NAME00.jpg", "NAME01.jpg", ...
    void addPictures(const std::string& folder, int count, unsigned seed = 1) const;
    void addFile(const std::string& name, const std::string& bytes) const;

    /// "analyze" and its like with the tiny checkpoint's engine.
    [[nodiscard]] QStringList withEngine(QStringList arguments) const;

    [[nodiscard]] CliResult run(const QStringList& arguments) const;
    /// Starts the program without waiting for it.
    void start(QProcess& process, const QStringList& arguments) const;

    /// Bytes and time of every file below a folder.
    [[nodiscard]] std::map<std::string, std::pair<std::string, std::filesystem::file_time_type>>
    snapshot(const std::string& folder) const;

  private:
    QTemporaryDir m_folder;
};

/// Results without what differs from run to run.
[[nodiscard]] std::vector<nlohmann::json> withoutTimings(std::vector<nlohmann::json> results);

} // namespace tests
