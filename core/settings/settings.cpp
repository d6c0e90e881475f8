// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>

namespace core::settings {

namespace {

constexpr const char* kLanguage = "interface/language";
constexpr const char* kTheme = "interface/theme";
constexpr const char* kHasSeenTour = "interface/has_seen_tour";
constexpr const char* kMaxPixels = "limits/max_pixels";
constexpr const char* kMaxFileBytes = "limits/max_file_bytes";
constexpr const char* kMaxMemoryBytes = "limits/max_memory_bytes";
constexpr const char* kOverlayOpacity = "overlay/opacity";
constexpr const char* kShowsRegions = "overlay/shows_regions";
constexpr const char* kViewerGround = "viewer/ground";
constexpr const char* kThumbnailSide = "gallery/thumbnail_side";
constexpr const char* kEngine = "engine/name";
constexpr const char* kModelDirectory = "engine/model_directory";
constexpr const char* kPromptForm = "engine/prompt_form";
constexpr const char* kAsksBothForms = "engine/asks_both_forms";
constexpr const char* kModelDirectories = "engine/model_directories";
constexpr const char* kAdapterBases = "engine/adapter_bases";
constexpr const char* kTrustFiles = "credentials/trust_files";
constexpr const char* kExaminerName = "examiner/name";
constexpr const char* kLastFolder = "folders/last";
constexpr const char* kRecentCases = "folders/recent_cases";
constexpr const char* kRecentPictures = "folders/recent_pictures";
constexpr const char* kKeys = "keys";
constexpr const char* kAnnotationLabels = "annotation/labels";
constexpr const char* kSavedViews = "gallery/saved_views";
constexpr const char* kWindowGeometry = "window/geometry";
constexpr const char* kWindowState = "window/state";

QString wordFor(Theme theme) {
    switch (theme) {
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::System:
        break;
    }
    return QStringLiteral("system");
}

Theme themeFrom(const QString& word) {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        if (wordFor(theme) == word)
            return theme;
    }
    return Theme::System;
}

QString nameOf(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

/// A limit of zero or less would refuse every picture.
std::int64_t positive(const QSettings& store, const char* key, std::int64_t fallback) {
    bool isNumber = false;
    const qint64 value = store.value(QLatin1String(key)).toLongLong(&isNumber);
    return isNumber && value > 0 ? value : fallback;
}

double share(const QSettings& store, const char* key, double fallback) {
    bool isNumber = false;
    const double value = store.value(QLatin1String(key)).toDouble(&isNumber);
    return isNumber && std::isfinite(value) && value >= 0 && value <= 1 ? value : fallback;
}

QMap<QString, QString> textsAt(const QSettings& store, const char* key) {
    QMap<QString, QString> texts;
    for (const auto& [name, text] : store.value(QLatin1String(key)).toMap().asKeyValueRange())
        texts.insert(name, text.toString());
    return texts;
}

QVariantMap asVariants(const QMap<QString, QString>& texts) {
    QVariantMap variants;
    for (const auto& [name, text] : texts.asKeyValueRange())
        variants.insert(name, text);
    return variants;
}

/// Purpose, date, name, path: the path may hold anything but a zero byte.
QStringList trustFileLines(const QList<TrustFile>& files) {
    QStringList lines;
    for (const TrustFile& file : files)
        lines << QStringList(
                     {file.isForTimeStamps ? QStringLiteral("time") : QStringLiteral("sign"),
                      QString(file.date).remove('\n'), QString(file.name).remove('\n'), file.path})
                     .join('\n');
    return lines;
}

QList<TrustFile> trustFilesFrom(const QStringList& lines) {
    QList<TrustFile> files;
    for (const QString& line : lines) {
        const QString path = line.section('\n', 3);
        if (!path.isEmpty())
            files << TrustFile{path, line.section('\n', 2, 2), line.section('\n', 1, 1),
                               line.section('\n', 0, 0) == QStringLiteral("time")};
    }
    return files;
}

void putInFront(QStringList& recent, const QString& path) {
    recent.removeAll(path);
    recent.prepend(path);
    recent = recent.mid(0, kMaxRecent);
}

} // namespace

std::filesystem::path defaultSettingsFile() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return std::filesystem::path(folder.toStdString()) / "clueglass" / "clueglass.ini";
}

