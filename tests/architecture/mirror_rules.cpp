// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/mirror_rules.h"

#include <algorithm>
#include <array>

namespace tests {

namespace {

/// A folder of which not every source has a test of its own.
struct TestedThrough {
    std::string_view folder;
    std::string_view test; ///< below tests/
    std::string_view reason;
};

std::string_view folderOf(std::string_view file) {
    return file.substr(0, file.rfind('/'));
}

constexpr std::array kTestedThrough = {
    TestedThrough{"core/annotations", "core/annotations/annotation_test.cpp",
                  "formats are read back as they were written"},
    TestedThrough{"core/base", "core/base/base_test.cpp", "small values, tested together"},
    TestedThrough{"core/cases", "core/cases/sqlite_case_store_test.cpp",
                  "rows and files are seen through the store; the session through the window"},
    TestedThrough{"core/clues", "core/clues/clue_catalog_test.cpp",
                  "every sentence of the catalog is filled in"},
    TestedThrough{"core/evaluation", "core/evaluation/evaluation_report_test.cpp",
                  "tables and texts are parts of reports"},
    TestedThrough{"core/examination", "core/examination/examination_json_test.cpp",
                  "parts of one document"},
    TestedThrough{"core/exports", "core/exports/case_export_test.cpp",
                  "files that are written are read back"},
    TestedThrough{"core/forensics", "core/forensics/pixel_analyzers_test.cpp",
                  "steps of analyzers, which are tested with edits made for it"},
    TestedThrough{"core/forensics/statistics",
                  "core/forensics/statistics/residual_statistics_test.cpp",
                  "parts of one table of statistics"},
    TestedThrough{"core/grounding", "core/grounding/placement_test.cpp", "a map is placed by it"},
    TestedThrough{"core/image", "core/image/safe_decoder_test.cpp",
                  "codecs are tested through decode(), with damaged and mutated files"},
    TestedThrough{"core/inference", "core/inference/engine_contract_test.cpp",
                  "ways into an engine, which every engine's contract walks"},
    TestedThrough{"core/inference/agreement", "core/inference/agreement/second_opinion_test.cpp",
                  "measurements are placed for the second opinion"},
    TestedThrough{"core/inference/embedded", "core/inference/engine_contract_test.cpp",
                  "steps of one engine"},
    TestedThrough{"core/inference/fakevlm", "core/inference/fakevlm/fakevlm_engine_test.cpp",
                  "steps of one engine"},
    TestedThrough{"core/model", "core/model/vision_language_model_test.cpp",
                  "the public face; merging is tested with adapters"},
    TestedThrough{"core/model/bench", "app/cli/model_command_test.cpp", "measured, not asserted"},
    TestedThrough{"core/model/checkpoint", "core/model/checkpoint/safetensors_test.cpp",
                  "files of checkpoints, read whole in the model's tests"},
    TestedThrough{"core/model/detector", "core/model/detector/tile_classifier_test.cpp",
                  "networks are seen through their scores"},
    TestedThrough{"core/model/grounding", "core/model/grounding/pointing_test.cpp",
                  "a checkpoint whose true regions are known"},
    TestedThrough{"core/model/kernels", "core/model/kernels/quantized_product_test.cpp",
                  "every instruction set against the plain product"},
    TestedThrough{"core/model/language", "core/model/language/llama_decoder_test.cpp",
                  "parts of the decoder"},
    TestedThrough{"core/model/llava", "core/model/vision_language_model_test.cpp",
                  "seen through answers"},
    TestedThrough{"core/model/quantization", "core/model/quantization/quantize_checkpoint_test.cpp",
                  "seen in the copy that is written"},
    TestedThrough{"core/model/sentence", "core/model/sentence/sentence_encoder_test.cpp",
                  "against stored vectors"},
    TestedThrough{"core/model/text", "core/model/text/tokenizer_test.cpp", "tokens of whole texts"},
    TestedThrough{"core/model/tuning", "core/model/tuning/model_tuning_test.cpp",
                  "losses against stored ones"},
    TestedThrough{"core/model/vision", "core/model/reference_comparison_test.cpp",
                  "against stored tensors"},
    TestedThrough{"core/provenance", "core/provenance/provenance_reader_test.cpp",
                  "what a file says is read as a whole"},
    TestedThrough{"core/provenance/c2pa", "core/provenance/c2pa/credentials_test.cpp",
                  "through readCredentials, with attacks and shared cases beside it"},
    TestedThrough{"core/provenance/file_form", "core/provenance/file_form_test.cpp",
                  "one table, one verdict about the form"},
    TestedThrough{"core/provenance/generation",
                  "core/provenance/generation/generation_reader_test.cpp",
                  "forms of one reader's input"},
    TestedThrough{"core/report", "core/report/pdf_report_test.cpp",
                  "words and figures are looked for in the printed report"},
    TestedThrough{"core/training", "core/training/fusion_fit_test.cpp",
                  "fits are tested by what they recover; the rest runs in clueglass-train only"},
};

} // namespace

std::optional<std::string> missingTest(const std::string& source,
                                       const std::function<bool(std::string_view)>& exists) {
    const std::string mirrored = "tests/" + source.substr(0, source.rfind('.')) + "_test.cpp";
    if (exists(mirrored))
        return std::nullopt;
    const auto row = std::ranges::find(kTestedThrough, folderOf(source), &TestedThrough::folder);
    if (row == kTestedThrough.end())
        return source + " has no test " + mirrored +
               "; write it, or say in tests/architecture/mirror_rules.cpp through what its folder "
               "is tested.";
    const std::string through = "tests/" + std::string(row->test);
    if (!exists(through))
        return source + " should be tested through " + through + ", which is not there.";
    return std::nullopt;
}

} // namespace tests
