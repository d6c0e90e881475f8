// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/joined_verdict.h"

#include "core/examination/vocabulary.h"

namespace core::examination {

bool restsOnFormAsWell(const Examination& examination) {
    return examination.verdictBasis == Basis::Pixels &&
           examination.verdict != Verdict::Inconclusive &&
           verdictFor(examination.pFake, examination.thresholds) != examination.verdict;
}

} // namespace core::examination
