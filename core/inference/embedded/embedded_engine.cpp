// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/embedded_engine.h"

#include "core/base/digest.h"
#include "core/examination/vocabulary.h"
#include "core/forensics/analyzer_catalog.h"
#include "core/forensics/plot_data.h"
#include "core/inference/embedded/abstention.h"
#include "core/inference/embedded/evidence_clues.h"
#include "core/inference/embedded/evidence_set.h"
#include "core/inference/embedded/map_of_findings.h"
#include "core/inference/embedded/pixel_clues.h"
#include "core/inference/embedded/tile_map.h"
#include "core/model/detector/evidence_fusion.h"
#include "core/model/detector/tile_classifier.h"
#include "core/provenance/file_form/form_evidence.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace core::inference {

namespace {

/// Raised when the same measurements may give another examination: reports name it, and stored
/// results of an interrupted evaluation are used again only under the same one.
constexpr const char* kVersion = "9";
/// Share of the engine's progress that the analyzers take; the rest draws the plots.
constexpr double kEvidenceShare = 0.95;

/// Adds what the file's form suggests: sentences and a row, never a part of the probability.
void addFormEvidence(const std::optional<provenance::FormEvidence>& form,
                     examination::Examination& examination) {
    if (form)
        std::ranges::move(provenance::formClues(*form), std::back_inserter(examination.clues));
    examination.measurements.push_back(provenance::formMeasurement(form));
}

/// The verdict of pixels and form together, where the pixels alone give none.
examination::Verdict joinedVerdict(const model::LikelihoodRatio& pixels,
                                   const provenance::FormEvidence& form,
                                   const model::JoinedSupport& joined) {
    if (joined.saysFake(pixels.ratio, form.ratio))
        return examination::Verdict::Fake;
    return joined.saysReal(pixels.ratio, form.ratio) ? examination::Verdict::Real
                                                     : examination::Verdict::Inconclusive;
}

/// What the pixels and the form of the file are worth together.
examination::Support supportOf(const model::LikelihoodRatio& pixels,
                               const std::optional<provenance::FormEvidence>& form,
                               const model::JoinedSupport& joined) {
    using examination::Basis;
    if (!form)
        return examination::supportFrom(pixels.ratio, pixels.low, pixels.high,
                                        {{Basis::Pixels, pixels.ratio}});
    const model::LikelihoodRatio both = joined.at(pixels.ratio, form->ratio);
    return examination::supportFrom(
        both.ratio, both.low, both.high,
        {{Basis::Pixels, pixels.ratio}, {Basis::FileForm, form->ratio}});
}

} // namespace

struct EmbeddedEngine::Loaded {
    ResidualMachines residual;
    NetworkJudge whole;
    model::TileClassifier classifier;
    model::EvidenceFusion fusion;
    std::optional<provenance::FormTable> form;
    std::string sha256;
    Analyzers analyzers;
};

EmbeddedEngine::EmbeddedEngine(std::filesystem::path models) : m_models(std::move(models)) {}
EmbeddedEngine::~EmbeddedEngine() = default;

examination::EngineRecord EmbeddedEngine::record() const {
    examination::EngineRecord record;
    record.name = "embedded";
    record.version = kVersion;
    record.device = "cpu";
    record.precision = "fp32";
    if (m_loaded) {
        record.model = "residual statistics, picture network and evidence fusion " +
                       m_loaded->fusion.version();
        record.modelSha256 = m_loaded->sha256;
    }
    return record;
}

Result<void> EmbeddedEngine::prepare(const ProgressCallback& progress, std::stop_token stop) {
    if (m_loaded)
        return {};
    if (progress)
        progress("load", 0);
    const auto classifierFile = m_models / "tile_classifier.safetensors";
    const auto fusionFile = m_models / "fusion.json";
    const auto machinesFile = m_models / "kernel_machines.safetensors";
    auto residual = readResidualMachines(machinesFile);
    if (!residual)
        return tl::unexpected(residual.error());
    auto whole = readNetworkJudge(m_models);
    if (!whole)
        return tl::unexpected(whole.error());
    auto classifier = model::TileClassifier::load(classifierFile);
    if (!classifier)
        return tl::unexpected(classifier.error());
    auto fusion = model::EvidenceFusion::load(fusionFile);
    if (!fusion)
        return tl::unexpected(fusion.error());
    // Data folders of cross-validation have no such table; the row of the measurement says so.
    const auto formFile = m_models / "file_form.json";
    std::vector<std::filesystem::path> files = {
        machinesFile, m_models / "picture_network.safetensors", classifierFile, fusionFile};
    std::optional<provenance::FormTable> form;
    if (std::filesystem::exists(formFile)) {
        auto loaded = provenance::FormTable::load(formFile);
        if (!loaded)
            return tl::unexpected(loaded.error());
        form = std::move(*loaded);
        files.push_back(formFile);
    }
    // One hash for all files: that of their hashes, one after the other.
    std::string hashes;
    for (const auto& file : files) {
        auto hash = sha256OfFile(file, stop);
        if (!hash)
            return tl::unexpected(hash.error());
        hashes += *hash;
    }
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(hashes.data());
    m_loaded = std::make_unique<Loaded>(
        Loaded{std::move(*residual), std::move(*whole), std::move(*classifier), std::move(*fusion),
               std::move(form), sha256({bytes, hashes.size()}), forensics::makeAnalyzers()});
    return {};
}

