// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/engine_pool.h"
#include "app/cli/exit_codes.h"
#include "app/cli/input_files.h"
#include "app/cli/readable_text.h"
#include "core/base/readable_bytes.h"
#include "core/inference/examine_file.h"
#include "core/model/blas_info.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <map>

namespace app::cli {

namespace {

/// Milliseconds by stage, one for each examination.
using Timings = std::map<std::string, std::vector<double>>;

void collect(const core::examination::Examination& examination, Timings& timings) {
    for (const auto& [stage, milliseconds] : examination.timingMs)
        timings[stage].push_back(milliseconds);
    for (const auto& measurement : examination.measurements) {
        // A stage of the same name counts what the measurement counts.
        if (!examination.timingMs.contains(measurement.analyzer))
            timings[measurement.analyzer].push_back(measurement.milliseconds);
    }
}

double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

double peakMemoryMib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

class BenchCommand : public Command {
  public:
    explicit BenchCommand(CLI::App& program)
        : m_command(program.add_subcommand("bench", "Time the stages of an examination")) {
        m_command->add_option("FILE", m_paths, "Picture files and folders")->required();
        m_command->add_option("--repeat", m_repeats, "Examinations of each picture (default 3)")
            ->type_name("N")
            ->check(CLI::Range(1, 1000));
        m_command->add_flag("--json", m_isJson, "One JSON object for each file");
        addEngineOptions(*m_command, m_engine);
        m_command->footer("Prints the median of each stage in milliseconds, and the highest memory "
                          "of the process so far. --jobs has no effect: one at a time.");
    }

    bool isChosen() const override { return m_command->parsed(); }

    int run(CommandContext& context) override {
        const auto inputs = listInputs(m_paths, core::image::Descend::No, context);
        auto engines = EnginePool::start(m_engine, 1, context);
        if (!engines)
            return tellEngineFailure(engines.error(), context);
        int code = inputs.hasProblem ? kSomeFailed : kAllDone;
        for (const InputFile& input : inputs.files) {
            Timings timings;
            const auto measured = measure(input, engines->engine(0), context, timings);
            if (context.interruption.isRequested())
                return kInterrupted;
            if (!measured) {
                context.status.say(input.path.string() + ": " + measured.error().message);
                code = kSomeFailed;
            } else if (!context.output.write(lines(input.path.string(), timings))) {
                return kInterrupted;
            }
        }
        return code;
    }

  private:
    core::Result<void> measure(const InputFile& input, core::inference::Engine& engine,
                               CommandContext& context, Timings& timings) const {
        if (input.error)
            return tl::unexpected(*input.error);
        for (int round = 0; round < m_repeats; ++round) {
            context.status.show(printable(input.path.filename().string()) + ": " +
                                std::to_string(round + 1) + " of " + std::to_string(m_repeats));
            const auto examination = core::inference::examineFile(
                input.path, engine, context.limits, {}, context.interruption.token());
            if (!examination)
                return tl::unexpected(examination.error());
            collect(*examination, timings);
        }
        context.status.clear();
        return {};
    }

    std::string lines(const std::string& path, const Timings& timings) const {
        if (m_isJson) {
            nlohmann::ordered_json stages = nlohmann::ordered_json::object();
            for (const auto& [stage, values] : timings)
                stages[stage] = median(values);
            const nlohmann::ordered_json json = {{"path", core::readableBytes(path)},
                                                 {"repeat", m_repeats},
                                                 {"median_ms", stages},
                                                 {"peak_memory_mib", peakMemoryMib()},
                                                 {"threads", core::model::physicalCores()}};
            return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
        }
        std::string text = printable(path) + "\n";
        for (const auto& [stage, values] : timings) {
            constexpr std::size_t kNameWidth = 28;
            std::string name = "  " + printable(stage);
            name.resize(std::max(name.size() + 1, kNameWidth), ' ');
            text += name + fixed(median(values), 1) + " ms\n";
        }
        return text + "  peak memory " + fixed(peakMemoryMib(), 0) + " MiB\n\n";
    }

    CLI::App* m_command;
    std::vector<std::string> m_paths;
    EngineOptions m_engine;
    int m_repeats = 3;
    bool m_isJson = false;
};

} // namespace

std::unique_ptr<Command> makeBenchCommand(CLI::App& program) {
    return std::make_unique<BenchCommand>(program);
}

} // namespace app::cli
