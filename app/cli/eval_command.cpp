// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/engine_pool.h"
#include "app/cli/eval_answers.h"
#include "app/cli/eval_plots.h"
#include "app/cli/eval_results.h"
#include "app/cli/exit_codes.h"
#include "app/cli/ordered_work.h"
#include "core/base/output_file.h"
#include "core/evaluation/evaluation_report.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <atomic>

namespace app::cli {

namespace {

namespace fs = std::filesystem;
using namespace core::evaluation;

struct EvalOptions {
    std::string list;
    std::string images;
    std::vector<std::string> conditions = {"as_is"};
    std::string outputFile;
    std::string plotFolder;
    std::string answers;
    std::string encoder;
    bool isAsPublished = false;
    bool isJson = false;
    EngineOptions engine;
};

std::vector<std::string> conditionNames() {
    std::vector<std::string> names = {"all"};
    for (const Condition condition : kAllConditions)
        names.emplace_back(conditionName(condition));
    return names;
}

std::vector<Condition> conditionsOf(const std::vector<std::string>& names) {
    std::vector<Condition> conditions;
    for (const Condition condition : kAllConditions) {
        const auto isNamed = [&](const std::string& name) {
            return name == "all" || name == conditionName(condition);
        };
        if (std::ranges::any_of(names, isNamed))
            conditions.push_back(condition);
    }
    return conditions;
}

class Evaluation {
  public:
    Evaluation(const EvalOptions& options, CommandContext& context)
        : m_options(options), m_context(context), m_conditions(conditionsOf(options.conditions)) {}

    int run() {
        auto items = readEvaluationList(m_options.list, m_options.images);
        if (!items)
            return refuse(items.error());
        m_items = std::move(*items);
        for (EvaluationItem& item : m_items)
            item.ignoresOrientation = m_options.isAsPublished;
        if (auto loaded = m_encoder.load(m_options.encoder); !loaded)
            return refuse(loaded.error());
        if (const int code = checkTargets(); code != kAllDone)
            return code;
        const std::size_t count = m_items.size() * m_conditions.size();
        auto engines = EnginePool::start(m_options.engine, count, m_context);
        if (!engines)
            return tellEngineFailure(engines.error(), m_context);
        m_engines = std::move(*engines);
        if (!m_options.outputFile.empty()) {
            const auto opened = m_results.open(
                m_options.outputFile + ".pictures.jsonl",
                m_engines.identity() + (m_options.isAsPublished ? " as published" : ""));
            if (!opened)
                return refuse(opened.error());
        }
        return measureAll(count);
    }

  private:
    int refuse(const core::Error& error) {
        m_context.status.say(error.message);
        return kWrongUsage;
    }

    /// What the program writes must never be a picture that it reads, nor the list.
    int checkTargets() {
        m_kept.add(m_options.list);
        for (const EvaluationItem& item : m_items) {
            m_kept.add(item.file);
            m_kept.add(item.mask);
        }
        if (m_options.outputFile.empty())
            return kAllDone;
        auto allowed =
            core::OutputFile::check(m_options.outputFile, core::output_kind::kEvaluation, m_kept);
        if (allowed)
            allowed = core::OutputFile::check(m_options.outputFile + ".pictures.jsonl",
                                              core::output_kind::kEvaluationResults, m_kept);
        return allowed ? kAllDone : refuse(allowed.error());
    }

    int measureAll(std::size_t count) {
        OrderedWork<EvaluationRecord> work(
            [this](std::size_t index, std::size_t worker, const std::stop_token& stop) {
                return measure(index, worker, stop);
            },
            [this, count](std::size_t, EvaluationRecord record) {
                m_records.push_back(std::move(record));
                showProgress(count);
                return true;
            });
        work.run(count, m_engines.size(), m_context.interruption.token());
        m_context.status.clear();
        if (m_context.interruption.isRequested() && m_records.size() < count) {
            m_context.status.say("Interrupted after " + std::to_string(m_records.size()) + " of " +
                                 std::to_string(count) + " measurements" +
                                 (m_options.outputFile.empty()
                                      ? ". With --out a later run would go on from here."
                                      : ". The same command goes on from here."));
            return kInterrupted;
        }
        return report();
    }

    /// On a worker thread. Nothing when it was cancelled.
    std::optional<EvaluationRecord> measure(std::size_t index, std::size_t worker,
                                            const std::stop_token& stop) {
        // One picture's conditions follow each other, so that its file is still in memory.
        const EvaluationItem& item = m_items[index / m_conditions.size()];
        const Condition condition = m_conditions[index % m_conditions.size()];
        if (auto known = m_results.find(item, condition))
            return known;
        m_engines.shareCores();
        auto record = evaluated(item, condition, m_engines.engine(worker), stop);
        if (!record)
            return std::nullopt;
        if (!m_results.add(*record))
            m_hasLostResults = true;
        return std::move(*record);
    }

    void showProgress(std::size_t count) {
        m_context.status.show(std::to_string(m_records.size()) + " of " + std::to_string(count) +
                              ": " + printable(m_records.back().name) + ", " +
                              m_records.back().condition);
    }

