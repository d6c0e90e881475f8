// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/actor.h"
#include "app/cli/case_examination.h"
#include "app/cli/case_text.h"
#include "app/cli/case_watch.h"
#include "app/cli/command.h"
#include "app/cli/engine_pool.h"
#include "app/cli/exit_codes.h"
#include "app/cli/input_files.h"
#include "app/cli/trust_options.h"
#include "core/cases/annotation_exchange.h"
#include "core/cases/moved_evidence.h"
#include "core/cases/sqlite_case_store.h"
#include "core/exports/case_export.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <vector>

namespace app::cli {

namespace {

using core::cases::CaseStore;

struct CaseArguments {
    std::string folder;
    std::vector<std::string> paths;
    std::string examiner;
    bool isRecursive = false;
    bool isCopying = false;
    bool isJson = false;
    std::string search;
    std::string format; ///< of the export
    std::string target;
    std::string importFile;
    std::string notedHead;
    CaseWork work;
    TrustOptions trust;
};

/// What is wrong with a head as somebody typed it; empty: nothing. Makes its letters small.
std::string notAHash(std::string& hash) {
    constexpr std::size_t kDigits = 64;
    for (char& digit : hash)
        digit = static_cast<char>(std::tolower(static_cast<unsigned char>(digit)));
    const bool isHash =
        hash.size() == kDigits && hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    return isHash ? std::string() : "A head has 64 hexadecimal digits.";
}

/// "case new", "add", "watch", "list", "verify", "relocate", "annotations" and "export".
class CaseCommand : public Command {
  public:
    explicit CaseCommand(CLI::App& program)
        : m_command(program.add_subcommand("case", "Work on case folders")) {
        m_command->require_subcommand(1);
        addNew();
        addAdd();
        addList();
        addVerify();
        addWatch();
        addRelocate();
        addAnnotations();
        addExport();
    }

    bool isChosen() const override { return m_command->parsed(); }

    int run(CommandContext& context) override {
        if (m_new->parsed())
            return makeNew(context);
        auto opened = core::cases::openCase(m_arguments.folder, actorName(m_arguments.examiner));
        if (!opened)
            return tell(opened.error(), context);
        CaseStore& store = **opened;
        if (m_add->parsed())
            return add(store, context);
        if (m_list->parsed())
            return list(store, context);
        if (m_watch->parsed())
            return watch(store, context);
        if (m_relocate->parsed())
            return relocate(store, context);
        if (m_annotations->parsed())
            return exchangeAnnotations(store, context);
        if (m_export->parsed())
            return exportCase(store, context);
        return verify(store, context);
    }

  private:
    CLI::App* addCommand(const char* name, const char* what) {
        CLI::App* command = m_command->add_subcommand(name, what);
        command->add_option("CASE", m_arguments.folder, "The case folder, NAME.clueglass")
            ->required();
        return command;
    }

    void addExaminer(CLI::App* command) {
        command->add_option("--examiner", m_arguments.examiner,
                            "Who is named in the audit log (default: the account)");
    }

    void addNew() {
        m_new = addCommand("new", "Make an empty case");
        addExaminer(m_new);
    }

    void addAdd() {
        m_add = addCommand("add", "Take pictures into a case and examine them");
        m_add->add_option("PATH", m_arguments.paths, "Pictures and folders of pictures")
            ->required();
        m_add->add_flag("-r,--recursive", m_arguments.isRecursive,
                        "Look into the folders below a folder too");
        m_add->add_flag("--copy", m_arguments.isCopying,
                        "Keep read-only copies in the case instead of referring to the files");
        addEngineOptions(*m_add, m_arguments.work.engine);
        addTrustOptions(*m_add, m_arguments.trust);
        addExaminer(m_add);
        m_add->footer(
            "Files that are in the case already are not taken in twice, and what was not "
            "examined yet is examined: after an interruption give the same command again.");
    }

