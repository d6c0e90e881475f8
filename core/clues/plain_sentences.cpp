// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/plain_sentences.h"

#include "core/clues/clue_sentences.h"

#include <algorithm>
#include <array>

namespace core::clues {

namespace {

constexpr std::array kPlain = {
    ClueTemplate{"pixels.like_generated",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "Texture and structure look like those of generated pictures.")},
    ClueTemplate{
        "pixels.like_photograph",
        QT_TRANSLATE_NOOP("PlainClues", "Texture and structure look like those of photographs.")},
    ClueTemplate{"pixels.between",
                 QT_TRANSLATE_NOOP("PlainClues", "Texture and structure fit both photographs and "
                                                 "generated pictures.")},
    ClueTemplate{"verdict.pixels_and_form",
                 QT_TRANSLATE_NOOP("PlainClues", "The pixels and the form of the file carry this "
                                                 "result only together.")},
    ClueTemplate{"verdict.computed",
                 QT_TRANSLATE_NOOP("PlainClues", "This looks as if a formula had made it, "
                                                 "not a camera or a generator.")},
    ClueTemplate{"learned.foreign_part",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "A part of the picture has another texture than the rest.")},
    ClueTemplate{"verdict.too_small",
                 QT_TRANSLATE_NOOP("PlainClues", "The picture is too small to tell.")},
    ClueTemplate{"engines.model_says_fake",
                 QT_TRANSLATE_NOOP("PlainClues", "The language model says fake, the measurements "
                                                 "speak for a photograph.")},
    ClueTemplate{"engines.model_says_photograph",
                 QT_TRANSLATE_NOOP("PlainClues", "The language model says real, the measurements "
                                                 "speak for a fake.")},
    ClueTemplate{"origin.photograph_against_statement",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "The picture itself looks like a photograph, against what is "
                                   "stated about it.")},
    ClueTemplate{"origin.fake_against_statement",
                 QT_TRANSLATE_NOOP("PlainClues", "The picture itself looks generated, against what "
                                                 "is stated about it.")},
    ClueTemplate{
        "engines.forms_disagree",
        QT_TRANSLATE_NOOP("PlainClues", "The language model's answer depends on how it is asked.")},
    ClueTemplate{
        "engines.soft",
        QT_TRANSLATE_NOOP("PlainClues", "The picture is too soft for the language model to tell.")},
    ClueTemplate{"engines.softened",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "The picture is soft, which makes the language model less "
                                   "reliable.")},
    ClueTemplate{"engines.worn",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "Strong compression makes the language model less reliable.")},
    ClueTemplate{
        "engines.small",
        QT_TRANSLATE_NOOP("PlainClues", "The small size makes the language model less reliable.")},
    ClueTemplate{
        "engines.faces_weak",
        QT_TRANSLATE_NOOP("PlainClues", "This language model often errs on pictures of faces.")},
    ClueTemplate{"verdict.incomplete",
                 QT_TRANSLATE_NOOP("PlainClues", "A part of the picture is missing.")},
    ClueTemplate{
        "verdict.lacks_detail",
        QT_TRANSLATE_NOOP("PlainClues", "The file ends before the picture's fine detail.")},
    ClueTemplate{"verdict.encoding",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "The detector was never tried on this encoding of colors.")},
    ClueTemplate{"verdict.few_tiles",
                 QT_TRANSLATE_NOOP("PlainClues", "There is too little texture to tell.")},
    ClueTemplate{"verdict.graphic",
                 QT_TRANSLATE_NOOP("PlainClues", "This looks like a drawing, a chart or a "
                                                 "screenshot; only photographs can be judged.")},
    ClueTemplate{"verdict.heavy_compression",
                 QT_TRANSLATE_NOOP("PlainClues", "Compression has removed the traces.")},
    ClueTemplate{"verdict.less_certain",
                 QT_TRANSLATE_NOOP("PlainClues", "Compression makes the result less reliable.")},
    ClueTemplate{"verdict.small",
                 QT_TRANSLATE_NOOP("PlainClues", "The small size makes the result less reliable.")},
    ClueTemplate{"verdict.noise_hides",
                 QT_TRANSLATE_NOOP("PlainClues", "Strong noise may hide traces of a generator.")},
    ClueTemplate{"verdict.night",
                 QT_TRANSLATE_NOOP("PlainClues", "The picture is dark, and phones smooth night "
                                                 "photographs until they look generated.")},
    ClueTemplate{"verdict.no_clue_for_fake",
                 QT_TRANSLATE_NOOP("PlainClues", "No single measurement is outside of what "
                                                 "photographs show.")},
    ClueTemplate{"verdict.not_local",
                 QT_TRANSLATE_NOOP("PlainClues", "Small local edits are not excluded.")},
    ClueTemplate{"verdict.unlike_calibration",
                 QT_TRANSLATE_NOOP("PlainClues", "This picture is unlike all that the detector was "
                                                 "tried on.")},
    // Pixels.
    ClueTemplate{
        "noise_residual.quieter_region",
        QT_TRANSLATE_NOOP("PlainClues", "This area is smoother than the rest of the picture.")},
    ClueTemplate{"noise_residual.consistent",
                 QT_TRANSLATE_NOOP("PlainClues", "The noise is even, as that of a camera.")},
    ClueTemplate{"spectrum.lattice_peak",
                 QT_TRANSLATE_NOOP("PlainClues", "The texture holds a regular grid, as enlarging "
                                                 "in generators leaves it.")},
    ClueTemplate{"resampling.region",
                 QT_TRANSLATE_NOOP("PlainClues", "This area was resized or turned.")},
    ClueTemplate{"resampling.whole",
                 QT_TRANSLATE_NOOP("PlainClues", "The whole picture was resized.")},
    ClueTemplate{"color_filter_array.lattice",
                 QT_TRANSLATE_NOOP("PlainClues", "The pixels show the grid of a color filter, as "
                                                 "cameras have it.")},
    ClueTemplate{"copy_move.copied",
                 QT_TRANSLATE_NOOP("PlainClues", "One area is a copy of another.")},
    ClueTemplate{"copy_move.repeated",
                 QT_TRANSLATE_NOOP("PlainClues", "Two areas look alike, but are no copies.")},
    ClueTemplate{"collage.put_together",
                 QT_TRANSLATE_NOOP("PlainClues", "The picture is put together openly from several "
                                                 "panels.")},
    ClueTemplate{"collage.repeated", QT_TRANSLATE_NOOP("PlainClues", "Two panels show the same.")},
    ClueTemplate{"collage.part_with_own_history",
                 QT_TRANSLATE_NOOP("PlainClues", "A panel, bar or frame was saved apart from the "
                                                 "rest, as in open collages.")},
    // Compression.
    ClueTemplate{"error_level.region",
                 QT_TRANSLATE_NOOP("PlainClues", "This area reacts to saving unlike the rest.")},
    ClueTemplate{"jpeg_ghost.region",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "This area was saved before in a way that the rest was not.")},
    ClueTemplate{
        "jpeg_ghost.weak_region",
        QT_TRANSLATE_NOOP("PlainClues", "This area may have been saved before, unlike the rest.")},
    ClueTemplate{"double_quantization.whole_picture",
                 QT_TRANSLATE_NOOP("PlainClues", "The picture was saved more than once.")},
    ClueTemplate{
        "double_quantization.missing_in_region",
        QT_TRANSLATE_NOOP("PlainClues", "This area was put in after the picture was first saved.")},
    // What the file says.
    ClueTemplate{
        "file.generator_named",
        QT_TRANSLATE_NOOP("PlainClues", "The file says that {@generator} made the picture.")},
    ClueTemplate{"file.declared_generated",
                 QT_TRANSLATE_NOOP("PlainClues", "The file says that the picture was generated.")},
    ClueTemplate{
        "file.declared_partly_generated",
        QT_TRANSLATE_NOOP("PlainClues", "The file says that parts of the picture were generated.")},
    ClueTemplate{
        "file.declared_computed",
        QT_TRANSLATE_NOOP("PlainClues", "The file says that the picture was computed, not taken.")},
    ClueTemplate{
        "file.declared_enhanced",
        QT_TRANSLATE_NOOP("PlainClues", "The file says that a program enhanced the picture.")},
    ClueTemplate{"file.declared_captured",
                 QT_TRANSLATE_NOOP("PlainClues", "The file says that a camera took the picture.")},
    ClueTemplate{
        "file.credentials_mention_generation",
        QT_TRANSLATE_NOOP("PlainClues", "Unchecked credentials mention generated material.")},
    ClueTemplate{
        "file.credentials_not_validated",
        QT_TRANSLATE_NOOP("PlainClues", "The file carries credentials that were not checked.")},
    ClueTemplate{"file.credentials_remote",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "The file's credentials are kept online and were not read.")},
    ClueTemplate{"file.credentials_invalid",
                 QT_TRANSLATE_NOOP("PlainClues", "The file's credentials do not hold.")},
    ClueTemplate{"file.credentials_invalid_generation",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "Credentials that do not hold mention generated material.")},
    ClueTemplate{"file.credentials_ended",
                 QT_TRANSLATE_NOOP("PlainClues", "The file's credentials were signed with a "
                                                 "certificate that was not valid.")},
    ClueTemplate{"file.credentials_alone",
                 QT_TRANSLATE_NOOP("PlainClues", "The file holds credentials, but not the picture "
                                                 "that they speak of.")},
    ClueTemplate{"file.credentials_unlisted",
                 QT_TRANSLATE_NOOP("PlainClues", "The file's credentials are intact; who signed "
                                                 "them is not confirmed.")},
    ClueTemplate{"file.credentials_unlisted_generation",
                 QT_TRANSLATE_NOOP("PlainClues", "Intact credentials say: generated. Who signed "
                                                 "them is not confirmed.")},
    ClueTemplate{"file.credentials_signed",
                 QT_TRANSLATE_NOOP("PlainClues", "The file carries credentials signed by "
                                                 "{@signer}.")},
    ClueTemplate{
        "file.credentials_signed_generation",
        QT_TRANSLATE_NOOP("PlainClues", "Credentials signed by {@signer} say: generated.")},
    ClueTemplate{"file.credentials_signed_capture",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "Credentials signed by {@signer} say: taken with a camera.")},
    ClueTemplate{
        "file.generator_edited",
        QT_TRANSLATE_NOOP("PlainClues", "The file says that a part was made with {@generator}.")},
    ClueTemplate{
        "file.watermark",
        QT_TRANSLATE_NOOP("PlainClues", "The pixels carry the hidden watermark of {@name}.")},
    ClueTemplate{"file.mark_not_readable",
                 QT_TRANSLATE_NOOP("PlainClues", "{@maker} hides a mark in such pictures that only "
                                                 "it can read.")},
    ClueTemplate{"file.history",
                 QT_TRANSLATE_NOOP("PlainClues", "The file lists earlier steps of editing.")},
    ClueTemplate{"file.part_behind",
                 QT_TRANSLATE_NOOP("PlainClues", "The file holds more than its picture.")},
    ClueTemplate{"file.part_announced",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "The file holds more than its picture, as those of phones do.")},
    ClueTemplate{"file.bad_checksum",
                 QT_TRANSLATE_NOOP("PlainClues", "A part of the file is damaged or was changed.")},
    ClueTemplate{"file.no_end", QT_TRANSLATE_NOOP("PlainClues", "The file ends early.")},
    ClueTemplate{
        "file.apple_png",
        QT_TRANSLATE_NOOP("PlainClues", "The file is a PNG that only Apple's programs read.")},
    ClueTemplate{"file.text_behind_end",
                 QT_TRANSLATE_NOOP("PlainClues", "The file hides texts behind its end.")},
    ClueTemplate{
        "file.hidden_frame",
        QT_TRANSLATE_NOOP("PlainClues", "The file shows another picture in some programs.")},
    ClueTemplate{"file.other_size",
                 QT_TRANSLATE_NOOP("PlainClues", "The picture once had another size.")},
    ClueTemplate{
        "file.thumbnail_other",
        QT_TRANSLATE_NOOP("PlainClues", "A small picture in the file shows something else.")},
    ClueTemplate{"file.dates_reversed",
                 QT_TRANSLATE_NOOP("PlainClues", "The file's dates contradict each other.")},
    ClueTemplate{"file.dates_differ",
                 QT_TRANSLATE_NOOP("PlainClues", "The file gives two dates at which the picture "
                                                 "was taken.")},
    ClueTemplate{"file.tables_unusual",
                 QT_TRANSLATE_NOOP("PlainClues", "The file was not saved by the camera that it "
                                                 "names.")},
    ClueTemplate{"file.no_maker_note",
                 QT_TRANSLATE_NOOP("PlainClues", "Entries that the named camera writes are "
                                                 "missing.")},
    ClueTemplate{"file.editor_named",
                 QT_TRANSLATE_NOOP("PlainClues", "{@software} wrote the file.")},
    ClueTemplate{"file.camera_named",
                 QT_TRANSLATE_NOOP("PlainClues", "The file names a camera: {@camera}.")},
    // The form of the file.
    ClueTemplate{
        "form.size_generator_square",
        QT_TRANSLATE_NOOP("PlainClues", "The picture has the size that many generators write.")},
    ClueTemplate{"form.size_generator_oblong",
                 QT_TRANSLATE_NOOP("PlainClues", "The picture has a size that generators write.")},
    ClueTemplate{"form.size_generator_scaled",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "The picture is half or double a size that generators write.")},
    ClueTemplate{"form.size_sensor",
                 QT_TRANSLATE_NOOP("PlainClues", "The picture has the full size of a camera's "
                                                 "sensor.")},
    ClueTemplate{"form.size_multiple_of_64",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "Width and height are multiples of 64, as generators like.")},
    ClueTemplate{"form.size_multiple_of_16",
                 QT_TRANSLATE_NOOP("PlainClues", "Width and height are multiples of 16.")},
    ClueTemplate{"form.size_multiple_of_8",
                 QT_TRANSLATE_NOOP("PlainClues", "Width and height are multiples of 8.")},
    ClueTemplate{"form.size_no_multiple",
                 QT_TRANSLATE_NOOP("PlainClues", "Few generators write a picture of this size.")},
    ClueTemplate{"form.shape_square", QT_TRANSLATE_NOOP("PlainClues", "The picture is square.")},
    ClueTemplate{
        "form.shape_four_to_three",
        QT_TRANSLATE_NOOP("PlainClues", "The picture has the shape that phones take (4 to 3).")},
    ClueTemplate{
        "form.shape_three_to_two",
        QT_TRANSLATE_NOOP("PlainClues", "The picture has the shape that cameras take (3 to 2).")},
    ClueTemplate{
        "form.shape_sixteen_to_nine",
        QT_TRANSLATE_NOOP("PlainClues", "The picture has the shape of screens (16 to 9).")},
    ClueTemplate{"form.pixels_many",
                 QT_TRANSLATE_NOOP("PlainClues", "The picture is large, as those of cameras.")},
    ClueTemplate{
        "form.container_png_64k",
        QT_TRANSLATE_NOOP("PlainClues", "The file was written the way many generators write it.")},
    ClueTemplate{"form.container_png",
                 QT_TRANSLATE_NOOP("PlainClues", "The file is a PNG, which no camera writes.")},
    ClueTemplate{"form.container_webp",
                 QT_TRANSLATE_NOOP("PlainClues", "The file is a WebP, as web sites write it.")},
    ClueTemplate{"form.container_photoshop",
                 QT_TRANSLATE_NOOP("PlainClues", "An Adobe program saved the file.")},
    ClueTemplate{
        "form.container_progressive",
        QT_TRANSLATE_NOOP("PlainClues", "The JPEG was written the way web sites write it.")},
    ClueTemplate{"form.container_exif_first",
                 QT_TRANSLATE_NOOP("PlainClues", "The JPEG begins as those of cameras do.")},
    ClueTemplate{"form.tables_own",
                 QT_TRANSLATE_NOOP("PlainClues",
                                   "The JPEG was compressed as cameras and Adobe's programs do.")},
    ClueTemplate{"form.sampling_none",
                 QT_TRANSLATE_NOOP("PlainClues", "The JPEG keeps its colors at full resolution.")},
    ClueTemplate{"form.sampling_uncommon",
                 QT_TRANSLATE_NOOP("PlainClues", "The JPEG stores colors the way cameras do.")},
    ClueTemplate{"form.camera_complete",
                 QT_TRANSLATE_NOOP("PlainClues", "The camera's entries fit each other.")},
    ClueTemplate{"form.camera_partial",
                 QT_TRANSLATE_NOOP("PlainClues", "The camera's entries are incomplete.")},
};

} // namespace