    int report() {
        const auto record = m_engines.engine(0).record();
        auto report = reportOn(m_records, record.name + " " + record.version + ", " + record.model);
        report.published = publishedPart(report.groupCondition);
        const std::string json = toJson(report) + "\n";
        bool isComplete = !m_hasLostResults;
        if (!m_context.output.write(m_options.isJson ? json : readableReport(report))) {
            static_cast<void>(tellBrokenOutput(m_context));
            isComplete = false;
        }
        if (!m_options.outputFile.empty()) {
            // Into place in one step: a report is whole or not there.
            const auto written = core::writeOutput(m_options.outputFile,
                                                   core::output_kind::kEvaluation, json, m_kept);
            if (!written) {
                m_context.status.say(written.error().message);
                isComplete = false;
            }
        }
        if (m_hasLostResults)
            m_context.status.say("Some results could not be kept; is the disk full?");
        if (!m_options.plotFolder.empty()) {
            if (const auto drawn = savePlots(m_records, m_options.plotFolder, m_kept); !drawn) {
                m_context.status.say(drawn.error().message);
                isComplete = false;
            }
        }
        return tellFailures() && isComplete ? kAllDone : kSomeFailed;
    }

    /// The answers counted as FakeVLM's authors do; nothing for engines without words.
    std::optional<PublishedFigures> publishedPart(const std::string& condition) {
        std::vector<StoredAnswer> answers;
        for (const EvaluationRecord& record : m_records)
            if (record.condition == condition && record.error.empty() && !record.answer.empty())
                answers.push_back({record.answer, record.isFake, record.look, record.reference});
        if (answers.empty())
            return std::nullopt;
        auto figures = m_encoder.figures(answers, m_context.interruption.token());
        if (figures)
            return std::move(*figures);
        m_context.status.say(figures.error().message);
        return std::nullopt;
    }

    /// @return whether every picture could be measured
    bool tellFailures() {
        const auto failed =
            std::ranges::count_if(m_records, [](const auto& r) { return !r.error.empty(); });
        if (failed == 0)
            return true;
        const auto first =
            std::ranges::find_if(m_records, [](const auto& r) { return !r.error.empty(); });
        m_context.status.say(std::to_string(failed) + " measurements failed, the first one on " +
                             printable(first->name) + ": " + first->error);
        return false;
    }

    const EvalOptions& m_options;
    CommandContext& m_context;
    std::vector<Condition> m_conditions;
    std::vector<EvaluationItem> m_items;
    core::KeptFiles m_kept; ///< what is read
    EnginePool m_engines;
    EvalResults m_results;
    CssEncoder m_encoder;
    std::vector<EvaluationRecord> m_records;
    std::atomic<bool> m_hasLostResults = false;
};

class EvalCommand : public Command {
  public:
    explicit EvalCommand(CLI::App& program)
        : m_command(program.add_subcommand("eval",
                                           "Measure an engine on pictures whose truth is known")) {
        m_command
            ->add_option("--data", m_options.list,
                         "Tab-separated list (columns file and class; source, generator, look, "
                         "mask) or FakeClue JSON")
            ->type_name("FILE");
        m_command->add_option("--images", m_options.images, "Folder that the list's names are in")
            ->type_name("DIR");
        m_command
            ->add_option("--answers", m_options.answers,
                         "Score stored answers of a model instead of running one; --data gives "
                         "the truth and the references that they lack")
            ->type_name("FILE");
        m_command
            ->add_option("--sentence-encoder", m_options.encoder,
                         "Folder of a MiniLM-type sentence encoder, for CSS")
            ->type_name("DIR");
        m_command->add_flag("--as-published", m_options.isAsPublished,
                            "Do not turn pictures upright, as FakeVLM's scripts do not");
        addEngineOptions(*m_command, m_options.engine);
        m_command
            ->add_option("--conditions", m_options.conditions,
                         "What happens to the pictures first (default as_is): all, or some of "
                         "as_is,jpeg90,jpeg70,jpeg50,resize50,resize50_jpeg70,webp80,crop,blur,"
                         "noise")
            ->type_name("LIST")
            ->delimiter(',')
            ->check(CLI::IsMember(conditionNames()));
        m_command
            ->add_option("--out", m_options.outputFile,
                         "Write the report as JSON; results are kept in FILE.pictures.jsonl as "
                         "they come, so that the same command goes on after a stop")
            ->type_name("FILE");
        m_command
            ->add_option("--plots", m_options.plotFolder,
                         "Write roc.png, reliability.png and risk_coverage.png")
            ->type_name("DIR");
        m_command->add_flag("--json", m_options.isJson, "Print JSON instead of text");
    }

    bool isChosen() const override { return m_command->parsed(); }
    int run(CommandContext& context) override {
        if (!m_options.answers.empty())
            return scoreAnswers(
                {m_options.answers, m_options.list, m_options.encoder, m_options.isJson}, context);
        if (m_options.list.empty() || m_options.images.empty()) {
            context.status.say("--data and --images are needed, or --answers.");
            return kWrongUsage;
        }
        return Evaluation(m_options, context).run();
    }

  private:
    CLI::App* m_command;
    EvalOptions m_options;
};

} // namespace

std::unique_ptr<Command> makeEvalCommand(CLI::App& program) {
    return std::make_unique<EvalCommand>(program);
}

} // namespace app::cli
