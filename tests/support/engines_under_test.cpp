// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engines_under_test.h"

#include "tests/support/tiny_checkpoint.h"

#include <QTemporaryDir>

namespace tests {

namespace {

/// A tiny checkpoint with random weights that lives as long as the program.
EngineUnderTest fakeVlm() {
    static const QTemporaryDir folder;
    EngineUnderTest engine{"fakevlm", {core::inference::EngineKind::FakeVlm, "", ""}, ""};
    engine.choice.modelDirectory = folder.path().toStdString();
    TinyCheckpoint options;
    options.maxPositions = 2048; // room for further questions
    const auto written = writeTinyCheckpoint(engine.choice.modelDirectory, options);
    if (!written)
        engine.missing = written.error().message;
    return engine;
}

} // namespace

std::vector<EngineUnderTest> enginesUnderTest() {
    static const std::vector<EngineUnderTest> engines = {{"embedded", {}, ""}, fakeVlm()};
    return engines;
}

} // namespace tests
