// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/credential_text.h"
#include "app/cli/exit_codes.h"
#include "app/cli/readable_text.h"
#include "app/cli/trust_options.h"
#include "core/base/output_file.h"
#include "core/base/readable_bytes.h"
#include "core/base/running_digest.h"
#include "core/examination/examination_json.h"
#include "core/examination/provenance_json.h"
#include "core/image/jpeg_structure.h"
#include "core/image/orientation.h"
#include "core/image/saved_part.h"
#include "core/inference/file_inspection.h"
#include "core/provenance/c2pa/crjson.h"
#include "core/provenance/c2pa_presence.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace app::cli {

namespace {

using nlohmann::ordered_json;

/// What a file says.
struct Inspection : core::inference::FileInspection {
    std::string md5;
    int orientation = 1;
    std::optional<core::image::JpegStructure> jpeg;
    std::string jpegProblem;
    std::vector<std::string> sourceTypes; ///< mentioned by the Content Credentials
};

core::Result<Inspection> inspect(const std::string& path, const core::inference::IntakeRules& rules,
                                 const std::stop_token& stop) {
    auto inspection = core::inference::inspectFile(path, rules, stop);
    if (!inspection)
        return tl::unexpected(inspection.error());
    Inspection found{std::move(*inspection), {}, 1, {}, {}, {}};
    const auto& bytes = *found.file.bytes;
    found.md5 = core::md5(bytes);
    found.orientation = core::image::storedOrientation(found.file.format, bytes);
    if (found.file.format == core::image::Format::Jpeg) {
        auto structure = core::image::readJpegStructure(bytes);
        if (structure)
            found.jpeg = *structure;
        else
            found.jpegProblem = structure.error().message;
    }
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

ordered_json previewsJson(const Inspection& found) {
    auto list = ordered_json::array();
    for (const auto& preview : found.previews) {
        ordered_json one = {{"where", preview.where},
                            {"bytes", preview.bytes},
                            {"width", preview.picture.width()},
                            {"height", preview.picture.height()}};
        one["likeness"] = preview.likeness ? ordered_json(*preview.likeness) : nullptr;
        one["differing_hash_bits"] =
            preview.differingHashBits ? ordered_json(*preview.differingHashBits) : nullptr;
        one["shows_something_else"] = preview.isOther;
        list.push_back(std::move(one));
    }
    return list;
}

std::string previewText(const core::inference::PreviewPicture& preview) {
    std::string text = preview.where + ", " + std::to_string(preview.bytes) + " bytes";
    if (preview.picture.isNull())
        return text + ", cannot be decoded";
    text += ", " + std::to_string(preview.picture.width()) + " x " +
            std::to_string(preview.picture.height());
    if (preview.likeness)
        text += ", likeness to the picture " + fixed(*preview.likeness, 2);
    if (preview.differingHashBits)
        text += ", " + std::to_string(*preview.differingHashBits) + " of 64 hash bits differ";
    return text + (preview.isOther ? "; it shows something else" : "");
}

std::vector<std::string> findingsOf(const Inspection& found) {
    std::vector<std::string> sentences;
    sentences.reserve(found.clues.size());
    for (const auto& clue : found.clues)
        sentences.push_back(clue.text);
    return sentences;
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
                         {"warnings", found.warnings},
                         {"findings", findingsOf(found)},
                         {"jpeg", jpegJson(found)},
                         {"previews", previewsJson(found)},
                         {"provenance", std::move(provenance)}};
    if (!found.jpegProblem.empty())
        json["warnings"].push_back(found.jpegProblem);
    if (!found.notDecoded.empty())
        json["not_decoded"] = found.notDecoded;
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
    if (found.file.format != core::image::Format::Unknown)
        add("turn", "EXIF orientation " + std::to_string(found.orientation));
    if (found.jpeg)
        add("jpeg", std::to_string(found.jpeg->width) + " x " + std::to_string(found.jpeg->height) +
                        " as stored, " + samplingText(*found.jpeg) + ", " +
                        (found.jpeg->isProgressive ? "progressive" : "baseline") + ", quality " +
                        std::to_string(found.jpeg->lumaQuality) +
                        (found.jpeg->isStandardTable ? " (standard tables)"
                                                     : " (nearest; the tables are not standard)"));
    if (found.width > 0)
        add("picture", std::to_string(found.width) + " x " + std::to_string(found.height) +
                           " pixels, upright");
    for (const std::string& warning : found.warnings)
        add("warning", warning);
    if (!found.notDecoded.empty())
        add("pixels", found.notDecoded);
    else if (!found.provenance.watermark)
        add("pixels", "carry none of the watermarks that can be read here");
    if (!found.jpegProblem.empty())
        add("warning", found.jpegProblem);
    lines += readableText(found.provenance);
    lines += credentialText(found.provenance.c2pa);
    for (const std::string& type : found.sourceTypes)
        add("", "mentions the source type " + type);
    for (const std::string& finding : findingsOf(found))
        add("note", finding);
    for (const auto& preview : found.previews)
        add("preview", previewText(preview));
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
              "inspect", "Say what a file tells about itself, without measuring its pixels")) {
        m_command
            ->add_option("PATH", m_paths,
                         "Pictures; also PDF, SVG, sound, video, fonts and "
                         ".c2pa files, which may carry credentials")
            ->required();
        m_command->add_flag("--json", m_isJson, "One JSON object for each file");
        m_command->add_flag("--crjson", m_isCrJson,
                            "The manifest store in the public crJSON form, one line for each file");
        m_command
            ->add_option("--save-parts", m_partsFolder,
                         "Write what lies before, in and behind the pictures into this folder, "
                         "unchanged: NAME.part1.zip")
            ->type_name("DIR");
        addTrustOptions(*m_command, m_trust);
        m_command->footer("Format by content, hashes, JPEG structure and quality, orientation, all "
                          "metadata fields, marks of image generators, watermarks in the pixels, "
                          "Content Credentials.");
    }

    bool isChosen() const override { return m_command->parsed(); }

    int run(CommandContext& context) override {
        const auto trust = readTrust(m_trust, context.status);
        if (!trust) {
            context.status.say(trust.error().message);
            return kWrongUsage;
        }
        core::inference::IntakeRules rules(context.limits);
        rules.trust = *trust;
        int code = kAllDone;
        for (const std::string& path : m_paths) {
            const auto found = inspect(path, rules, context.interruption.token());
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
            if (found && !m_partsFolder.empty() && !saveParts(*found, context))
                code = kSomeFailed;
        }
        if (!context.output.isBroken())
            return code;
        return tellBrokenOutput(context);
    }

  private:
    bool saveParts(const Inspection& found, CommandContext& context) const {
        const std::filesystem::path folder = m_partsFolder;
        if (auto made = core::OutputFile::makeFolder(folder); !made) {
            context.status.say(made.error().message);
            return false;
        }
        const std::string name = std::filesystem::path(found.file.path).filename().string();
        bool isGood = true;
        int number = 0;
        for (const auto& part : found.provenance.extraParts) {
            const auto target = folder / (name + ".part" + std::to_string(++number) +
                                          std::string(core::image::endingFor(part.what)));
            const auto saved =
                core::image::savePart({found.file.path, found.file.sha256, part.offset, part.bytes},
                                      target, {}, context.interruption.token());
            context.status.say(saved ? "Saved " + std::to_string(part.bytes) + " bytes as " +
                                           target.string() + "."
                                     : saved.error().message);
            isGood = isGood && saved.has_value();
        }
        return isGood;
    }

    CLI::App* m_command;
    std::vector<std::string> m_paths;
    std::string m_partsFolder;
    bool m_isJson = false;
    bool m_isCrJson = false;
    TrustOptions m_trust;
};

} // namespace

std::unique_ptr<Command> makeInspectCommand(CLI::App& program) {
    return std::make_unique<InspectCommand>(program);
}

} // namespace app::cli
