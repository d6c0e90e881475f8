// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>

namespace core::settings {

enum class Theme { System, Light, Dark };

/// A PEM file whose certificates the user trusts for signatures or for time stamps.
struct TrustFile {
    QString path;
    QString name; ///< shown beside a signer that is on it
    QString date; ///< of the list, as the user gave it
    bool isForTimeStamps = false;

    bool operator==(const TrustFile&) const = default;
};

/// Everything that the program remembers between two runs, with its defaults. A plain value:
/// whoever needs a setting gets a copy.
struct Settings {
    QString language; ///< e.g. "de"; empty: as the system
    Theme theme = Theme::System;

    // What a file may cost before it is refused (core/image/decode_limits.h).
    std::int64_t maxPixels = 300'000'000;
    std::int64_t maxFileBytes = std::int64_t{2} << 30;
    std::int64_t maxMemoryBytes = std::int64_t{4} << 30;

    double overlayOpacity = 0.45; ///< 0 to 1
    bool showsRegions = true;
    int viewerGround = 0;    ///< behind the picture; see ui/viewer/ground.h
    int thumbnailSide = 132; ///< of a cell of the gallery, pixels of the window

    QString engine = QStringLiteral("embedded");      ///< a name of the engine catalog
    QString modelDirectory;                           ///< the checkpoint folder; empty: none chosen
    QString promptForm = QStringLiteral("published"); ///< how FakeVLM is asked, or "chat"
    bool asksBothForms = false;                       ///< FakeVLM is asked in both
    QStringList modelDirectories; ///< checkpoint folders to choose from, in the order of adding
    QMap<QString, QString> adapterBases; ///< base model's folder of an adapter's folder, if chosen

    QList<TrustFile> trustFiles; ///< none: no signer is called trusted

    QString examinerName;       ///< printed in reports and written to the audit log; may be empty
    QString lastFolder;         ///< where file dialogs start
    QStringList recentPictures; ///< files and folders, newest first, at most kMaxRecent
    QStringList recentCases;    ///< newest first, at most kMaxRecent

    /// Keys that the user changed: an action's name and its keys, as QKeySequence::listToString
    /// gives them in its portable form.
    QMap<QString, QString> keys;

    QStringList annotationLabels; ///< offered for annotations; empty: the program's own
    /// Searches and filters of the gallery by name; texts that the gallery wrote.
    QMap<QString, QString> savedViews;

    QByteArray windowGeometry; ///< as QWidget::saveGeometry gives it
    QByteArray windowState;    ///< as QMainWindow::saveState gives it
    bool hasSeenTour = false;

    bool operator==(const Settings&) const = default;
};

inline constexpr int kMaxRecent = 10;
inline constexpr int kSmallestThumbnail = 100;
inline constexpr int kLargestThumbnail = 260;
inline constexpr int kMaxModelDirectories = 50;

/// The user's own settings file. The desktop program and the command line share it.
[[nodiscard]] std::filesystem::path defaultSettingsFile();

/// Reads settings; what the file lacks, and values out of their range, become the defaults. A file
/// that does not exist gives the defaults.
[[nodiscard]] Settings loadSettings(const std::filesystem::path& file);

/// @errors WriteFailed
[[nodiscard]] Result<void> saveSettings(const Settings& settings,
                                        const std::filesystem::path& file);

/// Adds a checkpoint folder behind the others; one that is listed already stays where it is.
void addModelDirectory(Settings& settings, const QString& folder);

/// Puts a case in front of the list of recent ones.
void addRecentCase(Settings& settings, const QString& folder);

/// Puts a picture or a folder of pictures in front of the list of recent ones.
void addRecentPicture(Settings& settings, const QString& path);

} // namespace core::settings
