// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_run.h"

#include "tests/support/picture_maker.h"
#include "tests/support/tiny_checkpoint.h"

#include <QProcessEnvironment>

#include <fstream>
#include <sstream>

namespace tests {

namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

} // namespace

std::vector<nlohmann::json> CliResult::lines() const {
    std::vector<nlohmann::json> objects;
    for (const QByteArray& line : output.split('\n')) {
        if (!line.isEmpty())
            objects.push_back(nlohmann::json::parse(line.toStdString()));
    }
    return objects;
}

CliDesk::CliDesk() {
    fs::create_directory(root() / "model");
    if (const auto written = writeTinyCheckpoint(root() / "model"); !written)
        qFatal("%s", written.error().message.c_str());
}

QString CliDesk::path(const std::string& name) const {
    return QString::fromStdString((root() / name).string());
}

void CliDesk::addPictures(const std::string& folder, int count, unsigned seed) const {
    fs::create_directories(root() / folder);
    for (int i = 0; i < count; ++i) {
        const std::string name = std::string(i < 10 ? "0" : "") + std::to_string(i) + ".jpg";
        writeFile(m_folder, folder + "/" + name,
                  jpegBytes(noisyScene(96, 80, seed + static_cast<unsigned>(i))));
    }
}

void CliDesk::addFile(const std::string& name, const std::string& bytes) const {
    fs::create_directories((root() / name).parent_path());
    std::ofstream(root() / name, std::ios::binary) << bytes;
}

QStringList CliDesk::withEngine(QStringList arguments) const {
    return arguments << "--engine"
                     << "fakevlm"
                     << "--model" << path("model");
}

void CliDesk::start(QProcess& process, const QStringList& arguments) const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_CACHE_HOME", path("cache"));
    environment.insert("XDG_CONFIG_HOME", path("config"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(path(""));
    process.start(qEnvironmentVariable("CLUEGLASS_BIN_DIR") + "/clueglass-cli", arguments);
    if (!process.waitForStarted())
        qFatal("clueglass-cli could not be started.");
}

CliResult CliDesk::run(const QStringList& arguments) const {
    constexpr int kPatienceMs = 60'000;
    QProcess process;
    start(process, arguments);
    if (!process.waitForFinished(kPatienceMs))
        qWarning("clueglass-cli does not end.");
    const bool hasEnded = process.exitStatus() == QProcess::NormalExit;
    return {hasEnded ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

std::map<std::string, std::pair<std::string, fs::file_time_type>>
CliDesk::snapshot(const std::string& folder) const {
    std::map<std::string, std::pair<std::string, fs::file_time_type>> files;
    for (const auto& entry : fs::recursive_directory_iterator(root() / folder)) {
        if (entry.is_regular_file())
            files[entry.path().string()] = {bytesOf(entry.path()), entry.last_write_time()};
    }
    return files;
}

std::vector<nlohmann::json> withoutTimings(std::vector<nlohmann::json> results) {
    for (nlohmann::json& result : results) {
        result.erase("timing_ms");
        if (result.contains("measurements")) {
            for (nlohmann::json& measurement : result["measurements"])
                measurement.erase("ms");
        }
    }
    return results;
}

} // namespace tests
