// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clue_check.h"
#include "app/cli/command.h"
#include "app/cli/engine_pool.h"
#include "app/cli/exit_codes.h"
#include "app/cli/input_files.h"
#include "app/cli/ordered_work.h"
#include "app/cli/overlay_folder.h"
#include "app/cli/readable_text.h"
#include "app/cli/resume_file.h"
#include "app/cli/trust_options.h"
#include "core/base/digest.h"
#include "core/clues/sentence_register.h"
#include "core/examination/examination_json.h"
#include "core/inference/examination_batch.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace app::cli {

namespace {

namespace fs = std::filesystem;
using core::examination::Examination;

struct AnalyzeOptions {
    std::vector<std::string> paths;
    bool isRecursive = false;
    bool isJson = false;
    std::string overlayFolder;
    std::string resumeFile;
    bool checksClues = false;
    EngineOptions engine;
    TrustOptions trust;
};

/// What one picture adds to the output.
struct Finished {
    core::Result<Examination> examination; ///< without maps: it may wait for those before it
    std::string problem; ///< besides the result: an overlay that could not be written
};

Examination withoutMaps(Examination examination) {
    examination.map.reset();
    for (auto& clue : examination.clues)
        clue.map.reset();
    for (auto& measurement : examination.measurements)
        measurement.map.reset();
    examination.plots.clear();
    return examination;
}

class Analysis {
  public:
    Analysis(const AnalyzeOptions& options, CommandContext& context)
        : m_options(options), m_context(context), m_rules(context.limits) {}

    int run() {
        m_inputs =
            listInputs(m_options.paths,
                       m_options.isRecursive ? core::image::Descend::Yes : core::image::Descend::No,
                       m_context);
        if (m_context.interruption.isRequested())
            return kInterrupted;
        if (m_inputs.files.empty())
            return kSomeFailed;
        if (const int code = checkTargets(); code != kAllDone)
            return code;
        auto trust = readTrust(m_options.trust, m_context.status);
        if (!trust)
            return refuse(trust.error());
        m_rules.trust = std::move(*trust);
        auto engines = EnginePool::start(m_options.engine, m_inputs.files.size(), m_context);
        if (!engines)
            return tellEngineFailure(engines.error(), m_context);
        m_engines = std::move(*engines);
        if (!m_options.resumeFile.empty()) {
            if (auto opened = m_resume.open(m_options.resumeFile, identity()); !opened)
                return refuse(opened.error());
            if (m_resume.damagedLines() > 0)
                m_context.status.say(std::to_string(m_resume.damagedLines()) +
                                     " damaged lines of the resume file are ignored.");
        }
        return examineAll();
    }

  private:
    /// Of everything that a result depends on besides the picture.
    std::string identity() const {
        std::string lists;
        for (const auto* kind : {&m_rules.trust->signers, &m_rules.trust->timeStamps})
            for (const auto& list : *kind)
                lists += list.name + '\n' + list.date + '\n' + list.pem + '\n';
        if (lists.empty())
            return m_engines.identity();
        lists += m_engines.identity();
        return core::sha256({reinterpret_cast<const std::uint8_t*>(lists.data()), lists.size()});
    }

    int refuse(const core::Error& error) {
        m_context.status.say(error.message);
        return kWrongUsage;
    }

    /// What the program writes must never be a picture that it reads.
    int checkTargets() {
        const core::KeptFiles kept = keptFiles(m_inputs.files);
        if (!m_options.resumeFile.empty()) {
            const auto allowed =
                core::OutputFile::check(m_options.resumeFile, core::output_kind::kResume, kept);
            if (!allowed)
                return refuse(allowed.error());
        }
        if (m_options.overlayFolder.empty())
            return kAllDone;
        const auto opened = m_overlays.open(m_options.overlayFolder, m_inputs.files, kept);
        return opened ? kAllDone : refuse(opened.error());
    }

