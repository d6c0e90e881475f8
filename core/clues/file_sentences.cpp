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
