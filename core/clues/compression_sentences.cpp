// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_sentences.h"

#include <array>

namespace core::clues {

namespace {

constexpr std::array kSentences = {
    ClueTemplate{"reason.not_jpeg", QT_TRANSLATE_NOOP("ClueCatalog", "The file is not a JPEG.")},
    ClueTemplate{"reason.no_coefficients",
                 QT_TRANSLATE_NOOP(
                     "ClueCatalog",
                     "The compressed data of this JPEG could not be read apart from its pixels.")},
    ClueTemplate{
        "reason.jpeg_colors",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The method knows gray and usual color JPEGs only, not four-ink ones.")},
    ClueTemplate{
        "reason.last_save_too_coarse",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The last save was so coarse that it wiped out what earlier ones left.")},
    ClueTemplate{"reason.no_earlier_save",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "No earlier, coarser JPEG save is measurable in this "
                                   "file, so no place can be found that lacks it.")},
    ClueTemplate{"reason.lacks_detail",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file breaks off before its finest detail, so that some "
                                   "places are coarser than others.")},
    ClueTemplate{
        "reason.too_little_detail",
        QT_TRANSLATE_NOOP("ClueCatalog", "The picture has too little detail for this method.")},
    ClueTemplate{
        "error_level.region",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "One more save changes this area {ratio:1} times as much as other areas of equal "
            "detail (usual up to {usual:1} times; after a plain save at the file's own quality "
            "still {control:1} times); text, sharp edges and strong colors do that too.")},
    ClueTemplate{"jpeg_ghost.region",
                 QT_TRANSLATE_NOOP(
                     "ClueCatalog",
                     "In this area {inside:0} % of the JPEG coefficients lie on the steps of an "
                     "earlier save at about quality {quality:0}, elsewhere {outside:0} % (usual "
                     "difference up to {usual:0} points); it went through a save that the rest did "
                     "not. A logo, an inset or a photo in a collage leaves the same trace.")},
    ClueTemplate{
        "jpeg_ghost.weak_region",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "This area fits an earlier JPEG save at about quality {quality:0} a little better than "
            "the rest ({inside:0} % of its coefficients against {outside:0} %, usual difference up "
            "to {usual:0} points); regular patterns and graphics do that too.")},
    ClueTemplate{"double_quantization.whole_picture",
                 QT_TRANSLATE_NOOP(
                     "ClueCatalog",
                     "The whole picture was saved as JPEG before, at about quality {quality:0}: "
                     "{fitting:0} % of the coefficients fit that save. Messengers, web sites and "
                     "every edit leave this trace, so it speaks for nothing.")},
    ClueTemplate{
        "collage.part_with_own_history",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "A save as JPEG at about quality {quality:0} tells this part from the rest. It is a "
            "panel, a bar or a frame along a straight line over the full length: the picture is "
            "put together openly, and that is no sign of forgery.")},
    ClueTemplate{
        "reason.encoding",
        QT_TRANSLATE_NOOP("ClueCatalog", "Nothing was calibrated for this encoding of colors.")},
    ClueTemplate{
        "reason.put_together",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The picture is put together openly from several panels, so that each "
                          "is foreign to the others.")},
    ClueTemplate{
        "double_quantization.missing_in_region",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The picture was saved as JPEG before, at about quality {quality:0}, but this area "
            "shows no trace of it: {inside:0} % of its coefficients do not fit that save, "
            "elsewhere {outside:0} % (usual difference up to {usual:0} points). Captions, "
            "watermarks, frames and local retouching after the first save do that.")},
};

} // namespace

std::span<const ClueTemplate> compressionSentences() {
    return kSentences;
}

} // namespace core::clues