    int examineAll() {
        OrderedWork<Finished> work(
            [this](std::size_t index, std::size_t worker, const std::stop_token& stop) {
                return examine(index, worker, stop);
            },
            [this](std::size_t index, Finished finished) {
                return print(index, std::move(finished));
            });
        showProgress(0);
        // A check interrupts the pictures in progress.
        if (m_engines.size() == 1 && !m_options.checksClues)
            examineTogether();
        else
            work.run(m_inputs.files.size(), m_engines.size(), m_context.interruption.token());
        m_context.status.clear();
        if (m_context.interruption.isRequested() && m_delivered < m_inputs.files.size()) {
            m_context.status.say("Interrupted after " + std::to_string(m_delivered) + " of " +
                                 std::to_string(m_inputs.files.size()) + " pictures.");
            return kInterrupted;
        }
        if (m_context.output.isBroken())
            return tellBrokenOutput(m_context);
        return m_hasFailed || m_inputs.hasProblem ? kSomeFailed : kAllDone;
    }

    /// On a worker thread. Nothing when it was cancelled.
    std::optional<Finished> examine(std::size_t index, std::size_t worker,
                                    const std::stop_token& stop) {
        const InputFile& input = m_inputs.files[index];
        if (input.error)
            return Finished{tl::unexpected(*input.error), {}};
        if (auto known = resumed(index))
            return Finished{std::move(*known), {}};
        m_engines.shareCores();
        const auto stamp = stampOf(input.path);
        return told(index, stamp,
                    examineAndCheck(input.path, m_engines.engine(worker), m_options.checksClues,
                                    stop, m_rules),
                    stop);
    }

    /// Overlay, resume file and text of a picture. Nothing when it was cancelled.
    std::optional<Finished> told(std::size_t index, const std::optional<FileStamp>& stamp,
                                 const core::Result<Examination>& examination,
                                 const std::stop_token& stop) {
        const InputFile& input = m_inputs.files[index];
        if (!examination && examination.error().code == core::ErrorCode::Cancelled)
            return std::nullopt;
        if (!examination)
            return Finished{examination, {}};
        Finished result{withoutMaps(*examination), {}};
        if (m_overlays.isOpen()) {
            const auto written =
                m_overlays.write(index, input.path, *examination, m_rules.limits, stop);
            if (!written && written.error().code == core::ErrorCode::Cancelled)
                return std::nullopt;
            if (!written)
                result.problem = written.error().message;
        }
        if (!m_options.resumeFile.empty() && stamp && result.problem.empty()) {
            if (const auto kept = m_resume.add(input.path, *stamp, *examination); !kept)
                result.problem = kept.error().message;
        }
        return result;
    }

    /// All pictures with one engine, as many at the same time as it has slots.
    void examineTogether() {
        core::inference::ExaminationBatch batch(m_engines.engine(0));
        std::stop_source stop;
        const std::stop_callback forward(m_context.interruption.token(),
                                         [&] { stop.request_stop(); });
        const std::size_t count = m_inputs.files.size();
        std::vector<std::optional<FileStamp>> stamps(count);
        std::vector<std::optional<Finished>> results(count);
        std::size_t next = 0;
        std::size_t printed = 0;
        while (next < count || !batch.isEmpty()) {
            if (stop.stop_requested())
                next = count; // those in progress end as cancelled
            if (next < count && !batch.isFull()) {
                const InputFile& input = m_inputs.files[next];
                if (input.error)
                    results[next] = Finished{tl::unexpected(*input.error), {}};
                else if (auto known = resumed(next))
                    results[next] = Finished{std::move(*known), {}};
                else {
                    stamps[next] = stampOf(input.path);
                    batch.begin(next, input.path, m_rules, {}, stop.get_token());
                }
                ++next;
            }
            if (next == count || batch.isFull() || batch.isEmpty())
                for (const auto& ended : batch.advance())
                    results[ended.id] =
                        told(ended.id, stamps[ended.id], ended.examination, stop.get_token());
            for (; printed < count && results[printed]; ++printed)
                if (!print(printed, std::move(*results[printed])))
                    stop.request_stop();
        }
        for (; printed < count; ++printed) // behind a gap that an interruption left
            if (results[printed] && !print(printed, std::move(*results[printed])))
                return;
    }

