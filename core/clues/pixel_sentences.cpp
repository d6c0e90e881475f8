// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_sentences.h"

#include <array>

namespace core::clues {

namespace {

constexpr std::array kSentences = {
    ClueTemplate{"reason.too_small",
                 QT_TRANSLATE_NOOP("ClueCatalog", "The picture is too small for this method.")},
    ClueTemplate{
        "reason.too_compressed",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The method needs a lossless file or a JPEG of quality 95 or better.")},
    ClueTemplate{
        "collage.put_together",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The picture is put together openly, from {panels} panels along straight lines over "
            "its full length ({line:0} % of the clearest line jumps at once), as collages and "
            "comparisons are; a wall or window frame parallel to the picture's edge can look the "
            "same. That is no sign of forgery: each panel has a history of its own.")},
    ClueTemplate{
        "collage.repeated",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The same content stands in two panels ({matches} matching points). The picture is put "
            "together openly, and comparisons show a thing twice; it speaks for nothing.")},
    ClueTemplate{
        "noise_residual.quieter_region",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "This area has {ratio:2} times the noise that its brightness predicts from the rest "
            "of the picture (usual down to {usual:2}); blur by depth and denoising by phones do "
            "that too.")},
    ClueTemplate{
        "noise_residual.consistent",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "Noise of about {level:1} gray levels lies evenly over the picture and grows {rise:1} "
            "times from dark to bright, as the noise of a sensor does.")},
    ClueTemplate{
        "spectrum.lattice_peak",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The spectrum of the fine texture has a peak of {peak:1} dB at ({fx:3}, {fy:3}) cycles "
            "per pixel (usual up to {usual:1} dB), as up-sampling in generators leaves it; woven "
            "or printed patterns can do that too.")},
    ClueTemplate{
        "resampling.region",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "In {windows} of {all} windows neighboring pixels depend on each other with a period "
            "of {period:2} pixels, as after resizing or turning this area; fine regular patterns "
            "do that too.")},
    ClueTemplate{
        "resampling.whole",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "Over the picture ({windows} of {all} windows) neighboring pixels depend on each other "
            "with a period of {period:2} pixels: the whole was resized, as web pictures usually "
            "are.")},
    ClueTemplate{
        "color_filter_array.lattice",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "On one diagonal of the 2x2 pixel cells more green values lie between their neighbors "
            "than on the other ({score:0} standard deviations, {usual:0} or less in most pictures; "
            "alike in {agreeing:0} % of the windows), as a camera's color filter leaves it. Some "
            "recent generators leave a lattice that looks the same, so it speaks for nothing by "
            "itself.")},
    ClueTemplate{
        "copy_move.copied",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "Two areas show the same content ({matches} matching points) and even the same noise "
            "({z:1} standard deviations, limit {limit}): one is a copy of the other; repeated "
            "prints and frames added by software do that too.")},
    ClueTemplate{
        "copy_move.repeated",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "Two areas show the same content ({matches} matching points) with noise of their own "
            "({z:1} standard deviations, limit {limit}): things that look alike.")},
};

} // namespace

std::span<const ClueTemplate> pixelSentences() {
    return kSentences;
}

} // namespace core::clues
