// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/export_writer.h"

#include "core/examination/examination_json.h"
#include "core/examination/vocabulary.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace core::exports {

namespace {

using Json = nlohmann::ordered_json;

constexpr OutputKind kJson{"a case export of Clueglass", "{\"clueglass\":\"case export\"", ""};

/// Text that is no UTF-8 gets replacement characters.
std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json annotationsOf(const cases::Marks& marks) {
    Json list = Json::array();
    for (const auto& annotation : marks.annotations)
        list.push_back(Json::parse(annotations::annotationText(annotation), nullptr, false));
    return list;
}

Json marksOf(const cases::Marks& marks) {
    Json conclusion = nullptr;
    if (marks.conclusion)
        conclusion = {{"verdict", examination::wordFor(marks.conclusion->verdict)},
                      {"support", marks.conclusion->support},
                      {"reasons", marks.conclusion->reasons}};
    return {{"conclusion", std::move(conclusion)},
            {"flag", marks.isPicked     ? Json(cases::mark::kPicked)
                     : marks.isRejected ? Json(cases::mark::kRejected)
                                        : Json(nullptr)},
            {"rating", marks.rating},
            {"color", marks.color},
            {"tags", marks.tags},
            {"note", marks.note},
            {"annotations", annotationsOf(marks)}};
}

Json exhibitOf(const ExportedExhibit& one) {
    const cases::Exhibit& exhibit = one.exhibit;
    Json json = {
        {"exhibit", exhibit.number},
        {"path", exhibit.receivedPath},
        {"file", textOf(one.file)},
        {"stored_name", orNull(exhibit.storedName)},
        {"sha256", exhibit.sha256},
        {"md5", exhibit.md5},
        {"bytes", exhibit.bytes},
        {"modified_at", exhibit.modifiedAt},
        {"received_at", exhibit.receivedAt},
        {"duplicate_of", exhibit.duplicateOf == 0 ? Json(nullptr) : Json(exhibit.duplicateOf)},
        {"state", stateWord(exhibit.state)},
        {"marks", marksOf(one.marks)}};
    json["error"] = exhibit.error ? Json{{"code", errorName(exhibit.error->code)},
                                         {"message", exhibit.error->message}}
                                  : Json(nullptr);
    json["examination"] =
        one.examination ? Json::parse(toJson(*one.examination), nullptr, false) : Json(nullptr);
    return json;
}

/// One line for each exhibit.
class CaseJson : public ExportWriter {
  public:
    explicit CaseJson(OutputFile file) : m_file(std::move(file)) {}

    Result<void> begin(const CaseFacts& facts) override {
        // The beginning by which the file is known again stands here as it is.
        return m_file.write(
            "{\"clueglass\":\"case export\",\"version\":1,\"case\":" +
            dumped(
                {{"name", facts.name}, {"log_head", facts.logHead}, {"exhibits", facts.exhibits}}) +
            ",\n\"exhibits\":[");
    }

    Result<std::string> add(const ExportedExhibit& exhibit) override {
        auto written = m_file.write((std::exchange(m_isFirst, false) ? "\n" : ",\n") +
                                    dumped(exhibitOf(exhibit)));
        if (!written)
            return tl::unexpected(written.error());
        return std::string();
    }

    Result<void> end(Exported& /*exported*/) override {
        if (auto written = m_file.write("\n]}\n"); !written)
            return written;
        return m_file.commit();
    }

  private:
    OutputFile m_file;
    bool m_isFirst = true;
};

} // namespace

Result<std::unique_ptr<ExportWriter>> makeCaseJson(const ExportPlace& place) {
    auto file = OutputFile::create(place.target, kJson, place.evidence);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<CaseJson>(std::move(*file));
}

} // namespace core::exports
