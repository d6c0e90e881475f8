// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/annotation_exchange.h"

#include "core/annotations/exchange.h"
#include "core/base/output_file.h"

#include <QFile>

#include <map>
#include <set>
#include <system_error>
#include <utility>

namespace core::cases {

namespace fs = std::filesystem;
using annotations::AnnotatedPicture;

namespace {

QString said(const fs::path& path) {
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

Result<std::vector<CaseEntry>> allEntries(const CaseStore& store) {
    std::vector<CaseEntry> all;
    auto read = store.entries([&](std::vector<CaseEntry> page) {
        std::move(page.begin(), page.end(), std::back_inserter(all));
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    return all;
}

/// Width and height of the upright picture; 0 when it was not examined.
std::pair<int, int> sizeOf(const CaseStore& store, std::int64_t exhibit) {
    const auto examination = store.examinationOf(exhibit);
    return examination ? std::pair(examination->source.width, examination->source.height)
                       : std::pair(0, 0);
}

std::vector<AnnotatedPicture> annotatedIn(const CaseStore& store,
                                          const std::vector<CaseEntry>& entries) {
    std::vector<AnnotatedPicture> pictures;
    for (const CaseEntry& entry : entries) {
        if (entry.marks.annotations.empty())
            continue;
        const auto [width, height] = sizeOf(store, entry.number);
        pictures.push_back({entry.receivedPath, width, height, entry.marks.annotations});
    }
    return pictures;
}

/// Beside the picture's name labelme expects the same with .json.
fs::path labelmeFile(const fs::path& folder, const std::string& picture,
                     std::set<std::string>& taken) {
    const std::string stem = fs::path(picture).stem().string();
    std::string name = stem;
    for (int again = 2; !taken.insert(name).second; ++again)
        name = stem + "_" + std::to_string(again);
    return folder / (name + ".json");
}

Result<void> writeLabelme(const fs::path& folder, const std::vector<AnnotatedPicture>& pictures,
                          const KeptFiles& evidence) {
    if (auto made = OutputFile::makeFolder(folder); !made)
        return made;
    std::set<std::string> taken;
    for (const AnnotatedPicture& picture : pictures) {
        const fs::path file = labelmeFile(folder, picture.file, taken);
        // What is there is somebody's work, also when labelme wrote it.
        if (auto written =
                writeOutput(file, output_kind::kNew, annotations::toLabelme(picture), evidence);
            !written)
            return written;
    }
    return {};
}

std::string nameOf(std::string path) {
    for (char& letter : path)
        if (letter == '\\')
            letter = '/'; // written by a program on Windows
    return fs::path(path).filename().string();
}

/// Exhibits by the names that a file of another program may use.
class PictureNames {
  public:
    explicit PictureNames(const std::vector<CaseEntry>& entries) {
        for (const CaseEntry& entry : entries) {
            m_byPath[entry.receivedPath] = &entry;
            const auto [place, isNew] = m_byName.emplace(nameOf(entry.receivedPath), &entry);
            if (!isNew)
                place->second = nullptr; // not told apart by its name
        }
    }
    [[nodiscard]] const CaseEntry* find(const std::string& file) const {
        if (const auto exact = m_byPath.find(file); exact != m_byPath.end())
            return exact->second;
        const auto named = m_byName.find(nameOf(file));
        return named == m_byName.end() ? nullptr : named->second;
    }

  private:
    std::map<std::string, const CaseEntry*> m_byPath;
    std::map<std::string, const CaseEntry*> m_byName;
};

bool hasSize(const CaseStore& store, const CaseEntry& entry, const AnnotatedPicture& picture) {
    const auto [width, height] = sizeOf(store, entry.number);
    return width == 0 || picture.width <= 0 || picture.height <= 0 ||
           (width == picture.width && height == picture.height);
}

Result<annotations::ImportedPictures> readPictures(const fs::path& file) {
    constexpr qint64 kMostBytes = qint64{256} << 20;
    QFile in(said(file));
    if (!in.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable,
                    file.string() + " cannot be read: " + in.errorString().toStdString() + ".");
    if (in.size() > kMostBytes)
        return fail(ErrorCode::LimitExceeded, file.string() + " is larger than 256 MiB.");
    const std::string text = in.readAll().toStdString();
    if (auto labelme = annotations::fromLabelme(text))
        return labelme;
    auto coco = annotations::fromCoco(text);
    if (coco)
        return coco;
    return fail(ErrorCode::InvalidJson, file.string() +
                                            " holds annotations neither of COCO nor of labelme. " +
                                            coco.error().message);
}

} // namespace

Result<ExportedAnnotations> exportAnnotations(CaseStore& store, AnnotationFormat format,
                                              const fs::path& target) {
    const auto entries = allEntries(store);
    if (!entries)
        return tl::unexpected(entries.error());
    KeptFiles evidence;
    for (const CaseEntry& entry : *entries)
        evidence.add(entry.file);
    const auto pictures = annotatedIn(store, *entries);
    auto written = format == AnnotationFormat::Coco
                       ? writeOutput(target, output_kind::kAnnotations,
                                     annotations::toCoco(pictures), evidence)
                       : writeLabelme(target, pictures, evidence);
    if (!written)
        return tl::unexpected(written.error());
    ExportedAnnotations exported{static_cast<int>(pictures.size()), 0};
    for (const AnnotatedPicture& picture : pictures)
        exported.annotations += static_cast<int>(picture.annotations.size());
    if (!store.readOnlyReason().empty())
        return exported;
    auto logged = store.recordAction(
        "export", {{"what", "annotations"},
                   {"format", format == AnnotationFormat::Coco ? "coco" : "labelme"},
                   {"target", target.string()}});
    if (!logged)
        return tl::unexpected(logged.error());
    return exported;
}

Result<ImportedAnnotations> importAnnotations(CaseStore& store, const fs::path& file) {
    auto imported = readPictures(file);
    if (!imported)
        return tl::unexpected(imported.error());
    const auto entries = allEntries(store);
    if (!entries)
        return tl::unexpected(entries.error());
    const PictureNames names(*entries);
    ImportedAnnotations result;
    result.leftOut = imported->leftOut;
    std::vector<MarkChange> changes;
    for (AnnotatedPicture& picture : imported->pictures) {
        const CaseEntry* entry = names.find(picture.file);
        if (entry == nullptr || !hasSize(store, *entry, picture)) {
            result.leftOut += static_cast<int>(picture.annotations.size());
            continue;
        }
        auto all = entry->marks.annotations;
        for (annotations::Annotation& annotation : picture.annotations) {
            annotation.id = annotations::freshId(all);
            all.push_back(annotation);
            changes.push_back({entry->number,
                               mark::kAnnotation + annotation.id,
                               {},
                               annotations::annotationText(annotation)});
        }
    }
    result.annotations = static_cast<int>(changes.size());
    if (changes.empty())
        return result;
    auto gesture = store.apply("import", changes);
    if (!gesture)
        return tl::unexpected(gesture.error());
    result.gesture = std::move(*gesture);
    return result;
}

} // namespace core::cases
