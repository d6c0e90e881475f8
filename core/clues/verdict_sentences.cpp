// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_sentences.h"

#include <array>

namespace core::clues {

namespace {

constexpr std::array kSentences = {
    ClueTemplate{"pixels.like_generated",
                 QT_TRANSLATE_NOOP(
                     "ClueCatalog",
                     "Fine texture and structure are more like those of generated pictures: such "
                     "a score is {times:1} times as frequent among them as among photographs "
                     "({structure:0} % of it from structure as an image network sees it, the "
                     "rest from the finest texture). Strong denoising, upscaling and retouching "
                     "can do that too.")},
    ClueTemplate{
        "pixels.like_photograph",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "Fine texture and structure are more like those of photographs: such a "
                          "score is {times:1} times as frequent among them as among generated "
                          "pictures ({structure:0} % of it from structure as an image network sees "
                          "it, the rest from the finest texture).")},
    ClueTemplate{
        "pixels.between",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "Fine texture and structure are about as frequent among photographs as "
                          "among generated pictures ({ratio:1} times among generated ones).")},
    ClueTemplate{"learned.foreign_part",
                 QT_TRANSLATE_NOOP(
                     "ClueCatalog",
                     "The learned detector finds the fine texture of {share:0} % of the measured "
                     "area unlike the rest of the picture (score {score:1}, usual for photographs "
                     "up to {usual:1}); blur by depth, reflections, captions and selective "
                     "denoising do that too.")},
    ClueTemplate{"reason.no_usable_tiles",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "No part of the picture is large and textured enough "
                                   "for the learned detector.")},
    ClueTemplate{"verdict.pixels_and_form",
                 QT_TRANSLATE_NOOP(
                     "ClueCatalog",
                     "This verdict rests on two things together: the pixels lean this way, and "
                     "the form of the file (size, tables, container) fits. Neither alone would "
                     "carry it, and the form can be changed by cropping or saving anew.")},
    ClueTemplate{"verdict.computed",
                 QT_TRANSLATE_NOOP(
                     "ClueCatalog",
                     "No verdict: the picture looks as if a formula had made it (noise, plasma, "
                     "waves, a fractal, a simple rendering); the detector was not calibrated on "
                     "such pictures.")},
    ClueTemplate{
        "verdict.too_small",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "No verdict: the picture's shorter side has {side} pixels; below "
                          "{minimum} nothing was calibrated.")},
    ClueTemplate{
        "engines.model_says_fake",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The engines contradict each other: the model calls the picture fake "
                          "({model} %), the measurements speak for a photograph ({measured} %); "
                          "the confidence was halved.")},
    ClueTemplate{
        "engines.model_says_photograph",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The engines contradict each other: the model calls the picture real "
                          "({model} % for a fake), the measurements speak for a fake ({measured} "
                          "%); the confidence was halved.")},
    ClueTemplate{"origin.photograph_against_statement",
                 QT_TRANSLATE_NOOP(
                     "ClueCatalog",
                     "What is stated and what was seen contradict each other: the examination of "
                     "the picture itself speaks for a photograph ({percent} % for a fake). The "
                     "statement may have been added to it, or the generator leaves no trace that "
                     "is known here.")},
    ClueTemplate{"origin.fake_against_statement",
                 QT_TRANSLATE_NOOP(
                     "ClueCatalog",
                     "What is stated and what was seen contradict each other: the examination of "
                     "the picture itself speaks for a fake ({percent} %), the signed statement for "
                     "a capture with a camera.")},
    ClueTemplate{
        "engines.forms_disagree",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The model's probability of a fake depends on how it is asked: {asked:0} "
                          "% in the form \"{@asked}\", {other:0} % in the form \"{@other}\"; the "
                          "confidence was halved.")},
    ClueTemplate{
        "engines.soft",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "No verdict: at the size at which the model looks, the picture has next "
                          "to no fine detail ({share:2}; {limit:2} and more is usual). The model "
                          "calls most photographs without it fake.")},
    ClueTemplate{
        "engines.softened",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "At the size at which the model looks, the picture has little fine "
                          "detail ({share:2}; {usual:2} and more is usual). The model calls soft "
                          "photographs fake more often, so what it says was weakened to "
                          "{confidence:0} % of the usual.")},
    ClueTemplate{
        "engines.worn",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The file was saved at JPEG quality {quality}. This model calls resaved "
                          "photographs fake more often, so what it says was weakened to "
                          "{confidence:0} % of the usual.")},
    ClueTemplate{
        "engines.small",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The picture is only {width} x {height} pixels large. On small pictures "
                          "less can be seen, so what the model says was weakened to "
                          "{confidence:0} % of the usual.")},
    ClueTemplate{
        "engines.faces_weak",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "Faces are a weak category of this model: about one real face in five "
                          "was called fake when others repeated its published test.")},
    ClueTemplate{"verdict.incomplete",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "No verdict: {missing} % of the picture is missing from the "
                                   "file; get a complete copy.")},
    ClueTemplate{"verdict.lacks_detail",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "No verdict: the file breaks off before the picture's finest "
                                   "detail, where the traces are; get a complete copy.")},
    ClueTemplate{
        "verdict.encoding",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "No verdict: nothing was calibrated for pictures with this encoding of "
                          "colors ({@encoding}).")},
    ClueTemplate{
        "verdict.few_tiles",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "No verdict: only {tiles} parts of the picture carry enough texture, "
                          "and {minimum} are needed.")},
    ClueTemplate{
        "verdict.graphic",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "No verdict: {uniform} % of the pixels are exactly like their "
                          "neighbors, as in drawings, charts and screenshots; the detector was "
                          "calibrated on photographs.")},
    ClueTemplate{
        "verdict.heavy_compression",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "No verdict: the file is a JPEG of about quality {quality}; below "
                          "{minimum} compression has removed the traces.")},
    ClueTemplate{"verdict.less_certain",
                 QT_TRANSLATE_NOOP(
                     "ClueCatalog",
                     "The file was saved at JPEG quality {quality}. On such files the detector "
                     "was right less often, so what it says was weakened to {confidence:0} % of "
                     "the usual.")},
    ClueTemplate{"verdict.small",
                 QT_TRANSLATE_NOOP(
                     "ClueCatalog",
                     "The picture is only {width} x {height} pixels large. On small pictures the "
                     "detector was right less often, so what it says was weakened to "
                     "{confidence:0} % of the usual.")},
    ClueTemplate{
        "verdict.noise_hides",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "No verdict: the measurements point to a photograph, but noise of "
                          "{noise:1} gray levels lies over the picture; above {limit:1} it can "
                          "hide what generators leave.")},
    ClueTemplate{
        "verdict.night",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "No verdict: the measurements point to a fake, but {dark:0} % of the "
                          "picture is dark; cameras denoise night photographs so strongly that "
                          "they can look generated.")},
    ClueTemplate{"verdict.no_clue_for_fake",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "No verdict: the probability of a fake is high, but no single "
                                   "measurement is beyond what photographs show.")},
    ClueTemplate{
        "verdict.not_local",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "This verdict is about how the picture as a whole was made. It does not "
                          "exclude local edits: this detector misses most retouched, filled-in or "
                          "exchanged parts.")},
    ClueTemplate{
        "verdict.unlike_calibration",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "No verdict: noise or fine detail lie outside of what was calibrated "
                          "({inputs} measured values); drawings, screenshots and strongly "
                          "processed pictures do that.")},
};

} // namespace

std::span<const ClueTemplate> verdictSentences() {
    return kSentences;
}

} // namespace core::clues