std::span<const ClueTemplate> plainSentences() {
    return kPlain;
}

const char* plainSentence(std::string_view id) {
    const auto* found = std::ranges::find(kPlain, id, &ClueTemplate::id);
    return found == kPlain.end() ? nullptr : found->sentence;
}

const char* adviceFor(const examination::Clue& clue) {
    using examination::ClueKind;
    using examination::ClueSource;
    if (clue.source == ClueSource::Model)
        return QT_TRANSLATE_NOOP("PlainClues", "Look at the place yourself, enlarged: a language "
                                               "model can describe what is not there.");
    switch (clue.kind) {
    case ClueKind::Duplication:
        return QT_TRANSLATE_NOOP("PlainClues", "Compare both areas at 200 %: a copy shares dust, "
                                               "noise and flaws.");
    case ClueKind::Compression:
    case ClueKind::Resampling:
    case ClueKind::Noise:
        return clue.regions.empty()
                   ? QT_TRANSLATE_NOOP("PlainClues", "Ask for the file as the camera wrote it; "
                                                     "every save blurs this trace.")
                   : QT_TRANSLATE_NOOP("PlainClues", "Look along the area's edge with the loupe, "
                                                     "and ask for an earlier copy of the picture.");
    case ClueKind::Texture:
    case ClueKind::Spectrum:
        return QT_TRANSLATE_NOOP("PlainClues", "Ask for the original file, or search the web for "
                                               "an earlier or larger copy.");
    case ClueKind::Metadata:
    case ClueKind::Provenance:
        return QT_TRANSLATE_NOOP("PlainClues", "Ask the sender where the file comes from, and "
                                               "compare it with other files of that source.");
    default:
        break;
    }
    return nullptr;
}

} // namespace core::clues
