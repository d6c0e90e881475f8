// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/examine_file.h"

#include "core/image/perceptual_hash.h"
#include "core/inference/examination_batch.h"
#include "core/inference/file_inspection.h"
#include "core/inference/language_abilities.h"
#include "core/inference/stated_verdict.h"
#include "core/provenance/file_findings.h"
#include "core/provenance/provenance_clues.h"
#include "core/provenance/provenance_reader.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

namespace core::inference {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

examination::Source sourceOf(const EngineInput& input) {
    examination::Source source;
    source.path = input.file.path;
    source.sha256 = input.file.sha256;
    source.bytes = input.file.bytes->size() + input.file.leadingBytes;
    source.format = image::formatName(input.file.format);
    source.width = input.picture.image.width();
    source.height = input.picture.image.height();
    source.orientation = input.picture.orientation;
    source.bitsPerSample = input.picture.bitsPerSample;
    source.perceptualHash = image::perceptualHash(input.picture.image);
    source.warnings = input.file.warnings;
    source.warnings.insert(source.warnings.end(), input.picture.warnings.begin(),
                           input.picture.warnings.end());
    return source;
}

void addFileClues(const EngineInput& input, examination::Examination& examination) {
    for (auto clues :
         {provenance::provenanceClues(examination.provenance),
          provenance::fileFindings(input.file, examination.provenance, &input.picture)})
        std::move(clues.begin(), clues.end(), std::back_inserter(examination.clues));
    std::ranges::stable_sort(examination.clues, std::greater<>{}, &examination::Clue::strength);
}

Result<EngineInput> takeIn(const std::filesystem::path& path, const IntakeRules& rules,
                           std::map<std::string, double>& timing, std::stop_token stop,
                           image::Documents* shared) {
    EngineInput input;
    const auto readStart = Clock::now();
    image::Documents alone;
    auto document = (shared != nullptr ? *shared : alone).open(path, rules.limits, stop);
    if (!document)
        return tl::unexpected(document.error());
    input.file = (*document)->file();
    timing["read"] = millisecondsSince(readStart);
    const auto decodeStart = Clock::now();
    auto picture = (*document)->picture(stop);
    if (!picture)
        return tl::unexpected(picture.error());
    input.picture = std::move(*picture);
    timing["decode"] = millisecondsSince(decodeStart);
    const auto provenanceStart = Clock::now();
    input.provenance = provenance::readProvenance(
        input.file, rules.trust ? *rules.trust : examination::TrustLists());
    readWatermark(input.file, input.picture.image, input.provenance);
    timing["provenance"] = millisecondsSince(provenanceStart);
    return input;
}

} // namespace

Result<TakenIn> takeInFile(const std::filesystem::path& path, const IntakeRules& rules,
                           std::stop_token stop, image::Documents* documents) {
    TakenIn takenIn;
    takenIn.start = Clock::now();
    try {
        auto input = takeIn(path, rules, takenIn.timingMs, std::move(stop), documents);
        if (!input)
            return tl::unexpected(input.error());
        takenIn.input = std::move(*input);
    } catch (const std::exception& error) {
        return failureOf(error);
    }
    takenIn.engineStart = Clock::now();
    return takenIn;
}

examination::Examination completed(examination::Examination examination, TakenIn takenIn) {
    examination.source = sourceOf(takenIn.input);
    examination.provenance = std::move(takenIn.input.provenance);
    applyStatedOrigin(examination);
    addFileClues(takenIn.input, examination);
    takenIn.timingMs["engine"] = millisecondsSince(takenIn.engineStart);
    takenIn.timingMs["total"] = millisecondsSince(takenIn.start);
    examination.timingMs.merge(takenIn.timingMs);
    return examination;
}

Result<examination::Examination> examineFile(const std::filesystem::path& path, Engine& engine,
                                             const IntakeRules& rules,
                                             const EngineCallbacks& callbacks, std::stop_token stop,
                                             image::Documents* documents) {
    ExaminationBatch batch(engine, documents);
    batch.begin(0, path, rules, callbacks, std::move(stop));
    for (;;)
        for (ExaminationBatch::Finished& ended : batch.advance())
            return std::move(ended.examination);
}

namespace {

/// Takes in an examined file again.
/// @errors those of checkFile
Result<EngineInput> takeInAgain(const AskedPicture& asked, const Engine& engine,
                                const image::DecodeLimits& limits, std::stop_token stop,
                                image::Documents* documents) {
    if (engine.record().modelSha256 != asked.modelSha256)
        return fail(ErrorCode::EngineUnavailable,
                    "Another engine examined this picture. Choose that engine, or examine the "
                    "picture again, to ask about it.");
    std::map<std::string, double> timing;
    auto input = takeIn(asked.path, limits, timing, std::move(stop), documents);
    if (input && input->file.sha256 != asked.sha256)
        return fail(ErrorCode::InvalidArgument,
                    "The file has changed since it was examined. Examine it again to ask "
                    "about it.");
    return input;
}

} // namespace

Result<examination::Examination>
checkFile(const std::filesystem::path& path, const examination::Examination& examined,
          const std::vector<std::size_t>& clues, Engine& engine, const image::DecodeLimits& limits,
          const EngineCallbacks& callbacks, std::stop_token stop, image::Documents* documents) {
    try {
        const auto start = Clock::now();
        auto input = takeInAgain({path, examined.source.sha256, examined.engine.modelSha256},
                                 engine, limits, stop, documents);
        if (!input)
            return tl::unexpected(input.error());
        if (engine.language() == nullptr)
            return fail(ErrorCode::EngineUnavailable,
                        "Only sentences of a language model need a check; choose a FakeVLM "
                        "checkpoint and examine the picture again.");
        auto checked = engine.language()->check(*input, examined, clues, callbacks, stop);
        if (checked)
            checked->timingMs["check"] = millisecondsSince(start);
        return checked;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough free memory to check this picture; close other programs.");
    }
}

Result<std::string> askAboutFile(const AskedPicture& asked, const Inquiry& inquiry, Engine& engine,
                                 const image::DecodeLimits& limits,
                                 const EngineCallbacks& callbacks, std::stop_token stop,
                                 image::Documents* documents) {
    try {
        auto input = takeInAgain(asked, engine, limits, stop, documents);
        if (!input)
            return tl::unexpected(input.error());
        if (engine.language() == nullptr)
            return fail(ErrorCode::EngineUnavailable,
                        "This engine answers no questions; choose a FakeVLM checkpoint and "
                        "examine the picture again.");
        return engine.language()->ask(*input, inquiry, callbacks, stop);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough free memory to read this picture; close other programs.");
    }
}

} // namespace core::inference
