// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/case_export.h"

#include "core/base/digest.h"
#include "core/base/readable_bytes.h"
#include "core/exports/export_writer.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <system_error>

namespace core::exports {

namespace {

namespace fs = std::filesystem;

struct Entry {
    Format format;
    std::string_view word;
    Result<std::unique_ptr<ExportWriter>> (*make)(const ExportPlace& place);
};

constexpr std::array kEntries = {
    Entry{Format::Sha256Sums, "sha256sums", makeSha256Sums},
    Entry{Format::Csv, "csv", makeCsvTable},
    Entry{Format::Json, "json", makeCaseJson},
    Entry{Format::Dfxml, "dfxml", makeDfxml},
    Entry{Format::CaseUco, "case-uco", makeCaseUco},
    Entry{Format::Conversations, "conversations", makeConversations},
    Entry{Format::Maps, "maps", makeMapPictures},
    Entry{Format::Html, "html", makeHtmlPage},
};

const Entry& entryOf(Format format) {
    return *std::ranges::find(kEntries, format, &Entry::format);
}

/// All that the case holds about an exhibit. A missing examination is no error.
Result<ExportedExhibit> gathered(const cases::CaseStore& store, const cases::Exhibit& exhibit) {
    auto entry = store.entry(exhibit.number);
    if (!entry)
        return tl::unexpected(entry.error());
    ExportedExhibit one{exhibit, store.evidencePath(exhibit), std::move(entry->marks), {}};
    if (exhibit.state != cases::ExhibitState::Examined)
        return one;
    auto examination = store.examinationOf(exhibit.number);
    if (!examination)
        return tl::unexpected(examination.error());
    one.examination = std::move(*examination);
    return one;
}

Result<void> logged(cases::CaseStore& store, Format format, const fs::path& target,
                    std::size_t exhibits) {
    if (!store.readOnlyReason().empty())
        return {};
    std::error_code error;
    std::map<std::string, std::string> details = {
        {"file", readableBytes(fs::absolute(target, error).string())},
        {"kind", std::string(wordFor(format))},
        {"pictures", std::to_string(exhibits)}};
    if (fs::is_regular_file(target, error))
        if (const auto hash = sha256OfFile(target))
            details["sha256"] = *hash;
    return store.recordAction("export", details);
}

} // namespace

std::string_view wordFor(Format format) {
    return entryOf(format).word;
}

std::optional<Format> formatFrom(std::string_view word) {
    const auto found = std::ranges::find(kEntries, word, &Entry::word);
    return found == kEntries.end() ? std::nullopt : std::optional(found->format);
}

std::vector<std::string> formatWords() {
    std::vector<std::string> words;
    for (const Entry& entry : kEntries)
        words.emplace_back(entry.word);
    return words;
}

Result<Exported> exportCase(cases::CaseStore& store, Format format, const fs::path& target,
                            const ProgressCallback& progress, std::stop_token stop) {
    const auto exhibits = store.exhibits();
    if (!exhibits)
        return tl::unexpected(exhibits.error());
    auto head = store.logHead();
    if (!head)
        return tl::unexpected(head.error());
    ExportPlace place{target, {}};
    for (const cases::Exhibit& exhibit : *exhibits)
        place.evidence.add(store.evidencePath(exhibit));
    auto writer = entryOf(format).make(place);
    if (!writer)
        return tl::unexpected(writer.error());
    const CaseFacts facts{textOf(store.folder().stem()), std::move(*head), exhibits->size()};
    if (auto begun = (*writer)->begin(facts); !begun)
        return tl::unexpected(begun.error());
    Exported exported;
    std::size_t done = 0;
    for (const cases::Exhibit& exhibit : *exhibits) {
        if (stop.stop_requested())
            return cancelled();
        if (progress)
            progress("export", static_cast<double>(done++) / static_cast<double>(exhibits->size()));
        auto one = gathered(store, exhibit);
        if (!one)
            return tl::unexpected(one.error());
        auto reason = (*writer)->add(*one);
        if (!reason)
            return tl::unexpected(reason.error());
        if (reason->empty())
            ++exported.exhibits;
        else
            exported.leftOut.push_back("Exhibit " + std::to_string(exhibit.number) + ", " +
                                       exhibit.receivedPath + ": " + *reason);
    }
    if (auto ended = (*writer)->end(exported); !ended)
        return tl::unexpected(ended.error());
    if (auto done = logged(store, format, target, exported.exhibits); !done)
        return tl::unexpected(done.error());
    return exported;
}

} // namespace core::exports
