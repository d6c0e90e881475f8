// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/credential_text.h"
#include "app/cli/exit_codes.h"
#include "app/cli/readable_text.h"
#include "app/cli/trust_options.h"
#include "core/base/readable_bytes.h"
#include "core/examination/examination_json.h"
#include "core/examination/provenance_json.h"
#include "core/image/jpeg_structure.h"
#include "core/image/orientation.h"
#include "core/image/safe_decoder.h"
#include "core/provenance/c2pa/crjson.h"
#include "core/provenance/c2pa_presence.h"
#include "core/provenance/file_findings.h"
#include "core/provenance/provenance_clues.h"
#include "core/provenance/provenance_reader.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <QCryptographicHash>

namespace app::cli {

namespace {

using nlohmann::ordered_json;

/// What a file says without its pixels being decoded.
struct Inspection {
    core::image::EvidenceFile file;
    std::string md5;
    int orientation = 1;
    std::optional<core::image::JpegStructure> jpeg;
    std::string jpegProblem;
    core::examination::ProvenanceRecord provenance;
    std::vector<std::string> sourceTypes; ///< mentioned by the Content Credentials
    std::vector<std::string> findings;    ///< sentences about the file's form and statements
};

core::Result<Inspection> inspect(const std::string& path,
                                 const core::examination::TrustLists& trust,
                                 const std::stop_token& stop) {
    auto file = core::image::readEvidence(path, {}, stop);
    if (!file)
        return tl::unexpected(file.error());
    Inspection found;
    found.file = std::move(*file);
    const auto& bytes = *found.file.bytes;
    found.md5 =
        QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                 QCryptographicHash::Md5)
            .toHex()
            .toStdString();
    found.orientation = core::image::storedOrientation(found.file.format, bytes);
    if (found.file.format == core::image::Format::Jpeg) {
        auto structure = core::image::readJpegStructure(bytes);
        if (structure)
            found.jpeg = *structure;
        else
            found.jpegProblem = structure.error().message;
    }
    found.provenance = core::provenance::readProvenance(found.file, trust);
    for (const auto& clues :
         {core::provenance::provenanceClues(found.provenance),
          core::provenance::fileFindings(found.file, found.provenance, nullptr)})
        for (const auto& clue : clues)
            found.findings.push_back(clue.text);
    if (const auto store = core::provenance::findCredentialStore(found.file))
        found.sourceTypes = core::provenance::mentionedSourceTypes(*store);
    return found;
}

std::string samplingText(const core::image::JpegStructure& jpeg) {
    if (jpeg.components == 1)
        return "gray";
    const int h = jpeg.horizontalSampling;
    const int v = jpeg.verticalSampling;
    if (h == 1 && v == 1)
        return "4:4:4";
    if (h == 2 && v <= 2)
        return v == 1 ? "4:2:2" : "4:2:0";
    return std::to_string(h) + " x " + std::to_string(v);
}

ordered_json jpegJson(const Inspection& found) {
    if (!found.jpeg)
        return nullptr;
    const core::image::JpegStructure& jpeg = *found.jpeg;
    ordered_json json = {{"width", jpeg.width},
                         {"height", jpeg.height},
                         {"components", jpeg.components},
                         {"sampling", samplingText(jpeg)},
                         {"progressive", jpeg.isProgressive},
                         {"quality", jpeg.lumaQuality},
                         {"standard_tables", jpeg.isStandardTable},
                         {"luma_table", jpeg.lumaTable}};
    if (jpeg.chromaTable)
        json["chroma_table"] = *jpeg.chromaTable;
    return json;
}

std::string jsonLine(const Inspection& found) {
    ordered_json provenance = core::examination::toValue(found.provenance);
    provenance["c2pa"]["mentioned_source_types"] = found.sourceTypes;
    ordered_json json = {{"path", core::readableBytes(found.file.path)},
                         {"sha256", found.file.sha256},
                         {"md5", found.md5},
                         {"bytes", found.file.bytes->size() + found.file.leadingBytes},
                         {"format", core::image::formatName(found.file.format)},
                         {"orientation", found.orientation},
                         {"warnings", found.file.warnings},
                         {"findings", found.findings},
                         {"jpeg", jpegJson(found)},
                         {"provenance", std::move(provenance)}};
    if (!found.jpegProblem.empty())
        json["warnings"].push_back(found.jpegProblem);
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string text(const Inspection& found) {
    std::string lines = printable(found.file.path) + "\n";
    const auto add = [&](std::string name, const std::string& value) {
        constexpr std::size_t kNameWidth = 10;
        name.resize(std::max(name.size(), kNameWidth), ' ');
        lines += "  " + name + printable(value) + "\n";
    };
    add("format", std::string(core::image::formatName(found.file.format)) + ", " +
                      std::to_string(found.file.bytes->size() + found.file.leadingBytes) +
                      " bytes");
    add("sha-256", found.file.sha256);
    add("md5", found.md5);
    add("turn", "EXIF orientation " + std::to_string(found.orientation));
    if (found.jpeg)
        add("jpeg", std::to_string(found.jpeg->width) + " x " + std::to_string(found.jpeg->height) +
                        " as stored, " + samplingText(*found.jpeg) + ", " +
                        (found.jpeg->isProgressive ? "progressive" : "baseline") + ", quality " +
                        std::to_string(found.jpeg->lumaQuality) +
                        (found.jpeg->isStandardTable ? " (standard tables)"
                                                     : " (nearest; the tables are not standard)"));
    for (const std::string& warning : found.file.warnings)
        add("warning", warning);
    if (!found.jpegProblem.empty())
        add("warning", found.jpegProblem);
    lines += readableText(found.provenance);
    lines += credentialText(found.provenance.c2pa);
    for (const std::string& type : found.sourceTypes)
        add("", "mentions the source type " + type);
    for (const std::string& finding : found.findings)
        add("note", finding);
    for (const auto& date : found.provenance.dates)
        add("date",
            date.when + (date.zone.empty() ? "" : " " + date.zone) + "  (" + date.source + ")");
    for (const auto& field : found.provenance.fields)
        lines += "    " + printable(field.group) + "  " + printable(field.name) + " = " +
                 printable(field.value) +
                 (field.guess.empty() ? "" : "  (read as " + field.guess + ", a guess)") + "\n";
    return lines + "\n";
}

class InspectCommand : public Command {
  public:
    explicit InspectCommand(CLI::App& program)
        : m_command(program.add_subcommand(
              "inspect", "Say what a file tells about itself, without decoding its pixels")) {
        m_command->add_option("PATH", m_paths, "Picture files")->required();
        m_command->add_flag("--json", m_isJson, "One JSON object for each file");
        m_command->add_flag("--crjson", m_isCrJson,
                            "The manifest store in the public crJSON form, one line for each file");
        addTrustOptions(*m_command, m_trust);
        m_command->footer("Format by content, hashes, JPEG structure and quality, orientation, all "
                          "metadata fields, marks of image generators, Content Credentials.");
    }

    bool isChosen() const override { return m_command->parsed(); }

    int run(CommandContext& context) override {
        const auto trust = readTrust(m_trust);
        if (!trust) {
            context.status.say(trust.error().message);
            return kWrongUsage;
        }
        int code = kAllDone;
        for (const std::string& path : m_paths) {
            const auto found = inspect(path, **trust, context.interruption.token());
            if (context.interruption.isRequested())
                return kInterrupted;
            if (!found)
                code = kSomeFailed;
            const std::string lines =
                found ? (m_isCrJson ? core::provenance::c2pa::crJson(*found->file.bytes, {**trust},
                                                                     CLUEGLASS_VERSION) +
                                          "\n"
                         : m_isJson ? jsonLine(*found)
                                    : text(*found))
                      : (m_isJson || m_isCrJson
                             ? core::examination::toJson(path, found.error()) + "\n"
                             : readableText(path, found.error()));
            if (!context.output.write(lines))
                break;
        }
        if (!context.output.isBroken())
            return code;
        return tellBrokenOutput(context);
    }

  private:
    CLI::App* m_command;
    std::vector<std::string> m_paths;
    bool m_isJson = false;
    bool m_isCrJson = false;
    TrustOptions m_trust;
};

} // namespace

std::unique_ptr<Command> makeInspectCommand(CLI::App& program) {
    return std::make_unique<InspectCommand>(program);
}

} // namespace app::cli
