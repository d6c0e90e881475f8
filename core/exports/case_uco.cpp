// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/export_writer.h"

#include "core/examination/vocabulary.h"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace core::exports {

namespace {

using Json = nlohmann::ordered_json;

constexpr OutputKind kCaseUco{"a CASE/UCO graph of Clueglass",
                              "{\"@context\":{\"kb\":\"urn:clueglass:", ""};

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json typed(const char* type, Json value) {
    return {{"@type", type}, {"@value", std::move(value)}};
}

/// A part of an exhibit, named after it so that the same case gives the same names.
std::string partName(const char* what, std::int64_t exhibit) {
    return "kb:" + std::string(what) + "-" + std::to_string(exhibit);
}

Json hashOf(const char* method, const std::string& digest, const std::string& name) {
    return {{"@id", name},
            {"@type", "uco-types:Hash"},
            {"uco-types:hashMethod", typed("uco-vocabulary:HashNameVocab", method)},
            {"uco-types:hashValue", typed("xsd:hexBinary", digest)}};
}

Json fileOf(const ExportedExhibit& one) {
    const cases::Exhibit& exhibit = one.exhibit;
    const std::int64_t number = exhibit.number;
    const std::filesystem::path path = exhibit.receivedPath;
    Json facet = {
        {"@id", partName("file-facet", number)},
        {"@type", "uco-observable:FileFacet"},
        {"uco-observable:fileName", path.filename().string()},
        {"uco-observable:filePath", exhibit.receivedPath},
        {"uco-observable:sizeInBytes", typed("xsd:integer", std::to_string(exhibit.bytes))}};
    if (!exhibit.modifiedAt.empty())
        facet["uco-observable:modifiedTime"] = typed("xsd:dateTime", exhibit.modifiedAt);
    const Json content = {
        {"@id", partName("content-facet", number)},
        {"@type", "uco-observable:ContentDataFacet"},
        {"uco-observable:hash",
         {hashOf("SHA256", exhibit.sha256, partName("sha256", number)),
          hashOf("MD5", exhibit.md5, partName("md5", number))}},
        {"uco-observable:sizeInBytes", typed("xsd:integer", std::to_string(exhibit.bytes))}};
    Json facets = Json::array({std::move(facet), content});
    if (one.examination && one.examination->source.width > 0)
        facets.push_back({{"@id", partName("picture-facet", number)},
                          {"@type", "uco-observable:RasterPictureFacet"},
                          {"uco-observable:pictureWidth",
                           typed("xsd:integer", std::to_string(one.examination->source.width))},
                          {"uco-observable:pictureHeight",
                           typed("xsd:integer", std::to_string(one.examination->source.height))}});
    Json file = {{"@id", partName("exhibit", number)},
                 {"@type", "uco-observable:File"},
                 {"uco-core:name", "Exhibit " + std::to_string(number)},
                 {"uco-core:objectCreatedTime", typed("xsd:dateTime", exhibit.receivedAt)},
                 {"uco-core:hasFacet", std::move(facets)}};
    if (!one.marks.note.empty())
        file["uco-core:description"] = one.marks.note;
    if (!one.marks.tags.empty())
        file["uco-core:tag"] = one.marks.tags;
    return file;
}

/// What a program or a person says about an exhibit.
Json statement(const std::string& name, const std::string& exhibit, const char* who,
               examination::Verdict verdict, std::string text) {
    return {{"@id", name},
            {"@type", "uco-core:Annotation"},
            {"uco-core:name", std::string(who) + ": " + std::string(examination::wordFor(verdict))},
            {"uco-core:statement", std::move(text)},
            {"uco-core:object", {{"@id", exhibit}}}};
}

std::vector<Json> nodesOf(const ExportedExhibit& one) {
    const std::int64_t number = one.exhibit.number;
    const std::string exhibit = partName("exhibit", number);
    std::vector<Json> nodes = {fileOf(one)};
    if (one.examination) {
        std::string text = "Probability of a fake: " + Json(one.examination->pFake).dump() + ".";
        for (const auto& clue : one.examination->clues)
            text += "\n" + clue.text;
        nodes.push_back(statement(partName("examination", number), exhibit, "Verdict of Clueglass",
                                  one.examination->verdict, std::move(text)));
    }
    if (one.marks.conclusion)
        nodes.push_back(statement(partName("conclusion", number), exhibit,
                                  "Conclusion of the examiner", one.marks.conclusion->verdict,
                                  one.marks.conclusion->reasons));
    return nodes;
}

/// @source https://caseontology.org, https://ontology.unifiedcyberontology.org (UCO 1.x)
class CaseUco : public ExportWriter {
  public:
    explicit CaseUco(OutputFile file) : m_file(std::move(file)) {}

    Result<void> begin(const CaseFacts& facts) override {
        const std::string uco = "https://ontology.unifiedcyberontology.org/uco/";
        // The log's head tells cases of one name apart, and states of one case.
        const Json context = {
            {"kb", "urn:clueglass:" + facts.logHead + ":"},
            {"case-investigation", "https://ontology.caseontology.org/case/investigation/"},
            {"uco-core", uco + "core/"},
            {"uco-observable", uco + "observable/"},
            {"uco-types", uco + "types/"},
            {"uco-vocabulary", uco + "vocabulary/"},
            {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
        m_investigation = {{"@id", "kb:case"},
                           {"@type", "case-investigation:Investigation"},
                           {"uco-core:name", facts.name},
                           {"uco-core:description",
                            "Exported by Clueglass; head of the case's log: " + facts.logHead},
                           {"uco-core:object", Json::array()}};
        return m_file.write("{\"@context\":" + dumped(context) + ",\n\"@graph\":[\n");
    }

    Result<std::string> add(const ExportedExhibit& exhibit) override {
        for (const Json& node : nodesOf(exhibit)) {
            m_investigation["uco-core:object"].push_back({{"@id", node["@id"]}});
            if (auto written = m_file.write(dumped(node) + ",\n"); !written)
                return tl::unexpected(written.error());
        }
        return std::string();
    }

    Result<void> end(Exported& /*exported*/) override {
        if (auto written = m_file.write(dumped(m_investigation) + "\n]}\n"); !written)
            return written;
        return m_file.commit();
    }

  private:
    OutputFile m_file;
    Json m_investigation; ///< names all that is written, therefore last
};

} // namespace

Result<std::unique_ptr<ExportWriter>> makeCaseUco(const ExportPlace& place) {
    auto file = OutputFile::create(place.target, kCaseUco, place.evidence);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<CaseUco>(std::move(*file));
}

} // namespace core::exports
