// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace core::inference {

enum class EngineKind { Embedded, FakeVlm, Remote };

/// Which engine to make and what it needs for that.
struct EngineChoice {
    EngineKind kind = EngineKind::Embedded;
    std::string modelDirectory; ///< FakeVlm: the checkpoint folder
    std::string prompt;         ///< FakeVlm: empty for the published question
    int batch = 0; ///< FakeVlm: pictures at the same time; 0: as the free memory allows
    /// FakeVlm: "published", "chat" or "own"; empty: published for the published question, own for
    /// another.
    std::string promptForm = {};
    bool asksBothForms = false;        ///< FakeVlm: the published and the chat form
    std::string adapterDirectory = {}; ///< FakeVlm: a LoRA adapter that is merged; empty: none

    bool operator==(const EngineChoice&) const = default;
};

} // namespace core::inference