    void addList() {
        m_list = addCommand("list", "List the exhibits of a case");
        m_list->add_flag("--json", m_arguments.isJson, "One JSON object for each exhibit");
        m_list->add_option("--search", m_arguments.search,
                           "Only those that have all these words in names, folders, tags, notes, "
                           "clues or answers, or at the beginning of a hash");
    }

    void addVerify() {
        m_verify = addCommand("verify", "Hash all evidence again and replay the audit log");
        m_verify->add_flag("--json", m_arguments.isJson, "One JSON object");
        m_verify
            ->add_option("--expect-head", m_arguments.notedHead,
                         "A head of the chain that was noted down: it must be in the log")
            ->type_name("HASH")
            ->transform(CLI::Validator(notAHash, ""));
        addExaminer(m_verify);
        m_verify->footer(
            "Ends with 1 and names what is broken when anything is not as recorded. The "
            "head that is printed covers the row that the verification itself adds.");
    }

    void addWatch() {
        m_watch = addCommand("watch", "Take in and examine what appears in a folder, until Ctrl+C");
        m_watch->add_option("FOLDER", m_arguments.target, "With the folders below it")->required();
        m_watch->add_flag("--copy", m_arguments.isCopying,
                          "Keep read-only copies in the case instead of referring to the files");
        addEngineOptions(*m_watch, m_arguments.work.engine);
        addTrustOptions(*m_watch, m_arguments.trust);
        addExaminer(m_watch);
        m_watch->footer("A file counts when it did not change for two seconds and is whole; one "
                        "whose end is missing is waited for a minute. Files that are in the case "
                        "already are left out; one that changed is taken in again, and that is "
                        "said.");
    }

    void addRelocate() {
        m_relocate = addCommand("relocate", "Find moved evidence again below a folder");
        m_relocate
            ->add_option("FOLDER", m_arguments.target, "Where to look, with the folders below it")
            ->required();
        addExaminer(m_relocate);
        m_relocate->footer("A file counts only when it has the very bytes of the intake, whatever "
                           "it is called. Evidence that was moved together with the case is found "
                           "without this. Ends with 1 when some is still missing.");
    }

    void addAnnotations() {
        m_annotations = addCommand("annotations", "Exchange what is drawn with other programs");
        auto* what = m_annotations->add_option_group("what", "");
        what->add_option("--export", m_arguments.format, "Write them in this form")
            ->check(CLI::IsMember({"coco", "labelme"}));
        what->add_option("--import", m_arguments.importFile,
                         "Add those of a COCO or labelme file to the case")
            ->type_name("FILE");
        what->require_option(1);
        m_annotations
            ->add_option("-o,--output", m_arguments.target,
                         "With --export: the file (coco) or the folder (labelme)")
            ->type_name("PATH");
        addExaminer(m_annotations);
        m_annotations->footer("Ends with 1 when something of a file could not be taken over.");
    }

    void addExport() {
        m_export = addCommand("export", "Write the case for other programs");
        m_export->add_option("--as", m_arguments.format, "The form, see docs/cases.md")
            ->required()
            ->check(CLI::IsMember(core::exports::formatWords()));
        m_export->add_option("-o,--output", m_arguments.target, "The file; with maps: the folder")
            ->type_name("PATH")
            ->required();
        addExaminer(m_export);
        m_export->footer("Exhibits that are not in the export are named with the reason; the exit "
                         "code is then 1.");
    }

    static int tell(const core::Error& error, CommandContext& context) {
        if (error.code == core::ErrorCode::Cancelled) {
            context.status.clear();
            return kInterrupted;
        }
        context.status.say(error.message);
        return kSomeFailed;
    }

    static int print(const std::string& text, CommandContext& context, int code) {
        return context.output.write(text) ? code : tellBrokenOutput(context);
    }

