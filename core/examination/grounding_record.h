// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace core::examination {

/// What the check by occlusion said about a sentence and its region.
enum class RegionStatus {
    Unchecked,    ///< nobody asked for the check, or there is no region to check
    Supported,    ///< without the region the model says the sentence less readily
    NotTied,      ///< the region matters no more than other places of its size
    Contradicted, ///< without the region the model says sentence and verdict more readily
};

/// How far a sentence could be located at all.
enum class GroundingExtent {
    Regions,    ///< see the clue's regions
    WholeImage, ///< the model looked everywhere, or at nothing in particular
    NotTied,    ///< the model looked at tokens that draw attention whatever it says
};

/// How a model's sentence was tied to a place, and whether that was checked.
struct Grounding {
    std::string method; ///< "attention", "rollout", "logit_lens"
    GroundingExtent extent = GroundingExtent::WholeImage;
    RegionStatus status = RegionStatus::Unchecked;
    /// What lies behind both. From the model's attention: "content_tokens", "heads",
    /// "sink_tokens", "sink_share", "specific", "evenness". From the check, when there was one:
    /// "controls", "seed", and for each of the two ways to remove the region ("blur", "mean") the
    /// sentence's loss in nats per token "sentence_blur", the verdict's loss in nats
    /// "verdict_blur", and "p_blur" and "z_blur" against the controls.
    std::map<std::string, double> numbers;

    bool operator==(const Grounding&) const = default;
};

/// What measurements say about the place of a model's sentence.
enum class Agreement {
    NotMeasured, ///< no measurement tells anything about this kind of sentence here
    Agrees,
    Conflicts,
    Neither, ///< measured, and unremarkable
};

/// One number measured inside a region and over the whole picture.
struct PlaceMeasurement {
    std::string quantity; ///< "noise_level", "detail", or the analyzer whose map it is
    double inside = 0;    ///< median within the regions
    double picture = 0;   ///< median of the whole picture
    double ratio = 0;     ///< inside by picture; 0 when the latter is 0

    bool operator==(const PlaceMeasurement&) const = default;
};

/// How often a sentence is said, whatever the picture shows.
struct Repetition {
    int said = 0;     ///< pictures with this sentence, this one included
    int pictures = 0; ///< with an answer of the same model; 0: not counted
    bool isBoilerplate = false;
    bool isStock = false; ///< a phrase that models of this family say of most pictures

    bool operator==(const Repetition&) const = default;
};

} // namespace core::examination
