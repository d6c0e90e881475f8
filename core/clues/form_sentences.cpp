// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_sentences.h"

#include <array>

namespace core::clues {

namespace {

// What a file's form suggests. Each sentence says how often both classes of the collection have the
// trait, and what changes it.
constexpr std::array kSentences = {
    ClueTemplate{
        "form.size_generator_square",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The picture is exactly {width:0} x {height:0} pixels, a square that image generators "
            "write: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs "
            "in the collection have such a size. Cropping or scaling removes this, and photographs "
            "are cut to such squares too.")},
    ClueTemplate{
        "form.size_generator_oblong",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The picture is exactly {width:0} x {height:0} pixels, a size that image generators "
            "write ({@writer} among them): {generated:0} of 100 generated pictures and "
            "{photographs:0} of 100 photographs in the collection have such a size. Cropping or "
            "scaling removes this.")},
    ClueTemplate{
        "form.size_generator_scaled",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The picture is exactly half or double of {of_width:0} x {of_height:0} pixels, a size "
            "that image generators write ({@writer} among them): {generated:0} of 100 generated "
            "pictures and {photographs:0} of 100 photographs in the collection have such a size. "
            "Cropping or scaling removes this.")},
    ClueTemplate{
        "form.size_sensor",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The picture is exactly {width:0} x {height:0} pixels, the full size of a camera's or "
            "telephone's sensor: {photographs:0} of 100 photographs and {generated:0} of 100 "
            "generated pictures in the collection have such a size. Any picture can be scaled to "
            "it.")},
    ClueTemplate{
        "form.size_multiple_of_64",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "Width and height ({width:0} x {height:0}) are multiples of 64 pixels, but no size "
            "that a generator is known for: {generated:0} of 100 generated pictures and "
            "{photographs:0} of 100 photographs in the collection have such a size. Cropping or "
            "scaling changes this.")},
    ClueTemplate{
        "form.size_multiple_of_16",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "Width and height ({width:0} x {height:0}) are multiples of 16 pixels, but no size "
            "that a generator is known for: {generated:0} of 100 generated pictures and "
            "{photographs:0} of 100 photographs in the collection have such a size. Cropping or "
            "scaling changes this.")},
    ClueTemplate{
        "form.size_multiple_of_8",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "Width and height ({width:0} x {height:0}) are multiples of 8 pixels, but no size that "
            "a generator is known for: {generated:0} of 100 generated pictures and {photographs:0} "
            "of 100 photographs in the collection have such a size. Cropping or scaling changes "
            "this.")},
    ClueTemplate{
        "form.size_no_multiple",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "Width and height ({width:0} x {height:0}) are no multiples of 8 pixels, in which most "
            "generators work: {photographs:0} of 100 photographs and {generated:0} of 100 "
            "generated pictures in the collection have such a size. Cropping or scaling makes "
            "it.")},
    ClueTemplate{
        "form.shape_square",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The picture is square, but of no size that a generator is known for: "
                          "{generated:0} of 100 generated pictures and {photographs:0} of 100 "
                          "photographs in the collection are. Cropping changes this.")},
    ClueTemplate{
        "form.shape_four_to_three",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The sides are 4 to 3, the shape of telephones and compact cameras: "
                          "{photographs:0} of 100 photographs and {generated:0} of 100 generated "
                          "pictures in the collection have it. Cropping makes or removes this.")},
    ClueTemplate{
        "form.shape_three_to_two",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The sides are 3 to 2, the shape of cameras with interchangeable lenses: "
            "{photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the "
            "collection have it. Cropping makes or removes this.")},
    ClueTemplate{
        "form.shape_sixteen_to_nine",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The sides are 16 to 9, the shape of screens: {generated:0} of 100 "
                          "generated pictures and {photographs:0} of 100 photographs in the "
                          "collection have it. Cropping makes or removes this.")},
    ClueTemplate{"form.pixels_many",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The picture has more than 5 megapixels: {photographs:0} of 100 "
                                   "photographs and {generated:0} of 100 generated pictures in the "
                                   "collection do. Enlarging makes this.")},
    ClueTemplate{
        "form.container_png_64k",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The file is a PNG in pieces of 64 KiB, as the program library Pillow writes it, on "
            "which many generators are built: {generated:0} of 100 generated pictures and "
            "{photographs:0} of 100 photographs in the collection are such files. Saving anew "
            "makes or removes this.")},
    ClueTemplate{
        "form.container_png",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The file is a PNG, which no camera writes: {generated:0} of 100 "
                          "generated pictures and {photographs:0} of 100 photographs in the "
                          "collection are (not counting those that Pillow wrote). Saving anew "
                          "makes or removes this.")},
    ClueTemplate{
        "form.container_webp",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The file is a WebP: {generated:0} of 100 generated pictures and "
                          "{photographs:0} of 100 photographs in the collection are. Web sites "
                          "save any picture so.")},
    ClueTemplate{
        "form.container_photoshop",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The JPEG carries blocks that Adobe's programs write: {photographs:0} of 100 "
            "photographs and {generated:0} of 100 generated pictures in the collection do. Any "
            "picture that was opened and saved there has them.")},
    ClueTemplate{
        "form.container_progressive",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The JPEG is progressive, as web sites write it: {generated:0} of 100 "
                          "generated pictures and {photographs:0} of 100 photographs in the "
                          "collection are. Saving anew makes or removes this.")},
    ClueTemplate{
        "form.container_exif_first",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The JPEG begins with EXIF entries, as cameras write it: {photographs:0} of 100 "
            "photographs and {generated:0} of 100 generated pictures in the collection do. Saving "
            "anew makes or removes this.")},
    ClueTemplate{
        "form.tables_own",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The JPEG was written with quantization tables of a maker's own, as cameras and "
            "Adobe's "
            "programs have them: {photographs:0} of 100 photographs and {generated:0} of 100 "
            "generated pictures in the collection were. Saving anew makes or removes this.")},
    ClueTemplate{
        "form.sampling_none",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The JPEG stores color at full resolution (4:4:4): {photographs:0} of 100 photographs "
            "and {generated:0} of 100 generated pictures in the collection do. Saving anew makes "
            "or removes this.")},
    ClueTemplate{
        "form.sampling_uncommon",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The JPEG stores color at a resolution that cameras use and few programs (4:2:2 and "
            "the like): {photographs:0} of 100 photographs and {generated:0} of 100 generated "
            "pictures in the collection do. Saving anew makes or removes this.")},
    ClueTemplate{
        "form.camera_complete",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The camera's entries fit each other and the picture's size (exposure, maker note or "
            "thumbnail): {photographs:0} of 100 photographs and {generated:0} of 100 generated "
            "pictures in the collection have such a set. Such entries can be copied from another "
            "file.")},
    ClueTemplate{
        "form.camera_partial",
        QT_TRANSLATE_NOOP(
            "ClueCatalog",
            "The file names a camera, but its entries are incomplete or state another size, as "
            "after editing: {photographs:0} of 100 photographs and {generated:0} of 100 generated "
            "pictures in the collection are so. Such entries can be copied from another file.")},
    ClueTemplate{"reason.no_form_table",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The table of what the form of files suggests is not "
                                   "installed.")},
};

} // namespace

std::span<const ClueTemplate> formSentences() {
    return kSentences;
}

} // namespace core::clues
