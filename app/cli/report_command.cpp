// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/actor.h"
#include "app/cli/clue_check.h"
#include "app/cli/command.h"
#include "app/cli/engine_pool.h"
#include "app/cli/exit_codes.h"
#include "app/cli/input_files.h"
#include "app/cli/ordered_work.h"
#include "app/cli/trust_options.h"
#include "core/base/digest.h"
#include "core/base/output_file.h"
#include "core/cases/sqlite_case_store.h"
#include "core/clues/sentence_register.h"
#include "core/inference/credential_pictures.h"
#include "core/report/examiner_words.h"

#include <CLI/CLI.hpp>

#include <chrono>

namespace app::cli {

namespace {

namespace fs = std::filesystem;
using core::examination::Examination;
using Items = std::vector<core::report::ReportItem>;

struct ReportArguments {
    std::vector<std::string> paths;
    bool isRecursive = false;
    std::string output;
    std::string title;
    std::string examiner;
    bool checksClues = false;
    EngineOptions engine;
    TrustOptions trust;
};

class Report {
  public:
    Report(const ReportArguments& arguments, CommandContext& context)
        : m_arguments(arguments), m_context(context) {}

    int run() {
        if (auto allowed = core::OutputFile::check(m_arguments.output, core::output_kind::kPdf);
            !allowed)
            return refuse(allowed.error().message);
        const bool isCase = core::cases::isCaseFolder(m_arguments.paths.front());
        if (isCase && m_arguments.paths.size() > 1)
            return refuse("A report is of one case, or of pictures; not of both.");
        const int code = isCase ? gatherFromCase() : examinePictures();
        if (m_context.interruption.isRequested())
            return kInterrupted;
        if (code != kAllDone)
            return code;
        if (m_items.empty()) {
            m_context.status.say("There is no examined picture; no report was written.");
            return kSomeFailed;
        }
        return write();
    }

  private:
    int refuse(const std::string& message) {
        m_context.status.say(message);
        return kWrongUsage;
    }

    int gatherFromCase() {
        auto store =
            core::cases::openCase(m_arguments.paths.front(), actorName(m_arguments.examiner));
        if (!store) {
            m_context.status.say(store.error().message);
            return kSomeFailed;
        }
        m_case = std::move(*store);
        const auto exhibits = m_case->exhibits();
        if (!exhibits) {
            m_context.status.say(exhibits.error().message);
            return kSomeFailed;
        }
        for (const auto& exhibit : *exhibits) {
            auto examination = m_case->examinationOf(exhibit.number);
            if (!examination) {
                leaveOut("exhibit " + std::to_string(exhibit.number) + ", " + exhibit.receivedPath,
                         exhibit.error ? *exhibit.error : examination.error());
                continue;
            }
            examination->source.path = shownPath(exhibit);
            const auto entry = m_case->entry(exhibit.number);
            m_items.push_back(core::report::reportItem(
                std::make_shared<const Examination>(std::move(*examination)),
                entry ? entry->marks : core::cases::Marks()));
        }
        return kAllDone;
    }

    /// Where the file was received, as long as those are still its bytes; else the copy in the
    /// case.
    std::string shownPath(const core::cases::Exhibit& exhibit) const {
        const auto hash = core::sha256OfFile(exhibit.receivedPath, m_context.interruption.token());
        return hash && *hash == exhibit.sha256 ? exhibit.receivedPath
                                               : m_case->evidencePath(exhibit).string();
    }

    int examinePictures() {
        const auto inputs = listInputs(m_arguments.paths,
                                       m_arguments.isRecursive ? core::image::Descend::Yes
                                                               : core::image::Descend::No,
                                       m_context);
        if (auto allowed = core::OutputFile::check(m_arguments.output, core::output_kind::kPdf,
                                                   keptFiles(inputs.files));
            !allowed)
            return refuse(allowed.error().message);
        if (inputs.files.empty())
            return m_context.interruption.isRequested() ? kInterrupted : kSomeFailed;
        const auto trust = readTrust(m_arguments.trust, m_context.status);
        if (!trust)
            return refuse(trust.error().message);
        core::inference::IntakeRules rules(m_context.limits);
        rules.trust = *trust;
        auto engines = EnginePool::start(m_arguments.engine, inputs.files.size(), m_context);
        if (!engines)
            return tellEngineFailure(engines.error(), m_context);
        m_hasFailed = inputs.hasProblem;
        using Outcome = core::Result<Examination>;
        OrderedWork<Outcome> work(
            [&](std::size_t index, std::size_t worker,
                const std::stop_token& stop) -> std::optional<Outcome> {
                const InputFile& input = inputs.files[index];
                if (input.error)
                    return Outcome(tl::unexpected(*input.error));
                engines->shareCores();
                return examineAndCheck(input.path, engines->engine(worker), m_arguments.checksClues,
                                       stop, rules);
            },
            [&](std::size_t index, Outcome outcome) {
                add(inputs.files[index], std::move(outcome));
                m_context.status.show(std::to_string(index + 1) + " of " +
                                      std::to_string(inputs.files.size()) + " pictures");
                return true;
            });
        work.run(inputs.files.size(), engines->size(), m_context.interruption.token());
        return kAllDone;
    }