    /// A result of an earlier run. Its maps were not kept, so a missing overlay needs a new one.
    std::optional<Examination> resumed(std::size_t index) const {
        if (m_options.resumeFile.empty())
            return std::nullopt;
        std::error_code error;
        if (m_overlays.isOpen() && !fs::exists(m_overlays.file(index), error))
            return std::nullopt;
        return m_resume.find(m_inputs.files[index].path);
    }

    /// Called in the order of the pictures, so that the counts do not depend on who was faster.
    std::string textOf(std::size_t index, core::Result<Examination>& examination) {
        if (!examination) {
            const std::string path = m_inputs.files[index].path.string();
            return m_options.isJson ? core::examination::toJson(path, examination.error()) + "\n"
                                    : readableText(path, examination.error());
        }
        // Sentences that were said of most pictures so far are marked.
        m_sentences.add(index, *examination);
        m_sentences.annotate(*examination);
        return m_options.isJson ? core::examination::toJson(*examination) + "\n"
                                : readableText(*examination);
    }

    bool print(std::size_t index, Finished finished) {
        m_context.status.clear();
        if (!m_context.output.write(textOf(index, finished.examination)))
            return false;
        if (!finished.problem.empty())
            m_context.status.say(finished.problem);
        const bool isMissing = !finished.examination && !m_inputs.files[index].isNoPicture;
        m_hasFailed = m_hasFailed || isMissing || !finished.problem.empty();
        ++m_delivered;
        showProgress(index + 1);
        return true;
    }

    void showProgress(std::size_t next) {
        if (next < m_inputs.files.size())
            m_context.status.show(std::to_string(next + 1) + " of " +
                                  std::to_string(m_inputs.files.size()) + ": " +
                                  printable(m_inputs.files[next].path.filename().string()));
    }

    const AnalyzeOptions& m_options;
    CommandContext& m_context;
    InputList m_inputs;
    EnginePool m_engines;
    OverlayFolder m_overlays;
    ResumeFile m_resume;
    core::inference::IntakeRules m_rules;
    std::size_t m_delivered = 0;
    core::clues::SentenceRegister m_sentences; ///< of the pictures that were printed
    bool m_hasFailed = false;
};

class AnalyzeCommand : public Command {
  public:
    explicit AnalyzeCommand(CLI::App& program)
        : m_command(program.add_subcommand("analyze", "Examine pictures and say what is found")) {
        m_command
            ->add_option("PATH", m_options.paths,
                         "Pictures and folders of pictures, in the order of the output")
            ->required();
        m_command->add_flag("-r,--recursive", m_options.isRecursive,
                            "Look into the folders below a folder too");
        addEngineOptions(*m_command, m_options.engine);
        addCheckOption(*m_command, m_options.checksClues);
        addTrustOptions(*m_command, m_options.trust);
        m_command
            ->add_option("--overlay", m_options.overlayFolder,
                         "Write NAME.overlay.png for each picture: heat map, numbered regions")
            ->type_name("DIR");
        m_command
            ->add_option("--resume", m_options.resumeFile,
                         "Keep results in this file; pictures that are in it with the same bytes "
                         "and the same engine are printed again without being examined again")
            ->type_name("FILE");
        m_command->add_flag("--json", m_options.isJson,
                            "JSON Lines: one object for each picture, nothing else");
        m_command->footer("A picture that cannot be examined gives an object with \"error\" and "
                          "the exit code 1. A run without any picture ends with 1 as well.");
    }

    bool isChosen() const override { return m_command->parsed(); }
    int run(CommandContext& context) override { return Analysis(m_options, context).run(); }

  private:
    CLI::App* m_command;
    AnalyzeOptions m_options;
};

} // namespace

std::unique_ptr<Command> makeAnalyzeCommand(CLI::App& program) {
    return std::make_unique<AnalyzeCommand>(program);
}

} // namespace app::cli
