// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_sentences.h"

#include <array>

namespace core::clues {

namespace {

// What a file says of itself. Anybody can write such entries, so every sentence says who speaks.
constexpr std::array kSentences = {
    ClueTemplate{"file.generator_named",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file names the image generator {@generator} as its "
                                   "origin; such entries can be added or removed freely.")},
    ClueTemplate{"file.declared_generated",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file declares that the picture was made by a trained "
                                   "generator (digital source type {@type}).")},
    ClueTemplate{"file.declared_partly_generated",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file declares that the picture contains generated parts "
                                   "(digital source type {@type}).")},
    ClueTemplate{"file.declared_computed",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file declares that the picture was computed, not taken by "
                                   "a camera (digital source type {@type}).")},
    ClueTemplate{"file.declared_enhanced",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file declares that the picture was enhanced by an "
                                   "algorithm (digital source type {@type}).")},
    ClueTemplate{"file.declared_captured",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file declares that the picture was taken with a camera "
                                   "(digital source type {@type}); anybody can write this.")},
    ClueTemplate{"file.credentials_mention_generation",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file's Content Credentials mention material from a trained "
                                   "generator; their signature was not checked.")},
    ClueTemplate{"file.credentials_not_validated",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file carries Content Credentials; their signature was not "
                                   "checked, so they prove nothing yet.")},
    ClueTemplate{"file.credentials_remote",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file says that its Content Credentials lie at {@url}; they "
                                   "were not fetched, because nothing here uses the network.")},
    ClueTemplate{"file.credentials_invalid",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file's Content Credentials are not valid ({@code}): they "
                                   "were made for other bytes, changed or damaged. Programs that "
                                   "save a picture again without renewing them do that too.")},
    ClueTemplate{"file.credentials_ended",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file's Content Credentials do not count ({@code}): their "
                                   "certificate was not valid, and no time stamp shows that they "
                                   "were signed while it was. Bytes and signature fit.")},
    ClueTemplate{"file.credentials_alone",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file holds Content Credentials only; the picture that they "
                                   "speak of is not in it.")},
    ClueTemplate{"file.credentials_invalid_generation",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file's Content Credentials mention material from a trained "
                                   "generator; they are not valid ({@code}), so this is no more "
                                   "than an unsigned statement.")},
    ClueTemplate{"file.credentials_unlisted",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file's Content Credentials are intact and signed by "
                                   "{@signer}, who is on none of the trust lists that are "
                                   "installed.")},
    ClueTemplate{"file.credentials_unlisted_generation",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file's Content Credentials say that a trained generator "
                                   "made the picture or parts of it. They are intact and signed by "
                                   "{@signer}, who is on none of the trust lists that are "
                                   "installed.")},
    ClueTemplate{"file.credentials_signed",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file's Content Credentials are intact and signed by "
                                   "{@signer}, who is on a trust list.")},
    ClueTemplate{"file.credentials_signed_generation",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file's Content Credentials, signed by {@signer}, who is on "
                                   "a trust list, say that a trained generator made the picture or "
                                   "parts of it. This cannot be changed unnoticed.")},
    ClueTemplate{"file.credentials_signed_capture",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file's Content Credentials, signed by {@signer}, who is on "
                                   "a trust list, say that a camera took the picture. This cannot "
                                   "be changed unnoticed; it does not say what stood before the "
                                   "camera.")},
    ClueTemplate{"file.generator_edited",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file says that a part of the picture was made or changed "
                                   "with {@generator}; such entries can be added or removed "
                                   "freely.")},
    ClueTemplate{"file.watermark",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The pixels carry the watermark of {@name}: {agreeing} of "
                                   "{bits} bits agree, by chance less than once in 10^{exponent} "
                                   "pictures. It can be put into any picture by a program.")},
    ClueTemplate{"file.mark_not_readable",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "{@maker} puts an invisible mark ({@mark}) into such pictures, "
                                   "which cannot be checked offline; it can be asked for at "
                                   "{@where}.")},
    ClueTemplate{"file.history",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file keeps a history of {steps} steps of editing or "
                                   "saving; ordinary development of photographs leaves one "
                                   "too.")},
    ClueTemplate{"file.part_behind",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file has {bytes} bytes beside its picture, from byte "
                                   "{offset} on, that look like {@what}.")},
    ClueTemplate{"file.part_announced",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file has {bytes} bytes beside its picture, from byte "
                                   "{offset} on: {@what}. Cameras and phones write such parts.")},
    ClueTemplate{"file.bad_checksum",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The checksum of the PNG chunk {@chunk} is wrong: it was "
                                   "damaged, or changed by a program that did not renew it.")},
    ClueTemplate{"file.no_end",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The mark that ends the file is missing: the file ends early; "
                                   "interrupted downloads do that.")},
    ClueTemplate{"file.apple_png",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file is a PNG in the variant of Apple's app builder "
                                   "(CgBI), which other programs show with wrong colors or not at "
                                   "all.")},
    ClueTemplate{"file.text_behind_end",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file has texts behind the mark that ends the PNG (IEND), "
                                   "where most programs do not look.")},
    ClueTemplate{"file.hidden_frame",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file is an animation whose first picture is not part of "
                                   "it: programs without animation show something else.")},
    ClueTemplate{"file.other_size",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file's EXIF entries (PixelXDimension, PixelYDimension) "
                                   "state {stated_width} x {stated_height} pixels, and the picture "
                                   "has {width} x {height}: it was reduced or cropped by a program "
                                   "that left the entries alone.")},
    ClueTemplate{"file.thumbnail_other",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "A small picture in the file ({@where}) shows something else "
                                   "than the picture (likeness {likeness:2}, usual above 0.9): "
                                   "the picture was changed or exchanged by a program that kept "
                                   "the old one.")},
    ClueTemplate{"file.dates_reversed",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file says that it was changed ({@changed}, DateTime) "
                                   "before it was taken ({@taken}, DateTimeOriginal); a wrong "
                                   "clock does that too.")},
    ClueTemplate{"file.dates_differ",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file says that the picture was taken on {@taken} "
                                   "(DateTimeOriginal) and on {@other} ({@source}); a wrong clock, "
                                   "a scan of an older picture and entries of another file do "
                                   "that.")},
    ClueTemplate{"file.tables_unusual",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file names the camera {@camera}, but was saved with the "
                                   "common tables of programs (quality {quality}), which is "
                                   "unusual for this maker; every program that saves it again "
                                   "does that.")},
    ClueTemplate{"file.no_maker_note",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file names the camera {@camera} and lacks the maker's own "
                                   "notes, which is unusual for this maker; sharing and editing "
                                   "often remove them.")},
    ClueTemplate{"file.editor_named",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file says that the program {@software} wrote it; ordinary "
                                   "development of photographs does that too.")},
    ClueTemplate{"file.camera_named",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "The file names the camera {@camera}; such entries can be "
                                   "copied from another file.")},
};

} // namespace

std::span<const ClueTemplate> fileSentences() {
    return kSentences;
}

} // namespace core::clues
