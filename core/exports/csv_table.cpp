// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/export_writer.h"

#include "core/examination/vocabulary.h"

#include <array>
#include <charconv>
#include <utility>

namespace core::exports {

namespace {

constexpr OutputKind kCsv{"a table of Clueglass", "exhibit,path,file,sha256,md5,bytes,", ""};
constexpr std::string_view kHead =
    "exhibit,path,file,sha256,md5,bytes,modified_at,received_at,duplicate_of,state,verdict,"
    "verdict_basis,p_fake,inconclusive_reason,format,width,height,camera,engine,model,conclusion,"
    "conclusion_support,conclusion_reasons,rating,flag,tags,note,annotations,clues,error\r\n";

/// Spreadsheets take a cell that begins so for a formula, also in a quoted field; the full-width
/// forms count in some.
bool looksLikeFormula(std::string_view text) {
    static constexpr std::array<std::string_view, 11> kStarts = {
        "=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    for (const std::string_view start : kStarts)
        if (text.starts_with(start))
            return true;
    return false;
}

/// RFC 4180, with an apostrophe before what a spreadsheet would compute.
std::string cell(const std::string& text) {
    std::string quoted = looksLikeFormula(text) ? "\"'" : "\"";
    for (const char letter : text) {
        if (letter == '\0')
            continue; // many readers end there
        quoted += letter;
        if (letter == '"')
            quoted += letter;
    }
    return quoted + '"';
}

std::string numberText(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : std::string(between)) + part;
    return text;
}

/// Also with empty cells at the beginning.
std::string rowOf(const std::vector<std::string>& cells) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i)
        row += (i == 0 ? "" : ",") + cells[i];
    return row + "\r\n";
}

std::string word(std::string_view text) {
    return std::string(text);
}

/// Verdict to model, empty cells without an examination.
void addExamination(std::vector<std::string>& cells,
                    const std::optional<examination::Examination>& found) {
    if (!found) {
        cells.insert(cells.end(), 10, "");
        return;
    }
    cells.push_back(word(examination::wordFor(found->verdict)));
    cells.push_back(word(examination::wordFor(found->verdictBasis)));
    cells.push_back(numberText(found->pFake));
    cells.push_back(cell(found->inconclusiveReason));
    cells.push_back(cell(found->source.format));
    cells.push_back(std::to_string(found->source.width));
    cells.push_back(std::to_string(found->source.height));
    const auto facts = cases::factsOf(*found);
    cells.push_back(cell(facts.camera));
    cells.push_back(cell(found->engine.name + " " + found->engine.version));
    cells.push_back(cell(found->engine.model));
}

void addMarks(std::vector<std::string>& cells, const cases::Marks& marks) {
    cells.push_back(marks.conclusion ? word(examination::wordFor(marks.conclusion->verdict)) : "");
    cells.push_back(marks.conclusion ? std::to_string(marks.conclusion->support) : "");
    cells.push_back(marks.conclusion ? cell(marks.conclusion->reasons) : "");
    cells.push_back(marks.rating > 0 ? std::to_string(marks.rating) : "");
    cells.push_back(marks.isPicked     ? cases::mark::kPicked
                    : marks.isRejected ? cases::mark::kRejected
                                       : "");
    cells.push_back(cell(joined(marks.tags, "; ")));
    cells.push_back(cell(marks.note));
    std::vector<std::string> drawn;
    for (const auto& annotation : marks.annotations)
        drawn.push_back(word(annotations::wordFor(annotation.shape)) + ": " + annotation.label +
                        (annotation.comment.empty() ? "" : " (" + annotation.comment + ")"));
    cells.push_back(cell(joined(drawn, "\n")));
}

/// One row for each exhibit.
class CsvTable : public ExportWriter {
  public:
    explicit CsvTable(OutputFile file) : m_file(std::move(file)) {}

    Result<void> begin(const CaseFacts& /*facts*/) override { return m_file.write(kHead); }

    Result<std::string> add(const ExportedExhibit& one) override {
        const cases::Exhibit& exhibit = one.exhibit;
        std::vector<std::string> cells = {
            std::to_string(exhibit.number),
            cell(exhibit.receivedPath),
            cell(textOf(one.file)),
            exhibit.sha256,
            exhibit.md5,
            std::to_string(exhibit.bytes),
            exhibit.modifiedAt,
            exhibit.receivedAt,
            exhibit.duplicateOf == 0 ? "" : std::to_string(exhibit.duplicateOf),
            stateWord(exhibit.state)};
        addExamination(cells, one.examination);
        addMarks(cells, one.marks);
        std::vector<std::string> clues;
        if (one.examination)
            for (const auto& clue : one.examination->clues)
                clues.push_back(clue.text);
        cells.push_back(cell(joined(clues, "\n")));
        cells.push_back(exhibit.error ? cell(exhibit.error->message) : "");
        auto written = m_file.write(rowOf(cells));
        if (!written)
            return tl::unexpected(written.error());
        return std::string();
    }

    Result<void> end(Exported& /*exported*/) override { return m_file.commit(); }

  private:
    OutputFile m_file;
};

} // namespace

Result<std::unique_ptr<ExportWriter>> makeCsvTable(const ExportPlace& place) {
    auto file = OutputFile::create(place.target, kCsv, place.evidence);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<CsvTable>(std::move(*file));
}

} // namespace core::exports