Settings loadSettings(const std::filesystem::path& file) {
    const QSettings store(nameOf(file), QSettings::IniFormat);
    const auto text = [&](const char* key, const QString& fallback) {
        return store.value(QLatin1String(key), fallback).toString();
    };
    Settings settings;
    settings.language = text(kLanguage, settings.language);
    settings.theme = themeFrom(text(kTheme, {}));
    settings.hasSeenTour = store.value(QLatin1String(kHasSeenTour), false).toBool();
    settings.maxPixels = positive(store, kMaxPixels, settings.maxPixels);
    settings.maxFileBytes = positive(store, kMaxFileBytes, settings.maxFileBytes);
    settings.maxMemoryBytes = positive(store, kMaxMemoryBytes, settings.maxMemoryBytes);
    settings.overlayOpacity = share(store, kOverlayOpacity, settings.overlayOpacity);
    settings.showsRegions = store.value(QLatin1String(kShowsRegions), true).toBool();
    settings.viewerGround = store.value(QLatin1String(kViewerGround), 0).toInt();
    settings.thumbnailSide =
        std::clamp(store.value(QLatin1String(kThumbnailSide), settings.thumbnailSide).toInt(),
                   kSmallestThumbnail, kLargestThumbnail);
    settings.engine = text(kEngine, settings.engine);
    settings.modelDirectory = text(kModelDirectory, {});
    if (const QString form = text(kPromptForm, {}); form == QLatin1String("chat"))
        settings.promptForm = form;
    settings.asksBothForms = store.value(QLatin1String(kAsksBothForms), false).toBool();
    settings.modelDirectories =
        store.value(QLatin1String(kModelDirectories)).toStringList().mid(0, kMaxModelDirectories);
    settings.adapterBases = textsAt(store, kAdapterBases);
    // Also one that was chosen before there was a list.
    if (!settings.modelDirectory.isEmpty())
        addModelDirectory(settings, settings.modelDirectory);
    settings.trustFiles = trustFilesFrom(store.value(QLatin1String(kTrustFiles)).toStringList());
    settings.examinerName = text(kExaminerName, {});
    settings.lastFolder = text(kLastFolder, {});
    settings.recentCases =
        store.value(QLatin1String(kRecentCases)).toStringList().mid(0, kMaxRecent);
    settings.recentPictures =
        store.value(QLatin1String(kRecentPictures)).toStringList().mid(0, kMaxRecent);
    settings.keys = textsAt(store, kKeys);
    settings.annotationLabels = store.value(QLatin1String(kAnnotationLabels)).toStringList();
    settings.savedViews = textsAt(store, kSavedViews);
    settings.windowGeometry = store.value(QLatin1String(kWindowGeometry)).toByteArray();
    settings.windowState = store.value(QLatin1String(kWindowState)).toByteArray();
    return settings;
}

Result<void> saveSettings(const Settings& settings, const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    QSettings store(nameOf(file), QSettings::IniFormat);
    const auto set = [&](const char* key, const QVariant& value) {
        store.setValue(QLatin1String(key), value);
    };
    set(kLanguage, settings.language);
    set(kTheme, wordFor(settings.theme));
    set(kHasSeenTour, settings.hasSeenTour);
    set(kMaxPixels, qint64{settings.maxPixels});
    set(kMaxFileBytes, qint64{settings.maxFileBytes});
    set(kMaxMemoryBytes, qint64{settings.maxMemoryBytes});
    set(kOverlayOpacity, settings.overlayOpacity);
    set(kShowsRegions, settings.showsRegions);
    set(kViewerGround, settings.viewerGround);
    set(kThumbnailSide, settings.thumbnailSide);
    set(kEngine, settings.engine);
    set(kModelDirectory, settings.modelDirectory);
    set(kPromptForm, settings.promptForm);
    set(kAsksBothForms, settings.asksBothForms);
    set(kModelDirectories, settings.modelDirectories.mid(0, kMaxModelDirectories));
    set(kAdapterBases, asVariants(settings.adapterBases));
    set(kTrustFiles, trustFileLines(settings.trustFiles));
    set(kExaminerName, settings.examinerName);
    set(kLastFolder, settings.lastFolder);
    set(kRecentCases, settings.recentCases.mid(0, kMaxRecent));
    set(kRecentPictures, settings.recentPictures.mid(0, kMaxRecent));
    set(kKeys, asVariants(settings.keys));
    set(kAnnotationLabels, settings.annotationLabels);
    set(kSavedViews, asVariants(settings.savedViews));
    set(kWindowGeometry, settings.windowGeometry);
    set(kWindowState, settings.windowState);
    store.sync();
    if (store.status() != QSettings::NoError)
        return fail(ErrorCode::WriteFailed,
                    "The settings could not be saved to " + file.string() +
                        "; check that the folder can be written and the disk has room.");
    return {};
}

void addModelDirectory(Settings& settings, const QString& folder) {
    if (!settings.modelDirectories.contains(folder) &&
        settings.modelDirectories.size() < kMaxModelDirectories)
        settings.modelDirectories.append(folder);
}

void addRecentCase(Settings& settings, const QString& folder) {
    putInFront(settings.recentCases, folder);
}

void addRecentPicture(Settings& settings, const QString& path) {
    putInFront(settings.recentPictures, path);
}

} // namespace core::settings