    void add(const InputFile& input, core::Result<Examination> outcome) {
        if (outcome) {
            outcome->plots.clear(); // not printed; a long list of them would fill the memory
            m_items.push_back({std::make_shared<const Examination>(std::move(*outcome)), {}});
        } else if (outcome.error().code != core::ErrorCode::Cancelled) {
            leaveOut(input.path.string(), outcome.error());
        }
    }

    /// A picture that is missing is said here and in the report.
    void leaveOut(const std::string& name, const core::Error& error) {
        m_hasFailed = true;
        m_context.status.say("Left out: " + name + ". " + error.message);
        m_leftOut.push_back({name, error.message});
    }

    /// Marks the sentences that a model says of most pictures of this report.
    void countSentences() {
        core::clues::SentenceRegister sentences;
        for (std::size_t i = 0; i < m_items.size(); ++i)
            sentences.add(i, *m_items[i].examination);
        for (auto& item : m_items) {
            if (!item.examination->answer)
                continue;
            auto counted = std::make_shared<Examination>(*item.examination);
            sentences.annotate(*counted);
            item.examination = std::move(counted);
        }
    }

    int write() {
        countSentences();
        core::report::ReportOptions options;
        options.title = m_arguments.title;
        options.examiner = m_arguments.examiner;
        options.leftOut = m_leftOut;
        options.limits = m_context.limits;
        options.credentialThumbnails = [](const core::image::Document& document,
                                          std::stop_token stop) {
            std::vector<core::report::CredentialThumbnail> thumbnails;
            for (auto& one : core::inference::credentialPictures(document, std::move(stop)))
                thumbnails.push_back({one.manifest, one.ingredient, std::move(one.picture)});
            return thumbnails;
        };
        options.createdAtUnixSeconds = std::chrono::duration_cast<std::chrono::seconds>(
                                           std::chrono::system_clock::now().time_since_epoch())
                                           .count();
        const auto written = core::report::writePdfReport(
            m_items, options, m_arguments.output,
            [this](std::string_view, double fraction) {
                m_context.status.show("Writing the report: " +
                                      std::to_string(static_cast<int>(fraction * 100)) + " %");
            },
            m_context.interruption.token());
        m_context.status.clear();
        if (!written) {
            if (written.error().code == core::ErrorCode::Cancelled)
                return kInterrupted;
            m_context.status.say(written.error().message);
            return kSomeFailed;
        }
        if (m_case && m_case->readOnlyReason().empty())
            logExport();
        return m_hasFailed ? kSomeFailed : kAllDone;
    }

    void logExport() {
        std::error_code error;
        const auto hash = core::sha256OfFile(m_arguments.output);
        const auto logged = m_case->recordAction(
            "export", {{"file", fs::absolute(m_arguments.output, error).string()},
                       {"kind", "pdf"},
                       {"pictures", std::to_string(m_items.size())},
                       {"sha256", hash ? *hash : ""}});
        if (!logged) {
            m_hasFailed = true;
            m_context.status.say(logged.error().message);
        }
    }

    const ReportArguments& m_arguments;
    CommandContext& m_context;
    std::unique_ptr<core::cases::CaseStore> m_case;
    Items m_items;
    std::vector<core::report::LeftOutFile> m_leftOut;
    bool m_hasFailed = false;
};

class ReportCommand : public Command {
  public:
    explicit ReportCommand(CLI::App& program)
        : m_command(program.add_subcommand("report", "Write the PDF report of a case or of "
                                                     "pictures")) {
        m_command
            ->add_option("CASE", m_arguments.paths,
                         "A case folder; or pictures and folders, which are examined first")
            ->required();
        m_command->add_option("-o,--output", m_arguments.output, "The PDF to write")
            ->type_name("FILE.pdf")
            ->required();
        m_command->add_option("--title", m_arguments.title, "Title on the first page");
        m_command->add_option("--examiner", m_arguments.examiner, "Name of the examiner");
        m_command->add_flag("-r,--recursive", m_arguments.isRecursive,
                            "Look into the folders below a folder of pictures too");
        addEngineOptions(*m_command, m_arguments.engine);
        addCheckOption(*m_command, m_arguments.checksClues);
        addTrustOptions(*m_command, m_arguments.trust);
        m_command->footer("A picture that cannot be examined is left out and named on standard "
                          "error; the exit code is then 1. A case's report shows the results that "
                          "the case holds, with the trust lists that were used for them.");
    }

    bool isChosen() const override { return m_command->parsed(); }
    int run(CommandContext& context) override { return Report(m_arguments, context).run(); }

  private:
    CLI::App* m_command;
    ReportArguments m_arguments;
};

} // namespace

std::unique_ptr<Command> makeReportCommand(CLI::App& program) {
    return std::make_unique<ReportCommand>(program);
}

} // namespace app::cli
