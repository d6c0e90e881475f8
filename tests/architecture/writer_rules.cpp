// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/writer_rules.h"

#include <algorithm>
#include <array>
#include <regex>

namespace tests {

namespace {

/// Who may write without core::OutputFile, in which words, and why.
struct Writer {
    std::string_view file; ///< or a folder, ending in "/"
    std::string_view words;
    std::string_view reason;
};

constexpr std::array kWriters = {
    Writer{"core/base/output_file.cpp", "O_CREAT O_RDWR O_WRONLY pwrite rename(",
           "the rule itself"},
    Writer{"core/cases/case_folder.cpp", "O_CREAT O_RDWR pwrite ftruncate",
           "the lock of a case, O_NOFOLLOW"},
    Writer{"core/cases/evidence_intake.cpp", "mkstemp rename(",
           "copies into originals/, under a new name, never over one that is there"},
    Writer{"core/cases/case_move.cpp", "rename( fs::copy(",
           "moves a whole case to a name at which nothing is"},
    Writer{"core/cases/case_database.cpp", "setDatabaseName",
           "SQLite; refuses links before it opens"},
    Writer{"core/cases/schema_migrations.cpp", "VACUUM INTO",
           "the backup of a case's database; SQLite refuses a file that is there"},
    Writer{"core/cases/picture_layers.cpp", "WriteOnly", "into memory"},
    Writer{"core/report/drawing_file.cpp", "WriteOnly .save(", "into memory"},
    Writer{"core/report/pdf_report.cpp", "WriteOnly QPdfWriter", "into memory"},
    Writer{"core/exports/html_page.cpp", "WriteOnly .save(", "into memory"},
    Writer{"ui/main_window/pasted_picture.cpp", "WriteOnly .save(", "into memory"},
    Writer{"core/settings/settings.cpp", "QSettings",
           "the user's own settings, in the place for them"},
    Writer{"core/model/checkpoint/checkpoint_copy.cpp", "copy_file( rename(",
           "within a folder that it has just made; the target must not be there"},
    Writer{"core/model/detector/tile_classifier_fit.cpp", "*", "training, never installed"},
    Writer{"core/model/detector/autoencoder.cpp", "*", "training, never installed"},
    Writer{"core/training/", "*", "training, never installed"},
    Writer{"app/train/", "*", "training, never installed"},
};

/// Whatever opens a file for writing, moves or copies one.
constexpr std::array<std::string_view, 24> kWords = {
    "ofstream",     "std::fstream", "QSaveFile",        "fopen(",    "O_WRONLY",
    "O_RDWR",       "O_CREAT",      "WriteOnly",        "ReadWrite", "imwrite(",
    "QPdfWriter",   "copy_file(",   "filesystem::copy", "fs::copy(", "rename(",
    "savePng(",     "QSettings",    "QTemporaryFile",   "mkstemp",   "VACUUM INTO",
    "QImageWriter", "torch::save",  "setDatabaseName",  "ftruncate"};

std::string_view withoutComment(std::string_view line) {
    const auto comment = line.find("//");
    return comment == std::string_view::npos ? line : line.substr(0, comment);
}

/// QImage::save() and its like take a file; QPainter::save() takes nothing.
bool savesSomething(std::string_view line) {
    static const std::regex save(R"(\.save\([^)])");
    return std::regex_search(line.begin(), line.end(), save);
}

bool isReasoned(std::string_view file, std::string_view word) {
    return std::ranges::any_of(kWriters, [&](const Writer& writer) {
        const bool isIts =
            writer.file.ends_with('/') ? file.starts_with(writer.file) : file == writer.file;
        return isIts && (writer.words == "*" || writer.words.find(word) != std::string_view::npos);
    });
}

std::string fault(std::string_view file, std::string_view word) {
    return std::string(file) + " may write a file (" + std::string(word) +
           "); use core::OutputFile, or say in tests/architecture/writer_rules.cpp why not.";
}

} // namespace

std::optional<std::string> forbiddenWriter(std::string_view file, std::string_view line) {
    const std::string_view code = withoutComment(line);
    for (const std::string_view word : kWords)
        if (code.find(word) != std::string_view::npos && !isReasoned(file, word))
            return fault(file, word);
    if (savesSomething(code) && !isReasoned(file, ".save("))
        return fault(file, ".save(");
    return std::nullopt;
}

std::string_view firstWriterWithoutFile(bool (*exists)(std::string_view file)) {
    const auto missing =
        std::ranges::find_if(kWriters, [&](const Writer& writer) { return !exists(writer.file); });
    return missing == kWriters.end() ? std::string_view() : missing->file;
}

} // namespace tests