    int makeNew(CommandContext& context) {
        const auto made =
            core::cases::createCase(m_arguments.folder, actorName(m_arguments.examiner));
        if (!made)
            return tell(made.error(), context);
        return print("Made " + printable((*made)->folder().string()) + "\n", context, kAllDone);
    }

    bool takeTrust(CommandContext& context) {
        const auto trust = readTrust(m_arguments.trust, context.status);
        m_arguments.work.rules.limits = context.limits;
        if (trust)
            m_arguments.work.rules.trust = *trust;
        else
            context.status.say(trust.error().message);
        return trust.has_value();
    }

    int add(CaseStore& store, CommandContext& context) {
        if (!store.readOnlyReason().empty()) {
            context.status.say(store.readOnlyReason());
            return kSomeFailed;
        }
        if (!takeTrust(context))
            return kWrongUsage;
        const auto inputs = listInputs(m_arguments.paths,
                                       m_arguments.isRecursive ? core::image::Descend::Yes
                                                               : core::image::Descend::No,
                                       context);
        return CaseExamination(store, m_arguments.work, context)
            .run(inputs, m_arguments.isCopying ? core::cases::Keeping::Copied
                                               : core::cases::Keeping::Referenced);
    }

    int watch(CaseStore& store, CommandContext& context) {
        if (!store.readOnlyReason().empty()) {
            context.status.say(store.readOnlyReason());
            return kSomeFailed;
        }
        if (!takeTrust(context))
            return kWrongUsage;
        return watchFolder(store, m_arguments.target,
                           m_arguments.isCopying ? core::cases::Keeping::Copied
                                                 : core::cases::Keeping::Referenced,
                           m_arguments.work, context);
    }

    int list(CaseStore& store, CommandContext& context) {
        const auto exhibits = store.exhibits();
        if (!exhibits)
            return tell(exhibits.error(), context);
        const auto wanted = found(store, context);
        if (!wanted)
            return tell(wanted.error(), context);
        std::string text;
        for (const auto& exhibit : *exhibits)
            if (m_arguments.search.empty() || std::ranges::binary_search(*wanted, exhibit.number))
                text += lineOf(exhibit, store);
        return print(text, context, kAllDone);
    }

    std::string lineOf(const core::cases::Exhibit& exhibit, const CaseStore& store) const {
        std::optional<core::examination::Examination> examination;
        if (exhibit.state == core::cases::ExhibitState::Examined)
            if (auto latest = store.examinationOf(exhibit.number))
                examination = std::move(*latest);
        const auto* shown = examination ? &*examination : nullptr;
        return m_arguments.isJson ? exhibitJson(exhibit, shown) : exhibitText(exhibit, shown);
    }

    /// Exhibits that the search names, in ascending order.
    core::Result<std::vector<std::int64_t>> found(CaseStore& store, CommandContext& context) {
        if (m_arguments.search.empty())
            return std::vector<std::int64_t>();
        for (bool isComplete = false; !isComplete;) {
            context.status.show("Bringing the index up to date");
            const auto step = store.updateIndex();
            if (!step)
                return tl::unexpected(step.error());
            if (context.interruption.token().stop_requested())
                return core::cancelled();
            isComplete = step->isComplete;
        }
        context.status.clear();
        return store.search(m_arguments.search);
    }

    int verify(CaseStore& store, CommandContext& context) {
        if (!store.readOnlyReason().empty())
            context.status.say(store.readOnlyReason());
        const auto verification = store.verify(
            [&](std::string_view, double fraction) {
                context.status.show("Hashing the evidence: " +
                                    std::to_string(static_cast<int>(fraction * 100)) + " %");
            },
            context.interruption.token(), m_arguments.notedHead);
        context.status.clear();
        if (!verification)
            return tell(verification.error(), context);
        return print(m_arguments.isJson ? verificationJson(*verification)
                                        : verificationText(*verification),
                     context, verification->findings.empty() ? kAllDone : kSomeFailed);
    }

