// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/credential_text.h"

#include "app/cli/terminal.h"
#include "core/clues/clue_catalog.h"
#include "core/clues/credential_sentences.h"
#include "core/examination/vocabulary.h"

#include <set>

namespace app::cli {

namespace {

using namespace core::examination;

constexpr std::size_t kMostLines = 60;

std::string line(std::size_t indent, const std::string& text) {
    return std::string(indent, ' ') + printable(text) + "\n";
}

std::string sentence(const core::clues::QuotedSentence& quoted) {
    return core::clues::filled(quoted.sentence, {}, quoted.quotes);
}

std::string statusLines(const char* heading, const std::vector<C2paStatus>& list) {
    std::string text;
    for (std::size_t i = 0; i < std::min(list.size(), kMostLines); ++i) {
        const C2paStatus& status = list[i];
        text +=
            line(4, heading + status.code + (status.detail.empty() ? "" : ": " + status.detail));
        if (!status.uri.empty())
            text += line(8, status.uri);
    }
    if (list.size() > kMostLines)
        text += line(4, "and " + std::to_string(list.size() - kMostLines) + " more; see --json");
    return text;
}

std::string actionText(const C2paAction& action) {
    std::string text = action.action;
    if (!action.digitalSourceType.empty())
        text += ", source type " +
                action.digitalSourceType.substr(action.digitalSourceType.rfind('/') + 1);
    if (!action.softwareAgent.empty())
        text += ", by " + action.softwareAgent;
    if (!action.when.empty())
        text += ", " + action.when;
    return text;
}

/// One manifest and below it what it was made of.
class Tree {
  public:
    explicit Tree(const C2paRecord& record) : m_record(record) {}

    std::string from(const std::string& label, std::size_t depth) {
        const C2paManifest* manifest = manifestOf(m_record, label);
        if (manifest == nullptr || depth > 20 || m_lines > 400)
            return {};
        const std::size_t indent = 4 + 2 * depth;
        if (!m_seen.insert(label).second)
            return add(indent, "(shown above)");
        std::string text = add(indent, "manifest " + label + " (" + manifest->kind + ")");
        if (!manifest->claimGenerator.empty())
            text += add(indent + 2, "written by " + manifest->claimGenerator);
        if (manifest->signer)
            text += add(indent + 2, "certificate of " + manifest->signer->name + ", " +
                                        manifest->signer->algorithm);
        if (manifest->signedAt)
            text += add(indent + 2, "signed " + manifest->signedAt->at + ", time stamp of " +
                                        manifest->signedAt->authority);
        for (const C2paAction& action : manifest->actions)
            text += add(indent + 2, "action " + actionText(action));
        for (const C2paAssertion& assertion : manifest->assertions)
            if (!assertion.note.empty())
                text += add(indent + 2, assertion.label + ": " + assertion.note);
        for (const C2paIngredient& ingredient : manifest->ingredients) {
            text += add(indent + 2,
                        "ingredient " + ingredient.title + " (" + ingredient.relationship + ")");
            if (!ingredient.manifest.empty())
                text += from(ingredient.manifest, depth + 2);
        }
        return text;
    }

  private:
    std::string add(std::size_t indent, const std::string& text) {
        ++m_lines;
        return line(indent, text);
    }

    const C2paRecord& m_record;
    std::set<std::string> m_seen;
    std::size_t m_lines = 0;
};

} // namespace

std::string credentialText(const C2paRecord& record) {
    std::string text = line(2, "credentials  " + std::string(wordFor(record.state)));
    text += line(4, sentence(core::clues::credentialSummary(record)));
    if (!record.problem.empty())
        text += line(4, record.problem);
    for (const auto& answer : core::clues::credentialAnswers(record)) {
        text += line(4, answer.question);
        text += line(8, sentence(answer.answer));
    }
    if (record.signedAt)
        text += line(4, "Signed at " + record.signedAt->at + ", says the time stamp of " +
                            record.signedAt->authority +
                            (record.signedAt->isAuthorityListed
                                 ? ", which is on a given list."
                                 : ", which is on none of the given lists."));
    for (const C2paByteRange& range : record.notCovered)
        text += line(4, "Not covered by the signature: " + std::to_string(range.length) +
                            " bytes from " + std::to_string(range.start) +
                            (range.what.empty() ? "" : ", " + range.what));
    if (record.present && record.remoteUrl)
        text += line(4, "The file also names credentials at " + *record.remoteUrl +
                            ", which were not fetched.");
    text += statusLines("failed: ", record.status.failure);
    text += statusLines("note: ", record.status.informational);
    text += Tree(record).from(record.activeManifest, 0);
    return text;
}

} // namespace app::cli