Result<examination::Examination> EmbeddedEngine::examine(const EngineInput& input,
                                                         const EngineCallbacks& callbacks,
                                                         std::stop_token stop) {
    if (!m_loaded)
        return fail(ErrorCode::EngineUnavailable, "The embedded engine was not loaded.");
    image::DecodedPicture picture = input.picture;
    if (!picture.visible.isNull())
        picture.image = picture.visible;
    auto subject = forensics::makeSubject(input.file, picture, stop);
    if (!subject)
        return tl::unexpected(subject.error());
    const auto evidenceProgress = [&](std::string_view stage, double fraction) {
        if (callbacks.progress)
            callbacks.progress(stage, kEvidenceShare * fraction);
    };
    auto evidence = gatherEvidence(*subject, m_loaded->analyzers,
                                   {m_loaded->residual, m_loaded->whole, m_loaded->classifier},
                                   evidenceProgress, stop);
    if (!evidence)
        return tl::unexpected(evidence.error());
    evidenceProgress("plots", 1);
    auto plots = forensics::plotData(*subject, stop);
    if (!plots)
        return tl::unexpected(plots.error());

    const double usualForeign = m_loaded->classifier.foreignReferenceHigh();
    const model::FusedEvidence fused = m_loaded->fusion.fuse(evidence->features);
    examination::Examination examination;
    examination.engine = record();
    examination.pFake = fused.pFake;
    examination.thresholds = {m_loaded->fusion.realBelow(), m_loaded->fusion.fakeAbove()};
    examination.verdict = examination::verdictFor(fused.pFake, examination.thresholds);
    const model::LikelihoodRatio ratio = m_loaded->fusion.support().at(fused.wholePictureLogOdds);
    std::optional<provenance::FormEvidence> form;
    if (m_loaded->form)
        form =
            provenance::formEvidence(input.file, input.picture, input.provenance, *m_loaded->form);
    const bool restsOnBoth = form && examination.verdict == examination::Verdict::Inconclusive;
    if (restsOnBoth)
        examination.verdict = joinedVerdict(ratio, *form, m_loaded->fusion.joinedSupport());
    examination.clues = cluesFrom(*evidence, *subject, usualForeign);
    const examination::Clue whole = pixelClue(*evidence, fused, ratio);
    examination.clues.push_back(whole);
    if (auto worn = reasonForLessConfidence(*subject, fused))
        examination.clues.push_back(std::move(*worn));
    if (auto small = reasonForSmallness(*subject, fused))
        examination.clues.push_back(std::move(*small));
    auto abstention = reasonToAbstain(*subject, *evidence, fused);
    if (!abstention)
        abstention = reasonOfFormula(*evidence, m_loaded->fusion.computedAbove());
    if (!abstention && examination.verdict == examination::Verdict::Real)
        abstention = reasonAgainstReal(*evidence);
    if (!abstention && examination.verdict == examination::Verdict::Fake)
        abstention = reasonOfNight(*subject, *evidence);
    if (!abstention && examination.verdict == examination::Verdict::Fake)
        abstention = reasonAgainstFake(examination.clues);
    if (abstention) {
        examination.verdict = examination::Verdict::Inconclusive;
        examination.inconclusiveReason = abstention->text;
        examination.clues.insert(examination.clues.begin(), std::move(*abstention));
    }
    if (restsOnBoth && examination.verdict != examination::Verdict::Inconclusive)
        examination.clues.push_back(restOnBoth());
    if (auto limit = limitOfVerdict(examination.verdict))
        examination.clues.push_back(std::move(*limit));
    examination.manner = mannerFrom(*evidence, usualForeign,
                                    {fused.pFake, whole.direction == examination::Direction::Fake});
    examination.measurements = measurementsFrom(*evidence, usualForeign);
    examination.measurements.push_back(pixelMeasurement(*evidence, ratio));
    addFormEvidence(form, examination);
    if (examination.inconclusiveReason.empty())
        examination.support = supportOf(ratio, form, m_loaded->fusion.joinedSupport());
    const image::Image& image = subject->picture.image;
    examination.map = withFindings(foreignMap(evidence->tiles, image.width(), image.height()),
                                   evidence->analyzers, image.width(), image.height());
    examination.plots = std::move(*plots);
    examination.timingMs = std::move(evidence->timingMs);
    return examination;
}

} // namespace core::inference