    int relocate(CaseStore& store, CommandContext& context) {
        if (!store.readOnlyReason().empty()) {
            context.status.say(store.readOnlyReason());
            return kSomeFailed;
        }
        context.status.show("Looking below " + printable(m_arguments.target));
        const auto moved =
            core::cases::locateMoved(store, m_arguments.target, context.interruption.token());
        context.status.clear();
        if (!moved)
            return tell(moved.error(), context);
        std::string text;
        for (const std::int64_t number : moved->found) {
            const auto entry = store.entry(number);
            text += "Found exhibit " + std::to_string(number) +
                    (entry ? " at " + printable(entry->file) : std::string()) + "\n";
        }
        for (const std::int64_t number : moved->missing) {
            const auto entry = store.entry(number);
            text += "Missing: exhibit " + std::to_string(number) +
                    (entry ? ", received as " + printable(entry->receivedPath) : std::string()) +
                    "\n";
        }
        text += std::to_string(moved->found.size()) + " found, " +
                std::to_string(moved->missing.size()) + " missing.\n";
        return print(text, context, moved->missing.empty() ? kAllDone : kSomeFailed);
    }

    int exchangeAnnotations(CaseStore& store, CommandContext& context) {
        if (!m_arguments.importFile.empty()) {
            const auto imported = core::cases::importAnnotations(store, m_arguments.importFile);
            if (!imported)
                return tell(imported.error(), context);
            return print("Imported " + std::to_string(imported->annotations) + ", left out " +
                             std::to_string(imported->leftOut) + "\n",
                         context, imported->leftOut == 0 ? kAllDone : kSomeFailed);
        }
        if (m_arguments.target.empty()) {
            context.status.say("Say with -o where the annotations are to be written.");
            return kWrongUsage;
        }
        const auto exported = core::cases::exportAnnotations(
            store,
            m_arguments.format == "coco" ? core::cases::AnnotationFormat::Coco
                                         : core::cases::AnnotationFormat::Labelme,
            m_arguments.target);
        if (!exported)
            return tell(exported.error(), context);
        return print("Exported " + std::to_string(exported->annotations) + " annotations of " +
                         std::to_string(exported->pictures) + " pictures\n",
                     context, kAllDone);
    }

    int exportCase(CaseStore& store, CommandContext& context) {
        const auto format = core::exports::formatFrom(m_arguments.format);
        if (!format)
            return kWrongUsage; // the parser has refused it before
        const auto exported = core::exports::exportCase(
            store, *format, m_arguments.target,
            [&](std::string_view, double fraction) {
                context.status.show(
                    "Exporting: " + std::to_string(static_cast<int>(fraction * 100)) + " %");
            },
            context.interruption.token());
        context.status.clear();
        if (!exported)
            return tell(exported.error(), context);
        for (const std::string& reason : exported->leftOut)
            context.status.say("Left out: " + reason);
        std::string text = "Exported " + std::to_string(exported->exhibits) +
                           " exhibits, left out " + std::to_string(exported->leftOut.size()) + "\n";
        if (!exported->pictures.empty())
            text +=
                "The pictures' names are below " + printable(exported->pictures.string()) + "\n";
        return print(text, context, exported->leftOut.empty() ? kAllDone : kSomeFailed);
    }

    CLI::App* m_command;
    CLI::App* m_new = nullptr;
    CLI::App* m_add = nullptr;
    CLI::App* m_list = nullptr;
    CLI::App* m_verify = nullptr;
    CLI::App* m_watch = nullptr;
    CLI::App* m_relocate = nullptr;
    CLI::App* m_annotations = nullptr;
    CLI::App* m_export = nullptr;
    CaseArguments m_arguments;
};

} // namespace

std::unique_ptr<Command> makeCaseCommand(CLI::App& program) {
    return std::make_unique<CaseCommand>(program);
}

} // namespace app::cli
