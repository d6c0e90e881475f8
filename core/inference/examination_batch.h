// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine.h"
#include "core/inference/examine_file.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <vector>

namespace core::inference {

/// The way of files through an engine, as many at the same time as it has slots. For one thread.
class ExaminationBatch {
  public:
    struct Finished {
        std::uint64_t id = 0;
        Result<examination::Examination> examination = fail(ErrorCode::Internal, "Not examined.");
    };

    /// @param engine     prepared; outlives this
    /// @param documents  outlive this; null: each file is read for its examination alone
    explicit ExaminationBatch(Engine& engine, image::Documents* documents = nullptr)
        : m_engine(engine), m_documents(documents) {}

    [[nodiscard]] bool isFull() const {
        return static_cast<int>(m_running.size()) >= m_engine.slotCount();
    }
    [[nodiscard]] bool isEmpty() const { return m_running.empty() && m_finished.empty(); }

    /// Takes a file in. What goes wrong comes with the next advance().
    /// @param id  the caller's, each once at a time
    void begin(std::uint64_t id, const std::filesystem::path& path, const IntakeRules& rules,
               const EngineCallbacks& callbacks, std::stop_token stop);
    /// A step for all. @return those that ended
    [[nodiscard]] std::vector<Finished> advance();

  private:
    struct Running {
        std::uint64_t id = 0;
        TakenIn takenIn;
    };

    Engine& m_engine;
    image::Documents* m_documents;
    std::map<std::uint64_t, Running> m_running; ///< by the engine's ticket
    std::vector<Finished> m_finished;
};

} // namespace core::inference
